// What an organisation promises because of a post: read first, shown to everybody, said of by the writer, and overdue by the
// clock alone.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { dayFromNow, newWord, ORGANISATION, Server } from "../support/server.ts";
import { elsewhere, notice, openMine } from "../support/steps.ts";
import type { BrowserContextOptions, Page } from "@playwright/test";

const said = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });
const what = (page: Page) => page.getByRole("textbox", { name: "Wat is er dan anders?" });
const owner = (page: Page) => page.getByRole("textbox", { name: "Wie zorgt ervoor?" });
const due = (page: Page) => page.getByLabel("Uiterlijk op welke dag?");
const board = (page: Page) => page.getByRole("search", { name: "Zoek op het bord" });
const search = (page: Page) => board(page).getByRole("searchbox", { name: "Zoek op het bord" });
const send = (page: Page) => page.getByRole("button", { name: "Verstuur de belofte" });

test("a promise: made, read, seen by everybody, said of by the writer, overdue by the clock, and followed up", async ({ page, another }) => {
  test.setTimeout(300_000);
  const server = await Server.start();
  // The clock of this test runs ahead, so it has a server of its own.
  const at = (options: BrowserContextOptions = {}) => another({ baseURL: server.url, ...options });
  const seated = async (role: "answerer" | "facilitator") => {
    const seat = await at();
    await seat.context().addCookies([server.cookieOf(await server.signIn(server.account(role)))]);
    return seat;
  };
  const word = newWord();
  const promise = `Elke jongere kiest zelf een ${word}.`;
  try {
    const { id, key } = await server.hang({ text: `Ik wil zelf mijn ${word} kiezen. Nu kiest niemand dat.` });
    const other = await server.hang({ text: `Wij willen ook kiezen. Net als bij de ${word}.` });
    for (let post = 0; post < 10; post += 1) await server.hang({ text: `Ik droom van nummer ${post}.` });
    await server.ask(id);
    const [answerer, reader, stranger] = [await seated("answerer"), await seated("facilitator"), await at()];

    await test.step("the organisation promises", async () => {
      await open(answerer, "/leestafel");
      await answerer.getByRole("link", { name: "Jullie beloftes" }).click();
      await expect(answerer.getByRole("heading", { name: "Jullie beloftes" })).toBeFocused();
      await expect(answerer.getByText("Jullie beloofden nog niets")).toBeVisible();
      await fine(answerer, "nothing is promised");
      await answerer.getByRole("link", { name: "Beloof iets" }).click();
      await expect(answerer.getByRole("heading", { name: "Beloof iets" })).toBeFocused();
      await fine(answerer, "the form of a promise");
      await send(answerer).click();
      await expect(notice(answerer)).toBeFocused();
      await expect(notice(answerer).getByRole("link")).toHaveText([
        /Kies: starten, stoppen of terugdraaien\.$/,
        "Wat is er dan anders? Vul dit nog in.",
        "Wie zorgt ervoor? Vul dit nog in.",
        "Uiterlijk op welke dag? Kies een dag.",
        /Kies minstens één droom of verhaal\.$/,
      ]);
      await fine(answerer, "nothing is filled in");
      await answerer.getByRole("radio", { name: "Stoppen" }).check();
      await what(answerer).fill(`Wij implementeren per casus een ${word}.`);
      await owner(answerer).fill("mevrouw Jansen");
      // Over everywhere, at every hour: whether yesterday is over is the server's to say.
      await due(answerer).fill(dayFromNow(-3));
      await answerer.getByRole("checkbox", { name: new RegExp(word) }).check();
      await search(answerer).fill("kwibuswoord");
      await search(answerer).press("Enter");
      await expect(board(answerer).getByText("Niets gevonden.")).toBeVisible();
      await expect(search(answerer), "a search sends nothing, and the focus stays").toBeFocused();
      await fine(answerer, "nothing is found");
      await answerer.context().setOffline(true);
      await search(answerer).fill(word);
      await search(answerer).press("Enter");
      await expect(board(answerer).getByText("Je hebt geen internet")).toBeVisible();
      await fine(answerer, "no search without internet");
      await answerer.context().setOffline(false);
      await board(answerer).getByRole("button", { name: "Probeer opnieuw" }).click();
      await expect(said(answerer, "2 gevonden.")).toHaveCount(1);
      await board(answerer).getByRole("checkbox", { name: /Wij willen ook kiezen/ }).check();
      // It stands above too, with what was asked: both say the same.
      await expect(answerer.getByRole("checkbox", { name: /Wij willen ook kiezen/ })).toHaveCount(2);
      await fine(answerer, "a post that was found");
      await search(answerer).fill("");
      await search(answerer).press("Enter");
      await expect(board(answerer).getByText("Je ziet er nu 10. Er zijn er meer.")).toBeVisible();
      await expect(board(answerer).getByRole("checkbox")).toHaveCount(10);
      await board(answerer).getByRole("button", { name: "Laat er meer zien" }).click();
      await expect(board(answerer).getByRole("checkbox")).toHaveCount(12);
      await expect(board(answerer).locator("[id^=vondst]").nth(10), "the first of what came").toBeFocused();
      await expect(board(answerer).getByRole("button", { name: "Laat er meer zien" })).toHaveCount(0);
      await expect(answerer.getByRole("checkbox", { name: /Wij willen ook kiezen/ }).first(), "what is chosen stays above").toBeChecked();
      await fine(answerer, "more of the board");
      await answerer.reload();
      await expect(what(answerer), "a reload loses nothing").toHaveValue(/implementeren/);
      await expect(answerer.getByRole("radio", { name: "Stoppen" })).toBeChecked();
      await expect(answerer.getByRole("checkbox", { name: /Wij willen ook kiezen/ })).toBeChecked();
      await send(answerer).click();
      await expect(notice(answerer)).toContainText("Kies een dag die nog komt");
      await due(answerer).fill(dayFromNow(3));
      await send(answerer).click();
      const hard = notice(answerer).filter({ hasText: "Dit is moeilijk te lezen" });
      await expect(hard).toBeFocused();
      await expect(hard).toContainText("implementeren");
      await fine(answerer, "hard to read");
      await hard.getByRole("button", { name: "Ik maak het korter" }).click();
      await expect(what(answerer)).toBeFocused();
      await what(answerer).fill(promise);
      await send(answerer).click();
      await expect(notice(answerer)).toContainText("Schrijf een functie. Geen naam van een mens.");
      await fine(answerer, "no name");
      await owner(answerer).fill("teamleider wonen");
      await answerer.context().setOffline(true);
      await send(answerer).click();
      await expect(notice(answerer).filter({ hasText: "Je hebt geen internet" })).toBeFocused();
      await expect(what(answerer), "a failure loses nothing").toHaveValue(promise);
      await fine(answerer, "without internet");
      await answerer.context().setOffline(false);
      await answerer.getByRole("button", { name: "Probeer opnieuw" }).click();
      await expect(said(answerer, "De belofte is binnen.")).toBeVisible();
      await expect(answerer.getByRole("heading", { name: "Jullie beloftes" })).toBeFocused();
      const mine = answerer.getByRole("listitem").filter({ has: answerer.getByRole("heading", { name: promise }) });
      await expect(mine).toContainText("Wacht op een begeleider");
      await fine(answerer, "it waits for a reader");
      expect(await answerer.evaluate(() => JSON.stringify(localStorage))).not.toContain(word);
      await open(stranger, "/beloftes");
      await expect(stranger.getByText(word)).toHaveCount(0);
    });

    await test.step("a facilitator reads it and places it", async () => {
      await open(reader, "/leestafel");
      await elsewhere(reader);
      await reader.getByRole("link", { name: "Beloftes lezen (1)" }).click();
      await expect(reader.getByRole("heading", { name: "Beloftes lezen" })).toBeFocused();
      const text = reader.getByRole("article", { name: `${ORGANISATION} belooft` });
      await expect(text).toContainText(promise);
      await expect(text).toContainText("teamleider wonen");
      await expect(reader.getByRole("link", { name: /Ik wil zelf mijn/ })).toBeVisible();
      await fine(reader, "reading a promise");
      await reader.getByRole("button", { name: "Niet plaatsen", exact: true }).click();
      await reader.getByRole("button", { name: "Plaats dit niet" }).click();
      await expect(notice(reader)).toContainText("Kies waarom.");
      await fine(reader, "a reason is missing");
      await reader.getByRole("button", { name: "Plaatsen", exact: true }).click();
      await reader.getByRole("button", { name: "Plaats dit", exact: true }).click();
      await expect(said(reader, "Iedereen kan het nu lezen.")).toBeVisible();
      await expect(reader.getByRole("heading", { name: "Beloftes lezen" })).toBeFocused();
      await expect(reader.getByText("Alles is gelezen")).toBeVisible();
      await fine(reader, "everything is read");
    });

    await test.step("everybody sees it, at the post too", async () => {
      await open(stranger, "/beloftes");
      const card = stranger.getByRole("article", { name: promise });
      await expect(card).toContainText("Loopt nog");
      await expect(card).toContainText("teamleider wonen");
      await expect(card).toContainText("Nog niets gezegd");
      await fine(stranger, "the promises");
      await card.getByRole("link", { name: ORGANISATION }).click();
      await expect(stranger.getByRole("heading", { level: 1, name: ORGANISATION })).toBeVisible();
      await expect(stranger.getByRole("article", { name: promise })).toBeVisible();
      await fine(stranger, "the organisation");
      await open(stranger, `/droom/${id}`);
      await expect(stranger.getByRole("article", { name: promise })).toContainText("Loopt nog");
      await fine(stranger, "the post that led to it");
    });

    const mine = page.getByRole("article").filter({ hasText: "Nu kiest niemand dat." });
    await test.step("the writer hears of it, and is not asked yet", async () => {
      await open(page, `${server.url}/mijn`);
      await openMine(page, key);
      await expect(mine.getByText("Dit is beloofd")).toBeVisible();
      await expect(mine).toContainText(promise);
      await fine(page, "the writer hears of it");
      await expect(mine.getByText("Is het zo? Dat vragen wij je vanaf")).toBeVisible();
      await expect(mine.getByRole("button", { name: "Nee, nog niet" })).toHaveCount(0);
    });

    await test.step("the organisation says how it goes, and a facilitator reads that too", async () => {
      await open(answerer, "/leestafel/beloftes");
      await answerer.getByRole("button", { name: `Zeg hoe het staat met belofte: ${promise}` }).click();
      await expect(answerer.getByRole("heading", { name: "Hoe staat het ermee?" })).toBeFocused();
      await answerer.getByRole("button", { name: "Verstuur" }).click();
      await expect(notice(answerer).getByRole("link")).toHaveText([/Kies hoe het staat\.$/]);
      await fine(answerer, "nothing is said");
      await answerer.getByRole("radio", { name: "Wij doen dit niet meer" }).check();
      await answerer.getByRole("button", { name: "Verstuur" }).click();
      await expect(notice(answerer).getByRole("link")).toHaveText([/Schrijf waarom dit niet meer gebeurt\.$/]);
      await fine(answerer, "a reason is missing");
      await answerer.getByRole("radio", { name: "Het is nog niet gedaan" }).check();
      await answerer.getByRole("textbox", { name: "Wil je er iets bij zeggen?" }).fill("Twee huizen doen het al.");
      await answerer.getByRole("button", { name: "Verstuur" }).click();
      await expect(said(answerer, "Dat is binnen.")).toBeVisible();
      const row = answerer.getByRole("listitem").filter({ has: answerer.getByRole("heading", { name: promise }) });
      await expect(row).toBeFocused();
      await expect(row.getByText("Twee huizen doen het al.")).toBeVisible();
      await expect(row.getByRole("button", { name: "Zeg hoe het staat" })).toHaveCount(0);
      await fine(answerer, "it is said");
      await open(reader, "/leestafel/beloftes");
      await expect(reader.getByRole("article", { name: `${ORGANISATION} zegt: nog niet gedaan` })).toContainText("Twee huizen");
      await fine(reader, "reading what is said of it");
      await reader.getByRole("button", { name: "Plaatsen", exact: true }).click();
      await reader.getByRole("button", { name: "Plaats dit", exact: true }).click();
      await expect(said(reader, "Iedereen kan het nu lezen.")).toBeVisible();
      await open(stranger, "/beloftes");
      await expect(stranger.getByRole("article", { name: promise })).toContainText("Twee huizen doen het al.");
      await fine(stranger, "what the organisation says, beside the writer");
    });

    await test.step("a facilitator writes one down for an organisation", async () => {
      await open(reader, "/leestafel/beloftes");
      await reader.getByRole("link", { name: "Schrijf een belofte op voor een organisatie" }).click();
      await expect(reader.getByRole("heading", { name: "Schrijf een belofte op voor een organisatie" })).toBeFocused();
      await send(reader).click();
      await expect(notice(reader).getByRole("link")).toHaveCount(6);
      await expect(notice(reader)).toContainText("Kies de organisatie.");
      await fine(reader, "nothing is filled in for them");
      await reader.getByRole("combobox", { name: "Welke organisatie belooft dit?" }).selectOption({ label: ORGANISATION });
      await reader.getByRole("radio", { name: "Terugdraaien" }).check();
      await what(reader).fill(`Wij lezen alles over de ${word} opnieuw.`);
      await owner(reader).fill("bestuurder");
      await due(reader).fill(dayFromNow(60));
      await search(reader).fill(`Nu kiest niemand dat ${word}`);
      await board(reader).getByRole("button", { name: "Zoek", exact: true }).click();
      await board(reader).getByRole("checkbox", { name: new RegExp(word) }).check();
      await reader.reload();
      await expect(reader.getByRole("checkbox", { name: new RegExp(word) })).toBeChecked();
      await expect(reader.getByRole("combobox", { name: "Welke organisatie belooft dit?" })).toHaveValue(/.+/);
      await fine(reader, "written down");
      await send(reader).click();
      await expect(said(reader, "De belofte is binnen.")).toBeVisible();
      await reader.getByRole("button", { name: "Niet plaatsen", exact: true }).click();
      await reader.getByRole("radio", { name: "Wij begrijpen het nog niet goed" }).check();
      await fine(reader, "declining");
      await reader.getByRole("button", { name: "Plaats dit niet" }).click();
      await expect(said(reader, "Het is niet geplaatst.")).toBeVisible();
      await open(answerer, "/leestafel/beloftes");
      await expect(answerer.getByText("Waarom: Wij begrijpen het nog niet goed.")).toBeVisible();
      await fine(answerer, "one that was not placed");
    });

    await test.step("a facilitator writes down what an organisation says", async () => {
      const whose = reader.getByRole("region", { name: "Wat zegt een organisatie van haar belofte?" });
      await expect(whose.getByRole("combobox", { name: "Organisatie" })).toHaveValue("");
      await fine(reader, "no organisation is chosen");
      await whose.getByRole("combobox", { name: "Organisatie" }).selectOption({ label: ORGANISATION });
      await whose.getByRole("button", { name: `Zeg hoe het staat met belofte: ${promise}` }).click();
      await expect(whose.getByRole("heading", { name: "Hoe staat het ermee?" })).toBeFocused();
      await whose.getByRole("button", { name: "Verstuur" }).click();
      await expect(notice(reader).getByRole("link")).toHaveText([/Kies hoe het staat\.$/]);
      await whose.getByRole("radio", { name: "Het is nog niet gedaan" }).check();
      await whose.getByRole("textbox", { name: "Wil je er iets bij zeggen?" }).fill("De gemeente moet nog ja zeggen.");
      await fine(reader, "what an organisation says, for a facilitator");
      await reader.reload();
      await whose.getByRole("button", { name: `Zeg hoe het staat met belofte: ${promise}` }).click();
      await expect(whose.getByRole("textbox", { name: "Wil je er iets bij zeggen?" }), "a reload loses nothing").toHaveValue(/gemeente/);
      await whose.getByRole("button", { name: "Verstuur" }).click();
      await expect(said(reader, "Dat is binnen.")).toBeVisible();
      await expect(whose.getByText("De gemeente moet nog ja zeggen.")).toBeVisible();
      const waits = reader.getByRole("article", { name: `${ORGANISATION} zegt: nog niet gedaan` });
      await expect(waits, "it waits for a reader like everything else").toContainText("De gemeente moet nog ja zeggen.");
      await fine(reader, "written down for an organisation");
      await open(stranger, "/beloftes");
      await expect(stranger.getByText("De gemeente moet nog ja zeggen.")).toHaveCount(0);
      await reader.getByRole("button", { name: "Plaatsen", exact: true }).click();
      await reader.getByRole("button", { name: "Plaats dit", exact: true }).click();
      await expect(said(reader, "Iedereen kan het nu lezen.")).toBeVisible();
    });

    await test.step("its day passes, and it is overdue by itself", async () => {
      await server.down();
      await server.up(["--days-ahead", "4"]);
      await open(stranger, "/beloftes");
      const card = stranger.getByRole("article", { name: promise });
      await expect(card).toContainText("Te laat");
      await expect(card).toContainText("Was uiterlijk");
      await fine(stranger, "too late");
      await stranger.getByRole("link", { name: "Te laat" }).click();
      await expect(stranger.getByRole("article", { name: promise })).toBeVisible();
      await open(page, `${server.url}/mijn`);
      await openMine(page, key);
      await expect(mine).toContainText("Te laat");
      await fine(page, "the writer sees that it is too late");
      await mine.getByRole("button", { name: "Nee, nog niet" }).click();
      await expect(mine.getByRole("button", { name: "Nee, nog niet" })).toHaveAttribute("aria-pressed", "true");
      await expect(mine.getByText("Dank je. Iedereen ziet nu wat jij zegt.")).toBeVisible();
      await fine(page, "the writer said no");
      await open(stranger, "/beloftes");
      await expect(stranger.getByRole("article", { name: promise })).toContainText("Nee, nog niet");
    });
  } finally {
    await server.remove();
  }
});
