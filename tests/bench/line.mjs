// A slow line: everything that a browser asks of some servers passes here, also what a service worker asks and what the browser asks
// before it has a page (Chromium's own slow network reaches neither). It counts what passes, can hold it back, and can be cut.
import { connect, createServer } from "node:net";
import { NETWORK } from "./phone.mjs";

const HALF = NETWORK.latency / 2;

export class Line {
  url = "";
  /** As quick as the machine; for getting ready. */
  quick = true;
  /** How many bytes came to the browser, and when: `[moment, bytes]`. */
  came = [];
  #isHeld = false;
  #isCut = false;
  #sockets = new Set();
  #waiting = [];
  /** Until when the line is busy, each way. */
  #busy = { down: 0, up: 0 };

  static async to(server) {
    const line = new Line();
    const { hostname, port } = new URL(server);
    line.ear = createServer((near) => {
      if (line.#isCut) return near.destroy();
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) {
        socket.setNoDelay(true);
        line.#sockets.add(socket);
        socket.on("error", () => undefined);
        socket.on("close", () => line.#sockets.delete(socket));
      }
      const [down, up] = [[], []];
      near.on("data", (bytes) => line.#pass(bytes, far, "up", up));
      far.on("data", (bytes) => line.#pass(bytes, near, "down", down));
      near.on("close", () => far.destroy());
      // What is on its way arrives first.
      far.on("close", () => (down.length === 0 ? near.destroy() : down.push(undefined)));
    });
    await new Promise((done) => line.ear.listen(0, "127.0.0.1", done));
    line.url = `http://127.0.0.1:${line.ear.address().port}`;
    return line;
  }

  /** Bytes wait for their turn on the line, and then half a round trip. */
  #pass(bytes, to, way, queue) {
    if (this.#isHeld) return void this.#waiting.push([bytes, to, way, queue]);
    const now = Date.now();
    const rate = (way === "down" ? NETWORK.downloadThroughput : NETWORK.uploadThroughput) / 1000;
    // In pieces, as a line brings them.
    for (let at = 0; at < bytes.length; at += 1460) {
      queue.push(bytes.subarray(at, at + 1460));
      this.#busy[way] = this.quick ? now : Math.max(this.#busy[way], now) + Math.min(1460, bytes.length - at) / rate;
      // Whichever wait is over first, what came first goes first.
      setTimeout(() => this.#arrive(to, way, queue), this.quick ? 0 : this.#busy[way] + HALF - now);
    }
  }

  #arrive(to, way, queue) {
    const piece = queue.shift();
    if (!piece || to.destroyed) return;
    if (way === "down") this.came.push([Date.now(), piece.length]);
    to.write(piece);
    if (queue.length === 1 && !queue[0]) to.destroy();
  }

  /** Nothing passes from now on; what comes waits. */
  hold() {
    this.#isHeld = true;
  }

  /** What waited goes on its way. */
  release() {
    this.#isHeld = false;
    for (const held of this.#waiting.splice(0)) this.#pass(...held);
  }

  /** There is no network any more. */
  cut() {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend() {
    this.#isCut = false;
  }

  /** How many bytes came until a moment. */
  until(moment) {
    return this.came.filter(([at]) => at <= moment).reduce((sum, [, bytes]) => sum + bytes, 0);
  }

  async close() {
    this.cut();
    await new Promise((done) => this.ear.close(done));
  }
}
