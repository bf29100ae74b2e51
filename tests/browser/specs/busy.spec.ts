// The server is busy: it says until when, the page says so, and what the phone keeps goes by itself.
import type { Page, Route } from "@playwright/test";
import { expect, fine, installed, open, taken, test as base } from "../support/fixtures.ts";
import { newKey, newWord, Server } from "../support/server.ts";
import { Wire } from "../support/wire.ts";
import { openMine, sendButton, write } from "../support/steps.ts";

const BUSY = "Het is druk, het gaat vanzelf";

const test = base.extend<object, { limited: Server }>({
  limited: [
    async ({}, use) => {
      const server = await Server.start({}, { limited: true });
      await use(server);
      await server.remove();
    },
    { scope: "worker" },
  ],
});

/** Our own answer that it is too busy. */
async function refuse(route: Route, status: 429 | 503, wait?: string): Promise<void> {
  const code = status === 503 ? "busy" : "too_many_requests";
  await route.fulfill({
    status,
    contentType: "application/problem+json",
    headers: {
      "droombord-call": route.request().headers()["droombord-call"]!,
      date: "Sun, 06 Nov 1994 08:49:00 GMT",
      ...(wait === undefined ? {} : { "retry-after": wait }),
    },
    body: JSON.stringify({ type: `urn:droombord:problem:${code}`, title: code, status, code }),
  });
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("the forty-first dream of one address waits as long as the server says, and goes by itself", async ({ page, limited, faults }) => {
  faults.expect(/429/);
  for (let sent = 0; sent < 40; sent += 1) await limited.post({ text: `Ik droom van ${sent} bomen.` });
  const text = `Ik droom van een ${newWord()}.`;
  await page.clock.install();
  await open(page, `${limited.url}/deel`);
  await write(page, text);
  const refused = page.waitForResponse((answer) => answer.status() === 429);
  let tries = 0;
  page.on("request", (request) => (tries += request.method() === "POST" ? 1 : 0));
  await sendButton(page).click();
  expect(Number((await refused).headers()["retry-after"])).toBeGreaterThan(1);
  await expect(heading(page)).toHaveText(BUSY);
  await expect(heading(page)).toBeFocused();
  await expect(page.getByText(/internet/)).toHaveCount(0);
  await fine(page, "the server is busy");
  const key = (await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts()).map((word) => word.trim());
  expect(await limited.mine(key.join("-"))).toEqual([]);

  // Not before its time, whatever happens; then the server has room, as it has for another address.
  await page.route("**/api/posts", (route) => route.continue({ headers: { ...route.request().headers(), "x-forwarded-for": "203.0.113.7" } }));
  tries = 0;
  for (const event of ["online", "pageshow"]) await page.evaluate((name) => dispatchEvent(new Event(name)), event);
  await page.clock.fastForward(8_000);
  await expect(heading(page)).toHaveText(BUSY);
  expect(tries).toBe(0);
  await page.clock.fastForward(20_000);
  await expect(heading(page)).toHaveText("Je droom is binnen");
  expect(tries).toBe(1);
  expect((await limited.mine(key.join("-"))).map(({ body }) => body?.text)).toEqual([text]);
});

for (const { name, status, wait, early, late } of [
  { name: "seconds", status: 429, wait: "600", early: 590_000, late: 170_000 },
  { name: "a moment", status: 503, wait: "Sun, 06 Nov 1994 08:50:00 GMT", early: 55_000, late: 30_000 },
  { name: "more than an hour", status: 429, wait: "99999999999", early: 3_500_000, late: 1_100_000 },
  { name: "nonsense", status: 429, wait: "-5", early: 10_000, late: 30_000 },
  { name: "nothing", status: 503, wait: undefined, early: 10_000, late: 30_000 },
] as const) {
  test(`a busy server that asks for ${name} is left alone so long, and no longer`, async ({ page, server }) => {
    const text = `Ik droom van een ${newWord()}.`;
    await page.clock.install();
    await open(page, "/deel");
    await write(page, text);
    let tries = 0;
    await page.route("**/api/posts", (route) => {
      tries += 1;
      return refuse(route, status, wait);
    });
    await sendButton(page).click();
    await expect(heading(page)).toHaveText(BUSY);
    expect(tries).toBe(1);
    await page.clock.fastForward(early);
    expect(tries).toBe(1);
    await page.unroute("**/api/posts");
    await page.clock.fastForward(late);
    await expect(heading(page)).toHaveText("Je droom is binnen");
    const key = (await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts()).map((word) => word.trim());
    expect((await server.mine(key.join("-"))).map(({ body }) => body?.text)).toEqual([text]);
  });
}

test("other words wait for a busy server, are shown as that, and go by themselves", async ({ page, context, server }) => {
  const key = newKey();
  const text = `Ik droom van een ${newWord()}.`;
  const { id } = await server.post({ text }, key);
  await page.clock.install();
  await open(page, "/mijn");
  await openMine(page, key);
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: text }) });
  await page.route(`**/api/posts/${id}`, (route) => refuse(route, 429, "30"));
  await card.getByRole("button", { name: /Ik pas het zelf aan/ }).click();
  await card.getByRole("textbox").fill(`${text} En een boom.`);
  await card.getByRole("button", { name: "Verstuur mijn nieuwe tekst" }).click();
  await expect(card.getByText(`${BUSY}.`, { exact: false })).toBeVisible();
  await expect(page.getByText(BUSY, { exact: true })).toBeVisible();
  await fine(page, "another text waits for a busy server");
  await page.unroute(`**/api/posts/${id}`);
  await page.clock.fastForward(60_000);
  await expect(page.getByText(BUSY, { exact: true })).toHaveCount(0);
  await expect.poll(async () => (await server.mine(key))[0]?.body?.text).toBe(`${text} En een boom.`);
  expect(context.pages()).toHaveLength(1);
});

