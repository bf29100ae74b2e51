// Who may still see what the desk shows: signing out in all tabs, an end that comes by itself, and asking before showing.
import type { BrowserContext, Page } from "@playwright/test";
import { expect, fine, open, test } from "../support/fixtures.ts";
import { newWord, type Server, type Staff } from "../support/server.ts";
import { notice, signIn } from "../support/steps.ts";

const MINUTE = 60_000;

/** Another tab of the same browser. */
async function tab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await open(page, address);
  return page;
}

/** Nothing of it can be seen, heard, found or read again from what the tab keeps. */
async function holdsNothing(page: Page, word: string): Promise<void> {
  await expect(page.locator("body")).not.toContainText(word);
  expect(await page.title()).not.toMatch(/\d/);
}

/** The tab goes to the back, or comes to the front again. */
async function turn(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

/** Six kinds of pages of the desk, each in a tab of its own, of people who are signed in. */
async function everywhere(server: Server, desk: (staff: Staff) => Promise<Page>, id: string) {
  const people = ["facilitator", "administrator", "answerer"] as const;
  const paths = {
    facilitator: [`/leestafel/${id}`, "/leestafel/meldingen", "/leestafel/apparaten"],
    administrator: ["/leestafel", "/leestafel/organisaties"],
    answerer: ["/leestafel"],
  };
  const tabs: Page[] = [];
  const accounts = [];
  for (const role of people) {
    const staff = await server.signIn(server.account(role));
    accounts.push(staff.account);
    const first = await desk(staff);
    await first.context().clock.install();
    for (const path of paths[role]) tabs.push(await tab(first.context(), path));
  }
  // On a phone a post has the whole screen.
  for (const page of tabs) await expect(page.getByRole("button", { name: "Log uit", includeHidden: true })).toHaveCount(1);
  return { tabs, accounts };
}

test("an account that is disabled loses every screen by itself, without a press", async ({ desk, server }) => {
  const word = newWord();
  const { id } = await server.post({ text: `Ik droom van een ${word}.` });
  const { tabs, accounts } = await everywhere(server, desk, id);
  await expect(tabs[0]!.getByRole("article")).toContainText(word);
  for (const account of accounts) server.disable(account);
  for (const page of tabs) {
    await page.clock.fastForward(MINUTE + 2_000);
    await expect(notice(page).filter({ hasText: "Je bent uitgelogd" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Log uit", includeHidden: true })).toHaveCount(0);
    await holdsNothing(page, word);
  }
  await fine(tabs[0]!, "signed out by itself");
});

test("signing out in one tab empties all of them at once, and leaves nothing of what was being written", async ({ desk, server }) => {
  const word = newWord();
  const { id } = await server.post({ text: `Ik droom van een ${word}.` });
  const account = server.account();
  const first = await desk(await server.signIn(account));
  const context = first.context();
  await open(first, `/leestafel/${id}`);
  await first.locator("#notitie").fill("Hier nog over bellen.");
  const second = await tab(context, "/leestafel");
  // Which posts it begins with depends on how many other tests have sent.
  await expect(second.getByRole("region", { name: "Rij" }).getByRole("link", { name: /Ik droom van/ }).first()).toBeVisible();
  // One that slept meanwhile, and did not hear of it.
  const asleep = await tab(context, `/leestafel/${id}`);
  await asleep.locator("#notitie").fill("Dat slaapt.");
  await asleep.evaluate(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await asleep.evaluate(() => Object.defineProperty(StorageEvent.prototype, "key", { get: () => "iets" }));

  await second.getByRole("button", { name: "Log uit" }).click();
  await expect(first.getByText("Dat deed je in een ander tabblad.")).toBeVisible();
  await holdsNothing(first, word);
  await turn(asleep, "hidden");
  await turn(asleep, "visible");
  await expect(asleep.getByLabel("Wachtwoord")).toBeVisible();
  await holdsNothing(asleep, word);
  for (const page of [first, second, asleep]) {
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(/bellen|slaapt/);
  }
  await fine(first, "signed out in another tab");

  // Whoever signs in again writes on in one tab; the one that wakes later takes nothing of it away.
  const answer = '{"owner":"iemand","written":{}}';
  await first.evaluate((kept) => localStorage.setItem("droombord.leestafel.antwoorden", kept), answer);
  await turn(asleep, "hidden");
  await turn(asleep, "visible");
  expect(await first.evaluate(() => localStorage.getItem("droombord.leestafel.antwoorden"))).toBe(answer);
});

test("what is shown was asked for: after waking, and with the focus and the words where they were", async ({ desk, server }) => {
  const word = newWord();
  const { id } = await server.post({ text: `Ik droom van een ${word}.` });
  const page = await desk(await server.signIn(server.account()));
  await page.clock.install();
  await open(page, `/leestafel/${id}`);
  const note = page.locator("#notitie");
  const article = page.getByRole("article");
  await note.pressSequentially("Hier nog");
  let answer: () => void = () => undefined;
  let asked = 0;
  await page.route("**/api/session", async (route) => {
    asked += 1;
    expect(route.request().method()).toBe("GET");
    await new Promise<void>((done) => (answer = done));
    await route.continue();
  });
  const ways: [string, () => Promise<void>][] = [
    ["another tab", async () => (await turn(page, "hidden"), await expect(article).toBeHidden(), await turn(page, "visible"))],
    ["a machine that slept", () => page.clock.fastForward(10 * MINUTE)],
    [
      "the browser's memory of pages",
      () =>
        page.evaluate(() => {
          dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }),
    ],
  ];
  for (const [way, wake] of ways) {
    const before = asked;
    await wake();
    await expect(article, way).toBeHidden();
    await expect(page.getByText("Even kijken of je nog bent ingelogd."), way).toBeVisible();
    await page.keyboard.press("n");
    await expect.poll(() => asked, way).toBeGreaterThan(before);
    answer();
    await expect(article, way).toBeVisible();
    await expect(note, way).toBeFocused();
    await expect(note, way).toHaveValue("Hier nog");
  }
  await page.keyboard.type(" naar kijken.");
  await expect(note).toHaveValue("Hier nog naar kijken.");
});

test("without a network the words go at the hour, and come back when the server says that they may", async ({ desk, server }) => {
  const word = newWord();
  const { id } = await server.post({ text: `Ik droom van een ${word}.` });
  const account = server.account();
  const page = await desk(await server.signIn(account));
  await page.clock.install();
  // The hour is nearly over.
  await page.route("**/api/session", async (route) => {
    const real = await route.fetch();
    const session = { ...(await real.json()), idle_at: new Date(Date.now() + 30_000).toISOString() };
    await route.fulfill({ response: real, json: session });
  });
  await open(page, `/leestafel/${id}`);
  const article = page.getByRole("article");
  const note = page.locator("#notitie");
  await note.fill("Hier nog over bellen.");
  await page.unroute("**/api/session");
  await page.context().setOffline(true);
  await page.clock.runFor(20_000);
  await expect(article).toBeVisible();
  await page.clock.runFor(20_000);
  await expect(article).toBeHidden();
  await expect(page.locator("#even-wachten")).toBeFocused();
  await expect(page.locator("#even-wachten")).toContainText("Je hebt geen internet");
  await fine(page, "hidden without a network");
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  await expect(page.locator("#even-wachten")).toBeFocused();
  await expect(article).toBeHidden();

  await page.context().setOffline(false);
  await expect(article).toContainText(word);
  await expect(article).toBeVisible();
  await expect(note).toHaveValue("Hier nog over bellen.");

  // The session ended in the meantime: its writer finds the words again, nobody else does.
  server.disable(account);
  await page.clock.fastForward(5 * MINUTE);
  await expect(page.getByText("Log weer in. Wat je koos, staat er nog.")).toBeVisible();
  await holdsNothing(page, word);
});

test("who signs in beside somebody else is who sits at the desk in every tab", async ({ desk, server }) => {
  const word = newWord();
  const { id } = await server.post({ text: `Ik droom van een ${word}.` });
  const first = await desk(await server.signIn(server.account()));
  await open(first, `/leestafel/${id}`);
  await first.locator("#notitie").fill("Hier nog over bellen.");
  const second = await tab(first.context(), "/leestafel");
  // The session of the first one ends, and somebody else signs in.
  await first.context().clearCookies();
  await second.reload();
  const other = server.account("administrator");
  await signIn(second, other);
  await expect(second.getByText(`Ingelogd: ${other.name}`)).toBeVisible();
  await expect(first.getByText(`Ingelogd: ${other.name}`)).toBeVisible();
  await holdsNothing(first, word);
  expect(await first.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("bellen");
});

test("only what a person does is use: a page that looks by itself says nothing of it", async ({ desk, server }) => {
  const page = await desk(await server.signIn(server.account()));
  await page.clock.install();
  const calls: { path: string; isUse: boolean }[] = [];
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (path.startsWith("/api/")) calls.push({ path, isUse: "droombord-use" in request.headers() });
  });
  await open(page, "/leestafel");
  await expect(page.getByRole("link", { name: "Wacht", exact: true })).toBeVisible();
  for (let minute = 0; minute < 6; minute += 1) {
    const before = calls.length;
    await page.clock.runFor(MINUTE + 2_000);
    await expect.poll(() => calls.length).toBeGreaterThan(before);
  }
  expect(calls.map(({ path }) => path)).toContain("/api/moderation/worklist");
  expect(calls.filter(({ isUse }) => isUse)).toEqual([]);
  await page.keyboard.press("Shift");
  calls.length = 0;
  await page.clock.runFor(MINUTE + 2_000);
  await expect.poll(() => calls.filter(({ isUse }) => isUse).length).toBe(1);
});
