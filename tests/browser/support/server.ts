// Starts the real server on a folder of its own, makes accounts with its own command line, and can end it as a crash
// would. Beside it stands the place where *Weg hier* leads: another origin, as on the internet.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createSite, type Server as Site } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BINARY = process.env.DROOMBORD_SERVER ?? join(import.meta.dirname, "../../../target/release/droombord-server");
const WORDS = readFileSync(
  join(import.meta.dirname, "../../../crates/droombord-domain/src/follow_key/words.txt"),
  "utf8",
)
  .trim()
  .split("\n");

/** The organisation for which every answerer of a test answers. */
export const ORGANISATION = "Jeugdhulp Vlierpad";

export type Role = "facilitator" | "answerer" | "administrator";
export type Account = { name: string; password: string; secret: string; lastStep: number };
/** Somebody who is signed in, as far as the server is concerned. */
export type Staff = { account: Account; cookie: string };
export type Draft = Record<string, unknown> & { text: string };
type OwnPost = { id: string; revision: number; state: string; body: { text: string } | null };
export type Promised = { id: string; organisation: { id: string }; sayings: { id: string }[] };

const LOOPBACK_COOKIE = "droombord-loopback";

const STEP = 30_000;

/**
 * A six-digit code (RFC 6238). The server, whose clock may be `ahead`, takes the code of the step before this one, of this
 * one and of the next, each once; who needs a fourth waits.
 */
