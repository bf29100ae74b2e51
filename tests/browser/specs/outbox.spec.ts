// What is sent without a network waits on the phone, and arrives exactly once, whatever happens on the way.
import { Dice } from "../support/dice.ts";
import { expect, fine, installed, leftovers, open, test } from "../support/fixtures.ts";
import { newKey, newWord, type Server } from "../support/server.ts";
import { next, openMine, sendButton, typeTwoWords, words, write } from "../support/steps.ts";
import { Wire, type Fate } from "../support/wire.ts";
import type { BrowserContext, Page } from "@playwright/test";

const WAITS = "Je droom wacht op bereik";
const CAME = "Je droom is binnen";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** The words of the key of what was sent last, as the device has them. */
function keyOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("droombord.concept") ?? "{}");
    return kept.key ?? kept.attempt?.key;
  });
}

/** What the server has under a key. */
const there = async (server: Server, key: string) => (await server.mine(key)).map(({ body }) => body?.text ?? null);

test("a dream that is sent without a network waits, is shown, survives closing, and goes by itself", async ({ page, context, server, faults }) => {
  faults.expect(/ERR_CONNECTION_REFUSED|manifest/);
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, "/deel");
  await write(page, text);
  await server.down();
  try {
    await sendButton(page).click();
    await expect(heading(page, WAITS)).toBeFocused();
    await expect(page.getByText(/^Dit wordt vanzelf verstuurd als je weer internet hebt\./)).toBeVisible();
    await fine(page, "it waits for a signal");
    const seven = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
    // The words of the text are on the device only sealed.
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(text);
    await typeTwoWords(page, seven);
    await page.waitForURL("**/mijn").catch(() => undefined);
  } finally {
    await server.up();
  }
  await page.close();
  const again = await context.newPage();
  await open(again, "/mijn");
  await expect(again.getByRole("heading", { name: text, exact: true })).toBeVisible();
  await expect(again.getByText("Wacht op bereik", { exact: true })).toHaveCount(0);
});

test("what waits is on Mijn dromen until it has gone", async ({ page, context, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, "/deel");
  await write(page, text);
  // Open before: own posts are not kept, so this page has to be there.
  const mine = await context.newPage();
  await open(mine, "/mijn");
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(heading(page, WAITS)).toBeFocused();
  const key = await keyOf(page);
  await expect(mine.getByText("Wacht op bereik", { exact: true })).toBeVisible();
  await expect(mine.getByText(text)).toBeVisible();
  await fine(mine, "what waits");
  await context.setOffline(false);
  await expect(heading(page, CAME)).toBeVisible();
  await expect(mine.getByText("Wacht op bereik", { exact: true })).toHaveCount(0);
  expect(await there(server, key!)).toEqual([text]);
});

test("a reply waits too, and arrives once, under the words that were shown", async ({ page, context, server }) => {
  const { id } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
  const wire = await Wire.to(server);
  try {
    const text = `Bij ons is er een ${newWord()}.`;
    await open(page, `${wire.url}/deel?bij=${id}`);
    // Coming back to a tab takes nothing away.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
    await next(page);
    await page.getByRole("textbox", { name: "Schrijf jouw reactie" }).fill(text);
    await next(page);
    await next(page);
    wire.fate = (method, path) => (method === "POST" && path.endsWith("/replies") ? "answer lost" : "through");
    await page.getByRole("button", { name: "Verstuur mijn reactie" }).click();
    await expect(heading(page, "Je reactie wacht op bereik")).toBeFocused();
    await fine(page, "a reply that waits");
    const key = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
    wire.fate = () => "through";
    await page.close();
    const again = await context.newPage();
    await open(again, `${wire.url}/mijn`);
    await expect(again.getByText("Wacht op bereik", { exact: true })).toHaveCount(0);
    expect(await there(server, key.map((word) => word.trim()).join("-"))).toEqual([text]);
  } finally {
    await wire.remove();
  }
});

