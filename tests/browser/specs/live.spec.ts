// Live: what came on the board while somebody reads it is said once, in a line that moves nothing, and shown on asking.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { heard } from "../support/heard.ts";
import { newWord, Server } from "../support/server.ts";
import { note } from "../support/steps.ts";

test.describe.configure({ timeout: 60_000 });

let server: Server;
test.beforeAll(async () => {
  server = await Server.start({ DROOMBORD_LIVE_PAUSE: "1" });
  for (let n = 0; n < 6; n += 1) await server.hang({ text: `Deze hing er al. ${newWord()}` });
});
test.afterAll(() => server.remove());

test("new dreams are told without moving what is read, and shown on asking", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const line = page.locator(".news__line", { hasText: "nieuwe dromen" });
  const listens = page.waitForRequest(/\/api\/events/);
  await open(page, server.url + "/");
  await listens;
  await page.getByRole("article").nth(2).scrollIntoViewIfNeeded();
  // What is in sight: below it, heights are guesses until somebody comes near.
  const places = () =>
    page.evaluate(() => {
      const notes = [...document.querySelectorAll("article")].map((note) => note.getBoundingClientRect());
      return [scrollY, ...notes.filter(({ top, bottom }) => bottom > 0 && top < innerHeight).map(({ top }) => top)];
    });
  const before = await places();
  expect(before.length).toBeGreaterThan(2);
  const word = newWord();
  await server.hang({ text: `Nieuw is ${word}.` });
  await server.hang({ text: `Nieuw is ook ${newWord()}.` });
  await expect(line).toContainText("Er hangen 2 nieuwe dromen.", { timeout: 15_000 });
  await heard(page, "Er hangen 2 nieuwe dromen.");
  expect(await places()).toEqual(before);
  await expect(note(page, word)).toHaveCount(0);
  await fine(page, "a line over the board");
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(line.getByRole("button")).toBeInViewport();
    await fine(page, `a line over the board at ${width} px`);
  }
  await line.getByRole("button", { name: "Laat zien" }).click();
  await expect(note(page, word)).toHaveCount(1);
  await expect(line).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Dromen en verhalen" })).toBeFocused();
});

test("a page that is put away hears nothing, and all that came when it is back", async ({ page }) => {
  const streams: string[] = [];
  page.on("request", (request) => request.url().includes("/api/events") && streams.push(new URL(request.url()).search));
  const listens = page.waitForRequest(/\/api\/events/);
  await open(page, server.url + "/");
  await listens;
  const put = (state: string) =>
    page.evaluate((state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await server.hang({ text: `Eerst ${newWord()}.` });
  const line = page.locator(".news__line", { hasText: "nieuwe" });
  await expect(line).toContainText("Er hangt een nieuwe droom.", { timeout: 15_000 });
  await put("hidden");
  await server.hang({ text: `Dan ${newWord()}.` });
  await page.waitForTimeout(4_000);
  await expect(line).toContainText("Er hangt een nieuwe droom.");
  expect(streams).toHaveLength(1);
  await put("visible");
  await expect(line).toContainText("Er hangen 2 nieuwe dromen.", { timeout: 15_000 });
  expect(streams).toHaveLength(2);
  expect(streams[1]).toMatch(/^\?after=\d+$/);
});

test("who saves data is left alone", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  let streams = 0;
  page.on("request", (request) => void (streams += Number(request.url().includes("/api/events"))));
  await open(page, server.url + "/");
  await page.waitForTimeout(10_000);
  expect(streams).toBe(0);
});
