// While somebody floods the server, a real post gets through: the phone works for it for a moment, and says so.
import { expect, fine, installed, open, test as base } from "../support/fixtures.ts";
import { newWord, Server } from "../support/server.ts";
import { sendButton, write } from "../support/steps.ts";
import type { Page } from "@playwright/test";

const BUSY = "Het is druk. Even wachten: je telefoon rekent iets uit.";

const test = base.extend<object, { flooded: Server }>({
  flooded: [
    async ({}, use) => {
      const server = await Server.start({}, { limited: true });
      expect(await server.flood()).toBeGreaterThanOrEqual(300);
      await use(server);
      await server.remove();
    },
    { scope: "worker" },
  ],
});

const came = (page: Page) => expect(page.getByRole("heading", { level: 1, name: "Je droom is binnen" })).toBeFocused();

/** The texts of the key that the page shows. */
async function there(page: Page, server: Server): Promise<unknown[]> {
  const words = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
  return (await server.mine(words.map((word) => word.trim()).join("-"))).map(({ body }) => body?.text);
}

test("a phone that is six times slower works for less than three seconds, says so, and sends once", async ({ page, flooded, faults }) => {
  faults.expect(/429/);
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, `${flooded.url}/deel`);
  await write(page, text);
  const asked = page.waitForResponse((answer) => answer.status() === 429);
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await sendButton(page).click();
  expect(((await (await asked).json()) as { code: string }).code).toBe("proof_needed");
  await expect(page.getByText(BUSY)).toBeVisible();
  const began = Date.now();
  await came(page);
  console.log(`a proof of work took ${Date.now() - began} ms`);
  expect(Date.now() - began).toBeLessThan(3_000);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  expect(await there(page, flooded)).toEqual([text]);
  await fine(page, "it arrived in a flood");
});

test("on somebody else's phone, where nothing is kept, it gets through as well", async ({ page, flooded, faults }) => {
  faults.expect(/429/);
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, `${flooded.url}/deel`);
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  await write(page, text);
  await sendButton(page).click();
  await came(page);
  expect(await there(page, flooded)).toEqual([text]);
});

test.describe("with the worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("what was written without a network is worked for when it leaves", async ({ page, context, flooded, faults }) => {
    faults.expect(/429|ERR_INTERNET_DISCONNECTED|manifest/);
    const text = `Ik droom van een ${newWord()}.`;
    await open(page, `${flooded.url}/deel`);
    await installed(page);
    await write(page, text);
    await context.setOffline(true);
    await sendButton(page).click();
    await expect(page.getByRole("heading", { level: 1, name: "Je droom wacht op bereik" })).toBeFocused();
    const words = page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem");
    const key = (await words.allInnerTexts()).map((word) => word.trim()).join("-");
    await context.setOffline(false);
    await expect.poll(async () => (await flooded.mine(key).catch(() => [])).map(({ body }) => body?.text), { timeout: 20_000 }).toEqual([text]);
  });
});
