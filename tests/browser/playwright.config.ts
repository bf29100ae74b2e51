// The browser suite: a real Chromium against the real server on a temporary folder. Nothing is mocked.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "specs",
  outputDir: "../../target/browser-tests",
  snapshotPathTemplate: "{testDir}/aria/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes the second time says little of what failed the first time: it is told as such, and CI bears two of them.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  reporter: "list",
  use: {
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 390, height: 800 },
    // Drawing a trace of every test costs a fifth of the time: ask for it with `--trace on`.
    // What a test changes on its way to the server would pass the worker unseen: tests of the worker ask for it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        // Root in a container has no sandbox to use; and nothing may be asked of the network outside.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
