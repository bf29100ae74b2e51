// *Wat moet er gebeuren?*: the worklist of the desk, emptied by thumb on a phone and by mouse on a laptop, without loading a page anew.
import type { Page } from "@playwright/test";
import { expect, fine, open, test } from "../support/fixtures.ts";
import { ORGANISATION, Server, newWord } from "../support/server.ts";

/** How many calls for the list were on their way together, at most. */
function together(page: Page): () => number {
  let [now, most] = [0, 0];
  const isList = (url: string) => new URL(url).pathname === "/api/moderation/worklist";
  page.on("request", (request) => isList(request.url()) && (most = Math.max(most, ++now)));
  for (const end of ["requestfinished", "requestfailed"] as const) {
    page.on(end as "requestfinished", (request) => isList(request.url()) && (now -= 1));
  }
  return () => most;
}

/** A desk with one thing of four kinds to do, and one post that waits to be read. */
async function desk() {
  const server = await Server.start({ DROOMBORD_ASKING_DAYS: "7" });
  const [unread, unheard, asked, wrong] = [newWord(), newWord(), newWord(), newWord()];
  const text = (word: string) => ({ text: `Ik droom van een ${word}.` });
  const answerer = await server.signIn(server.account("answerer"));
  const { id, key } = await server.hang(text(unheard));
  const asking = await server.ask(id);
  await server.answer(asking, answerer, { understood_text: "Jij droomt.", does_text: "Wij denken na." });
  await server.placeAnswer(asking);
  await server.feels(id, asking, key, "not_yet");
  await server.ask((await server.hang(text(asked))).id);
  // Their days pass.
  await server.down();
  await server.up(["--days-ahead", "8"]);
  const reported = await server.hang(text(wrong));
  await server.ask(reported.id);
  await server.report(reported.id);
  await server.post(text(unread));
  return { server, unread, unheard, asked, wrong };
}

