// The first HTML has the words; the app takes it over without anybody noticing.
import { expect, holdApp, open, taken, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { choices, note } from "../support/steps.ts";

test("without JavaScript the words are there, and filters are links", async ({ another, stage }) => {
  const page = await another({ javaScriptEnabled: false, baseURL: stage.server.url });
  await page.goto("/");
  await expect(note(page, "Ik droom dat iemand vraagt hoe mijn dag was.")).toHaveCount(1);
  await expect(page.getByRole("article")).toHaveCount(24);
  await choices(page);
  await page.getByRole("link", { name: "Stoppen", exact: true }).first().click();
  await expect(page).toHaveURL(/\?direction=stop$/);
  await expect(note(page, "Ik droom dat iemand vraagt")).toHaveCount(0);
  expect(await page.getByRole("article").count()).toBeGreaterThan(5);
  await page.getByRole("link", { name: "Lijst" }).click();
  await expect(page).toHaveURL(/direction=stop&view=list$/);
  await choices(page);
  await page.getByText("Meer keuzes").click();
  await page.getByLabel("Van wie").selectOption("Ouder of verzorger");
  await page.getByRole("button", { name: "Laat zien" }).click();
  await expect(page).toHaveURL(/role=parent/);
  await expect(page).toHaveURL(/direction=stop/);
  await expect(page.getByRole("heading", { name: "Zeg geen ‘netwerk’ als je mijn familie bedoelt." })).toBeVisible();

  await page.goto(`/droom/${stage.hanging}`);
  await expect(page.getByRole("heading", { level: 1, name: "Ik droom dat iemand vraagt hoe mijn dag was." })).toBeVisible();
  await expect(page.getByText("Geplaatst op het bord")).toBeVisible();
  await page.getByRole("link", { name: "Hulp nodig?" }).click();
  await expect(page.getByRole("link", { name: /0 8 0 0, 0 4 3 2/ })).toBeVisible();
  await page.goto("/deel");
  // Playwright leaves out what stands in `noscript`, even where it is shown.
  expect(await page.content()).toContain("<noscript><p class=\"notice\">Schrijven lukt alleen als JavaScript aan staat.");
  await page.goto("/leestafel");
  await expect(page.getByText("Staat JavaScript uit? Zet het dan aan.")).toBeVisible();
});

test("what waits for a reader is in no first HTML, whatever is asked", async ({ stage }) => {
  for (const path of ["/", "/?direction=stop", `/droom/${stage.waiting}`, "/leestafel", `/leestafel/${stage.waiting}`, "/mijn"]) {
    const html = await (await fetch(stage.server.url + path)).text();
    expect(html, path).not.toContain("mijn broer mag komen eten");
  }
});

const PAGES = ["/", "/deel", "/mijn", "/hulp", "/over", "/regels", "/privacy", "/toegankelijkheid", "/zonder-internet", "/leestafel", "/nergens"];

test("every page has a title of its own, a language, and asks not to be indexed", async ({ stage }) => {
  const titles = new Set<string>();
  const pages = [...PAGES, `/droom/${stage.hanging}`];
  for (const path of pages) {
    for (const [address, lang] of [[path, "nl"], ["/en" + path, "en"]] as const) {
      const answer = await fetch(stage.server.url + address);
      const html = await answer.text();
      expect(answer.status, address).toBe(path === "/nergens" ? 404 : 200);
      expect(html, address).toContain(`<html lang="${lang}"`);
      expect(html, address).toContain('<meta name="robots" content="noindex">');
      expect(answer.headers.get("x-robots-tag"), address).toContain("noindex");
      expect(answer.headers.get("content-security-policy"), address).not.toMatch(/'unsafe-(inline|eval)'/);
      const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "";
      expect(title, `${address} says nothing of what somebody reads`).toMatch(/Droombord$/);
      titles.add(`${lang}: ${title}`);
    }
  }
  expect([...titles]).toHaveLength(pages.length * 2);
});

test("the app takes over without losing focus, a half-typed search, an opened choice or the place", async ({ page, stage }) => {
  const letGo = await holdApp(page);
  await page.goto(stage.server.url + "/");
  await choices(page);
  await page.getByRole("main").getByText("Zoek", { exact: true }).first().click();
  const search = page.getByRole("searchbox", { name: "Zoek een woord" });
  await search.pressSequentially("begel");
  letGo();
  await taken(page);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("begel");
  await page.keyboard.type("eider");
  await page.keyboard.press("Enter");
  await expect(note(page, "Stop met steeds een nieuwe begeleider.")).toHaveCount(1);
});

test("the app takes over while somebody reads far down with the keyboard", async ({ page, stage }) => {
  const letGo = await holdApp(page);
  await page.goto(stage.server.url + "/");
  const link = page.getByRole("article").nth(12).getByRole("link").last();
  await link.focus();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  // Before the eyes of who reads; how long the page is above that may have been a guess.
  const places = () =>
    page.getByRole("article").evaluateAll((notes) => {
      const inSight = (note: Element) => note.getBoundingClientRect().bottom > 0 && note.getBoundingClientRect().top < innerHeight;
      return notes.filter(inSight).map((note) => [note.textContent, Math.round(note.getBoundingClientRect().top)]);
    });
  const before = await places();
  expect(before.length).toBeGreaterThan(0);
  letGo();
  await taken(page);
  await expect(link).toBeFocused();
  const after = await places();
  expect(after.map(([text]) => text)).toEqual(before.map(([text]) => text));
  for (const [at, [, top]] of after.entries()) expect(Math.abs(Number(top) - Number(before[at]?.[1]))).toBeLessThanOrEqual(1);
});

test("what is tapped before the app comes is given by it, once", async ({ page, server }) => {
  const { id } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
  await server.hang({ text: `Ik droom van een ${newWord()}.` });
  const given: string[] = [];
  page.on("request", (request) => /\/supports\//.test(request.url()) && given.push(`${request.method()} ${request.url()}`));
  const letGo = await holdApp(page);
  await page.goto(`/droom/${id}`);
  const [hear, recognise] = ["Ik hoor je", "Dat herken ik"].map((name) => page.getByRole("button", { name }));
  await hear!.click();
  await expect(hear!, "it is seen at once").toHaveAttribute("aria-pressed", "true");
  await recognise!.click();
  await recognise!.click();
  await expect(recognise!, "a second tap takes the first one back").toHaveAttribute("aria-pressed", "false");
  expect(given).toEqual([]);
  letGo();
  await taken(page);
  await expect(page.getByRole("main").getByText("Dank je. Jouw ‘Ik hoor je’ telt mee.")).toBeVisible();
  await expect(hear!).toHaveAttribute("aria-pressed", "true");
  await expect(recognise!).toHaveAttribute("aria-pressed", "false");
  expect(given).toEqual([`PUT ${server.url}/api/posts/${id}/supports/hear`]);
});

test("who comes back to a place in the board finds it there", async ({ page, stage }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, stage.server.url + "/");
  const eleventh = page.getByRole("article").nth(10);
  // As somebody reads: down, one after the other.
  for (let at = 0; at <= 10; at += 1) await page.getByRole("article").nth(at).scrollIntoViewIfNeeded();
  const place = () => eleventh.evaluate((note) => Math.round(note.getBoundingClientRect().top));
  const before = await place();
  await page.reload();
  await taken(page);
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
});

test("what was chosen before the app came is kept by it", async ({ page, server }) => {
  const letGo = await holdApp(page);
  await page.goto("/deel");
  await page.getByRole("radio", { name: "Een verhaal" }).check();
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  letGo();
  await taken(page);
  await expect(page.getByRole("radio", { name: "Een verhaal" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" })).toBeChecked();
  expect(page.url()).toBe(server.url + "/deel");
});

test("nothing jumps when the app takes over, nor when the letters come late", async ({ page, stage }) => {
  test.slow();
  await page.route(/\.woff2$/, async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  for (const path of ["/", "/?view=list", `/droom/${stage.hanging}`, "/deel", "/mijn", "/hulp"]) {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, stage.server.url + path);
      await page.evaluate(() => document.fonts.ready);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let all = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) all += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(all), 1_000);
          }),
      );
      expect(shift, `${path} at ${width} px`).toBeLessThanOrEqual(0.02);
    }
  }
});

test("nothing is asked of another place", async ({ page, stage }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const path of ["/", `/droom/${stage.hanging}`, "/deel", "/hulp", "/leestafel"]) await open(page, stage.server.url + path);
  expect(asked.filter((url) => !url.startsWith(stage.server.url + "/") && !url.startsWith("data:"))).toEqual([]);
});
