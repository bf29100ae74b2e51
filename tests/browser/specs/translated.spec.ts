// A browser that translates: it takes no word that is not public, and what changes goes on changing, before and after the takeover.
import { expect, holdApp, open, taken, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { showOriginal, Translator } from "../support/translator.ts";
import type { Page } from "@playwright/test";

const capitals = (text: string) => text.toLocaleUpperCase("nl");
/** A translator writes capitals. */
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name: name == "Verder" ? /^verder$/i : name }).click();
const counter = (page: Page) => page.locator(".field__foot > :last-child");
const guard = (page: Page) => page.getByRole("region", { name: /kan iemand jou herkennen/i });
const announced = (page: Page) => page.locator("#announcer");

for (const begins of ["early", "late"] as const) {
  test(`a dream is written, found again, sent, followed and changed (${begins})`, async ({ page, context, server }) => {
    test.slow();
    const translator = await Translator.in(context, begins);
    const secret = newWord();
    const letGo = await holdApp(page);
    await page.goto("/deel");
    if (begins === "early") await expect(page.getByRole("heading", { level: 1 })).toHaveText(capitals("Wat wil je vertellen?"));
    // In the first HTML, whose texts are not those of the program any more.
    await page.getByRole("radio", { name: "Een droom" }).check();
    await press(page, "Verder");
    letGo();
    await taken(page);

    const field = page.locator("#tekst");
    await field.fill(`Ik droom van een ${secret}.`);
    await expect(counter(page)).toHaveText(capitals(`${18 + secret.length} van 1.000 letters`));
    await field.press("End");
    await page.keyboard.type(` Juf Sanne ${secret}ma zegt het ook.`);
    const length = (await field.inputValue()).length;
    await expect(counter(page), "the counter counts on").toHaveText(capitals(`${length} van 1.000 letters`));
    await expect(page.getByText("Bewaard op deze telefoon.")).toBeVisible();
    await expect(page.getByText("Nog niet bewaard")).toHaveCount(0);
    await expect(guard(page).getByRole("listitem")).toHaveCount(1);
    await press(page, /dit is geen naam/i);
    await expect(guard(page).locator(".guard__done p").first()).toHaveText(capitals("Dit blijft staan."));
    await press(page, "Zet terug");
    await expect(guard(page).getByRole("listitem")).toHaveCount(1);
    await guard(page).getByRole("listitem").getByRole("button").first().click();
    await expect(guard(page).locator(".guard__done p").first(), "what was done last").toHaveText(capitals("Veranderd."));
    await field.fill(`Ik droom van een ${secret}.`);

    await page.reload();
    await taken(page);
    await expect(field).toHaveValue(`Ik droom van een ${secret}.`);
    await press(page, "Verder");
    await press(page, "Overslaan");
    await expect(page.getByRole("article")).toContainText(secret);
    await press(page, "Verstuur mijn droom");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(capitals("Je droom is binnen"));
    const words = (await page.locator(".key__word").allInnerTexts()).map((word) => word.trim());
    expect(words).toHaveLength(7);
    for (const field of await page.locator(".key__check input").all()) {
      await field.fill(words[Number((await field.getAttribute("id"))!.replace(/\D/g, "")) - 1]!);
    }
    await press(page, "Klaar");
    await expect(page).toHaveURL(/\/mijn$/);

    const card = page.getByRole("article");
    await expect(card).toContainText(secret);
    const key = words.join("-");
    const [post] = await server.mine(key);
    await server.decide(post!.id, { decision: "hand_back", reason: "recognisable", sentence: `Mooi, zo’n ${secret}.` }, await server.reader());
    await page.reload();
    await expect(card).toContainText("Wij vragen jou iets");
    await expect(card).toContainText(`Mooi, zo’n ${secret}.`);
    await press(page, "Ik pas het zelf aan");
    await card.locator("textarea").fill(`Ik wil een ${secret} en een boom.`);
    await expect(counter(page)).toContainText(`${24 + secret.length} van`);
    await press(page, "Verstuur mijn nieuwe tekst");
    await expect(card, "the card after the change").toContainText(`Ik wil een ${secret} en een boom.`);
    await expect(card).not.toContainText(`Ik droom van een ${secret}.`);
    await expect(card).toContainText("Wacht op een lezer");
    await press(page, /wat weten jullie/i);
    await expect(page.locator(".known__rows").first()).toContainText(secret);
    await page.locator("#sleutel").fill(`${secret} ${secret}`);
    await press(page, "Open mijn droom");
    await expect(page.locator(".notice__links").first()).toContainText(secret);

    expect(translator.taken.length, "it did take the pages").toBeGreaterThan(100);
    expect(translator.of(secret), "words that nobody has read").toEqual([]);
    expect(translator.taken.filter((text) => words.includes(text.trim())), "words of the key").toEqual([]);
  });
}

