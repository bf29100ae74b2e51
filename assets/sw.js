/* The service worker: what was there once is there without a network. Written by hand and kept small; see docs/decisions/0005-phone.md.

   Pages come from the network first; what is kept is shown when the network is silent. The board alone is shown at once from what is kept
   today, and the app looks whether it is still so (`src/pages/hanging.rs`). Files whose names change with their content come from what is
   kept. Only what is ours and whole is kept: a portal or a filter may answer in the server's place. Of other pages (the desk) nothing is
   kept; when nobody answers, a page says so that has help and *Weg hier*. Nothing else passes through here: no call to the server's API,
   nothing with a key or a cookie's answer.
   Whatever goes wrong in here, the browser asks the network as if this were not there. */
"use strict";
// The build writes its own number and files here.
const { build, looks, programs, sums } = /*droombord:files*/ { build: "", looks: [], programs: [], sums: {} };
const SHELF = "droombord-" + build;
/** So long the network may be silent before what is kept is shown, in ms. */
const SILENT = 3_000;
/** The board is shown at once when it was kept no longer ago than this, in ms. */
const TODAY = 24 * 3600_000;
/** Posts are kept so long, in ms, and so many pages of them: what left the board may not live on here. */
const LONG = 14 * 24 * 3600_000;
const MANY = 40;
/** Pages that are the same for everybody and change only with the program, by their path without language. */
const SAME = ["/deel", "/mijn", "/hulp", "/over", "/regels", "/privacy", "/toegankelijkheid", "/zonder-internet"];
const WRITING = ["/deel", "/mijn"];
/** Shown in the place of a page that is neither here nor answered. */
const INSTEAD = "/zonder-internet";

/** Where things are kept. A shelf that was thrown away (*Weg hier*, somebody else's phone) is not made again by coming back to it. */
let shelf;
const opened = () => (shelf ??= reopened());
async function reopened() {
  if (!(await caches.has(SHELF))) return;
  const cache = await caches.open(SHELF);
  if ((await cache.keys()).length > 0) return cache;
  // It was thrown away between the two, and opening made it again.
  await caches.delete(SHELF);
}

const rootOf = (path) => (/^\/en(\/|$)/.test(path) ? "/en" : "");

/** How a page is kept: under which address, whether posts are on it, and whether the board's program shows it. Nothing for pages that are
    not kept. */
function kindOf({ pathname, search }) {
  const root = rootOf(pathname);
  const bare = pathname.slice(root.length) || "/";
  if (SAME.includes(bare)) return { address: root + bare, posts: false, board: false };
  if (bare === "/") return { address: root + bare + search, posts: true, board: true, atOnce: true };
  if (/^\/droom\/[\w-]+$/.test(bare)) return { address: root + bare, posts: true, board: true, askedByApp: true };
  if (/^\/(beloftes|organisatie\/[\w-]+)$/.test(bare)) return { address: root + bare + search, posts: true, board: false };
}

/** Addresses at which there is no page. */
const NO_PAGE = /^\/(api|app|own|staff)\/|^\/\w+z$|\.\w+$/;
/** The pages that somebody has open. */
const here = async () =>
  (await clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ url }) => new URL(url)).filter(({ pathname }) => !NO_PAGE.test(pathname));

/** Brings pages, in the language of whoever is here. One at a time: the line may be thin. */
async function bringPages(paths) {
  const cache = await opened();
  for (const root of new Set((await here()).map(({ pathname }) => rootOf(pathname)))) {
    for (const path of paths) {
      // Whoever has left is not kept waiting for.
      if ((await here()).length === 0) return;
      if (!(await cache?.match(root + path, { ignoreVary: true }))) await fresh(root + path, root + path).catch(() => undefined);
    }
  }
}

/** Brings the pages of posts that were read elsewhere than through here. */
async function bringRead(paths) {
  const cache = await opened();
  for (const pathname of paths) {
    const kind = kindOf({ pathname, search: "" });
    const known = !cache || !kind || navigator.connection?.saveData || (await cache.match(kind.address, { ignoreVary: true }));
    if (!known) await fresh(kind.address, kind.address).catch(() => undefined);
  }
}

