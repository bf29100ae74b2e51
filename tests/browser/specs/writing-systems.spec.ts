// Words are laid out as they are read: Arabic and Hebrew from right to left, also beside Dutch.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { next, openMine } from "../support/steps.ts";
import type { Locator, Page } from "@playwright/test";

const ARABIC = ["أحلم ببيت هادئ.", "أريد أن يسمعني أحد، ولو مرة!"];
const HEBREW = ["אני חולם על בית שקט.", "אני רוצה שמישהו יקשיב לי!"];
const MIXED = ["أحلم بـ Jeugdzorg بلا ٣ انتقالات.", "Dat wil ik echt."];

test.use({ viewport: { width: 320, height: 720 } });

/** Where the letters of a stretch stand: by lines, the first and the last sign. */
async function boxOf(inside: Locator, stretch: string): Promise<DOMRect> {
  return inside.evaluate((element, stretch) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(stretch);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + stretch.length);
      return range.getClientRects()[0]!.toJSON() as DOMRect;
    }
    throw new Error(`not there: ${stretch}`);
  }, stretch);
}

/** The first sentence begins at the right, its full stop is at its left end, and the second comes below or further left. */
async function readsFromTheRight(inside: Locator, [first, second]: string[]): Promise<void> {
  const start = await boxOf(inside, first!.slice(0, 1));
  const stop = await boxOf(inside, first!.slice(-1));
  const next = await boxOf(inside, second!.slice(0, 7));
  const frame = (await inside.boundingBox())!;
  expect(start.right, "the first letter stands at the right").toBeGreaterThan(frame.x + frame.width * 0.6);
  if (Math.abs(stop.top - start.top) < 4) expect(stop.left, "the full stop ends the line").toBeLessThan(start.left);
  expect(next.top > start.top + 4 || next.right < stop.right, "the second sentence comes after the first").toBe(true);
}

/** Texts whose letters are read from the right, in an element that is laid out from the left. */
function astray(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (parent.closest("script, style, template, option, .only-heard, [hidden]")) continue;
      const first = /\p{L}/u.exec(node.nodeValue!)?.[0];
      if (!first || !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first)) continue;
      if (getComputedStyle(parent).direction !== "rtl") found.push(`${parent.tagName}.${parent.className}: ${node.nodeValue!.slice(0, 40)}`);
    }
    for (const field of document.querySelectorAll("textarea, input[type=text], input[type=search]")) {
      if (!field.getAttribute("dir") && !field.closest(".sign-in")) found.push(`no direction: ${field.outerHTML.slice(0, 80)}`);
    }
    return found;
  });
}

for (const [name, sentences] of Object.entries({ ARABIC, HEBREW, MIXED })) {
  test(`${name}: on the board, the list, the page of the post and /mijn`, async ({ page, server }, info) => {
    const word = newWord();
    const text = sentences.join(" ");
    const { id, key } = await server.hang({ text: `${text} ${word}` }, ["بيت"]);
    const reply = await server.reply(id, text);
    await server.decide(reply.id, { decision: "publish" });
    const shot = (step: string) => page.screenshot({ path: info.outputPath(`${step}.png`), fullPage: step !== "wall" });

    await open(page, `/?q=`);
    const note = page.locator(".note__text").filter({ hasText: word });
    await note.scrollIntoViewIfNeeded();
    await readsFromTheRight(note, sentences);
    expect(await astray(page), "the wall").toEqual([]);
    await shot("wall");
    await page.getByRole("button", { name: "Lijst" }).or(page.getByRole("link", { name: "Lijst" })).first().click();
    const row = page.locator("[dir=auto]").filter({ has: page.locator(".outline__title") }).filter({ hasText: word });
    await row.scrollIntoViewIfNeeded();
    await readsFromTheRight(row, sentences);
    expect(await astray(page), "the list").toEqual([]);
    await shot("list");

    await open(page, `/droom/${id}`);
    await readsFromTheRight(page.locator(".letter__text"), sentences);
    await readsFromTheRight(page.locator(".reply__text"), sentences);
    expect(await astray(page), "the post").toEqual([]);
    await shot("post");
    await fine(page, `${name}: the post`);

    await open(page, "/mijn");
    await openMine(page, key);
    await readsFromTheRight(page.locator(".mine__words"), sentences);
    await page.getByRole("button", { name: /Wat weten jullie/ }).click();
    await expect(page.locator(".known__part").first()).toBeVisible();
    expect(await astray(page), "own posts").toEqual([]);
    await shot("mine");
    await fine(page, `${name}: own posts`);
  });
}

