// The board: the address is the state, the wall and the list are one, and what somebody searches stays with them.
import { expect, open, test } from "../support/fixtures.ts";
import { heard, said } from "../support/heard.ts";
import { newWord, Server } from "../support/server.ts";
import { choices, note } from "../support/steps.ts";

test("filters stand in the address, Back undoes them, and wall or list keeps them", async ({ page, stage }) => {
  await open(page, stage.server.url + "/");
  const shown = page.getByRole("main").getByRole("heading", { level: 3 }).filter({ hasNotText: /^(Waar wil je over lezen|Wat gebeurde ermee)\?$/ });
  const link = (name: string) => page.getByRole("main").getByRole("link", { name, exact: true }).first();
  await expect(shown).toHaveCount(24);
  const wall = await shown.allTextContents();
  await choices(page);
  await link("Stoppen").click();
  await expect(page).toHaveURL(/\?direction=stop$/);
  await expect(link("Stoppen")).toHaveAttribute("aria-current", "true");
  await heard(page, /^\d+ dromen over stoppen$/);
  await expect(page.getByRole("main").getByText("Starten", { exact: true })).toHaveCount(1);
  const stop = await shown.allTextContents();
  await link("Lijst").click();
  await expect(page).toHaveURL(/\?direction=stop&view=list$/);
  await heard(page, "Lijst");
  expect(await shown.allTextContents(), "the list has the same posts in the same order").toEqual(stop);
  await page.reload();
  expect(await shown.allTextContents(), "a reload shows the same").toEqual(stop);
  await page.goBack();
  await expect(page).toHaveURL(/\?direction=stop$/);
  await page.goBack();
  await expect(page).toHaveURL(stage.server.url + "/");
  await heard(page, "24 dromen en verhalen");
  await expect(shown).toHaveCount(24);
  expect(await shown.allTextContents()).toEqual(wall);
  await page.goForward();
  await expect(shown).toHaveCount(stop.length);
  await link("Laat alles zien").click();
  await expect(shown).toHaveCount(24);
});

test("what somebody searches is in no address of a page", async ({ page, server }) => {
  const word = newWord();
  await server.hang({ text: `Ik droom van een ${word}.`, direction: "start" });
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes(word) && asked.push(`${request.resourceType()} ${request.url()}`));
  await open(page, "/");
  await choices(page);
  await page.getByRole("main").getByText("Zoek", { exact: true }).first().click();
  await page.getByRole("searchbox").fill(word);
  await page.keyboard.press("Enter");
  await heard(page, "1 droom of verhaal");
  await page.getByRole("link", { name: "Starten", exact: true }).first().click();
  await expect(page).toHaveURL(/direction=start$/);
  await expect(note(page, word)).toHaveCount(1);
  await page.getByRole("link", { name: "Lijst" }).click();
  await expect(page).toHaveURL(/view=list$/);
  expect(await page.evaluate(() => JSON.stringify(history.state) + document.title)).not.toContain(word);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((one) => !one.startsWith(`fetch ${server.url}/api/posts?`))).toEqual([]);
  await page.getByRole("button", { name: "Zoek niet meer" }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("more posts hang below, and what is being read stays where it is", async ({ page, stage }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, stage.server.url + "/");
  const places = () =>
    page.getByRole("article").evaluateAll((notes) =>
      notes.slice(0, 24).map((note) => {
        const { x, y } = note.getBoundingClientRect();
        return [Math.round(x), Math.round(y + scrollY)];
      }),
    );
  const before = await places();
  expect(before).toHaveLength(24);
  await page.getByRole("button", { name: "Meer dromen laten zien" }).click();
  await expect(page.getByText("Dit zijn ze allemaal.")).toBeVisible();
  await expect(page.getByRole("article").nth(24).getByRole("heading").getByRole("link")).toBeFocused();
  await heard(page, /^\d+ dromen en verhalen$/);
  expect(await page.getByRole("article").count()).toBeGreaterThan(24);
  expect(await places()).toEqual(before);
});