test("a reply, a report, and the English pages", async ({ page, context, server }) => {
  test.slow();
  const translator = await Translator.in(context, "early");
  const [secret, hangs] = [newWord(), newWord()];
  const { id } = await server.hang({ text: `Ik droom van een ${hangs}.` });
  await open(page, `/deel?bij=${id}`);
  await expect(page.getByRole("blockquote")).toHaveText(capitals(`Ik droom van een ${hangs}.`));
  await press(page, "Verder");
  await page.locator("#tekst").fill(`Wij hebben een ${secret}. Bel 06 12345678.`);
  await expect(guard(page).getByRole("listitem")).toHaveCount(1);
  await press(page, "Verder");
  await press(page, "Overslaan");
  await expect(page.getByRole("article")).toContainText(secret);

  await open(page, `/melden?bij=${id}`);
  await page.locator("#toelichting").fill(`Dit gaat over mijn ${secret}.`);
  await press(page, "Verstuur");
  await expect(page.locator(".notice__links")).toContainText(capitals("Kies wat er niet klopt."));
  await page.getByRole("radio").first().check();
  await press(page, "Verstuur");
  await expect(page.locator("#verstuurd")).toBeFocused();

  await open(page, "/en/deel");
  await page.getByRole("radio", { name: "A dream" }).check();
  await press(page, "Next");
  await page.locator("#tekst").fill(`I dream of a ${secret}.`);
  await expect(counter(page)).toHaveText(capitals(`${14 + secret.length} of 1,000 letters`));
  await page.locator("#tekst").fill(`I dream of a ${secret}!!`);
  await expect(counter(page)).toHaveText(capitals(`${15 + secret.length} of 1,000 letters`));

  await page.goto("/zonder-internet");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(translator.of(secret)).toEqual([]);
  expect(translator.of(hangs).length, "what hangs on the board is for everybody").toBeGreaterThan(0);
});

test("the board goes on: presses before the program, reactions, filters, more posts, and the original again", async ({ page, context, stage }) => {
  const translator = await Translator.in(context, "early");
  const letGo = await holdApp(page);
  await page.goto(stage.server.url + "/");
  const first = page.getByRole("article").nth(1);
  await first.getByRole("button", { name: "Dat herken ik" }).click();
  await page.locator("details.filter > summary").click();
  await page.locator("details.filter__more").nth(1).locator("summary").click();
  letGo();
  await taken(page);
  await expect(first.getByRole("button", { name: "Dat herken ik" }), "pressed in the first HTML").toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("details.filter__more").nth(1)).toHaveAttribute("open");
  const told = first.locator(".reactions__said");
  await expect(told).toHaveText(/^DANK JE\./);
  await first.getByRole("button", { name: "Dat herken ik" }).click();
  await expect(told).toHaveText("JE REACTIE IS WEG.");
  await first.getByRole("button", { name: "Ik hoor je" }).click();
  await expect(told).toHaveText(/^DANK JE\./);
  await expect(announced(page)).toContainText("DANK JE");

  const order = page.locator(".board__line.small span");
  const before = await order.innerText();
  await page.locator(".board__line.small a").first().click();
  await expect(order).not.toHaveText(before);
  await expect(order).toHaveText(/^[^a-z]+$/);
  const count = page.locator("p.only-heard").filter({ hasText: /dromen en verhalen/i });
  const shown = await count.innerText();
  await press(page, "Meer dromen laten zien");
  await expect(count).not.toHaveText(shown);
  await page.locator("summary").filter({ hasText: /zoek/i }).click();
  const secret = newWord();
  await page.getByRole("searchbox").fill(secret);
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("Geen dromen met deze keuze")).toBeVisible();
  expect(translator.of(secret), "what somebody looks for").toEqual([]);

  await page.getByRole("button", { name: "Zoek niet meer" }).click();
  await expect(page.getByRole("article").first()).toBeVisible();
  await showOriginal(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Waar droom jij van?");
  await expect(order).toHaveText(/[a-z]/);
  const again = page.getByRole("article").first();
  await again.getByRole("button", { name: "Ik doe mee" }).click();
  await expect(again.locator(".reactions__said")).toHaveText(/^Dank je\./);
});

