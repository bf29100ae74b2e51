// One writer, one phone and everything between it and the server, all moved by one seed. What happens is written down step by step, so
// that a fault can be read and walked again.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { Dice } from "../dice.ts";
import type { Server } from "../server.ts";
import { Wire } from "../wire.ts";
import { misfortune } from "./misfortunes.ts";

/** What went wrong, as the bars count it. */
export type FaultKind = "words lost" | "false words" | "twice" | "stuck";
export type Fault = { kind: FaultKind; what: string };

/** What is on the screen. */
export type Screen = {
  path: string;
  /** The app has taken the page over. */
  ready: boolean;
  /** The words of the page. */
  words: string;
  /** The same, and what the page-wide region says. */
  text: string;
  heading: string;
  /** The names of buttons and links that can be seen. */
  controls: string[];
  /** The ids of fields that can be seen. */
  fields: string[];
};

/** Buttons are pressed within this time, or cannot be pressed. */
const PRESSED = 3_000;

export class World {
  readonly dice: Dice;
  readonly story: string[] = [];
  readonly faults: Fault[] = [];
  /** How often each kind of sentence was compared with the server. */
  readonly compared: Record<string, number> = {};
  page!: Page;
  offline = false;
  isUp = true;
  filter = "";
  /** Nothing is kept on this phone. */
  borrowed = false;
  private release?: () => void;
  /** What must be compared once the server can be asked again. */
  private later: (() => Promise<void>)[] = [];

  private constructor(
    readonly seed: number,
    readonly server: Server,
    readonly wire: Wire,
    readonly context: BrowserContext,
  ) {
    this.dice = new Dice(seed * 7919);
  }

  static async make(seed: number, browser: Browser, server: Server, options: BrowserContextOptions): Promise<World> {
    const wire = await Wire.to(server);
    const serviceWorkers = seed % 3 === 0 ? "allow" : "block";
    const context = await browser.newContext({ ...options, baseURL: wire.url, serviceWorkers });
    const world = new World(seed, server, wire, context);
    world.page = await context.newPage();
    return world;
  }

  async end(): Promise<void> {
    this.release?.();
    await this.context.close();
    await this.wire.remove();
    await this.up();
  }

  tell(step: string): void {
    this.story.push(step);
  }

  fault(kind: FaultKind, what: string): void {
    this.faults.push({ kind, what });
    this.story.push(`!! ${kind}: ${what}`);
  }

  /** Compares what a screen said with what is so: on the phone now, or on the server, now or when it is there again. */
  async compare(name: string, said: string, isTrue: () => Promise<boolean>, onPhone = async () => false): Promise<void> {
    const waits = await onPhone();
    const look = async () => {
      this.compared[name] = (this.compared[name] ?? 0) + 1;
      this.tell(`(says “${said}”)`);
      if (!waits && !(await isTrue())) this.fault("false words", `“${said}”, and it is not so`);
    };
    if (waits || this.isUp) await look();
    else this.later.push(look);
  }

  // What the page shows.

  async screen(): Promise<Screen> {
    await this.settle();
    const nothing = { path: "", ready: false, words: "", text: "", heading: "", controls: [], fields: [] };
    return this.page
      .evaluate(() => {
        const seen = (element: Element) => element.checkVisibility({ checkVisibilityCSS: true });
        const app = document.querySelector<HTMLElement>("#app");
        const names = [...document.querySelectorAll<HTMLElement>("#app button, #app a")].filter(seen);
        const fields = [...document.querySelectorAll<HTMLElement>("#app textarea, #app input, #app select")].filter(seen);
        return {
          path: location.pathname + location.search,
          ready: app?.hasAttribute("data-ready") ?? false,
          words: app?.innerText ?? "",
          text: (app?.innerText ?? document.body?.innerText ?? "") + "\n" + (document.querySelector("#announcer")?.textContent ?? ""),
          heading: document.querySelector<HTMLElement>("h1:not([hidden] *)")?.innerText.trim() ?? "",
          controls: names.map((element) => (element.textContent ?? "").trim().replace(/\s+/g, " ")),
          fields: fields.map((element) => element.id),
        };
      })
      .catch(() => nothing);
  }

  /** Nothing is under way that the server can still answer, and the page has had its turn. */
  async settle(): Promise<void> {
    if (this.isUp) await this.wire.quiet();
    // A button that is busy says so; what hangs stays busy.
    const isBusy = () => document.querySelector("#app [aria-disabled=true]") !== null;
    const turn = () => this.page.evaluate(() => new Promise((done) => setTimeout(done, 30))).catch(() => undefined);
    await turn();
    for (let turns = 0; turns < 60 && this.filter !== "hangs"; turns += 1) {
      if (!(await this.page.evaluate(isBusy).catch(() => false))) break;
      await turn();
    }
    if (this.isUp) await this.wire.quiet();
    await turn();
  }

