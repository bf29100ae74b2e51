// The heart of the board: a facilitator asks, an organisation answers, a facilitator reads it, everybody sees it, and only
// the writer says whether it feels heard.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { describedAnew } from "../support/fields.ts";
import { newWord, ORGANISATION, Server } from "../support/server.ts";
import { nextSecond } from "../support/stage.ts";
import { elsewhere, notice, openMine, signIn } from "../support/steps.ts";
import type { Page } from "@playwright/test";

const heard = (page: Page) => page.getByRole("textbox", { name: "Wat ik van jou begrijp" });
const does = (page: Page) => page.getByRole("textbox", { name: "Wat wij doen" });
const name = (page: Page) => page.getByRole("textbox", { name: "Je voornaam" });
const by = (page: Page) => page.getByRole("textbox", { name: "Je functie" });
const said = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

test("ask, answer, a no, a second answer, and it feels heard", async ({ page, desk, another, server }) => {
  test.setTimeout(300_000);
  const word = newWord();
  const { id, key } = await server.hang({ text: `Ik wil zelf kiezen wie mijn ${word} is. Nu kiest niemand dat.` });
  const answerer = await desk(await server.signIn(server.account("answerer")));
  const reader = await desk();
  const stranger = await another();

  await test.step("a facilitator asks", async () => {
    await open(reader, `/leestafel/${id}?state=published`);
    const asks = reader.getByRole("region", { name: "Wie wordt gevraagd?" });
    await expect(asks.getByText("Nog niemand is om een antwoord gevraagd.")).toBeVisible();
    await asks.getByRole("button", { name: "Vraag om een antwoord" }).click();
    await expect(asks.getByRole("combobox", { name: "Organisatie" })).toBeFocused();
    await expect(asks).toContainText("Kies eerst een organisatie.");
    await fine(reader, "nobody was chosen");
    await asks.getByRole("combobox", { name: "Organisatie" }).selectOption({ label: ORGANISATION });
    await asks.getByRole("button", { name: "Vraag om een antwoord" }).click();
    await expect(said(reader, `Gevraagd aan ${ORGANISATION}.`)).toBeVisible();
    await expect(asks.getByRole("listitem")).toContainText("Nog geen antwoord · Vandaag gevraagd");
    await expect(reader.getByRole("heading", { name: "Wie wordt gevraagd?" })).toBeFocused();
    await fine(reader, "asked");
    await open(stranger, `/droom/${id}`);
    await expect(stranger.getByText(`Antwoord gevraagd aan ${ORGANISATION}`)).toBeVisible();
    await expect(stranger.getByText("Vandaag gevraagd")).toBeVisible();
    await fine(stranger, "everybody sees that it waits");
  });

  await test.step("the organisation answers", async () => {
    await open(answerer, "/leestafel");
    await expect(answerer.getByRole("heading", { name: `Gevraagd aan ${ORGANISATION}` })).toBeVisible();
    await fine(answerer, "what is asked");
    await answerer.getByRole("link", { name: new RegExp(word) }).click();
    await expect(answerer.getByText("Raad niet wie dit is")).toBeVisible();
    await fine(answerer, "one asking");
    await answerer.getByRole("button", { name: "Verstuur het antwoord" }).click();
    await expect(notice(answerer)).toBeFocused();
    await expect(notice(answerer).getByRole("link")).toHaveCount(4);
    await expect(notice(answerer)).toContainText("Schrijf eerst wat je van de schrijver begrijpt.");
    await expect(notice(answerer)).toContainText("Schrijf je voornaam. Een andere voornaam mag ook.");
    await fine(answerer, "nothing is written");
    await heard(answerer).fill("Jij kent jouw mensen. Toch koos iemand anders voor jou.");
    await does(answerer).fill("Wij bespreken uw casus. Bel mij op 06 12345678.");
    await name(answerer).fill("Samira de Vries");
    await by(answerer).fill("teamleider wonen");
    await expect(answerer.getByText("‘casus’. Zeg liever: wat er speelt.")).toBeVisible();
    await answerer.reload();
    await expect(heard(answerer), "a reload loses nothing").toHaveValue(/Toch koos iemand anders/);
    await expect(by(answerer)).toHaveValue("teamleider wonen");
    await expect(name(answerer)).toHaveValue("Samira de Vries");
    await answerer.getByRole("button", { name: "Verstuur het antwoord" }).click();
    await expect(notice(answerer).getByRole("link")).toHaveText([/Schrijf alleen een voornaam\./]);
    await fine(answerer, "a surname");
    // That a word is a surname only the server knows.
    await name(answerer).fill("Samira Bakker");
    await answerer.getByRole("button", { name: "Verstuur het antwoord" }).click();
    const hard = notice(answerer).filter({ hasText: "Dit is moeilijk te lezen" });
    await expect(hard).toBeFocused();
    await expect(hard).toContainText("Moeilijke woorden: casus.");
    await fine(answerer, "hard to read");
    await hard.getByRole("button", { name: "Ik maak het korter" }).click();
    await expect(does(answerer)).toBeFocused();
    await answerer.getByRole("button", { name: "Verstuur het antwoord" }).click();
    await hard.getByRole("button", { name: "Toch plaatsen" }).click();
    await expect(notice(answerer).getByRole("link")).toHaveText([
      /^2\. Wat wij doen: Hier staat een nummer, adres of account in\./,
      /Schrijf alleen een voornaam\./,
    ]);
    await fine(answerer, "no way to reach anybody");
    await name(answerer).fill("Samira");
    await does(answerer).fill("Wij beloven niets.");
    await answerer.getByRole("button", { name: "Verstuur het antwoord" }).click();
    await expect(answerer.getByText("Jullie antwoord wacht op een begeleider")).toBeVisible();
    await fine(answerer, "it waits for a facilitator");
    await open(stranger, `/droom/${id}`);
    await expect(stranger.getByText("Wij beloven niets.")).toHaveCount(0);
  });

  await test.step("a facilitator hands it back, and then places it", async () => {
    await open(reader, "/leestafel");
    await elsewhere(reader);
    await reader.getByRole("link", { name: /^Antwoorden lezen \(\d+\)$/ }).click();
    await expect(reader.getByRole("heading", { name: "Antwoorden lezen" })).toBeFocused();
    await toAnswer(reader, "Wij beloven niets.");
    await fine(reader, "reading an answer");
    await reader.getByRole("button", { name: "Teruggeven", exact: true }).click();
    await reader.getByRole("button", { name: "Geef terug aan de organisatie" }).click();
    await expect(notice(reader)).toContainText("Kies waarom.");
    await fine(reader, "a reason is missing");
    await reader.getByRole("radio", { name: "Het zegt niet wat jullie doen" }).check();
    await reader.getByRole("textbox", { name: "Eigen zin erbij" }).fill("Wie kiest er straks?");
    await reader.getByRole("button", { name: "Geef terug aan de organisatie" }).click();
    await expect(said(reader, "Het antwoord is terug bij de organisatie.")).toBeVisible();
    await expect(reader.getByRole("heading", { name: "Antwoorden lezen" })).toBeFocused();
    await fine(reader, "handed back");

    await open(answerer, "/leestafel");
    const row = answerer.getByRole("link", { name: new RegExp(word) });
    await expect(row).toContainText("Een begeleider vraagt jou iets");
    await row.click();
    await expect(answerer.getByText("Wie kiest er straks?")).toBeVisible();
    await fine(answerer, "asked for other words");
    await does(answerer).fill("Vanaf nu kies jij. Wij vragen het jou elk half jaar.");
    await answerer.getByRole("button", { name: "Verstuur het zo" }).click();
    await expect(answerer.getByText("Jullie antwoord wacht op een begeleider")).toBeVisible();

    await place(reader, "Vanaf nu kies jij.");
    await open(stranger, `/droom/${id}`);
    const answer = stranger.getByRole("article", { name: `Antwoord van ${ORGANISATION}` });
    await expect(answer).toContainText("Jij kent jouw mensen.");
    await expect(answer).toContainText("Samira, teamleider wonen");
    await expect(answer).toContainText("De schrijver heeft nog niets gezegd.");
    await fine(stranger, "everybody reads the answer");
  });

  const card = page.getByRole("article").filter({ hasText: word });
  await test.step("the writer says no", async () => {
    await open(page, "/mijn");
    await openMine(page, key);
    await expect(card.getByText("Je hebt een antwoord")).toBeVisible();
    await expect(card.getByText("Samira, teamleider wonen")).toBeVisible();
    await fine(page, "the writer has an answer");
    await card.getByRole("button", { name: "Nee, klopt niet" }).click();
    await expect(card.getByRole("button", { name: "Nee, klopt niet" })).toHaveAttribute("aria-pressed", "true");
    await expect(card.getByText("Dank je. Iedereen ziet nu wat jij zegt.")).toBeVisible();
    await fine(page, "the writer said no");
    await open(stranger, `/droom/${id}`);
    await expect(stranger.getByRole("article", { name: `Antwoord van ${ORGANISATION}` })).toContainText("dit klopt niet");
  });

  await test.step("a second answer is asked for, given and placed", async () => {
    await open(reader, `/leestafel/${id}?state=published`);
    const asks = reader.getByRole("region", { name: "Wie wordt gevraagd?" });
    await asks.getByRole("button", { name: `Vraag een tweede antwoord aan ${ORGANISATION}` }).click();
    await expect(asks.getByRole("listitem")).toHaveCount(2);
    await fine(reader, "asked once more");
    await open(answerer, "/leestafel");
    await answerer.getByRole("link", { name: new RegExp(`${word}.*Tweede antwoord gevraagd`) }).click();
    const before = answerer.getByRole("region", { name: "Wat jullie eerder zeiden" });
    await expect(before).toContainText("De schrijver zegt: dit klopt niet.");
    await heard(answerer).fill("Jij zei dat niemand kiest. Wij begrepen dat verkeerd.");
    await does(answerer).fill("Jij kiest. Morgen praten wij met jou.");
    await expect(name(answerer), "it is signed like the last").toHaveValue("Samira");
    await expect(by(answerer)).toHaveValue("teamleider wonen");
    await fine(answerer, "the second answer");
    await answerer.getByRole("button", { name: "Verstuur het antwoord" }).click();
    await expect(answerer.getByText("Jullie antwoord wacht op een begeleider")).toBeVisible();
    await place(reader, "Jij kiest. Morgen praten wij met jou.");
  });

  await test.step("it feels heard, with words that are read first", async () => {
    await open(page, "/mijn");
    await openMine(page, key);
    const second = card.getByRole("article", { name: `Antwoord van ${ORGANISATION}` }).filter({ hasText: "Morgen praten wij" });
    await second.getByRole("button", { name: "Zo voelt het gehoord" }).click();
    await expect(second.getByRole("button", { name: "Zo voelt het gehoord" })).toHaveAttribute("aria-pressed", "true");
    await fine(page, "it feels heard");
    expect(await describedAnew(page), "words beside a verdict").toEqual([]);
    await second.getByRole("textbox", { name: "Wil je er iets bij zeggen?" }).fill(`Dank je voor ${word}.`);
    await second.getByRole("button", { name: "Verstuur mijn woorden" }).click();
    await expect(second.getByText("Wacht op een lezer")).toBeVisible();
    await fine(page, "words beside the verdict");
    await open(stranger, `/droom/${id}`);
    await expect(stranger.getByText("De schrijver zegt: zo voelt het gehoord").first()).toBeVisible();
    await expect(stranger.getByText(`Dank je voor ${word}.`)).toHaveCount(0);

    await open(reader, "/leestafel/antwoorden");
    await toAnswer(reader, `Dank je voor ${word}.`);
    await fine(reader, "reading the writer's words");
    await reader.getByRole("button", { name: "Laat zien", exact: true }).click();
    await reader.getByRole("button", { name: "Laat deze woorden zien" }).click();
    await expect(said(reader, "De woorden staan bij het antwoord.")).toBeVisible();
    await fine(reader, "the words are shown");
    await open(stranger, `/droom/${id}`);
    await expect(stranger.getByText(`Dank je voor ${word}.`)).toBeVisible();
    await fine(stranger, "everything that came of it");
    await stranger.getByRole("article", { name: `Tweede antwoord van ${ORGANISATION}` }).getByRole("link", { name: ORGANISATION }).click();
    await expect(stranger.getByRole("heading", { level: 1, name: ORGANISATION })).toBeVisible();
    const here = stranger.getByRole("article", { name: new RegExp(`^Tweede antwoord op: .*${word}`) });
    await expect(here).toContainText("Jij zei dat niemand kiest.");
    await expect(here).toContainText("zo voelt het gehoord");
    await here.getByRole("link", { name: new RegExp(word) }).click();
    await expect(stranger).toHaveURL(new RegExp(`/droom/${id}$`));
    await open(answerer, "/leestafel");
    await expect(answerer.getByRole("link", { name: new RegExp(word) }).first()).toContainText("zo voelt het gehoord");
    await answerer.getByRole("link", { name: new RegExp(`${word}.*zo voelt het gehoord`) }).click();
    await expect(answerer.getByText("Dit staat bij de droom. Het verandert niet meer.")).toBeVisible();
    await fine(answerer, "an answer that is public");
  });
});

