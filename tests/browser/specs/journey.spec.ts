// From a phone to the wall, through a human reader.
import { expect, fine, open, tabTo, taken, test } from "../support/fixtures.ts";
import { heard } from "../support/heard.ts";
import { code, newWord } from "../support/server.ts";
import {
  choices,
  next,
  note,
  notice,
  openMine,
  queued,
  send,
  sendButton,
  signIn,
  typeTwoWords,
  words,
  write,
} from "../support/steps.ts";
import type { Page } from "@playwright/test";

test("a dream that is tapped together is read, placed, and found by everybody", async ({ page, another, server }) => {
  test.setTimeout(120_000);
  const word = newWord();
  const text = `Ik droom van een ${word} in de gang. Dan weet ik waar ik ben.`;

  await open(page, "/");
  await fine(page, "the board");
  await page.getByRole("link", { name: "Schrijf jouw droom" }).first().click();
  await expect(page).toHaveURL(/\/deel$/);
  await taken(page);
  await expect(page).toHaveTitle("Stap 1: kies – Droombord");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await page.getByRole("radio", { name: "Starten" }).check();
  await fine(page, "step 1");
  await next(page);
  await heard(page, "Stap 2 van 4");
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(text);
  await expect(page.getByText("Bewaard op deze telefoon. Nog niet verstuurd.")).toBeVisible();
  await fine(page, "step 2");
  await next(page);
  await heard(page, "Stap 3 van 4");
  await page.getByRole("radio", { name: "Kind of jongere" }).check();
  await page.getByRole("radio", { name: "13 tot 15 jaar" }).check();
  await page.getByLabel("Waar in Nederland?").selectOption("Noord-Nederland");
  await fine(page, "step 3");
  await next(page);
  await heard(page, "Stap 4 van 4");
  await expect(page.getByText("van een jongere, 13 tot 15 jaar · Noord-Nederland")).toBeVisible();
  await fine(page, "step 4");
  const key = await send(page);
  await fine(page, "thank you");
  await typeTwoWords(page, key);
  await expect(page).toHaveURL(/\/mijn$/);
  await expect(page.getByRole("main").getByText("Wacht op een lezer").first()).toBeVisible();
  await fine(page, "own posts");

  await open(page, "/");
  await expect(page.getByText(word)).toHaveCount(0);

  const desk = await another();
  await open(desk, "/leestafel");
  await fine(desk, "signing in");
  await signIn(desk, server.account());
  await heard(desk, "Je bent ingelogd.");
  await expect(desk.getByRole("heading", { level: 1 })).toBeFocused();
  await (await queued(desk, new RegExp(word))).click();
  await expect(desk.getByRole("article").getByText(text)).toBeVisible();
  await fine(desk, "reading");
  await desk.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await desk.getByLabel("Trefwoorden").first().fill("thuis");
  await desk.getByRole("button", { name: "Zet erbij" }).click();
  await heard(desk, /thuis/);
  await expect(desk.getByRole("button", { name: "Haal weg: thuis" })).toBeVisible();
  await fine(desk, "deciding");
  await desk.getByRole("button", { name: "Plaats op het bord" }).click();
  await heard(desk, /^Geplaatst op het bord\./);
  await fine(desk, "decided");

  await expectOnBoard(await another(), word, "Starten", { role: "Kind of jongere", region: "Noord-Nederland" }, "thuis");

  await open(page, "/mijn");
  await expect(page.getByRole("main").getByText("Geplaatst op het bord").first()).toBeVisible();
  await fine(page, "own posts, placed");
  await page.getByRole("link", { name: /Bekijk hem op het bord/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(word) })).toBeVisible();
  await fine(page, "the post");
});

