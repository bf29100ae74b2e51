// Wat weten jullie van mij? Everything that is kept under a key is shown in words, and can be erased at once.
import { expect, fine, leftovers, open, test } from "../support/fixtures.ts";
import { newKey, newWord } from "../support/server.ts";
import { note, notice, openMine } from "../support/steps.ts";
import { Wire } from "../support/wire.ts";

test("a writer sees every byte, and erases all of it with the key", async ({ page, another, server }) => {
  const word = newWord();
  const { id, key } = await server.hang({ text: `Ik droom van een ${word}. Meer niet.` });
  const phone = await another();
  await open(phone, "/mijn");
  await openMine(phone, key);
  await expect(phone.getByRole("main").getByText(word).first()).toBeVisible();

  await phone.getByRole("button", { name: "Wat weten jullie van mij?" }).click();
  await expect(phone.getByRole("heading", { name: "Dit weten wij van jou" })).toBeFocused();
  const known = phone.getByRole("region", { name: "Jij bent de baas" });
  await expect(known.getByText(`Ik droom van een ${word}. Meer niet.`, { exact: true })).toBeVisible();
  await expect(known.getByText("na 30 dagen")).toBeVisible();
  await fine(phone, "what is known");
  for (const summary of await known.locator("summary").all()) {
    if (!(await summary.evaluate((it) => (it.parentElement as HTMLDetailsElement).open))) await summary.click();
  }
  const raw = known.getByLabel("Voor wie alles precies wil zien");
  await expect(raw).toContainText("commitment");
  await expect(raw).toContainText(id);
  await known.getByText("Voor wie alles precies wil zien").click();
  await expect(raw).toHaveCount(0);
  // What is read has no name, code or number of the computer.
  const text = await known.innerText();
  expect(text.match(/[a-z]+_[a-z]+|[0-9a-f]{8,}|[{}]|\d{4}-\d\d-\d\d/g)).toBeNull();
  expect(text).toContain("Geplaatst op het bord");
  expect(text).toMatch(/Wanneer\s+(Vandaag|Gisteren), \d+:\d\d/);
  await fine(phone, "all of it open");

  await known.getByRole("button", { name: "Haal alles weg" }).click();
  await fine(phone, "asked once more");
  await known.getByRole("button", { name: "Nee, laat staan" }).click();
  await expect(phone.getByRole("heading", { name: "Dit weten wij van jou" })).toBeFocused();
  await known.getByRole("button", { name: "Haal alles weg" }).click();
  await known.getByRole("button", { name: "Ja, haal alles weg" }).click();
  await expect(phone.getByRole("main").getByText("Alles is weg. Ook je sleutel. Die opent niets meer.")).toBeVisible();
  await expect(phone.getByRole("main").getByText(word)).toHaveCount(0);
  await fine(phone, "erased");
  expect(await leftovers(phone, server)).toEqual([]);

  await openMine(phone, key);
  await expect(notice(phone)).toContainText("Deze woorden passen niet bij een droom.");
  await open(page, "/");
  await expect(note(page, word)).toHaveCount(0);
});

test("when the server cannot be reached, it says so and tries again", async ({ page, server }) => {
  const { key } = await server.post({ text: `Ik droom van een ${newWord()}.` });
  await open(page, "/mijn");
  await openMine(page, key);
  const opener = page.getByRole("button", { name: "Wat weten jullie van mij?" });
  await expect(opener).toBeVisible();
  await page.route("**/api/mine/stored", (route) => route.abort());
  await opener.click();
  const known = page.getByRole("region", { name: "Jij bent de baas" });
  await expect(notice(known)).toBeVisible();
  await fine(page, "out of reach");
  await page.unroute("**/api/mine/stored");
  await known.getByRole("button", { name: "Probeer opnieuw" }).click();
  await expect(known.getByText("Jouw woorden", { exact: true })).toBeVisible();
});