test("where nothing goes by itself, the page says when to try again, and keeps the words", async ({ page, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  const { id } = await server.hang({ text });
  await page.route("**/api/**", (route) => (route.request().method() === "GET" && !route.request().url().includes("/mine") ? route.continue() : refuse(route, 429, "90")));

  await open(page, "/mijn");
  await openMine(page, newKey());
  await expect(page.getByText("Het is druk. Probeer het over 2 minuten opnieuw.").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Typ je droomsleutel" })).not.toHaveValue("");

  await open(page, `/droom/${id}`);
  const hear = page.getByRole("button", { name: "Ik hoor je" });
  await hear.click();
  await expect(page.locator("#announcer")).toContainText("Het is druk. Probeer het over een minuut opnieuw.");
  await expect(hear).toHaveAttribute("aria-pressed", "false");

  await open(page, `/melden?bij=${id}`);
  await page.getByRole("radio").first().check();
  await page.getByRole("textbox").first().fill("Dit gaat over mij.");
  await page.getByRole("button", { name: /^Verstuur/ }).click();
  await expect(page.getByText("Het is druk. Probeer het over een minuut opnieuw.")).toBeVisible();
  await expect(page.getByRole("textbox").first()).toHaveValue("Dit gaat over mij.");

  await open(page, "/leestafel");
  await page.getByLabel("Naam").fill("Noor");
  await page.getByLabel("Wachtwoord").fill("een lang wachtwoord");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.locator("#inlogfout")).toBeFocused();
  await expect(page.locator("#inlogfout")).toContainText("Er zijn te veel pogingen. Probeer het over 2 minuten opnieuw.");
  await expect(page.getByLabel("Wachtwoord")).toHaveValue("een lang wachtwoord");
});

test.describe("with the worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("a reaction that a full house has to wait with goes by itself", async ({ page, faults }) => {
    faults.expect(/429/);
    const house = await Server.start({}, { limited: true });
    const wire = await Wire.to(house);
    try {
      const { id } = await house.hang({ text: `Ik droom van een ${newWord()}.` });
      const path = `/api/posts/${id}/supports/hear`;
      await open(page, `${wire.url}/droom/${id}`);
      await installed(page);
      await page.reload();
      await taken(page);
      // What the page itself sends meets a full house; then the worker tries, beside a neighbour who has just used it all.
      await page.route(`**${path}`, (route) => refuse(route, 429, "1"));
      const react = () => fetch(house.url + path, { method: "PUT", headers: { "droombord-device": "0".repeat(64) } });
      while ((await react()).status !== 429);
      await page.getByRole("button", { name: "Ik hoor je" }).click();
      await expect(page.locator("#announcer")).toContainText(BUSY);
      const arrived = () => wire.heard.filter((call) => call.path === path && call.status === 204).length;
      await expect.poll(arrived, { timeout: 15_000 }).toBe(1);
    } finally {
      await wire.remove();
      await house.remove();
    }
  });
});
