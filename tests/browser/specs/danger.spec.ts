// Words that show danger: on top of the queue, help near, and two readers.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { note, openMine } from "../support/steps.ts";

test("danger is read first, by two, and the writer hears that two read it", async ({ page, desk, server }) => {
  test.setTimeout(120_000);
  const [calm, word] = [newWord(), newWord()];
  const [anna, bob] = [server.account(), server.account()];
  await server.post({ text: `Ik droom van een ${calm}.` });
  const { id, key } = await server.post({ text: `Ik wil niet meer leven. Niemand ziet de ${word}.` });

  const first = await desk(await server.signIn(anna));
  await open(first, "/leestafel");
  const top = first.getByRole("region", { name: "Rij" }).getByRole("listitem").filter({ hasText: "Ik" }).first();
  await expect(top).toContainText("Ik wil niet meer leven.");
  await expect(top).toContainText("Zorgen: eerst lezen");
  await fine(first, "danger on top");
  await top.getByRole("link").click();
  const danger = first.getByRole("region", { name: "Zorgen: lees dit met twee mensen" });
  await expect(danger).toContainText("Misschien wil iemand niet meer leven.");
  await expect(danger.getByRole("link", { name: "0 8 0 0, 0 1 1 3" })).toHaveAttribute("href", "tel:08000113");
  await expect(danger.getByRole("link", { name: "1 1 2" })).toHaveAttribute("href", "tel:112");
  await expect(first.getByRole("article").getByText("zorgen", { exact: true }), "a word, not colour alone").toBeVisible();
  await expect(first.getByText("Hier beslissen twee mensen over")).toBeVisible();
  await fine(first, "the first reader");
  await first.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await fine(first, "the first reader chooses");
  await first.getByRole("button", { name: "Zeg: ik zou dit plaatsen" }).click();
  await expect(first.getByRole("status").filter({ hasText: "Nu leest een tweede begeleider." })).toBeVisible();
  await fine(first, "the first reader is done");
  expect(await server.mine(key)).toMatchObject([{ state: "received" }]);

  await open(first, `/leestafel/${id}`);
  await expect(first.getByText("Jij las dit als eerste, en zou het plaatsen.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Plaatsen", exact: true })).toHaveCount(0);
  await fine(first, "nobody is both");

  const second = await desk(await server.signIn(bob));
  await open(second, "/leestafel");
  await expect(second.getByRole("link", { name: /Wacht op een tweede lezer/ })).toBeVisible();
  await fine(second, "a second reader is asked for");
  await second.getByRole("link", { name: /Wacht op een tweede lezer/ }).click();
  await expect(second.getByText(`${anna.name} las dit als eerste, en zou het plaatsen.`)).toBeVisible();
  await fine(second, "the second reader");
  await second.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await fine(second, "the second reader chooses");
  await second.getByRole("button", { name: "Plaats op het bord" }).click();
  await expect(second.getByRole("status").filter({ hasText: "Geplaatst op het bord." })).toBeVisible();
  await fine(second, "placed by two");

  await open(page, "/");
  await expect(note(page, word)).toHaveCount(1);
  await expect(page.getByText("Zorgen")).toHaveCount(0);
  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByText("Twee begeleiders lezen mee")).toBeVisible();
  await fine(page, "the writer hears of two readers");
});

test("findings are marked in the words with a word, and listed with what they look like", async ({ desk, server }) => {
  const { id } = await server.post({ text: "Mijn mentor Sanne belt mij op 06 12345678. Dat is fijn." });
  const page = await desk();
  await open(page, `/leestafel/${id}`);
  const article = page.getByRole("article");
  await expect(article.locator("mark")).toHaveCount(2);
  await expect(article.locator("mark").first()).toContainText("Sanne");
  await expect(article.locator("mark").first()).toContainText("naam");
  const list = page.getByRole("region", { name: "2 vondsten" });
  await expect(list.getByRole("listitem").first()).toContainText("Lijkt een naam.");
  await expect(list.getByRole("listitem").last()).toContainText("06 12345678");
  await expect(list.getByRole("listitem").last()).toContainText("Lijkt een telefoonnummer.");
  await fine(page, "findings");

  // Each fact alone is fine: only the list tells that they are not, together.
  const { id: another } = await server.post({ text: "Ik ben 9 en vandaag ben ik jarig. Ik ben vandaag 9." });
  await page.goto(`/leestafel/${another}`);
  await expect(article.locator("mark")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "1 vondst" })).toContainText("Samen te herkennen: leeftijd + verjaardag.");
  await fine(page, "recognisable together");
});
