// With the key alone, on a small phone: where the newest post stands, who is next, and how long it has waited.
import { expect, open, test } from "../support/fixtures.ts";
import { heard } from "../support/heard.ts";
import { newWord } from "../support/server.ts";
import { openMine, send, typeTwoWords, write } from "../support/steps.ts";
import { Wire } from "../support/wire.ts";

test("state, who is next and the waiting are seen without scrolling", async ({ another, stage }) => {
  const page = await another({ viewport: { width: 390, height: 800 } });
  await open(page, `${stage.server.url}/mijn`);
  await openMine(page, stage.key);
  await heard(page, /^(Je volgt \d+ dromen|Er is nieuws bij \d+ van jouw \d+ dromen)/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const newest = page.getByRole("article").first();
  await expect(newest.getByText("Wacht op een lezer").first()).toBeInViewport({ ratio: 1 });
  await expect(newest.getByText("Een begeleider leest het. Meestal binnen 2 dagen.")).toBeInViewport({ ratio: 1 });
  await expect(newest.getByText(/^Wacht (minder dan|\d+) /)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("the icon of the app says that something is asked, and nothing of it stays after Weg hier", async ({ page, server }) => {
  // Chromium does not tell what an icon shows: what is asked of it is written down on its way.
  await page.addInitScript(() => {
    const marks: unknown[] = [];
    Object.assign(window, { marks });
    for (const name of ["setAppBadge", "clearAppBadge"] as const) {
      const real = navigator[name].bind(navigator) as (number?: number) => Promise<void>;
      Object.assign(navigator, { [name]: (number?: number) => (marks.push(number ?? 0), real(number)) });
    }
  });
  const marks = () => page.evaluate(() => (window as unknown as { marks: number[] }).marks);
  const last = async () => (await marks()).at(-1);
  await open(page, "/deel");
  await write(page, `Ik droom van een ${newWord()}.`);
  const key = await send(page);
  await typeTwoWords(page, key);
  await expect(page).toHaveURL(/\/mijn$/);
  await expect.poll(last).toBe(0);
  const [post] = await server.mine(key.join("-"));
  await server.decide(post!.id, { decision: "decline", reason: "unclear" }, await server.signIn(server.account()));
  await page.reload();
  await expect(page.getByRole("heading", { name: "Wij begrijpen het nog niet goed" })).toBeVisible();
  await expect(page.getByText("Nieuw voor jou")).toBeVisible();
  await expect.poll(marks, "new, and then shown").toEqual([1, 0]);
  await page.evaluate(() => addEventListener("pagehide", () => (new BroadcastChannel("marks").postMessage((window as unknown as { marks: number[] }).marks))));
  const ear = await page.context().newPage();
  await ear.goto(server.url + "/healthz");
  await ear.evaluate(() => {
    new BroadcastChannel("marks").onmessage = ({ data }) => Object.assign(window, { left: data });
  });
  await page.getByRole("link", { name: "Weg hier" }).click({ noWaitAfter: true });
  await page.waitForURL(server.exit);
  await expect.poll(() => ear.evaluate(() => (window as unknown as { left?: number[] }).left?.at(-1))).toBe(0);
});

test("of two changes whose first answer was lost, the words of the second stand on the page", async ({ page, server }) => {
  const { id, key } = await server.post({ text: `Ik droom van een ${newWord()}.` });
  const wire = await Wire.to(server);
  const second = newWord();
  await open(page, `${wire.url}/mijn`);
  await openMine(page, key);
  wire.fate = (method, path) => (path.startsWith("/api/") && method !== "GET" ? "answer lost" : "through");
  for (const more of [newWord(), second]) {
    await page.getByRole("button", { name: /^Ik pas het zelf aan/ }).click();
    await page.locator(`[id="tekst-${id}"]`).press("End");
    await page.keyboard.type(` En van ${more}.`);
    await page.getByRole("button", { name: "Verstuur mijn nieuwe tekst" }).click();
    await expect(page.locator(`[id="tekst-${id}"]`)).toHaveCount(0);
    await expect(page.getByText("Wacht op bereik", { exact: true })).toBeVisible();
  }
  wire.fate = () => "through";
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(page.getByText("Dat kon niet meer", { exact: true })).toBeVisible();
  await expect(page.getByRole("main").getByText(second)).toBeVisible();
  await wire.remove();
});
