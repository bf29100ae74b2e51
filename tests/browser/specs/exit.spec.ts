// *Weg hier*: at once, without asking, and with nothing left to find.
import { expect, leftovers, open, test } from "../support/fixtures.ts";
import { newWord, type Server } from "../support/server.ts";
import { next, typeTwoWords, send, write } from "../support/steps.ts";
import type { Page } from "@playwright/test";

test.use({ serviceWorkers: "allow" });

/** How long after the click or the key the document was empty, in ms; and whether anything of it was seen again. What a page tells on its
    way out goes to a second page of the same origin: what it would tell the test itself can be lost with it. */
class Watch {
  private constructor(private readonly ear: Page) {}

  static async on(page: Page, server: Server): Promise<Watch> {
    const ear = await page.context().newPage();
    await ear.goto(server.url + "/healthz");
    await ear.evaluate(() => {
      const told: Array<{ blank?: number; seen?: string }> = [];
      Object.assign(window, { told });
      new BroadcastChannel("watch").onmessage = ({ data }) => told.push(data);
    });
    await page.addInitScript((home) => {
      if (location.origin !== home || location.pathname === "/healthz") return;
      const tell = (what: { blank?: number; seen?: string }) => {
        const channel = new BroadcastChannel("watch");
        channel.postMessage(what);
        channel.close();
      };
      let began = 0;
      for (const what of ["click", "keydown", "keyup"]) addEventListener(what, () => (began = performance.now()), true);
      new MutationObserver(() => {
        if (began && !document.documentElement.childElementCount) tell({ blank: performance.now() - began });
      }).observe(document, { childList: true, subtree: true });
      // On the way back: whatever is drawn is told.
      const look = () => {
        const words = document.body?.checkVisibility() ? document.body.innerText.trim() : "";
        if (words) tell({ seen: words.slice(0, 80) });
        requestAnimationFrame(look);
      };
      const back = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
      if (back?.type === "back_forward") look();
      addEventListener("pageshow", (event) => event.persisted && look());
    }, server.url);
    return new Watch(ear);
  }

  private told(): Promise<Array<{ blank?: number; seen?: string }>> {
    return this.ear.evaluate(() => (window as unknown as { told: Array<{ blank?: number; seen?: string }> }).told);
  }

  /** `undefined` as long as the document was not emptied. */
  async blank(): Promise<number | undefined> {
    return (await this.told()).find(({ blank }) => blank !== undefined)?.blank;
  }

  async seenAgain(): Promise<string[]> {
    return (await this.told()).flatMap(({ seen }) => seen ?? []);
  }
}

const exitLink = (page: Page) => page.getByRole("link", { name: "Weg hier" });

const ways = {
  "a click": (page: Page) => exitLink(page).click({ noWaitAfter: true }),
  "Shift three times": async (page: Page) => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  },
};

async function gone(page: Page, server: Server, watch: Watch): Promise<void> {
  await page.waitForURL(server.exit, { timeout: 5_000 });
  await expect.poll(() => watch.blank(), "the document was emptied").toBeGreaterThanOrEqual(0);
  expect(await watch.blank(), "within 100 ms").toBeLessThan(100);
  await expect.poll(() => leftovers(page, server), { timeout: 2_000 }).toEqual([]);
}