  // What a person does.

  /** Presses what bears this name. */
  async press(name: RegExp, how: "click" | "double" | "Enter" = "click"): Promise<boolean> {
    this.tell(`press ${name.source}${how === "click" ? "" : ` (${how})`}`);
    const controls = this.page.locator("#app button, #app a, #app summary");
    const names = (all: Element[]) =>
      all.map((one) => (one.checkVisibility({ checkVisibilityCSS: true }) ? (one.textContent ?? "").trim().replace(/\s+/g, " ") : ""));
    try {
      const at = (await controls.evaluateAll(names)).findIndex((one) => name.test(one));
      if (at < 0) throw new Error("not there");
      const control = controls.nth(at);
      if (how === "double") await control.dblclick({ timeout: PRESSED, noWaitAfter: true });
      else if (how === "Enter") await control.press("Enter", { timeout: PRESSED, noWaitAfter: true });
      else await control.click({ timeout: PRESSED, noWaitAfter: true });
      return true;
    } catch {
      this.tell("(cannot be pressed)");
      return false;
    }
  }

  /** Ticks a choice, by the id of its control. */
  async choose(id: string): Promise<boolean> {
    this.tell(`choose ${id}`);
    return this.page.locator(`[id="${id}"]`).check({ timeout: PRESSED, force: true }).then(() => true, () => false);
  }

  /** What stands in a field, once it stops changing or holds what is expected. */
  async value(id: string, expected?: string): Promise<string | undefined> {
    const field = this.page.locator(`[id="${id}"]`);
    let now: string | undefined;
    for (let turn = 0; turn < 40; turn += 1) {
      now = await field.inputValue({ timeout: PRESSED }).catch(() => undefined);
      if (expected === undefined || (now !== undefined && now === expected)) break;
      await this.page.evaluate(() => new Promise((done) => setTimeout(done, 50))).catch(() => undefined);
    }
    return now;
  }

  /** Types at the end of a field, in one of the ways in which letters come into a field. */
  async type(id: string, text: string): Promise<boolean> {
    const field = this.page.locator(`[id="${id}"]`);
    const way = /\n|[\u2028\u2029\u000b]/.test(text) ? "paste" : this.dice.pick(["keys", "keys", "composition", "paste"]);
    this.tell(`type by ${way}: ${JSON.stringify(text)}`);
    try {
      await field.focus({ timeout: PRESSED });
      await this.page.keyboard.press("Control+End");
      if (way === "keys") await this.page.keyboard.type(text);
      else if (way === "paste") await this.page.keyboard.insertText(text);
      else await this.compose(text);
      return true;
    } catch {
      this.tell("(cannot be typed)");
      return false;
    }
  }

  /** As the keyboards of phones do: each word is under way until the next one begins. */
  private async compose(text: string): Promise<void> {
    const devtools = await this.context.newCDPSession(this.page);
    try {
      for (const word of text.match(/\s*\S+\s*$|\s*\S+/g) ?? []) {
        for (let end = 1; end <= word.length; end += 3) {
          const part = word.slice(0, end);
          await devtools.send("Input.imeSetComposition", { text: part, selectionStart: part.length, selectionEnd: part.length });
        }
        await devtools.send("Input.insertText", { text: word });
      }
    } finally {
      await devtools.detach().catch(() => undefined);
    }
  }

  // What happens to the phone and the line.

  /** Opens an address; sometimes its program comes late. */
  async open(path: string, { late = false } = {}): Promise<void> {
    this.tell(`open ${path}${late ? ", the program comes late" : ""}`);
    if (late) {
      this.release?.();
      this.release = this.wire.hold(/_bg\.wasm$|_bg-[^/]*\.wasm$|\/(app|own|staff)\/droombord[^/]*\.wasm$/);
    }
    const came = await this.page.goto(path, { waitUntil: "domcontentloaded", timeout: 10_000 }).then(() => true, () => false);
    if (!came) this.tell("(it does not come)");
    if (!late) await this.taken();
  }

  get isLate(): boolean {
    return this.release !== undefined;
  }

  /** The program arrives. */
  async arrive(): Promise<void> {
    if (!this.release) return;
    this.tell("the program arrives");
    this.release();
    this.release = undefined;
    await this.taken();
  }

