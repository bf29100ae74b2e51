// What befalls a writer: networks that are not there, that swallow, and that answer in the place of our server.
import type { Dice } from "../dice.ts";
import type { Answer, Fate } from "../wire.ts";

const portal = "<!doctype html><html lang=en><title>WiFi</title><h1>Log in to the guest network</h1>";
const html = (status: number, body = portal): Answer => ({ status, body, type: "text/html; charset=utf-8" });
const json = (status: number, body: unknown): Answer => ({ status, body: JSON.stringify(body), type: "application/json" });

/** Answers of filters, portals and proxies: none of them is our server's. */
export const FOREIGN: Record<string, Answer> = {
  "204": { status: 204, body: "" },
  "200 HTML": html(200),
  "200 empty": { status: 200, body: "" },
  "200 JSON": json(200, { ok: true, status: "success" }),
  "200 null": json(200, null),
  "201 JSON": json(201, { id: "0b2c8f5e-6f0e-4f43-9a52-0d3a3a3b7c11", message: "created" }),
  "302 here": { status: 302, body: "", headers: { location: "/hulp" } },
  "302 away": { status: 302, body: "", headers: { location: "http://127.0.0.1:9/portal" } },
  "400 HTML": html(400),
  "401 HTML": html(401),
  "403 HTML": html(403, "<h1>Blocked by your organisation</h1>"),
  "403 JSON": json(403, { error: "blocked", category: "social" }),
  "404 HTML": html(404),
  "407 HTML": html(407),
  "408 empty": { status: 408, body: "" },
  "410 HTML": html(410),
  "413 HTML": html(413),
  "422 JSON": json(422, { detail: "unprocessable" }),
  "429 HTML": html(429),
  "502 HTML": html(502),
  "503 empty": { status: 503, body: "" },
  "504 HTML": html(504),
};

const LINES: readonly Fate[] = ["never arrives", "answer lost", "answer lost", "hangs"];

/** What the line does to calls from now on, and how that is told. */
export function misfortune(dice: Dice): { name: string; fate: Fate } {
  if (dice.chance(35)) {
    const fate = dice.pick(LINES);
    return { name: String(fate), fate };
  }
  const name = dice.pick(Object.keys(FOREIGN));
  return { name: `filter ${name}`, fate: FOREIGN[name]! };
}