for (const [way, leave] of Object.entries(ways)) {
  test(`${way} leads away from the board, and Back shows nothing`, async ({ page, server }) => {
    const word = newWord();
    await server.hang({ text: `Ik droom van een ${word}.` });
    const watch = await Watch.on(page, server);
    await open(page, "/hulp");
    await open(page, "/");
    await page.getByRole("link", { name: "Lijst" }).click();
    await page.getByRole("link", { name: new RegExp(word) }).first().click();
    await page.getByRole("button", { name: "Ik hoor je" }).click();
    await expect(page.getByRole("main").getByText("Dank je. Jouw ‘Ik hoor je’ telt mee.")).toBeVisible();
    await leave(page);
    await gone(page, server, watch);

    await page.goBack({ waitUntil: "commit" }).catch(() => undefined);
    await page.waitForURL(server.exit);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(page.url()).toBe(server.exit);
    expect(await watch.seenAgain(), "nothing was seen on the way back").toEqual([]);
    expect(await leftovers(page, server)).toEqual([]);
  });

  test(`${way} leads away in the middle of a draft, and wipes it`, async ({ page, server }) => {
    const watch = await Watch.on(page, server);
    await open(page, "/deel");
    await page.getByRole("radio", { name: "Een droom" }).check();
    await next(page);
    const field = page.getByRole("textbox", { name: "Schrijf jouw droom" });
    await field.fill(`Ik droom van een ${newWord()}.`);
    await expect(page.getByText("Bewaard op deze telefoon.")).toBeVisible();
    await field.press("End");
    await page.keyboard.type(" En");
    await leave(page);
    await gone(page, server, watch);
    // The board can be opened again in the same tab, clean.
    await open(page, "/deel?stap=2");
    await expect(page.getByRole("radio", { name: "Een droom" })).not.toBeChecked();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test(`${way} leads away from the desk, and signs out`, async ({ desk, server }) => {
    const staff = await server.signIn(server.account());
    const page = await desk(staff);
    const watch = await Watch.on(page, server);
    await open(page, "/leestafel");
    await expect(page.getByText(`Ingelogd: ${staff.account.name}`)).toBeVisible();
    await leave(page);
    await gone(page, server, watch);
    const answer = await fetch(server.url + "/api/session", { headers: { cookie: `droombord-loopback=${staff.cookie}` } });
    expect(answer.status, "the session is ended at the server too").toBe(401);
  });
}

for (const pause of [0, 5, 20, 60, 150, 400]) {
  test(`a worker that comes at that very moment goes too: after ${pause} ms`, async ({ page, server }) => {
    await open(page, "/");
    await page.evaluate((pause) => {
      void navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
      setTimeout(() => document.querySelector<HTMLElement>("[data-exit]")?.click(), pause);
    }, pause);
    await page.waitForURL(server.exit);
    await expect.poll(() => leftovers(page, server), { timeout: 2_000 }).toEqual([]);
    // Nor does anything come later.
    await page.waitForTimeout(1_500);
    expect(await leftovers(page, server)).toEqual([]);
  });
}

test("the keys of a remembered droomsleutel are wiped, and other tabs leave too", async ({ page, context, server }) => {
  await open(page, "/deel");
  await write(page, `Ik droom van een ${newWord()}.`);
  const key = await send(page);
  await typeTwoWords(page, key);
  await expect(page).toHaveURL(/\/mijn$/);
  expect(await leftovers(page, server)).not.toEqual([]);
  const other = await context.newPage();
  await open(other, "/mijn");
  await exitLink(page).click({ noWaitAfter: true });
  await page.waitForURL(server.exit);
  await other.waitForURL(server.exit);
  await expect.poll(() => leftovers(page, server), { timeout: 2_000 }).toEqual([]);
});

for (const address of ["/", "/deel", "/hulp"]) {
  test(`it works before the app is there, and on pages without one: ${address}`, async ({ page, server }) => {
    const watch = await Watch.on(page, server);
    await page.route("**/*.wasm", () => undefined);
    await page.goto(address, { waitUntil: "domcontentloaded" });
    await exitLink(page).click({ noWaitAfter: true });
    await gone(page, server, watch);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
}

test("without JavaScript it is a link that leads away, on visitors' pages and at the desk", async ({ another, server }) => {
  const page = await another({ javaScriptEnabled: false });
  for (const address of ["/", "/deel", "/hulp", "/leestafel"]) {
    await page.goto(address);
    await exitLink(page).click();
    await page.waitForURL(server.exit);
  }
});

const press = async (page: Page, key: string, inside?: () => Promise<void>) => {
  await page.keyboard.down(key);
  await inside?.();
  await page.keyboard.up(key);
};
const thrice = async (once: () => Promise<void>) => {
  for (let time = 0; time < 3; time += 1) await once();
};
const between = (page: Page, other: () => Promise<void>) => async () => {
  for (let time = 0; time < 3; time += 1) {
    await press(page, "Shift");
    await other();
  }
};

/** Shift is pressed three times, and not alone: as people switch keyboards, select, write capitals, walk back with Tab. */
const NOT_ALONE: Record<string, (page: Page) => Promise<void>> = {
  ...Object.fromEntries(
    ["Alt", "Control", "Meta", "AltGraph"].flatMap((held) => [
      [`with ${held} held all the time`, (page: Page) => press(page, held, () => thrice(() => press(page, "Shift")))],
      [`with ${held} each time`, (page: Page) => thrice(() => press(page, held, () => press(page, "Shift")))],
      [`with ${held} inside each time`, (page: Page) => thrice(() => press(page, "Shift", () => press(page, held)))],
      [`with ${held} let go first`, (page: Page) => thrice(async () => {
        await page.keyboard.down(held);
        await page.keyboard.down("Shift");
        await page.keyboard.up(held);
        await page.keyboard.up("Shift");
      })],
      [`with ${held} between`, (page: Page) => between(page, () => press(page, held))()],
    ]),
  ),
  ...Object.fromEntries(
    ["CapsLock", "Tab", "a", "Escape", "ArrowLeft"].flatMap((key) => [
      [`with ${key} inside each time`, (page: Page) => thrice(() => press(page, "Shift", () => press(page, key)))],
      [`with ${key} between`, (page: Page) => between(page, () => press(page, key))()],
    ]),
  ),
  "with a click inside each time": (page) => thrice(() => press(page, "Shift", () => page.mouse.click(5, 400))),
  "with a click between": (page) => between(page, () => page.mouse.click(5, 400))(),
  "with the wheel inside each time": (page) => thrice(() => press(page, "Shift", () => page.mouse.wheel(0, 10))),
  "with the wheel between": (page) => between(page, () => page.mouse.wheel(0, 10))(),
  "held, so that it repeats": (page) => thrice(async () => {
    await page.keyboard.down("Shift");
    await page.keyboard.down("Shift");
    await page.keyboard.up("Shift");
  }),
  "both at once": (page) => thrice(() => press(page, "ShiftLeft", () => press(page, "ShiftRight"))),
  "a word between that the keyboard composes": async (page) => {
    const keyboard = await page.context().newCDPSession(page);
    await between(page, async () => {
      await keyboard.send("Input.imeSetComposition", { text: "zee", selectionStart: 3, selectionEnd: 3 });
      await keyboard.send("Input.insertText", { text: "zee" });
    })();
  },
  "twice": async (page) => {
    await press(page, "Shift");
    await press(page, "Shift");
  },
  "too slowly": (page) => thrice(async () => {
    await press(page, "Shift");
    await page.waitForTimeout(800);
  }),
};

for (const [way, leave] of Object.entries(ways)) {
  test(`${way} takes the words of a key from the clipboard, copied by the button or by hand`, async ({ page, another, server }) => {
    test.slow();
    const borrowed = await another();
    for (const one of [page, borrowed]) {
      await one.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await open(one, "/deel");
      if (one === borrowed) await one.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
      await write(one, `Ik droom van een ${newWord()}.`);
      const key = await send(one);
      const clipboard = () => one.evaluate(() => navigator.clipboard.readText());
      const button = one.getByRole("button", { name: "Kopieer" });
      if (one === borrowed) {
        await expect(button, "whoever has the phone next would find them").toHaveCount(0);
        await expect(one.getByText("Dit is niet jouw telefoon. Een kopie blijft erop staan.")).toBeVisible();
        await one.evaluate(() => getSelection()!.selectAllChildren(document.getElementById("woorden")!));
        await one.keyboard.press("Control+c");
        await expect.poll(clipboard).toContain(key[3]);
      } else {
        await button.click();
        await expect(one.getByText("Ze blijven op je klembord staan.")).toBeVisible();
        expect(await clipboard()).toBe(key.join(" "));
        // Another page of the same visit.
        await typeTwoWords(one, key);
        await expect(one).toHaveURL(/\/mijn$/);
      }
      await leave(one);
      await one.waitForURL(server.exit);
      const after = await one.context().newPage();
      await after.goto(server.url + "/healthz");
      await after.bringToFront();
      await expect.poll(() => after.evaluate(() => navigator.clipboard.readText())).not.toContain(key[3]);
      expect((await after.evaluate(() => navigator.clipboard.readText())).trim()).toBe("");
    }
  });
}

test("Shift that is not pressed alone never leads away", async ({ page, server }) => {
  await open(page, "/mijn");
  for (const [how, does] of Object.entries(NOT_ALONE)) {
    await page.getByRole("textbox", { name: "Typ je droomsleutel" }).focus();
    await does(page);
    expect(await page.evaluate(() => document.documentElement.hidden), how).toBe(false);
    // The next one begins anew.
    await page.keyboard.press("ArrowRight");
  }
  expect(page.url()).toBe(server.url + "/mijn");
});

test("Shift says that it is pressed once more, and then leads away, also after it was pressed otherwise", async ({ page, server }) => {
  for (const [address, words] of [["/", "Nog 1 keer voor Weg hier"], ["/en/hulp", "Once more for Leave now"]] as const) {
    await open(page, address);
    await press(page, "Alt", () => press(page, "Shift"));
    await press(page, "Shift");
    await expect(page.locator("#announcer")).toBeEmpty();
    await press(page, "Shift");
    await expect(page.locator("#announcer")).toHaveText(words);
    await press(page, "Shift");
    await page.waitForURL(server.exit);
  }
});

test("Shift in a sentence does not lead away", async ({ page, server }) => {
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  const field = page.getByRole("textbox", { name: "Schrijf jouw droom" });
  await field.focus();
  for (const letter of ["A", "B", "C", "D"]) {
    await page.keyboard.down("Shift");
    await page.keyboard.press(letter);
    await page.keyboard.up("Shift");
  }
  await expect(field).toHaveValue("ABCD");
  expect(page.url().startsWith(server.url)).toBe(true);
});
