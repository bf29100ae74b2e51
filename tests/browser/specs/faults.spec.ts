// The short form of `cargo xtask prove faults`: the same walks, a few seeds.
import { expect, test } from "../support/fixtures.ts";
import { told, walk } from "../support/walk/walk.ts";

// Each is somebody else: who writes a dream, who owns some, who visits a post, who reads at the desk.
for (const seed of [2, 1, 3, 5]) {
  test(`no word is lost and nothing false is said: seed ${seed}`, async ({ browser, server, contextOptions, viewport, locale, timezoneId }) => {
    const outcome = await walk(seed, browser, server, { ...contextOptions, viewport, locale, timezoneId });
    expect(outcome.faults, told(outcome)).toEqual([]);
  });
}