for (const width of [390, 1280]) {
  test(`at ${width} px the worklist is emptied, one press from the first page, and is true after each deed`, async ({ another }) => {
    test.setTimeout(90_000);
    const { server, unread, unheard, asked, wrong } = await desk();
    const narrow = width < 1000;
    const page = await another({ baseURL: server.url, hasTouch: narrow, viewport: { width, height: 844 } });
    await page.context().addCookies([server.cookieOf(await server.reader())]);
    const most = together(page);
    await open(page, "/leestafel");
    let loads = 0;
    page.on("load", () => (loads += 1));
    const press = (name: string | RegExp, role: "link" | "button" = "button") => {
      const target = page.getByRole(role, { name }).first();
      return narrow ? target.tap() : target.click();
    };
    const top = async (of: string) => (await page.locator(of).boundingBox())!.y;
    const work = page.getByRole("region", { name: "Wat moet er gebeuren?" });
    const elsewhere = page.getByRole("link", { name: "Waar je bent ingelogd" });
    await expect(page).toHaveTitle(/^\(4\) /);
    await expect(work.getByRole("listitem")).toHaveCount(3);
    expect(await elsewhere.isVisible()).toBe(!narrow);
    if (narrow) expect(await top("#rij"), "the queue comes first").toBeLessThan(await top("#wat-moet-er-gebeuren"));
    await fine(page, "the worklist");

    await test.step("without a network the list stays", async () => {
      await page.context().setOffline(true);
      await press(new RegExp(wrong), "link");
      await expect(page.locator("#lezen").getByRole("button", { name: "Probeer opnieuw" })).toBeVisible();
      await page.goBack();
      await expect(work.getByRole("listitem")).toHaveCount(3);
      await expect(page).toHaveTitle(/^\(4\) /);
      await page.context().setOffline(false);
      await press("Probeer opnieuw");
    });

    await test.step("what is read is placed, and whom to ask comes next", async () => {
      await press(new RegExp(unread), "link");
      await expect(page.getByRole("article")).toContainText(unread);
      expect(await top("article"), "the text comes before the claim").toBeLessThan(await top("#wie-leest"));
      const order = await page.evaluate(
        () => document.querySelector("article")!.compareDocumentPosition(document.querySelector("#wie-leest")!),
      );
      expect(order & 4, "in the order of the page too").toBe(4);
      // The other ways stay open or closed when this item is loaded anew.
      const kept = (open?: string) =>
        expect.poll(() => page.evaluate(() => sessionStorage.getItem("droombord.leestafel.tab.elders") ?? undefined)).toBe(open);
      if (narrow) {
        await page.getByText("Meer aan de leestafel", { exact: true }).tap();
        await kept("1");
      }
      await page.reload();
      await expect(elsewhere).toBeVisible();
      if (narrow) {
        await page.getByText("Meer aan de leestafel", { exact: true }).tap();
        await kept(undefined);
        await page.reload();
        await expect(page.getByRole("article")).toContainText(unread);
        await expect(elsewhere).toBeHidden();
      }
      loads = 0;
      await press("Ik lees deze nu");
      await expect(page.getByText("Jij leest deze.")).toBeVisible();
      await fine(page, "reading");
      await press("Plaatsen");
      await press("Plaats op het bord");
      const next = page.getByRole("link", { name: "Wie wordt gevraagd?" });
      await expect(next).toBeInViewport();
      await expect(work.getByRole("heading", { name: "Nog aan niemand gevraagd (1)" })).toBeVisible();
      await expect(page).toHaveTitle(/^\(4\) /);
      await fine(page, "placed");
      await press("Wie wordt gevraagd?", "link");
      await expect(page.getByRole("heading", { name: "Wie wordt gevraagd?" })).toBeFocused();
      await page.getByRole("combobox", { name: "Organisatie" }).selectOption({ label: ORGANISATION });
      await press("Vraag om een antwoord");
      await expect(page).toHaveTitle(/^\(3\) /);
    });

    const home = async () => {
      await press("Naar de leestafel", "link");
      await expect(work).toBeVisible();
    };
    await test.step("who waits too long is reminded", async () => {
      await home();
      await expect(work).not.toContainText("Nog aan niemand gevraagd");
      await press(new RegExp(asked), "link");
      await expect(page.getByRole("heading", { name: "Wie wordt gevraagd?" })).toBeFocused();
      await press(`Herinner ${ORGANISATION} aan deze vraag`);
      await expect(page).toHaveTitle(/^\(2\) /);
      await fine(page, "reminded");
    });

    await test.step("who does not feel heard is asked about again", async () => {
      await home();
      await expect(work.getByRole("link", { name: new RegExp(asked) })).toHaveCount(0);
      await press(new RegExp(unheard), "link");
      await press(`Vraag een tweede antwoord aan ${ORGANISATION}`);
      await expect(page).toHaveTitle(/^\(1\) /);
    });

    await test.step("what is reported is seen to, and nothing is left", async () => {
      await home();
      await press(new RegExp(wrong), "link");
      await press(/^Dit is gezien/);
      await expect(page).not.toHaveTitle(/\d/);
      await home();
      await expect(work).toContainText("Alles is gedaan.");
      await expect(work.getByRole("listitem")).toHaveCount(0);
      await fine(page, "everything is done");
    });
    expect(loads, "no page was loaded anew").toBe(0);
    expect(most(), "one call for the list at a time").toBe(1);
    await server.remove();
  });
}

test("more of one kind is shown, and stays shown after a deed", async ({ another }) => {
  const server = await Server.start();
  for (let number = 0; number < 7; number += 1) await server.hang({ text: `Ik droom van een ${newWord()}.` });
  // The organisation is there.
  await server.ask((await server.hang({ text: "Ik droom van rust." })).id);
  const page = await another({ baseURL: server.url, hasTouch: true, viewport: { width: 390, height: 844 } });
  await page.context().addCookies([server.cookieOf(await server.reader())]);
  const most = together(page);
  await open(page, "/leestafel");
  const work = page.getByRole("region", { name: "Wat moet er gebeuren?" });
  await expect(work.getByRole("listitem")).toHaveCount(5);
  await work.getByRole("button", { name: "Toon er meer" }).tap();
  await expect(work.getByRole("listitem")).toHaveCount(7);
  await expect(work.getByRole("heading", { name: "Nog aan niemand gevraagd (7)" })).toBeFocused();
  await work.getByRole("link").first().tap();
  await page.getByRole("combobox", { name: "Organisatie" }).selectOption({ label: ORGANISATION });
  await page.getByRole("button", { name: "Vraag om een antwoord" }).tap();
  await expect(page).toHaveTitle(/^\(6\) /);
  await page.getByRole("link", { name: "Naar de leestafel" }).tap();
  await expect(work.getByRole("listitem")).toHaveCount(6);
  expect(most(), "one call for the list at a time").toBe(1);
  await server.remove();
});
