// What the measurements in a browser share: how slow the phone is, the static page beside the board, and a browser that leaves the line
// alone.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** 1.6 Mbit/s, 150 ms. */
export const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
/** So many times as slow. */
export const PROCESSOR = 4;
/** As somebody holds it. */
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: "nl-NL" };
/** For Chromium. */
export const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The static pages: the words with a style sheet and a font, and the bare words. Compressed beforehand, as a careful host does it. */
export async function hostStatic() {
  const folder = join(import.meta.dirname, "static");
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const bare = page.replace(/<link[^>]*>\n?/g, "");
  if (bare === page) throw new Error("the static page links to nothing");
  const files = {
    "/": ["text/html; charset=utf-8", brotliCompressSync(page), "br"],
    "/bare": ["text/html; charset=utf-8", brotliCompressSync(bare), "br"],
    "/style.css": ["text/css", brotliCompressSync(readFileSync(join(folder, "style.css"))), "br"],
    "/font.woff2": ["font/woff2", readFileSync(join(import.meta.dirname, "../../assets/font/hyperlegible-nl.woff2")), null],
  };
  const host = createServer((request, answer) => {
    const file = files[request.url ?? ""];
    if (!file) return answer.writeHead(404).end();
    const [type, bytes, packed] = file;
    answer.writeHead(200, {
      "content-type": type,
      "content-length": bytes.length,
      "cache-control": "max-age=31536000, immutable",
      ...(packed ? { "content-encoding": packed } : {}),
    });
    answer.end(bytes);
  });
  // A line that was opened stays open, as the board's does.
  host.keepAliveTimeout = 600_000;
  const port = await new Promise((done) => host.listen(0, "127.0.0.1", () => done(host.address().port)));
  return { host, url: `http://127.0.0.1:${port}` };
}