/** Fills the shelf with what every page needs, help and the board. */
async function fill() {
  const cache = await (shelf = caches.open(SHELF));
  for (const file of looks) await bring(cache, file).catch(() => undefined);
  await bringPages(["/hulp", INSTEAD, "/"]);
  // What the page has loaded already costs nothing; the rest comes later, if at all.
  for (const file of programs) await bring(cache, file, { cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined);
  // Whoever has left meanwhile may have left by *Weg hier*.
  if ((await here()).length > 0) return;
  await caches.delete(SHELF);
  throw new Error("nobody is here");
}

/** Puts a file on the shelf, from an older shelf when it is there: its name says that it is the same. */
async function bring(cache, address, how) {
  const there = await caches.match(address, { ignoreVary: true });
  if (!there || !(await shelve(cache, address, there))) await shelve(cache, address, await fetch(address, how));
}

/** Keeps a file that is what its name says; `false` for what a portal or a filter sent in its place, or half of it. */
async function shelve(cache, address, answer) {
  const bytes = answer.ok && (await answer.clone().arrayBuffer());
  const sum = bytes && fingerprint(new Uint8Array(bytes));
  if (!bytes || !(address.includes(`-${sum}.`) || sums[address] === sum)) return false;
  await cache.put(address, answer);
  return true;
}

/** The number in a file's name, or beside the names of those that share one: FNV-1a, 64 bits, of its bytes and then their number (`xtask/src/fingerprint.rs`). */
function fingerprint(bytes) {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  const add = (number) => {
    low = (low ^ number) >>> 0;
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + ((low << 8) >>> 0)) % 2 ** 32;
    low = product % 2 ** 32;
  };
  for (const byte of bytes) add(byte);
  add(bytes.length);
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}

/** Whether this is a page of ours, and all of it: a portal or a filter may answer in its place, also with 200 or 404. */
const isOurs = (html) => /id="first-data">[^]*<\/html>\s*$/.test(html);

/** Pages of words, asked for by a page that has been open for a while, when nobody counts bytes. Whoever only reads does not pay for the
    program of those who write: that comes (`all`) for who opened one of its pages, or put the app on the phone. */
async function more(all) {
  if (!(await caches.has(SHELF))) await fill();
  const cache = await opened();
  if (!cache || navigator.connection?.saveData) return;
  await bringPages(all ? SAME : SAME.filter((path) => !WRITING.includes(path)));
  for (const file of programs) {
    if ((all || file.startsWith("/app/")) && !(await cache.match(file, { ignoreVary: true }))) await bring(cache, file).catch(() => undefined);
  }
}

/** Asks the server for a page. What it brings is kept under an address, without keeping the page waiting. */
async function fresh(asked, address, early, later) {
  const answer = (await early) ?? (await fetch(asked));
  const kept = keep(address, answer.clone());
  if (later) later(kept.catch(() => undefined));
  else await kept;
  return answer;
}

async function keep(address, answer) {
  const cache = address && (await opened());
  const left = answer.status === 404 || answer.status === 410;
  if (!cache || answer.redirected || !(answer.ok || left)) return;
  const html = await answer.text();
  if (!isOurs(html)) return;
  // It left the board.
  if (left) return cache.delete(address);
  const headers = new Headers(answer.headers);
  headers.set("x-kept", String(Date.now()));
  const now = momentOf(answer);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  // A page of a newer version than this worker is never shown without asking: its program is not here.
  const files = html.match(/\/app\/[\w-]+-[0-9a-f]{16}\.(js|wasm)\b/g) ?? [];
  if (files.every((file) => programs.includes(file) || looks.includes(file))) headers.set("x-ours", "");
  await cache.put(address, new Response(dated(html, rootOf(address), now), { headers }));
  const posts = (await cache.keys()).map(({ url }) => new URL(url)).filter((url) => kindOf(url)?.posts);
  // In the order in which they came; the board itself stays.
  const others = posts.filter(({ pathname, search }) => search || !/^\/(en\/)?$/.test(pathname));
  for (const url of others.slice(0, Math.max(0, others.length - MANY))) await cache.delete(url);
  for (const url of posts) {
    const kept = await cache.match(url);
    // Between two answers of the server: this device's clock may have leapt meanwhile, and nothing is thrown away for that.
    if (kept && now - momentOf(kept) > LONG) await cache.delete(url);
  }
}

