// A filter, a portal or a proxy answers in the server's stead: no page believes it, and nothing that was written is lost. The whole of
// status and code is in the table of the domain (`outcome.rs`); here is what each page says, call by call (`docs/answers.md`).
import { expect, open, test } from "../support/fixtures.ts";
import { code, newKey, newWord, type Server } from "../support/server.ts";
import { next, openMine, sendButton, write } from "../support/steps.ts";
import { Wire, type Fate } from "../support/wire.ts";
import type { Locator, Page } from "@playwright/test";

const json = "application/json";
const problem = "application/problem+json";
const html = "<!doctype html><h1>Log in op de wifi</h1>";

/** What somebody in between can answer. */
const ANSWERS: Record<string, Fate> = {
  "204": { status: 204, body: "" },
  "200 with a page": { status: 200, body: html, type: "text/html" },
  "200 with foreign JSON": { status: 200, body: '{"ok":true}', type: json },
  "200 with JSON that looks like ours": {
    status: 200,
    body: '{"id":"00000000-0000-4000-8000-000000000000","items":[],"next_cursor":null,"state":"withdrawn","name":"Noor","role":"facilitator"}',
    type: json,
  },
  "201 with foreign JSON": { status: 201, body: '{"id":"00000000-0000-4000-8000-000000000000","state":"received"}', type: json },
  "302 to a portal": { status: 302, body: "", headers: { location: "/healthz" } },
  "400": { status: 400, body: "Bad request" },
  "401": { status: 401, body: '{"code":"not_signed_in"}', type: problem },
  "401 as ours": { status: 401, body: problemOf(401, "key_unknown"), type: problem },
  "403": { status: 403, body: html, type: "text/html" },
  "404": { status: 404, body: problemOf(404, "not_found"), type: problem },
  "405": { status: 405, body: "" },
  "408": { status: 408, body: "" },
  "410": { status: 410, body: problemOf(410, "erased"), type: problem },
  "413": { status: 413, body: "Too large" },
  "415": { status: 415, body: "" },
  "422": { status: 422, body: problemOf(422, "invalid_fields"), type: problem },
  "429": { status: 429, body: "" },
  "500": { status: 500, body: "" },
  "502 with a page": { status: 502, body: html, type: "text/html" },
  "503": { status: 503, body: "" },
  "JSON that is cut": { status: 200, body: '{"items":[{"id":', type: json },
  "nothing at all": { status: 200, body: "", type: json },
  "a line that breaks": "never arrives",
};

function problemOf(status: number, code: string): string {
  return JSON.stringify({ type: `urn:droombord:problem:${code}`, title: code, status, code });
}

const SORRY = /Dit antwoord kwam niet van het bord|lukte niet/;

/** What the page says of it, where it can be seen: the frame has a sentence of its own for when there is no program. */
const sorry = (page: Page) => page.getByRole("main").getByText(SORRY).filter({ visible: true }).first();

type Calls = (method: string, path: string) => boolean;

/** Has somebody else answer a call in every way; after each answer nothing has happened. */
async function each(wire: Wire, calls: Calls, press: () => Promise<void>, after: (answer: string) => Promise<void>): Promise<void> {
  for (const [answer, fate] of Object.entries(ANSWERS)) {
    let heard = 0;
    wire.fate = (method, path) => (calls(method, path) ? ((heard += 1), fate) : "through");
    await test.step(answer, async () => {
      await press();
      await expect.poll(() => heard, { message: answer, intervals: [20] }).toBeGreaterThan(0);
      await after(answer);
    });
  }
  wire.fate = () => "through";
}

/** The button can be pressed: the call before has ended. */
const idle = (button: Locator) => expect(button).not.toHaveAttribute("aria-disabled", "true");

const textsOf = async (server: Server, key: string) => (await server.mine(key)).map(({ body }) => body?.text ?? null);

test.describe.configure({ timeout: 120_000 });

let wire: Wire;
test.beforeEach(async ({ server, faults }) => {
  faults.expect(/Failed to load resource|ERR_|redirect/);
  wire = await Wire.to(server);
});
test.afterEach(() => wire.remove());

const again = (page: Page) => page.evaluate(() => dispatchEvent(new Event("online")));