/** Skips to what holds these words: other tests have answers waiting too. */
async function toAnswer(reader: Page, text: string): Promise<void> {
  const wanted = reader.getByRole("article").filter({ hasText: text });
  await expect(reader.getByRole("article").first()).toBeVisible();
  for (let skips = 0; skips < 20 && (await wanted.count()) === 0; skips += 1) {
    await reader.getByRole("button", { name: "Sla over, lees de volgende" }).click();
  }
  await expect(wanted.first()).toBeVisible();
}

async function place(reader: Page, text: string): Promise<void> {
  await open(reader, "/leestafel/antwoorden");
  await toAnswer(reader, text);
  await reader.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await reader.getByRole("button", { name: "Plaats dit antwoord" }).click();
  await expect(said(reader, "Het antwoord staat bij de droom.")).toBeVisible();
  await fine(reader, "placed");
}

test("what nobody of an organisation has read: one after the other, by keyboard, with and without a network", async ({ another }) => {
  // The oldest of a whole board come first, so it has a board of its own.
  const server = await Server.start();
  try {
    const texts = ["Ik droom van een ijsvogel.", "Wij willen een zwaluw.", "Geef mij een merel."];
    for (const text of texts) {
      await server.hang({ text });
      await nextSecond();
    }
    await server.ask((await server.hang({ text: "Dit is al gevraagd." })).id);
    const page = await another({ baseURL: server.url, viewport: { width: 390, height: 844 } });
    await page.context().addCookies([server.cookieOf(await server.signIn(server.account("answerer")))]);
    await open(page, "/leestafel");
    const heading = page.getByRole("heading", { name: "Nog door niemand van jullie gelezen" });
    await expect(heading).toBeVisible();
    const entries = page.locator(".queue__fold > summary");
    await expect(entries).toHaveText(texts.map((text) => new RegExp(text)));
    await entries.first().focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("article", { name: texts[0] })).toBeVisible();
    await fine(page, "one of them is open");

    await page.context().setOffline(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(notice(page).filter({ hasText: "Je hebt geen internet" })).toBeFocused();
    await fine(page, "without internet");
    await expect(entries).toHaveCount(3);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Probeer opnieuw" }).click();
    await expect(entries).toHaveText([/zwaluw/, /merel/]);
    await expect(entries.first(), "the focus goes to what takes its place").toBeFocused();

    for (const left of [1, 0]) {
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await expect(page.getByRole("button", { name: "Gelezen" })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(entries).toHaveCount(left);
    }
    await expect(heading).toBeFocused();
    await expect(page.getByText("Jullie hebben alles gelezen.")).toBeVisible();
    await fine(page, "everything is read");
    await open(page, "/leestafel");
    await expect(page.getByText("Jullie hebben alles gelezen.")).toBeVisible();
  } finally {
    await server.remove();
  }
});

test("what an answerer types stays on the device until they sign out, and is nobody else's", async ({ another, server }) => {
  const word = newWord();
  const { id } = await server.hang({ text: `Ik droom van een ${word}.` });
  const [kim, bo] = [server.account("answerer"), server.account("answerer")];
  const asking = await server.ask(id);
  const page = await another();
  await open(page, `/leestafel/${asking}`);
  await signIn(page, kim);
  await heard(page).fill(`Jij wilt een ${word}.`);
  await name(page).fill("Sjoukje");
  await page.reload();
  await expect(heard(page)).toHaveValue(`Jij wilt een ${word}.`);
  await page.getByRole("button", { name: "Log uit" }).click();
  await expect(said(page, "Je bent uitgelogd.")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect([word, "Sjoukje"].filter((one) => kept.includes(one))).toEqual([]);
  await signIn(page, bo);
  await expect(heard(page)).toHaveValue("");
  await expect(name(page)).toHaveValue("");
});

test("an administrator adds an organisation, changes it, and makes an account that answers for it", async ({ desk, server }) => {
  const page = await desk(await server.signIn(server.account("administrator")));
  const name = `Huis ${newWord()}`;
  await open(page, "/leestafel");
  await page.getByRole("link", { name: "Organisaties" }).click();
  await expect(page.getByRole("heading", { name: "Organisaties die meedoen" })).toBeFocused();
  await fine(page, "the organisations");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await expect(notice(page).getByRole("link")).toHaveText([/Typ een naam\.$/, /Typ een getal van 1 tot 99\.$/]);
  await fine(page, "nothing is typed");
  await page.getByRole("textbox", { name: "Naam" }).fill(name);
  await page.getByRole("textbox", { name: "Groep" }).fill("2");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await expect(said(page, `${name} doet mee.`)).toBeVisible();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("Groep 2");
  await fine(page, "it takes part");
  await page.getByRole("textbox", { name: "Naam" }).fill(name.toUpperCase());
  await page.getByRole("textbox", { name: "Groep" }).fill("1");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await expect(notice(page)).toContainText("Deze organisatie is er al.");
  await fine(page, "there already");
  await row.getByRole("button", { name: `Verander: ${name}` }).click();
  await expect(page.getByRole("heading", { name: `${name} veranderen` })).toBeFocused();
  await page.getByRole("textbox", { name: "Naam" }).fill(`${name} Noord`);
  const mail = page.getByRole("textbox", { name: "E-mailadres voor herinneringen" });
  await mail.fill("antwoorden");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await expect(notice(page)).toContainText("Het e-mailadres voor herinneringen klopt niet.");
  await fine(page, "no mail address");
  await mail.fill("antwoorden@vlierpad.example");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await expect(said(page, `${name} Noord is veranderd.`)).toBeVisible();
  await row.getByRole("button", { name: `Verander: ${name} Noord` }).click();
  await expect(mail, "administrators see it again").toHaveValue("antwoorden@vlierpad.example");
  await fine(page, "changed");

  await page.getByRole("link", { name: "Naar de leestafel" }).click();
  await page.getByRole("textbox", { name: "Naam" }).fill(`Antwoorder ${newWord()}`);
  await page.getByRole("radio", { name: /^iemand van een organisatie/i }).check();
  await expect(page.getByRole("combobox", { name: "Voor welke organisatie?" })).toBeVisible();
  await fine(page, "for which organisation");
  await page.getByRole("button", { name: "Maak", exact: true }).click();
  await expect(notice(page)).toContainText("Kies de organisatie.");
  await fine(page, "no organisation is chosen");
  await page.getByRole("combobox", { name: "Voor welke organisatie?" }).selectOption({ label: `${name} Noord` });
  await page.getByRole("button", { name: "Maak", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: `iemand van een organisatie · ${name} Noord` })).toBeVisible();
  await fine(page, "the account is there");
});
