// The privacy guard beside the text: it finds, it hints, it helps to change, and nothing of it leaves the phone.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, fine, leftovers, open, tabTo, test } from "../support/fixtures.ts";
import { heard, said } from "../support/heard.ts";
import { next, send, sendButton, typeTwoWords } from "../support/steps.ts";
import type { Page } from "@playwright/test";

const ROOT = join(import.meta.dirname, "../../..");
/** The worker's program, compiled for this machine. */
const NATIVE = process.env.DROOMBORD_GUARD ?? join(ROOT, "target/debug/droombord-guard-worker");

/** What the worker's script brings along. */
declare const wasm_bindgen: ((from: { module_or_path: string }) => Promise<unknown>) & { answer(question: string): string };

const field = (page: Page) => page.getByRole("textbox", { name: /^Schrijf jouw (droom|verhaal)$/ });
const list = (page: Page) => page.getByRole("region", { name: "Kan iemand jou herkennen?" });
const marks = (page: Page) => page.locator(".field__marks mark");

async function begin(page: Page, kind = "Een droom"): Promise<void> {
  await open(page, "/deel");
  await page.getByRole("radio", { name: kind }).check();
  await next(page);
  await expect(field(page)).toBeVisible();
}

const caret = (page: Page) => field(page).evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd]);