/** When the server gave an answer, by its own clock. */
const momentOf = (answer) => Date.parse(answer.headers.get("date")) || Date.now();
/** How long ago a page was kept, by this device's clock: less than nothing when that was put back. */
const ageOf = (answer) => Date.now() - Number(answer.headers.get("x-kept"));
/** What no clock can say is as good as old: one that was put back by months keeps nothing alive. */
const isOld = (answer) => Math.abs(ageOf(answer)) > LONG;

/** Whether a kept page may be shown without waiting for the network: not when somebody asked for it anew. */
function standsNow(kept, request) {
  const age = ageOf(kept);
  return age >= 0 && age <= TODAY && kept.headers.has("x-ours") && request.cache === "default";
}

async function page(event, url, { address, posts, board, atOnce }) {
  const { request } = event;
  let later = () => undefined;
  // It may go on after the page was shown.
  event.waitUntil(new Promise((done) => (later = done)));
  // The page of a reply begins with somebody's words: without a network the page for writing is shown without them.
  const now = fresh(request, /[?&]bij=/.test(request.url) ? undefined : address, event.preloadResponse, later);
  now.catch(later);
  const cache = await opened().catch(() => undefined);
  const root = rootOf(url.pathname);
  let [kept, isWhole] = await Promise.all([cache?.match(address, { ignoreVary: true }), atOnce && hasApp(cache)]);
  if (kept && posts && isOld(kept)) kept = undefined;
  // The app looks whether it is still so; surely without a network, that is said at once.
  if (kept && isWhole && standsNow(kept, request)) return navigator.onLine ? kept : told(kept);
  // A page of posts that was never here is shown as the app's own page without them: it says that there is no internet.
  const bare = kept || !board ? undefined : await appPage(cache, root);
  if (!kept && !bare) return orInstead(now.catch(() => fetch(request)), url);
  let silent;
  const answer = await Promise.race([
    now.catch(() => undefined),
    // Without anything of its own it waits for the network.
    new Promise((done) => kept && (silent = setTimeout(done, SILENT))),
  ]);
  clearTimeout(silent);
  if (answer && answer.status < 500) return answer;
  if (kept) return posts ? told(kept) : kept;
  return empty(bare);
}

/** Whether the program that shows the board is here. */
async function hasApp(cache) {
  const files = programs.filter((file) => file.startsWith("/app/"));
  return (await Promise.all(files.map((file) => cache?.match(file, { ignoreVary: true })))).every(Boolean);
}

/** The page of the board, when the app is here that can fill it. */
async function appPage(cache, root) {
  if (await hasApp(cache)) return cache?.match(root + "/", { ignoreVary: true });
}

/** A page with the moment at which it was fetched, for whoever says it. */
function dated(html, root, now) {
  const how = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" };
  const moment = new Intl.DateTimeFormat(root ? "en-GB" : "nl-NL", how).format(now);
  return html.replace("<html ", `<html data-was="${moment}" `).replace(/(<time class="kept__time"[^>]*>)(?=<\/time>)/, `$1${moment}`);
}

/** A kept page of posts that says so. */
function told(kept) {
  return changed(kept, (html) => html.replace("<html data-was=", "<html data-kept="));
}

/** The app's page with nothing in its frame: what stands in it is the app's to say. */
function empty(bare) {
  return changed(bare, (html) =>
    html
      .replace(/<html data-was="[^"]*"/, '<html data-kept=""')
      .replace(/(<main [^>]*>)[^]*?(?=<\/main>)/, "$1")
      .replace(/(<script type="application\/json" id="first-data">)([^]*?)(?=<\/script>)/, (_, data, json) => {
        const shown = JSON.stringify({ ...JSON.parse(json), shown: "nothing" }).replace(/</g, "\\u003c");
        return data + shown;
      }),
  );
}

