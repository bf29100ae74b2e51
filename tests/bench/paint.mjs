// The first visit of the board beside a static page with the same words, in turns, in a real Chromium that is really slowed. Prints
// `name value` lines; what they mean and what they must be stands in `xtask/src/bench/paint.rs`.
//
// node paint.mjs URL-OF-THE-BOARD CHROMIUM
import { chromium } from "playwright-core";
import { hostStatic, median, NETWORK, PHONE, PROCESSOR, QUIET } from "./phone.mjs";

const ROUNDS = 9;
/** Long enough for what comes after the tap to be counted. */
const AFTER = 1_500;

const [board, executablePath] = process.argv.slice(2);

/**
 * Runs in the page, before anything of it. It presses the first reaction as soon as there is something to press, at the first paint, in the
 * page itself: no way between this program and the browser is in the times. The press is answered when the button is painted as pressed,
 * and done when the app, having taken the page over, sends it.
 */
function watch() {
  const seen = (window.__seen = { lcp: 0, fcp: 0, cls: 0, taken: 0, answered: 0, sent: 0, long: [] });
  const on = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  on("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  on("paint", (entry) => {
    if (entry.name !== "first-contentful-paint") return;
    seen.fcp = entry.startTime;
    press();
  });
  on("resource", (entry) => entry.name.includes("/supports/") && (seen.sent = entry.startTime));
  on("layout-shift", (entry) => entry.hadRecentInput || (seen.cls += entry.value));
  on("longtask", (entry) => seen.long.push([entry.startTime, entry.duration]));
  const press = () => {
    const button = document.querySelector("article button[aria-pressed]");
    if (!button) return;
    new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => (seen.answered = performance.now())))).observe(button, {
      attributes: true,
      attributeFilter: ["aria-pressed"],
    });
    button.click();
  };
  const taking = new MutationObserver(() => {
    if (!document.querySelector("#app[data-ready]")) return;
    taking.disconnect();
    seen.taken = performance.now();
  });
  taking.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
}

/** One first visit with an empty cache. Gives what a visitor waits for, and what it costs. */
async function visit(browser, url, isApp) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    const fetched = new Map();
    protocol.on("Network.requestWillBeSent", ({ requestId, request }) => {
      // The reaction that is sent by the press is no part of a visit.
      if (request.method === "GET" && !request.url.startsWith("data:")) fetched.set(requestId, 0);
    });
    protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (fetched.has(requestId)) fetched.set(requestId, encodedDataLength);
    });
    await protocol.send("Network.enable");
    await protocol.send("Network.emulateNetworkConditions", NETWORK);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR });
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: "load" });
    if (isApp) await page.waitForFunction(() => window.__seen.answered > 0 && window.__seen.sent > 0, null, { timeout: 60_000 });
    await page.waitForTimeout(AFTER);
    const { seen, load, program } = await page.evaluate(() => ({
      seen: window.__seen,
      load: performance.getEntriesByType("navigation")[0].loadEventStart,
      program: Math.max(0, ...performance.getEntriesByType("resource").filter((it) => it.name.endsWith(".wasm")).map((it) => it.responseEnd)),
    }));
    const { lcp, fcp, cls, taken, answered, sent, long } = seen;
    const blocking = long
      .filter(([start]) => start >= fcp)
      .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
    const longest = Math.max(0, ...long.map(([, duration]) => duration));
    const bytes = [...fetched.values()].reduce((sum, size) => sum + size, 0);
    // From the last byte of the program to the page in its hands: compiling, building the page once more, putting it in place.
    const takeover = taken - program;
    return { lcp, fcp, cls, load, taken, answered, sent, blocking, longest, takeover, bytes, requests: fetched.size };
  } finally {
    await context.close();
  }
}

const { host, url } = await hostStatic();
const browser = await chromium.launch({ executablePath, args: QUIET });
try {
  const ways = { app: [board, true], page: [`${url}/`, false], bare: [`${url}/bare`, false] };
  const runs = { app: [], page: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, [address, isApp]] of Object.entries(ways)) {
      const seen = await visit(browser, address, isApp);
      // The first round warms the browser and both servers.
      if (round > 0) runs[name].push(seen);
    }
  }
  for (const [name, all] of Object.entries(runs)) {
    for (const what of Object.keys(all[0])) console.log(`${name}_${what} ${median(all.map((run) => run[what]))}`);
  }
  const ratio = (what, beside, other) => median(runs.app.map((run, at) => run[what] / runs[beside][at][other]));
  console.log(`lcp_ratio ${ratio("lcp", "page", "lcp")}`);
  console.log(`lcp_ratio_bare ${ratio("lcp", "bare", "lcp")}`);
  console.log(`tap_ratio ${ratio("answered", "page", "load")}`);
  console.log(`sent_ratio ${ratio("sent", "page", "load")}`);
} finally {
  await browser.close();
  host.close();
}
