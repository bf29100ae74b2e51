// A walk: one seed moves one person, one phone and one line. Gives what went wrong, and what was compared.
import type { Browser, BrowserContextOptions } from "@playwright/test";
import type { Server } from "../server.ts";
import { World, type Fault } from "./world.ts";
import { Writer } from "./writer.ts";
import { Owner } from "./owner.ts";
import { Visitor } from "./visitor.ts";
import { Reader } from "./reader.ts";

/** Somebody who does one thing after another. */
export interface Person {
  begin(): Promise<void>;
  step(): Promise<void>;
  /** Everything works again: whether all is as it was said. */
  settle(): Promise<void>;
}

export type Outcome = { seed: number; who: string; steps: number; compared: Record<string, number>; faults: Fault[]; story: string[] };

/** Ten seeds in a row are these people. */
const PEOPLE: readonly [string, (world: World) => Promise<Person>][] = [
  ["writes a dream", Writer.dream],
  ["owns dreams", Owner.with],
  ["writes a dream", Writer.dream],
  ["visits a post", Visitor.at],
  ["writes a reply", Writer.reply],
  ["reads at the desk", Reader.at],
  ["writes a dream", Writer.dream],
  ["owns dreams", Owner.with],
  ["writes a dream", Writer.dream],
  ["visits a post", Visitor.at],
];

export async function walk(seed: number, browser: Browser, server: Server, options: BrowserContextOptions): Promise<Outcome> {
  const [who, make] = PEOPLE[seed % PEOPLE.length]!;
  const world = await World.make(seed, browser, server, options);
  try {
    const person = await make(world);
    await person.begin();
    const steps = 16 + world.dice.roll(10);
    for (let step = 0; step < steps; step += 1) await person.step();
    await person.settle();
    return { seed, who, steps, compared: world.compared, faults: world.faults, story: world.story };
  } catch (error) {
    throw new Error(`seed ${seed} (${who}): ${world.story.join("\n  ")}`, { cause: error });
  } finally {
    await world.end();
  }
}

/** A walk in words, for whoever has to find out. */
export function told({ seed, who, faults, story }: Outcome): string {
  const wrong = faults.map(({ kind, what }) => `${kind}: ${what}`).join("\n");
  return `SEED=${seed}: somebody who ${who}\n${wrong}\n\n${story.map((step, at) => `${at + 1}. ${step}`).join("\n")}`;
}
