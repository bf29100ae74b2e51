/* Until the program of a page is there: what is typed, chosen and pressed in its first HTML is kept for it (`src/takeover.rs`). When the
   program does not come, the page says so. */
(() => {
  const root = document.documentElement;
  const on = (kinds, does) => kinds.split(" ").forEach((kind) => addEventListener(kind, does, true));
  const came = performance.getEntriesByType("navigation")[0]?.type;
  /** How much of the page is laid out at once: see `style/block/board.css`. */
  const whole = () => (root.dataset.whole = "");
  if (came != "navigate" || location.hash) whole();
  on("popstate", whole);

  /** Marks the page when a draft waits on this device: nothing of its words. Not on a phone that is somebody else's (`assets/phone.js`). */
  const begun = () => {
    let waits;
    try {
      const { state, draft } = JSON.parse(name == "los" ? null : localStorage["droombord.concept"]);
      waits = state == "writing" && draft.text.trim();
    } catch {}
    root.toggleAttribute("data-begun", !!waits);
  };
  begun();
  on("pageshow storage", begun);

  let ready;
  /** Buttons that were pressed, in order. Twice is once; what can be taken back is taken back by the second. */
  const pressed = new Set();
  const stands = (button) => button.getAttribute("aria-pressed");
  const show = (button, is) => {
    button.toggleAttribute("data-tapped", is);
    if (stands(button)) button.setAttribute("aria-pressed", is);
  };
  on("click", ({ target }) => {
    const button = !ready && target.closest?.("#app button:not([data-renew], [action] *)");
    if (!button) return;
    const again = stands(button) && pressed.delete(button);
    again || pressed.add(button);
    if (told) say();
    if (told && stands(button)) pressed.delete(button);
    else show(button, !again);
  });
  // A form that the browser can send by itself has an address.
  on("submit", (event) => ready || event.target.hasAttribute("action") || event.preventDefault());

  /** Whether somebody is in the middle of a letter, and what waits for its end. */
  let composing;
  let waiting;
  on("compositionstart compositionupdate compositionend", ({ type }) => {
    clearTimeout(composing);
    const settle = () => {
      composing = 0;
      waiting?.();
    };
    composing = setTimeout(settle, type == "compositionend" ? 0 : 5000);
  });

  const fieldsOf = (page) =>
    [...page.querySelectorAll("input,textarea,select")].filter((field) => {
      const { type, options } = field;
      if (type == "radio" || type == "checkbox") return field.checked != field.defaultChecked;
      const first = options ? ([...options].find((option) => option.defaultSelected) ?? options[0])?.value : field.defaultValue;
      return field.value != first;
    });

  /* A translator in the browser takes a text out of the page and puts an element of its own there. The program goes on to write into the text
     that it made, or looks there for its place, and nothing of it is seen. So the text goes back, empty, before its translation, which goes
     when the text is written anew or taken away. The translator then finds a text that it has not translated yet. */
  const translations = new WeakMap();
  /** Of a translation: its texts, and what each of them said. */
  const texts = new WeakMap();
  /** Of a text that was translated where it stands. */
  const said = new WeakMap();
  const pair = (translation, text, was) => {
    if (!texts.has(translation)) texts.set(translation, new Map());
    texts.get(translation).set(text, was);
    translations.set(text, translation);
    translation.before(text);
    text.data = "";
  };
  /** Takes a translation away: another one comes in its place, or its texts say again what they said. */
  const end = (translation, but, next) => {
    for (const [text, was] of texts.get(translation)) {
      translations.delete(text);
      if (text == but) continue;
      if (next) pair(next, text, was);
      else text.data = was;
    }
    texts.delete(translation);
    translation.remove();
  };
  const mend = new MutationObserver((changes) => {
    for (const { target, oldValue, removedNodes, addedNodes, previousSibling, nextSibling } of changes) {
      const translation = translations.get(target);
      if (translation) end(translation, target);
      // By a translator that has no elements of its own: before there is a program nobody else writes.
      else if (oldValue && !ready && !said.has(target) && !target.data.startsWith(oldValue)) said.set(target, oldValue);
      for (const gone of removedNodes) {
        if (gone.parentNode) continue;
        const now = addedNodes[0] ?? [previousSibling, nextSibling].find((one) => one?.nodeName == "FONT" && !texts.has(one));
        if (texts.has(gone)) end(gone, undefined, now?.parentNode && !translations.has(now) && now);
        else if (translations.has(gone)) end(translations.get(gone), gone);
        else if (now?.parentNode && gone.data?.trim()) pair(now, gone, said.get(gone) ?? gone.data);
      }
    }
    // What was done here.
    mend.takeRecords();
  });
  mend.observe(root, { childList: true, subtree: true, characterDataOldValue: true });
  /** What an element says in the language of the page. */
  const saidIn = (node) =>
    texts.has(node) ? [...texts.get(node).values()].join("") : (said.get(node) ?? node.data ?? [...node.childNodes].map(saidIn).join(""));

  /** The HTML inside an element, in the language of the page. */
  const original = (element) => {
    const copy = element.cloneNode(true);
    const restore = (from, to) => {
      const pairs = [...from.childNodes].map((one, at) => [one, to.childNodes[at]]);
      for (const [one, its] of pairs) texts.has(one) || said.has(one) ? its.replaceWith(saidIn(one)) : restore(one, its);
    };
    restore(element, copy);
    return copy.innerHTML;
  };

  /** The same element in another copy of the page: by its id, else as the same one of those that say the same. */
  const twinIn = (before, after) => (element) => {
    const sign = (one) => one.id || [one.name, one.type && one.defaultValue, one.href, saidIn(one.tagName == "DETAILS" ? one.firstElementChild : one)].join();
    const alike = (page) => [...page.getElementsByTagName(element.tagName)].filter((one) => sign(one) == sign(element));
    return alike(after)[alike(before).indexOf(element)];
  };

  /** Puts the program's page in the place of the first HTML, in one step: with everything that somebody did in it. */
  const put = (before, after) => {
    if (composing) return (waiting = () => put(before, after));
    waiting = undefined;
    const twin = twinIn(before, after);
    const active = document.activeElement ?? root;
    const focused = before.contains(active) && twin(active);
    const { selectionStart, selectionEnd, selectionDirection } = active;
    // Whose phone it is comes first.
    const fields = fieldsOf(before)
      .sort((one, other) => (other.type == "checkbox") - (one.type == "checkbox"))
      .map((field) => [field, twin(field), field.scrollTop, field.scrollLeft]);
    const details = [...before.querySelectorAll("details")].map((one) => [one.open, twin(one)]);
    // The app may show another screen: what was pressed for is past, or was not meant for it.
    const [was, is] = [before, after].map((page) => page.querySelector("h1")).map((one) => one && saidIn(one));
    const buttons = was == is ? [...pressed].map(twin) : [];
    // What is before the eyes of who scrolled: between two posts there is only what holds them all.
    const depth = (element) => (element == before ? 0 : 1 + depth(element.parentElement));
    const seen = [0.35, 0.5, 0.65]
      .map((part) => scrollY > 0 && document.elementFromPoint(innerWidth / 2, innerHeight * part)?.closest(":not(font)"))
      .filter((element) => element && before.contains(element))
      .sort((one, other) => depth(other) - depth(one))[0];
    const place = seen && [twin(seen), seen.getBoundingClientRect().top];

    before.replaceWith(after);
    ready = 1;
    clearTimeout(timer);
    for (const [field, now, top, left] of fields) {
      if (!now) continue;
      const ticks = field.type == "radio" || field.type == "checkbox";
      if (ticks ? now.checked == field.checked || (field.type == "radio" && !field.checked) : now.value == field.value) continue;
      if (ticks) now.checked = field.checked;
      else now.value = field.value;
      for (const kind of ["input", "change"]) now.dispatchEvent(new Event(kind, { bubbles: true }));
      now.scrollTop = top;
      now.scrollLeft = left;
    }
    for (const [open, now] of details) if (now) now.open = open;
    if (place?.[0]) {
      whole();
      scrollBy(0, place[0].getBoundingClientRect().top - place[1]);
    }
    focused && focused.focus({ preventScroll: true });
    const select = () => {
      const selects = selectionEnd != null && document.activeElement == focused;
      if (selects) focused.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    };
    select();
    // The app writes what it was told into its fields before the next key is heard, and the caret goes to the end.
    (async () => {
      for (let turn = 0; turn < 30; turn += 1) await 0;
      select();
    })();
    // Known to scripts and style sheets.
    document.getElementById("app").dataset.ready = "";
    // A reaction that this device had given before: who taps it in the first HTML wants to give it.
    for (const button of buttons) if (button && stands(button) != "true") button.click();
  };

  /** Says that the program is not there: once it has been too long, or is broken. The notice stands in the first HTML, so it goes with it. */
  let told;
  const say = () => {
    const ear = document.getElementById("announcer");
    if (ear) ear.textContent = told.querySelector("p").textContent;
    // Whoever pressed something looks where nothing happens.
    if (pressed.size) told.scrollIntoView({ block: "center" });
  };
  const tell = () => {
    if (ready || told) return;
    told = document.getElementById("zonder-app");
    if (!told) return void (document.readyState == "loading" && setTimeout(tell, 300));
    told.hidden = false;
    say();
    // It was not given.
    for (const button of pressed) if (stands(button) && pressed.delete(button)) show(button, false);
  };
  const timer = setTimeout(tell, self.WebAssembly ? 8000 : 0);

  /** After a deploy the page that is here asks for files that are gone: then it is loaded anew, once, unless somebody did something in it. */
  const renew = async () => {
    const isUntouched = () => came == "navigate" && !pressed.size && !fieldsOf(document)[0];
    if (!isUntouched()) return;
    const file = document.querySelector("[rel=modulepreload]").getAttribute("href");
    const page = await (await fetch(location, { cache: "no-store" })).text();
    if (page.includes("first-data") && !page.includes(file) && isUntouched()) location.reload();
  };
  let renewed;
  on("error unhandledrejection", ({ target, type, filename }) => {
    // Scripts beside the program, and those of others, can fail without it.
    const isBeside = type == "error" && !(filename.startsWith(location.origin) && !/\/(phone|outbox)-/.test(filename));
    if (ready || (target == self ? isBeside : target.type != "module")) return;
    tell();
    renewed ??= renew().catch(() => 0);
  });

  self.droombordEarly = { put, original };
})();
