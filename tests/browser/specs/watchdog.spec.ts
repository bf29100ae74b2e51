// A page whose program is missing, broken, or very late says so, with a way out; and what was typed in it stays.
import { expect, fine, open, taken, test, type Faults } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import type { Page, Route } from "@playwright/test";

const NOTICE = "Deze pagina werkt nog niet.";
const notice = (page: Page) => page.locator("#zonder-app").getByText(NOTICE);

/** The first HTML looks alive, and nothing in it works. */
const BROKEN: Record<string, (page: Page) => Promise<unknown>> = {
  "a browser without WebAssembly": (page) => page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly")),
  "half a program": (page) =>
    page.route("**/*.wasm", async (route) => {
      const answer = await route.fetch();
      const whole = await answer.body();
      await route.fulfill({ response: answer, body: whole.subarray(0, whole.length / 2), headers: { "content-type": "application/wasm" } });
    }),
  "a script that throws": (page) => page.route(/\/droombord[\w-]*\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('kapot')" })),
  "a script that does not begin": (page) => page.route(/\/droombord[\w-]*\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "export default {" })),
  "a script that is gone": (page) => page.route(/\/droombord[\w-]*\.js$/, gone),
  "code that is gone": (page) => page.route("**/*.wasm", gone),
  "a filter's page for the script": (page) => page.route(/\/droombord[\w-]*\.js$/, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Geblokkeerd</h1>" })),
  "a filter's page for the code": (page) => page.route("**/*.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Geblokkeerd</h1>" })),
  "nothing for the code": (page) => page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "" })),
  "a line that breaks": (page) => page.route("**/*.wasm", (route) => route.abort()),
};

function gone(route: Route): Promise<void> {
  return route.fulfill({ status: 404, contentType: "text/plain", body: "Not found" });
}

function expectBroken(faults: Faults): void {
  faults.expect(/WebAssembly|kapot|Unexpected|Failed to (load|fetch)|MIME|CompileError|thrown/);
}

for (const [how, breaks] of Object.entries(BROKEN)) {
  test(`it is said at once: ${how}`, async ({ page, stage, faults }) => {
    expectBroken(faults);
    await breaks(page);
    for (const path of ["/", "/deel", "/mijn", `/melden?bij=${stage.hanging}`, "/leestafel"]) {
      await page.goto(stage.server.url + path, { waitUntil: "commit" });
      await expect(notice(page), path).toBeVisible({ timeout: 6_000 });
      await expect(page.locator("#announcer"), path).toHaveText(NOTICE);
      expect(page.url(), "nobody is taken in circles").toBe(stage.server.url + path);
    }
    await page.goto(stage.server.url + "/hulp");
    await expect(page.locator("#zonder-app"), "a page of words needs no program").toHaveCount(0);
  });
}

test("a program that never comes is told within seconds, and the notice goes when it comes after all", async ({ page, stage }) => {
  await page.clock.install();
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(stage.server.url + "/deel", { waitUntil: "commit" });
  await page.getByRole("radio", { name: "Een verhaal" }).check();
  await expect(notice(page)).toBeHidden();
  await page.clock.fastForward(8_500);
  await expect(notice(page)).toBeVisible();
  await expect(page.getByText("Er is nog niets verstuurd. Wat je typte, staat er nog.")).toBeVisible();
  await fine(page, "without a program");
  await page.clock.resume();
  letGo();
  await taken(page);
  await expect(notice(page)).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Een verhaal" })).toBeChecked();
});

