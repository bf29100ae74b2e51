/* What every visitors' page does beside its words, once it has nothing better to do: it starts the service worker, and says when there is a
   newer version. On somebody else's phone it does neither. */
(() => {
  const root = document.documentElement;
  const worker = navigator.serviceWorker;
  /** The name of a tab in which somebody said that this is not their phone: it goes with the tab, and says nothing to who finds it. */
  const LOOSE = "los";
  /** *Weg hier* was pressed, or the phone is somebody else's: nothing may be kept from now on. */
  const keepsNothing = () => root.hidden || name === LOOSE;

  /** Whether somebody may write here: on a page for that, or where the app was put on the phone. */
  const writes = () => self.droombordOutbox || matchMedia("(display-mode: standalone)").matches;

  /** Posts that were read in this page, however they were opened: the worker is told once the line is quiet, and keeps what it has not. */
  const read = new Set();
  let keeper;
  let pause;
  const tellRead = () => {
    if (!keeper || keepsNothing() || !read.size) return;
    keeper.postMessage({ read: [...read] });
    read.clear();
  };
  const look = () => {
    if (!/\/droom\//.test(location.pathname)) return;
    read.add(location.pathname);
    clearTimeout(pause);
    pause = setTimeout(tellRead, 2_000);
  };

  const tellOf = (registration) => {
    if (registration.waiting && worker.controller && !keepsNothing() && !("newer" in root.dataset)) {
      root.dataset.newer = "";
      say(document.querySelector(".kept--newer p"));
    }
  };
  const begin = async () => {
    if (keepsNothing()) return;
    const registration = await worker.register("/sw.js", { updateViaCache: "none" });
    if (!registration) return;
    if (keepsNothing()) return forget();
    tellOf(registration);
    send();
    worker.ready.then(({ active }) => {
      keeper = active;
      tellRead();
    });
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () => tellOf(registration));
    });
    setTimeout(() => keepsNothing() || document.hidden || registration.active?.postMessage(writes() ? "all" : "more"), 15_000);
  };
  /** Says what stands in an element, as `src/announcer.rs` does. */
  const say = (element) => {
    const said = document.createElement("p");
    said.textContent = element?.textContent;
    document.getElementById("announcer")?.append(said);
    setTimeout(() => said.remove(), 5_000);
  };
  /** Everything that the worker kept goes, and the worker; until this tab is closed it does not come back. */
  const forget = async () => {
    delete root.dataset.newer;
    navigator.clearAppBadge?.().catch(() => undefined);
    const all = (await worker?.getRegistrations()) ?? [];
    await Promise.all(all.map((registration) => registration.unregister()));
    await Promise.all((await caches.keys()).map((kept) => caches.delete(kept)));
  };
  let isBorrowed = name === LOOSE;
  self.droombordPhone = {
    /** Gives a reaction to the worker's outbox; `false` when there is no worker. For pages that have no outbox of their own. */
    later(id, method, path, name, value) {
      if (keepsNothing() || !worker?.controller) return false;
      const call = { id, method, path, headers: { [name]: value }, body: null, about: { what: "reaction", text: "" }, done: null };
      worker.controller.postMessage({ call: JSON.stringify(call) });
      return true;
    },
    /** Marks the icon of the installed app: so many own posts ask or tell something. */
    mark(news) {
      if (!keepsNothing()) (news ? navigator.setAppBadge?.(news) : navigator.clearAppBadge?.())?.catch(() => undefined);
    },
    /** *Dit is niet mijn telefoon*, or it is after all. */
    async borrowed(is) {
      isBorrowed = is;
      // Before the tab has its name: after that the outbox touches nothing.
      const emptied = is && Promise.resolve(self.droombordOutbox?.empty()).catch(() => undefined);
      if (is) await Promise.race([emptied, new Promise((done) => setTimeout(done, 500))]);
      if (isBorrowed !== is) return;
      name = is ? LOOSE : "";
      if (is) forget().catch(() => undefined);
    },
  };
  // A toolbar is one stop for Tab, and the arrows lead on in it (ARIA APG).
  const bar = ({ target }) => [...(target.closest?.("[role=toolbar]")?.children ?? [])];
  addEventListener("focusin", (event) => bar(event).forEach((one) => (one.tabIndex = one === event.target ? 0 : -1)));
  addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const all = bar(event);
    if (!step || !all.length || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    all.at((all.indexOf(target) + step) % all.length).focus();
  });

  // The board beside the apps of the phone: only who asks for it is asked (`src/pages/share/thanks.rs`).
  let install;
  if (navigator.standalone === false) root.dataset.installs = "hand";
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    install = event;
    root.dataset.installs = "";
  });
  addEventListener("click", ({ target }) => target.closest?.("[data-install]") && install?.prompt());

  if (!worker) return;
  // What waits is sent by pages that have an outbox, and by the worker for those that have none.
  const send = () => keepsNothing() || self.droombordOutbox || worker.controller?.postMessage("send");
  addEventListener("online", send);
  look();
  // Once the app has followed it.
  for (const kind of ["click", "popstate"]) addEventListener(kind, () => setTimeout(look));
  addEventListener("load", () => {
    setTimeout(() => (self.requestIdleCallback ?? setTimeout)(() => begin().catch(() => undefined)), worker.controller ? 1_000 : 8_000);
  });
  // Without a network the app cannot fetch what a link leads to; the worker may have kept that page. Not while somebody writes: help opens
  // there without leaving.
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      const cut = "kept" in root.dataset || !navigator.onLine;
      const writes = /^(\/en)?\/(deel|mijn)$/.test(location.pathname);
      if (cut && !writes && worker.controller && link?.origin === location.origin) link.rel = "external";
    },
    true,
  );
  addEventListener("click", async (event) => {
    if (!event.target.closest?.("[data-renew]")) return;
    worker.addEventListener("controllerchange", () => location.reload(), { once: true });
    // When the worker does not change hands, the page is fetched anew all the same.
    setTimeout(() => location.reload(), 2_000);
    (await worker.getRegistration())?.waiting?.postMessage("take");
  });
})();
