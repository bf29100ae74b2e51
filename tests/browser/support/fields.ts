// What describes a field: it must not change while somebody types, or Chromium lets a screen reader read it again at each letter.
import type { Page } from "@playwright/test";

const FIELDS = "textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=date], [type=file])";

/** Types ten letters into every field that is shown. What came of each whose description changed, and of each that nothing describes right. */
export async function describedAnew(page: Page): Promise<string[]> {
  const fields = page.locator(FIELDS).filter({ visible: true });
  const ids = await fields.evaluateAll((fields) => fields.map((field) => field.id));
  for (const id of ids) {
    await page.evaluate((id) => {
      const field = document.getElementById(id)!;
      const said = () =>
        (field.getAttribute("aria-describedby") ?? "")
          .split(/\s+/)
          .filter((id) => id)
          .map((id) => document.getElementById(id)?.textContent ?? `(nothing with the id ${id})`)
          .join(" ");
      const described = [said()];
      new MutationObserver(() => described.at(-1) !== said() && described.push(said())).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ["aria-describedby"],
      });
      Object.assign(field, { described });
      field.focus();
    }, id);
    await page.keyboard.type("tien letters".slice(0, 10));
  }
  // Longer than the device takes to keep a text, and the guard to look at it.
  if (ids.length > 0) await page.waitForTimeout(700);
  return page.evaluate(
    (ids) =>
      ids
        .map((id) => ({ id, described: (document.getElementById(id) as unknown as { described?: string[] })?.described ?? [] }))
        // An error goes once, with the first letter that mends it.
        .filter(({ described: [first = "", ...later] }) => {
          const onlyMended = later.length === 1 && first.endsWith(later[0]!);
          return (later.length > 0 && !onlyMended) || [first, ...later].some((text) => text.includes("(nothing with the id"));
        })
        .map(({ id, described }) => `${id}: ${described.join(" | ")}`),
    ids,
  );
}
