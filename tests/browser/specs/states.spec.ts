// What a page says when there is nothing, when nothing comes, and when there is no way out.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { newWord, Server } from "../support/server.ts";
import { choices, next, note, notice } from "../support/steps.ts";

test("an empty board invites, a search without result leads back to everything", async ({ page }) => {
  const server = await Server.start();
  try {
    await open(page, server.url + "/");
    await expect(page.getByRole("heading", { name: "Hier hangt nog niets" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Schrijf jouw droom" }).last()).toBeVisible();
    await fine(page, "an empty board");
    await open(page, server.url + "/?direction=stop");
    await expect(page.getByRole("heading", { name: "Geen dromen met deze keuze" })).toBeVisible();
    await fine(page, "nothing with these filters");
    await page.getByRole("link", { name: "Laat alles zien" }).last().click();
    await expect(page).toHaveURL(server.url + "/");
  } finally {
    await server.remove();
  }
});

test("a search that finds nothing says so", async ({ page, stage }) => {
  await open(page, stage.server.url + "/");
  await choices(page);
  await page.getByRole("main").getByText("Zoek", { exact: true }).first().click();
  await page.getByRole("searchbox").fill(newWord());
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByRole("heading", { name: "Geen dromen met deze keuze" })).toBeVisible();
  await page.getByRole("link", { name: "Laat alles zien" }).last().click();
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("when the server cannot be reached the board says so, and tries again when asked", async ({ page, server }) => {
  const word = newWord();
  await server.hang({ text: `Ik droom van een ${word}.`, direction: "turn_back" }, ["te snel besloten"]);
  await open(page, "/");
  await page.route("**/api/posts?*", (route) => route.abort());
  await choices(page);
  await page.getByRole("link", { name: "Terugdraaien", exact: true }).first().click();
  await expect(notice(page).getByRole("heading", { name: "Het laden lukte niet" })).toBeVisible();
  await fine(page, "it did not come");
  await page.unroute("**/api/posts?*");
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  await expect(note(page, word)).toHaveCount(1);
});

test("without internet a page says so, and what was read stays", async ({ page, context, server }) => {
  const word = newWord();
  await server.hang({ text: `Ik droom van een ${word}.`, direction: "start" });
  await open(page, "/");
  await choices(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Starten", exact: true }).first().click();
  await expect(notice(page).getByRole("heading", { name: "Je hebt geen internet" })).toBeVisible();
  await expect(page.getByText("Probeer het straks nog eens.")).toBeVisible();
  await fine(page, "offline");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  await expect(note(page, word)).toHaveCount(1);
});

test("whoever writes gets to the help lines without internet, and loses nothing", async ({ page, context }) => {
  await open(page, "/deel");
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill("Ik weet het niet meer.");
  await context.setOffline(true);
  await page.getByRole("link", { name: "Hier kun je bellen of chatten" }).click();
  await expect(page.getByRole("link", { name: /0 8 0 0, 0 4 3 2/ })).toBeVisible();
  await fine(page, "help while writing");
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveValue("Ik weet het niet meer.");
});

test("an address that does not exist leads on", async ({ page }) => {
  for (const path of ["/nergens", "/droom/geen-nummer", "/en/nowhere"]) {
    const answer = await page.goto(path);
    expect(answer!.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("main").getByRole("link", { name: /Naar het bord|To the board/ })).toBeVisible();
  }
});
