// What a screen reader says of every change without a load: writing, the key, own dreams, the board, a post, the desk. A real reader (Orca, in
// Dutch) on a screen that nobody sees; keys are pressed as people do who hear and do not see.
import { expect, test as base } from "@playwright/test";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { code, newKey, Server, type Account } from "../support/server.ts";
import { Ear } from "../support/listen/ear.ts";
import type { Kind } from "../support/listen/desktop.ts";

/** Where records go that `cargo xtask prove` adds up. */
const RECORDS = process.env.DROOMBORD_PROOF;
const FOLDER = join(import.meta.dirname, "../../../target/listen");

type Heard = { walk: (name: string, title: string, browser: Kind, steps: (ear: Ear) => Promise<void>) => Promise<void> };
type Board = { server: Server; reader: Account };

const test = base.extend<Heard, { board: Board }>({
  board: [
    async ({}, use) => {
      const server = await Server.start();
      const reader = server.account("facilitator", "Sam");
      server.demo();
      // More than one page of them, each heard apart.
      for (let number = 1; number <= 30; number += 1) {
        await server.hang({ text: `Ik droom van boom ${number}. Een groene.`, direction: "stop" });
      }
      await use({ server, reader });
      await server.remove();
    },
    { scope: "worker" },
  ],
  walk: async ({}, use) => {
    await use(async (name, title, browser, steps) => {
      const folder = join(FOLDER, name);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const ear = await Ear.open(folder, browser);
      let broke: unknown;
      try {
        await steps(ear);
      } catch (error) {
        broke = error;
      } finally {
        writeFileSync(join(folder, "walk.txt"), ear.log() + "\n");
        await ear.close();
      }
      ear.save(name, title, RECORDS);
      if (broke) throw broke;
      expect(ear.wrong(), ear.log()).toEqual([]);
    });
  },
});

test.describe.configure({ mode: "default", timeout: 400_000 });

/** The seven words, which the reader said one after another. */
function sevenWords(said: string[]): string[] {
  const words: string[] = [];
  for (const [at, text] of said.entries()) {
    const place = Number(/^([1-7])\.$/.exec(text)?.[1]);
    if (place) words[place - 1] = said[at + 1]!.replace(/[ .]+$/g, "");
    const whole = /^([1-7])\.\s*(\S+?)\.?$/.exec(text);
    if (whole) words[Number(whole[1]) - 1] = whole[2]!;
  }
  return words;
}

test("writing, sending, and the key", async ({ board, walk }) => {
  await walk("01-writing", "Writing, sending, and the key", "firefox", async (ear) => {
    await ear.go(`${board.server.url}/deel`);
    await ear.seek("Tab", /Verder/);
    await ear.change("Verder, nothing chosen", "Return", /Nog 1 ding, dan kun je verder/);
    await ear.key("Tab");
    await ear.change("the link in the error", "Return", /Een droom/);
    await ear.key("space");
    await ear.seek("Tab", /Verder/);
    await ear.change("Verder", "Return", /Schrijf jouw droom/, /Stap 2 van 4/);
    await ear.seek("Tab", /invoer/);
    await ear.type("30 letters", "Ik droom van een huis met tuin");
    await ear.change("Shift", "Shift_L");
    await ear.change("Shift, again", "Shift_L", /Nog 1 keer voor Weg hier/);
    await ear.seek("Tab", /^Verder/);
    await ear.change("Verder", "Return", /Wie ben jij/, /Stap 3 van 4/);
    await ear.seek("Tab", /Overslaan/);
    await ear.change("Overslaan", "Return", /Klopt het zo/, /Stap 4 van 4/);
    await ear.seek("Tab", /Verstuur mijn droom/);
    await ear.change("Verstuur mijn droom", "Return", /Je droom is binnen/);
    await ear.key("ctrl+Home");
    await ear.seek("h", /Jouw droomsleutel/, 8);
    for (let line = 0; line < 14; line += 1) await ear.key("Down");
    const words = sevenWords(ear.heard());
    expect(words.filter(Boolean), ear.log()).toHaveLength(7);
    await ear.seek("Tab", /Kopieer/);
    await ear.change("Kopieer", "Return", /De woorden zijn gekopieerd/);
    await ear.seek("Tab", /Woord \d/);
    await ear.fill("fietsbel");
    await ear.seek("Tab", /Klaar/);
    await ear.change("Klaar, with one wrong and one empty word", "Return", /Nog 2 dingen, dan kun je verder/);
  });
});