test("what is found is marked while somebody types, without touching caret or focus", async ({ page }) => {
  await begin(page);
  await field(page).focus();
  await page.keyboard.type("Sanne de Wit snapt mij daar. Bel haar op 06 12 34 56 78, in Zwolle.");
  await expect(marks(page)).toHaveText(["Sanne de Wit", "06 12 34 56 78", "Zwolle"]);
  await expect(list(page).getByRole("listitem")).toHaveCount(2);
  await expect(list(page).getByText("lijkt een telefoonnummer.")).toBeVisible();
  await expect(page.getByText("Zwolle: een plaats mag blijven staan.")).toBeVisible();
  await expect(field(page)).toBeFocused();
  expect(await caret(page)).toEqual([67, 67]);
  await fine(page, "marks");
  // In the middle: the marks move along at once, and the caret stays where it is.
  await field(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Dag. ");
  await expect(marks(page)).toHaveText(["Sanne de Wit", "06 12 34 56 78", "Zwolle"]);
  expect(await caret(page)).toEqual([5, 5]);
  await expect(field(page)).toHaveValue("Dag. Sanne de Wit snapt mij daar. Bel haar op 06 12 34 56 78, in Zwolle.");
});

test("one press replaces, one press puts back, and a word can be left", async ({ page, server }) => {
  test.setTimeout(120_000);
  await begin(page);
  const text = "Mijn mentor Sanne snapt mij. Sanne weet alles van het Vlierpad College.";
  await field(page).fill(text);
  await expect(list(page).getByRole("listitem")).toHaveCount(2);
  expect(await list(page).ariaSnapshot()).toMatchSnapshot("guard.yml");
  await list(page).getByRole("button", { name: /^Schrijf ‘mijn school’/ }).click();
  await expect(field(page)).toHaveValue("Mijn mentor Sanne snapt mij. Sanne weet alles van mijn school.");
  await expect(list(page).getByRole("heading")).toBeFocused();
  await expect(list(page).getByText("Veranderd.")).toBeVisible();
  await fine(page, "replaced");

  await list(page).getByRole("button", { name: "Zet terug" }).click();
  await expect(field(page)).toHaveValue(text);
  await expect(list(page).getByRole("listitem")).toHaveCount(2);
  await fine(page, "put back");

  await list(page).getByRole("button", { name: /^Dit is geen naam/ }).click();
  await expect(list(page).getByRole("listitem")).toHaveCount(1);
  await expect(marks(page)).toHaveText(["Vlierpad College"]);
  await fine(page, "this is no name");
  await list(page).getByRole("button", { name: "Zet terug" }).click();
  await expect(list(page).getByRole("listitem")).toHaveCount(2);

  await list(page).getByRole("button", { name: "Verander alles" }).click();
  await expect(field(page)).toHaveValue("Mijn mentor snapt mij. Mijn mentor weet alles van mijn school.");
  await expect(list(page).getByText("Wij zien niets waardoor iemand jou kan herkennen.")).toBeVisible();
  await fine(page, "all replaced");
  // It can still be put back after more was written.
  await field(page).press("Control+End");
  await page.keyboard.type(" Echt.");
  await list(page).getByRole("button", { name: "Zet terug" }).click();
  await expect(field(page)).toHaveValue(text + " Echt.");
  await list(page).getByRole("button", { name: "Verander alles" }).click();

  await next(page);
  await page.getByRole("button", { name: "Overslaan" }).click();
  const key = await send(page);
  expect(await server.mine(key.join("-"))).toMatchObject([
    { body: { text: "Mijn mentor snapt mij. Mijn mentor weet alles van mijn school. Echt." } },
  ]);
});

test("signs that look like others hide nothing, and a press takes the whole of them", async ({ page }) => {
  await begin(page);
  const phone = "０６\u2212١٢٣٤５６７８";
  const keycaps = [..."0612345678"].map((figure) => `${figure}\ufe0f\u20e3`).join("");
  const name = "San\u200cn\u0430";
  await field(page).fill(`Hoi 👩\u200d👧. Mijn mentor ${name} belt ${phone}, of ${keycaps} 👩\u200d👧.`);
  await expect(marks(page)).toHaveText([name, phone, keycaps]);
  await list(page).getByRole("button", { name: "Verander alles" }).click();
  await expect(field(page)).toHaveValue("Hoi 👩\u200d👧. Mijn mentor belt, of 👩\u200d👧.");
});

test("the browser's own undo takes a replacement back too", async ({ page }) => {
  await begin(page);
  await field(page).focus();
  await page.keyboard.type("Bel 0612345678 maar.");
  await list(page).getByRole("button", { name: /^Haal weg/ }).click();
  await expect(field(page)).toHaveValue("Bel maar.");
  await field(page).focus();
  await page.keyboard.press("Control+z");
  await expect(field(page)).toHaveValue("Bel 0612345678 maar.");
});

test("everything can be done with the keyboard alone", async ({ page }) => {
  await begin(page);
  await field(page).focus();
  await page.keyboard.type("Mijn juf heet Sanne de Vries en ze is lief.");
  await expect(list(page).getByRole("listitem")).toHaveCount(1);
  await heard(page, /lijkt een naam\. Onder je tekst kun je kiezen\.$/);
  await tabTo(page, list(page).getByRole("button", { name: /Kies zelf/ }));
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  expect(await field(page).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toContain("Sanne de Vries");
  await tabTo(page, list(page).getByRole("button", { name: /Laat staan/ }));
  await page.keyboard.press("Space");
  await expect(marks(page)).toHaveCount(0);
  await expect(list(page).getByText("Dit blijft staan.")).toBeVisible();
  await expect(list(page).getByRole("heading")).toBeFocused();
});

test("what is new is said once, and not while keys are pressed", async ({ page }) => {
  await begin(page);
  await field(page).focus();
  await page.keyboard.type("Mijn mentor Sanne helpt mij");
  await heard(page, "Sanne lijkt een naam. Onder je tekst kun je kiezen.");
  await page.keyboard.type(" en Sanne is lief, mijn zusje Fatima ook.");
  await heard(page, "Fatima lijkt een naam. Onder je tekst kun je kiezen.");
  await page.waitForTimeout(1_500);
  expect(await said(page)).toEqual([]);
});

test("what still stands is said once more when the field is left, and choosing only with a choice", async ({ page }) => {
  await begin(page);
  await field(page).focus();
  await page.keyboard.type("Mijn mentor Sanne helpt mij");
  await heard(page, /^Sanne lijkt een naam/);
  // Whoever types on cuts the reader off.
  await page.keyboard.type(" altijd heel goed");
  await page.keyboard.press("Tab");
  await heard(page, "Sanne lijkt een naam. Onder je tekst kun je kiezen.");
  await field(page).focus();
  await page.keyboard.press("Tab");
  await page.waitForTimeout(1_500);
  expect(await said(page), "twice is enough").toEqual([]);

  await field(page).fill("Ik wil niet meer leven.");
  await heard(page, "Onder je tekst staat wie je kunt bellen.");
  await page.waitForTimeout(1_500);
  expect(await said(page), "there is nothing to choose").toEqual([]);
  await page.getByRole("button", { name: "Verberg dit" }).click();
  await field(page).blur();
  await page.waitForTimeout(600);
  expect(await said(page), "what was hidden is not said again").toEqual([]);

  await field(page).fill("Mijn mentor Sanne helpt.");
  await list(page).getByRole("button", { name: /^Schrijf ‘mijn mentor’|^Haal weg|^Laat staan/ }).first().click();
  await heard(page, /^(Veranderd|Dit blijft staan)\.$/);
  await field(page).focus();
  await field(page).blur();
  await page.waitForTimeout(600);
  expect(await said(page), "what was acted on is not said again").toEqual([]);
});

test("facts that are recognisable together get a hint of their own", async ({ page }) => {
  await begin(page);
  await field(page).fill("Ik ben 14 jaar en op 3 mei 2024 kwam ik in Kampen wonen.");
  await expect(list(page).getByText("Je leeftijd, deze dag en je plaats samen. Zo kan iemand jou herkennen.")).toBeVisible();
  await fine(page, "together");
  await list(page).getByRole("button", { name: "Schrijf ‘hier’" }).click();
  await expect(field(page)).toHaveValue("Ik ben 14 jaar en op 3 mei 2024 kwam ik hier wonen.");
  await list(page).getByRole("button", { name: "Zet terug" }).click();
  await list(page).getByRole("button", { name: /^Laat staan/ }).click();
  await expect(list(page).getByText("Zo kan iemand jou herkennen.")).toHaveCount(0);
});

test("a long list is folded after the second, and every mark stays", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await begin(page);
  await field(page).fill("Sanne en Fatima bellen 06 12 34 56 78 of mailen sanne@voorbeeld.nl. Ik ben vandaag 9 en een tweeling in Ommen.");
  await expect(marks(page)).toHaveCount(8);
  await expect(list(page).getByRole("listitem")).toHaveCount(2);
  await fine(page, "folded");
  await list(page).getByText("Nog 3").click();
  await expect(list(page).getByRole("listitem")).toHaveCount(5);
  await expect(list(page).getByText("Zo kan iemand jou herkennen.")).toHaveCount(1);
  await fine(page, "unfolded");
});

test("words that tell of danger bring the right people near, and stop nobody", async ({ page }) => {
  await begin(page);
  await field(page).fill("Ik wil niet meer leven.");
  const near = page.getByRole("region", { name: "Je hoeft dit niet alleen te doen" });
  await expect(near.getByRole("link", { name: "Bel 1 1 3: 0 8 0 0, 0 1 1 3" })).toHaveAttribute("href", "tel:08000113");
  await expect(near.getByRole("link", { name: /1 1 2$/ })).toBeVisible();
  await expect(field(page)).toHaveValue("Ik wil niet meer leven.");
  await expect(marks(page)).toHaveCount(0);
  await fine(page, "danger");
  await field(page).fill("Mijn stiefvader slaat mij elke avond.");
  await expect(near.getByRole("link", { name: /0 8 0 0, 2 0 0 0/ })).toBeVisible();
  await expect(near.getByRole("link", { name: /0 8 0 0, 0 1 1 3/ })).toHaveCount(0);
  await near.getByRole("button", { name: "Verberg dit" }).click();
  await expect(near).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await next(page);
  await expect(page.getByRole("heading", { name: "Wie ben jij?" })).toBeVisible();
});

test("nothing that is typed leaves the phone: no request carries any of it", async ({ page, context }) => {
  await begin(page);
  // The worker is there before the first key: after that there is nothing to ask of anybody.
  await field(page).fill("Mijn mentor Sanne.");
  await expect(marks(page)).toHaveCount(1);
  await field(page).fill("");
  const seen: string[] = [];
  context.on("request", (request) => seen.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`));
  page.on("websocket", (socket) => seen.push(socket.url()));
  const text =
    "Ik ben Zylvana Verbruggen en ik wil niet meer leven. Bel mij op 06 12 34 56 78 of mail zylvana.v@voorbeeld.nl, dan praten we. " +
    "Ik woon op de Lindelaan 14, 8011 AB Zwolle, bij leefgroep De Vuurtoren. Mijn mentor Meneer De Graaf snapt mij. " +
    "Mijn bsn is 111222333 en mijn dossiernummer 4455667. Ik ben 14 jaar en op 3 mei 2024 kwam ik hier wonen met mijn broertje Sem. " +
    "Op het Vlierpad College kent iedereen mij, en op insta heet ik @zylvana_x. Dat is alles wat ik wou zeggen, geloof ik nu wel.";
  expect(text.length).toBeGreaterThanOrEqual(450);
  await field(page).focus();
  await page.keyboard.type(text.padEnd(500, " En nog iets."), { delay: 2 });
  await expect.poll(() => marks(page).count()).toBeGreaterThan(8);
  await expect(page.getByRole("link", { name: "Bel 1 1 3: 0 8 0 0, 0 1 1 3" })).toBeVisible();
  await page.waitForTimeout(1_500);
  expect(seen).toEqual([]);
});

test("words that are left live with the draft, and on somebody else's phone in memory only", async ({ page, server }) => {
  await begin(page);
  await field(page).fill("Mijn mentor Sanne en mijn zusje Fatima.");
  await list(page).getByRole("button", { name: /^Laat staan : Sanne/ }).click();
  await expect(marks(page)).toHaveText(["Fatima"]);
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(kept).toContain("sanne");
  await page.reload();
  await expect(marks(page)).toHaveText(["Fatima"]);
  // A word that is not in the text any more leaves no trace.
  await field(page).fill("Mijn zusje Fatima.");
  await expect.poll(async () => (await kept()).toLowerCase()).not.toContain("sanne");
  await page.getByRole("button", { name: "Niet verder schrijven" }).click();
  await page.getByRole("button", { name: "Gooi weg" }).click();
  expect(await leftovers(page, server)).toEqual([]);

  await open(page, "/deel");
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  await field(page).fill("Mijn mentor Sanne en mijn zusje Fatima.");
  await list(page).getByRole("button", { name: /^Laat staan : Sanne/ }).click();
  await page.waitForTimeout(600);
  expect(await leftovers(page, server)).toEqual([]);
});

test("letters that are being put together are never disturbed", async ({ page }) => {
  await begin(page);
  await field(page).fill("Mijn mentor Sanne helpt. ");
  await expect(marks(page)).toHaveCount(1);
  await field(page).focus();
  await page.keyboard.press("Control+End");
  const cdp = await page.context().newCDPSession(page);
  const compose = (text: string) => cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const base = "Mijn mentor Sanne helpt. ";
  for (const part of ["Mi", "Mijn", "Mijn zusje", "Mijn zusje Fat", "Mijn zusje Fatima"]) {
    await compose(part);
    // Long enough for an answer of the guard in the middle of it.
    await page.waitForTimeout(350);
    await expect(field(page)).toHaveValue(base + part);
    expect(await caret(page)).toEqual([base.length + part.length, base.length + part.length]);
  }
  await expect(marks(page)).toHaveText(["Sanne", "Fatima"]);
  await cdp.send("Input.insertText", { text: "Mijn zusje Fatima" });
  await expect(field(page)).toHaveValue(base + "Mijn zusje Fatima");
  await page.keyboard.type("!");
  await expect(field(page)).toHaveValue(base + "Mijn zusje Fatima!");
});

test("marks stay under their words while a long text scrolls", async ({ page }) => {
  await begin(page, "Een verhaal");
  const line = "Bij mij ging het zo, en daarna ging het weer anders, want niemand vroeg wat ik wou.\n";
  await field(page).fill(line.repeat(20) + "Mijn mentor Sanne zei toen iets.\n" + line.repeat(10));
  await expect(marks(page)).toHaveCount(1);
  await field(page).evaluate((area: HTMLTextAreaElement) => (area.style.blockSize = "220px"));
  const boxes = () =>
    page.evaluate(() => {
      const [layer, area] = [document.querySelector(".field__marks")!, document.querySelector<HTMLTextAreaElement>("#tekst")!];
      const of = (one: Element) => [one.clientWidth, one.clientHeight, one.scrollHeight, one.scrollTop];
      return { layer: of(layer), area: of(area) };
    });
  for (const top of [0, 300, 5_000]) {
    await field(page).evaluate((area, top) => (area.scrollTop = top), top);
    await expect.poll(async () => (await boxes()).layer).toEqual((await boxes()).area);
  }
});

test("without the worker the page works, and says nothing that is not so", async ({ page, faults }) => {
  faults.expect(/guard-/);
  await page.route("**/guard-*", (route) => route.abort());
  await begin(page);
  await field(page).fill("Mijn mentor Sanne, 06 12 34 56 78.");
  await page.waitForTimeout(1_500);
  await expect(marks(page)).toHaveCount(0);
  await expect(list(page)).toHaveCount(0);
  await expect(page.getByText("Wij zien niets waardoor")).toHaveCount(0);
  await next(page);
  await page.getByRole("button", { name: "Overslaan" }).click();
  await expect(sendButton(page)).toBeVisible();
});

test("the board, a post and the page of help never load the guard", async ({ page, context, stage }) => {
  const seen: string[] = [];
  context.on("request", (request) => seen.push(request.url()));
  for (const path of ["/", "/?view=list", `/droom/${stage.hanging}`, "/hulp", "/over"]) {
    await open(page, stage.server.url + path);
    expect(await page.content(), path).not.toContain("droombord-guard");
  }
  await page.waitForTimeout(500);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter((url) => url.includes("guard"))).toEqual([]);
});

test("own posts: the same guard looks at new words", async ({ page }) => {
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  await field(page).fill("Ik droom van rust.");
  await next(page);
  await page.getByRole("button", { name: "Overslaan" }).click();
  const key = await send(page);
  await typeTwoWords(page, key);
  await expect(page).toHaveURL(/\/mijn$/);
  await page.getByRole("button", { name: /^Ik pas het zelf aan/ }).first().click();
  const area = page.getByRole("textbox").first();
  await area.fill("Mijn mentor Sanne geeft rust.");
  await list(page).getByRole("button", { name: /^Schrijf ‘mijn mentor’/ }).click();
  await expect(area).toHaveValue("Mijn mentor geeft rust.");
  await fine(page, "new words");
});

/** The worker's files, opened in a page as the app opens them. */
async function answers(page: Page, questions: string[]): Promise<string[]> {
  return page.evaluate(async (questions) => {
    const base = document.querySelector<HTMLMetaElement>("meta[name=droombord-guard]")!.content;
    const worker = new Worker(`${base}.js`);
    const next = () => new Promise<string>((done) => (worker.onmessage = ({ data }) => done(data)));
    const ready = next();
    worker.postMessage(await WebAssembly.compileStreaming(fetch(`${base}.wasm`)));
    await ready;
    const answers: string[] = [];
    for (const question of questions) {
      const answer = next();
      worker.postMessage(question);
      answers.push(await answer);
    }
    worker.terminate();
    return answers;
  }, questions);
}

const corpus = (name: string) =>
  readFileSync(join(ROOT, "tests/corpus", name), "utf8").trim().split("\n").map((line) => (JSON.parse(line) as { text: string }).text);

test("the worker says of every row of the corpora, byte for byte, what the same code says natively", async ({ page }) => {
  const rows = ["guard.jsonl", "danger.jsonl", "danger-held.jsonl"].flatMap(corpus);
  // And some of them with signs that look like others, and such that hide.
  const disguised = rows.slice(0, 200).map((text, at) =>
    [...text]
      .map((sign) => {
        if (/[0-9]/.test(sign)) return String.fromCodePoint([0x660, 0xff10, 0x1d7ce, 0x966][at % 4]! + Number(sign));
        if (/[a-z]/.test(sign) && at % 5 === 0) return String.fromCodePoint(sign.charCodeAt(0) + 0xfee0);
        return sign === "-" ? "\u2212" : at % 3 === 0 ? `${sign}\u00ad` : sign;
      })
      .join(""),
  );
  const texts = [...rows, ...disguised];
  expect(texts.length).toBeGreaterThan(1_000);
  const questions = texts.map((text, at) => `${at}\n${text}`);
  const native = execFileSync(NATIVE, { input: questions.join("\0"), encoding: "utf8", maxBuffer: 1 << 26 }).split("\0");
  expect(native.filter((answer) => answer.includes("\n")).length).toBeGreaterThan(400);
  await open(page, "/deel");
  expect(await answers(page, questions)).toEqual(native);
});

test("the worker may load nothing and call nobody", async ({ page, server }) => {
  await open(page, "/deel");
  const base = await page.locator("meta[name=droombord-guard]").getAttribute("content");
  const answer = await fetch(`${server.url}${base}.js`);
  // It may run the program that the page gives it, which Firefox asks of the worker's own policy. No source stands in it.
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'wasm-unsafe-eval'; base-uri 'none';/);
  expect(answer.headers.get("cache-control")).toContain("immutable");
});

/** The time under which 95 of 100 stay. */
const p95 = (times: number[]) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;

async function slowed(page: Page, rate: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Others use this machine too: the best of some tries is the nearest to what the program takes. */
async function best(tries: number, bar: number, measure: () => Promise<number>): Promise<number> {
  let least = Infinity;
  for (let at = 0; at < tries && least > bar; at += 1) least = Math.min(least, await measure());
  return least;
}

// The goals, 3 and 15 ms, are for a quiet machine: docs/guard.md. Here other tests run beside it.
test("a text of 120 words takes the worker at most 8 ms, and 40 ms when everything is six times as slow", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, "/deel");
  const words = corpus("guard.jsonl").join(" ").split(/\s+/);
  const texts = Array.from({ length: 40 }, (_, at) => words.slice(at * 120, at * 120 + 120).join(" "));
  const inWorker = await best(3, 3, async () =>
    p95(
      await page.evaluate(async (texts) => {
        const base = document.querySelector<HTMLMetaElement>("meta[name=droombord-guard]")!.content;
        const worker = new Worker(`${base}.js`);
        const next = () => new Promise<void>((done) => (worker.onmessage = () => done()));
        const ready = next();
        worker.postMessage(await WebAssembly.compileStreaming(fetch(`${base}.wasm`)));
        await ready;
        const times: number[] = [];
        for (let round = 0; round < 6; round += 1) {
          for (const text of texts) {
            const began = performance.now();
            const answered = next();
            worker.postMessage(`1\n${text}`);
            await answered;
            // The first round warms the code.
            if (round > 0) times.push(performance.now() - began);
          }
        }
        worker.terminate();
        return times;
      }, texts),
    ),
  );
  // The browser slows only a page's own thread: there the very same program runs for this.
  const base = await page.locator("meta[name=droombord-guard]").getAttribute("content");
  await page.evaluate(async (base) => {
    const script = document.createElement("script");
    script.src = `${base}.js`;
    const loaded = new Promise((done) => (script.onload = done));
    document.head.append(script);
    await loaded;
    await wasm_bindgen({ module_or_path: `${base}.wasm` });
  }, base);
  await slowed(page, 6);
  const six = await best(3, 15, async () =>
    p95(
      await page.evaluate((texts) => {
        const times: number[] = [];
        for (let round = 0; round < 4; round += 1) {
          for (const text of texts) {
            const began = performance.now();
            wasm_bindgen.answer(`1\n${text}`);
            if (round > 0) times.push(performance.now() - began);
          }
        }
        return times;
      }, texts),
    ),
  );
  console.log(`guard, 120 words, p95: ${inWorker.toFixed(2)} ms there and back; six times as slow ${six.toFixed(2)} ms`);
  expect(inWorker).toBeLessThanOrEqual(8);
  expect(six).toBeLessThanOrEqual(40);
});

/** How long the page's own thread works for each key, from the key to the end of the frame, however busy the machine is. */
async function workOfKeys(page: Page, guarded: boolean): Promise<number[]> {
  await begin(page, "Een verhaal");
  // A long story, and more in it than anybody writes by accident.
  const plain = "Bij mij ging het zo, en daarna ging het weer anders, want niemand vroeg wat ik wou. ";
  const telling = "Mijn mentor Sanne belde 06 12 34 56 78 en mijn zusje Fatima ging naar het Vlierpad College. ";
  await field(page).fill((plain.repeat(5) + telling).repeat(6).slice(0, 2_900));
  if (guarded) await expect.poll(() => marks(page).count()).toBeGreaterThan(15);
  await field(page).focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.setTimeDomain", { timeDomain: "threadTicks" });
  await cdp.send("Performance.enable");
  const worked = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1_000 * metrics.find(({ name }) => name === "TaskDuration")!.value;
  };
  const times: number[] = [];
  for (const where of ["Control+Home", "Control+End"]) {
    await page.keyboard.press(where);
    for (const letter of "dit is een zin van mij ") {
      const before = await worked();
      await page.keyboard.type(letter);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      times.push((await worked()) - before);
    }
  }
  return times;
}

test("the guard adds little to the work of a key, with 3,000 letters", async ({ page, another, faults }) => {
  test.setTimeout(120_000);
  faults.expect(/guard-/);
  const without = await another();
  await without.route("**/guard-*", (route) => route.abort());
  const middle = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
  const [bare, guarded] = [await workOfKeys(without, false), await workOfKeys(page, true)];
  const told = (times: number[]) => `${(4 * middle(times)).toFixed(1)} ms, p95 ${(4 * p95(times)).toFixed(1)}`;
  console.log(`work of a key, 3,000 letters, times four: ${told(guarded)}; without the guard ${told(bare)}`);
  expect(middle(bare)).toBeGreaterThan(0);
  expect(4 * (middle(guarded) - middle(bare))).toBeLessThan(25);
});
