// The droomsleutel: seven words are all that opens, changes and erases what somebody wrote.
import { expect, fine, leftovers, open, test } from "../support/fixtures.ts";
import { heard, said } from "../support/heard.ts";
import { newKey, newWord } from "../support/server.ts";
import { note, notice, openMine } from "../support/steps.ts";

test("typed words open a post in a clean browser, and erase it everywhere", async ({ page, another, server }) => {
  const word = newWord();
  const { id, key } = await server.hang({ text: `Ik droom van een ${word}. Meer niet.` });
  await open(page, "/");
  await expect(note(page, word)).toHaveCount(1);

  const clean = await another();
  await open(clean, "/mijn");
  await fine(clean, "without a key");
  await openMine(clean, key.toUpperCase());
  await expect(clean.getByRole("main").getByText("Geplaatst op het bord").first()).toBeVisible();
  await expect(clean.getByRole("main").getByText(word).first()).toBeVisible();
  await expect(clean.getByRole("heading", { level: 1 }), "out of the field that was emptied").toBeFocused();
  await heard(clean, "Er is nieuws bij jouw droom.");
  await fine(clean, "with a key");
  expect(await leftovers(clean, server), "nobody asked to remember the key").toEqual([]);
  expect(clean.url()).toBe(server.url + "/mijn");

  await clean.getByRole("button", { name: /^Haal weg/ }).click();
  await fine(clean, "asked once more");
  await clean.getByRole("button", { name: "Ja, haal weg" }).click();
  await expect(clean.getByRole("main").getByText("Het is weg. Overal.")).toBeVisible();
  // By its focus, and not once more by the region.
  await expect(clean.getByRole("main").getByText("Het is weg. Overal.")).toBeFocused();
  expect(await said(clean)).not.toContain("Het is weg. Overal.");
  await expect(clean.getByText(/Je volgt|Er is nieuws/), "nothing is followed any more").toHaveCount(0);
  await fine(clean, "erased");

  await open(page, "/");
  await expect(page.getByText(word)).toHaveCount(0);
  const answer = await page.goto(`/droom/${id}`);
  expect(answer!.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Deze droom hangt hier niet (meer)" })).toBeVisible();
  await fine(page, "gone");
  await page.getByRole("main").getByRole("link", { name: "Naar het bord" }).click();
  await expect(page.getByRole("heading", { name: "Waar droom jij van?" })).toBeVisible();
});

test("words that open nothing are said to be so, and stay in the field", async ({ page }) => {
  await open(page, "/mijn");
  const misspelled = newKey().replace("-", "-qqqq");
  const [, second] = misspelled.split("-");
  const said = {
    "": "Typ hier je 7 woorden.",
    "kaas brood": "Wij zien 2 woorden. Het zijn er altijd 7.",
    [misspelled]: `Woord 2 (‘${second}’) kennen wij niet.`,
    [newKey()]: "Deze woorden passen niet bij een droom.",
  };
  for (const [words, sentence] of Object.entries(said)) {
    await openMine(page, words);
    await expect(notice(page)).toContainText(sentence);
    await expect(page.getByRole("textbox", { name: "Typ je droomsleutel" })).toHaveValue(words.replaceAll("-", " "));
    await fine(page, sentence);
  }
});

test("words open a post as keyboards and paper bring them, and a phone is asked to keep what it remembers", async ({ page, server }) => {
  const word = newWord();
  const { key } = await server.post({ text: `Ik droom van een ${word}.` });
  await page.addInitScript(() => {
    Object.assign(window, { asked: 0 });
    navigator.storage.persist = async () => ((window as unknown as { asked: number }).asked += 1) > 0;
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
  await open(page, "/mijn");
  const field = page.getByRole("textbox", { name: "Typ je droomsleutel" });
  for (const [name, value] of Object.entries({ autocorrect: "off", autocapitalize: "none", autocomplete: "off", spellcheck: "false", dir: "ltr" })) {
    await expect(field).toHaveAttribute(name, value);
  }
  await expect(page.getByText("Een telefoon kan je woorden vergeten.")).toBeVisible();
  const fancy = key
    .split("-")
    .map((part, at) => `Woord ${at + 1}: “${part.toLocaleUpperCase("tr").replace("E", "E\u0301")}”`)
    .join("\n")
    .replaceAll("IJ", "Ĳ");
  await openMine(page, fancy);
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(word) })).toBeVisible();
  expect(await asked(), "nothing is remembered").toBe(0);
  await page.reload();
  await page.getByRole("checkbox", { name: "Onthoud mijn sleutel" }).check();
  await openMine(page, fancy);
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(word) })).toBeVisible();
  expect(await asked()).toBe(1);
});