for (const what of ["a dream", "a reply"] as const) {
  test(`${what} that somebody else answers waits, says so, and arrives once`, async ({ page, server }) => {
    const text = `Ik droom van een ${newWord()}.`;
    const { id } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
    const sends: Calls = (method, path) => method === "POST" && (path === "/api/posts" || path.endsWith("/replies"));
    if (what === "a dream") {
      await open(page, `${wire.url}/deel`);
      await write(page, text);
    } else {
      await open(page, `${wire.url}/deel?bij=${id}`);
      await next(page);
      await page.getByRole("textbox", { name: "Schrijf jouw reactie" }).fill(text);
      await next(page);
      await next(page);
    }
    const heading = page.getByRole("heading", { level: 1 });
    let key = "";
    const press = async () => {
      if (key) {
        await again(page);
        return;
      }
      await page.getByRole("button", { name: /^Verstuur mijn / }).click();
      await expect(heading).toHaveText(/wacht op bereik$/);
      const seven = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
      key = seven.map((word) => word.trim()).join("-");
    };
    await each(wire, sends, press, async (answer) => {
      await expect(heading, answer).toHaveText(/wacht op bereik$/);
      if (answer === "204") await expect(page.getByText("Er gaf iets anders antwoord dan het bord.")).toBeVisible();
      expect(await textsOf(server, key), answer).toEqual([]);
    });
    await expect(heading).toHaveText(/wacht op bereik$/);
    await again(page);
    await expect(heading).toHaveText(/is binnen$/);
    expect(await textsOf(server, key)).toEqual([text]);
  });
}

test("what the writer wants with an own post waits, and none of it is said to be done", async ({ page, server }) => {
  const key = newKey();
  const text = `Ik droom van een ${newWord()}.`;
  const { id } = await server.post({ text }, key);
  await open(page, `${wire.url}/mijn`);
  await openMine(page, key);
  const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: text }) });
  const there = async (answer: string) => {
    await expect(card.getByText(/blijft hier|wacht op bereik/).first(), answer).toBeVisible();
    await expect(page.getByText(/Het is weg|Wij plaatsen hem niet\.|is binnen/), answer).toHaveCount(0);
    const [post] = await server.mine(key);
    expect([post!.state, post!.body?.text], answer).toEqual(["received", text]);
  };
  await test.step("other words", async () => {
    const press = async () => {
      await card.getByRole("button", { name: /Ik pas het zelf aan/ }).click();
      await card.getByRole("textbox").fill(`${text} En een boom.`);
      await card.getByRole("button", { name: "Verstuur mijn nieuwe tekst" }).click();
    };
    await each(wire, (method) => method === "PATCH", press, there);
  });
  await test.step("not placing it", async () => {
    const press = async () => {
      await card.getByRole("button", { name: /Toch niet plaatsen/ }).click();
      await card.getByRole("button", { name: "Ja, niet plaatsen" }).click();
    };
    await each(wire, (_, path) => path.endsWith("/withdrawal"), press, there);
  });
  await test.step("taking it away", async () => {
    const press = async () => {
      await card.getByRole("button", { name: /^Haal weg/ }).click();
      await card.getByRole("button", { name: "Ja, haal weg" }).click();
    };
    await each(wire, (method, path) => method === "DELETE" && path.endsWith(id), press, there);
    // The last wish waits: it goes by itself, and once.
    await expect(page.getByText("Wacht op bereik", { exact: true })).toHaveCount(1);
    await again(page);
    await expect(page.getByText("Wacht op bereik", { exact: true })).toHaveCount(0);
    await expect.poll(() => server.mine(key).then(([post]) => post?.state)).toBe("erased");
  });
});

test("erasing all, other words for the key, and opening: none is done by somebody else's yes", async ({ page, server }) => {
  const { key } = await server.post({ text: `Ik droom van een ${newWord()}.` });
  await open(page, `${wire.url}/mijn`);
  const opener = page.getByRole("button", { name: "Open mijn droom" });
  await test.step("opening", async () => {
    await each(
      wire,
      (method, path) => method === "GET" && path === "/api/mine",
      () => openMine(page, key),
      async (answer) => {
        await idle(opener);
        await expect(sorry(page), answer).toBeVisible();
        await expect(page.getByText(/passen niet bij een droom|Je volgt/), answer).toHaveCount(0);
        await expect(page.getByRole("textbox", { name: "Typ je droomsleutel" }), answer).toHaveValue(/\w/);
      },
    );
    await openMine(page, key);
    await expect(page.getByRole("article")).toHaveCount(1);
  });
  const boss = page.getByRole("region", { name: "Jij bent de baas" });
  await test.step("other words for the key", async () => {
    await page.getByRole("button", { name: "Nieuwe woorden" }).click();
    const words = (await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts()).map((word) => word.trim());
    for (const field of await page.getByRole("textbox", { name: /^Woord \d$/ }).all()) {
      await field.fill(words[Number((await field.getAttribute("id"))!.replace(/\D/g, "")) - 1]!);
    }
    const use = page.getByRole("button", { name: "Gebruik de nieuwe woorden" });
    await each(wire, (method) => method === "PUT", () => use.click(), async (answer) => {
      await idle(use);
      await expect(boss.getByText(SORRY).first(), answer).toBeVisible();
      await expect(page.getByText("Je nieuwe woorden werken nu."), answer).toHaveCount(0);
      expect(await server.mine(key), answer).toHaveLength(1);
    });
    await page.getByRole("button", { name: "Houd mijn oude woorden" }).click();
  });
  await test.step("erasing all", async () => {
    await page.getByRole("button", { name: "Wat weten jullie van mij?" }).click();
    await boss.getByRole("button", { name: "Haal alles weg" }).click();
    const yes = boss.getByRole("button", { name: "Ja, haal alles weg" });
    await each(wire, (method, path) => method === "DELETE" && path === "/api/mine", () => yes.click(), async (answer) => {
      await idle(yes);
      await expect(boss.getByText(SORRY).first(), answer).toBeVisible();
      await expect(page.getByText("Alles is weg."), answer).toHaveCount(0);
      expect(await server.mine(key), answer).toHaveLength(1);
    });
    await yes.click();
    await expect(page.getByText("Alles is weg. Ook je sleutel. Die opent niets meer.")).toBeVisible();
    expect(await server.mine(key)).toEqual([]);
  });
});

