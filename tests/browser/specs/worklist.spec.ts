// *Wat moet er gebeuren?*: the worklist of the desk on a phone, emptied by thumb.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { Server, newWord } from "../support/server.ts";

test("on a phone the worklist is emptied by thumb, one press from the first page", async ({ another }) => {
  test.setTimeout(120_000);
  // A desk of its own: the list must become empty.
  const server = await Server.start();
  const word = newWord();
  await server.ask((await server.hang({ text: `Ik droom van een ${newWord()}.` })).id);
  await server.hang({ text: `Ik droom van een ${word}.` });
  const page = await another({ baseURL: server.url, hasTouch: true, viewport: { width: 390, height: 844 } });
  await page.context().addCookies([server.cookieOf(await server.reader())]);
  await open(page, "/leestafel");
  await expect(page).toHaveTitle(/^\(1\) /);
  const work = page.getByRole("region", { name: "Wat moet er gebeuren?" });
  await expect(work.getByRole("link")).toHaveCount(1);
  const top = async (of: string) => (await page.locator(of).boundingBox())!.y;
  expect(await top("#rij"), "the queue comes first").toBeLessThan(await top("#wat-moet-er-gebeuren"));
  await expect(page.getByRole("link", { name: "Waar je bent ingelogd" })).toBeHidden();
  await fine(page, "the worklist");

  await work.getByRole("link", { name: new RegExp(word) }).tap();
  await expect(page.getByRole("heading", { name: "Wie wordt gevraagd?" })).toBeFocused();
  await page.reload();
  const asked = page.getByRole("region", { name: "Wie wordt gevraagd?" });
  await asked.getByRole("combobox").selectOption({ index: 1 });
  await page.getByText("Meer aan de leestafel", { exact: true }).tap();
  await expect(page.getByRole("link", { name: "Waar je bent ingelogd" }), "after a reload of one post").toBeVisible();
  await fine(page, "whom to ask");
  await asked.getByRole("button").last().tap();
  await expect(asked.getByRole("listitem")).toHaveCount(1);
  await open(page, "/leestafel");
  await expect(work).toContainText("Alles is gedaan.");
  await expect(page).not.toHaveTitle(/\d/);
  await server.remove();
});
