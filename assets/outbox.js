/* The outbox: calls that wait for a network, kept on this device until they have arrived. Pages where somebody writes have it, and the
   service worker (the build puts it in front of `sw.js`). What a call says is sealed with a key that this browser does not give out:
   that makes throwing away quick, and is no protection against whoever holds the unlocked phone.

   A call is kept before it leaves, under the number that makes it repeatable; one tab at a time sends; it goes when the server has said yes or
   a final no. What is written is one string of JSON, so that the app's types decide what stands in it. */
self.droombordOutbox ??= (() => {
  "use strict";
  const NAME = "droombord";
  /** The name of the lock, of the channel and of the event. */
  const LOCK = "droombord-outbox";
  /** The name of the lock on the database as a whole. */
  const BASE = "droombord-base";
  const PATIENCE = 20_000;
  /** *Weg hier* was pressed, or this is somebody else's phone: nothing may be made again. */
  const keepsNothing = () => self.document?.documentElement.hidden || (self.document && self.name === "los");

  const channel = new BroadcastChannel(LOCK);
  const heard = () => self.document && dispatchEvent(new Event(LOCK));
  /** What was taken out by hand while this page was open: it did not arrive. */
  const dropped = new Set();
  channel.onmessage = ({ data }) => (data && dropped.add(data), heard());
  const tell = (out) => (channel.postMessage(out ?? ""), out && dropped.add(out), heard());

  /** One transaction. Only "create" makes a database where there is none: what was thrown away does not come back by a late answer. */
  const within = (mode, act) =>
    new Promise((done, failed) => {
      if (keepsNothing()) return failed(new Error("nothing is kept"));
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        if (mode !== "create") return asked.transaction.abort();
        asked.result.createObjectStore("calls", { keyPath: "id" });
        asked.result.createObjectStore("keys");
      };
      asked.onerror = (event) => (event.preventDefault(), asked.error.name === "AbortError" ? done(undefined) : failed(asked.error));
      asked.onblocked = () => failed(new Error("blocked"));
      asked.onsuccess = () => {
        const base = asked.result;
        // Throwing everything away waits for nobody.
        base.onversionchange = () => base.close();
        const change = base.transaction(["calls", "keys"], mode === "readonly" ? mode : "readwrite", { durability: "strict" });
        const answer = act(change.objectStore("calls"), change.objectStore("keys"));
        change.oncomplete = () => (base.close(), done(answer.result));
        change.onabort = () => (base.close(), failed(change.error));
      };
    });

  const keyOf = () => within("readonly", (_, keys) => keys.get("key"));
  /** The key of this device; the first tab to make one wins. */
  const newKey = async () => {
    const there = await keyOf();
    if (there) return there;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await within("create", (_, keys) => keys.add(made, "key")).catch(() => undefined);
    return keyOf();
  };

  const sealed = async (call, key) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const words = new TextEncoder().encode(JSON.stringify(call));
    return { iv, words: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, words) };
  };
  const unsealed = async ({ iv, words }, key) =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, words)));

  const write = (kept) => within("readwrite", (calls) => calls.put(kept));
  const drop = (id) => within("readwrite", (calls) => calls.delete(id));

  /** Everything that waits, oldest first, unsealed. What cannot be unsealed can never be sent: it goes. */
  const all = async () => {
    const kept = (await within("readonly", (calls) => calls.getAll())) ?? [];
    const key = kept.length && (await keyOf());
    const open = [];
    for (const one of kept.sort((a, b) => a.order - b.order)) {
      await unsealed(one, key).then((call) => open.push({ ...one, call }), () => drop(one.id));
    }
    return open;
  };

  /** The numbers of a proof of work, which a flooded server asks: see `ProofWanted`. SHA-256 by hand, because the browser's own answers
      only later, and a hundred thousand times later is too late. Text that does not change is mixed in once. */
  const work = ({ challenge, parts, bits }, id) => {
    const factors = [];
    const start = [];
    for (let n = 2; factors.length < 64; n += 1) {
      let by = 2;
      while (n % by) by += 1;
      if (by < n) continue;
      if (start.length < 8) start.push((Math.sqrt(n) * 2 ** 32) | 0);
      factors.push((Math.cbrt(n) * 2 ** 32) | 0);
    }
    const w = new Int32Array(64);
    const turn = (x, by) => (x >>> by) | (x << (32 - by));
    const mix = (state, view, at) => {
      for (let t = 0; t < 16; t += 1) w[t] = view.getInt32(at + 4 * t);
      for (let t = 16; t < 64; t += 1) {
        const [x, y] = [w[t - 15], w[t - 2]];
        w[t] = (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[t - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)) + w[t - 16];
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let t = 0; t < 64; t += 1) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + factors[t] + w[t]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      return [a, b, c, d, e, f, g, h].map((word, at) => (word + state[at]) | 0);
    };
    const numbers = [];
    for (let part = 0; part < parts; part += 1) {
      const text = new TextEncoder().encode(`${challenge}:${id}:${part}:00000000`);
      const bytes = new Uint8Array(((text.length + 72) >> 6) << 6);
      bytes.set(text);
      bytes[text.length] = 0x80;
      const view = new DataView(bytes.buffer);
      view.setUint32(bytes.length - 4, text.length * 8);
      const fixed = ((text.length - 8) >> 6) << 6;
      let state = start;
      for (let at = 0; at < fixed; at += 64) state = mix(state, view, at);
      for (let number = 0; ; number += 1) {
        let rest = number;
        for (let digit = 1; digit <= 8; digit += 1, rest = Math.floor(rest / 10)) bytes[text.length - digit] = 48 + (rest % 10);
        let hash = state;
        for (let at = fixed; at < bytes.length; at += 64) hash = mix(hash, view, at);
        if (Math.clz32(hash[0]) < bits) continue;
        numbers.push(String(number).padStart(8, "0"));
        break;
      }
    }
    return `${challenge}:${numbers}`;
  };
  // The page asks this same file, in a worker: it stays quick meanwhile. The service worker is one already.
  if (!self.document && !self.registration) onmessage = ({ data: [proof, id] }) => postMessage(work(proof, id));
  const here = self.document?.currentScript?.src;
  const prove = async (proof, id) => {
    if (!here) return work(proof, id);
    const worker = new Worker(here);
    const looks = document.documentElement.dataset;
    looks.busy = "";
    try {
      return await new Promise((done, failed) => {
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = failed;
        worker.postMessage([proof, id]);
      });
    } finally {
      worker.terminate();
      delete looks.busy;
    }
  };

  /** Whether a call takes words of the writer away. */
  const takesAway = ({ method, path }) => method === "DELETE" ? !path.includes("/supports/") : path.endsWith("/withdrawal");
  /** Pages of posts that are kept for reading may hold what is taken away: they go. */
  const unread = async () => {
    if (keepsNothing()) return;
    for (const name of await caches.keys()) {
      // What is thrown away meanwhile is not made again.
      const cache = (await caches.has(name)) && (await caches.open(name));
      for (const asked of cache ? await cache.keys() : []) {
        if (/^(\/en)?\/($|droom\/|beloftes|organisatie\/)/.test(new URL(asked.url).pathname)) await cache.delete(asked);
      }
    }
  };

  const isOurs = (answer, kind) => answer.headers.get("content-type")?.startsWith(kind);
  const ask = ({ method, path, headers, body }) =>
    fetch(path, { method, headers, body: body ?? undefined, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE) });

  /** Whether a change that is refused now was made by an earlier try of it, whose answer was lost. */
  const isDone = async ({ done, headers, path }) => {
    if (!done) return false;
    const answer = await ask({ method: "GET", path: "/api/mine", headers: { authorization: headers.authorization } });
    if (!answer.ok) return false;
    const post = (await answer.json()).items.find(({ id }) => path.includes(id));
    return done.state ? post?.state === done.state : post?.body?.text === done.text;
  };

  /** Sends one. `true` when it need not be sent again; throws when there is no network. */
  const send = async ({ call, ...kept }) => {
    // Surely no network: it has not left, and can still be taken back.
    if (navigator.onLine === false) throw new Error("no network");
    // Before it leaves: what may have arrived is no longer the writer's alone to take back.
    await write({ ...kept, tried: true });
    let answer = await ask(call);
    if (answer.status === 429 && isOurs(answer, "application/problem+json")) {
      const { proof } = await answer.json();
      if (proof) answer = await ask({ ...call, headers: { ...call.headers, "droombord-proof": await prove(proof, call.headers["idempotency-key"]) } });
    }
    if (answer.ok && (answer.status === 204 || isOurs(answer, "application/json"))) {
      // Once more: a page may have been fetched while it waited.
      if (takesAway(call)) await unread().catch(() => undefined);
      return drop(kept.id).then(() => true);
    }
    // Not from our server, or not now: later.
    if (answer.status === 429 || answer.status >= 500 || !isOurs(answer, "application/problem+json")) return false;
    const { code } = await answer.json();
    const isGone = call.method === "DELETE" && ["erased", "not_found", "key_unknown"].includes(code);
    const isNews = call.about.what !== "reaction";
    if (isGone || !isNews || (kept.tried && (await isDone(call)))) return drop(kept.id).then(() => true);
    // An erased post leaves no words here either.
    const left = code === "erased" ? { ...call, headers: {}, body: null, about: { ...call.about, text: "" } } : call;
    await write({ ...kept, ...(await sealed(left, await keyOf())), tried: true, refused: code ?? "unknown" });
    return true;
  };

  /** Now, if ever. */
  const tryNow = async () => {
    // In a browser, or at an address, where nothing can be kept, nothing waits.
    await Promise.resolve().then(flush).catch(() => undefined);
  };
  if (self.document) {
    for (const when of ["load", "online", "pageshow"]) addEventListener(when, tryNow);
    addEventListener("visibilitychange", () => document.hidden || tryNow());
  }

  let again = 0;
  let pause = 0;
  /** Sends what waits. One tab, or the worker, at a time. Gives how many still wait. */
  const flush = () =>
    navigator.locks.request(LOCK, async () => {
      let wait = 0;
      let silent = false;
      for (const one of await all()) {
        if (one.refused || keepsNothing()) continue;
        const over = !silent && (await send(one).catch(() => ((silent = true), false)));
        if (!over) wait += 1;
      }
      clearTimeout(again);
      // While a page is open it tries by itself, ever more slowly.
      pause = wait ? Math.min((pause || 7_500) * 2, 300_000) : 0;
      if (wait && self.document) again = setTimeout(tryNow, pause);
      tell();
      return wait;
    });

  return {
    /** Keeps a call, which is one string of JSON: `id`, `method`, `path`, `headers`, `body`, `about`, `done`. */
    async put(json) {
      const call = JSON.parse(json);
      await navigator.locks.request(BASE, { mode: "shared" }, async () => {
        const seal = await sealed(call, await newKey());
        const before = await within("readonly", (calls) => calls.get(call.id));
        const kept = { id: call.id, order: Date.now(), tried: before?.tried ?? false, ...seal };
        await within("create", (calls) => calls.put(kept));
      });
      if (takesAway(call)) await unread().catch(() => undefined);
      dropped.delete(call.id);
      tell();
      // Where there is such a thing, the browser wakes the worker when there is a network, also when all pages are closed.
      if (self.document) navigator.serviceWorker?.getRegistration().then((at) => at?.sync?.register("droombord")).catch(() => undefined);
    },
    /** What waits, as JSON, without what opens it. */
    async list() {
      const open = await all();
      return JSON.stringify(open.map(({ id, tried, refused, call }) => ({ id, tried, refused: refused ?? null, about: call.about })));
    },
    /** Takes one out, once nothing is being sent: it may have left in the meantime, and is gone from here then. */
    async drop(id) {
      await navigator.locks.request(LOCK, async () => {
        if (!(await within("readonly", (calls) => calls.get(id)))) return;
        await drop(id);
        tell(id);
      });
    },
    /** Whether that happened, as "1". */
    async wasDropped(id) {
      return dropped.has(id) ? "1" : "";
    },
    /** Leaves no trace that it was ever here, unless something waits: that is for whoever sent it to throw away. */
    empty: () =>
      navigator.locks.request(BASE, { ifAvailable: true }, async (isMine) => {
        if (!isMine || (await within("readonly", (calls) => calls.count()))) return;
        await new Promise((done) => {
          const asked = indexedDB.deleteDatabase(NAME);
          asked.onsuccess = asked.onerror = asked.onblocked = done;
        });
      }),
    /** Something of the writer's was taken away by a call that does not pass through here. */
    unread,
    /** A proof of work for a call that does not pass through here: what is asked and the number of the call, as JSON. */
    prove: (json) => prove(...JSON.parse(json)),
    flush,
  };
})();
