// The phone without a network: what was read, help and writing are there; nothing private is kept; versions come and go.
import { expect, fine, installed, leftovers, open, taken, test } from "../support/fixtures.ts";
import { newWord, Server } from "../support/server.ts";
import { choices, next, note, notice, openMine, write } from "../support/steps.ts";
import { Wire } from "../support/wire.ts";
import type { Page } from "@playwright/test";

test.use({ serviceWorkers: "allow" });

/** Everything that is kept, by address. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const all: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname + new URL(url).search);
    }
    return all;
  });
}

/** Waits until the phone has what readers need, as it does by itself when a page was open for a while. */
async function settledForReaders(page: Page): Promise<void> {
  await expect.poll(() => kept(page), { timeout: 60_000 }).toContain("/toegankelijkheid");
  await expect.poll(() => kept(page), { timeout: 20_000 }).toContainEqual(expect.stringMatching(/^\/app\/droombord-.*\.wasm$/));
}

/** The same for writers: their program too. */
async function settledForWriters(page: Page): Promise<void> {
  await expect.poll(() => kept(page), { timeout: 60_000 }).toContain("/mijn");
  for (const program of [/^\/own\/droombord-own-.*\.wasm$/, /^\/own\/guard-.*\.wasm$/, /^\/own\/outbox-.*\.js$/]) {
    await expect.poll(() => kept(page), { timeout: 40_000 }).toContainEqual(expect.stringMatching(program));
  }
}

test("without a network the board says when it was so, and posts that were read, help and writing are there", async ({ page, server, faults }) => {
  test.slow();
  faults.expect(/manifest|ERR_CONNECTION_REFUSED/);
  const [read, unread] = [newWord(), newWord()];
  const post = await server.hang({ text: `Ik droom van een ${read}.`, direction: "start" });
  const other = await server.hang({ text: `Ik droom van een ${unread}.` });
  await open(page, "/");
  await settledForReaders(page);
  expect((await kept(page)).filter((address) => /^\/own\/|deel|mijn/.test(address)), "who only reads pays for no more").toEqual([]);
  await open(page, "/deel");
  await settledForWriters(page);
  await open(page, `/droom/${post.id}`);
  await open(page, "/");
  await expect(page.getByRole("main").getByText("Er is nu geen verbinding.")).toBeHidden();
  await server.down();
  try {
    await open(page, "/");
    await expect(page.getByText(/Er is nu geen verbinding\. Zo was het op \w+dag \d+ \w+ om \d\d:\d\d\./)).toBeVisible();
    await expect(note(page, read)).toHaveCount(1);
    await fine(page, "the board without a network");
    await note(page, read).getByRole("link").first().click();
    await expect(page).toHaveURL(new RegExp(post.id));
    await taken(page);
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(read) })).toBeVisible();
    await expect(page.getByRole("main").getByText("Er is nu geen verbinding.")).toBeVisible();

    await open(page, `/droom/${other.id}`);
    await expect(notice(page).getByRole("heading", { name: "Het laden lukte niet" })).toBeVisible();
    await expect(page.getByText(unread), "no other post in its place").toHaveCount(0);
    await open(page, "/?direction=start");
    await expect(notice(page)).toBeVisible();

    await page.getByRole("link", { name: "Hulp nodig?" }).click();
    await expect(page.getByRole("link", { name: /0 8 0 0, 0 4 3 2/ })).toBeVisible();
    await fine(page, "help without a network");
    for (const [path, heading] of [
      ["/over", "Hoe werkt het?"],
      ["/regels", "Onze regels"],
      ["/privacy", "Wat weten jullie van mij?"],
      ["/toegankelijkheid", /lezen/],
    ] as const) {
      await open(page, path);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    }
    await open(page, "/deel");
    await write(page, `Ik droom van een ${newWord()}.`);
    await open(page, "/mijn");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  } finally {
    await server.up();
  }
  await open(page, "/");
  await expect(page.getByRole("main").getByText("Er is nu geen verbinding.")).toBeHidden();
});