test("what has not left can be taken back: it is not sent, no page says that it was, and its words are a draft again", async ({ page, context, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, "/deel");
  await write(page, text);
  const mine = await context.newPage();
  await open(mine, "/mijn");
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(heading(page, WAITS)).toBeFocused();
  const key = (await keyOf(page))!;
  await mine.getByRole("button", { name: "Toch niet versturen" }).click();
  await expect(mine.getByRole("status").getByText("Dit is niet verstuurd. Je tekst staat weer klaar bij ‘Schrijf’.")).toBeVisible();
  await expect(mine.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(mine.getByText(text)).toHaveCount(0);
  await fine(mine, "taken back");
  await expect(heading(page, "Niet verstuurd")).toBeVisible();
  await fine(page, "taken back in another tab");
  await context.setOffline(false);
  await open(page, "/deel?stap=2");
  await expect(page.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveValue(text);
  await mine.reload();
  await mine.waitForTimeout(1_000);
  expect(await there(server, key)).toEqual([]);
});

test("a reaction, another text, a withdrawal and an erasure wait too", async ({ page, context, server, faults }) => {
  // The guard, which looks at the new text, was never here.
  faults.expect(/ERR_INTERNET_DISCONNECTED .*guard-/);
  const [one, two, three] = [newWord(), newWord(), newWord()];
  const key = newKey();
  for (const word of [one, two, three]) await server.post({ text: `Ik droom van een ${word}.` }, key);
  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByRole("article")).toHaveCount(3);
  const card = (word: string) => page.getByRole("article").filter({ has: page.getByRole("heading", { name: new RegExp(word) }) });
  await context.setOffline(true);
  await card(one).getByRole("button", { name: /Ik pas het zelf aan/ }).click();
  await card(one).getByRole("textbox").fill(`Ik droom van twee ${one}.`);
  await card(one).getByRole("button", { name: "Verstuur mijn nieuwe tekst" }).click();
  const said = "Wat je koos, wacht op bereik.";
  await expect(card(one).getByText(said)).toBeVisible();
  await card(two).getByRole("button", { name: /Toch niet plaatsen/ }).click();
  await card(two).getByRole("group").getByRole("button").first().click();
  await expect(card(two).getByText(said)).toBeVisible();
  await card(three).getByRole("button", { name: /Haal weg/ }).click();
  await card(three).getByRole("group").getByRole("button").first().click();
  await expect(card(three).getByText(said)).toBeVisible();
  await expect(page.getByText("Wacht op bereik", { exact: true })).toHaveCount(3);
  await fine(page, "changes that wait");
  await context.setOffline(false);
  await expect(page.getByText("Wacht op bereik", { exact: true })).toHaveCount(0);
  const now = await server.mine(key);
  const states = Object.fromEntries(now.map(({ state, body }) => [state, body?.text ?? null]));
  expect(states).toMatchObject({ received: `Ik droom van twee ${one}.`, withdrawn: `Ik droom van een ${two}.` });
  expect(JSON.stringify(now)).not.toContain(three);
});

test.describe("with the worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("a reaction on the board waits in the worker, and the last press counts", async ({ page, context, server }) => {
    const word = newWord();
    const { id } = await server.hang({ text: `Ik droom van een ${word}.` });
    const wire = await Wire.to(server);
    const sent: string[] = [];
    wire.fate = (method, path) => {
      if (path.includes("/supports/")) sent.push(`${method} ${path.split("/").at(-1)}`);
      return "through";
    };
    await open(page, wire.url + "/");
    await installed(page);
    await open(page, `${wire.url}/droom/${id}`);
    await context.setOffline(true);
    const button = page.getByRole("button", { name: "Dat herken ik" });
    await button.click();
    await expect(page.getByText("Dat wacht op bereik.")).toBeVisible();
    await expect(button).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "Ik hoor je" }).click();
    await expect(page.getByRole("button", { name: "Ik hoor je" })).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "Ik hoor je" }).click();
    await expect(page.getByRole("button", { name: "Ik hoor je" })).toHaveAttribute("aria-pressed", "false");
    const waiting = () =>
      page.evaluate(async () => {
        const base = await new Promise<IDBDatabase>((done) => {
          const asked = indexedDB.open("droombord");
          asked.onsuccess = () => done(asked.result);
        });
        const count = base.transaction("calls").objectStore("calls").count();
        const all = await new Promise<number>((done) => (count.onsuccess = () => done(count.result)));
        base.close();
        return all;
      });
    await expect.poll(waiting).toBe(2);
    expect(sent).toEqual([]);
    await context.setOffline(false);
    await expect.poll(waiting).toBe(0);
    expect(sent.sort()).toEqual(["DELETE hear", "PUT recognise"]);
    await wire.remove();
  });

  test("what waits goes when any page is opened, also the board", async ({ page, context, server }) => {
    const text = `Ik droom van een ${newWord()}.`;
    await open(page, "/");
    await installed(page);
    await open(page, "/deel");
    await write(page, text);
    await context.setOffline(true);
    await sendButton(page).click();
    await expect(heading(page, WAITS)).toBeVisible();
    const key = await keyOf(page);
    await page.close();
    await context.setOffline(false);
    const board = await context.newPage();
    await open(board, "/");
    await expect.poll(() => there(server, key!), { timeout: 15_000 }).toEqual([text]);
  });

  test("Weg hier takes what waits too, and nothing of it comes back", async ({ page, context, server }) => {
    const text = `Ik droom van een ${newWord()}.`;
    await open(page, "/");
    await installed(page);
    await open(page, "/deel");
    await write(page, text);
    await server.down();
    await sendButton(page).click();
    await expect(heading(page, WAITS)).toBeVisible();
    const key = await keyOf(page);
    await server.up();
    await page.getByRole("link", { name: "Weg hier" }).click({ noWaitAfter: true });
    await page.waitForURL(server.exit);
    await expect.poll(() => leftovers(page, server), { timeout: 2_000 }).toEqual([]);
    const later = await context.newPage();
    await open(later, "/mijn");
    await later.waitForTimeout(1_000);
    expect(await there(server, key!)).toEqual([]);
  });
});

