// What `cargo xtask prove` runs: too long for every change, with the same browser, server and rules as the suite.
import { defineConfig } from "@playwright/test";
import suite from "./playwright.config.ts";

export default defineConfig(suite, {
  testDir: "proofs",
  outputDir: "../../target/proofs/browser",
  retries: 0,
});
