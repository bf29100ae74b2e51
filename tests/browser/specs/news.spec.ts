// What is new at own posts: told until it was shown, kept on the device alone; and an answer's verdict that looks pressed.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { newWord, ORGANISATION } from "../support/server.ts";
import { openMine } from "../support/steps.ts";
import type { Locator, Page } from "@playwright/test";

const SEEN = "droombord.gezien";
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), SEEN);
const news = (page: Page) => page.getByText("Nieuw voor jou");

/** How a button looks that makes it look chosen. */
const look = (button: Locator) =>
  button.evaluate((element) => {
    const { backgroundColor, fontWeight, boxShadow, borderTopColor, borderTopWidth } = getComputedStyle(element);
    return { backgroundColor, fontWeight, boxShadow, borderTopColor, borderTopWidth };
  });

test("news is told until it was shown, and a pressed verdict looks pressed after a reload too", async ({ another, server }) => {
  const page = await another({ viewport: { width: 390, height: 844 } });
  const word = newWord();
  const { id, key } = await server.hang({ text: `Ik wil zelf mijn ${word} kiezen.` });
  const asking = await server.ask(id);
  const answerer = await server.signIn(server.account("answerer"));
  await server.answer(asking, answerer, { understood_text: "Jij wilt kiezen.", does_text: "Jij kiest morgen." });
  await server.placeAnswer(asking);
  await open(page, "/mijn");
  await page.getByRole("checkbox", { name: /^Onthoud mijn sleutel/ }).check();
  await openMine(page, key);
  const lines = page.locator(".mine__new li");
  await expect(lines).toHaveText([`Antwoord van ${ORGANISATION}`, `Antwoord gevraagd aan ${ORGANISATION}`, "Geplaatst op het bord"]);
  await expect(page.getByText("Er is nieuws bij jouw droom.")).toBeVisible();
  await fine(page, "something is new");
  await expect.poll(() => kept(page)).not.toBeNull();
  expect(await kept(page), "nothing tells which post it is").not.toContain(id.slice(0, 8));

  await test.step("in a window that nobody looks at nothing counts as seen", async () => {
    const { id: reply } = await server.reply(id, `Dat wil ik ook, ${word}.`);
    await server.decide(reply, { decision: "publish" });
    await page.addInitScript(() => {
      const hidden = () => (sessionStorage.hide ? "hidden" : "visible");
      Object.defineProperty(Document.prototype, "visibilityState", { configurable: true, get: hidden });
    });
    await page.evaluate(() => sessionStorage.setItem("hide", "1"));
    for (const time of ["first", "second"]) {
      await page.reload();
      await expect(lines, time).toHaveText(["Er staat een reactie bij."]);
    }
    await page.evaluate(() => sessionStorage.removeItem("hide"));
    const before = await kept(page);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
    await expect.poll(() => kept(page)).not.toBe(before);
    await page.reload();
    await expect(page.getByRole("heading", { level: 2, name: new RegExp(word) })).toBeVisible();
    await expect(page.getByText("Je volgt 1 droom of verhaal.")).toBeVisible();
    await expect(news(page)).toHaveCount(0);
  });

  await test.step("every pressed button looks it, in every look", async () => {
    const group = (name: string) => page.getByRole("group", { name });
    await group("Voelt het gehoord?").getByRole("button", { name: "Zo voelt het gehoord" }).click();
    await group("Begrijpen ze jou?").getByRole("button", { name: "Nee, klopt niet" }).click();
    for (const visit of ["pressed", "reloaded"]) {
      const pressed = page.getByRole("button", { pressed: true });
      await expect(pressed, visit).toHaveText(["Nee, klopt niet", "Zo voelt het gehoord"]);
      for (const media of [{}, { colorScheme: "dark" as const }, { forcedColors: "active" as const }, { media: "print" as const }]) {
        await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, ...media });
        const other = page.getByRole("button", { pressed: false, name: "Nog niet", includeHidden: true });
        const [chosen, not] = [await look(pressed.last()), await look(other)];
        const differs = Object.keys(chosen).filter((name) => chosen[name as keyof typeof chosen] !== not[name as keyof typeof not]);
        expect(differs.length, `${visit} ${JSON.stringify(media)} ${differs}`).toBeGreaterThanOrEqual(2);
        await expect(pressed.last()).toBeVisible();
      }
      await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
      await fine(page, visit);
      await page.reload();
    }
  });

  await test.step("what was seen goes with the key", async () => {
    await page.getByRole("button", { name: "Vergeet mijn sleutel op deze telefoon" }).click();
    await page.getByRole("button", { name: "Ja, vergeet hem" }).click();
    await expect(page.getByText("Deze telefoon kent je sleutel niet meer.")).toBeVisible();
    expect(await kept(page)).toBeNull();
  });
});

test("a phone that does not remember the key keeps nothing of what was seen", async ({ page, server }) => {
  const { key } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
  for (const visit of ["first", "second"]) {
    await open(page, "/mijn");
    await openMine(page, key);
    await expect(news(page), visit).toBeInViewport();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })), visit).not.toContain("gezien");
  }
});
