// No refusal in silence: a reason, a letter, and a way on.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { describedAnew } from "../support/fields.ts";
import { heard } from "../support/heard.ts";
import { newWord } from "../support/server.ts";
import { note, notice, openMine, queued } from "../support/steps.ts";

const LETTER = "Er staat een nummer, adres of account in. Daarmee kan iemand je lastigvallen.";

test("a declined post comes with its letter, and is read again once it is changed", async ({ page, desk, server }) => {
  const word = newWord();
  const { id, key } = await server.post({ text: `Bel mij over de ${word} op mijn nummer.` });

  const reader = await desk();
  await open(reader, `/leestafel/${id}`);
  await reader.getByRole("button", { name: "Niet plaatsen" }).click();
  await expect(reader.getByText("Kies een reden. Dan staat hier de brief.")).toBeVisible();
  await reader.getByRole("button", { name: "Plaats niet en stuur de brief" }).click();
  await expect(notice(reader)).toContainText("Kies eerst een reden.");
  await fine(reader, "a reason is missing");
  await reader.getByRole("radio", { name: "Er staat een nummer, adres of account in" }).check();
  await expect(reader.getByText(LETTER)).toBeVisible();
  await fine(reader, "the letter");
  await reader.getByRole("button", { name: "Plaats niet en stuur de brief" }).click();
  await heard(reader, /De schrijver krijgt de brief\./);

  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByText(LETTER)).toBeVisible();
  await expect(page.getByText("Je kunt hem veranderen en nog een keer sturen.")).toBeVisible();
  await fine(page, "the letter");
  await page.getByRole("button", { name: /^Ik pas het zelf aan/ }).click();
  const field = page.getByRole("textbox", { name: /^Jouw tekst/ });
  await expect(field).toHaveValue(`Bel mij over de ${word} op mijn nummer.`);
  expect(await describedAnew(page), "new words").toEqual([]);
  await field.fill(`Praat met mij over de ${word}.`);
  await fine(page, "changing it");
  await page.getByRole("button", { name: "Verstuur mijn nieuwe tekst" }).click();
  await expect(page.getByRole("main").getByText("Je nieuwe tekst is binnen. Een begeleider gaat hem lezen.")).toBeVisible();
  expect(await server.mine(key)).toMatchObject([{ state: "received", revision: 2 }]);

  await open(reader, "/leestafel");
  await (await queued(reader, new RegExp(`Praat met mij over de ${word}`))).click();
  await expect(reader.getByText("Reden: Er staat een nummer, adres of account in")).toBeVisible();
});

test("the writer of a declined post asks somebody else, who reads it as if it were new", async ({ page, desk, server }) => {
  const word = newWord();
  const [noor, sam] = [await server.signIn(server.account()), await server.signIn(server.account())];
  const { id, key } = await server.post({ text: `Ik droom van een ${word}.` });
  await server.decide(id, { decision: "decline", reason: "unclear" }, noor);

  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByText("Dan leest iemand anders hem.")).toBeVisible();
  await fine(page, "a letter, and a way on");
  await page.getByRole("button", { name: /^Laat iemand anders lezen/ }).click();
  await heard(page, /Een andere begeleider gaat hem lezen\./);
  await expect(page.getByText("Wacht op een lezer").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Laat iemand anders lezen/ })).toHaveCount(0);
  await fine(page, "it waits for somebody else");

  const first = await desk(noor);
  await open(first, `/leestafel/${id}`);
  await expect(first.getByText("De schrijver vraagt nu iemand anders.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Plaatsen", exact: true })).toHaveCount(0);

  const second = await desk(sam);
  await open(second, "/leestafel");
  await (await queued(second, new RegExp(`${word}.*Vraagt andere lezer`))).click();
  await expect(second.getByText("De schrijver vraagt een andere lezer")).toBeVisible();
  await fine(second, "another reader is asked");
  await second.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await second.getByRole("button", { name: "Plaats op het bord" }).click();
  await heard(second, /^Geplaatst op het bord\./);
  expect(await server.mine(key)).toMatchObject([{ state: "published", revision: 1 }]);
});

test("another facilitator can turn a no into a yes, and whoever said no cannot", async ({ page, desk, server }) => {
  const word = newWord();
  const [noor, sam] = [await server.signIn(server.account()), await server.signIn(server.account())];
  const { id } = await server.post({ text: `Ik droom van een ${word}.` });
  await server.decide(id, { decision: "decline", reason: "unclear" }, noor);

  const first = await desk(noor);
  await open(first, `/leestafel/${id}?state=declined`);
  await expect(first.getByText("Dit doet een andere begeleider")).toBeVisible();
  await expect(first.getByRole("button", { name: "Maak ongedaan" })).toHaveCount(0);
  await fine(first, "not by the same");

  const second = await desk(sam);
  await open(second, "/leestafel?state=declined");
  await second.getByRole("link", { name: new RegExp(word) }).click();
  await second.getByRole("button", { name: "Maak ongedaan" }).click();
  await second.getByRole("button", { name: "Plaats toch op het bord" }).click();
  await heard(second, /De droom hangt op het bord\./);
  await open(page, "/");
  await expect(note(page, word)).toHaveCount(1);
});
