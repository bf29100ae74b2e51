// Somebody who has dreams on the board's server, opens them with the seven words, and changes, withdraws and erases them.
import { newKey } from "../server.ts";
import { Truth, waiting } from "./texts.ts";
import { plainPiece, squashed, token } from "./words.ts";
import type { World } from "./world.ts";

const ERASED = /^Het is weg\. Overal\.$/gm;
const ALL_GONE = /^Alles is weg\. Ook je sleutel\./m;
const NOT_PLACED = /^Goed\. Wij plaatsen hem niet\.$/m;
const CHANGED = /^Je nieuwe tekst is binnen\./m;
const WAITS = /^Wat je koos, wacht op bereik\.|Wat je koos, blijft hier en gaat straks vanzelf\./m;

/** An own dream, and what its owner wants of it. */
type Dream = { id: string; token: string; text: string; wish?: "erase" | "withdraw" | "change"; wished: string[]; promised?: string };

export class Owner {
  private readonly truth: Truth;
  private allWished = false;

  private constructor(
    private readonly world: World,
    private readonly key: string,
    private readonly dreams: Dream[],
  ) {
    this.truth = new Truth(world.server, world);
    this.truth.learn(key);
  }

  static async with(world: World): Promise<Owner> {
    const key = newKey();
    const dreams: Dream[] = [];
    for (let number = 0; number < 3; number += 1) {
      const mark = token(world.seed, number);
      const text = `Ik droom van ${mark}.${plainPiece(world.dice)}`;
      const { id } = await world.server.post({ text }, key);
      dreams.push({ id, token: mark, text, wished: [] });
    }
    return new Owner(world, key, dreams);
  }

  async begin(): Promise<void> {
    await this.open();
  }

  /** The words are typed, sometimes before the program is there. */
  private async open(): Promise<void> {
    const { world } = this;
    await world.open("/mijn", { late: world.dice.chance(35) });
    await this.typeKey();
  }

  private async typeKey(): Promise<void> {
    const { world } = this;
    const { fields, text } = await world.screen();
    if (!fields.includes("sleutel") || this.dreams.some(({ token }) => text.includes(token))) return;
    const words = this.key.replaceAll("-", " ");
    world.tell("type the seven words");
    const field = world.page.locator("#sleutel");
    const early = world.isLate;
    await field.fill("", { timeout: 3_000 }).catch(() => undefined);
    await field.pressSequentially(words, { timeout: 10_000 }).catch(() => undefined);
    const remember = world.page.getByRole("checkbox", { name: /Onthoud mijn sleutel/ });
    const ticks = world.dice.chance(60) && (await remember.count()) > 0;
    if (ticks) await remember.check({ timeout: 3_000, force: true }).catch(() => undefined);
    if (early) {
      await world.arrive();
      if (world.isReachable) {
        const now = await world.value("sleutel", words);
        if (now !== undefined && now !== words) world.fault("words lost", `of the key ${JSON.stringify(now)} was left at the takeover`);
        if (ticks && (await remember.count()) > 0 && !(await remember.isChecked().catch(() => true))) {
          world.fault("words lost", "a tick was lost at the takeover");
        }
      }
    }
    await world.press(/^Open mijn droom$/);
  }

  async step(): Promise<void> {
    const { world } = this;
    const { dice } = world;
    await world.pass();
    const screen = await world.screen();
    const has = (name: RegExp) => screen.controls.some((control) => name.test(control));
    const dream = dice.pick(this.dreams);
    const mine = (name: string) => has(new RegExp(`^${name} ?: .*${dream.token}`));
    const acts = [
      { weight: 8, act: () => world.befall() },
      { weight: screen.ready || world.isReachable ? 0 : 20, act: () => world.recover() },
      { weight: 2, act: () => world.reload() },
      { weight: 2, act: async () => (await world.kill(), await this.open()) },
      { weight: world.isLate ? 10 : 0, act: () => world.arrive() },
      { weight: mine("Haal weg") ? 5 : 0, act: () => this.erase(dream) },
      { weight: mine("Toch niet plaatsen") ? 4 : 0, act: () => this.withdraw(dream) },
      { weight: mine("Ik pas het zelf aan") ? 6 : 0, act: () => this.change(dream) },
      { weight: has(/^Wat weten jullie van mij\?$/) ? 2 : 0, act: () => this.all() },
      { weight: screen.fields.includes("sleutel") ? 6 : 0, act: () => this.typeKey() },
      { weight: has(/^Probeer opnieuw$/) ? 3 : 0, act: () => world.press(/^Probeer opnieuw$/) },
      { weight: screen.path.startsWith("/mijn") ? 0 : 10, act: () => this.open() },
    ];
    await dice.weighed(acts).act();
    await this.look();
  }

  /** What stands in the card of a dream, once the page has had its turn: other cards still tell of what was done before. */
  private async card(dream: Dream): Promise<string> {
    await this.world.settle();
    return this.world.page.locator(`[aria-labelledby="mijn-${dream.id}"]`).innerText({ timeout: 2_000 }).catch(() => "");
  }

  private about(name: string, dream: Dream): RegExp {
    return new RegExp(`^${name} ?: .*${dream.token}`);
  }

