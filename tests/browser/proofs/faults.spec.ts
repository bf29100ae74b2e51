// Randomised fault injection: seeded walks of people who write, own, visit and read, over lines that fail in every way. No word is lost,
// and no screen says that something happened which did not.
//
// SEED=17 walks one again; RUNS=50 walks the first fifty.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../support/fixtures.ts";
import { told, walk } from "../support/walk/walk.ts";

/** Where the records go that `cargo xtask prove` adds up. */
const FOLDER = process.env.DROOMBORD_PROOF;
const ONE = Number(process.env.SEED ?? 0);
const RUNS = Number(process.env.RUNS ?? 200);
const SEEDS = ONE ? [ONE] : Array.from({ length: RUNS }, (_, at) => at + 1);

test.describe.configure({ timeout: 120_000 });

for (const seed of SEEDS) {
  test(`seed ${seed}`, async ({ browser, server, contextOptions, viewport, locale, timezoneId }) => {
    const outcome = await walk(seed, browser, server, { ...contextOptions, viewport, locale, timezoneId });
    const lines = [
      "walks 1",
      `steps ${outcome.steps}`,
      ...Object.entries(outcome.compared).map(([name, times]) => `compared:${name.replaceAll(" ", "-")} ${times}`),
      ...outcome.faults.map(({ kind }) => `fault:${kind.replaceAll(" ", "-")} 1`),
      ...(outcome.faults.length ? ["", told(outcome)] : []),
    ];
    if (FOLDER) writeFileSync(join(FOLDER, `${String(seed).padStart(4, "0")}.record`), lines.join("\n") + "\n");
    if (ONE) console.log(told(outcome));
    expect(outcome.faults, told(outcome)).toEqual([]);
  });
}
