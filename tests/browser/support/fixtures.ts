// What every test has: a server of its worker, eyes on the console, and the questions that are asked after every step.
import { AxeBuilder } from "@axe-core/playwright";
import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Locator,
  type Page,
} from "@playwright/test";
import { listen, speaks } from "./heard.ts";
import { Server, type Staff } from "./server.ts";
import { Stage } from "./stage.ts";

/** What went wrong in any page of a test, beside what the test looks at. */
export class Faults {
  readonly seen: string[] = [];
  private readonly expected: RegExp[] = [];

  /** The test makes this happen itself. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  async watch(context: BrowserContext): Promise<void> {
    context.on("console", (message) => this.heard(message));
    context.on("weberror", (error) => this.seen.push(`thrown: ${error.error()}`));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }

  private heard(message: ConsoleMessage): void {
    if (message.type() !== "error") return;
    const { url } = message.location();
    // The browser says so of every answer from 400 on; what is not there or not allowed is part of what we test.
    const isAnswer = message.text().startsWith("Failed to load resource");
    if (isAnswer && !/\/(app|own|staff)\/|favicon|manifest/.test(url)) return;
    this.seen.push(`${message.text()} (${url})`);
  }

  /** What nobody expected. */
  get unexpected(): string[] {
    return this.seen.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }
}

type Each = {
  faults: Faults;
  /** Another, clean browser: nothing of the first one is in it. */
  another: (options?: BrowserContextOptions) => Promise<Page>;
  /** A browser in which somebody is signed in. */
  desk: (staff?: Staff, options?: BrowserContextOptions) => Promise<Page>;
};

type Shared = {
  server: Server;
  /** A board with samples and a desk with work, that no test changes. */
  stage: Stage;
  /** A browser whose letters are twice as large, as a reader sets them. */
  large: Browser;
};

export const test = base.extend<Each, Shared>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.remove();
    },
    { scope: "worker" },
  ],
  stage: [
    async ({}, use) => {
      const stage = await Stage.set();
      await use(stage);
      await stage.server.remove();
    },
    { scope: "worker" },
  ],
  large: [
    async ({ playwright, launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), "--blink-settings=defaultFontSize=32"];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  faults: [
    async ({}, use) => {
      const faults = new Faults();
      await use(faults);
      expect(faults.unexpected, "nothing goes wrong beside what is tested").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, faults }, use) => {
    await faults.watch(context);
    await listen(context);
    await use(context);
  },
  another: async ({ browser, contextOptions, baseURL, faults, viewport, locale, timezoneId }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, viewport, locale, timezoneId, ...options });
      opened.push(context);
      await faults.watch(context);
      await listen(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  desk: async ({ server, another }, use) => {
    await use(async (staff, options) => {
      const page = await another(options);
      await page.context().addCookies([server.cookieOf(staff ?? (await server.reader()))]);
      return page;
    });
  },
});

export { expect };

/** Opens a page and waits until the app has taken it over. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await taken(page);
}

/** Waits until the app has taken the page over. Pages of words have no program. */
export async function taken(page: Page): Promise<void> {
  await page.locator("#app[data-ready], html:not(:has(script[type=module])) #app").first().waitFor();
}

/** Lets the program wait until the test has done something with the first HTML. */
export async function holdApp(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What can be otherwise in dark: everything else is the same page. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** No fault that axe can find, in light and in dark. The walk over all pages looks at everything in dark too. */
export async function accessible(page: Page, step: string, everythingInDark = false): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // What lies under the bar that stands still can be scrolled from under it; axe does not know.
    await page.evaluate(() => scrollTo(0, 0));
    const axe = new AxeBuilder({ page });
    const chosen = colorScheme === "light" || everythingInDark ? axe.withTags(TAGS) : axe.withRules(COLOURS);
    const { violations } = await chosen.analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
    expect(found, `${step}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Nothing has to be scrolled sideways. */
export async function fits(page: Page, step: string): Promise<void> {
  const { wide, over } = await page.evaluate(() => {
    const root = document.documentElement;
    const wide = [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .filter((element) => !element.closest("svg, .only-heard, [hidden]"))
      .map((element) => `${element.tagName}.${element.className}`)
      .slice(0, 5);
    return { wide, over: root.scrollWidth - root.clientWidth };
  });
  expect(over, `${step} is too wide: ${wide.join(", ")}`).toBeLessThanOrEqual(0);
}

/** All of it, after every step of a journey. */
export async function fine(page: Page, step: string): Promise<void> {
  await fits(page, step);
  await speaks(page, step);
  await names(page, step);
  await accessible(page, step);
}

/** Each line of a list of errors names its field: who hears the list alone knows which one is meant. */
async function names(page: Page, step: string): Promise<void> {
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('.notice--danger li > a[href^="#"]')].flatMap((link) => {
      const control = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!control) return [];
      const choice = control.matches("[type=radio], [type=checkbox], [aria-pressed]");
      const asked = (choice && control.closest("fieldset, [role=radiogroup], [role=group]")) || control;
      const labelled = asked.getAttribute("aria-labelledby")?.split(" ")[0];
      const label =
        asked.querySelector(":scope > legend") ??
        (labelled ? document.getElementById(labelled) : document.querySelector(`label[for="${CSS.escape(control.id)}"]`));
      const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ").replace(/[?.:…]+$/, "").trim();
      const name = plain(label?.textContent ?? asked.getAttribute("aria-label") ?? "");
      return plain(link.textContent ?? "").includes(name) && name ? [] : [`${link.textContent} (${name})`];
    }),
  );
  expect(nameless, step).toEqual([]);
}

/** Goes on with Tab until this has the focus: the way somebody without a mouse takes. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** Everything that this browser still holds of the board. The answer that it is read from runs no script. */
export async function leftovers(page: Page, server: Server): Promise<string[]> {
  const quiet = await page.context().newPage();
  await quiet.goto(server.url + "/healthz");
  const found = await quiet.evaluate(async () => [
    ...Object.keys(localStorage).map((name) => `localStorage ${name}`),
    ...(await indexedDB.databases()).map((database) => `indexedDB ${database.name}`),
    ...(await caches.keys()).map((name) => `caches ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map((worker) => `service worker ${worker.scope}`),
  ]);
  await quiet.close();
  const cookies = await page.context().cookies();
  return [...found, ...cookies.map(({ name }) => `cookie ${name}`)];
}

/** The service worker is there, as a page asks for it some seconds after it came, and has what every page needs. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    await navigator.serviceWorker.ready;
  });
}
