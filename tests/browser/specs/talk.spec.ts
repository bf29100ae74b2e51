// Praat mee: a reply is written like a dream, read first, and hangs under its post.
import { expect, fine, open, taken, test } from "../support/fixtures.ts";
import { heard } from "../support/heard.ts";
import { newWord } from "../support/server.ts";
import { choices, next, typeTwoWords } from "../support/steps.ts";

test("a reply is written, read, and stands under its post", async ({ page, desk, another, server }) => {
  test.setTimeout(150_000);
  const word = newWord();
  const { id } = await server.hang({ text: `Ik droom van een ${word}. Met een dak.` });

  await open(page, `/droom/${id}`);
  const talk = page.getByRole("region", { name: "Praat mee" });
  await expect(talk.getByText("Er staan nog geen reacties bij.")).toBeVisible();
  await fine(page, "no replies yet");
  await talk.getByRole("link", { name: "Schrijf een reactie" }).click();
  await expect(page).toHaveURL(new RegExp(`/deel\\?bij=${id}$`));
  await taken(page);
  await expect(page.getByRole("heading", { level: 1, name: "Praat mee" })).toBeVisible();
  await expect(page.getByRole("blockquote")).toContainText(word);
  await fine(page, "to what");
  await next(page);
  const field = page.getByRole("textbox", { name: "Schrijf jouw reactie" });
  await field.fill("Bij ons was het ook zo. Bel mij op 06 12345678.");
  await expect(page.getByText("Bewaard op deze telefoon. Nog niet verstuurd.")).toBeVisible();
  await expect(page.getByText("06 12345678").first()).toBeVisible();
  await fine(page, "the words, with the guard");
  await page.reload();
  await taken(page);
  await expect(field, "a reload loses nothing").toHaveValue(/Bij ons/);
  await field.fill("Bij ons was het ook zo.");
  await next(page);
  await page.getByRole("radio", { name: "Ouder" }).check();
  await expect(page.getByLabel("Waar in Nederland?")).toHaveCount(0);
  await fine(page, "who");
  await next(page);
  await expect(page.getByText("van een ouder")).toBeVisible();
  await fine(page, "look");
  await page.getByRole("button", { name: "Verstuur mijn reactie" }).click();
  await expect(page.getByRole("heading", { name: "Je reactie is binnen" })).toBeFocused();
  const key = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
  await fine(page, "thank you");
  await typeTwoWords(page, key.map((part) => part.trim()));
  await expect(page).toHaveURL(/\/mijn$/);
  const card = page.getByRole("article").filter({ hasText: "Bij ons was het ook zo." });
  await expect(card.getByText("Reactie op:")).toContainText(`Ik droom van een ${word}.`);
  await fine(page, "own posts");

  const stranger = await another();
  await open(stranger, `/droom/${id}`);
  await expect(stranger.getByText("Bij ons was het ook zo.")).toHaveCount(0);

  const [own] = await server.mine(key.map((part) => part.trim()).join("-"));
  const reply = own?.id ?? "";
  const reader = await desk();
  await open(reader, `/leestafel/${reply}`);
  await expect(reader.getByRole("region", { name: "Reactie op" })).toContainText(word);
  await reader.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await expect(reader.getByLabel("Trefwoorden"), "it hangs under a post that has them").toHaveCount(0);
  await fine(reader, "reading a reply");
  await reader.getByRole("button", { name: "Plaats op het bord" }).click();
  await heard(reader, /^Geplaatst op het bord\./);

  await open(stranger, `/droom/${id}`);
  await expect(stranger.getByRole("region", { name: "Praat mee" }).getByRole("listitem")).toContainText("Bij ons was het ook zo.");
  await fine(stranger, "a reply");
  await open(stranger, "/");
  await expect(stranger.getByText("Bij ons was het ook zo.")).toHaveCount(0);
});

test("a reply that is being written stays with its post", async ({ page, server }) => {
  const [here, there] = [newWord(), newWord()];
  const [first, second] = [await server.hang({ text: `Ik droom van ${here}.` }), await server.hang({ text: `Ik droom van ${there}.` })];
  const field = page.getByRole("textbox", { name: "Schrijf jouw reactie" });
  const write = async (id: string, text: string) => {
    await open(page, `/deel?bij=${id}`);
    await next(page);
    await expect(field).toHaveValue("");
    await field.fill(text);
    await expect.poll(() => page.evaluate(() => localStorage.getItem("droombord.reactie"))).toContain(text);
  };
  await write(first.id, `Dat wil ik ook: ${here}.`);
  await write(second.id, `En dit ook: ${there}.`);
  for (const [id, text] of [[first.id, `Dat wil ik ook: ${here}.`], [second.id, `En dit ook: ${there}.`]]) {
    await open(page, `/deel?bij=${id}&stap=2`);
    await expect(field).toHaveValue(text!);
  }
  await open(page, "/deel?stap=2");
  await expect(page.getByRole("radio", { name: "Een droom" }), "a dream is another text").not.toBeChecked();
  // What is thrown away is only what is here.
  await open(page, `/deel?bij=${second.id}&stap=2`);
  await page.getByRole("button", { name: "Niet verder schrijven" }).click();
  await page.getByRole("button", { name: "Gooi weg" }).click();
  await open(page, `/deel?bij=${first.id}&stap=2`);
  await expect(field).toHaveValue(`Dat wil ik ook: ${here}.`);
});

test("a reply by which somebody can be reached is not placed", async ({ desk, server }) => {
  const { id } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
  const { id: reply } = await server.reply(id, "Mail mij op anna@voorbeeld.nl, dan praten we.");
  const reader = await desk();
  await open(reader, `/leestafel/${reply}`);
  await expect(reader.getByText("Hiermee kan iemand iemand bereiken")).toBeVisible();
  await expect(reader.getByRole("button", { name: "Plaatsen", exact: true })).toHaveCount(0);
  await expect(reader.getByRole("button", { name: "Teruggeven", exact: true })).toBeVisible();
  await fine(reader, "a way to somebody");
});

test("the board says in which order it hangs, and changes it", async ({ page, stage }) => {
  await open(page, stage.server.url + "/");
  await choices(page);
  await expect(page.getByText("Dromen die nog weinig gelezen zijn, hangen vooraan.")).toBeVisible();
  await page.getByRole("link", { name: "Nieuwste vooraan" }).click();
  await expect(page).toHaveURL(/\?order=newest$/);
  await expect(page.getByText("De nieuwste hangen vooraan.")).toBeVisible();
  await fine(page, "newest first");
  await page.getByRole("link", { name: "Stoppen" }).first().click();
  await expect(page).toHaveURL(/\?direction=stop&order=newest$/);
  await page.getByRole("link", { name: "Weinig gelezen vooraan" }).click();
  await expect(page).toHaveURL(/\?direction=stop$/);
});