test("a server that hangs is not waited for", async ({ page, server, faults }) => {
  faults.expect(/manifest/);
  const word = newWord();
  await server.hang({ text: `Ik droom van een ${word}.` });
  await open(page, "/");
  await installed(page);
  server.freeze();
  try {
    const began = Date.now();
    await page.goto("/", { waitUntil: "commit" });
    await expect(note(page, word)).toHaveCount(1);
    expect(Date.now() - began).toBeLessThan(6_000);
    await expect(page.getByRole("main").getByText("Er is nu geen verbinding.")).toBeVisible();
  } finally {
    await server.down();
    await server.up();
  }
});

test("what left the board leaves the phone at the next look", async ({ page, server }) => {
  const word = newWord();
  const { id, key } = await server.hang({ text: `Ik droom van een ${word}.` });
  await open(page, "/");
  await installed(page);
  await open(page, `/droom/${id}`);
  await expect.poll(() => kept(page)).toContain(`/droom/${id}`);
  const gone = await fetch(`${server.url}/api/posts/${id}`, { method: "DELETE", headers: { authorization: `Droomsleutel ${key}` } });
  expect(gone.status).toBe(204);
  await page.goto(`/droom/${id}`);
  await expect.poll(() => kept(page)).not.toContain(`/droom/${id}`);
  await open(page, "/");
  await expect.poll(() => keptWords(page)).not.toContain(word);
});

/** Everything that is kept, as one text. */
function keptWords(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const asked of await cache.keys()) all.push(await (await cache.match(asked))!.text());
    }
    return all.join("\n");
  });
}

test("the second visit waits for nothing; what left the board meanwhile leaves it, and what is new is offered once", async ({ page, faults }) => {
  test.slow();
  faults.expect(/manifest/);
  const server = await Server.start();
  const wire = await Wire.to(server);
  try {
    const [stays, goes, comes] = [newWord(), newWord(), newWord()];
    await server.hang({ text: `Ik droom van een ${stays}.` });
    const { id, key } = await server.hang({ text: `Ik droom van een ${goes}.` });
    await open(page, wire.url + "/");
    await settledForReaders(page);
    await open(page, wire.url + "/hulp");
    const gone = await fetch(`${server.url}/api/posts/${id}`, { method: "DELETE", headers: { authorization: `Droomsleutel ${key}` } });
    expect(gone.status).toBe(204);
    await server.hang({ text: `Ik droom van een ${comes}.` });
    // The page never comes; what the app asks does, later.
    let answers = false;
    wire.fate = (_, path) => (path === "/" || (!answers && path.startsWith("/api/")) ? "hangs" : "through");
    const began = Date.now();
    await page.goto(wire.url + "/", { waitUntil: "commit" });
    await expect(note(page, goes)).toHaveCount(1);
    expect(Date.now() - began, "sooner than the worker loses its patience").toBeLessThan(2_500);
    await taken(page);
    await expect(page.getByRole("main").getByText("Er is nu geen verbinding."), "nobody answers").toBeVisible({ timeout: 10_000 });
    // Away and back: now there is an answer.
    await page.goto("about:blank");
    answers = true;
    await page.goto(wire.url + "/", { waitUntil: "commit" });
    await taken(page);
    await expect(note(page, goes)).toHaveCount(0);
    await expect(note(page, stays)).toHaveCount(1);
    await expect(note(page, comes), "nothing moves by itself").toHaveCount(0);
    await expect(page.getByRole("main").getByText("Er is nu geen verbinding.")).toBeHidden();
    const line = page.locator(".news__line", { hasText: "Er hangt een nieuwe droom." });
    await expect(line).toHaveCount(1);
    await fine(page, "a board from what was kept");
    await line.getByRole("button", { name: "Laat zien" }).click();
    await expect(note(page, comes)).toHaveCount(1);
    await expect(line).toHaveCount(0);
  } finally {
    await wire.remove();
    await server.remove();
  }
});

