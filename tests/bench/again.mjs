// The second visit of the board, with the service worker in charge, beside the static page from the browser's cache, in turns, in a real
// Chromium whose processor is slowed, over a slow line (`line.mjs`). Prints `name value` lines; what they mean and what they must be stands
// in `xtask/src/bench/again.rs`.
//
// node again.mjs URL-OF-THE-BOARD CHROMIUM
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { Line } from "./line.mjs";
import { hostStatic, median, PHONE, PROCESSOR, QUIET } from "./phone.mjs";

const ROUNDS = 9;
/** Long enough for the largest paint to have come, once there is one. */
const AFTER = 1_500;
/** So long nothing arrives when it is looked at what the text waits for. Shorter than the worker's own patience. */
const SILENT = 2_000;

const [server, executablePath] = process.argv.slice(2);

/** Runs in the page, before anything of it. Only what has words in it counts. */
function watch() {
  const seen = (window.__seen = { lcp: 0, taken: 0 });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.lcp = entry.startTime))).observe({
    type: "largest-contentful-paint",
    buffered: true,
  });
  const taking = new MutationObserver(() => {
    if (!document.querySelector("#app[data-ready]")) return;
    taking.disconnect();
    seen.taken = performance.now();
  });
  taking.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
}

/** The board was here before: the worker is in charge, and has what it keeps for who reads. */
async function prime(context, url) {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    (await navigator.serviceWorker.ready).active.postMessage("more");
  });
  await page.waitForFunction(
    async () => {
      const kept = [];
      for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
      return kept.some((url) => url.endsWith(".wasm")) && kept.some((url) => url.endsWith("/toegankelijkheid"));
    },
    null,
    { timeout: 60_000, polling: 500 },
  );
  // A first worker looks once more whether anybody is here.
  await page.waitForTimeout(1_500);
  await page.close();
}

/** A visit in a tab of its own; the worker, if there is one, has to be started for it. */
async function visit(context, line, { isApp = false, isHeld = false, isCut = false }) {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send("ServiceWorker.enable");
  await protocol.send("ServiceWorker.stopAllWorkers");
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR });
  await page.addInitScript(watch);
  // What the last visit left on its way is over.
  await page.waitForTimeout(700);
  line.quick = false;
  line.came = [];
  if (isCut) line.cut();
  if (isHeld) line.hold();
  const released = isHeld && setTimeout(() => line.release(), SILENT);
  try {
    await page.goto(`${line.url}/`, { waitUntil: "commit" });
    await page.waitForFunction(() => window.__seen.lcp > 0, null, { timeout: 60_000 });
    await page.waitForTimeout(AFTER);
    const { lcp, origin, posts, worker } = await page.evaluate(() => ({
      lcp: window.__seen.lcp,
      origin: performance.timeOrigin,
      posts: document.querySelectorAll("article").length,
      worker: Boolean(navigator.serviceWorker.controller),
    }));
    if (isApp && !(worker && posts >= 24)) throw new Error(`${posts} posts on the board, worker in charge: ${worker}`);
    const bytes = line.until(origin + lcp);
    // For the next visit everything of this one is there, also what the app asks once it is.
    if (isApp && !isCut) {
      if (isHeld) line.release();
      await page.waitForFunction(() => window.__seen.taken > 0, null, { timeout: 60_000 });
      await page.waitForTimeout(AFTER);
    }
    return { lcp, bytes, all: line.until(Infinity) };
  } finally {
    clearTimeout(released);
    line.release();
    line.mend();
    line.quick = true;
    await page.close();
  }
}

const { host, url } = await hostStatic();
const [board, words] = [await Line.to(server), await Line.to(url)];
const folder = mkdtempSync(join(tmpdir(), "droombord-again-"));
const context = await chromium.launchPersistentContext(folder, { executablePath, args: QUIET, ...PHONE });
try {
  await prime(context, board.url);
  const ways = {
    page: (line) => visit(context, line, {}),
    online: (line) => visit(context, line, { isApp: true }),
    held: (line) => visit(context, line, { isApp: true, isHeld: true }),
    offline: (line) => visit(context, line, { isApp: true, isCut: true }),
  };
  const runs = { page: [], online: [], held: [], offline: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, look] of Object.entries(ways)) {
      const seen = await look(name === "page" ? words : board);
      // The first round warms the browser and both servers, and fills its cache.
      if (round === 0) continue;
      if (name === "page" && seen.all > 0) throw new Error(`the static page came over the line: ${seen.all} bytes`);
      runs[name].push(seen);
    }
  }
  for (const [name, all] of Object.entries(runs)) {
    for (const what of Object.keys(all[0])) console.log(`${name}_${what} ${median(all.map((run) => run[what]))}`);
  }
  for (const way of ["online", "offline"]) {
    console.log(`${way}_ratio ${median(runs[way].map((run, at) => run.lcp / runs.page[at].lcp))}`);
  }
  // What the text waits for: nothing, when it stands while nothing arrives at all.
  console.log(`waits_bytes ${Math.max(...runs.held.map(({ lcp, bytes }) => (lcp < SILENT ? 0 : bytes)))}`);
} finally {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
  await board.close();
  await words.close();
  host.close();
}