test("new words take the place of words that somebody else has seen", async ({ page, server }) => {
  const word = newWord();
  const { key } = await server.post({ text: `Ik droom van een ${word}.` });
  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByRole("main").getByText(word).first()).toBeVisible();
  await page.getByRole("button", { name: "Nieuwe woorden" }).click();
  const shown = page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem");
  await expect(shown).toHaveCount(7);
  // Copied is said only when it is so.
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await said(page);
  await page.getByRole("button", { name: "Kopieer" }).click();
  await heard(page, /^De woorden zijn gekopieerd\./);
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await page.getByRole("button", { name: "Kopieer" }).click();
  await heard(page, /^Kopiëren lukte niet/);
  expect(await said(page)).toEqual([]);
  await fine(page, "the new words");
  expect(await server.mine(key), "the old words work until the new ones are there").toHaveLength(1);
  const words = (await shown.allInnerTexts()).map((word) => word.trim());
  for (const field of await page.getByRole("textbox", { name: /^Woord \d$/ }).all()) {
    await field.fill(words[Number((await field.getAttribute("id"))!.replace(/\D/g, "")) - 1]!);
  }
  await page.getByRole("button", { name: "Gebruik de nieuwe woorden" }).click();
  await heard(page, /^Je nieuwe woorden werken nu\./);
  expect(await server.mine(key)).toEqual([]);
  expect(await server.mine(words.join("-"))).toHaveLength(1);
});

test("a post that waits can be withdrawn by its writer", async ({ page, server }) => {
  const { key } = await server.post({ text: `Ik droom van een ${newWord()}.` });
  await open(page, "/mijn");
  await openMine(page, key);
  await page.getByRole("button", { name: /^Toch niet plaatsen/ }).click();
  await page.getByRole("button", { name: "Ja, niet plaatsen" }).click();
  await heard(page, "Goed. Wij plaatsen hem niet.");
  await fine(page, "withdrawn");
  expect(await server.mine(key)).toMatchObject([{ state: "withdrawn" }]);
});

test("who shares a phone has the words asked again: in another tab at once, in this one after a quarter of an hour", async ({ page, context, server }) => {
  const word = newWord();
  const { key } = await server.post({ text: `Ik droom van een ${word}.` });
  await page.clock.install();
  await open(page, "/mijn");
  await page.getByRole("checkbox", { name: "Onthoud mijn sleutel" }).check();
  await openMine(page, key);
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(word) })).toBeVisible();
  const button = page.getByRole("button", { name: "Vraag mijn woorden opnieuw" });
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await heard(page, /^Na een kwartier vragen wij je woorden weer\./);
  await fine(page, "the words are asked again");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(key);

  const other = await context.newPage();
  await open(other, "/mijn");
  await expect(other.getByText("Jij wilde dat wij je woorden opnieuw vragen.")).toBeVisible();
  await expect(other.getByText(word)).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(word) })).toBeVisible();
  await page.clock.fastForward("16:00");
  await expect(page.getByText(word)).toHaveCount(0);
  await expect(page.getByText("Jij wilde dat wij je woorden opnieuw vragen.")).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(key);

  await openMine(page, key);
  await page.getByRole("button", { name: "Vraag mijn woorden opnieuw" }).click();
  await heard(page, /^Deze telefoon onthoudt je woorden weer\./);
  await open(other, "/mijn");
  await expect(other.getByRole("heading", { level: 2, name: new RegExp(word) })).toBeVisible();
});