async function changed(kept, change) {
  return new Response(change(await kept.text()), { headers: kept.headers });
}

/** Asks the network for a page that is not kept. */
const asked = async ({ request, preloadResponse }) => (await preloadResponse?.catch(() => undefined)) ?? fetch(request);

/** An answer, or the page that says that there is none. */
async function orInstead(asking, { pathname }) {
  const answer = await asking.catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  const cache = await opened().catch(() => undefined);
  for (const root of [rootOf(pathname), "", "/en"]) {
    const kept = await cache?.match(root + INSTEAD, { ignoreVary: true });
    if (kept) return kept;
  }
  return answer ?? Response.error();
}

async function file(event, { pathname }) {
  const { request } = event;
  const cache = await opened().catch(() => undefined);
  const kept = await cache?.match(pathname, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (cache) event.waitUntil(shelve(cache, pathname, answer.clone()).catch(() => undefined));
  return answer;
}

addEventListener("install", (event) => {
  const first = !registration.active;
  // A page that was just being left was still here when the shelf was full: the first worker looks again, and goes too.
  const again = async () => {
    // From one page to the next there is none for a moment.
    for (const pause of [0, 300]) {
      await new Promise((done) => setTimeout(done, pause));
      if ((await here()).length > 0) return;
    }
    await registration.unregister();
    await caches.delete(SHELF);
  };
  event.waitUntil(fill().then(() => first && setTimeout(again, 1_000)));
});

addEventListener("activate", (event) => {
  const begin = async () => {
    for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name);
    // The page is asked for while this worker starts. Only in Chromium: in Firefox one that fails shows the browser's own error, whatever is
    // answered here (seen in 153), and in Safari nobody looked.
    const { navigationPreload } = registration;
    await (navigator.userAgentData ? navigationPreload?.enable() : navigationPreload?.disable());
  };
  event.waitUntil(begin());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const kind = kindOf(url);
  if (request.mode === "navigate") {
    if (NO_PAGE.test(url.pathname)) return;
    event.respondWith((kind ? page(event, url, kind) : Promise.reject()).catch(() => orInstead(asked(event), url)));
  } else if (kind?.askedByApp) {
    // The app shows a post in a page that is there already, and asks for this one beside it: it was read as well.
    event.respondWith(fresh(request, kind.address, undefined, (kept) => event.waitUntil(kept)));
  } else if (/^\/(app|own)\/[\w.-]*-[0-9a-f]{16}[\w.]*$/.test(url.pathname)) {
    event.respondWith(file(event, url).catch(() => fetch(request)));
  }
});

/** Sends what waits; gives how many still do. A busy server is asked again after a moment, as long as that is short. */
async function sendWaiting() {
  for (let tries = 0; ; tries += 1) {
    const left = await droombordOutbox.flush();
    const rest = droombordOutbox.rest();
    if (!left || !rest || rest > 20_000 || tries > 3) return left;
    await new Promise((done) => setTimeout(done, rest));
  }
}

addEventListener("message", (event) => {
  // "take": somebody tapped *vernieuw*. "more", "all": a page has been open for a while. "send": there may be a network again. Else a call to
  // keep, or posts that were read.
  const { call, read } = event.data;
  const later = async () => {
    await droombordOutbox.put(call);
    await registration.sync?.register("droombord").catch(() => undefined);
    await sendWaiting();
    // Everything was thrown away meanwhile (*Weg hier*, somebody else's phone): this too.
    if (!(await caches.has(SHELF))) indexedDB.deleteDatabase("droombord");
  };
  const does = call ? later : read ? () => bringRead(read) : { take: () => skipWaiting(), more: () => more(false), all: () => more(true), send: sendWaiting }[event.data];
  if (does) event.waitUntil(does().catch?.(() => undefined));
});

// The browser's own "there is a network again"; when something still waits it may ask again later.
addEventListener("sync", (event) => {
  const send = async () => {
    if (await sendWaiting()) throw new Error("something still waits");
  };
  event.waitUntil(send());
});
