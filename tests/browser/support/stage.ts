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
    /** A sample that was answered, and one that waits for its answer. */
    readonly answered: string,
    readonly asked: string,
    /** What is asked of the answerer, who has not answered yet. */
    readonly asking: string,
    /** The organisation of the answerer, which promised something. */
    readonly organisation: string,
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
    const [answered, asked] = [await server.find("hond"), await server.find("fluisteren")];
    const asking = await server.ask(asked, facilitator);
    await nextSecond();
    const sent = await server.ask(await server.find("laptop"), facilitator);
    await server.answer(sent, answerer, {
      understood_text: "Jij hebt te weinig tijd voor ieder kind. Dat doet jou ook verdriet.",
      does_text: "Wij halen de helft van de lijsten weg. De casus schrijven we samen op.",
    });
    const promised = await server.promise(answerer, 60, {
      what: "Niemand fluistert meer op de gang over een kind. Wij praten mét elkaar.",
      posts: [asked, hanging.id],
    });
    await server.placePromise(promised, facilitator);
    await nextSecond();
    await server.promise(answerer, 200, { what: "Wij lezen elk dossier samen met het kind.", posts: [asked], direction: "turn_back" });
    return new Stage(server, facilitator, administrator, answerer, key, hanging.id, waiting.id, answered, asked, asking, promised.organisation.id);
  }
}