test("a reaction is given, is still given after a reload, and is taken back", async ({ page, server }) => {
  const word = newWord();
  const { id } = await server.hang({ text: `Ik droom van een ${word}.` });
  await open(page, `/droom/${id}`);
  const hear = page.getByRole("button", { name: "Ik hoor je" });
  await hear.click();
  await heard(page, "Dank je. Jouw ‘Ik hoor je’ telt mee.");
  await page.reload();
  await expect(hear).toHaveAttribute("aria-pressed", "true");
  await hear.click();
  await heard(page, "Je reactie is weg.");
  await page.reload();
  await expect(hear).toHaveAttribute("aria-pressed", "false");
});

test("Back from a post returns to the same place of a long board, with the same posts and the focus on that post", async ({ page }) => {
  test.slow();
  const server = await Server.start();
  try {
    for (let n = 0; n < 130; n += 1) await server.hang({ text: `Droom ${n} gaat over een ${newWord()}.` });
    await page.setViewportSize({ width: 390, height: 800 });
    await open(page, server.url + "/");
    const more = page.getByRole("button", { name: "Meer dromen laten zien" });
    for (let pages = 1; pages < 6; pages += 1) {
      await more.click();
      await heard(page, `${Math.min(130, 24 * (pages + 1))} dromen en verhalen`);
    }
    await expect(page.getByText("Dit zijn ze allemaal.")).toBeVisible();
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    // Pages that are far away gave up their elements, and nothing moved by it.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => page.getByRole("article").count()).toBeLessThan(130);
    const before = await height();
    // Those in the middle come back, as tall as they were.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    const near = page.getByRole("article").filter({ visible: true });
    const seen = () => page.evaluate(() => {
      const notes = [...document.querySelectorAll("article")].map((note) => [note.querySelector("h3")!.textContent, Math.round(note.getBoundingClientRect().top)] as const);
      return notes.filter(([, top]) => top > 0 && top < innerHeight);
    });
    await expect.poll(async () => (await seen()).length).toBeGreaterThan(0);
    await page.waitForTimeout(1_000);
    const place = await seen();
    // Notes that were never in sight had a guessed height: a page without its elements would be a fifth of the board.
    expect(Math.abs((await height()) - before), "what came back is as tall as it was").toBeLessThan(before / 10);
    const name = place[0]![0]!;
    expect(await near.count()).toBeGreaterThan(0);
    await page.getByRole("article", { name }).getByRole("link").last().click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("article", { name })).toBeInViewport();
    await heard(page, "130 dromen en verhalen");
    await expect.poll(async () => (await seen()).find(([one]) => one === name)?.[1] ?? -1).toBeGreaterThan(place[0]![1] - 3);
    expect((await seen()).find(([one]) => one === name)![1]).toBeLessThan(place[0]![1] + 3);
    await expect(page.getByRole("article", { name }).locator(":focus")).toHaveCount(1);
  } finally {
    await server.remove();
  }
});

