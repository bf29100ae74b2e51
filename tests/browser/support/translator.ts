// A translator in the browser, as those of Chromium and Google work: it takes every text that a page does not keep from it, and puts two
// `font` elements there with what it says in another language. Here that is the same in capitals. What comes later it takes too.
import type { BrowserContext, Page } from "@playwright/test";

/** When it begins: with the first element of a page, or when the program has taken the page over. */
export type Begins = "early" | "late";

/** Everything that it took from the pages of one browser. */
export class Translator {
  readonly taken: string[] = [];

  static async in(context: BrowserContext, begins: Begins): Promise<Translator> {
    const translator = new Translator();
    await context.exposeBinding("translatorTakes", (_, texts: string[]) => void translator.taken.push(...texts));
    await context.addInitScript(translate, begins);
    return translator;
  }

  /** What it took of texts that hold one of these words, whatever their case. */
  of(...words: string[]): string[] {
    const has = (text: string) => words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
    return this.taken.filter(has);
  }
}

/** Takes translations away, as *Show original* does. */
export function showOriginal(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { translator: { end: () => void } }).translator.end());
}

function translate(begins: Begins): void {
  if (top !== self) return;
  const ATTRIBUTES = ["title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext"];
  const isKept = (element: Element | null): boolean =>
    !!element?.closest("script, style, noscript, template, textarea, [contenteditable]") ||
    !!element?.closest(".notranslate") ||
    element?.closest("[translate]")?.getAttribute("translate") === "no";
  let waiting: string[] = [];
  const take = (text: string) => {
    if (waiting.push(text) > 1) return;
    queueMicrotask(() => {
      const texts = waiting;
      waiting = [];
      void (window as unknown as { translatorTakes: (texts: string[]) => Promise<void> }).translatorTakes(texts);
    });
  };
  const ours = new WeakSet<Node>();
  const originals = new Map<HTMLElement, Text>();
  let places = 0;
  const text = (node: Text) => {
    const parent = node.parentElement;
    if (!parent || ours.has(parent) || isKept(parent) || !/\p{L}/u.test(node.data)) return;
    const translated = node.data.toLocaleUpperCase("nl");
    // Where no element can stand.
    const inPlace = parent.matches("title, option");
    if (inPlace && node.data === translated) return;
    take(node.data);
    if (inPlace) return void (node.data = translated);
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    ours.add(outer).add(inner);
    inner.textContent = translated;
    outer.append(inner);
    originals.set(outer, node);
    // Both ways are met in the wild.
    if ((places += 1) % 2) parent.replaceChild(outer, node);
    else {
      parent.insertBefore(outer, node);
      parent.removeChild(node);
    }
  };
  const attributes = (element: Element) => {
    if (isKept(element)) return;
    const isButton = element.matches("input:is([type=button], [type=submit], [type=reset])");
    for (const name of isButton ? [...ATTRIBUTES, "value"] : ATTRIBUTES) {
      const said = element.getAttribute(name);
      if (!said || said === said.toLocaleUpperCase("nl")) continue;
      take(said);
      element.setAttribute(name, said.toLocaleUpperCase("nl"));
    }
  };
  const walk = (node: Node) => {
    if (node instanceof Text) return text(node);
    if (!(node instanceof Element)) return;
    attributes(node);
    for (const child of [...node.childNodes]) walk(child);
  };
  const how = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES };
  const observer = new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === "attributes") attributes(target as Element);
      else if (type === "characterData") walk(target);
      else for (const node of addedNodes) if (node.isConnected) walk(node);
    }
  });
  const begin = () => {
    walk(document.documentElement);
    observer.observe(document, how);
  };
  Object.assign(window, {
    translator: {
      end: () => {
        observer.disconnect();
        for (const [translation, text] of originals) if (translation.isConnected) translation.parentNode!.replaceChild(text, translation);
      },
    },
  });
  // Nothing is there yet but the document.
  if (begins === "early") return observer.observe(document, how);
  const wait = new MutationObserver(() => {
    if (!document.querySelector("#app[data-ready]")) return;
    wait.disconnect();
    begin();
  });
  wait.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-ready"] });
}