  /** Waits until the app has taken the page over, if it can. */
  async taken(): Promise<void> {
    if (!this.isReachable) return;
    await this.page.locator("#app[data-ready]").waitFor({ state: "attached", timeout: 10_000 }).catch(() => this.tell("(no program)"));
  }

  get isReachable(): boolean {
    return this.isUp && !this.offline && !this.wire.cut;
  }

  /** The tab is gone, and another one is there. A crash comes after the pause in which the device keeps what was typed. */
  async kill(kept: () => Promise<void> = async () => {}): Promise<void> {
    const how = this.dice.pick(["close", "close", "crash"] as const);
    if (how === "crash") await kept();
    this.tell(how === "close" ? "the tab is closed" : "the tab crashes");
    const before = this.page;
    if (how === "crash") {
      const crashed = before.waitForEvent("crash", { timeout: 5_000 }).catch(() => undefined);
      const devtools = await this.context.newCDPSession(before);
      void devtools.send("Page.crash").catch(() => undefined);
      await crashed;
    }
    this.page = await this.context.newPage();
    await before.close().catch(() => undefined);
  }

  async reload(): Promise<void> {
    this.tell("reload");
    await this.page.reload({ waitUntil: "domcontentloaded", timeout: 10_000 }).catch(() => this.tell("(it does not come)"));
    await this.taken();
  }

  /** Something happens to the line, the server or the phone's network; or what happened is over. */
  async befall(): Promise<void> {
    const acts = [
      { weight: this.offline ? 0 : 3, act: () => this.setOffline(true) },
      { weight: this.offline ? 5 : 0, act: () => this.setOffline(false) },
      { weight: this.wire.cut ? 0 : 2, act: async () => (this.tell("the line is cut"), this.wire.sever()) },
      { weight: this.wire.cut ? 5 : 0, act: () => this.mend() },
      { weight: this.filter ? 0 : 7, act: async () => this.strike() },
      { weight: this.filter ? 5 : 0, act: async () => this.lift() },
      { weight: this.isUp ? 2 : 0, act: () => this.down() },
      { weight: this.isUp ? 0 : 6, act: () => this.up() },
    ];
    await this.dice.weighed(acts).act();
  }

  /** Just before something is sent, the line may become another one. */
  perhapsStrike(): void {
    if (!this.filter && this.dice.chance(40)) this.strike();
  }

  /** Time passes: what befell may be over. */
  async pass(): Promise<void> {
    if (this.filter && this.dice.chance(30)) this.lift();
    if (this.wire.cut && this.dice.chance(30)) await this.mend();
    if (this.offline && this.dice.chance(30)) await this.setOffline(false);
    if (!this.isUp && this.dice.chance(40)) await this.up();
  }

  /** Whatever keeps pages from coming is over. */
  async recover(): Promise<void> {
    await this.up();
    if (this.wire.cut) await this.mend();
    if (this.offline) await this.setOffline(false);
  }

  private strike(): void {
    const { name, fate } = misfortune(this.dice);
    const all = this.dice.chance(60);
    this.filter = name;
    this.tell(`from now on ${all ? "calls" : "calls that change something"}: ${name}`);
    this.wire.fate = (method, path) => {
      if (!path.startsWith("/api/") || path.startsWith("/api/events")) return "through";
      return all || method !== "GET" ? fate : "through";
    };
  }

  private lift(): void {
    this.tell("the line is as it was");
    this.filter = "";
    this.wire.fate = () => "through";
  }

  async setOffline(offline: boolean): Promise<void> {
    this.tell(offline ? "no network" : "a network again");
    this.offline = offline;
    await this.context.setOffline(offline);
  }

  private async mend(): Promise<void> {
    this.tell("the line is mended");
    this.wire.mend();
    await this.page.evaluate(() => dispatchEvent(new Event("online"))).catch(() => undefined);
  }

  private async down(): Promise<void> {
    this.tell("the server crashes");
    this.isUp = false;
    await this.server.down();
  }

  async up(): Promise<void> {
    if (this.isUp) return;
    this.tell("the server is there again");
    await this.server.up();
    this.isUp = true;
    const later = this.later;
    this.later = [];
    for (const look of later) await look();
  }

  /** Everything is as it should be again, and what hung has ended. */
  async calm(): Promise<void> {
    this.tell("calm");
    this.lift();
    await this.up();
    await this.arrive();
    this.wire.sever();
    this.wire.mend();
    if (this.offline) await this.setOffline(false);
  }
}
