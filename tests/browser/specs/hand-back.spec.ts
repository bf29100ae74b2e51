// Handing back: a facilitator asks, the writer decides, and what is placed is what was agreed.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { describedAnew } from "../support/fields.ts";
import { newWord } from "../support/server.ts";
import { note, notice, openMine } from "../support/steps.ts";

test("a post is handed back with safer words, and its writer agrees", async ({ page, desk, server }) => {
  test.setTimeout(120_000);
  const word = newWord();
  const { id, key } = await server.post({ text: `Ik wil een ${word} in de klas. Juf Sanne vindt dat ook.` });

  const reader = await desk();
  await open(reader, `/leestafel/${id}`);
  await reader.getByRole("button", { name: "Teruggeven", exact: true }).click();
  await fine(reader, "handing back");
  await reader.getByRole("button", { name: "Teruggeven aan de schrijver" }).click();
  await expect(notice(reader)).toContainText("Kies eerst een reden.");
  await fine(reader, "a reason is missing");
  await reader.getByRole("radio", { name: "Iemand is te herkennen" }).check();
  // The letter names a proposal when there is one.
  await expect(reader.getByText("Kun je dat weglaten?")).toBeVisible();
  expect(await describedAnew(reader), "a proposal").toEqual([]);
  await reader.getByRole("textbox", { name: "Dit stuk" }).fill("Juf Anna");
  await expect(reader.getByText("Wij hebben een voorstel. Is dat goed voor jou?")).toBeVisible();
  await reader.getByRole("button", { name: "Teruggeven aan de schrijver" }).click();
  await expect(notice(reader)).toContainText("Dit stuk staat niet zo in de tekst");
  await fine(reader, "no such piece");
  await reader.getByRole("textbox", { name: "Dit stuk" }).fill("Juf Sanne");
  await reader.getByRole("textbox", { name: "Het wordt" }).fill("Mijn juf");
  await expect(reader.locator("#brief, .review__letter ins").filter({ hasText: "Mijn juf" })).toBeVisible();
  await reader.getByRole("textbox", { name: "Eigen zin erbij" }).fill("Bel mij op 06 12345678.");
  await fine(reader, "the proposal");
  await reader.getByRole("button", { name: "Teruggeven aan de schrijver" }).click();
  await expect(notice(reader)).toContainText("Hier staat een nummer, adres of account in.");
  await fine(reader, "no way to reach anybody");
  expect(await server.mine(key)).toMatchObject([{ state: "received" }]);
  await reader.getByRole("textbox", { name: "Eigen zin erbij" }).fill("Wat een mooi plan.");
  await reader.getByRole("button", { name: "Teruggeven aan de schrijver" }).click();
  await expect(reader.getByRole("status").filter({ hasText: "Teruggegeven. De schrijver krijgt de brief." })).toBeVisible();
  await fine(reader, "handed back");
  await open(reader, `/leestafel/${id}?state=handed_back`);
  await expect(reader.getByRole("region", { name: "Dit vragen wij de schrijver" })).toContainText("Wat een mooi plan.");
  await fine(reader, "what the writer is asked");

  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByText("Wij vragen jou iets").first()).toBeVisible();
  await expect(page.getByText("Wat een mooi plan.")).toBeVisible();
  await expect(page.locator("del")).toHaveText("Juf Sanne");
  await expect(page.locator("ins")).toHaveText("Mijn juf");
  await fine(page, "the writer is asked");
  await page.getByRole("button", { name: /^Ja, zo is het goed/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "De nieuwe tekst is binnen." })).toBeVisible();
  await expect(page.getByText("Juf Sanne")).toHaveCount(0);
  await fine(page, "the writer agreed");
  expect(await server.mine(key)).toMatchObject([
    { state: "received", revision: 2, body: { text: `Ik wil een ${word} in de klas. Mijn juf vindt dat ook.` } },
  ]);

  await open(reader, `/leestafel/${id}`);
  await reader.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await reader.getByRole("button", { name: "Plaats op het bord" }).click();
  await expect(reader.getByRole("status").filter({ hasText: "Geplaatst op het bord." })).toBeVisible();
  await open(page, "/");
  await expect(note(page, word)).toContainText("Mijn juf vindt dat ook.");
});

test("a writer who is asked can say it otherwise, or not want it after all", async ({ page, server }) => {
  const words = [newWord(), newWord()];
  const { id, key } = await server.post({ text: `Juf Sanne heeft een ${words[0]}.` });
  const other = await server.post({ text: `Juf Sanne heeft een ${words[1]}.` }, key);
  const asked = { decision: "hand_back", reason: "recognisable", swap: { start: 0, end: 9, instead: "Mijn juf" } };
  await server.decide(id, asked);
  await server.decide(other.id, { decision: "hand_back", reason: "unclear" });

  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByRole("button", { name: /^Ja, zo is het goed/ })).toHaveCount(1);
  const first = page.getByRole("article").filter({ hasText: words[0] });
  await first.getByRole("button", { name: /^Ik pas het zelf aan/ }).click();
  await first.getByRole("textbox", { name: /^Jouw tekst/ }).fill(`Er is een ${words[0]}.`);
  await first.getByRole("button", { name: "Verstuur mijn nieuwe tekst" }).click();
  await expect(first.getByText("Je nieuwe tekst is binnen.")).toBeVisible();
  await fine(page, "said otherwise");
  const second = page.getByRole("article").filter({ hasText: words[1] });
  await second.getByRole("button", { name: /^Toch niet plaatsen/ }).click();
  await second.getByRole("button", { name: "Ja, niet plaatsen" }).click();
  await expect(second.getByText("Goed. Wij plaatsen hem niet.")).toBeVisible();
  await fine(page, "not after all");
  const states = (await server.mine(key)).map((post) => post.state).sort();
  expect(states).toEqual(["received", "withdrawn"]);
});
