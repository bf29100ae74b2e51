// Plain http from another machine, as on a local network: what the browser lacks there, and what is said about it.
import type { Browser, Page } from "@playwright/test";
import { expect, fine, open, test as base } from "../support/fixtures.ts";
import { heard, listen } from "../support/heard.ts";
import { newWord } from "../support/server.ts";
import { send, signIn, typeTwoWords, write } from "../support/steps.ts";

const test = base.extend<{ plain: Page }, { elsewhere: Browser }>({
  elsewhere: [
    async ({ playwright, launchOptions }, use) => {
      // A name that is not the machine itself, and no https: no secure context.
      const args = [...(launchOptions.args ?? []), "--host-resolver-rules=MAP board.test 127.0.0.1"];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  plain: async ({ elsewhere, server, faults, contextOptions, viewport, locale, timezoneId }, use) => {
    // Chromium says of this header that it does not hold there.
    faults.expect(/Cross-Origin-Opener-Policy/);
    const baseURL = server.url.replace("127.0.0.1", "board.test");
    const context = await elsewhere.newContext({ ...contextOptions, baseURL, viewport, locale, timezoneId });
    await faults.watch(context);
    await listen(context);
    await use(await context.newPage());
    await context.close();
  },
});

test("the desk says before anybody types a password that it needs https, and the server says the same", async ({ plain, server }) => {
  await open(plain, "/leestafel");
  expect(await plain.evaluate(() => isSecureContext)).toBe(false);
  await expect(plain.locator("#zonder-https")).toContainText("Inloggen kan niet op dit adres");
  await expect(plain.locator("#zonder-https")).toContainText("Vraag de beheerder om het adres met https.");
  await expect(plain.getByLabel("Wachtwoord")).toBeHidden();
  await fine(plain, "the desk without https");

  // A page that does not know it yet.
  const account = server.account();
  await plain.evaluate(() => document.querySelector("form")!.removeAttribute("hidden"));
  await signIn(plain, account);
  await expect(plain.locator("#zonder-https")).toBeFocused();
  expect(await plain.context().cookies()).toEqual([]);
});

test("a visitor writes, follows, reacts and reports without https, and nothing fails without a word", async ({ plain, server }) => {
  const [mine, theirs] = [newWord(), newWord()];
  const { id } = await server.hang({ text: `Ik droom van een ${theirs}.` });
  await open(plain, "/deel");
  await write(plain, `Ik droom van een ${mine}.`);
  const key = await send(plain);
  const copy = plain.getByRole("button", { name: /^Kopieer/ });
  if (await copy.count()) {
    await copy.click();
    await expect(plain.getByText(/kopi/i).first()).toBeVisible();
  }
  await typeTwoWords(plain, key);
  await expect(plain.getByRole("heading", { name: `Ik droom van een ${mine}.`, exact: true })).toBeVisible();
  expect((await server.mine(key.join("-"))).map(({ body }) => body?.text)).toEqual([`Ik droom van een ${mine}.`]);

  await open(plain, `/droom/${id}`);
  await plain.getByRole("button", { name: "Ik hoor je" }).click();
  await expect(plain.getByRole("button", { name: "Ik hoor je" })).toHaveAttribute("aria-pressed", "true");
  await heard(plain, /./);

  await open(plain, `/melden?bij=${id}`);
  await plain.getByRole("radio").first().check();
  await plain.getByRole("button", { name: "Verstuur", exact: true }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toBeFocused();
  await fine(plain, "reported without https");
});