  private async erase(dream: Dream): Promise<void> {
    const { world } = this;
    if (!(await world.press(this.about("Haal weg", dream)))) return;
    if (world.dice.chance(20)) return void (await world.press(/^Nee, laat (hangen|staan)$/));
    world.perhapsStrike();
    dream.wish = "erase";
    // It stays where the dream stood: of dreams that were erased before too.
    const before = (await world.screen()).words.match(ERASED)?.length ?? 0;
    if (!(await world.press(/^Ja, haal weg$/, world.dice.pick(["click", "double"])))) return;
    const { words: text } = await world.screen();
    const all = text.match(ERASED) ?? [];
    const said = all.length > before ? all[0] : undefined;
    if (said && !this.allWished) await world.compare("weg", said, async () => (await this.truth.holding(dream.token)).length === 0);
    // The same words stand nowhere under that sentence.
    if (said && new RegExp(dream.token).test(text)) world.fault("false words", `“${said}”, and the page still shows the words`);
  }

  private async withdraw(dream: Dream): Promise<void> {
    const { world } = this;
    if (!(await world.press(this.about("Toch niet plaatsen", dream)))) return;
    if (world.dice.chance(20)) return void (await world.press(/^Nee, laat staan$/));
    world.perhapsStrike();
    dream.wish = "withdraw";
    if (!(await world.press(/^Ja, niet plaatsen$/))) return;
    const said = NOT_PLACED.exec(await this.card(dream))?.[0];
    if (said) await world.compare("niet geplaatst", said, async () => (await this.state(dream)) === "withdrawn");
  }

  private async state(dream: Dream): Promise<string | undefined> {
    return (await this.truth.own()).find(({ id }) => id === dream.id)?.state;
  }

  private async change(dream: Dream): Promise<void> {
    const { world } = this;
    if (!(await world.press(this.about("Ik pas het zelf aan", dream)))) return;
    const field = `tekst-${dream.id}`;
    const more = ` En ook ${token(world.seed, 50 + world.dice.roll(40))}.`;
    if (!(await world.type(field, more))) return;
    const typed = (await world.value(field)) ?? "";
    if (!typed.includes(more.trim())) world.fault("words lost", `the field holds ${JSON.stringify(typed)} without ${JSON.stringify(more)}`);
    if (world.dice.chance(10)) return void (await world.press(/^Laat zoals het was$/));
    world.perhapsStrike();
    if (!(await world.press(/^Verstuur mijn nieuwe tekst$/, world.dice.pick(["click", "double"])))) return;
    dream.wish = "change";
    dream.wished.push(typed);
    const { fields } = await world.screen();
    const text = await this.card(dream);
    const said = CHANGED.exec(text)?.[0];
    const isThere = async () => (await this.truth.holding(dream.token)).some((one) => squashed(one) === squashed(typed));
    if (said) await world.compare("veranderd", said, isThere);
    const waits = WAITS.exec(text)?.[0];
    if (waits) await world.compare("wacht", waits, isThere, async () => (await waiting(world)).includes(dream.id));
    if (said || waits) dream.promised = typed;
    // Neither there nor waiting: it stands in the field.
    if (!said && !waits && fields.includes(field)) {
      const now = await world.value(field);
      if (now !== undefined && squashed(now) !== squashed(typed)) world.fault("words lost", `the field holds ${JSON.stringify(now)} after a failure`);
    }
  }

  /** Everything under the key goes. */
  private async all(): Promise<void> {
    const { world } = this;
    if (!(await world.press(/^Wat weten jullie van mij\?$/))) return;
    if (world.dice.chance(30)) return;
    if (!(await world.press(/^Haal alles weg$/))) return;
    if (world.dice.chance(40)) return void (await world.press(/^Nee, laat staan$/));
    world.perhapsStrike();
    this.allWished = true;
    if (!(await world.press(/^Ja, haal alles weg$/))) return;
    const { text } = await world.screen();
    const said = ALL_GONE.exec(text)?.[0];
    if (said) await world.compare("alles weg", said, async () => (await this.truth.own()).length === 0);
  }

  /** A page that says that something is gone does not show it. */
  private async look(): Promise<void> {
    const { text } = await this.world.screen();
    const gone = ALL_GONE.exec(text)?.[0];
    if (!gone) return;
    const shown = this.dreams.find(({ token }) => text.includes(token));
    if (shown) this.world.fault("false words", `“${gone}”, and the page still shows ${shown.token}`);
  }

  async settle(): Promise<void> {
    const { world } = this;
    await world.calm();
    await world.open("/mijn");
    for (let turn = 0; turn < 100; turn += 1) {
      await world.page.evaluate(() => dispatchEvent(new Event("online"))).catch(() => undefined);
      const list = await waiting(world);
      if (!this.dreams.some(({ id }) => list.includes(id))) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    const mine = await world.screen();
    for (const dream of this.dreams) {
      const there = await this.truth.holding(dream.token);
      if (there.length > 1) world.fault("twice", `${dream.token} is there ${there.length} times`);
      // Nobody wished anything, or only another text: then there is one of the two.
      const may = [dream.text, ...dream.wished].map(squashed);
      const isGone = this.allWished || dream.wish === "erase" || dream.wish === "withdraw";
      if (isGone) continue;
      if (!there.some((one) => may.includes(squashed(one)))) {
        world.fault("words lost", `nobody asked to take ${dream.token} away; on the server: ${JSON.stringify(there)}`);
      }
      // What was said to be there, or to go by itself, is there, or still stands on this page with its words.
      const promised = squashed(dream.promised ?? "");
      if (promised && !there.some((one) => squashed(one) === promised) && !squashed(mine.text).includes(promised)) {
        world.fault("words lost", `${JSON.stringify(dream.promised)} was to be there; on the server: ${JSON.stringify(there)}`);
      }
    }
  }
}

