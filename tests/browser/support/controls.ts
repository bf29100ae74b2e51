// How large the things are that people press, and whether the focus can be seen.
import type { Page } from "@playwright/test";

/** Controls under 24 by 24 CSS px (WCAG 2.5.8), and main ones under 44 px high (WCAG 2.5.5, a promise of ours). */
export function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, textarea, summary");
    const main = ".button, .topbar a:not(.topbar__skip), .tabs a, .filter__chip, .filter__switch, .reactions__button, .choice, select, textarea";
    const found: string[] = [];
    for (const control of controls) {
      // A radio button or checkbox is pressed by its label.
      const pressed = control.closest<HTMLElement>("label") ?? control;
      if (!pressed.checkVisibility({ checkVisibilityCSS: true }) || pressed.classList.contains("topbar__skip")) continue;
      const { width, height } = pressed.getBoundingClientRect();
      const name = `${pressed.tagName}.${pressed.className} “${pressed.innerText?.trim().slice(0, 30)}” ${width}×${height}`;
      // A link in a sentence is as high as its line (the exception of 2.5.8).
      const inSentence =
        getComputedStyle(pressed).display === "inline" &&
        [...(pressed.parentElement?.childNodes ?? [])].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if ((width < 24 || height < 24) && !inSentence) found.push(name);
      else if (pressed.matches(main) && height < 43.9 && !pressed.matches("summary:not([class])")) found.push(`${name} (44)`);
    }
    return found;
  });
}

/** Walks the page with Tab and tells of every stop where nothing shows the focus. */
export async function unseenFocus(page: Page, stops: number): Promise<string[]> {
  const unseen: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press("Tab");
    const told = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      if (!at || at === document.body) return { end: true, fault: "" };
      const ringed = [at, ...(at.closest("label") ? [at.closest("label")!] : [])].some((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      });
      // What has the focus may not lie wholly under the bars that stand still (WCAG 2.4.11).
      const { left, top, width, height } = (at.closest("label") ?? at).getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].map((part) => [left + width * part, top + height * part] as const);
      const covered =
        width > 0 &&
        points.every(([x, y]) => {
          const there = document.elementFromPoint(x, y);
          return there !== null && !at.contains(there) && !there.contains(at) && there.closest(".topbar, .tabs") !== null;
        });
      const name = `${at.tagName}.${at.className} “${at.innerText?.slice(0, 30)}”`;
      return { end: false, fault: !ringed ? `${name} has no outline` : covered ? `${name} is covered` : "" };
    });
    if (told.end) break;
    if (told.fault) unseen.push(told.fault);
  }
  return unseen;
}