test("a copy of the day before yesterday, or one that is asked for anew, waits for the network", async ({ page }) => {
  test.slow();
  const server = await Server.start();
  try {
    const goes = newWord();
    await server.hang({ text: `Ik droom van een ${newWord()}.` });
    const { id, key } = await server.hang({ text: `Ik droom van een ${goes}.` });
    for (const anew of [false, true]) {
      if (anew) {
        await server.hang({ text: `Ik droom van een ${newWord()}.` });
      }
      await open(page, server.url + "/");
      await settledForReaders(page);
      if (!anew) {
        await page.evaluate(async () => {
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            const kept = (await cache.match("/", { ignoreVary: true }))!;
            const headers = new Headers(kept.headers);
            headers.set("x-kept", String(Date.now() - 25 * 3600_000));
            await cache.put("/", new Response(await kept.text(), { headers }));
          }
        });
        await open(page, server.url + "/hulp");
        await fetch(`${server.url}/api/posts/${id}`, { method: "DELETE", headers: { authorization: `Droomsleutel ${key}` } });
        await page.goto(server.url + "/", { waitUntil: "domcontentloaded" });
      } else {
        await page.reload({ waitUntil: "domcontentloaded" });
      }
      expect(await page.locator("html").getAttribute("data-was")).toBeNull();
      expect(await page.content()).not.toContain(goes);
    }
  } finally {
    await server.remove();
  }
});

test("what somebody takes away is at once nowhere on their own phone", async ({ page, server }) => {
  test.slow();
  const word = newWord();
  const { id, key } = await server.hang({ text: `Ik droom van een ${word}.` });
  await open(page, "/");
  await settledForReaders(page);
  await open(page, `/droom/${id}`);
  await expect.poll(() => kept(page)).toContain(`/droom/${id}`);
  await open(page, "/mijn");
  await openMine(page, key);
  expect(await keptWords(page)).toContain(word);
  await page.getByRole("button", { name: /^Haal weg/ }).click();
  await page.getByRole("button", { name: "Ja, haal weg" }).click();
  await expect(page.getByRole("main").getByText("Het is weg. Overal.")).toBeVisible();
  expect(await keptWords(page)).not.toContain(word);
  expect(await kept(page)).toContain("/hulp");
  await page.goto("/", { waitUntil: "commit" });
  await taken(page);
  await expect(page.getByText(word)).toHaveCount(0);
});

test("nothing of a key, a session or the desk is ever kept", async ({ page, server }) => {
  const word = newWord();
  const { key } = await server.post({ text: `Ik droom van een ${word}.` });
  const staff = await server.reader();
  await page.context().addCookies([server.cookieOf(staff)]);
  await open(page, "/");
  await installed(page);
  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(word) })).toBeVisible();
  await open(page, "/leestafel");
  await expect(page.getByText(`Ingelogd: ${staff.account.name}`)).toBeVisible();
  await open(page, "/mijn");
  await open(page, "/");
  await choices(page);
  await page.getByRole("link", { name: "Terugdraaien", exact: true }).first().click();
  await expect(page).toHaveURL(/turn_back/);
  const all = await kept(page);
  expect(all.filter((address) => /^\/(api|leestafel|staff|healthz)/.test(address))).toEqual([]);
  expect(all.filter((address) => !/^\/(app|own)\/|^\/(en\/)?(|deel|mijn|hulp|over|regels|privacy|toegankelijkheid|zonder-internet|beloftes|(droom|organisatie)\/[\w-]+)(\?.*)?$/.test(address))).toEqual([]);
  const found = await page.evaluate(async (wanted) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const asked of await cache.keys()) {
        const text = await (await cache.match(asked))!.text();
        if (wanted.some((one) => text.includes(one))) return asked.url;
      }
    }
  }, [word, key, staff.account.name]);
  expect(found).toBeUndefined();
});

