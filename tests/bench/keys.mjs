// From a key to the paint after it, while somebody writes a long story: real keys in a real Chromium whose processor is slowed, with the
// privacy guard at work; and in a bare text area with the same words. Prints `name value` lines; what they mean and what they must be
// stands in `xtask/src/bench/keys.rs`.
//
// The times are the browser's own (Event Timing): from the moment in which the browser got the key to the moment in which what followed
// was on the screen, the longest of the events of one key, rounded to 8 ms. What takes less than 16 ms is not told, and counts as 16.
//
// node keys.mjs URL-OF-THE-BOARD CHROMIUM
import { chromium } from "playwright-core";
import { median, PHONE, PROCESSOR, QUIET } from "./phone.mjs";

const ROUNDS = 3;
const KEYS = 200;
/** Somebody who writes quickly, in ms from key to key. */
const PACE = 110;
/** After so many keys there is a pause: then the draft is kept, and the guard looks at all of it. */
const BREATH = 25;
const LETTERS = 2_780;

const [board, executablePath] = process.argv.slice(2);

/** A story as long as one may be, with names, numbers and places in it, so that the guard has something to say. */
function story() {
  const parts = [
    "Ik woon al twee jaar bij een pleeggezin en ik wil vertellen hoe dat is. ",
    "Elke dinsdag komt Sanne langs, zij is mijn voogd, en dan praten we aan de keukentafel. ",
    "Mijn broer Bilal woont in Zwolle en hem zie ik te weinig. ",
    "Ik zou willen dat iemand eerst vraagt wat ik zelf wil, en dan pas een plan maakt. ",
    "Vorige week belde ik naar 06 12345678 en niemand nam op, dat vond ik niet fijn. ",
    "Op het Rietveld College gaat het goed, mijn mentor meneer De Graaf snapt mij. ",
    "Als ik later groot ben word ik iemand die wel luistert. ",
  ];
  let text = "";
  for (let at = 0; text.length < LETTERS; at += 1) text += parts[at % parts.length];
  return text.slice(0, LETTERS);
}

/** Runs in the page, before anything of it. */
function watch() {
  const keys = (window.__keys = { downs: 0, times: {}, long: [] });
  addEventListener("keydown", () => (keys.downs += 1), true);
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId) keys.times[interactionId] = Math.max(keys.times[interactionId] ?? 0, duration);
    }
  }).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => keys.long.push(duration))).observe({ type: "longtask" });
}

/** Words at the end, a walk back and a correction in the middle, then on. */
function* presses() {
  const words = "en toen zei ik wat ik wilde, want dat mag ook als je klein bent. ";
  for (let at = 0; at < KEYS; at += 1) {
    const turn = at % 50;
    if (turn === 30) yield "ArrowUp";
    else if (turn > 30 && turn < 35) yield "Backspace";
    else if (turn === 45) yield "Control+End";
    else yield words[at % words.length];
  }
}

async function write(page) {
  await page.evaluate(() => Object.assign(window.__keys, { downs: 0, times: {}, long: [] }));
  let count = 0;
  for (const key of presses()) {
    await page.keyboard.press(key === " " ? "Space" : key);
    count += 1;
    await page.waitForTimeout(count % BREATH === 0 ? 1_500 : PACE);
  }
  await page.waitForTimeout(500);
  const { downs, times, long } = await page.evaluate(() => window.__keys);
  if (downs < KEYS) throw new Error(`${downs} keys came`);
  const told = Object.values(times);
  // The others were on the screen sooner than is told.
  const all = [...told, ...Array(Math.max(0, KEYS - told.length)).fill(16)].sort((a, b) => a - b);
  const at = (percent) => all[Math.min(all.length - 1, Math.floor((all.length * percent) / 100))];
  return { half: at(50), p95: at(95), most: all.at(-1), longest: Math.max(0, ...long) };
}

async function slowed(context) {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await page.addInitScript(watch);
  return { page, slow: () => protocol.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR }) };
}

async function inApp(browser) {
  const context = await browser.newContext(PHONE);
  try {
    const { page, slow } = await slowed(context);
    await page.goto(`${board}/deel`);
    await page.locator("#app[data-ready]").waitFor();
    await page.getByRole("radio", { name: "Een verhaal" }).check();
    await page.getByRole("button", { name: "Verder", exact: true }).click();
    const area = page.locator("textarea");
    await area.fill(story());
    // The guard has read it.
    await page.locator("mark").first().waitFor({ state: "attached", timeout: 60_000 });
    await area.focus();
    await page.keyboard.press("Control+End");
    await slow();
    await page.waitForTimeout(1_500);
    const seen = await write(page);
    const letters = await area.evaluate((area) => area.value.length);
    if (letters < LETTERS + KEYS / 2) throw new Error(`${letters} letters stand there`);
    return { ...seen, letters };
  } finally {
    await context.close();
  }
}

async function bare(browser) {
  const context = await browser.newContext(PHONE);
  try {
    const { page, slow } = await slowed(context);
    await page.goto(`${board}/healthz`);
    await page.setContent('<meta name="viewport" content="width=device-width"><textarea rows="7" style="inline-size: 100%"></textarea>');
    await page.evaluate(watch);
    await page.locator("textarea").fill(story());
    await page.locator("textarea").focus();
    await page.keyboard.press("Control+End");
    await slow();
    return await write(page);
  } finally {
    await context.close();
  }
}

const browser = await chromium.launch({ executablePath, args: QUIET });
try {
  const runs = { app: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    runs.app.push(await inApp(browser));
    runs.bare.push(await bare(browser));
  }
  for (const [name, all] of Object.entries(runs)) {
    for (const what of Object.keys(all[0])) console.log(`${name}_${what} ${median(all.map((run) => run[what]))}`);
  }
} finally {
  await browser.close();
}
