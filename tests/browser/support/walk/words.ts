// What somebody writes in a walk: words that can be found again, in the scripts and with the line breaks of real keyboards.
import type { Dice } from "../dice.ts";

const PIECES = [
  " dat ik mag blijven.",
  " En dat mijn broer mee mag.",
  " Soms is het stil in huis.",
  " 🙂 Dat is fijn.",
  " Ik wil 's avonds een boek lezen.",
  " Eén keer per week samen koken.",
  "\nOp een nieuwe regel.",
  " Héél graag, ook in de zomer.",
  " Мой дом тоже здесь.",
  " مرحبا بالجميع",
  " 你好世界",
  " “Gewoon” zeggen wat er is…",
  " zonder punt",
] as const;

/** As other programs break lines; typed into a field, or pasted. */
const BROKEN = [" Eerst dit\u2028dan dat.", " Boven\u2029onder.", " Links\u000brechts."] as const;

/** A word that stands in no other text of this walk or another one. */
export function token(seed: number, number: number): string {
  const letters = [...`${seed}x${number}`].map((sign) => ("abcdefghij"[Number(sign)] ?? "q")).join("");
  return `zeester${letters}q`;
}

/** As the server takes it. */
export function plainPiece(dice: Dice): string {
  return dice.pick(PIECES);
}

/** As somebody types it. */
export function piece(dice: Dice): string {
  return dice.chance(8) ? dice.pick(BROKEN) : dice.pick(PIECES);
}

/** Texts that are the same words: where a line breaks and how wide a gap is may differ. */
export function squashed(text: string): string {
  return text.normalize("NFC").replace(/[\s\u0085]+/gu, " ").trim();
}
