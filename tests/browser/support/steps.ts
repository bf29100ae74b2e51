// What people do on the pages, in the words of the pages.
import { expect, type Locator, type Page } from "@playwright/test";
import { code, type Account } from "./server.ts";

/** From the first question to *Klopt het zo?*, the quickest way. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(text);
  await next(page);
  await page.getByRole("button", { name: "Overslaan" }).click();
  await expect(page.getByRole("heading", { name: "Klopt het zo?" })).toBeFocused();
}

export async function next(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Verder", exact: true }).click();
}

export function sendButton(page: Page): Locator {
  return page.getByRole("button", { name: "Verstuur mijn droom" });
}

/** Sends, and reads the seven words. */
export async function send(page: Page): Promise<string[]> {
  await sendButton(page).click();
  return words(page);
}

/** The seven words on the thank-you page. */
export async function words(page: Page): Promise<string[]> {
  await expect(page.getByRole("heading", { name: "Je droom is binnen" })).toBeFocused();
  const words = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
  expect(words).toHaveLength(7);
  return words.map((word) => word.trim());
}

/** Types the two words over that are asked for. */
export async function typeTwoWords(page: Page, words: string[]): Promise<void> {
  const fields = page.getByRole("textbox", { name: /^Woord \d$/ });
  await expect(fields).toHaveCount(2);
  for (const field of await fields.all()) {
    const place = Number((await field.getAttribute("id"))!.replace(/\D/g, ""));
    await field.fill(words[place - 1]!);
  }
  await page.getByRole("button", { name: "Klaar" }).click();
}

/** Signs in with name, password and a code. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.getByLabel("Naam").fill(account.name);
  await page.getByLabel("Wachtwoord").fill(account.password);
  await page.getByLabel("Code uit je app").fill(await code(account));
  await page.getByRole("button", { name: "Log in" }).click();
}

/** Opens own posts with typed words. */
export async function openMine(page: Page, key: string): Promise<void> {
  await page.getByRole("textbox", { name: "Typ je droomsleutel" }).fill(key.replaceAll("-", " "));
  await page.getByRole("button", { name: "Open mijn droom" }).click();
}

/** A post that hangs on the board, by its words. */
export function note(page: Page, text: string | RegExp): Locator {
  return page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("heading"), hasText: text });
}

/** Opens the one control that holds the choices of the board on a phone. Elsewhere they are simply there. */
export async function choices(page: Page): Promise<void> {
  const all = page.locator("details.filter");
  const control = all.locator("> summary");
  if ((await all.getAttribute("open")) === null && (await control.isVisible())) await control.click();
}

/** Opens the other ways of the desk, which stand behind one control on a phone. */
export async function elsewhere(page: Page): Promise<void> {
  await page.getByText("Meer aan de leestafel", { exact: true }).click();
}

/** What stands in a box because it stops somebody, or must be known first. */
export function notice(at: Page | Locator): Locator {
  return at.locator(".notice:is([role=group], :has(h2)):visible");
}

/** What waits at the desk, by its words. Other tests leave posts in the queue too: it may stand on a later page of it. */
export async function queued(desk: Page, name: RegExp): Promise<Locator> {
  const row = desk.getByRole("link", { name });
  const more = desk.getByRole("button", { name: "Meer laden" });
  const rows = desk.getByRole("region", { name: "Rij" }).getByRole("listitem");
  for (;;) {
    await expect(row.or(more).first()).toBeVisible();
    if ((await row.count()) > 0) return row;
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  }
}