test("on somebody else's phone nothing waits, and the page says so", async ({ page, context, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  // Somebody sent something from here before: the outbox was there.
  await open(page, "/deel");
  await write(page, `Ik droom van een ${newWord()}.`);
  await sendButton(page).click();
  await page.getByRole("button", { name: "Sla over" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await leftovers(page, server)).toContain("indexedDB droombord");
  await open(page, "/deel");
  await page.getByRole("checkbox", { name: "Dit is niet mijn telefoon" }).check();
  await expect.poll(() => leftovers(page, server)).toEqual([]);
  await write(page, text);
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(page.getByText("Dit is niet jouw telefoon. Wij bewaren hier niets om later te versturen.")).toBeVisible();
  await context.setOffline(false);
  expect(await leftovers(page, server)).toEqual([]);
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  const key = await words(page);
  expect(await there(server, key.join("-"))).toEqual([text]);
  expect(await leftovers(page, server)).toEqual([]);
});

test("when the phone has no room for an outbox, it is sent as before and nothing is lost", async ({ page, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  await page.addInitScript(() => {
    const open = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Object.defineProperty(IDBFactory.prototype, "open", { value: open });
  });
  await open(page, "/deel");
  await write(page, text);
  await server.down();
  try {
    await sendButton(page).click();
    await expect(page.getByText("Versturen lukte niet")).toBeVisible();
    await expect(page.getByText("Je droom staat veilig op deze telefoon.")).toBeVisible();
  } finally {
    await server.up();
  }
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  const key = await words(page);
  expect(await there(server, key.join("-"))).toEqual([text]);
});

/** A draft that only has to be sent. */
async function ready(page: Page, home: string, text: string, kind = "dream"): Promise<void> {
  await page.goto(`${home}/healthz`);
  await page.evaluate(([kind, text]) => {
    const draft = { kind, text, direction: "", role: "", age_band: null, on_behalf: false, region: null, lang: null };
    localStorage.setItem("droombord.concept", JSON.stringify({ state: "writing", draft, attempt: null, left: [] }));
  }, [kind, text]);
  await open(page, `${home}/deel?stap=4`);
}

test("an erasure that came first wins over a late sending, and no word stays on the phone", async ({ page, context, server }) => {
  const wire = await Wire.to(server);
  try {
    const word = newWord();
    await ready(page, wire.url, `Ik droom van een ${word}.`);
    wire.fate = (method, path) => (method === "POST" && path === "/api/posts" ? "answer lost" : "through");
    await sendButton(page).click();
    await expect(heading(page, WAITS)).toBeVisible();
    const key = (await keyOf(page))!;
    const [post] = await server.mine(key);
    const gone = await fetch(`${server.url}/api/posts/${post!.id}`, { method: "DELETE", headers: { authorization: `Droomsleutel ${key}` } });
    expect(gone.status).toBe(204);
    wire.fate = () => "through";
    await page.close();
    const again = await context.newPage();
    await open(again, `${wire.url}/mijn`);
    await expect(again.getByText("Je had dit al weggehaald. Daarom is het niet verstuurd.")).toBeVisible();
    await expect(again.getByText(word)).toHaveCount(0);
    await fine(again, "it was erased before");
    await again.getByRole("button", { name: "Goed, haal dit weg" }).click();
    await expect(again.getByText("Je had dit al weggehaald.")).toHaveCount(0);
    expect(JSON.stringify(await server.mine(key))).not.toContain(word);
  } finally {
    await wire.remove();
  }
});

test("what the phone cannot read now stays, is said to be so, and goes when it can be read again", async ({ page, context, server }) => {
  const wire = await Wire.to(server);
  try {
    const word = newWord();
    await ready(page, wire.url, `Ik droom van een ${word}.`);
    wire.fate = (method, path) => (method === "POST" && path === "/api/posts" ? "never arrives" : "through");
    await sendButton(page).click();
    await expect(heading(page, WAITS)).toBeVisible();
    const key = (await keyOf(page))!;
    const thanks = page.url();
    await page.close();
    wire.fate = () => "through";
    // A browser that does not give its key, and one that gives another.
    const blind = [
      () => {
        const get = IDBObjectStore.prototype.get;
        IDBObjectStore.prototype.get = function (asked) {
          return get.call(this, asked === "key" ? "nothing" : asked);
        };
      },
      () => {
        SubtleCrypto.prototype.decrypt = () => Promise.reject(new DOMException("", "OperationError"));
      },
    ];
    for (const how of blind) {
      const mine = await context.newPage();
      await mine.addInitScript(how);
      await open(mine, `${wire.url}/mijn`);
      await expect(mine.getByText("Dit kan je telefoon nu niet lezen", { exact: true })).toBeVisible();
      await expect(mine.getByRole("button", { name: "Gooi dit weg" })).toBeVisible();
      expect(await there(server, key)).toEqual([]);
      await open(mine, thanks);
      await expect(heading(mine, WAITS)).toBeVisible();
      await expect(mine.getByText("Dit kan je telefoon nu niet lezen.")).toBeVisible();
      await mine.close();
    }
    const again = await context.newPage();
    await open(again, `${wire.url}/mijn`);
    await expect.poll(() => there(server, key)).toEqual([`Ik droom van een ${word}.`]);
    await expect(again.getByText("Dit kan je telefoon nu niet lezen")).toHaveCount(0);
  } finally {
    await wire.remove();
  }
});

test("what cannot be read can be thrown away", async ({ page, context, server }) => {
  await ready(page, server.url, `Ik droom van een ${newWord()}.`);
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(heading(page, WAITS)).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const mine = await context.newPage();
  await mine.addInitScript(() => {
    SubtleCrypto.prototype.decrypt = () => Promise.reject(new DOMException("", "OperationError"));
  });
  await open(mine, `${server.url}/mijn`);
  await fine(mine, "what cannot be read");
  await mine.getByRole("button", { name: "Gooi dit weg" }).click();
  await expect(mine.getByText("Dit kan je telefoon nu niet lezen")).toHaveCount(0);
});

test("that it is not in the outbox does not say that it arrived: the server is asked", async ({ page, context, server }) => {
  const forget = () => page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("droombord").onsuccess = done)));
  const text = `Ik droom van een ${newWord()}.`;
  await ready(page, server.url, text);
  await sendButton(page).click();
  await expect(heading(page, CAME)).toBeVisible();
  await forget();
  await page.reload();
  await expect(heading(page, CAME)).toBeVisible();
  await page.getByRole("button", { name: "Sla over" }).click();
  await ready(page, server.url, `${text} Nog een.`);
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(heading(page, WAITS)).toBeVisible();
  await forget();
  await context.setOffline(false);
  await page.reload();
  await expect(heading(page, "Niet verstuurd")).toBeVisible();
  await expect(page.getByText("Dit staat niet meer op je telefoon. En niet op het bord.")).toBeVisible();
  await fine(page, "lost");
});