test("a report and a reaction are not said to have arrived", async ({ page, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  const { id } = await server.hang({ text });
  await open(page, `${wire.url}/melden?bij=${id}`);
  await page.getByRole("radio", { name: "Iets anders" }).check();
  const button = page.getByRole("button", { name: "Verstuur", exact: true });
  await each(wire, (_, path) => path.endsWith("/reports"), () => button.click(), async (answer) => {
    await idle(button);
    await expect(sorry(page), answer).toBeVisible();
    await expect(page.getByText("Dank je."), answer).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Dit hangt niet op het bord" }), answer).toHaveCount(0);
    await expect(page.getByRole("radio", { name: "Iets anders" }), answer).toBeChecked();
  });
  await button.click();
  await expect(page.getByRole("heading", { level: 1, name: "Dank je. Een begeleider kijkt ernaar." })).toBeVisible();

  await open(page, `${wire.url}/droom/${id}`);
  const hear = page.getByRole("button", { name: "Dat herken ik" });
  await each(wire, (_, path) => path.includes("/supports/"), () => hear.click(), async (answer) => {
    // Without a worker nothing is kept: it goes back, and says so.
    await expect(hear, answer).toHaveAttribute("aria-pressed", "false");
    expect(await page.evaluate(() => localStorage.getItem("droombord.reacties")), answer).toBeNull();
  });
  await hear.click();
  await expect(hear).toHaveAttribute("aria-pressed", "true");
});

test("at the desk nobody is signed in or out by somebody else, and nothing is decided", async ({ page, server }) => {
  const account = server.account();
  const { id } = await server.post({ text: `Ik droom van een ${newWord()}.` });
  await open(page, `${wire.url}/leestafel/${id}`);
  const enter = page.getByRole("button", { name: "Log in" });
  await page.getByLabel("Naam").fill(account.name);
  await page.getByLabel("Wachtwoord").fill(account.password);
  await page.getByLabel("Code uit je app").fill("123456");
  await each(wire, (method, path) => method === "POST" && path === "/api/session", () => enter.click(), async (answer) => {
    await idle(enter);
    await expect(sorry(page), answer).toBeVisible();
    await expect(page.getByRole("button", { name: "Log uit" }), answer).toHaveCount(0);
    await expect(page.getByRole("main").getByText(/klopt niet/), answer).toHaveCount(0);
    await expect(page.getByLabel("Wachtwoord"), answer).toHaveValue(account.password);
  });
  await page.getByLabel("Code uit je app").fill(await code(account));
  await enter.click();
  await page.getByRole("button", { name: "Plaatsen", exact: true }).click();
  const place = page.getByRole("button", { name: "Plaats op het bord" });
  await each(wire, (_, path) => path.endsWith("/decision"), () => place.click(), async (answer) => {
    await idle(place);
    await expect(sorry(page), answer).toBeVisible();
    await expect(page.getByText("Je bent uitgelogd"), answer).toHaveCount(0);
    await expect(page.getByText("Geplaatst op het bord."), answer).toHaveCount(0);
    await expect(page.getByText("heeft deze al behandeld"), answer).toHaveCount(0);
  });
  // Beside a post a phone has no room for the head of the desk.
  await open(page, `${wire.url}/leestafel`);
  const leave = page.getByRole("button", { name: "Log uit" });
  await each(wire, (method, path) => method === "DELETE" && path === "/api/session", () => leave.click(), async (answer) => {
    await expect(sorry(page), answer).toBeVisible();
    await expect(page.getByText("Je bent uitgelogd"), answer).toHaveCount(0);
    await expect(leave, answer).toBeVisible();
  });
  await leave.click();
  await expect(page.getByText("Je bent uitgelogd").first()).toBeVisible();
});

test("what the writer says of an answer has not arrived by somebody else's yes", async ({ page, server }) => {
  const { id, key } = await server.hang({ text: `Ik droom van een ${newWord()}.` });
  const asking = await server.ask(id);
  const answerer = await server.signIn(server.account("answerer"));
  await server.answer(asking, answerer, { understood_text: "Je mist rust.", does_text: "Wij maken een kamer." });
  await server.placeAnswer(asking);
  await open(page, `${wire.url}/mijn`);
  await openMine(page, key);
  const said = page.getByRole("button", { name: "Nee, klopt niet" });
  await each(wire, (_, path) => path.endsWith("/understood"), () => said.click(), async (answer) => {
    await expect(sorry(page), answer).toBeVisible();
    await expect(said, answer).toHaveAttribute("aria-pressed", "false");
  });
  await said.click();
  await expect(said).toHaveAttribute("aria-pressed", "true");
  const felt = page.getByRole("button", { name: "Zo voelt het gehoord" });
  await each(wire, (_, path) => path.endsWith("/verdict"), () => felt.click(), async (answer) => {
    await expect(sorry(page), answer).toBeVisible();
    await expect(felt, answer).toHaveAttribute("aria-pressed", "false");
  });
});

test("a line that swallows lets every button go, and nothing happens twice", async ({ page, server }) => {
  const account = server.account();
  const key = newKey();
  const text = `Ik droom van een ${newWord()}.`;
  await page.clock.install();
  /** The server hears it, or not; no answer ever comes. */
  const swallowed = async (calls: Calls, press: () => Promise<void>) => {
    let heard = 0;
    wire.fate = (method, path) => (calls(method, path) ? ((heard += 1), "hangs") : "through");
    await press();
    await expect.poll(() => heard).toBe(1);
    await page.clock.runFor(26_000);
    wire.fate = () => "through";
  };
  await open(page, `${wire.url}/deel`);
  await write(page, text);
  await swallowed((method) => method === "POST", () => sendButton(page).click());
  await expect(page.getByRole("heading", { level: 1, name: "Je droom wacht op bereik" })).toBeVisible();
  await again(page);
  await expect(page.getByRole("heading", { level: 1, name: "Je droom is binnen" })).toBeVisible();

  await server.post({ text }, key);
  await open(page, `${wire.url}/mijn`);
  const opener = page.getByRole("button", { name: "Open mijn droom" });
  await swallowed((_, path) => path === "/api/mine", () => openMine(page, key));
  await idle(opener);
  await openMine(page, key);
  const card = page.getByRole("article").last();
  await swallowed((method) => method === "DELETE", async () => {
    await card.getByRole("button", { name: /^Haal weg/ }).click();
    await card.getByRole("button", { name: "Ja, haal weg" }).click();
  });
  await expect(card.getByText("Wat je koos, wacht op bereik.")).toBeVisible();
  await page.getByRole("button", { name: "Wat weten jullie van mij?" }).click();
  const boss = page.getByRole("region", { name: "Jij bent de baas" });
  await boss.getByRole("button", { name: "Haal alles weg" }).click();
  const yes = boss.getByRole("button", { name: "Ja, haal alles weg" });
  await swallowed((method, path) => method === "DELETE" && path === "/api/mine", () => yes.click());
  await idle(yes);
  await expect(boss.getByRole("button", { name: "Probeer opnieuw" })).toBeVisible();

  await open(page, `${wire.url}/leestafel`);
  const enter = page.getByRole("button", { name: "Log in" });
  await page.getByLabel("Naam").fill(account.name);
  await page.getByLabel("Wachtwoord").fill(account.password);
  await page.getByLabel("Code uit je app").fill("123456");
  await swallowed((method) => method === "POST", () => enter.click());
  await idle(enter);
  await expect(sorry(page)).toBeVisible();
});

test("an answer of ours that is cut has not told anything, and trying again does it once", async ({ page, server }) => {
  const text = `Ik droom van een ${newWord()}.`;
  await open(page, `${wire.url}/deel`);
  await write(page, text);
  wire.fate = (method) => (method === "POST" ? "answer cut" : "through");
  await sendButton(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Je droom wacht op bereik" })).toBeVisible();
  const seven = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
  wire.fate = () => "through";
  await again(page);
  await expect(page.getByRole("heading", { level: 1, name: "Je droom is binnen" })).toBeVisible();
  expect(await textsOf(server, seven.map((word) => word.trim()).join("-"))).toEqual([text]);
});
