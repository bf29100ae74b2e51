// A facilitator at the desk: reads, places or declines, signs out and in again.
import { newKey, type Staff } from "../server.ts";
import { token } from "./words.ts";
import type { World } from "./world.ts";

const PLACED = /^Geplaatst op het bord\./m;
const DECLINED = /^.*De schrijver krijgt de brief\./m;
const SIGNED_OUT = /^Je bent uitgelogd\.?$/m;

export class Reader {
  private readonly key = newKey();
  private number = 0;

  private constructor(
    private readonly world: World,
    private staff: Staff,
  ) {}

  static async at(world: World): Promise<Reader> {
    const reader = new Reader(world, await world.server.signIn(world.server.account()));
    await world.context.addCookies([{ ...world.server.cookieOf(reader.staff), url: world.wire.url }]);
    return reader;
  }

  private post = "";

  private async another(): Promise<void> {
    if (!this.world.isUp) return;
    this.number += 1;
    this.post = (await this.world.server.post({ text: `Ik droom van ${token(this.world.seed, this.number)}.` }, this.key)).id;
  }

  async begin(): Promise<void> {
    await this.another();
    await this.world.open(`/leestafel/${this.post}`);
  }

  async step(): Promise<void> {
    const { world } = this;
    await world.pass();
    const { controls, fields, ready } = await world.screen();
    const has = (name: RegExp) => controls.some((control) => name.test(control));
    const acts = [
      { weight: 7, act: () => world.befall() },
      { weight: ready || world.isReachable ? 0 : 20, act: () => world.recover() },
      { weight: 2, act: () => world.reload() },
      { weight: 1, act: async () => (await world.kill(), await world.open(`/leestafel/${this.post}`)) },
      { weight: 3, act: async () => (await this.another(), await world.open(`/leestafel/${this.post}`)) },
      { weight: has(/^Plaatsen$/) ? 7 : 0, act: () => this.place() },
      { weight: has(/^Niet plaatsen$/) ? 5 : 0, act: () => this.decline() },
      { weight: has(/^Plaatsen$/) || has(/^Log uit$/) ? 4 : 0, act: () => this.signOut() },
      { weight: fields.includes("naam") ? 12 : 0, act: () => this.signIn() },
      { weight: has(/^Probeer opnieuw$/) ? 3 : 0, act: () => world.press(/^Probeer opnieuw$/) },
    ];
    await world.dice.weighed(acts).act();
    await this.look();
  }

  private async place(): Promise<void> {
    await this.decide("geplaatst", PLACED, async () => {
      const { world } = this;
      return (await world.press(/^Plaatsen$/)) && world.press(/^Plaats op het bord$/, world.dice.pick(["click", "double"]));
    });
  }

  private async decline(): Promise<void> {
    await this.decide("niet geplaatst", DECLINED, async () => {
      const { world } = this;
      if (!(await world.press(/^Niet plaatsen$/)) || !(await world.choose("reden-recognisable"))) return false;
      return world.press(/^Plaats niet en stuur de brief$/);
    });
  }

  /** After a decision the next post is there, and what was said of the one before still stands. */
  private async decide(name: string, sentence: RegExp, press: () => Promise<boolean>): Promise<void> {
    const { world } = this;
    const before = sentence.test((await world.screen()).text);
    const from = world.wire.heard.length;
    world.perhapsStrike();
    if (!(await press())) return;
    const said = sentence.exec((await world.screen()).text)?.[0];
    if (!said || before) return;
    await world.compare(name, said, async () =>
      world.wire.heard
        .slice(from)
        .some(({ method, path, status }) => method === "POST" && path.endsWith("/decision") && status !== undefined && status < 300),
    );
  }

  private async signOut(): Promise<void> {
    // On a phone the way out stands beside the list.
    await this.world.open("/leestafel");
    this.world.perhapsStrike();
    await this.world.press(/^Log uit$/, this.world.dice.pick(["click", "double"]));
  }

  private async signIn(): Promise<void> {
    const { world } = this;
    // A code of the app would have to be waited for: another session of the same person does.
    if (!world.isUp) return;
    world.tell("sign in");
    this.staff = await world.server.signIn(world.server.account());
    await world.context.addCookies([{ ...world.server.cookieOf(this.staff), url: world.wire.url }]);
    await world.open(`/leestafel/${this.post}`);
  }

  /** Whoever reads that they are signed out is. */
  private async look(): Promise<void> {
    const { world } = this;
    const { text } = await world.screen();
    const said = SIGNED_OUT.exec(text)?.[0];
    if (!said) return;
    const { name, value } = world.server.cookieOf(this.staff);
    await world.compare("uitgelogd", said, async () => {
      const answer = await fetch(`${world.server.url}/api/session`, { headers: { cookie: `${name}=${value}` } });
      return answer.status === 401;
    });
  }

  async settle(): Promise<void> {
    await this.world.calm();
    await this.world.open(`/leestafel/${this.post}`);
    await this.look();
  }
}
