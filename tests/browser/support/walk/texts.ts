// What somebody wrote in a walk, where it may be, and where it truly is.
import type { Server } from "../server.ts";
import { squashed } from "./words.ts";
import type { World } from "./world.ts";

/** One text, from its first letter on. */
export type Text = {
  /** A word of this text alone. */
  token: string;
  /** What was typed into it so far. */
  words: string;
  kind: "dream" | "story" | "reply";
  /** With a reply: to which post. */
  to?: string;
  /** As it was whenever *verstuur* was pressed. */
  sent: string[];
  /** The writer threw it away, or took it back and has another one now. */
  dropped?: boolean;
  /** A screen said that it is not sent: it never comes. */
  takenBack?: boolean;
};

type Own = { id: string; state: string; body: { text: string } | null };

/** The server, asked by itself: no line and no page stands between. */
export class Truth {
  private readonly keys = new Set<string>();

  constructor(
    private readonly server: Server,
    private readonly world: World,
  ) {}

  /** A key that this walk knows. */
  learn(key: string): void {
    this.keys.add(key);
  }

  /** Every key under which something was sent. */
  private known(): string[] {
    for (const { headers } of this.world.wire.heard) {
      const key = /^Droomsleutel (\S+)$/.exec(headers.authorization ?? "")?.[1];
      if (key) this.keys.add(key);
    }
    return [...this.keys];
  }

  async own(): Promise<Own[]> {
    const all = await Promise.all(this.known().map((key) => this.server.mine(key)));
    return all.flat();
  }

  /** The texts on the server that hold this word. */
  async holding(token: string): Promise<string[]> {
    const all = await this.own();
    return all.flatMap(({ body }) => (body?.text.includes(token) ? [body.text] : []));
  }

  /** Whether a text is there exactly once, as it was sent. */
  async isThere(text: Text): Promise<boolean> {
    const there = await this.holding(text.token);
    return there.length === 1 && text.sent.some((sent) => squashed(sent) === squashed(there[0]!));
  }
}

/** What waits on the phone, as the phone itself shows it to the app. */
export async function waiting(world: World): Promise<string> {
  const list = world.page.evaluate(async () => {
    const outbox = (globalThis as { droombordOutbox?: { list(): Promise<string> } }).droombordOutbox;
    return outbox ? await outbox.list() : "";
  });
  return list.catch(() => "");
}
