// What somebody types, ticks, opens and presses in the first HTML is there when the program has come, and counts.
import { expect, holdApp, open, taken, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { choices, note } from "../support/steps.ts";
import type { Page } from "@playwright/test";

/** Dice that fall in the same way again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** What stands in every field, what is ticked, and which details are open. */
function filledIn(page: Page): Promise<string[]> {
  return page.locator("#app").evaluate((app) =>
    [...app.querySelectorAll<HTMLInputElement | HTMLDetailsElement>("input:not([type=hidden]), textarea, select, details")].map((field) => {
      if (field instanceof HTMLDetailsElement) return `${field.firstElementChild?.textContent}: ${field.open}`;
      return `${field.id || field.name} ${field.value}: ${field.type} ${field.checked ?? ""}`;
    }),
  );
}

const KEY = "aap noot mies wim zus jet teun";

test("every field of every first HTML keeps what was filled in", async ({ page, stage }) => {
  test.slow();
  for (const path of ["/", "/?view=list", `/droom/${stage.hanging}`, "/deel", `/deel?bij=${stage.hanging}`, "/mijn", `/melden?bij=${stage.hanging}`, "/leestafel", "/en/deel"]) {
    const letGo = await holdApp(page);
    await page.goto(stage.server.url + path);
    for (const details of await page.locator("#app details").all()) {
      const summary = details.locator("summary").first();
      // Where there is room some stand open, without a control.
      if (await summary.isVisible()) await summary.click();
    }
    let typed: { field: ReturnType<Page["locator"]>; text: string } | undefined;
    for (const field of await page.locator("#app :is(input, textarea, select):not([type=hidden])").all()) {
      const kind = await field.evaluate((it) => (it instanceof HTMLInputElement ? it.type : it.localName));
      if (kind === "radio" || kind === "checkbox") await field.check();
      else if (kind === "select") await field.selectOption({ index: (await field.locator("option").count()) - 1 });
      else await field.fill((typed = { field, text: `wat ik schrijf in ${await field.getAttribute("id")}` }).text);
    }
    // The caret stands in the midst of the last text.
    await typed?.field.focus();
    await typed?.field.evaluate((it: HTMLInputElement) => it.setSelectionRange(4, 6, "backward"));
    const before = await filledIn(page);
    letGo();
    await taken(page);
    if (path !== "/leestafel") expect(await filledIn(page), path).toEqual(before);
    if (typed) {
      await expect(typed.field, path).toBeFocused();
      await page.keyboard.type("x");
      await expect(typed.field, path).toHaveValue(typed.text.slice(0, 4) + "x" + typed.text.slice(6));
    }
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }
});

test("a text keeps how far it was scrolled", async ({ page, stage }) => {
  const letGo = await holdApp(page);
  await page.goto(`${stage.server.url}/melden?bij=${stage.hanging}`);
  const field = page.getByRole("textbox");
  await field.fill("regel\n".repeat(40));
  const place = await field.evaluate((it) => (it.scrollTop = 120));
  letGo();
  await taken(page);
  expect(await field.evaluate((it) => it.scrollTop)).toBe(place);
});

for (const seed of [1, 2, 3, 4]) {
  test(`whoever types while the program comes loses no letter: ${seed}`, async ({ page, stage }) => {
    const chance = dice(seed);
    for (const [path, name] of [
      ["/mijn", "Typ je droomsleutel"],
      [`/melden?bij=${stage.hanging}`, "Wil je er iets bij zeggen?"],
      ["/", "Zoek een woord"],
    ] as const) {
      const letGo = await holdApp(page);
      await page.goto(stage.server.url + path);
      if (path === "/") {
        await choices(page);
        await choices(page);
  await page.getByRole("main").getByText("Zoek", { exact: true }).first().click();
      }
      const field = page.getByLabel(name);
      await field.focus();
      const comes = Math.floor(chance() * 8);
      for (const [at, letter] of [...KEY].entries()) {
        if (at === comes) letGo();
        await page.keyboard.type(letter);
        if (chance() < 0.5) await page.waitForTimeout(chance() * 60);
      }
      await taken(page);
      await page.keyboard.type(".");
      await expect(field).toHaveValue(KEY + ".");
      await page.unrouteAll({ behavior: "ignoreErrors" });
    }
  });
}

test("a word that the keyboard still composes is not cut in two", async ({ page, stage }) => {
  const letGo = await holdApp(page);
  await page.goto(`${stage.server.url}/melden?bij=${stage.hanging}`);
  const field = page.getByRole("textbox");
  await field.focus();
  await page.keyboard.type("Mijn ");
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text: string) => keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await compose("br");
  const arrived = page.waitForResponse(/\.wasm$/).then((answer) => answer.finished());
  letGo();
  await arrived;
  for (const text of ["bro", "broe", "broer"]) {
    await compose(text);
    await page.waitForTimeout(200);
  }
  await expect(page.locator("#app[data-ready]"), "the page waits for the word").toHaveCount(0);
  await keyboard.send("Input.insertText", { text: "broertje" });
  await taken(page);
  await expect(field).toBeFocused();
  await page.keyboard.type(" ook");
  await expect(field).toHaveValue("Mijn broertje ook");
});

