// A board with the fictional samples, a desk with work, and a writer with a key: the same for every run, so that the
// pages can be compared with what they were.
import { newKey, Server, type Staff } from "./server.ts";

const WORDS = "Ik droom dat iemand vraagt hoe mijn dag was.";

/** Lists are ordered by whole seconds. */
export function nextSecond(): Promise<void> {
  return new Promise((done) => setTimeout(done, 1_050));
}

export class Stage {
  private constructor(
    readonly server: Server,
    readonly facilitator: Staff,
    readonly administrator: Staff,
    readonly answerer: Staff,
    /** Opens one post that waits, one that was declined, one that hangs. */
    readonly key: string,
    /** The post that hangs. */
    readonly hanging: string,
    /** The oldest post that waits. */
    readonly waiting: string,
  ) {}

  static async set(): Promise<Stage> {
    const server = await Server.start();
    const facilitator = await server.signIn(server.account("facilitator", "Noor"));
    server.account("facilitator", "Sam");
    const administrator = await server.signIn(server.account("administrator", "Bea"));
    const answerer = await server.signIn(server.account("answerer", "Kim"));
    server.demo();
    const key = newKey();
    await nextSecond();
    const hanging = await server.post(
      { text: WORDS, direction: "start", role: "young_person", age_band: "from_13_to_15", region: "north" },
      key,
    );
    await server.decide(hanging.id, { decision: "publish", keywords: ["thuis"] }, facilitator);
    await nextSecond();
    const declined = await server.post({ text: "Bel mij op mijn nummer. Dan vertel ik het." }, key);
    await server.decide(declined.id, { decision: "decline", reason: "contact_details" }, facilitator);
    await nextSecond();
    const waiting = await server.post({ text: "Ik wil dat mijn broer mag komen eten.", direction: "stop", role: "parent" }, key);
    await nextSecond();
    await server.post({ text: "Bij mij ging het zo: niemand zei iets. Toen zei ik het maar.", kind: "story" });
    return new Stage(server, facilitator, administrator, answerer, key, hanging.id, waiting.id);
  }
}