test("own dreams", async ({ board, walk }) => {
  const key = newKey();
  await board.server.post({ text: "Ik droom van een hond. Een bruine." }, key);
  await board.server.post({ text: "Ik droom van een kat. Een grijze." }, key);
  await walk("02-own", "Own dreams, opened with the seven words", "firefox", async (ear) => {
    await ear.go(`${board.server.url}/mijn`);
    await ear.seek("Tab", /Open mijn droom/);
    await ear.change("Open, without words", "Return", /Nog 1 ding, dan kun je verder/);
    await ear.key("Tab");
    await ear.change("the link in the error", "Return", /droomsleutel/);
    await ear.fill(key.replaceAll("-", " "));
    await ear.change("Open mijn droom", "Return", /Je volgt 2 dromen/);
    await ear.seek("Tab", /Toch niet plaatsen/);
    await ear.change("Toch niet plaatsen", "Return", /Wil je dat wij hem niet plaatsen/);
    await ear.seek("Tab", /Ja, niet plaatsen/, 6);
    await ear.change("Ja, niet plaatsen", "Return", /Wij plaatsen hem niet/);
    await ear.seek("Tab", /Haal weg/);
    await ear.change("Haal weg", "Return", /Wil je dit weghalen/);
    await ear.seek("Tab", /Ja, haal weg/, 6);
    await ear.change("Ja, haal weg", "Return", /Het is weg\. Overal/);
  });
});

for (const browser of ["firefox", "chromium"] as const) {
  test(`the board and a post, ${browser}`, async ({ board, walk }) => {
    await walk(`03-board-${browser}`, "The board, a post, a reaction, Back", browser, async (ear) => {
      await ear.go(`${board.server.url}/`);
      await ear.seek("Tab", /^Kies wat je leest/);
      await ear.key("Return");
      await ear.seek("Tab", /^Stoppen/);
      await ear.change("Stoppen", "Return", /dromen over stoppen/);
      await ear.key("ctrl+Home");
      await ear.seek("Tab", /^Lijst/);
      await ear.change("Lijst", "Return", /^Lijst/);
      await ear.go(`${board.server.url}/`);
      await ear.seek("Tab", /Ik droom van boom \d+/, 80);
      await ear.change("a dream", "Return", /Ik droom van boom \d+/);
      await ear.seek("b", /Ik hoor je/);
      await ear.change("Ik hoor je", "space", /Dank je/);
      await ear.change("Back", "alt+Left", /dromen en verhalen/);
    });
  });
}

test("searching", async ({ board, walk }) => {
  await walk("04-search", "Searching", "firefox", async (ear) => {
    await ear.go(`${board.server.url}/`);
    await ear.seek("Tab", /^Zoek/);
    await ear.key("Return");
    await ear.seek("Tab", /Zoek een woord/, 6);
    await ear.fill("zeppelin");
    await ear.change("Enter, nothing found", "Return", /Geen dromen met deze keuze/);
    await ear.key("ctrl+Home");
    await ear.seek("Tab", /Zoek een woord/);
    await ear.key("ctrl+a");
    await ear.fill("boom");
    await ear.change("Enter, thirty found", "Return", /\d+ dromen/);
  });
});

test("typing and sending, chromium", async ({ board, walk }) => {
  await walk("05-typing-chromium", "Typing and sending", "chromium", async (ear) => {
    await ear.go(`${board.server.url}/deel`);
    await ear.seek("Tab", /Een droom/);
    await ear.key("space");
    await ear.seek("Tab", /Verder/);
    await ear.change("Verder", "Return", /Schrijf jouw droom/, /Stap 2 van 4/);
    await ear.seek("Tab", /invoer/);
    await ear.type("30 letters", "Ik droom van een huis met tuin");
    await ear.seek("Tab", /^Verder/);
    await ear.change("Verder", "Return", /Wie ben jij/, /Stap 3 van 4/);
    await ear.seek("Tab", /Overslaan/);
    await ear.change("Overslaan", "Return", /Klopt het zo/, /Stap 4 van 4/);
    await ear.seek("Tab", /Verstuur mijn droom/);
    await ear.change("Verstuur mijn droom", "Return", /Je droom is binnen/);
  });
});

test("the desk", async ({ board, walk }) => {
  await board.server.post({ text: "Ik droom van een fiets. Een rode." });
  await walk("06-desk", "The desk: signing in, reading, deciding", "firefox", async (ear) => {
    const { reader, server } = board;
    await ear.go(`${server.url}/leestafel`);
    await ear.seek("Tab", /Log in/);
    await ear.change("Log in, empty", "Return", /Nog een paar dingen, dan kun je verder/);
    await ear.key("ctrl+Home");
    await ear.seek("Tab", /^Naam/);
    await ear.fill(reader.name);
    await ear.seek("Tab", /Wachtwoord/);
    await ear.fill(reader.password);
    await ear.seek("Tab", /Code uit/);
    await ear.fill(await code(reader));
    await ear.change("Log in", "Return", /Leestafel/, /Je bent ingelogd/);
    await ear.seek("Tab", /fiets/);
    await ear.change("a dream of the queue", "Return", /Deze droom lezen|fiets/);
    await ear.seek("b", /^Plaatsen/);
    await ear.key("Return");
    await ear.seek("b", /Plaats op het bord/);
    await ear.change("Plaats op het bord", "Return", /Geplaatst op het bord/);
  });
});