export async function code(account: Account, ahead = 0): Promise<string> {
  const now = () => Date.now() + ahead;
  // Not the step before when it is about to be too old.
  const oldest = Math.floor((now() - STEP + 8_000) / STEP);
  const step = Math.max(account.lastStep + 1, oldest);
  const early = (step - 1) * STEP - now();
  if (early > 0) await new Promise((done) => setTimeout(done, early));
  account.lastStep = step;
  const bits = [...account.secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g)!.map((byte) => parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const at = mac[mac.length - 1]! & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Seven words that no other test has. */
export function newKey(): string {
  return Array.from({ length: 7 }, () => WORDS[randomBytes(2).readUInt16BE() % WORDS.length]).join("-");
}

/** A word that no other test has, so that a search finds one post. */
export function newWord(): string {
  return "zeester" + randomBytes(5).toString("hex").replace(/[0-9]/g, (digit) => "ghijklmnop"[Number(digit)]!);
}

/** The calendar day in Amsterdam, so many days from now. */
export function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(Date.now() + days * 86_400_000);
}

export class Server {
  readonly folder = mkdtempSync(join(tmpdir(), "droombord-"));
  url = "";
  /** Where *Weg hier* leads. */
  exit = "";
  private port = 0;
  private settings: Record<string, string> = {};
  /** Whether too many calls are refused; then `x-forwarded-for` says where a call comes from. */
  private limited = false;
  private child?: ChildProcess;
  private site?: Site;
  private people = 0;
  private asked = false;
  private seated?: Promise<Staff>;
  private ahead = 0;

  /** `settings`: more of the environment, as an operator sets it. */
  static async start(settings: Record<string, string> = {}, { limited = false } = {}): Promise<Server> {
    const server = new Server();
    server.settings = settings;
    server.limited = limited;
    server.port = await freePort();
    server.url = `http://127.0.0.1:${server.port}`;
    await server.openSite();
    await server.up();
    return server;
  }

  private async openSite(): Promise<void> {
    const site = createSite((_, answer) => {
      answer.setHeader("content-type", "text/html; charset=utf-8");
      answer.end("<!doctype html><html lang=nl><title>Het weer</title><h1>Het weer</h1><p>Morgen zon.</p>");
    });
    const port = await new Promise<number>((done) => {
      site.listen(0, "127.0.0.1", () => {
        const address = site.address();
        done(typeof address === "object" && address ? address.port : 0);
      });
    });
    this.site = site;
    this.exit = `http://127.0.0.1:${port}/weer`;
  }

  /** Starts it (again) at the same address and on the same folder. */
  async up(more: string[] = []): Promise<void> {
    // After a restart a session may end before its hour: only the hour of its last use was stored.
    this.seated = undefined;
    this.ahead = more[0] === "--days-ahead" ? Number(more[1]) * 86_400_000 : 0;
    const limits = this.limited ? ["--trusted-proxy", "127.0.0.0/8"] : ["--no-limits"];
    this.child = spawn(
      BINARY,
      ["serve", "--data", this.folder, "--listen", `127.0.0.1:${this.port}`, ...limits, "--exit-url", this.exit, ...more],
      {
        stdio: ["ignore", "ignore", "inherit"],
        // What happens to a post is public at once, unless a test is about batches.
        env: { ...process.env, DROOMBORD_LOG: process.env.DROOMBORD_LOG ?? "error", DROOMBORD_LIVE_PAUSE: "0", ...this.settings },
      },
    );
    const until = Date.now() + 20_000;
    for (;;) {
      const ready = await fetch(this.url + "/readyz").then((answer) => answer.ok, () => false);
      if (ready) return;
      if (this.child.exitCode !== null) throw new Error(`the server ended with ${this.child.exitCode}`);
      if (Date.now() > until) throw new Error("the server did not get ready within 20 s");
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Stops it in its tracks: calls arrive and are not answered, until `down` ends it. */
  freeze(): void {
    this.child?.kill("SIGSTOP");
  }

  /** Ends it at once, as a crash would. */
  async down(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  }

  async remove(): Promise<void> {
    await this.down();
    this.site?.closeAllConnections();
    this.site?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** An account that can sign in at once. Without a name it is one that no other test has. */
  account(role: Role = "facilitator", name = `Lezer ${++this.people}`): Account {
    const password = `${name} droomt van de zee`;
    if (role === "answerer") this.organised();
    const more = role === "answerer" ? ["--organisation", ORGANISATION] : [];
    const said = execFileSync(BINARY, ["account", "create", name, "--role", role, ...more, "--data", this.folder], {
      input: password + "\n",
      encoding: "utf8",
      stdio: ["pipe", "pipe", "ignore"],
    });
    const secret = /[?&]secret=([A-Z2-7]+)/.exec(said)?.[1];
    if (!secret) throw new Error("no second factor in: " + said);
    return { name, password, secret, lastStep: 0 };
  }

  /** Signs an account in without a browser. */
  async signIn(account: Account): Promise<Staff> {
    const { name, password } = account;
    const answer = await this.call("POST", "/api/session", {}, { name, password, code: await code(account, this.ahead) });
    const set = answer.headers.getSetCookie().find((line) => line.startsWith(LOOPBACK_COOKIE + "="));
    if (!answer.ok || !set) throw new Error(`${name} cannot sign in: ${answer.status} ${await answer.text()}`);
    return { account, cookie: set.slice(LOOPBACK_COOKIE.length + 1).split(";")[0]! };
  }

  /** A facilitator who is signed in, the same for the whole worker. Not for tests that sign out. */
  reader(): Promise<Staff> {
    return (this.seated ??= this.signIn(this.account()));
  }

  /** The cookie of somebody who is signed in, for a browser context. */
  cookieOf(staff: Staff): { name: string; value: string; url: string; httpOnly: boolean; sameSite: "Strict" } {
    return { name: LOOPBACK_COOKIE, value: staff.cookie, url: this.url, httpOnly: true, sameSite: "Strict" };
  }

  /** The organisation of the answerers is there. */
  private organised(): void {
    if (this.asked) return;
    this.asked = true;
    this.command("organisation", "create", ORGANISATION, "--group", "1");
  }

  /** The operator stops somebody from signing in. */
  disable({ name }: Account): void {
    this.command("account", "disable", name);
  }

  demo(): void {
    this.command("demo");
  }

  /** One command of the operator. */
  private command(...words: string[]): void {
    execFileSync(BINARY, [...words, "--data", this.folder], { stdio: ["ignore", "ignore", "ignore"] });
  }

  /** A post that waits for a reader, sent as the app sends it. */
  async post(draft: Draft, key = newKey()): Promise<{ id: string; key: string }> {
    const headers = { authorization: `Droomsleutel ${key}`, "idempotency-key": randomUUID() };
    const answer = await this.call("POST", "/api/posts", headers, { kind: "dream", lang: "nl", ...draft });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
    return { id: ((await answer.json()) as { id: string }).id, key };
  }

  /** Sends posts from many addresses until no more are taken in; how many were. */
  async flood(): Promise<number> {
    for (let sent = 0; ; sent += 1) {
      const headers = {
        authorization: `Droomsleutel ${newKey()}`,
        "idempotency-key": randomUUID(),
        "x-forwarded-for": `198.51.100.${Math.floor(sent / 40)}`,
      };
      const answer = await this.call("POST", "/api/posts", headers, { kind: "dream", text: `Nog ${sent}.` });
      if (answer.status === 429) return sent;
      if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
    }
  }

  /** A reply that waits for a reader. */
  async reply(to: string, text: string, key = newKey()): Promise<{ id: string; key: string }> {
    const headers = { authorization: `Droomsleutel ${key}`, "idempotency-key": randomUUID() };
    const answer = await this.call("POST", `/api/posts/${to}/replies`, headers, { text });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
    return { id: ((await answer.json()) as { id: string }).id, key };
  }

  /** What a facilitator decides. */
  async decide(id: string, decision: Record<string, unknown>, staff?: Staff): Promise<void> {
    const { cookie } = staff ?? (await this.reader());
    const answer = await this.call(
      "POST",
      `/api/moderation/posts/${id}/decision`,
      { cookie: `${LOOPBACK_COOKIE}=${cookie}` },
      { revision: 1, keywords: [], reason: null, ...decision },
    );
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  /** A post that hangs on the board. */
  async hang(draft: Draft, keywords: string[] = []): Promise<{ id: string; key: string }> {
    const post = await this.post(draft);
    await this.decide(post.id, { decision: "publish", keywords });
    return post;
  }

  /** Asks the organisation of the answerers about a post that hangs; gives the asking. */
  async ask(post: string, staff?: Staff): Promise<string> {
    this.organised();
    const all = (await (await this.call("GET", "/api/organisations", {})).json()) as { items: { id: string; name: string }[] };
    const organisation = all.items.find(({ name }) => name === ORGANISATION)?.id;
    const cookie = `${LOOPBACK_COOKIE}=${(staff ?? (await this.reader())).cookie}`;
    const answer = await this.call("POST", `/api/moderation/posts/${post}/asks`, { cookie }, { organisation });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { items: { id: string }[] }).items.at(-1)!.id;
  }

  /** A first answer, which waits for a facilitator. */
  async answer(asking: string, staff: Staff, words: Record<string, string>): Promise<void> {
    const cookie = `${LOOPBACK_COOKIE}=${staff.cookie}`;
    const body = { revision: 0, by_name: "Samira", by_function: "teamleider wonen", ...words };
    const answer = await this.call("PUT", `/api/answers/${asking}`, { cookie }, body);
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  /** Somebody says that something is wrong with a post. */
  async report(post: string): Promise<void> {
    const answer = await this.call("POST", `/api/posts/${post}/reports`, { "idempotency-key": randomUUID() }, { reason: "untrue" });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  /** A facilitator's yes to a first answer. */
  async placeAnswer(asking: string, staff?: Staff): Promise<void> {
    const cookie = `${LOOPBACK_COOKIE}=${(staff ?? (await this.reader())).cookie}`;
    const answer = await this.call("POST", `/api/moderation/answers/${asking}/decision`, { cookie }, { revision: 1, decision: "publish" });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  /** The writer says of an answer that it was understood, and how it feels. */
  async feels(post: string, asking: string, key: string, verdict: "heard" | "partly" | "not_yet"): Promise<void> {
    for (const [name, value] of [["understood", "yes"], ["verdict", verdict]] as const) {
      const path = `/api/posts/${post}/answers/${asking}/${name}`;
      const answer = await this.call("PUT", path, { authorization: `Droomsleutel ${key}` }, { [name]: value });
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    }
  }

  /** The organisation says that it kept its promise, and a facilitator places that. */
  async keep({ id }: Promised, staff: Staff, facilitator: Staff): Promise<void> {
    const cookie = `${LOOPBACK_COOKIE}=${staff.cookie}`;
    const answer = await this.call("POST", `/api/organisation/promises/${id}/sayings`, { cookie }, { says: "kept" });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    await this.placePromise((await answer.json()) as Promised, facilitator);
  }

  /** What the organisation of an answerer promises, before a day in so many days; it waits for a facilitator. */
  async promise(staff: Staff, days: number, promise: Record<string, unknown>): Promise<Promised> {
    const cookie = `${LOOPBACK_COOKIE}=${staff.cookie}`;
    const body = { direction: "stop", owner: "teamleider wonen", due: dayFromNow(days), ...promise };
    const answer = await this.call("POST", "/api/organisation/promises", { cookie }, body);
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Promised;
  }

  /** A facilitator's yes to a promise. */
  async placePromise({ id, sayings }: Promised, staff: Staff): Promise<void> {
    const cookie = `${LOOPBACK_COOKIE}=${staff.cookie}`;
    const body = { saying: sayings.at(-1)!.id, decision: "publish" };
    const answer = await this.call("POST", `/api/moderation/promises/${id}/decision`, { cookie }, body);
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  /** The post on the board that holds this word. */
  async find(word: string): Promise<string> {
    const answer = await this.call("GET", `/api/posts?q=${word}`, {});
    const [post] = ((await answer.json()) as { items: { id: string }[] }).items;
    if (!post) throw new Error(`nothing on the board holds ${word}`);
    return post.id;
  }

  /** Changes the words of a post, as its writer. */
  async revise(id: string, key: string, revision: number, draft: Draft): Promise<void> {
    const body = { revision, draft: { kind: "dream", lang: "nl", ...draft } };
    const answer = await this.call("PATCH", `/api/posts/${id}`, { authorization: `Droomsleutel ${key}` }, body);
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  async mine(key: string): Promise<OwnPost[]> {
    const answer = await this.call("GET", "/api/mine", { authorization: `Droomsleutel ${key}` });
    return answer.ok ? ((await answer.json()) as { items: OwnPost[] }).items : [];
  }

  private call(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
    return fetch(this.url + path, {
      method,
      headers: body ? { "content-type": "application/json", ...headers } : headers,
      body: body ? JSON.stringify(body) : undefined,
    });
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? done(address.port) : failed(new Error("no port"))));
    });
  });
}
