// Many lines side by side through a real proxy, in the rhythm in which a line is closed just as it is used again: no call may be lost.
//
// LINES=50 tries fewer. PROXY=nginx tries one.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Proxy, type Kind } from "../support/proxy.ts";
import { newKey, Server } from "../support/server.ts";

/** Where the records go that `cargo xtask prove` adds up. */
const FOLDER = process.env.DROOMBORD_PROOF;
const LINES = Number(process.env.LINES ?? 500);
const KINDS: Kind[] = process.env.PROXY ? [process.env.PROXY as Kind] : ["caddy", "nginx"];

/** How long the server and the proxy keep a line: as 150 s stands to 120 s, a thirtieth of it. */
const SERVER = 5;
const KEPT = 4_000;
/** Calls come at the end of the shorter time, a little before and after it, and at the end of the longer one. */
const RHYTHM = [KEPT - 40, KEPT, KEPT + 40, KEPT - 10, KEPT + 10, SERVER * 1_000 - 20, SERVER * 1_000, SERVER * 1_000 + 20];
/** The other way round, for comparison: the server closes first, as it did. */
const HASTY = 2;
const EARLY = Array.from({ length: 20 }, (_, at) => HASTY * 1_000 - 50 + at * 4);

/** One line of a visitor. */
class Line {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  constructor(private readonly port: number) {}

  /** Sends a post, or asks to send one without saying what; tells the status of the answer. Neither is one that a proxy may send twice. */
  send(whole: boolean): Promise<number> {
    const body = whole ? JSON.stringify({ kind: "dream", text: "Ik droom van een lijn die blijft." }) : "{}";
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      ...(whole ? { authorization: `Droomsleutel ${newKey()}`, "idempotency-key": randomUUID() } : {}),
    };
    return new Promise((done) => {
      const call = request(
        { host: "127.0.0.1", port: this.port, path: "/api/posts", method: "POST", agent: this.agent, headers },
        (answer) => answer.resume().on("end", () => done(answer.statusCode ?? 0)),
      );
      call.on("error", () => done(0)).end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

const pause = (time: number) => new Promise((done) => setTimeout(done, time));

/** All lines send together, wait together, and send again; how often there was which status. */
async function walk(port: number, rhythm: number[], whole: boolean): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  const lines = Array.from({ length: LINES }, () => new Line(port));
  for (const wait of [0, ...rhythm]) {
    await pause(wait);
    for (const status of await Promise.all(lines.map((line) => line.send(whole)))) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }
  lines.forEach((line) => line.close());
  return statuses;
}

for (const kind of KINDS) {
  test(`${LINES} lines through ${kind}`, async () => {
    test.setTimeout(600_000);
    const server = await Server.start({ DROOMBORD_KEEP_ALIVE: String(SERVER) });
    const hasty = await Server.start({ DROOMBORD_KEEP_ALIVE: String(HASTY) });
    const proxy = await Proxy.start(kind, server.url, KEPT);
    const over = await Proxy.start(kind, hasty.url, KEPT);
    try {
      const stream = proxy.listen((SERVER + 2) * 1_000);
      const sent = await walk(proxy.port, RHYTHM, true);
      const { said, open } = await stream;
      const asked = await walk(proxy.port, RHYTHM, false);
      const early = await walk(over.port, EARLY, false);
      const count = (...statuses: Map<number, number>[]) => statuses.flatMap((one) => [...one.values()]).reduce((sum, it) => sum + it, 0);
      const passed = open && said.includes("event:");
      const record = {
        calls: count(sent, asked),
        "502": (sent.get(502) ?? 0) + (asked.get(502) ?? 0),
        answered: (sent.get(201) ?? 0) + (asked.get(400) ?? 0),
        early: early.get(502) ?? 0,
        stream: Number(passed),
      };
      const lines = Object.entries(record).map(([name, value]) => `${kind}:${name} ${value}`);
      if (FOLDER) writeFileSync(join(FOLDER, `${kind}.record`), lines.join("\n") + "\n");
      console.log(lines.join(", "));
      expect([...sent, ...asked], "every call got the server's own answer").toEqual([
        [201, LINES * (RHYTHM.length + 1)],
        [400, LINES * (RHYTHM.length + 1)],
      ]);
      expect(passed, "the live stream comes at once and stays open").toBe(true);
    } finally {
      await Promise.all([proxy.remove(), over.remove()]);
      await Promise.all([server.remove(), hasty.remove()]);
    }
  });
}
