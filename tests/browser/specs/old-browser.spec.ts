// Browsers from before `light-dark()` (the floor is Chrome 111, Safari 16.4, Firefox 115) still get every colour.
import { expect, open, test } from "../support/fixtures.ts";
import type { Page } from "@playwright/test";

const ROLES = [
  "ground", "paper", "raised", "sunken", "ink", "ink-soft", "line", "line-soft", "primary", "on-primary", "link", "focus",
  "glow", "ember", "peat", "on-peat", "sky", "start", "start-tint", "stop", "stop-tint", "back", "back-tint", "danger",
  "danger-tint", "done", "done-tint", "wait-tint", "mark",
];

/** Each role as this browser understands it, drawn as a ground; without a colour it is transparent. */
function colours(page: Page): Promise<Record<string, string>> {
  return page.evaluate((roles) => {
    const probe = document.body.appendChild(document.createElement("i"));
    const found = roles.map((role) => {
      probe.style.backgroundColor = `var(--${role})`;
      return [role, getComputedStyle(probe).backgroundColor];
    });
    probe.remove();
    return Object.fromEntries(found);
  }, ROLES);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`an old browser shows the same colours in ${colorScheme}`, async ({ page, another, stage }) => {
    await page.emulateMedia({ colorScheme });
    const old = await another({ colorScheme });
    let sheets = 0;
    // In the page for visitors, a file for the desk.
    await old.route(/\/$|\.css$/, async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      sheets += Number(text.includes("--ground:"));
      // What such a browser does not know it drops.
      await route.fulfill({ response: answer, body: text.replaceAll("light-dark(", "not-known(") });
    });
    for (const path of ["/", "/leestafel"]) {
      await open(page, stage.server.url + path);
      await open(old, stage.server.url + path);
      for (const one of path === "/leestafel" ? [page, old] : []) {
        await expect(one.getByRole("button", { name: "Log in" })).toBeVisible();
      }
      const seen = await colours(old);
      expect(Object.entries(seen).filter(([, colour]) => colour === "rgba(0, 0, 0, 0)")).toEqual([]);
      expect(seen, path).toEqual(await colours(page));
      const parts = (page: Page) =>
        page.evaluate(() =>
          [...document.querySelectorAll("body, h1, main a, main button, .topbar__exit, .note, .field__input")].map((part) => {
            const { color, backgroundColor, borderColor } = getComputedStyle(part);
            return `${part.tagName}.${part.className} ${color} ${backgroundColor} ${borderColor}`;
          }),
        );
      expect(await parts(old), path).toEqual(await parts(page));
    }
    expect(sheets).toBe(2);
  });
}

test("light and dark differ", async ({ page, stage }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, stage.server.url + "/");
  const light = await colours(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await colours(page);
  expect(light.ground).not.toBe(dark.ground);
  expect(light.ink).not.toBe(dark.ink);
});
