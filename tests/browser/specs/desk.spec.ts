// The desk: what facilitators do to one another's work, and what administrators cannot see.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { heard } from "../support/heard.ts";
import { Server, code, newWord } from "../support/server.ts";
import { nextSecond } from "../support/stage.ts";
import { elsewhere, notice, signIn } from "../support/steps.ts";

test("letters read and decide, never while somebody types, and can be switched off", async ({ desk, server }) => {
  const [first, second] = [newWord(), newWord()];
  // What another test sent in the same second could stand between them.
  await nextSecond();
  const { id } = await server.post({ text: `Ik droom van een ${first}.` });
  await nextSecond();
  await server.post({ text: `Ik droom van een ${second}.` });
  const page = await desk(undefined, { viewport: { width: 1280, height: 800 } });
  const article = page.getByRole("article");
  await open(page, `/leestafel/${id}`);
  await expect(article).toContainText(first);
  await expect(page.getByRole("link", { name: new RegExp(second) })).toBeVisible();
  await page.keyboard.press("j");
  await expect(article).toContainText(second);
  await page.keyboard.press("k");
  await expect(article).toContainText(first);
  await page.keyboard.press("n");
  await expect(page.getByRole("radio", { name: "Iemand is te herkennen" })).toBeFocused();
  await page.keyboard.press("p");
  await expect(page.getByRole("button", { name: "Plaats op het bord" })).toBeFocused();
  await page.getByRole("combobox", { name: "Trefwoorden" }).focus();
  await page.keyboard.type("jn");
  await expect(article).toContainText(first);
  await expect(page.getByRole("combobox", { name: "Trefwoorden" })).toHaveValue("jn");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");

  await page.getByText("Sneltoetsen", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Sneltoetsen aan" }).uncheck();
  await page.locator("body").press("j");
  await expect(article).toContainText(first);
  await page.reload();
  await expect(article).toContainText(first);
  await page.locator("body").press("j");
  await page.waitForTimeout(300);
  await expect(article, "the choice is kept on this device").toContainText(first);
  await page.getByText("Sneltoetsen", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Sneltoetsen aan" }).check();
  await page.locator("body").press("j");
  await expect(article).toContainText(second);
});

test("when two facilitators decide at once, the second one is told", async ({ desk, server }) => {
  const { id } = await server.post({ text: `Ik droom van een ${newWord()}.` });
  const [noor, sam] = [await desk(), await desk(await server.signIn(server.account()))];
  for (const page of [noor, sam]) {
    await open(page, `/leestafel/${id}`);
    await page.getByRole("button", { name: "Plaatsen", exact: true }).click();
  }
  await noor.getByRole("button", { name: "Plaats op het bord" }).click();
  await heard(noor, /^Geplaatst op het bord\./);
  await sam.getByRole("button", { name: "Plaats op het bord" }).click();
  const handled = notice(sam).filter({ hasText: "Een andere begeleider heeft deze al behandeld." });
  await expect(handled).toBeFocused();
  await fine(sam, "handled by another");
  await handled.getByRole("button", { name: "Naar de volgende" }).click();
  await expect(sam).not.toHaveURL(new RegExp(id));
});

test("a text that was changed meanwhile is read again before it is placed", async ({ desk, server }) => {
  const word = newWord();
  const { id, key } = await server.post({ text: `Ik droom van een ${word}.` });
  const page = await desk();
  await open(page, `/leestafel/${id}`);
  await page.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await page.getByRole("combobox", { name: "Trefwoorden" }).fill("wonen");
  await page.keyboard.press("Enter");
  await server.revise(id, key, 1, { text: `Ik droom van een ${word} met een dak.` });
  await page.getByRole("button", { name: "Plaats op het bord" }).click();
  await expect(notice(page).filter({ hasText: "De schrijver heeft het net veranderd" })).toBeFocused();
  await expect(page.getByRole("article")).toContainText("met een dak");
  await expect(page.getByRole("button", { name: "Haal weg: wonen" }), "what was chosen still stands").toBeVisible();
  expect(await server.mine(key)).toMatchObject([{ state: "received", revision: 2 }]);
  await fine(page, "changed meanwhile");
  await page.getByRole("button", { name: "Plaats op het bord" }).click();
  await heard(page, /^Geplaatst op het bord\./);
});

test("what must be turned back is placed when its pattern is chosen", async ({ desk, server }) => {
  const { id, key } = await server.post({ text: `Draai de regel van de ${newWord()} terug.`, direction: "turn_back" });
  const page = await desk();
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `/leestafel/${id}`);
  await page.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await page.getByRole("button", { name: "Plaats op het bord" }).click();
  const lack = page.getByRole("link", { name: "Kies wat er misging. Zo komt hij op het bord." });
  await expect(lack).toBeVisible();
  await fine(page, "no pattern");
  await lack.press("Enter");
  const patterns = page.getByRole("group", { name: "Wat ging er mis?" });
  await expect(patterns.getByRole("button").first()).toBeFocused();
  const pattern = patterns.getByRole("button", { name: "regel zonder reden" });
  await pattern.press("Space");
  await expect(pattern).toHaveAttribute("aria-pressed", "true");
  await expect(lack).toHaveCount(0);
  await page.getByRole("button", { name: "Haal weg: regel zonder reden" }).click();
  await expect(pattern).toHaveAttribute("aria-pressed", "false");
  await pattern.click();
  await page.getByRole("button", { name: "Plaats op het bord" }).click();
  await heard(page, /^Geplaatst op het bord\./);
  expect(await server.mine(key)).toMatchObject([{ state: "published" }]);
});

test("a post that its writer erased meanwhile is gone at the desk", async ({ desk, server }) => {
  const { id, key } = await server.post({ text: `Ik droom van een ${newWord()}.` });
  const page = await desk();
  await open(page, `/leestafel/${id}`);
  await page.getByRole("button", { name: "Plaatsen", exact: true }).click();
  const answer = await fetch(`${server.url}/api/posts/${id}`, {
    method: "DELETE",
    headers: { authorization: `Droomsleutel ${key}` },
  });
  expect(answer.ok).toBe(true);
  await page.getByRole("button", { name: "Plaats op het bord" }).click();
  await expect(notice(page).filter({ hasText: "De schrijver heeft deze net weggehaald." })).toBeFocused();
});

test("a session that is ended elsewhere leads to signing in, and what was chosen stays", async ({ desk, server }) => {
  const word = newWord();
  const { id } = await server.post({ text: `Ik droom van een ${word}.` });
  const account = server.account();
  const here = await desk(await server.signIn(account));
  const there = await desk(await server.signIn(account));
  await open(here, `/leestafel/${id}`);
  await here.getByRole("button", { name: "Niet plaatsen" }).click();
  await here.getByRole("radio", { name: "Iemand is te herkennen" }).check();

  await open(there, "/leestafel/apparaten");
  await fine(there, "where somebody is signed in");
  await there.getByRole("button", { name: /^Log daar uit/ }).click();
  await heard(there, "Daar ben je nu uitgelogd.");
  await expect(there.getByRole("button", { name: /^Log daar uit/ })).toHaveCount(0);

  await here.getByRole("button", { name: "Plaats niet en stuur de brief" }).click();
  await expect(notice(here).filter({ hasText: "Je bent uitgelogd" })).toBeFocused();
  await expect(here.getByText(word)).toHaveCount(0);
  await fine(here, "signed out elsewhere");
  await signIn(here, account);
  await expect(here.getByRole("radio", { name: "Iemand is te herkennen" })).toBeChecked();
});

test("what is half written stays with its post, whatever is opened meanwhile, and goes with its writer", async ({ desk, server }) => {
  const [here, there] = [newWord(), newWord()];
  const first = await server.post({ text: `Ik droom van een ${here} van juf Anna.` });
  const second = await server.post({ text: `Ik droom van een ${there}.` });
  const page = await desk(await server.signIn(server.account()));
  const sentence = page.locator("#eigen-zin");
  const note = page.locator("#notitie");
  await open(page, `/leestafel/${first.id}`);
  await page.getByRole("button", { name: "Teruggeven", exact: true }).click();
  await page.getByRole("radio", { name: "Iemand is te herkennen" }).check();
  await sentence.fill("Ik vond het mooi.");
  await page.locator("#stuk").fill("juf Anna");
  await note.fill("Hier nog over bellen.");
  await open(page, `/leestafel/${second.id}`);
  await expect(page.getByRole("article")).toContainText(there);
  await expect(note).toHaveValue("");
  await page.getByRole("button", { name: "Teruggeven", exact: true }).click();
  await expect(sentence).toHaveValue("");
  await open(page, `/leestafel/${first.id}`);
  await expect(sentence).toHaveValue("Ik vond het mooi.");
  await expect(note).toHaveValue("Hier nog over bellen.");
  await expect(page.locator("#stuk")).toHaveValue("juf Anna");
  await expect(page.getByRole("radio", { name: "Iemand is te herkennen" })).toBeChecked();

  // The writer changes it: what was said of words that are no more is gone, the own sentence is not.
  await server.revise(first.id, first.key, 1, { text: `Ik droom van een ${here}.` });
  await page.reload();
  await expect(sentence).toHaveValue("Ik vond het mooi.");
  await expect(page.locator("#stuk")).toHaveValue("");

  await open(page, "/leestafel");
  await page.getByRole("button", { name: "Log uit" }).click();
  await expect(page.getByLabel("Wachtwoord")).toBeVisible();
  const left = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(left).not.toContain("mooi");
  expect(left).not.toContain("bellen");
});

test("an administrator makes an account, and whoever gets it sets up a code and a password", async ({ desk, another, server, stage }) => {
  const page = await desk(await server.signIn(server.account("administrator")));
  await open(page, "/leestafel");
  await expect(page.getByRole("heading", { name: "Wie kan inloggen" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Wacht" })).toHaveCount(0);
  await page.goto(`/leestafel/${stage.waiting}`);
  await expect(page.getByRole("heading", { name: "Wie kan inloggen" })).toBeVisible();

  const name = `Mila ${newWord()}`;
  await page.getByRole("textbox", { name: "Naam" }).fill(name);
  await page.getByRole("radio", { name: /^begeleider/ }).check();
  await page.getByRole("button", { name: "Maak", exact: true }).click();
  const issued = page.getByRole("region", { name: `Het eerste wachtwoord van ${name}` });
  await expect(issued).toBeVisible();
  await fine(page, "a first password");
  const password = (await issued.getByLabel("Eerste wachtwoord").innerText()).trim();

  // Who did what with an account stands beside it.
  const row = page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
  await row.getByText("Wat er gebeurde").click();
  await expect(row.getByText(/^Gemaakt · .+ · door Lezer/)).toBeVisible();
  await fine(page, "what was done with an account");

  const fresh = await another();
  await open(fresh, "/leestafel");
  await fresh.getByLabel("Naam").fill(name);
  await fresh.getByLabel("Wachtwoord").fill(password);
  await fresh.getByRole("button", { name: "Log in" }).click();
  await expect(fresh.getByRole("heading", { name: "De eerste keer" })).toBeVisible();
  await fine(fresh, "the first time");
  const secret = (await fresh.getByLabel("Geheim voor de app").innerText()).replaceAll(" ", "");
  const account = { name, password, secret, lastStep: 0 };
  await fresh.getByLabel("Code uit de app").fill(await code(account));
  await fresh.getByRole("button", { name: "Log in" }).click();
  await fresh.getByLabel("Kies een eigen wachtwoord").fill("vier losse woorden hier");
  await fresh.getByLabel(/^Code uit/).fill(await code(account));
  await fine(fresh, "an own password");
  await fresh.getByRole("button", { name: "Log in" }).click();
  await expect(fresh.getByText(`Ingelogd: ${name}, begeleider`)).toBeVisible();
});

test("wrong credentials are one answer, and nothing that is typed gets into the address", async ({ page, server }) => {
  const account = server.account();
  await open(page, "/leestafel");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(notice(page)).toContainText("Typ je naam.");
  await expect(notice(page)).toContainText("Typ je wachtwoord.");
  await fine(page, "nothing was typed");
  await signIn(page, { ...account, password: "iets heel anders" });
  await expect(notice(page)).toContainText("Naam, wachtwoord of code klopt niet.");
  expect(page.url()).toBe(server.url + "/leestafel");
});

for (const width of [390, 1280]) {
  test(`at ${width} px what hangs is found by words, keyword and how far it is, and the address keeps it`, async ({ desk, server }) => {
    const [word, keyword] = [newWord(), newWord()];
    const unasked = await server.hang({ text: `Ik droom van een ${word}.`, direction: "start" }, [keyword]);
    const asked = await server.hang({ text: `Stop met de ${word}.`, direction: "stop" });
    await server.ask(asked.id);
    const page = await desk(undefined, { viewport: { width, height: 844 } });
    const rows = page.locator("#rij").getByRole("listitem").filter({ has: page.locator(".queue__row") });
    const row = (id: string) => page.locator(`.queue__row[href*="${id}"]`);
    const control = page.getByText("Zoek en kies", { exact: true });
    const search = async (words: string, status: string) => {
      await control.click();
      await page.getByRole("searchbox", { name: "Woord of trefwoord" }).fill(words);
      await page.getByRole("combobox", { name: "Hoe ver is het?" }).selectOption(status);
      await page.getByRole("button", { name: "Zoek", exact: true }).click();
    };
    await open(page, "/leestafel?state=published");
    await control.click();
    await fine(page, "what can be chosen");
    await control.click();
    await search(word, "");
    await heard(page, /^2 gevonden\.$/);
    await expect(control).toBeFocused();
    await expect(rows).toHaveCount(2);
    await search(word, "Nog aan niemand gevraagd");
    await expect(rows).toHaveCount(1);
    await expect(row(unasked.id)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/leestafel\\?state=published&status=unasked#q=${word}$`));
    await fine(page, "narrowed down");

    // After a reload, in a second tab, and from a post back to the list.
    await page.reload();
    await expect(rows).toHaveCount(1);
    const tab = await page.context().newPage();
    await open(tab, page.url());
    await expect(tab.locator(".queue__row")).toHaveCount(1);
    await tab.close();
    await row(unasked.id).click();
    await expect(page.getByRole("article")).toContainText(word);
    if (width < 1000) await page.getByRole("link", { name: "Terug naar de rij" }).click();
    else await page.goBack();
    await expect(page).toHaveURL(new RegExp(`status=unasked#q=${word}$`));
    await expect(rows).toHaveCount(1);
    await search(word, "Wacht op antwoord");
    await expect(row(asked.id)).toBeVisible();
    await search(keyword, "");
    await expect(row(unasked.id)).toBeVisible();
    await page.goBack();
    await expect(row(asked.id)).toBeVisible();
    await control.click();
    await expect(page.getByRole("combobox", { name: "Hoe ver is het?" })).toHaveValue("waiting");
    await expect(page.getByRole("searchbox", { name: "Woord of trefwoord" })).toHaveValue(word);
    await control.click();

    await search(word, "Zo voelt het gehoord");
    await expect(page.getByRole("heading", { name: "Hier past niets bij" })).toBeVisible();
    await fine(page, "nothing fits");
    await page.locator(".blank").getByRole("button", { name: "Laat alles zien" }).click();
    await expect(page).toHaveURL(/\/leestafel\?state=published$/);
    await expect(page.locator("#rij")).toBeFocused();
    await expect(row(asked.id)).toBeVisible();
    await open(page, "/leestafel?state=published&status=onzin");
    await expect(row(asked.id)).toBeVisible();
  });

  test(`at ${width} px insight tells in words, tables and bars, and of nobody`, async ({ another }) => {
    // A board of its own: its numbers are known.
    const server = await Server.start();
    const facilitator = await server.reader();
    const page = await another({ baseURL: server.url, viewport: { width, height: 844 } });
    await page.context().addCookies([server.cookieOf(facilitator)]);
    await open(page, "/leestafel/inzicht");
    await expect(page.getByRole("heading", { name: "Er hangt nog niets op het bord" })).toBeVisible();
    await fine(page, "an empty board");
    for (let number = 0; number < 5; number += 1) {
      await server.hang({ text: `Ik droom van hond ${number}.`, direction: number < 2 ? "stop" : undefined }, number < 4 ? ["eten", "zeldzaam"] : ["eten"]);
    }
    await open(page, "/leestafel");
    if (width < 1000) await elsewhere(page);
    await page.getByRole("link", { name: "Inzicht", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Inzicht" })).toBeFocused();
    await expect(page).toHaveTitle(/Inzicht – Leestafel – Droombord$/);
    const main = page.getByRole("main");
    await expect(main).toContainText("Er hangen 5 dromen en verhalen.");
    await expect(main.getByRole("table")).toHaveCount(4);
    const line = (name: string) => main.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
    await expect(line("eten").getByRole("cell")).toHaveText(["5", "geen"]);
    await expect(line("1 ander tref\u00adwoord").getByRole("cell")).toHaveText(["minder dan 5", "minder dan 5"]);
    await expect(line("Tot iemand het leest").getByRole("cell")).toHaveText(["dezelfde dag", "dezelfde dag"]);
    await expect(main).not.toContainText("zeldzaam");
    await expect(main.getByRole("img")).toHaveCount(0);
    await fine(page, "insight");
    await server.remove();
  });
}