test("on somebody else's phone the worker and all that it kept go at once, and do not come back in that tab", async ({ page, server }) => {
  await open(page, "/");
  await installed(page);
  await open(page, "/deel");
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  await expect.poll(() => leftovers(page, server), { timeout: 2_000 }).toEqual([]);
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill("Ik droom van de zee.");
  await open(page, "/");
  await page.waitForTimeout(11_000);
  expect(await leftovers(page, server), "also not on the next page").toEqual([]);
});

test("Weg hier takes the worker and all that it kept, also while it is still being filled", async ({ page, server }) => {
  for (const filled of [true, false]) {
    await open(page, "/");
    if (filled) await installed(page);
    else await page.evaluate(() => void navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }));
    if (!filled) await expect.poll(() => page.evaluate(() => caches.keys()), { intervals: [20], timeout: 10_000 }).toHaveLength(1);
    await page.getByRole("link", { name: "Weg hier" }).click({ noWaitAfter: true });
    await page.waitForURL(server.exit, { timeout: 5_000 });
    await expect.poll(() => leftovers(page, server), { timeout: 2_000 }).toEqual([]);
    await page.waitForTimeout(1_500);
    expect(await leftovers(page, server)).toEqual([]);
  }
});

test("without a network every page is ours: with help, and with a way out", async ({ page, server, faults }) => {
  faults.expect(/manifest|ERR_CONNECTION_REFUSED|Failed to load/);
  await open(page, "/");
  await installed(page);
  await server.down();
  try {
    for (const path of ["/beloftes", "/deel", "/mijn", "/deel?bij=1", "/melden?bij=1", "/leestafel", "/leestafel/meer", "/organisatie/1", "/over", "/nergens", "/en/mijn"]) {
      await page.goto(path);
      expect(new URL(page.url()).pathname + new URL(page.url()).search, "the address is the one that was asked for").toBe(path);
      await expect(page.getByRole("heading", { level: 1, name: "Er is nu geen verbinding" }), path).toBeVisible();
      await expect(page.getByRole("link", { name: /0 8 0 0, 0 4 3 2/ }), path).toBeVisible();
      await expect(page.getByRole("link", { name: "Weg hier" }), path).toBeVisible();
    }
    await fine(page, "no page and no network");
    await page.getByRole("main").getByRole("link", { name: "Naar het bord" }).click();
    await expect(page).toHaveURL(server.url + "/");
  } finally {
    await server.up();
  }
  await page.goto("/mijn");
  await taken(page);
  await page.goto("/zonder-internet");
  await page.getByRole("link", { name: "Weg hier" }).click();
  await page.waitForURL(server.exit);
});

test("a gateway's error is a page of ours too", async ({ page, server, faults }) => {
  faults.expect(/manifest|50[0-9]/);
  const wire = await Wire.to(server);
  try {
    await open(page, wire.url + "/en/");
    await installed(page);
    wire.fate = () => ({ status: 502, body: "<h1>Bad gateway</h1>", type: "text/html" });
    for (const path of ["/en/deel", "/leestafel"]) {
      await page.goto(wire.url + path);
      await expect(page.getByRole("link", { name: "Need help?" }), path).toBeVisible();
      await expect(page.getByRole("link", { name: /0 8 0 0, 0 4 3 2/ }), path).toBeVisible();
    }
  } finally {
    await wire.remove();
  }
});

