// A long board, scrolled from its beginning to its end in a real Chromium whose processor is slowed; "more" is pressed each time. Prints
// `name value` lines; what they mean and what they must be stands in `xtask/src/bench/scroll.rs`.
//
// Memory is what the renderer's process has for itself (`RssAnon`: scripts, elements, layout, the program's memory, what is painted),
// after a collection that is forced; and of that, what the browser itself counts as used.
//
// node scroll.mjs URL-OF-THE-BOARD CHROMIUM
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { PHONE, PROCESSOR, QUIET } from "./phone.mjs";

/** So many screens at a time, as a thumb throws it. */
const STEP = 3;
const EACH = 1_000;
/** Whoever scrolls this long has scrolled enough: it ends with what was reached. */
const PATIENCE = 300_000;

const [board, executablePath] = process.argv.slice(2);

/** Runs in the page, before anything of it. */
function watch() {
  const seen = (window.__seen = { long: [], memory: undefined });
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => seen.long.push(duration))).observe({ type: "longtask" });
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming(...given);
    seen.memory = Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  };
}

/** Down, some screens at a time, each painted, until the end of what is there. */
async function down(step) {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  let still = 0;
  while (still < 2) {
    const before = scrollY;
    scrollBy({ top: innerHeight * step, behavior: "instant" });
    await frame();
    still = Math.abs(scrollY - before) < 1 ? still + 1 : 0;
  }
}

/** How much memory there is in use, in MB. */
async function memory(browser, protocol, page) {
  await protocol.send("HeapProfiler.collectGarbage");
  await page.waitForTimeout(300);
  await protocol.send("HeapProfiler.collectGarbage");
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const kept = renderers.map(({ id }) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0));
  const { metrics } = await protocol.send("Performance.getMetrics");
  const metric = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
  const { usedSize, embedderHeapUsedSize = 0 } = await protocol.send("Runtime.getHeapUsage");
  const program = await page.evaluate(() => window.__seen.memory?.buffer.byteLength ?? 0);
  return {
    // The page's is the largest.
    process: Math.max(...kept) / 1024,
    used: (usedSize + embedderHeapUsedSize + program) / 1e6,
    script: usedSize / 1e6,
    elements: embedderHeapUsedSize / 1e6,
    program: program / 1e6,
    nodes: metric("Nodes"),
  };
}

const chromiumHere = await chromium.launch({ executablePath, args: QUIET });
try {
  const browser = await chromiumHere.newBrowserCDPSession();
  const context = await chromiumHere.newContext(PHONE);
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send("Performance.enable");
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR });
  await page.addInitScript(watch);
  await page.goto(board);
  await page.locator("#app[data-ready]").waitFor();
  await page.waitForTimeout(1_000);
  await page.evaluate(() => (window.__seen.long = []));
  const more = page.getByRole("button", { name: "Meer dromen laten zien" });
  // How many hang there, as the board says it to who cannot see.
  const count = () => page.getByRole("main").locator("p[role=status].only-heard").first().textContent().then((said) => Number(said.replace(/\D/g, "")));
  const looks = [];
  const began = Date.now();
  let posts = await count();
  for (let next = EACH; ; ) {
    await page.evaluate(down, STEP);
    const isOver = (await more.count()) === 0 || Date.now() - began > PATIENCE;
    if (posts >= next || isOver) {
      const long = await page.evaluate(() => window.__seen.long);
      looks.push({ posts, ...(await memory(browser, protocol, page)), longest: Math.max(0, ...long) });
      // What forcing a collection takes is no part of it.
      await page.waitForTimeout(200);
      await page.evaluate(() => (window.__seen.long = []));
      next += EACH;
      console.log(`seen: ${JSON.stringify(looks.at(-1))}`);
    }
    if (isOver) break;
    await more.click();
    const before = posts;
    await page.waitForFunction((before) => Number(document.querySelector("main p[role=status].only-heard").textContent.replace(/\D/g, "")) > before, before, { timeout: 30_000 });
    posts = await count();
  }
  const [first, last] = [looks[0], looks.at(-1)];
  const growth = (what) => ((last[what] - first[what]) / (last.posts - first.posts)) * EACH;
  for (const what of ["process", "used", "script", "elements", "program", "nodes"]) console.log(`${what}_growth ${growth(what)}`);
  console.log(`first_process ${first.process}`);
  console.log(`last_process ${last.process}`);
  console.log(`last_nodes ${last.nodes}`);
  console.log(`posts ${last.posts}`);
  console.log(`longest ${Math.max(...looks.map(({ longest }) => longest))}`);
  console.log(`took_s ${(Date.now() - began) / 1000}`);
} finally {
  await chromiumHere.close();
}
