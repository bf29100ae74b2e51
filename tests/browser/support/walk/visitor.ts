// Somebody who reads a post, reacts to it, and says that something is not right.
import { token } from "./words.ts";
import type { Heard } from "../wire.ts";
import type { World } from "./world.ts";

const REACTIONS = { "Ik hoor je": "hear", "Dat herken ik": "recognise", "Ik doe mee": "join" } as const;
type Name = keyof typeof REACTIONS;

const THANKS = /^Dank je\. .*$/m;
const REPORTED = /Een begeleider kijkt ernaar\./;

export class Visitor {
  private constructor(
    private readonly world: World,
    private readonly id: string,
  ) {}

  static async at(world: World): Promise<Visitor> {
    const { id } = await world.server.hang({ text: `Ik droom van ${token(world.seed, 1)}. Met een dak.` });
    return new Visitor(world, id);
  }

  async begin(): Promise<void> {
    await this.open();
  }

  private async open(): Promise<void> {
    await this.world.open(`/droom/${this.id}`, { late: this.world.dice.chance(35) });
  }

  async step(): Promise<void> {
    const { world } = this;
    await world.pass();
    const { path, fields, ready } = await world.screen();
    const at = path.startsWith(`/droom/${this.id}`);
    const acts = [
      { weight: 7, act: () => world.befall() },
      { weight: world.isLate ? 8 : 0, act: () => world.arrive() },
      { weight: ready || world.isReachable ? 0 : 20, act: () => world.recover() },
      { weight: 2, act: () => world.reload() },
      { weight: 2, act: async () => (await world.kill(), await this.open()) },
      { weight: at ? 14 : 0, act: () => this.react() },
      { weight: 4, act: () => this.report(fields.includes("reden-untrue")) },
      { weight: at ? 1 : 6, act: () => this.open() },
    ];
    await world.dice.weighed(acts).act();
  }

  /** What the server said last of a reaction of this device. */
  private given(name: Name): boolean {
    return this.last(name)?.method === "PUT";
  }

  private last(name: Name): Heard | undefined {
    const calls = this.world.wire.heard.filter(
      ({ path, status }) => path.endsWith(`/${this.id}/supports/${REACTIONS[name]}`) && status !== undefined && status < 300,
    );
    return calls.at(-1);
  }

  private async pressed(name: Name): Promise<boolean | undefined> {
    const button = this.world.page.getByRole("button", { name, exact: true }).first();
    return button.getAttribute("aria-pressed", { timeout: 2_000 }).then((it) => it === "true", () => undefined);
  }

  private async react(): Promise<void> {
    const { world } = this;
    const name = world.dice.pick(Object.keys(REACTIONS) as Name[]);
    world.perhapsStrike();
    if (!(await world.press(new RegExp(`^${name}$`)))) return;
    if (world.isLate && world.dice.chance(60)) await world.arrive();
    const { text } = await world.screen();
    const said = THANKS.exec(text)?.[0];
    // A thank-you of an earlier press may still stand; what counts is a button that is pressed now.
    if (said && !world.isLate && (await this.pressed(name))) {
      const waits = /wacht op bereik/.test(text);
      if (!waits) await world.compare("gereageerd", said, async () => this.given(name));
    }
  }

  private async report(isHere: boolean): Promise<void> {
    const { world } = this;
    const late = world.dice.chance(50);
    if (!isHere) await world.open(`/melden?bij=${this.id}`, { late });
    const reason = world.dice.pick(["untrue", "hurtful", "other"]);
    const words = `Dit klopt niet, ${token(world.seed, 2)}.`;
    const early = world.isLate;
    if (!(await world.choose(`reden-${reason}`))) return;
    const field = world.page.locator("#app textarea").first();
    const id = (await field.getAttribute("id", { timeout: 2_000 }).catch(() => null)) ?? "";
    await field.fill("", { timeout: 2_000 }).catch(() => undefined);
    if (!(await world.type(id, words))) return;
    if (early) {
      await world.arrive();
      const ready = await world.page.locator("#app[data-ready]").count();
      if (ready) {
        const now = await world.value(id, words);
        if (now !== undefined && now !== words) world.fault("words lost", `of a report ${JSON.stringify(now)} was left at the takeover`);
        const ticked = await world.page.locator(`#reden-${reason}`).isChecked({ timeout: 2_000 }).catch(() => true);
        if (!ticked) world.fault("words lost", "the reason of a report was lost at the takeover");
      }
    }
    world.perhapsStrike();
    if (!(await world.press(/^Verstuur$/, world.dice.pick(["click", "double"])))) return;
    const { text, fields } = await world.screen();
    const said = REPORTED.exec(text)?.[0];
    if (said) {
      const calls = () => world.wire.heard.filter(({ method, path, status }) => method === "POST" && path.endsWith("/reports") && status === 204);
      await world.compare("gemeld", said, async () => calls().length > 0);
    } else if (fields.includes(id) && !world.isLate) {
      const now = await world.value(id);
      if (now !== undefined && now !== words) world.fault("words lost", `of a report ${JSON.stringify(now)} was left after a failure`);
    }
  }

  /** What the buttons show as given, the server has; but for an answer that was lost, of which the page cannot know. */
  async settle(): Promise<void> {
    const { world } = this;
    await world.calm();
    for (let turn = 0; turn < 20; turn += 1) {
      await world.open(`/droom/${this.id}`);
      await world.page.evaluate(() => dispatchEvent(new Event("online"))).catch(() => undefined);
      await world.settle();
      if ((await this.wrong()).length === 0) break;
    }
    for (const wrong of await this.wrong()) world.fault("false words", wrong);
  }

  private async wrong(): Promise<string[]> {
    const all: string[] = [];
    for (const name of Object.keys(REACTIONS) as Name[]) {
      const shown = await this.pressed(name);
      if (shown && !this.given(name) && !this.last(name)?.lost) all.push(`“${name}” is shown as given, and it is not so`);
    }
    return all;
  }
}