test("what was erased does not go on standing in the open list, wherever it was erased", async ({ page, server }) => {
  const [here, elsewhere] = [newWord(), newWord()];
  const { key } = await server.post({ text: `Ik droom van een ${here}.` });
  const { id } = await server.post({ text: `Ik droom van een ${elsewhere}.` }, key);
  await open(page, "/mijn");
  await openMine(page, key);
  await page.getByRole("button", { name: "Wat weten jullie van mij?" }).click();
  const known = page.getByRole("region", { name: "Jij bent de baas" });
  await expect(known.getByText(`Ik droom van een ${here}.`, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: new RegExp(`^Haal weg.*${here}`) }).click();
  await page.getByRole("button", { name: "Ja, haal weg" }).click();
  await expect(page.getByText("Het is weg. Overal.")).toBeVisible();
  await expect(known.getByText(`Ik droom van een ${elsewhere}.`, { exact: true })).toBeVisible();
  await expect(page.getByText(here)).toHaveCount(0);
  const gone = await fetch(`${server.url}/api/posts/${id}`, { method: "DELETE", headers: { authorization: `Droomsleutel ${key}` } });
  expect(gone.status).toBe(204);
  await page.evaluate(() => dispatchEvent(new Event("visibilitychange")));
  await expect(known.getByText(elsewhere)).toHaveCount(0);
  // Erased all of it on another phone: the list goes, and says so.
  await fetch(`${server.url}/api/mine`, { method: "DELETE", headers: { authorization: `Droomsleutel ${key}` } });
  await page.evaluate(() => dispatchEvent(new Event("visibilitychange")));
  await expect(known.getByText("Deze woorden openen niets meer.")).toBeVisible();
  await fine(page, "the words open nothing");
});

test("words that were replaced on another phone erase and change nothing, and lead on to the new ones", async ({ page, server }) => {
  const word = newWord();
  const { key } = await server.post({ text: `Ik droom van een ${word}.` });
  await open(page, "/mijn");
  await openMine(page, key);
  const card = page.getByRole("article");
  await card.getByRole("button", { name: /^Haal weg/ }).click();
  const fresh = newKey();
  const headers = { authorization: `Droomsleutel ${key}`, "content-type": "application/json" };
  const answer = await fetch(`${server.url}/api/mine/key`, { method: "PUT", headers, body: JSON.stringify({ new_key: fresh }) });
  expect(answer.status).toBe(204);
  const told = card.getByText("Deze woorden openen hem niet meer. Heb je nieuwe woorden? Typ die hieronder.");
  await card.getByRole("button", { name: "Ja, haal weg" }).click();
  await expect(told).toBeVisible();
  await expect(page.getByText("Het is weg.")).toHaveCount(0);
  await fine(page, "words that were replaced");
  await card.getByRole("button", { name: "Nee, laat staan" }).click();
  await card.getByRole("button", { name: /Ik pas het zelf aan/ }).click();
  await card.getByRole("textbox").fill("Iets anders.");
  await card.getByRole("button", { name: "Verstuur mijn nieuwe tekst" }).click();
  await expect(told).toBeVisible();
  await expect(card.getByRole("textbox")).toHaveValue("Iets anders.");
  await page.getByRole("button", { name: "Typ mijn nieuwe woorden" }).click();
  await expect(page.getByRole("textbox", { name: "Typ je droomsleutel" })).toBeFocused();
  // Used again, the old words open something else, and still not this.
  await server.post({ text: "Iets nieuws." }, key);
  await card.getByRole("button", { name: "Laat zoals het was" }).click();
  await card.getByRole("button", { name: /^Haal weg/ }).click();
  await card.getByRole("button", { name: "Ja, haal weg" }).click();
  await expect(told).toBeVisible();
  expect((await server.mine(fresh)).map(({ body }) => body?.text)).toEqual([`Ik droom van een ${word}.`]);
});

test("nothing that waited about erased dreams stays under the sentence that all is gone", async ({ page, server }) => {
  const word = newWord();
  const { id, key } = await server.post({ text: `Ik droom van een ${word}.` });
  const wire = await Wire.to(server);
  await open(page, `${wire.url}/mijn`);
  await openMine(page, key);
  wire.fate = (method) => (method === "PATCH" ? { status: 502, body: "" } : "through");
  await page.getByRole("button", { name: /^Ik pas het zelf aan/ }).click();
  await page.locator(`[id="tekst-${id}"]`).fill(`Ik droom van twee ${word}.`);
  await page.getByRole("button", { name: "Verstuur mijn nieuwe tekst" }).click();
  await expect(page.getByText("Wacht op bereik", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Wat weten jullie van mij?" }).click();
  await page.getByRole("button", { name: "Haal alles weg" }).click();
  await page.getByRole("button", { name: "Ja, haal alles weg" }).click();
  await expect(page.getByRole("main").getByText("Alles is weg. Ook je sleutel.")).toBeVisible();
  await expect(page.getByText(word)).toHaveCount(0);
  await wire.remove();
});
