// A page as a screen reader gets it, without what differs from run to run, so that it can be compared with a file.
import { expect, type Page } from "@playwright/test";

const FREE: Array<[RegExp, string]> = [
  // Addresses hold ids and ports; where links lead is tested elsewhere.
  [/^ *- \/url:.*\n/gm, ""],
  [/\b\d{1,2}:\d{2}\b/g, "00:00"],
  [/\b(Vandaag|Gisteren)\b/g, "Vandaag"],
  [/\bwacht (minder dan een uur|\d+ (minuut|minuten|uur))/gi, "wacht 1 minuut"],
  [/\b(begin|eind) [a-z]+ 20\d\d/gi, "begin mei 2026"],
  [/\b(early|late) [A-Z][a-z]+ 20\d\d/g, "early May 2026"],
  [/\b\d{1,2} [a-z]+ 20\d\d\b/g, "1 mei 2026"],
  [/\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/g, "1 May 2026"],
  [/\b20\d\d-\d\d-\d\d\b/g, "2026-05-01"],
  // The samples' times are so many hours ago: where summer time begins or ends between, it can be a day more or less.
  [/\bduurde \d+ dagen\b/g, "duurde 20 dagen"],
];

/** Roles, names and states of everything in the page. */
export async function outline(page: Page): Promise<string> {
  await expect(page.locator(".skeleton")).toHaveCount(0);
  let tree = (await page.locator("body").ariaSnapshot()) + "\n";
  // What is said stands there for some seconds (`heard.ts` looks at it).
  tree = tree.replace(/^- status(:.*)?\n( .*\n)*/m, "");
  for (const [pattern, put] of FREE) tree = tree.replace(pattern, put);
  return childless(tree);
}

/** The thank-you page has other words each time, and asks for another two. */
export function withoutWords(tree: string): string {
  return tree.replace(/127\.0\.0\.1:\d+/g, "het bord").replace(/^( *- listitem:) \S+$/gm, "$1 woord").replace(/Woord \d/g, "Woord 1");
}

/** A line that lost its children ends without a colon. */
function childless(tree: string): string {
  const lines = tree.split("\n");
  const depth = (line: string) => line.length - line.trimStart().length;
  return lines
    .map((line, at) => (line.endsWith(":") && depth(lines[at + 1] ?? "") <= depth(line) ? line.slice(0, -1) : line))
    .join("\n");
}
