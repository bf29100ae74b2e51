// Wat weten jullie van mij? Everything that is kept under a key is shown as it is kept, and can be erased at once.
import { expect, fine, leftovers, open, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { note, notice, openMine } from "../support/steps.ts";

test("a writer sees every byte, and erases all of it with the key", async ({ page, another, server }) => {
  const word = newWord();
  const { key } = await server.hang({ text: `Ik droom van een ${word}. Meer niet.` });
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
  await expect(known.getByText("commitment").first()).toBeVisible();
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
