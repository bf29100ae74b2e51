// Somebody who writes a dream, a story or a reply, whatever happens meanwhile.
import { Truth, waiting, type Text } from "./texts.ts";
import { piece, squashed, token } from "./words.ts";
import type { Screen, World } from "./world.ts";

const FIELD = "tekst";
const CAME = /^Je (droom|verhaal|reactie) is binnen$/m;
const WAITS = /^Je (droom|verhaal|reactie) wacht op bereik$/m;
const NOT_SENT = /^Niet verstuurd$/m;
const LOST = /niet meer op je telefoon\. En niet op het bord\./;

type Act = { weight: number; act: () => Promise<unknown> };

export class Writer {
  private readonly texts: Text[] = [];
  /** What is being written. */
  private now?: Text;
  private truth: Truth;

  private constructor(
    private readonly world: World,
    /** The post that is replied to. */
    private readonly to: string | undefined,
  ) {
    this.truth = new Truth(world.server, world);
  }

  static async dream(world: World): Promise<Writer> {
    return new Writer(world, undefined);
  }

  static async reply(world: World): Promise<Writer> {
    const { id } = await world.server.hang({ text: `Waar iemand op reageert, ${token(world.seed, 99)}.` });
    return new Writer(world, id);
  }

  private address(step?: string): string {
    const pairs = [...(this.to ? [`bij=${this.to}`] : []), ...(step ? [`stap=${step}`] : [])];
    return pairs.length ? `/deel?${pairs.join("&")}` : "/deel";
  }

  async begin(): Promise<void> {
    await this.world.open(this.address(), { late: this.world.dice.chance(30) });
  }

  /** One thing that is done or that happens, and what the screen says then. */
  async step(): Promise<void> {
    const { world } = this;
    await world.pass();
    const screen = await world.screen();
    const acts: Act[] = [...this.onScreen(screen), ...this.around(screen)];
    await world.dice.weighed(acts).act();
    await this.look();
  }

  private onScreen(screen: Screen): Act[] {
    const { world, now } = this;
    const { dice } = world;
    const has = (name: RegExp) => screen.controls.some((control) => name.test(control));
    const acts: Act[] = [];
    if (screen.fields.includes("soort-dream")) {
      acts.push({ weight: 12, act: () => this.chooseKind() });
      if (!now && screen.fields.includes("telefoon") && !world.borrowed) acts.push({ weight: 1, act: () => this.borrow() });
    }
    if (screen.fields.includes(FIELD)) {
      acts.push({ weight: 14, act: () => this.write() });
      if (now) acts.push({ weight: 2, act: () => this.switchScripts() });
      if (now && has(/^Niet verder schrijven$/)) acts.push({ weight: 1, act: () => this.throwAway() });
    }
    if (has(/^Verder$/) && (now || this.to)) acts.push({ weight: 12, act: () => world.press(/^Verder$/, dice.pick(["click", "double", "Enter"])) });
    if (has(/^Overslaan$/)) acts.push({ weight: 16, act: () => world.press(/^Overslaan$/) });
    if (has(/^Tekst veranderen$/)) acts.push({ weight: 2, act: () => world.press(/^Tekst veranderen$/) });
    if (now && has(SEND)) acts.push({ weight: 24, act: () => this.send() });
    if (has(/^Sla over/) && !now) acts.push({ weight: 4, act: () => world.press(/^Sla over/) });
    if (has(/^Klaar$/) && !now) acts.push({ weight: 6, act: () => this.haveTheWords() });
    if (has(/^Ik wil niet volgen$/)) acts.push({ weight: 3, act: () => world.press(/^Ik wil niet volgen$/) });
    if (has(/^Toch niet versturen$/) && !now) acts.push({ weight: 3, act: () => this.takeBack() });
    if (has(/^Probeer opnieuw$/) && !now) acts.push({ weight: 3, act: () => world.press(/^Probeer opnieuw$/) });
    return acts;
  }

  private around({ path, ready }: Screen): Act[] {
    const { world } = this;
    const writes = path.startsWith("/deel");
    const often = world.isReachable ? 1 : 0.4;
    const late = () => world.dice.chance(25);
    return [
      { weight: 9, act: () => world.befall() },
      { weight: ready || world.isReachable ? 0 : 20, act: () => world.recover() },
      { weight: world.isLate ? 14 : 0, act: () => world.arrive() },
      { weight: 1.5 * often, act: () => this.lose(() => world.reload()) },
      { weight: 2 * often, act: () => this.lose(async () => (await world.kill(() => this.kept()), await world.open(this.address("2"), { late: late() }))) },
      { weight: 1 * often, act: () => this.lose(() => world.open(world.dice.pick(["/mijn", "/hulp", "/", "/beloftes"]), { late: late() })) },
      { weight: (writes ? 1 : 14) * often, act: () => this.lose(() => world.open(this.address(world.dice.pick(["2", "4"])))) },
    ];
  }