test("Verder that is pressed too early goes on, once", async ({ page }) => {
  const letGo = await holdApp(page);
  await page.goto("/deel");
  await page.getByRole("radio", { name: "Een verhaal" }).check();
  const next = page.getByRole("button", { name: "Verder", exact: true });
  await next.click();
  await next.click();
  expect(page.url()).not.toContain("?");
  letGo();
  await expect(page.getByRole("textbox", { name: "Schrijf jouw verhaal" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Een verhaal" }), "one step").toBeChecked();
});

test("Enter in a field that is pressed too early opens what was asked for, and no word gets into an address", async ({ page, server }) => {
  const word = newWord();
  const { key } = await server.post({ text: `Ik droom van een ${word}.` });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const letGo = await holdApp(page);
  await page.goto("/mijn");
  const field = page.getByRole("textbox", { name: "Typ je droomsleutel" });
  await field.fill(key.replaceAll("-", " "));
  await field.press("Enter");
  letGo();
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(word) })).toBeVisible();
  expect(asked.filter((url) => url.includes(key.split("-")[0]!))).toEqual([]);
  // To try the words, and for the page.
  expect(asked.filter((url) => url.endsWith("/api/mine"))).toHaveLength(2);
});

test("a report that is sent too early is sent once, with its reason and its words", async ({ page, server }) => {
  const { id } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
  const sent: unknown[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.postDataJSON()));
  const letGo = await holdApp(page);
  await page.goto(`/melden?bij=${id}`);
  await page.getByRole("radio", { name: "Dit is niet waar" }).check();
  await page.getByRole("textbox").fill("Het is anders gegaan.");
  await page.getByRole("button", { name: "Verstuur" }).dblclick();
  letGo();
  await expect(page.getByRole("heading", { name: "Dank je. Een begeleider kijkt ernaar." })).toBeVisible();
  expect(sent).toEqual([{ reason: "untrue", words: "Het is anders gegaan." }]);
});

test("a search that is started too early is made, and stands in no address", async ({ page, stage }) => {
  const letGo = await holdApp(page);
  await page.goto(stage.server.url + "/?direction=stop");
  await choices(page);
  await page.getByRole("main").getByText("Zoek", { exact: true }).first().click();
  const search = page.getByRole("searchbox", { name: "Zoek een woord" });
  await search.fill("begeleider");
  await search.press("Enter");
  letGo();
  await expect(note(page, "Stop met steeds een nieuwe begeleider.")).toHaveCount(1);
  await expect(page.getByRole("article")).toHaveCount(1);
  expect(page.url()).toBe(stage.server.url + "/?direction=stop");
});

test("stopping that is pressed too early leads away", async ({ page, server }) => {
  const letGo = await holdApp(page);
  await page.goto("/deel");
  await page.getByRole("button", { name: "Niet verder schrijven" }).click();
  letGo();
  await page.waitForURL(server.url + "/");
});

test("what is ticked too early on somebody else's phone is on no phone", async ({ page }) => {
  const letGo = await holdApp(page);
  await page.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(window, { kept });
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, value) {
      kept.push(name);
      set.call(this, name, value);
    };
  });
  await page.goto("/deel");
  await page.getByRole("radio", { name: "Een verhaal" }).check();
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  letGo();
  await page.getByRole("textbox", { name: "Schrijf jouw verhaal" }).fill("Ik droom van de zee.");
  await expect(page.getByText("Wij bewaren hier niets.")).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { kept: string[] }).kept)).toEqual([]);
});

test("a draft that the phone has stands beside what is ticked meanwhile", async ({ page }) => {
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  const text = `Ik droom van een ${newWord()}.`;
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(text);
  await expect(page.getByText("Bewaard op deze telefoon.")).toBeVisible();
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(text.slice(0, -1));
  const letGo = await holdApp(page);
  await page.goto("/deel");
  await page.getByRole("radio", { name: "Stoppen" }).check();
  letGo();
  await taken(page);
  await expect(page.getByRole("radio", { name: "Een droom" }), "the phone's").toBeChecked();
  await expect(page.getByRole("radio", { name: "Stoppen" }), "the writer's").toBeChecked();
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveValue(text);
});

test("what is pressed on one screen is not pressed on another that the app has instead", async ({ page }) => {
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  const text = `Ik droom van een ${newWord()}.`;
  const field = page.getByRole("textbox", { name: "Schrijf jouw droom" });
  await field.fill(text);
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(text.slice(0, -1));
  const letGo = await holdApp(page);
  // The first HTML is that of the first step.
  await page.goto("/deel?stap=2");
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  letGo();
  await taken(page);
  await expect(field).toHaveValue(text);
  expect(page.url()).toMatch(/stap=2$/);
});