test("the desk is not for translating", async ({ desk, stage }) => {
  const page = await desk(stage.facilitator);
  const translator = await Translator.in(page.context(), "early");
  const home = stage.server.url;
  for (const path of ["/leestafel", `/leestafel/${stage.waiting}`, "/leestafel/meldingen", "/leestafel/antwoorden", "/leestafel/meer"]) {
    await open(page, home + path);
    await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
  }
  await open(page, `${home}/leestafel/${stage.waiting}`);
  await press(page, "Teruggeven");
  await page.getByRole("textbox").first().fill("Iets dat niemand las.");
  const answers = await desk(stage.answerer);
  const another = await Translator.in(answers.context(), "late");
  await open(answers, `${home}/leestafel/${stage.asking}`);
  await answers.getByRole("textbox").first().fill("Een antwoord dat niemand las.");
  expect([...translator.taken, ...another.taken]).toEqual([]);
});

test("every field asks writing helps to stay away", async ({ page, desk, stage }) => {
  const HELPS = {
    spellcheck: "false",
    writingsuggestions: "false",
    translate: "no",
    "data-gramm": "false",
    "data-gramm_editor": "false",
    "data-enable-grammarly": "false",
    "data-lt-active": "false",
    "data-ms-editor": "false",
  };
  const home = stage.server.url;
  const staff = await desk(stage.facilitator);
  const answerer = await desk(stage.answerer);
  const administrator = await desk(stage.administrator);
  const stranger = await desk();
  await stranger.context().clearCookies();
  let fields = 0;
  const look = async (page: Page, where: string) => {
    const all = await page.locator("textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=date]), [contenteditable]").evaluateAll(
      (fields, helps) => fields.map((field) => ({ id: field.id, set: helps.map((name) => field.getAttribute(name)), offers: field.getAttribute("autocomplete") })),
      Object.keys(HELPS),
    );
    for (const { id, set, offers } of all) {
      expect(set, `${where}: ${id}`).toEqual(Object.values(HELPS));
      expect(offers, `${where}: ${id}`).not.toBeNull();
    }
    fields += all.length;
  };
  // As the server sends them, and as the program makes them.
  for (const path of ["/", "/deel", "/mijn", `/melden?bij=${stage.hanging}`]) {
    const letGo = await holdApp(page);
    await page.goto(home + path);
    await look(page, `${path}, first`);
    letGo();
    await taken(page);
    await look(page, path);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }
  await page.goto(home + "/deel");
  await taken(page);
  await page.getByRole("radio", { name: "Een droom" }).check();
  await press(page, "Verder");
  await look(page, "the words");
  await open(stranger, home + "/leestafel");
  await look(stranger, "signing in");
  await open(staff, `${home}/leestafel/${stage.waiting}`);
  for (const button of ["Teruggeven", "Plaatsen"]) {
    await staff.getByRole("button", { name: button, exact: true }).click();
    await look(staff, button);
  }
  await open(answerer, `${home}/leestafel/${stage.asking}`);
  await look(answerer, "an answer");
  await open(answerer, `${home}/leestafel/beloftes/nieuw`);
  await look(answerer, "a promise");
  for (const path of ["/leestafel", "/leestafel/organisaties"]) {
    await open(administrator, home + path);
    await look(administrator, path);
  }
  expect(fields).toBeGreaterThan(15);
});