  /** Another page is opened. On somebody else's phone nothing stays, as the page said. */
  private async lose(open: () => Promise<unknown>): Promise<void> {
    if (this.world.borrowed && this.now) {
      this.now.dropped = true;
      this.now = undefined;
    }
    this.world.borrowed = false;
    await open();
    await this.stillThere();
  }

  /** Waits until the device has it, where it keeps things. */
  private async kept(): Promise<void> {
    const { world, now } = this;
    if (!now || world.borrowed) return;
    const last = now.words.trimEnd().split(/\s/).at(-1) ?? "";
    for (let turn = 0; turn < 40; turn += 1) {
      const kept = await this.draft();
      if (kept === undefined || kept.includes(last)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** What the device has of what is being written, if it can be asked. Replies may each have a place of their own. */
  private draft(): Promise<string | undefined> {
    const look = (name: string) =>
      Object.entries({ ...localStorage }).filter(([key]) => key.startsWith(name)).map(([, value]) => value).join("\n");
    return this.world.page.evaluate(look, this.to ? "droombord.reactie" : "droombord.concept").catch(() => undefined);
  }

  private async borrow(): Promise<void> {
    if (await this.world.choose("telefoon")) {
      // Words of an earlier text that wait on this phone go by themselves.
      this.world.borrowed = true;
    }
  }

  private async chooseKind(): Promise<void> {
    const { world } = this;
    const kind = world.dice.pick(["dream", "story"] as const);
    if (!(await world.choose(`soort-${kind}`))) return;
    if (world.dice.chance(40)) await world.choose(`richting-${world.dice.pick(["start", "stop", "turn_back"])}`);
    if (this.now && this.now.sent.length === 0) this.now.kind = kind;
    // Whoever ticks goes on.
    await world.press(/^Verder$/);
    if (world.isLate && world.dice.chance(60)) await world.arrive();
  }

  private async write(): Promise<void> {
    const { world } = this;
    const now = (this.now ??= this.start());
    await this.holds(now.words, "before typing");
    const more = now.words ? piece(world.dice) : `Ik droom van ${now.token}.`;
    if (!(await world.type(FIELD, more))) {
      if (!now.words) this.forget(now);
      return;
    }
    now.words += more;
    await this.holds(now.words, "after typing");
    if (world.dice.chance(20) && world.isReachable) await world.press(/^Verder$/);
  }

  private start(): Text {
    const text: Text = { token: token(this.world.seed, this.texts.length), words: "", kind: "dream", sent: [], ...(this.to && { to: this.to }) };
    this.texts.push(text);
    return text;
  }

  private forget(text: Text): void {
    this.texts.splice(this.texts.indexOf(text), 1);
    this.now = undefined;
  }

  /** The field holds these words. */
  private async holds(words: string, when: string): Promise<void> {
    const there = await this.world.value(FIELD);
    if (there !== undefined && squashed(there) === squashed(words)) return;
    const later = await this.world.value(FIELD, words);
    if (later === undefined || squashed(later) === squashed(words)) return;
    this.world.fault("words lost", `${when} the field holds ${JSON.stringify(later)} and not ${JSON.stringify(words)}`);
    if (this.now) this.now.words = later;
  }

  /** What people do who write in two scripts. It is no *Weg hier*. */
  private async switchScripts(): Promise<void> {
    const { world } = this;
    world.tell("Alt and Shift, three times");
    for (let turn = 0; turn < 3; turn += 1) await world.page.keyboard.press("Alt+Shift").catch(() => undefined);
    const away = await world.page.evaluate(() => document.documentElement.hidden || !document.querySelector("#app")).catch(() => true);
    if (away) world.fault("words lost", "Alt and Shift fire Weg hier");
  }

  private async throwAway(): Promise<void> {
    const { world } = this;
    if (!(await world.press(/^Niet verder schrijven$/))) return;
    const away = world.dice.chance(50);
    const pressed = await world.press(away ? /^Gooi weg$/ : /^Schrijf verder$/);
    if (!pressed || !away || !this.now) return;
    this.now.dropped = true;
    this.now = undefined;
  }

  private async send(): Promise<void> {
    const { world, now } = this;
    if (!now) return;
    world.perhapsStrike();
    now.sent.push(now.words);
    now.takenBack = false;
    if (!(await world.press(SEND, world.dice.pick(["click", "click", "double"])))) return;
    // Sometimes the tab is gone before there is any answer.
    if (world.dice.chance(12) && !world.borrowed) {
      await world.kill();
      await world.open(this.address("2"));
    }
    await this.settled();
  }

  /** After sending: whether it is still what is being written. */
  private async settled(): Promise<void> {
    const { world, now } = this;
    if (!now || now.sent.length === 0) return;
    const { text } = await world.screen();
    if (CAME.test(text) || WAITS.test(text) || NOT_SENT.test(text)) this.now = undefined;
    // It left while nobody looked: the phone has it no longer as something that is being written.
    else if (!world.borrowed && (await this.draft())?.includes(now.token) === false) this.now = undefined;
  }

  private async haveTheWords(): Promise<void> {
    const { world } = this;
    const list = await world.page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
    world.tell("type two words over");
    for (const field of await world.page.locator("input[id^=woord-]").all()) {
      const place = Number((await field.getAttribute("id").catch(() => "1"))?.replace(/\D/g, ""));
      await field.fill(list[place - 1]?.trim() ?? "", { timeout: 2_000 }).catch(() => undefined);
    }
    await world.press(/^Klaar$/);
  }

  private async takeBack(): Promise<void> {
    const { world } = this;
    const before = await waiting(world);
    if (!(await world.press(/^Toch niet versturen$/))) return;
    const { text } = await world.screen();
    const after = await waiting(world);
    const back = this.texts.findLast((one) => one.sent.length > 0 && before.includes(one.token) && !after.includes(one.token));
    if (!back || !/Dit is niet verstuurd/.test(text)) return;
    back.takenBack = true;
    if (/Je tekst staat weer klaar/.test(text)) {
      this.now = back;
      back.words = back.sent.at(-1)!;
    } else back.dropped = true;
  }

  /** What is being written is in the field again, whatever happened. */
  private async stillThere(): Promise<void> {
    const { world } = this;
    if (!world.isReachable || world.isLate) return;
    const screen = await world.screen();
    if (!screen.ready || !screen.path.startsWith("/deel")) return;
    await this.settled();
    if (this.now?.words && screen.fields.includes(FIELD)) await this.holds(this.now.words, "after coming back");
  }

  /** Whether what the screen says is so. */
  private async look(): Promise<void> {
    const { world } = this;
    const { text } = await world.screen();
    await this.settled();
    const last = this.texts.findLast((one) => one.sent.length > 0 && !one.dropped);
    const came = CAME.exec(text)?.[0];
    if (came && last) await world.compare("binnen", came, () => this.truth.isThere(last));
    if (last && LOST.test(text)) world.fault("words lost", `the screen says so of ${last.token}`);
    const notSent = NOT_SENT.exec(text)?.[0];
    if (last && notSent) await world.compare("niet verstuurd", notSent, async () => (await this.truth.holding(last.token)).length === 0);
    const waits = WAITS.exec(text)?.[0];
    if (waits && last) {
      // On the phone, or it has just gone.
      await world.compare("wacht", waits, () => this.truth.isThere(last), async () => (await waiting(world)).includes(last.token));
    }
  }

  /** Everything is well again: nothing that was written is lost, and nothing is there twice. */
  async settle(): Promise<void> {
    const { world } = this;
    await world.calm();
    const inHand = this.now;
    if (inHand) await this.kept();
    if (world.borrowed) {
      if (inHand) inHand.dropped = true;
      world.borrowed = false;
    }
    await world.open("/mijn");
    await world.page.evaluate(() => dispatchEvent(new Event("online"))).catch(() => undefined);
    const open = () => this.texts.filter((text) => text.sent.length > 0 && !text.dropped);
    for (let turn = 0; turn < 100; turn += 1) {
      const list = await waiting(world);
      if (!open().some(({ token }) => list.includes(token))) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    const mine = await world.screen();
    await world.open(this.address("2"));
    const draft = (await world.value(FIELD)) ?? "";
    for (const text of this.texts) await this.judge(text, draft, mine);
  }

  private async judge(text: Text, draft: string, mine: Screen): Promise<void> {
    const { world } = this;
    const there = await this.truth.holding(text.token);
    if (there.length > 1) world.fault("twice", `“${text.token}” is there ${there.length} times`);
    if (text.takenBack) await world.compare("niet verstuurd", "Dit is niet verstuurd", async () => there.length === 0);
    if (text.dropped) return;
    const inField = squashed(draft) === squashed(text.words);
    if (inField) return;
    const arrived = there.some((one) => squashed(one) === squashed(text.sent.at(-1) ?? ""));
    if (arrived && squashed(text.sent.at(-1) ?? "") === squashed(text.words)) return;
    // What the server did not want is kept, and shown with its words.
    if (mine.text.includes(text.token)) return;
    world.fault("words lost", `${JSON.stringify(text.words)}: not in the field (${JSON.stringify(draft.slice(0, 60))}), not waiting, on the server ${JSON.stringify(there)}`);
  }
}

const SEND = /^(Verstuur mijn (droom|verhaal|reactie)|Probeer opnieuw)$/;
