// The short form of `cargo xtask prove listen`: the comparing itself, which needs no screen reader.
import { expect, test } from "@playwright/test";
import { judge, repeatedByTyping, utterances, words } from "../support/listen/speech.ts";

const line = (t: number, ev: string, text?: string) => JSON.stringify({ t, ev, n: t, ...(text !== undefined && { text }) });

test("the log of the voice is read, without what is still being written", () => {
  const log = [line(1, "voice"), line(2, "key", "Return"), line(3, "speak", "Je droom is binnen kop niveau 1 "), line(4, "cut"), '{"t": 5, "ev": "sp'];
  expect(utterances(log.join("\n"))).toEqual([
    { at: 2, text: "Return", echo: true },
    { at: 3, text: "Je droom is binnen kop niveau 1", echo: false },
  ]);
  expect(utterances(log.join("\n"), 2.5)).toHaveLength(1);
});

test("what the reader adds is no word of ours", () => {
  for (const [sentence, count] of [
    ["Je droom is binnen kop niveau 1", 4],
    ["Ik hoor je schakelknop ingedrukt.", 3],
    ["Wil je dit weghalen? paneel.", 4],
    ["9 dromen over stoppen", 4],
    ["‘Weg hier’ – nu.", 3],
    ["", 0],
  ] as const) {
    expect(words(sentence), sentence).toBe(count);
  }
});

const said = (...texts: string[]) => texts.map((text, at) => ({ at, text, echo: false }));
const whole = { missing: [], repeated: [], long: [] };

test("a change is told in its order, once, and in few words", () => {
  expect(judge(said("Stap 2 van 4", "Schrijf jouw droom kop niveau 1"), [/Stap 2/, /Schrijf jouw droom/])).toEqual(whole);
  expect(judge(said("Schrijf jouw droom", "Stap 2 van 4"), [/Stap 2/, /Schrijf jouw droom/]).missing).toEqual(["Schrijf jouw droom"]);
  expect(judge(said(), [/gekopieerd/]).missing).toEqual(["gekopieerd"]);
  expect(judge(said("Het is weg.", "Het is weg."), [/weg/]).repeated).toEqual(["Het is weg. (2 times)"]);
  expect(judge(said("een ".repeat(13)), [/een/]).long).toHaveLength(1);
  expect(judge(said(`Wil je dit weghalen? ${"een ".repeat(10)}.`), [/weghalen/]).long).toEqual([]);
  expect(judge([{ at: 0, text: "Return", echo: true }], [/Return/]).missing).toEqual(["Return"]);
});

test("what typing says again is told, but for the letters themselves", () => {
  expect(repeatedByTyping(said("Kort is goed", "ik", "Kort is goed", "droom", "ik"), "ik droom, ik droom")).toEqual(["Kort is goed (2 times)"]);
  expect(repeatedByTyping(said("Je hebt nog 50 letters of minder."), "ik droom")).toEqual([]);
});
