/* The outbox: calls that wait for a network, kept on this device until they have arrived. Pages where somebody writes have it, and the
   service worker (the build puts it in front of `sw.js`). What a call says is sealed with a key that this browser does not give out:
   that makes throwing away quick, and is no protection against whoever holds the unlocked phone.

   A call is kept before it leaves, under the number that makes it repeatable; one tab at a time sends; its words go when the server itself
   has said yes, and a mark stays that it arrived: that something is not here says nothing. What is written is one string of JSON, so that the
   app's types decide what stands in it. */
self.droombordOutbox ??= (() => {
  "use strict";
  const NAME = "droombord";
  /** The name of the lock, of the channel and of the event. */
  const LOCK = "droombord-outbox";
  /** The name of the lock on the database as a whole. */
  const BASE = "droombord-base";
  /** The device answers within this time, or has failed; so does a line; and a lock that was not free for so long is taken. In ms. */
  const [SOON, PATIENCE, HUNG] = [4_000, 25_000, 90_000];
  /** That this arrived is remembered of so many calls, for the page that asks. */
  const MANY = 20;
  /** Codes with which the server judges a call, or wants something of somebody first: all else goes again. As in `outcome.rs` of the domain,
      with which a test compares this line. */
  const OVER = /*outcome*/ ["not_found", "too_large", "invalid_fields", "key_unknown", "key_taken", "not_signed_in", "sign_in_failed", "second_factor_required", "second_factor_enrolment", "new_password_required", "needs_https", "forbidden", "stale_revision", "not_allowed_now", "needs_another_facilitator", "idempotency_key_reused", "erased", "name_taken"];
  /** Codes with which the server says that it is busy: compared likewise. */
  const BUSY = /*busy*/ ["proof_needed", "too_many_requests", "busy"];
  /** No wait that somebody asks for is longer, in ms. */
  const HOUR = 3600_000;
  /** *Weg hier* was pressed, or this is somebody else's phone: nothing may be made again. */
  const keepsNothing = () => self.document?.documentElement.hidden || (self.document && self.name === "los");

  /** Nothing waits for ever: after this time it has failed. */
  const soon = (work, time = SOON) => {
    let late;
    const end = new Promise((_, failed) => (late = setTimeout(() => failed(new Error("silent")), time)));
    return Promise.race([work, end]).finally(() => clearTimeout(late));
  };
  /** Does something under a lock. When that cannot be had soon, it fails and nothing is done, also not later. */
  const locked = (name, how, act) => {
    const stop = new AbortController();
    return new Promise((done, failed) => {
      const late = setTimeout(() => (stop.abort(), failed(new Error("locked"))), SOON);
      const begin = (lock) => {
        clearTimeout(late);
        return stop.signal.aborted ? undefined : act(lock);
      };
      const signal = how.steal || how.ifAvailable ? undefined : stop.signal;
      navigator.locks.request(name, { ...how, signal }, begin).then(done, failed);
    });
  };

  const channel = new BroadcastChannel(LOCK);
  const heard = () => self.document && dispatchEvent(new Event(LOCK));
  /** What was taken out by hand while this page was open: it did not arrive. */
  const dropped = new Set();
  channel.onmessage = ({ data }) => (data && dropped.add(data), heard());
  const tell = (out) => (channel.postMessage(out ?? ""), out && dropped.add(out), heard());

  /** One transaction. Only "create" makes a database where there is none: what was thrown away does not come back by a late answer. */
  const within = (mode, act) => {
    let stop;
    const work = new Promise((done, failed) => {
      if (keepsNothing()) return failed(new Error("nothing is kept"));
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        if (stop || mode !== "create") return asked.transaction.abort();
        asked.result.createObjectStore("calls", { keyPath: "id" });
        asked.result.createObjectStore("keys");
      };
      asked.onerror = (event) => (event.preventDefault(), asked.error.name === "AbortError" ? done(undefined) : failed(asked.error));
      asked.onblocked = () => failed(new Error("blocked"));
      asked.onsuccess = () => {
        const base = asked.result;
        // Somebody has gone another way meanwhile.
        if (stop) return base.close();
        // Throwing everything away waits for nobody.
        base.onversionchange = () => base.close();
        const change = base.transaction(["calls", "keys"], mode === "readonly" ? mode : "readwrite", { durability: "strict" });
        stop = () => change.abort();
        const answer = act(change.objectStore("calls"), change.objectStore("keys"));
        change.oncomplete = () => (base.close(), done(answer.result));
        change.onabort = () => (base.close(), failed(change.error));
      };
    });
    return soon(work).catch((why) => {
      const end = stop;
      stop = () => undefined;
      try {
        end?.();
      } catch {
        // It has ended already.
      }
      throw why;
    });
  };

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

  const one = (id) => within("readonly", (calls) => calls.get(id));
  /** Changes one that is there, at once; nothing when it was taken out meanwhile. Gives it as it was. */
  const update = (id, change) =>
    within("readwrite", (calls) => {
      const asked = calls.get(id);
      asked.onsuccess = () => {
        const after = asked.result && !asked.result.arrived && change(asked.result);
        if (after) calls.put(after);
      };
      return asked;
    });
  /** Takes one out, if it may; gives it as it was. */
  const take = (id, may) =>
    within("readwrite", (calls) => {
      const asked = calls.get(id);
      asked.onsuccess = () => asked.result && may(asked.result) && calls.delete(id);
      return asked;
    });
  /** It is on the server: said by a mark without words, as long as there are not too many of them. */
  const arrive = async (id) => {
    await update(id, ({ order }) => ({ id, order, arrived: true }));
    const marks = ((await within("readonly", (calls) => calls.getAll())) ?? []).filter(({ arrived }) => arrived);
    const old = marks.sort((a, b) => b.order - a.order).slice(MANY);
    if (old.length) await within("readwrite", (calls) => old.map(({ id }) => calls.delete(id)).at(-1));
  };

  /** Everything that waits, oldest first, unsealed. What cannot be unsealed now has no `call`, and stays: a browser may not give the key
      today and give it tomorrow. */
  const all = async () => {
    const kept = ((await within("readonly", (calls) => calls.getAll())) ?? []).filter(({ arrived }) => !arrived);
    const key = kept.length && (await keyOf().catch(() => undefined));
    const open = kept.sort((a, b) => a.order - b.order).map(async (one) => ({ ...one, call: await soon(unsealed(one, key)).catch(() => undefined) }));
    return Promise.all(open);
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
      const done = new Promise((done, failed) => {
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = failed;
        worker.postMessage([proof, id]);
      });
      return await soon(done, 2 * PATIENCE);
    } finally {
      worker.terminate();
      delete looks.busy;
    }
  };

  /** Whether a call takes words of the writer away. */
  const takesAway = ({ method, path }) => method === "DELETE" ? !path.includes("/supports/") : path.endsWith("/withdrawal");
  /** Pages of posts that are kept for reading may hold what is taken away: they go. */
  const unread = () => soon(forget());
  const forget = async () => {
    if (keepsNothing()) return;
    for (const name of await caches.keys()) {
      // What is thrown away meanwhile is not made again.
      const cache = (await caches.has(name)) && (await caches.open(name));
      for (const asked of cache ? await cache.keys() : []) {
        if (/^(\/en)?\/($|droom\/|beloftes|organisatie\/)/.test(new URL(asked.url).pathname)) await cache.delete(asked);
      }
    }
  };

  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  /** How long `Retry-After` asks to wait, in ms, as in `outcome.rs`; 0 when it makes no sense. */
  const waitOf = (said, date) => {
    const text = said?.trim() ?? "";
    const wait = /^\d+$/.test(text) ? text * 1000 : text.endsWith("GMT") ? Date.parse(text) - Date.parse(date) : NaN;
    return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 1000), HOUR);
  };
  /** Makes a call, and reads the answer. It is ours when it repeats the number that was made for this very try: see `outcome.rs`. */
  const ask = async ({ method, path, headers, body }) => {
    const number = hex(crypto.getRandomValues(new Uint8Array(8)));
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const how = { method, headers: { ...headers, "droombord-call": number }, body: body ?? undefined, cache: "no-store", redirect: "error" };
      const answer = await fetch(path, { ...how, signal: stop.signal });
      const said = (name) => answer.headers.get(name);
      const json = await answer.json().catch(() => undefined);
      const wait = waitOf(said("retry-after"), said("date"));
      return { status: answer.status, json, ours: said("droombord-call") === number, takenIn: said("idempotency-key"), wait };
    } finally {
      clearTimeout(late);
    }
  };
  /** Whether an answer is the yes that this call expects: the status, from us, and about what was sent. */
  const isYes = ({ status, json, ours, takenIn }, { method, path, headers }) => {
    if (!ours) return false;
    if (method === "DELETE" || method === "PUT") return status === 204;
    const number = headers["idempotency-key"];
    if (status !== 200 && status !== 201) return false;
    return number ? takenIn === number && typeof json?.id === "string" : typeof json?.id === "string" && path.includes(json.id);
  };

  /** Whether a change that is refused now was made by an earlier try of it, whose answer was lost. */
  const isDone = async ({ done, headers, path }) => {
    if (!done) return false;
    const { ours, status, json } = await ask({ method: "GET", path: "/api/mine", headers: { authorization: headers.authorization } });
    const post = ours && status === 200 ? json?.items?.find(({ id }) => path.includes(id)) : undefined;
    return done.state ? post?.state === done.state : post?.body?.text === done.text;
  };

  /** How it is kept that the server is busy, and that it is left alone until then. */
  const busy = (is, wait) => ({ busy: is, after: is && wait ? Date.now() + wait : 0 });
  /** How long a busy server is still to be left alone about one. A clock that was put back keeps nothing for longer. */
  const rests = ({ after }) => (after > Date.now() && after - Date.now() <= HOUR ? after - Date.now() : 0);

  /** Sends one. `true` when it need not be sent again; throws when there is no network. */
  const send = async ({ call, id, tried }) => {
    // Surely no network: it has not left, and can still be taken back.
    if (navigator.onLine === false) throw new Error("no network");
    // Before it leaves: what may have arrived is no longer the writer's alone to take back.
    if (!(await update(id, (kept) => ({ ...kept, tried: true, unread: undefined })))) return true;
    let answer = await ask(call);
    if (answer.ours && answer.status === 429 && answer.json?.proof) {
      const proof = await prove(answer.json.proof, call.headers["idempotency-key"]);
      answer = await ask({ ...call, headers: { ...call.headers, "droombord-proof": proof } });
    }
    const isReaction = call.about.what === "reaction";
    const arrived = async () => {
      await (isReaction ? take(id, () => true) : arrive(id));
      return true;
    };
    if (isYes(answer, call)) {
      // Once more: a page may have been fetched while it waited.
      if (takesAway(call)) await unread().catch(() => undefined);
      return arrived();
    }
    const code = answer.ours && answer.status >= 400 ? answer.json?.code : undefined;
    if (!OVER.includes(code)) {
      // Not judged by us: it waits, and says whether somebody else answered, or the server is busy and until when.
      await update(id, (kept) => ({ ...kept, foreign: !answer.ours, ...busy(BUSY.includes(code), answer.wait) }));
      return false;
    }
    // Erased under words that open it: that is what was wanted. Words that open nothing erased nothing.
    const isGone = call.method === "DELETE" && code === "erased";
    if (isGone || isReaction || (tried && (await isDone(call)))) return arrived();
    // An erased post leaves no words here either.
    const left = code === "erased" ? { ...call, headers: {}, body: null, about: { ...call.about, text: "" } } : call;
    const seal = await sealed(left, await keyOf());
    await update(id, (kept) => ({ ...kept, ...seal, tried: true, refused: code }));
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
  /** How long until a busy server can be asked again, in ms; 0 when nothing waits for that. */
  let rest = 0;
  /** Since when the lock could not be had. */
  let since = 0;
  const sendAll = async () => {
    let wait = 0;
    let silent = false;
    /** Whether the server is busy with reactions, and with all else: these are counted apart. */
    const full = {};
    const rested = [];
    for (const one of await all()) {
      if (one.refused || keepsNothing()) continue;
      if (!one.call) await update(one.id, (kept) => ({ ...kept, unread: true })).catch(() => undefined);
      const isSent = one.call && !silent && !full[one.what] && !rests(one);
      const broke = async () => {
        silent = true;
        // What is to be said now is that there is no network.
        if (one.busy) await update(one.id, (kept) => ({ ...kept, ...busy(false) })).catch(() => undefined);
      };
      if (isSent && (await send(one).catch(broke))) continue;
      wait += 1;
      const after = await within("readonly", (calls) => calls.get(one.id)).catch(() => undefined);
      if (after?.busy) full[one.what] = true;
      if (after && rests(after)) rested.push(rests(after));
    }
    // Phones behind one address do not come back all at once.
    rest = rested.length && Math.min(...rested) * (1 + Math.random() / 4) + 1_000 * Math.random();
    // While a page is open it tries by itself, ever more slowly.
    pause = wait > rested.length ? Math.min((pause || 7_500) * 2, 300_000) : 0;
    later();
    tell();
    return wait;
  };
  const later = () => {
    clearTimeout(again);
    const spread = pause * (1 + Math.random() / 8);
    const next = Math.min(spread || Infinity, rest || Infinity);
    if (next < Infinity && self.document) again = setTimeout(tryNow, next);
  };
  /** Sends what waits. One tab, or the worker, at a time: but one that hangs does not keep the others from it, since every call can be made
      twice. Gives how many still wait. */
  const flush = async () => {
    const hangs = since && Date.now() - since > HUNG;
    try {
      return await locked(LOCK, hangs ? { steal: true } : {}, () => ((since = 0), sendAll()));
    } catch (why) {
      if (why?.message === "locked") {
        since ||= Date.now();
        pause ||= 15_000;
        later();
      }
      throw why;
    }
  };

  return {
    /** Keeps a call, which is one string of JSON: `id`, `method`, `path`, `headers`, `body`, `about`, `done`, and `wait`: the seconds for which
        a server that was busy a moment ago is to be left alone. */
    async put(json) {
      const { wait, ...call } = JSON.parse(json);
      await locked(BASE, { mode: "shared" }, async () => {
        const seal = await soon(newKey().then((key) => sealed(call, key)));
        const all = (await within("readonly", (calls) => calls.getAll())) ?? [];
        const before = all.find(({ id }) => id === call.id);
        // Behind all that is there, also when this device's clock was put back meanwhile.
        const order = Math.max(Date.now(), ...all.map((other) => other.order + 1));
        const kept = { id: call.id, order, tried: before?.tried ?? false, what: call.about.what, ...busy(!!wait, wait * 1000), ...seal };
        await within("create", (calls) => calls.put(kept));
      });
      if (takesAway(call)) await unread().catch(() => undefined);
      dropped.delete(call.id);
      tell();
      pause ||= 15_000;
      if (wait) rest ||= wait * 1000;
      later();
      // Where there is such a thing, the browser wakes the worker when there is a network, also when all pages are closed.
      if (self.document) navigator.serviceWorker?.getRegistration().then((at) => at?.sync?.register("droombord")).catch(() => undefined);
    },
    /** What waits, as JSON, without what opens it. What cannot be read now says so, but for reactions, which a tap makes anew. */
    async list() {
      const shown = (await all()).filter(({ call, what }) => call || what !== "reaction");
      const told = shown.map(({ id, tried, refused, foreign, busy, what, call }) => {
        const about = call?.about ?? { what: what ?? (id.includes("/") ? "change" : "post"), kind: "", text: "" };
        return { id, tried, refused: refused ?? null, foreign: !!foreign, busy: !!busy, unread: !call, about };
      });
      return JSON.stringify(told);
    },
    /** What became of one: "arrived", "waits", "foreign" (it waits, and somebody else answered), "busy", "unread" (the device cannot read it now),
        "dropped", or with which code it was refused; nothing when it is not known here. */
    async fate(id) {
      const kept = await one(id);
      if (!kept) return dropped.has(id) ? "dropped" : "";
      if (kept.arrived) return "arrived";
      return kept.refused ?? (kept.unread ? "unread" : kept.busy ? "busy" : kept.foreign ? "foreign" : "waits");
    },
    /** Takes one out, whatever became of it. */
    async drop(id) {
      const kept = await take(id, ({ arrived }) => !arrived);
      if (kept && !kept.arrived) tell(id);
    },
    /** Takes one out that has not left; "1" when that is so. */
    async takeBack(id) {
      const kept = await take(id, ({ tried, arrived }) => !tried && !arrived);
      if (!kept || kept.tried || kept.arrived) return "";
      tell(id);
      return "1";
    },
    /** Leaves no trace that it was ever here, unless something waits: that is for whoever sent it to throw away. */
    empty: () =>
      locked(BASE, { ifAvailable: true }, async (isMine) => {
        const kept = await within("readonly", (calls) => calls.getAll());
        if (!isMine || kept?.some(({ arrived }) => !arrived)) return;
        const asked = indexedDB.deleteDatabase(NAME);
        await soon(new Promise((done) => (asked.onsuccess = asked.onerror = asked.onblocked = done)));
      }),
    /** Something of the writer's is taken away by a call that does not pass through here. */
    unread: () => unread().finally(tell),
    /** A proof of work for a call that does not pass through here: what is asked and the number of the call, as JSON. */
    prove: (json) => prove(...JSON.parse(json)),
    flush,
    /** How long until a busy server can be asked again, in ms; 0 when nothing waits for that. */
    rest: () => rest,
  };
})();