test("a reaction that cannot be given does not look given", async ({ page, stage, faults }) => {
  expectBroken(faults);
  let fail = () => {};
  const failed = new Promise<void>((done) => (fail = done));
  await page.route("**/*.wasm", async (route) => {
    await failed;
    await route.abort();
  });
  await page.goto(`${stage.server.url}/droom/${stage.hanging}`, { waitUntil: "commit" });
  const hear = page.getByRole("button", { name: "Ik hoor je" });
  await hear.click();
  await expect(hear).toHaveAttribute("aria-pressed", "true");
  fail();
  await expect(page.getByText("Lezen kan wel. Reageren kan nog niet.")).toBeVisible();
  await expect(hear).toHaveAttribute("aria-pressed", "false");
  await hear.click();
  await expect(hear, "nor afterwards").toHaveAttribute("aria-pressed", "false");
  await expect(notice(page), "it is seen by who pressed").toBeInViewport();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

/** The page as it was before a deploy: it names files that are gone. */
async function beforeDeploy(page: Page, path: string, times: number): Promise<() => number> {
  let pages = 0;
  await page.route((url) => url.pathname === path, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const navigates = route.request().isNavigationRequest();
    if (navigates) pages += 1;
    // Another build each time.
    const old = navigates && pages <= times ? html.replace(/(droombord[a-z-]*)-[0-9a-f]{16}/g, `$1-000000000000000${pages}`) : html;
    const csp = (await import("node:crypto")).createHash("sha256");
    const script = /<script type="module">([^]*?)<\/script>/.exec(old)?.[1] ?? "";
    const policy = (answer.headers()["content-security-policy"] ?? "").replace("'wasm-unsafe-eval'", `'wasm-unsafe-eval' 'sha256-${csp.update(script).digest("base64")}'`);
    await route.fulfill({ response: answer, body: old, headers: { ...answer.headers(), "content-security-policy": policy } });
  });
  return () => pages;
}

test("after a deploy a page that asks for files that are gone is loaded anew, once", async ({ page, server, faults }) => {
  expectBroken(faults);
  const pages = await beforeDeploy(page, "/deel", 1);
  await page.goto("/deel", { waitUntil: "commit" });
  await taken(page);
  expect(pages()).toBe(2);
  await page.unrouteAll();

  const again = await beforeDeploy(page, "/mijn", 9);
  await page.goto("/mijn", { waitUntil: "commit" });
  await expect.poll(again).toBe(2);
  await expect(notice(page)).toBeVisible();
  await page.waitForTimeout(1_000);
  expect(again(), "not in circles").toBe(2);
  await expect(notice(page)).toBeVisible();
  expect(page.url()).toBe(server.url + "/mijn");
});

test("after a deploy no typed word goes with a page", async ({ page, server, faults }) => {
  expectBroken(faults);
  const { id } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
  let fail = () => {};
  const failed = new Promise<void>((done) => (fail = done));
  const pages = await beforeDeploy(page, "/melden", 1);
  await page.route(/\/droombord[\w-]*\.js$/, async (route) => {
    await failed;
    await gone(route);
  });
  await page.goto(`/melden?bij=${id}`, { waitUntil: "commit" });
  await page.getByRole("textbox").fill("Het is anders gegaan.");
  fail();
  await expect(notice(page)).toBeVisible();
  await page.waitForTimeout(500);
  await expect(page.getByRole("textbox")).toHaveValue("Het is anders gegaan.");
  expect(pages()).toBe(1);
});

test("where JavaScript is off every page says what it lacks", async ({ another, stage }) => {
  const page = await another({ javaScriptEnabled: false });
  for (const path of ["/", `/droom/${stage.hanging}`, "/mijn", `/melden?bij=${stage.hanging}`, "/deel", "/leestafel"]) {
    await page.goto(stage.server.url + path);
    expect(await page.content(), path).toContain("JavaScript");
    await expect(notice(page), path).toBeHidden();
  }
  await page.goto(stage.server.url + "/hulp");
  expect(await page.content()).not.toContain("JavaScript");
});

test("a program that comes in time says nothing", async ({ page, stage }) => {
  for (const path of ["/", "/deel", "/leestafel"]) {
    await open(page, stage.server.url + path);
    await expect(page.locator("#zonder-app"), path).toHaveCount(0);
  }
});
