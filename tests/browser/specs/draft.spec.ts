// What somebody is writing survives everything but their own wish, and arrives once.
import { expect, fine, leftovers, open, taken, test } from "../support/fixtures.ts";
import { describedAnew } from "../support/fields.ts";
import { heard, said } from "../support/heard.ts";
import { newWord, type Server } from "../support/server.ts";
import { next, notice, openMine, send, sendButton, typeTwoWords, words, write } from "../support/steps.ts";
import { Wire } from "../support/wire.ts";
import type { Page } from "@playwright/test";

const SAVED = "Bewaard op deze telefoon. Nog niet verstuurd.";

async function begin(page: Page, text: string): Promise<void> {
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(text);
  await expect(page.getByText(SAVED)).toBeVisible();
  // The device keeps it at the first pause.
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(text.slice(0, -1));
}

test("a draft survives a reload, a closed tab and a second one", async ({ page, context }) => {
  const text = `Ik droom van een ${newWord()}.`;
  await begin(page, text);
  const field = page.getByRole("textbox", { name: "Schrijf jouw droom" });
  await page.reload();
  await expect(field).toHaveValue(text);
  const second = await context.newPage();
  await open(second, "/deel?stap=2");
  await expect(second.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveValue(text);
  await second.close();
  await field.press("End");
  await page.keyboard.type(" En een tuin.");
  await page.close();
  const third = await context.newPage();
  await open(third, "/deel?stap=2");
  await expect(third.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveValue(`${text} En een tuin.`);
  await third.getByRole("button", { name: "Niet verder schrijven" }).click();
  await expect(third.getByText("Je tekst blijft op deze telefoon staan.")).toBeVisible();
  await fine(third, "stopping");
  await third.getByRole("button", { name: "Gooi weg" }).click();
  await open(third, "/deel?stap=2");
  await expect(third.getByRole("radio", { name: "Een droom" })).not.toBeChecked();
});

test("a draft survives a browser that is killed in the middle of a word", async ({ playwright, launchOptions, server }, info) => {
  const folder = info.outputPath("profile");
  const text = `Ik droom van een ${newWord()}.`;
  const start = () => playwright.chromium.launchPersistentContext(folder, { ...launchOptions, baseURL: server.url });
  const first = await start();
  const page = first.pages()[0] ?? (await first.newPage());
  await begin(page, text);
  const crash = page.waitForEvent("crash").catch(() => undefined);
  await page.goto("chrome://crash").catch(() => undefined);
  await crash;
  await first.close();
  const again = await start();
  const after = again.pages()[0] ?? (await again.newPage());
  await open(after, "/deel?stap=2");
  await expect(after.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveValue(text);
  await again.close();
});

test("two tabs write one draft: neither puts an older one in its place", async ({ page, context }) => {
  const [first, second, third] = [newWord(), newWord(), newWord()];
  await begin(page, `Ik droom van ${first}.`);
  const other = await context.newPage();
  await open(other, "/deel?stap=2");
  const fields = [page, other].map((tab) => tab.getByRole("textbox", { name: "Schrijf jouw droom" }));
  await fields[1]!.press("End");
  await other.keyboard.type(` En van ${second}.`);
  await expect(fields[0]!).toHaveValue(`Ik droom van ${first}. En van ${second}.`);
  await page.bringToFront();
  await fields[0]!.press("End");
  await page.keyboard.type(` En van ${third}.`);
  const all = `Ik droom van ${first}. En van ${second}. En van ${third}.`;
  await expect(fields[1]!).toHaveValue(all);
  await page.close();
  await other.reload();
  await expect(fields[1]!).toHaveValue(all);
});

test("what was sent in one tab is not sent again in another", async ({ page, context, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, "/deel");
  await write(page, text);
  // What one tab writes reaches the program of another a moment later.
  const other = await context.newPage();
  await open(other, "/hulp");
  await expect.poll(() => other.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(text.slice(0, -1));
  await open(other, "/deel?stap=4");
  await expect(sendButton(other)).toBeVisible();
  const key = await send(page);
  await expect(other.getByRole("heading", { name: "Je droom is binnen" })).toBeVisible();
  await expect(sendButton(other)).toHaveCount(0);
  await onceThere(server, key, text);
});

test("when the server dies while sending, the dream waits and arrives once", async ({ page, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, "/deel");
  await write(page, text);
  server.freeze();
  await sendButton(page).click();
  await expect(page.getByRole("main").getByText("Je droom is onderweg")).toBeVisible();
  await heard(page, "Je droom is onderweg");
  await server.down();
  await expect(page.getByRole("heading", { name: "Je droom wacht op bereik" })).toBeFocused();
  const key = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
  await server.up();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Je droom is binnen" })).toBeVisible();
  await onceThere(server, key, text);
});

test("without an outbox, when only the answer is lost, the next try is the same post, also with other words", async ({ page, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, "/deel");
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  await write(page, text);
  await page.route("**/api/posts", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await sendButton(page).click();
  await expect(page.getByRole("main").getByText("Versturen lukte niet")).toBeVisible();
  await fine(page, "it did not arrive");
  await page.getByRole("button", { name: "Tekst veranderen" }).click();
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(text + " En een boom.");
  await next(page);
  await next(page);
  await page.getByRole("button", { name: /Probeer opnieuw|Verstuur mijn droom/ }).click();
  await onceThere(server, await words(page), text + " En een boom.");
});

test("two taps on Verstuur send one post", async ({ page, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  let calls = 0;
  page.on("request", (request) => (calls += Number(request.method() === "POST")));
  await open(page, "/deel");
  await write(page, text);
  await sendButton(page).dblclick();
  await onceThere(server, await words(page), text);
  expect(calls).toBe(1);
});

async function onceThere(server: Server, key: string[], text: string): Promise<void> {
  expect(await server.mine(key.join("-"))).toMatchObject([{ state: "received", body: { text } }]);
}

test("the words of the key survive a reload until the writer has them", async ({ page }) => {
  await open(page, "/deel");
  await write(page, `Ik droom van een ${newWord()}.`);
  const key = await send(page);
  await page.reload();
  await expect(page.getByText(key[0]!, { exact: true }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Je hebt de woorden nog niet getypt" })).toBeVisible();
  await fine(page, "the words were not typed");
  await page.getByRole("button", { name: "Terug naar de woorden" }).click();
  await expect(page.getByText(key[6]!, { exact: true }).first()).toBeVisible();
});

test("a second dream can go under the same words", async ({ page, server }) => {
  await open(page, "/deel");
  await write(page, `Ik droom van een ${newWord()}.`);
  const key = await send(page);
  await typeTwoWords(page, key);
  await open(page, "/deel");
  await write(page, `Ik droom van een ${newWord()}.`);
  await page.getByRole("radio", { name: "Ja, het hoort erbij" }).check();
  await fine(page, "which words");
  await sendButton(page).click();
  await expect(page.getByText("Je volgt dit met dezelfde 7 woorden als eerst.")).toBeVisible();
  await fine(page, "thank you, the same words");
  expect(await server.mine(key.join("-"))).toHaveLength(2);
});

test("a half-written report or change outlives a reload, each with its own thing", async ({ page, server }) => {
  const [word, other] = [newWord(), newWord()];
  const { id, key } = await server.post({ text: `Ik droom van een ${word}.` });
  const hung = await server.hang({ text: `Ik droom van een ${other}.` });
  const told = page.getByRole("textbox", { name: "Wil je er iets bij zeggen?" });
  await open(page, `/melden?bij=${hung.id}`);
  await told.fill("Hier staat een naam in.");
  await page.reload();
  await taken(page);
  await expect(told).toHaveValue("Hier staat een naam in.");
  await open(page, `/melden?bij=${id}`);
  await expect(told).toHaveValue("");

  await open(page, "/mijn");
  await page.getByRole("checkbox", { name: "Onthoud mijn sleutel" }).check();
  await openMine(page, key);
  await page.getByRole("button", { name: /^Ik pas het zelf aan/ }).click();
  const field = page.getByRole("article").getByRole("textbox");
  await field.fill(`Ik droom van een ${word} met een tuin.`);
  await page.reload();
  await taken(page);
  await expect(field).toHaveValue(`Ik droom van een ${word} met een tuin.`);
  await page.getByRole("button", { name: "Vergeet mijn sleutel op deze telefoon" }).click();
  await page.getByRole("button", { name: "Ja, vergeet hem" }).click();
  await expect(field).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("tuin");

  // With words that were only typed nothing of it stays in the tab.
  await openMine(page, key);
  await page.getByRole("button", { name: /^Ik pas het zelf aan/ }).click();
  await field.fill(`Ik droom van een ${word} met een boom.`);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("boom");
});

test("everything that is not right is said at once, with a link to where", async ({ page }) => {
  await open(page, "/deel");
  await next(page);
  const summary = notice(page);
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Nog 1 ding, dan kun je verder");
  await fine(page, "nothing chosen");
  await summary.getByRole("link").click();
  await expect(page.getByRole("radio", { name: "Een droom" })).toBeFocused();
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  const field = page.getByRole("textbox", { name: "Schrijf jouw droom" });
  await field.fill("a".repeat(1_012));
  await next(page);
  await expect(summary).toContainText("Je tekst is 12 letters te lang.");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await fine(page, "too long");
  expect(await describedAnew(page), "an error that counts letters counts in the summary").toEqual([]);
  await expect(field).toHaveAccessibleDescription(/^Je tekst is te lang\./);
  await said(page);
  await field.fill("a".repeat(1_000));
  await expect(summary).toHaveCount(0);
  await heard(page, "Je tekst past weer.");
});

test("on somebody else's phone nothing stays, at no moment", async ({ page, server }) => {
  await open(page, "/deel");
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  await expect(page.getByRole("main").getByText("Blijf op deze pagina tot je klaar bent.")).toBeVisible();
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  const text = `Ik droom van een ${newWord()}.`;
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(text);
  await expect(page.getByText("Wij bewaren hier niets. Nog niet verstuurd.")).toBeVisible();
  expect(await leftovers(page, server), "while writing").toEqual([]);
  await fine(page, "writing on somebody else's phone");
  await next(page);
  await page.getByRole("button", { name: "Overslaan" }).click();
  const key = await send(page);
  expect(await leftovers(page, server), "with the words on the screen").toEqual([]);
  await typeTwoWords(page, key);
  await expect(page).toHaveURL(server.url + "/");
  expect(await leftovers(page, server), "afterwards").toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length), "in this tab").toBe(0);
  expect(await page.evaluate(() => `${JSON.stringify(history.state)} ${document.title}`)).not.toContain(key[0]);
  await onceThere(server, key, text);
});

test("the line ends and hidden signs of other programs change where the writer sees it, and what stands there is stored", async ({ page, server }) => {
  const scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
  const word = newWord();
  const raw = `Ik droom van een ${word}.\u2028Een\u000btwee\u000cdrie\u0085vier\u2029San\u00adne\u200b komt uit ${scotland}.`;
  const seen = `Ik droom van een ${word}.\nEen\ntwee\ndrie\nvier\nSanne komt uit ${scotland}.`;
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  const field = page.getByRole("textbox", { name: "Schrijf jouw droom" });
  // Nothing that anybody can see is nothing.
  await field.fill("\u2800\u3164\u200d\ue000");
  await next(page);
  await expect(page.getByText("Schrijf eerst iets op.").first()).toBeVisible();
  await field.fill("Hoi.");
  await field.press("End");
  await page.keyboard.insertText("\u2028Dag.");
  await expect(field).toHaveValue("Hoi.\nDag.");
  // The writer's own undo is not undone.
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(field).toHaveValue("Hoi.");
  await field.fill(raw);
  await expect(field).toHaveValue(seen);
  expect(await field.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(seen.length);
  const letters = [...new Intl.Segmenter("nl").segment(seen)].length;
  await expect(page.getByText(`${letters} van 1.000 letters`)).toBeVisible();
  await next(page);
  await page.getByRole("button", { name: "Overslaan" }).click();
  const key = await send(page);
  expect(await server.mine(key.join("-"))).toMatchObject([{ body: { text: seen } }]);
});

test("what is under way is not changed meanwhile", async ({ page, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  const wire = await Wire.to(server);
  await open(page, `${wire.url}/deel`);
  await write(page, text);
  wire.fate = (method) => (method === "POST" ? "hangs" : "through");
  await sendButton(page).click();
  await expect(page.getByRole("main").getByText("Je droom is onderweg")).toBeVisible();
  // Words that are typed now would neither be sent nor kept.
  await page.getByRole("button", { name: "Tekst veranderen" }).click();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Klopt het zo?" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveCount(0);
  wire.fate = () => "through";
  wire.sever();
  wire.mend();
  await expect(page.getByRole("heading", { name: "Je droom wacht op bereik" })).toBeVisible();
  await wire.remove();
});
