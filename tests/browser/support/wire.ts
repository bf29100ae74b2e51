// A wire between a browser and the server that a test can cut, also after the server has heard and before it is heard; and in which an
// answer can be another one, as after a deploy.
import { createServer, request, type IncomingMessage, type Server as HttpServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Server } from "./server.ts";

/** What becomes of a call. */
export type Fate =
  | "through"
  | "never arrives"
  | "hangs"
  | "answer lost"
  /** The server has done it, and half of its answer comes. */
  | "answer cut"
  | Answer;
/** Somebody else's answer. */
export type Answer = { status: number; body: string; type?: string; headers?: Record<string, string> };
/** A call that reached the server, and what the server itself said of it, whoever heard that. */
export type Heard = { method: string; path: string; headers: IncomingMessage["headers"]; status?: number; lost?: boolean };

export class Wire {
  url = "";
  /** Everything that the server heard, in order. */
  readonly heard: Heard[] = [];
  /** Whether nothing passes at all. */
  cut = false;
  /** What becomes of each call; asked as it comes. */
  fate: (method: string, path: string) => Fate = () => "through";
  /** What is changed in an answer. */
  change: (path: string, body: string) => string = (_, body) => body;
  private readonly calls: HttpServer;
  private underWay = 0;
  private held?: { pattern: RegExp; until: Promise<void> };
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    this.calls = createServer((call, answer) => {
      const fate = this.cut ? "never arrives" : this.fate(call.method ?? "GET", call.url ?? "/");
      if (fate === "never arrives") return void call.socket.destroy();
      if (fate === "hangs") return;
      if (typeof fate === "object") {
        answer.writeHead(fate.status, { "content-type": fate.type ?? "text/plain", "cache-control": "no-store", ...fate.headers });
        return void answer.end(fate.body);
      }
      if (this.held?.pattern.test(call.url ?? "/")) return void this.held.until.then(() => this.onward(call, answer, fate));
      this.onward(call, answer, fate);
    });
    this.calls.on("connection", (socket) => {
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket));
    });
  }

  static async to(server: Server): Promise<Wire> {
    const wire = new Wire(server);
    await new Promise<void>((done) => wire.calls.listen(0, "127.0.0.1", done));
    wire.url = `http://127.0.0.1:${(wire.calls.address() as AddressInfo).port}`;
    return wire;
  }

  private onward(call: IncomingMessage, answer: ServerResponse, fate: Fate): void {
    const told: Heard = { method: call.method ?? "GET", path: call.url ?? "/", headers: call.headers };
    this.heard.push(told);
    // News is a stream without an end.
    const counts = !told.path.startsWith("/api/events");
    if (counts) this.underWay += 1;
    const over = () => {
      if (counts) this.underWay -= 1;
    };
    // As it is, so that it can be read and changed; and whole, also when the browser knows it.
    const headers = { ...call.headers, "accept-encoding": "identity", connection: "close" };
    delete headers["if-none-match"];
    const onward = request(this.server.url + call.url, { method: call.method, headers }, (heard) => {
      told.status = heard.statusCode;
      const answered = this.pass(call, heard).then((body) => {
        if (fate === "answer lost" || this.cut || call.socket.destroyed) {
          told.lost = true;
          return void call.socket.destroy();
        }
        const { "content-length": _, ...rest } = heard.headers;
        answer.writeHead(heard.statusCode ?? 500, rest);
        answer.end(fate === "answer cut" ? body.subarray(0, body.length / 2) : body);
      });
      // A stream of news ends with its server, in the midst of it.
      answered.catch(() => call.socket.destroy()).finally(over);
    });
    onward.on("error", () => {
      if (told.status === undefined) over();
      call.socket.destroy();
    });
    call.pipe(onward);
  }

  /** Keeps calls for these addresses waiting until the function is called that it gives. */
  hold(pattern: RegExp): () => void {
    let release = () => {};
    this.held = { pattern, until: new Promise((done) => (release = done)) };
    return () => {
      this.held = undefined;
      release();
    };
  }

  /** Waits until the server has answered everything that reached it. */
  async quiet(): Promise<void> {
    const until = Date.now() + 10_000;
    while (this.underWay > 0 && Date.now() < until) await new Promise((done) => setTimeout(done, 10));
  }

  /** Cuts it: also what is on its way is lost. */
  sever(): void {
    this.cut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.cut = false;
  }

  async remove(): Promise<void> {
    this.sever();
    await new Promise((done) => this.calls.close(done));
  }

  private async pass(call: IncomingMessage, heard: IncomingMessage): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of heard) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (!/javascript|html/.test(heard.headers["content-type"] ?? "")) return body;
    return Buffer.from(this.change(call.url ?? "/", body.toString("utf8")));
  }
}