test("in the field each mark lies under its own letters, and what was written looks the same before it is sent", async ({ page }, info) => {
  const text = `${ARABIC[0]} 06 12345678 ${ARABIC[1]}\nDat zegt Sanne ook.\n${HEBREW[0]}`;
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  const field = page.getByRole("textbox", { name: "Schrijf jouw droom" });
  await field.fill(text);
  const mark = page.locator(".field__mark").filter({ hasText: "06 12345678" });
  await expect(mark).toHaveCount(1);
  expect(await astray(page)).toEqual([]);
  // The same words in an element that is laid out as the field is: there the place of letters can be asked.
  const apart = await field.evaluate((area: HTMLTextAreaElement) => {
    const style = getComputedStyle(area);
    const twin = document.createElement("div");
    for (const name of style) twin.style.setProperty(name, style.getPropertyValue(name));
    Object.assign(twin.style, { position: "absolute", inset: "auto", whiteSpace: "pre-wrap", blockSize: "auto" });
    twin.textContent = area.value;
    area.after(twin);
    const box = area.getBoundingClientRect();
    twin.style.top = `${area.offsetTop}px`;
    twin.style.left = `${area.offsetLeft}px`;
    twin.style.inlineSize = `${box.width}px`;
    const at = area.value.indexOf("06");
    const range = document.createRange();
    range.setStart(twin.firstChild!, at);
    range.setEnd(twin.firstChild!, at + 11);
    const there = range.getBoundingClientRect();
    const here = document.querySelector(".field__mark")!.getBoundingClientRect();
    twin.remove();
    return { left: Math.abs(there.left - here.left), top: Math.abs(there.top - here.top), bidi: style.unicodeBidi, direction: style.direction };
  });
  expect(apart.direction).toBe("rtl");
  expect(apart.bidi, "as in the layer of marks").toBe("isolate");
  expect(apart.left, "under the right letters").toBeLessThan(3);
  await page.screenshot({ path: info.outputPath("field.png"), fullPage: true });
  await fine(page, "Arabic in the field");
  await field.fill(`${ARABIC.join(" ")}\nDat zegt iedereen.`);
  await next(page);
  await page.getByRole("button", { name: "Overslaan" }).click();
  await readsFromTheRight(page.locator("#voorbeeld"), ARABIC);
  expect(await astray(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath("preview.png"), fullPage: true });
});

test("at the desk the words, the marks and the fields follow the writing", async ({ desk, server }, info) => {
  const { id } = await server.post({ text: `${ARABIC[0]} 06 12345678 ${ARABIC[1]} ${HEBREW.join(" ")}` });
  const page = await desk(undefined, { viewport: { width: 320, height: 720 } });
  await open(page, `/leestafel/${id}`);
  const words = page.locator(".review__words");
  await readsFromTheRight(words, ARABIC);
  await page.getByRole("button", { name: "Teruggeven", exact: true }).click();
  await page.locator("#eigen-zin").fill(ARABIC[1]!);
  await page.locator("#notitie").fill(HEBREW[0]!);
  for (const id of ["#eigen-zin", "#notitie"]) {
    expect(await page.locator(id).evaluate((field) => getComputedStyle(field).direction)).toBe("rtl");
  }
  expect(await astray(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath("desk.png"), fullPage: true });
  await fine(page, "Arabic at the desk");
});
