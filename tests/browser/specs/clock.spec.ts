// The clock of a phone may be days off: what is compared with a moment of the server is measured by the server's.
import { expect, installed, open, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { openMine } from "../support/steps.ts";

const DAY = 24 * 3_600_000;

for (const days of [-3, 3, 400]) {
  test(`a phone whose clock is ${days} days off says the waiting times as they are`, async ({ page, desk, server }) => {
    const word = newWord();
    const { id, key } = await server.post({ text: `Ik droom van een ${word}.` });
    await page.clock.setFixedTime(Date.now() + days * DAY);
    await open(page, "/mijn");
    await openMine(page, key);
    const card = page.getByRole("article").filter({ hasText: word });
    await expect(card.getByText("Wacht minder dan een uur")).toBeVisible();
    await expect(card.getByText(/Sorry/)).toHaveCount(0);
    await expect(card.getByText(/^Vandaag, /).first()).toBeVisible();

    const reader = await desk();
    await reader.clock.setFixedTime(Date.now() + days * DAY);
    await open(reader, `/leestafel/${id}`);
    await expect(reader.getByText(/wacht \d+ min/i).first()).toBeVisible();
    await expect(reader.getByText(/wacht \d+ dag/i)).toHaveCount(0);
  });
}

test.describe("with what a phone keeps", () => {
  test.use({ serviceWorkers: "allow" });

  test("a clock that leaps throws no kept page away, and shows none as fresh for ever", async ({ page, server }) => {
    const id = (await server.hang({ text: `Ik droom van een ${newWord()}.` })).id;
    await open(page, "/");
    await installed(page);
    await page.reload();
    await open(page, `/droom/${id}`);
    // As if they had been kept by a clock that was ahead, or has leapt ahead since: the server's moment stands beside.
    const kept = () =>
      page.evaluate(async () => {
        const found: string[] = [];
        for (const name of await caches.keys()) {
          for (const { url } of await (await caches.open(name)).keys()) if (/\/droom\//.test(url)) found.push(new URL(url).pathname);
        }
        return found;
      });
    await expect.poll(kept).toEqual([`/droom/${id}`]);
    await page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((name) => name.startsWith("droombord-"));
      const cache = await caches.open(name!);
      for (const asked of await cache.keys()) {
        const answer = (await cache.match(asked))!;
        const headers = new Headers(answer.headers);
        if (!headers.has("x-kept")) continue;
        headers.set("x-kept", String(Date.now() - 60 * 24 * 3_600_000));
        await cache.put(asked, new Response(await answer.text(), { headers }));
      }
    });
    // A page that is fetched now looks at all that are kept.
    await open(page, "/?direction=stop");
    await expect.poll(() => page.evaluate(async () => Boolean(await caches.match("/?direction=stop", { ignoreVary: true })))).toBe(true);
    expect(await kept()).toEqual([`/droom/${id}`]);
  });
});
