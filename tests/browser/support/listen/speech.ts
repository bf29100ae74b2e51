// What a screen reader said, and whether that is what should be heard. Pure: it reads the log of the voice (`voice.py`).

/** One utterance. Echoes of keys and letters are marked, since every reader has its own. */
export type Utterance = { at: number; text: string; echo: boolean };

/** The log's lines, since a moment in seconds. Lines that are being written are left out. */
export function utterances(log: string, since = 0): Utterance[] {
  const all: Utterance[] = [];
  for (const line of log.split("\n")) {
    if (!line.endsWith("}")) continue;
    const { t, ev, text } = JSON.parse(line) as { t: number; ev: string; text?: string };
    if (text !== undefined && t >= since) all.push({ at: t, text: text.trim(), echo: ev === "key" || ev === "char" });
  }
  return all;
}

/** What a reader adds of its own behind the words: what kind of thing it is. */
const ROLE = /\s*(kop niveau \d|drukknop|schakelknop|link|bezocht|statusbalk|waarschuwing|paneel|regio|klikbaar|niet ingedrukt|ingedrukt)\s*\.?$/i;

/** The words of what was said, without what the reader adds. */
export function words(sentence: string): number {
  let bare = sentence;
  while (ROLE.test(bare)) bare = bare.replace(ROLE, "");
  return bare.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export const MOST_WORDS = 12;

/** What became of an act: what was expected and not heard, heard more than once, or heard in too many words. */
export type Judgement = { missing: string[]; repeated: string[]; long: string[] };

/** The sentence of an utterance that tells it. */
function telling(text: string, sentence: RegExp): string {
  return text.split(/(?<=[.?!])\s+/).find((one) => sentence.test(one)) ?? text;
}

/** Every expected sentence is heard, in this order, once, and is short. */
export function judge(said: Utterance[], expected: RegExp[]): Judgement {
  const judgement: Judgement = { missing: [], repeated: [], long: [] };
  let from = 0;
  for (const sentence of expected) {
    const hits = said.flatMap(({ text, echo }, at) => (!echo && sentence.test(text) ? [at] : []));
    const first = hits.find((at) => at >= from);
    if (first === undefined) {
      judgement.missing.push(sentence.source);
      continue;
    }
    from = first + 1;
    if (hits.length > 1) judgement.repeated.push(`${said[first]!.text} (${hits.length} times)`);
    const told = telling(said[first]!.text, sentence);
    if (words(told) > MOST_WORDS) judgement.long.push(told);
  }
  return judgement;
}

/** What was said again and again while somebody typed, beside the letters and words that they typed. */
export function repeatedByTyping(said: Utterance[], typed: string): string[] {
  const times = new Map<string, number>();
  for (const { text, echo } of said) {
    if (!echo && !typed.includes(text)) times.set(text, (times.get(text) ?? 0) + 1);
  }
  return [...times].filter(([, count]) => count > 1).map(([text, count]) => `${text} (${count} times)`);
}
