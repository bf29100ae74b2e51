// What a screen reader is told of what changes: everything that the page's one live region held, and that it could be heard.
import { expect, type BrowserContext, type Page } from "@playwright/test";

/** From now on every page of this browser writes down what its live region holds. */
export async function listen(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: string[] = [];
    Object.defineProperty(window, "heard", { value: heard });
    const isHidden = (element: Element | null): boolean =>
      !!element &&
      (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) ||
        !!element.closest("[hidden], [inert], [aria-hidden=true], dialog:not([open])"));
    const follow = () => {
      const region = document.getElementById("announcer");
      if (!region) return false;
      new MutationObserver((changes) => {
        for (const node of changes.flatMap((change) => [...change.addedNodes])) {
          heard.push(isHidden(region) ? `(hidden) ${node.textContent}` : (node.textContent ?? ""));
        }
      }).observe(region, { childList: true, subtree: true, characterData: true });
      return true;
    };
    const wait = new MutationObserver(() => follow() && wait.disconnect());
    wait.observe(document, { childList: true, subtree: true });
  });
}

/** Waits until something was said, and forgets it with everything before. */
export async function heard(page: Page, text: string | RegExp): Promise<void> {
  const pattern = typeof text === "string" ? text : { source: text.source, flags: text.flags };
  const before: string[] = [];
  await expect(async () => {
    const { found, said } = await page.evaluate((pattern) => {
      const { heard } = window as unknown as { heard: string[] };
      const fits = (said: string) =>
        typeof pattern === "string" ? said === pattern : new RegExp(pattern.source, pattern.flags).test(said);
      const at = heard.findIndex(fits);
      return { found: at >= 0, said: at >= 0 ? heard.splice(0, at + 1) : [...heard] };
    }, pattern);
    before.splice(0, Infinity, ...said);
    expect(found, `${text} was said; heard: ${JSON.stringify(said)}`).toBe(true);
  }).toPass({ timeout: 10_000, intervals: [50, 100, 200] });
}

/** What was said since the last question. */
export function said(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
}

/** One live region, which is there before anything is said in it; nothing hides it, and nothing else speaks by itself. */
export async function speaks(page: Page, step: string): Promise<void> {
  const { live, hidden, old } = await page.evaluate(() => {
    const LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=timer], [role=marquee], [role=alertdialog], output";
    const live = [...document.querySelectorAll(LIVE)].map((element) => element.id || element.outerHTML.slice(0, 120));
    const hidden: string[] = [];
    for (let at = document.getElementById("announcer") as Element | null; at; at = at.parentElement) {
      const { display, visibility } = getComputedStyle(at);
      const shut = at.matches("[hidden], [inert], [aria-hidden=true]");
      if (shut || display === "none" || visibility !== "visible") hidden.push(at.tagName + (at.id && `#${at.id}`));
    }
    const { heard } = window as unknown as { heard: string[] };
    return { live, hidden, old: heard.filter((said) => said.startsWith("(hidden)") || said.split(/\s+/).length > 12) };
  });
  expect(live, `${step}: one live region`).toEqual(["announcer"]);
  expect(hidden, `${step}: nothing hides it`).toEqual([]);
  expect(old, `${step}: said in twelve words, and not in a hidden region`).toEqual([]);
}
