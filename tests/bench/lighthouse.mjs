// Lighthouse on the pages of a visitor: a phone, really slowed (no simulation), the median of several runs. Prints `name value` lines,
// and for every check that is not met a line for people.
//
// node lighthouse.mjs URL-OF-THE-BOARD CHROMIUM
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";

const ROUNDS = 5;
const KINDS = ["performance", "accessibility", "best-practices"];

const [board, executablePath] = process.argv.slice(2);

const free = () =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const { items } = await (await fetch(`${board}/api/posts?limit=1`)).json();
const pages = { board: "/", post: `/droom/${items[0].id}`, share: "/deel", help: "/hulp", mine: "/mijn" };
const scores = Object.fromEntries(Object.keys(pages).map((name) => [name, Object.fromEntries(KINDS.map((kind) => [kind, []]))]));
const unmet = new Map();

for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [name, path] of Object.entries(pages)) {
    const port = await free();
    // A browser of its own for each run: nothing is kept from the one before.
    const browser = await chromium.launch({
      executablePath,
      args: [
        `--remote-debugging-port=${port}`,
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    try {
      const seen = await lighthouse(board + path, {
        port,
        logLevel: "error",
        onlyCategories: KINDS,
        formFactor: "mobile",
        throttlingMethod: "devtools",
      });
      if (seen.lhr.runtimeError) throw new Error(`${path}: ${seen.lhr.runtimeError.message}`);
      for (const kind of KINDS) {
        const category = seen.lhr.categories[kind];
        scores[name][kind].push(Math.round(category.score * 100));
        for (const { id, weight } of category.auditRefs) {
          const audit = seen.lhr.audits[id];
          if (weight > 0 && audit.score !== null && audit.score < 0.9) {
            unmet.set(`${path.replace(items[0].id, ":id")} ${kind}: ${audit.title}`, audit.displayValue ?? "");
          }
        }
      }
      console.log(`round ${round}, ${name}: ${KINDS.map((kind) => `${kind} ${scores[name][kind].at(-1)}`).join(", ")}`);
    } finally {
      await browser.close();
    }
  }
}

for (const [what, how] of unmet) console.log(`  not met at least once: ${what} ${how}`);
for (const [name, kinds] of Object.entries(scores)) {
  for (const kind of KINDS) console.log(`${name}_${kind.replace("-", "_")} ${median(kinds[kind])}`);
}