async function expectOnBoard(
  page: Page,
  word: string,
  direction: string,
  filter: { role: string; region: string },
  keyword: string,
): Promise<void> {
  await open(page, "/");
  await expect(note(page, word)).toHaveCount(1);
  await page.getByRole("link", { name: "Lijst" }).click();
  await expect(page.getByRole("link", { name: "Lijst" })).toHaveAttribute("aria-current", "true");
  await heard(page, "Lijst");
  await expect(note(page, word)).toHaveCount(1);
  await fine(page, "the list");
  await choices(page);
  await page.getByRole("link", { name: direction, exact: true }).click();
  await expect(page).toHaveURL(/direction=start/);
  await heard(page, /^\d+ (droom|dromen) over starten$/);
  await page.getByText("Meer keuzes").click();
  await page.getByLabel("Droom of verhaal").selectOption("Droom");
  await page.getByLabel("Van wie").selectOption(filter.role);
  await page.getByLabel("Waar in Nederland").selectOption(filter.region);
  await page.getByRole("button", { name: "Laat zien" }).click();
  await expect(page).toHaveURL(/region=north/);
  await expect(note(page, word)).toHaveCount(1);
  await note(page, word).getByRole("link", { name: keyword, exact: true }).click();
  await expect(page.getByText(`Trefwoord: ${keyword}`)).toBeVisible();
  await expect(note(page, word)).toHaveCount(1);
  await fine(page, "one keyword");
  await page.getByRole("main").getByText("Zoek", { exact: true }).first().click();
  await page.getByRole("searchbox", { name: "Zoek een woord" }).fill(word.toUpperCase());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("heading", { level: 3 }).filter({ hasText: word })).toHaveCount(1);
  await heard(page, "1 droom over starten");
  await fine(page, "found");
}

test("a dream is written, sent and followed with the keyboard alone", async ({ page, server }) => {
  const word = newWord();
  await open(page, "/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Schrijf jouw droom" }).first());
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "Wat wil je vertellen?" })).toBeVisible();
  await taken(page);
  await tabTo(page, page.getByRole("button", { name: "Verder", exact: true }));
  await page.keyboard.press("Enter");
  await expect(notice(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Een droom" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Schrijf jouw droom" })).toBeFocused();
  await tabTo(page, page.getByRole("textbox", { name: "Schrijf jouw droom" }));
  await page.keyboard.type(`Ik droom van een ${word}.`);
  await tabTo(page, page.getByRole("button", { name: "Verder", exact: true }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Overslaan" }));
  await page.keyboard.press("Enter");
  await tabTo(page, sendButton(page));
  await page.keyboard.press("Enter");
  const key = await words(page);
  const fields = page.getByRole("textbox", { name: /^Woord \d$/ });
  for (const field of await fields.all()) {
    await tabTo(page, field);
    await page.keyboard.type(key[Number((await field.getAttribute("id"))!.replace(/\D/g, "")) - 1]!);
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Mijn dromen" })).toBeVisible();
  expect(await server.mine(key.join("-"))).toMatchObject([{ state: "received", body: { text: `Ik droom van een ${word}.` } }]);
});

test("a facilitator reads and decides with the keyboard alone", async ({ page, server }) => {
  const word = newWord();
  const { id, key } = await server.post({ text: `Laat ons meepraten over de ${word}.` });
  const account = server.account();
  await open(page, `/leestafel/${id}`);
  const typed = { Naam: account.name, Wachtwoord: account.password, "Code uit je app": await code(account) };
  for (const [label, text] of Object.entries(typed)) {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Wat doe je?" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Niet plaatsen" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Plaats niet en stuur de brief" }));
  await page.keyboard.press("Enter");
  await expect(notice(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Plaats niet en stuur de brief" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "De schrijver krijgt de brief." })).toBeVisible();
  expect(await server.mine(key)).toMatchObject([{ state: "declined" }]);
});

for (const width of [320, 1280]) {
  test(`from writing to the wall at ${width} px`, async ({ page, desk, server }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 720 });
    const word = newWord();
    await open(page, "/deel");
    await fine(page, "step 1");
    await write(page, `Ik wil een ${word} op mijn kamer.`);
    const key = await send(page);
    await fine(page, "thank you");
    await page.getByRole("button", { name: "Sla over, ik wil niet volgen" }).click();
    await expect(page).toHaveURL(server.url + "/");

    const reader = await desk(undefined, { viewport: { width, height: 720 } });
    await open(reader, "/leestafel");
    const row = await queued(reader, new RegExp(word));
    await fine(reader, "the queue");
    await row.click();
    await reader.getByRole("button", { name: "Plaatsen", exact: true }).click();
    await fine(reader, "deciding");
    await reader.getByRole("button", { name: "Plaats op het bord" }).click();
    await expect(reader.getByRole("status").filter({ hasText: "Geplaatst op het bord." })).toBeVisible();

    await open(page, "/");
    await expect(note(page, word)).toHaveCount(1);
    await fine(page, "the wall");
    await note(page, word).getByRole("heading").getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(word) })).toBeVisible();
    await fine(page, "the post");
    await page.goto("/mijn");
    await openMine(page, key.join(" "));
    await expect(page.getByRole("main").getByText("Geplaatst op het bord").first()).toBeVisible();
    await fine(page, "own posts");
  });
}