test("a dream that was opened by a tap is there without a network, in the first visit and later", async ({ page, server, faults }) => {
  faults.expect(/manifest|ERR_CONNECTION_REFUSED/);
  const words = [newWord(), newWord()];
  for (const word of words) await server.hang({ text: `Ik droom van een ${word}.` });
  await open(page, "/");
  for (const [visit, word] of words.entries()) {
    // In the first visit no worker looks on.
    if (visit === 0) await page.evaluate(() => Object.assign(window, { first: true }));
    else await open(page, "/");
    await page.getByRole("link", { name: "Lijst" }).click();
    await page.getByRole("link", { name: new RegExp(word) }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(word) })).toBeVisible();
    if (visit === 0) {
      expect(await page.evaluate(() => "first" in window && !navigator.serviceWorker.controller)).toBe(true);
    }
    await expect.poll(() => kept(page), { timeout: 20_000 }).toContain(new URL(page.url()).pathname);
  }
  const address = page.url();
  await server.down();
  try {
    await page.goto("/");
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(words[1]!) })).toBeVisible();
    await expect(page.getByRole("main").getByText("Er is nu geen verbinding.")).toBeVisible();
  } finally {
    await server.up();
  }
});

test("what a portal or a filter answers is never kept as ours, and takes nothing away", async ({ page, server, faults }) => {
  // Half a page has half a style sheet too.
  faults.expect(/manifest|MIME|module|WebAssembly|Failed to|thrown|style/);
  const word = newWord();
  const { id } = await server.hang({ text: `Ik droom van een ${word}.` });
  const wire = await Wire.to(server);
  const portal = "<!DOCTYPE html><html lang='nl'><title>Wifi</title><h1>Log in op de wifi</h1></html>";
  try {
    await open(page, wire.url + "/");
    await installed(page);
    await open(page, `${wire.url}/droom/${id}`);
    await open(page, wire.url + "/hulp");
    for (const status of [200, 404, 410, 403]) {
      wire.fate = (_, path) => (path === "/sw.js" ? "through" : { status, body: portal, type: "text/html" });
      for (const path of [`/droom/${id}`, "/hulp", "/deel"]) {
        await page.goto(wire.url + path);
        await expect(page.getByText("Log in op de wifi"), "whoever must sign in there sees it").toBeVisible();
      }
    }
    expect(await keptWords(page)).not.toContain("Log in op de wifi");
    // Half a page is none either.
    wire.fate = () => "through";
    wire.change = (path, body) => (path === "/over" ? body.slice(0, body.length / 2) : body);
    await page.goto(wire.url + "/over");
    expect(await kept(page)).not.toContain("/over");

    // The program of those who write is answered by the filter: nothing of it stays.
    for (const answer of [{ body: portal, type: "text/html" }, { body: "", type: "application/wasm" }, { body: "\0asm", type: "application/wasm" }]) {
      wire.fate = (_, path) => (path.startsWith("/own/") ? { status: 200, ...answer } : "through");
      await page.goto(wire.url + "/deel");
      await expect(page.locator("#zonder-app").getByText("Deze pagina werkt nog niet.")).toBeVisible();
      expect((await kept(page)).filter((address) => address.startsWith("/own/"))).toEqual([]);
    }
    wire.fate = () => "through";
    await open(page, wire.url + "/deel");
    await write(page, `Ik droom van een ${newWord()}.`);

    wire.sever();
    await page.goto(`${wire.url}/droom/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(word) })).toBeVisible();
    await page.goto(wire.url + "/hulp");
    await expect(page.getByRole("link", { name: /0 8 0 0, 0 4 3 2/ })).toBeVisible();
  } finally {
    await wire.remove();
  }
});

/** The worker of a later build. */
const later = (number: number) => (path: string, body: string) =>
  path === "/sw.js" ? body.replace(/build: ?"[0-9a-f]+"/, `build:"${number}"`) : body;

async function askForNews(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined));
}

test("a new version says so, one tap takes it, and a draft stays", async ({ page, server }) => {
  const wire = await Wire.to(server);
  try {
    const text = `Ik droom van een ${newWord()}.`;
    await open(page, wire.url + "/");
    await installed(page);
    await open(page, wire.url + "/deel");
    await page.getByRole("radio", { name: "Een droom" }).check();
    await next(page);
    await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(text);
    wire.change = later(2);
    // The page hears of it once it has looked at the worker, some seconds after it came.
    await expect(async () => {
      await askForNews(page);
      await expect(page.getByRole("main").getByText("Er is een nieuwe versie.")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
    await fine(page, "a newer version");
    const loaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Vernieuw de pagina" }).click();
    await loaded;
    await taken(page);
    await expect(page.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveValue(text);
    await expect(page.getByRole("main").getByText("Er is een nieuwe versie.")).toBeHidden();
    expect(await page.evaluate(() => caches.keys())).toEqual(["droombord-2"]);
  } finally {
    await wire.remove();
  }
});

test("a broken deploy leaves no broken phone", async ({ page, server, faults }) => {
  test.slow();
  faults.expect(/Unexpected token|ServiceWorker script|An unknown error occurred when fetching the script|bad HTTP response code|Failed to (load|update)/);
  const wire = await Wire.to(server);
  const word = newWord();
  await server.hang({ text: `Ik droom van een ${word}.` });
  try {
    await open(page, wire.url + "/");
    await installed(page);
    const broken = [
      // Does not even begin.
      (path: string, body: string) => (path === "/sw.js" ? "}" + body : body),
      // Fails at every page, and takes over at once.
      (path: string, body: string) =>
        path === "/sw.js" ? later(3)(path, body).replace("async function page(", "async function page() { throw new Error('broken') }\nasync function unused(") + "\nskipWaiting();" : body,
    ];
    for (const change of broken) {
      wire.change = change;
      await askForNews(page);
      await page.waitForTimeout(500);
      await open(page, wire.url + "/");
      await expect(note(page, word)).toHaveCount(1);
      await open(page, wire.url + "/hulp");
      await expect(page.getByRole("link", { name: /0 8 0 0, 0 4 3 2/ })).toBeVisible();
    }
    // The pages themselves are broken: what was kept is shown.
    wire.change = later(4);
    await askForNews(page);
    await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))).toBe(true);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage("take"));
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["droombord-4"]);
    wire.fate = (_, path) => (path === "/" ? { status: 502, body: "Bad gateway" } : "through");
    await open(page, wire.url + "/");
    await expect(note(page, word)).toHaveCount(1);
  } finally {
    await wire.remove();
  }
});

test("an operator can take the offline app off the phones", async ({ page, server }) => {
  await open(page, "/");
  await installed(page);
  await server.down();
  await server.up(["--offline-app", "false"]);
  try {
    await open(page, "/");
    await askForNews(page);
    await expect.poll(() => leftovers(page, server)).toEqual([]);
    await open(page, "/");
    await expect(page.getByRole("link", { name: "Hulp nodig?" })).toBeVisible();
  } finally {
    await server.down();
    await server.up();
  }
});

test("what makes it installable is there and right", async ({ page, server }) => {
  await open(page, "/");
  const address = await page.locator('link[rel="manifest"]').getAttribute("href");
  const answer = await fetch(server.url + address);
  expect(answer.headers.get("content-type")).toContain("application/manifest+json");
  const manifest = (await answer.json()) as { start_url: string; display: string; icons: Array<{ src: string; sizes: string; type: string; purpose: string }> };
  expect(manifest).toMatchObject({ start_url: "/", display: "standalone" });
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
  for (const { src, sizes, type } of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect((await fetch(server.url + src)).headers.get("content-type")).toBe(type);
    if (sizes !== "any") expect(size).toBe(sizes);
  }
  // The browser's own judgement.
  const protocol = await page.context().newCDPSession(page);
  const { installabilityErrors } = await protocol.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

test("whoever only opens help downloads no program", async ({ page }) => {
  await open(page, "/hulp");
  await installed(page);
  // The first filling takes nothing that the page did not load.
  expect((await kept(page)).filter((address) => /\.wasm$/.test(address))).toEqual([]);
});
