// Somebody at a keyboard who hears and does not see: presses keys, and writes down what was said after each act.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Desktop, pause, type Kind } from "./desktop.ts";
import { judge, repeatedByTyping, utterances, type Utterance } from "./speech.ts";

/** One act: what was done, what should be heard, what was. */
type Act = { act: string; expected: RegExp[]; said: Utterance[]; wrong: string[] };

export class Ear {
  private readonly acts: Act[] = [];
  private readonly full: string[] = [];
  private readonly counts = { changes: 0, told: 0, repeated: 0, long: 0, "by-typing": 0 };

  private constructor(
    private readonly desktop: Desktop,
    private readonly browser: Kind,
  ) {}

  static async open(folder: string, browser: Kind): Promise<Ear> {
    return new Ear(await Desktop.start(folder, browser), browser);
  }

  async close(): Promise<void> {
    await this.desktop.stop();
  }

  private tool(...words: string[]): string {
    return execFileSync("xdotool", words, { env: this.desktop.env, encoding: "utf8", timeout: 60_000 });
  }

  private said(since: number): Utterance[] {
    return utterances(readFileSync(this.desktop.log, "utf8"), since);
  }

  /** Waits until it has been quiet for a while, and is as long as needed when something is expected. */
  private async hush(since: number, expected: RegExp[], { least = 400, quiet = 900, most = 9_000, first = 0 } = {}): Promise<Utterance[]> {
    const began = Date.now();
    await pause(least);
    for (;;) {
      const said = this.said(since);
      const last = Math.max(began, ...said.map(({ at }) => at * 1000));
      const passed = Date.now() - began;
      const silent = passed < first && said.every(({ echo }) => echo);
      const waits = silent || (expected.length > 0 && judge(said, expected).missing.length > 0);
      if (passed > most || (!waits && Date.now() - last > quiet)) return said;
      await pause(60);
    }
  }

  private write(act: string, said: Utterance[]): void {
    this.full.push(`> ${act}`, ...(said.length ? said.map(({ text, echo }) => `      «${text}»${echo ? " [toets]" : ""}`) : ["      (stil)"]));
  }

  /** Presses a key on the way to something; nothing is expected. */
  async key(key: string): Promise<Utterance[]> {
    const since = Date.now() / 1000;
    this.tool("key", "--clearmodifiers", key);
    const said = await this.hush(since, [], { least: 250, quiet: 350, most: 5_000, first: 2_500 });
    this.write(key, said);
    return said;
  }

  /** Presses a key until this is heard. */
  async seek(key: string, text: RegExp, most = 60): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      const said = await this.key(key);
      if (said.some((one) => !one.echo && text.test(one.text))) return;
    }
    throw new Error(`${key} does not lead to ${text.source}\n${this.log()}`);
  }

  /** Makes the reader stop talking. */
  async quiet(): Promise<void> {
    this.tool("key", "ctrl");
    await pause(300);
  }

  /** Opens an address as a person does, and goes to its top. A browser that has just started may not listen yet. */
  async go(url: string): Promise<void> {
    for (let again = 0; again < 4; again += 1) {
      this.full.push(`> adres ${url}`);
      this.tool("key", "--clearmodifiers", "ctrl+l");
      await pause(700);
      this.tool("type", "--delay", "12", url);
      await pause(500);
      const since = Date.now() / 1000;
      this.tool("key", "Return");
      await this.hush(since, [], { least: 3_500, quiet: 1_500, most: 15_000 });
      if (/Droombord/.test(this.tool("getactivewindow", "getwindowname"))) break;
      await pause(3_000);
    }
    await this.quiet();
    await this.key("ctrl+Home");
  }

  /** Presses a key that changes something, and judges what is heard. */
  async change(act: string, key: string, ...expected: RegExp[]): Promise<void> {
    const since = Date.now() / 1000;
    this.tool("key", "--clearmodifiers", key);
    const said = await this.hush(since, expected);
    this.write(`${act} (${key})`, said);
    const { missing, repeated, long } = judge(said, expected);
    if (expected.length > 0) {
      this.counts.changes += 1;
      if (missing.length === 0) this.counts.told += 1;
    }
    this.counts.repeated += repeated.length;
    this.counts.long += long.length;
    const wrong = [
      ...missing.map((one) => `not heard: ${one}`),
      ...repeated.map((one) => `more than once: ${one}`),
      ...long.map((one) => `too long: ${one}`),
    ];
    this.acts.push({ act, expected, said, wrong });
  }

  /** Types as people do, and judges what is heard beside the letters. */
  async type(act: string, text: string, delay = 90): Promise<void> {
    const since = Date.now() / 1000;
    this.tool("type", "--delay", String(delay), text);
    const said = await this.hush(since, [], { least: 1_500, quiet: 1_500 });
    this.write(`${act}: ${text}`, said);
    const repeated = repeatedByTyping(said, text);
    this.counts["by-typing"] += repeated.length;
    this.acts.push({ act, expected: [], said: said.filter(({ echo }) => !echo), wrong: repeated.map((one) => `said again: ${one}`) });
  }

  /** Types without judging. */
  async fill(text: string): Promise<void> {
    this.tool("type", "--delay", "15", text);
    await pause(500);
  }

  /** Everything that was said so far. */
  heard(): string[] {
    return this.said(0).filter(({ echo }) => !echo).map(({ text }) => text);
  }

  log(): string {
    return this.full.join("\n");
  }

  /** What went wrong, one line each. */
  wrong(): string[] {
    return this.acts.flatMap(({ act, wrong }) => wrong.map((one) => `${act}: ${one}`));
  }

  /** Keeps the log, and what `cargo xtask prove` reads. */
  save(name: string, title: string, folder: string | undefined): void {
    if (!folder) return;
    writeFileSync(join(folder, `${name}.txt`), this.log() + "\n");
    const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
    const rows = this.acts.map(({ act, said, wrong }) => {
      const heard = said.filter(({ echo }) => !echo).map(({ text }) => `«${text}»`);
      const shown = heard.length > 4 ? [...heard.slice(0, 4), `and ${heard.length - 4} more`] : heard;
      return `| ${cell(act)} | ${cell(shown.join(" ") || "(silence)")} | ${cell(wrong.join("; ") || "yes")} |`;
    });
    const numbers = Object.entries({ walks: 1, ...this.counts }).map(([count, value]) => `${count} ${value}`);
    const table = [`## ${title}, ${this.browser}`, "", "| act | heard | as it should be |", "|---|---|---|", ...rows];
    writeFileSync(join(folder, `${name}.record`), [...numbers, "", ...table].join("\n") + "\n");
  }
}