test("a database, a lock or a cache that never answers keeps nothing on its way", async ({ context, server }) => {
  const silent = {
    "the database": () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
    "every lock": () => {
      LockManager.prototype.request = () => new Promise(() => undefined);
    },
    "the cipher": () => {
      SubtleCrypto.prototype.encrypt = () => new Promise(() => undefined);
    },
  };
  await Promise.all(
    Object.entries(silent).map(async ([what, how]) => {
      const page = await (await context.browser()!.newContext({ locale: "nl-NL" })).newPage();
      await page.addInitScript(how);
      const text = `Ik droom van een ${newWord()}.`;
      await ready(page, server.url, text);
      await sendButton(page).click();
      await expect(heading(page, CAME), what).toBeVisible({ timeout: 20_000 });
      const key = (await keyOf(page))!;
      expect(await there(server, key), what).toEqual([text]);
      await page.context().close();
    }),
  );
});

test("a tab that hangs with the lock keeps nobody else from sending", async ({ page, context, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  const hung = await context.newPage();
  await hung.goto(`${server.url}/healthz`);
  await page.clock.install();
  await ready(page, server.url, text);
  await hung.evaluate(() => void navigator.locks.request("droombord-outbox", () => new Promise(() => undefined)).catch(() => undefined));
  await sendButton(page).click();
  await expect(page.getByRole("main").getByText("Je droom is onderweg")).toBeVisible();
  await page.clock.runFor(5_000);
  // Waiting may be over already when it is looked for.
  await expect(heading(page, WAITS).or(heading(page, CAME))).toBeVisible();
  const key = (await keyOf(page))!;
  await expect(async () => {
    await page.clock.runFor(20_000);
    await expect(heading(page, CAME)).toBeVisible({ timeout: 200 });
  }).toPass();
  expect(await there(server, key)).toEqual([text]);
});

test("the longest story in the largest letters is sent as it is", async ({ page, server }) => {
  const family = "👨🏿\u200d👩🏿\u200d👧🏿\u200d👦🏿";
  const text = family.repeat(3_000);
  await ready(page, server.url, text, "story");
  await page.getByRole("button", { name: "Verstuur mijn verhaal" }).click();
  await expect(heading(page, "Je verhaal is binnen")).toBeVisible();
  expect(await there(server, (await keyOf(page))!)).toEqual([text]);
});

test("a reply to a dream that is gone is told so, and its words stay", async ({ page, context, server }) => {
  const { id, key } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
  const text = `Bij ons is er een ${newWord()}.`;
  await open(page, `${server.url}/deel?bij=${id}`);
  await next(page);
  await page.getByRole("textbox", { name: "Schrijf jouw reactie" }).fill(text);
  await next(page);
  await next(page);
  const gone = await fetch(`${server.url}/api/posts/${id}`, { method: "DELETE", headers: { authorization: `Droomsleutel ${key}` } });
  expect(gone.status).toBe(204);
  const send = page.getByRole("button", { name: /Verstuur mijn reactie|Probeer opnieuw/ });
  await send.click();
  const told = page.getByText("Waar je op reageert, hangt niet meer op het bord.");
  await expect(told).toBeVisible();
  await expect(page.getByText("Tik op ‘Probeer opnieuw’.")).toHaveCount(0);
  await expect(page.getByText(text)).toBeVisible();
  await fine(page, "a reply to what is gone");
  // It waited meanwhile: told on its own page.
  const mine = await context.newPage();
  await context.setOffline(true);
  await send.click();
  await expect(heading(page, "Je reactie wacht op bereik")).toBeVisible();
  await page.close();
  await context.setOffline(false);
  await open(mine, "/mijn");
  await expect(mine.getByText(text)).toBeVisible();
  await expect(mine.getByText("Waar je op reageert, hangt niet meer op het bord.")).toBeVisible();
});

const FATES: Fate[] = [
  "never arrives",
  "answer lost",
  "answer lost",
  { status: 503, body: "Even niet" },
  // As the network of a hotel does.
  { status: 200, body: "<h1>Log in op de wifi</h1>", type: "text/html" },
  { status: 429, body: '{"code":"too_many_requests"}', type: "application/problem+json" },
  "through",
];

/** One dream through one schedule of misfortunes. Gives what was thrown, for whoever has to find out. */
async function through(seed: number, context: BrowserContext, server: Server, wire: Wire, worker: boolean): Promise<{ key: string; text: string; story: string }> {
  const dice = new Dice(seed);
  const roll = (sides: number) => dice.roll(sides);
  const text = `Ik droom van een ${newWord()}, nummer ${seed}.`;
  const story: string[] = [];
  let page = await context.newPage();
  let calls = 0;
  const misfortunes = Array.from({ length: 1 + roll(4) }, () => FATES[roll(FATES.length)]!);
  wire.fate = (method, path) => {
    if (method !== "POST" || path !== "/api/posts") return "through";
    const fate = misfortunes[calls++] ?? "through";
    story.push(typeof fate === "string" ? fate : String(fate.status));
    return fate;
  };
  await ready(page, wire.url, text);
  if (worker) await installed(page);
  await sendButton(page).click();
  // Sometimes as soon as it has left, sometimes when it is settled.
  await expect.poll(() => calls, { intervals: [10] }).toBeGreaterThan(0);
  if (roll(3)) await expect(page.getByRole("heading", { level: 1, name: /wacht op bereik|is binnen/ })).toBeVisible();
  const key = (await keyOf(page))!;
  for (let step = 0; step < 2 + roll(3); step += 1) {
    const what = roll(6);
    story.push(["close and open", "reload", "two tabs", "server dies", "cut", "online"][what]!);
    if (what === 0) {
      await page.close();
      page = await context.newPage();
      await page.goto(`${wire.url}/mijn`);
    } else if (what === 1) {
      await page.reload();
    } else if (what === 2) {
      const second = await context.newPage();
      await Promise.all([second.goto(`${wire.url}/deel`), page.reload()]);
      await second.close();
    } else if (what === 3) {
      await server.down();
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await server.up();
    } else if (what === 4) {
      wire.sever();
      await page.evaluate(() => dispatchEvent(new Event("online")));
      wire.mend();
    } else {
      await page.evaluate(() => dispatchEvent(new Event("online")));
    }
  }
  wire.fate = () => "through";
  // The next opening, whenever that is.
  await page.close();
  page = await context.newPage();
  await open(page, `${wire.url}/mijn`);
  await expect.poll(() => there(server, key), { timeout: 10_000, message: `seed ${seed}: ${story.join(", ")}` }).toHaveLength(1);
  await page.reload();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.close();
  return { key, text, story: `seed ${seed}: ${story.join(", ")}` };
}

for (const worker of [false, true]) {
  test.describe(worker ? "beside a worker that sends too" : "without a worker", () => {
    test.use({ serviceWorkers: worker ? "allow" : "block" });
    for (let first = worker ? 26 : 1; first <= (worker ? 46 : 21); first += 5) {
      test(`every dream arrives exactly once, whatever is thrown at it: ${first} to ${first + 4} of 50`, async ({ context, server }) => {
        test.slow();
        const wire = await Wire.to(server);
        const sent = [];
        try {
          for (let seed = first; seed < first + 5; seed += 1) sent.push(await through(seed, context, server, wire, worker));
        } finally {
          await wire.remove();
        }
        for (const { key, text, story } of sent) expect(await there(server, key), story).toEqual([text]);
      });
    }
  });
}
