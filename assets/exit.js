/* *Weg hier*: away at once, without asking, and with nothing left to find. It stands in every page, before anything else can fail. */
(() => {
  const root = document.documentElement;
  const way = "[data-exit]";
  const attempt = (does) => {
    try {
      return does();
    } catch {}
  };
  const on = (kinds, does) => kinds.split(" ").forEach((kind) => addEventListener(kind, does, true));
  const tab = attempt(() => sessionStorage) || {};
  const emptyCaches = () => caches.keys().then((names) => names.map((name) => caches.delete(name)));
  const wipe = () => {
    attempt(emptyCaches);
    attempt(() => indexedDB.deleteDatabase("droombord"));
    attempt(() => navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister()))).then(emptyCaches));
    attempt(() => navigator.clearAppBadge());
  };
  let gone;
  const go = () => {
    const to = tab.weg || document.querySelector(way)?.href || "about:blank";
    if (gone) return;
    gone = 1;
    // What was copied in this visit leaves the clipboard, by the press that led here. What is in it cannot be looked at first.
    if (tab.kopie) {
      attempt(() => document.execCommand("copy"));
      attempt(() => navigator.clipboard.writeText(" ").catch(attempt));
    }
    root.hidden = 1;
    root.replaceChildren();
    attempt(() => {
      tab.clear();
      tab.weg = to;
      const device = localStorage;
      device.clear();
      // Other tabs hear of it, also when nothing was there.
      device.x = 1;
      device.clear();
      Storage.prototype.setItem = attempt;
    });
    /leestafel/.test(location) && fetch("/api/session", { method: "DELETE", keepalive: 1 });
    wipe();
    setInterval(wipe, 50);
    location.replace(to);
  };
  if (tab.weg) {
    if (performance.navigation.type == 2) return go();
    tab.clear();
    wipe();
  }
  on("pageshow", (event) => event.persisted && tab.weg && go());
  on("storage", (event) => event.key || go());

  // Shift three times and nothing between: whole presses of Shift alone. Who switches keyboards with it, selects with it or writes capitals
  // stays. `down` is when the press began that is not over yet.
  let presses = [];
  let down;
  // Held, it is in the state of no modifier everywhere.
  let graph;
  const other = () => {
    presses = [];
    down = 0;
  };
  const alone = (event) =>
    event.key == "Shift" &&
    !(graph || event.repeat || event.isComposing || ["Alt", "Control", "Meta", "AltGraph"].some((key) => event.getModifierState(key)));
  on("keydown keyup", ({ key, type }) => key == "AltGraph" && (graph = type == "keydown"));
  on("blur", () => (graph = 0));
  on("keydown", (event) => {
    if (down || !alone(event)) return other();
    down = event.timeStamp;
  });
  on("keyup", (event) => {
    if (!down || !alone(event)) return other();
    presses = [...presses, down].filter((press) => down - press < 1500);
    down = 0;
    if (presses[2]) return go();
    const ear = document.getElementById("announcer");
    if (presses[1] && ear) ear.textContent = ear.dataset.onceMore;
  });
  on("copy cut", (event) =>
    attempt(() => {
      if (!gone) return (tab.kopie = 1);
      event.clipboardData.setData("text/plain", " ");
      event.preventDefault();
    }),
  );
  on("pointerdown pointerup click wheel beforeinput input compositionstart compositionend blur", other);
  on("click", (event) => event.target.closest?.(way) && (event.preventDefault(), go()));
})();