test("all that was loaded is found in the page and printed, however far it is", async ({ page }) => {
  test.slow();
  const server = await Server.start();
  try {
    for (let n = 0; n < 101; n += 1) await server.hang({ text: `Droom ${n} gaat over een ${newWord()}. En dan nog een zin.` });
    for (const [width, address] of [[390, "/"], [1280, "/?view=list"]] as const) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, server.url + address);
      const more = page.getByRole("button", { name: "Meer dromen laten zien" });
      for (let hang = 48; hang < 125; hang += 24) {
        await more.click();
        await heard(page, `${Math.min(101, hang)} dromen en verhalen`);
      }
      await expect(page.getByText("Dit zijn ze allemaal.")).toBeVisible();
      const whole = page.locator("[data-sheet] [role=toolbar]");
      const words = page.locator("[data-sheet] > ul > li").filter({ hasText: /Droom \d+ gaat over/ });
      const first = (await page.locator('[data-sheet="0"] > ul > li').nth(3).textContent())!.match(/zeester\w+/)![0];
      const far = async () => {
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await expect.poll(() => whole.count(), "what is far gave its elements up").toBeLessThan(101);
        await expect(words).toHaveCount(101);
      };
      await far();
      expect(await page.evaluate((word) => (window as unknown as { find: (word: string, ...how: boolean[]) => boolean }).find(word, false, true, true), first)).toBe(true);
      await expect(page.getByText(first)).toBeInViewport();
      await expect(page.getByRole("heading", { name: first }), "and it is built where it was found").toBeInViewport();

      await far();
      await page.evaluate(() =>
        addEventListener("afterprint", () => {
          const held = [...document.querySelectorAll<HTMLElement>("[data-sheet]")].filter((sheet) => sheet.style.blockSize);
          Object.assign(window, { printed: [document.querySelectorAll("[data-sheet] [role=toolbar]").length, held.length] });
        }),
      );
      await page.pdf();
      expect(await page.evaluate(() => (window as unknown as { printed: number[] }).printed), `${address}: printed, and held to a height`).toEqual([101, 0]);
    }
  } finally {
    await server.remove();
  }
});

test("a note is few stops for Tab: its heading, its keywords, and one toolbar in which the arrows lead on", async ({ page, server }) => {
  const word = newWord();
  await server.hang({ text: `Ik droom van een ${word}. Daar is het stil.` });
  for (const address of ["/", "/?view=list"]) {
    await open(page, address);
    const item = note(page, word);
    const link = item.getByRole("link", { name: `Ik droom van een ${word}.`, exact: true });
    await link.focus();
    const stops: string[] = [];
    while (await item.locator(":focus").count()) {
      stops.push((await item.locator(":focus").textContent())!.trim());
      expect(stops.length).toBeLessThan(9);
      await page.keyboard.press("Tab");
    }
    expect(stops, "the heading, the trail and the first reaction: it has no keywords").toEqual([`Ik droom van een ${word}.`, "Gelezen en geplaatst", "Ik hoor je"]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowRight");
    await expect(item.getByRole("button", { name: "Dat herken ik" })).toBeFocused();
    await page.keyboard.press("Enter");
    await heard(page, /^Dank je\./);
    await page.keyboard.press("Enter");
    await heard(page, "Je reactie is weg.");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(item.getByRole("button", { name: "Ik hoor je" })).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(item.getByRole("button", { name: "Ik doe mee" })).toBeFocused();
    // One leads away and back to where somebody was.
    await page.keyboard.press("Shift+Tab");
    await expect(item.locator(".note__trail")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(item.getByRole("button", { name: "Ik doe mee" })).toBeFocused();
  }
});

test("opening a post and going back are heard: the heading, and where one was", async ({ page, server }) => {
  const word = newWord();
  await server.hang({ text: `Ik droom van een ${word}.` });
  await open(page, "/");
  await note(page, word).getByRole("heading").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(word) })).toBeFocused();
  expect(await said(page), "the heading says it").toEqual([]);
  await page.goBack();
  await expect(note(page, word).getByRole("heading").getByRole("link")).toBeFocused();
  await heard(page, /dromen en verhalen$|^1 droom/);
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(word) })).toBeFocused();
  await page.getByRole("link", { name: "Terug naar het bord" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("the same sentence twice is heard twice, two at once are both heard, and none stays", async ({ page, server }) => {
  const [one, two] = [newWord(), newWord()];
  for (const word of [one, two]) await server.hang({ text: `Ik droom van een ${word}.` });
  await page.clock.install();
  await open(page, "/");
  const hear = (word: string) => note(page, word).getByRole("button", { name: "Ik hoor je" });
  await hear(one).click();
  await hear(two).click();
  await heard(page, /^Dank je\./);
  await heard(page, /^Dank je\./);
  await page.clock.fastForward(10_000);
  await expect(page.locator("#announcer")).toBeEmpty();
});
