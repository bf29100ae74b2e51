// A desktop that nobody sees: virtual screen, window manager, accessibility bus, Orca with a voice that writes, and a browser. Everything
// lives in one folder and ends with `stop`, by the ids of what was started here.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Firefox as somebody has it who uses it in Dutch, silent about itself. */
const FIREFOX: Record<string, string | number | boolean> = {
  "accessibility.force_disabled": -1,
  "intl.locale.requested": "nl",
  "intl.accept_languages": "nl,en",
  "extensions.autoDisableScopes": 0,
  "extensions.enabledScopes": 15,
  "browser.startup.page": 0,
  "browser.startup.homepage": "about:blank",
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.newtabpage.enabled": false,
  "browser.urlbar.suggest.searches": false,
  "browser.discovery.enabled": false,
  "browser.translations.enable": false,
  "browser.translations.automaticallyPopup": false,
  "browser.preonboarding.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "datareporting.healthreport.uploadEnabled": false,
  "toolkit.telemetry.enabled": false,
  "app.update.enabled": false,
  "app.normandy.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "signon.rememberSignons": false,
  "trailhead.firstrun.didSeeAboutWelcome": true,
  "termsofuse.bypassNotification": true,
  "layout.spellcheckDefault": 0,
  "sidebar.revamp": false,
};

const CHROMIUM = [
  "--force-renderer-accessibility",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-features=Translate",
  "--lang=nl",
  "--window-size=1280,880",
  "--window-position=0,0",
];

export type Kind = "firefox" | "chromium";

export class Desktop {
  private readonly started: ChildProcess[] = [];
  /** The environment of everything on the screen. */
  env: NodeJS.ProcessEnv = {};

  private constructor(readonly folder: string) {}

  /** Where the voice writes. */
  get log(): string {
    return join(this.folder, "speech.jsonl");
  }

  static async start(folder: string, browser: Kind): Promise<Desktop> {
    const desktop = new Desktop(folder);
    try {
      await desktop.begin(browser);
    } catch (error) {
      await desktop.stop();
      throw error;
    }
    return desktop;
  }

  private async begin(browser: Kind): Promise<void> {
    const at = (name: string) => join(this.folder, name);
    const [home, run] = [at("home"), at("run")];
    for (const folder of [home, run, at("orca"), at("profile"), join(home, ".config")]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.log, "");
    writeFileSync(at("cps"), "60");
    this.env = {
      PATH: process.env.PATH,
      LANG: "nl_NL.UTF-8",
      LC_ALL: "nl_NL.UTF-8",
      LANGUAGE: "nl",
      TZ: "Europe/Amsterdam",
      HOME: home,
      PYTHONDONTWRITEBYTECODE: "1",
      XDG_RUNTIME_DIR: run,
      XDG_CONFIG_HOME: join(home, ".config"),
      XDG_DATA_HOME: join(home, ".local/share"),
      XDG_CACHE_HOME: join(home, ".cache"),
      NO_AT_BRIDGE: "0",
      GTK_MODULES: "gail:atk-bridge",
      GNOME_ACCESSIBILITY: "1",
      ACCESSIBILITY_ENABLED: "1",
      QT_ACCESSIBILITY: "1",
      MOZ_ENABLE_WAYLAND: "0",
      GDK_BACKEND: "x11",
      LISTEN_LOG: this.log,
      LISTEN_CPS: at("cps"),
    };
    const screen = this.run("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
    this.env.DISPLAY = `:${await firstLine(screen.stdio[3] as Readable, "the virtual screen")}`;
    const bus = this.run("dbus-daemon", ["--session", "--nofork", "--print-address=3"]);
    this.env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus.stdio[3] as Readable, "the message bus");
    this.run("/usr/libexec/at-spi-bus-launcher", ["--launch-immediately", "--a11y=1", "--screen-reader=1"]);
    await pause(1_000);
    this.run("openbox", []);
    await pause(500);
    writeFileSync(join(this.folder, "orca/orca-customizations.py"), customizations());
    this.run("orca", ["--replace", "--user-prefs", at("orca")]);
    await pause(4_000);
    if (browser === "firefox") {
      const prefs = Object.entries(FIREFOX).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
      writeFileSync(at("profile/user.js"), prefs.join("\n") + "\n");
      this.run("firefox-esr", ["--no-remote", "--profile", at("profile"), "--width", "1280", "--height", "860", "about:blank"]);
    } else {
      this.run(process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", [...CHROMIUM, `--user-data-dir=${at("profile")}`, "about:blank"]);
    }
    await pause(6_000);
  }

  /** Starts a program as the head of a group of its own, so that what it starts ends with it. Its fourth stream is ours. */
  private run(program: string, args: string[]): ChildProcess {
    const log = openSync(join(this.folder, `${program.split("/").at(-1)}.log`), "w");
    const child = spawn(program, args, { env: this.env, stdio: ["ignore", log, log, "pipe"], detached: true });
    child.on("error", () => undefined);
    this.started.push(child);
    return child;
  }

  /** Ends what was started, last first. */
  async stop(): Promise<void> {
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      for (const child of this.started.toReversed()) {
        if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) continue;
        try {
          process.kill(-child.pid, signal);
        } catch {
          // It has ended meanwhile.
        }
      }
      await pause(1_500);
    }
    this.started.length = 0;
  }
}

/** What Orca reads when it starts: the voice that writes, and nothing else that sounds or feels. */
function customizations(): string {
  return [
    "import sys",
    `sys.path.insert(0, ${JSON.stringify(import.meta.dirname)})`,
    "import orca.settings",
    'orca.settings.speechServerFactory = "voice"',
    'orca.settings.speechFactoryModules = ["voice"]',
    "orca.settings.enableBraille = False",
    "orca.settings.enableSound = False",
    "",
  ].join("\n");
}

async function firstLine(stream: Readable, what: string): Promise<string> {
  const lines = createInterface({ input: stream });
  const line = new Promise<string>((done) => lines.once("line", done));
  const late = pause(15_000).then(() => Promise.reject(new Error(`${what} does not start; its log is in the folder of the walk`)));
  return Promise.race([line, late]);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
