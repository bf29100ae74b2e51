// One dream through all that can happen to it, where everybody looks: on the wall, in the list, by filter, live, without the program, in English.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { heard } from "../support/heard.ts";
import { newWord, ORGANISATION, Server, type Promised } from "../support/server.ts";
import { choices } from "../support/steps.ts";

test("each thing that happens to a dream shows on open boards, in place, and is found by a filter", async ({ page, another }) => {
  test.setTimeout(180_000);
  const server = await Server.start({ DROOMBORD_LIVE_PAUSE: "1" });
  try {
    const answerer = await server.signIn(server.account("answerer"));
    const facilitator = await server.reader();
    const word = newWord();
    const text = `Ik droom van een ${word}.`;
    const { id, key } = await server.hang({ text, direction: "start" });
    for (let n = 0; n < 3; n += 1) await server.hang({ text: `Een andere ${newWord()}.` });
    await page.setViewportSize({ width: 390, height: 844 });
    const listens = page.waitForRequest(/\/api\/events/, { timeout: 20_000 });
    await open(page, server.url + "/");
    const note = page.getByRole("article", { name: text });
    await expect(note).toHaveAccessibleName(`${text} Gelezen en geplaatst`);
    await listens;
    await note.evaluate((element) => ((element as HTMLElement).dataset.same = ""));
    await note.scrollIntoViewIfNeeded();
    const place = () => note.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const before = await place();
    let [asking, promised] = ["", undefined as Promised | undefined];
    const steps: Array<[() => Promise<unknown>, string, string, string, string | undefined]> = [
      [async () => (asking = await server.ask(id)), `Vandaag gevraagd aan ${ORGANISATION}`, "2", "waiting", "waiting"],
      [
        async () => {
          await server.answer(asking, answerer, { understood_text: "Jij wilt thuis zijn.", does_text: "Wij bellen je." });
          await server.placeAnswer(asking);
        },
        "Heeft een antwoord", "3", "answered", "answered",
      ],
      [() => server.feels(id, asking, key, "heard"), "De schrijver zegt: zo voelt het gehoord", "3", "heard", "heard"],
      [
        async () => {
          promised = await server.promise(answerer, 60, { what: "Niemand hoeft te wachten.", posts: [id] });
          await server.placePromise(promised, facilitator);
        },
        "Er is iets beloofd", "4", "promised", "promised",
      ],
      [() => server.keep(promised!, answerer, facilitator), "Gedaan", "4", "kept", undefined],
    ];
    for (const [happens, sentence, heat, code, filter] of steps) {
      await happens();
      await expect(note, `live: ${sentence}`).toHaveAccessibleName(`${text} ${sentence}`, { timeout: 30_000 });
      await expect(note).toHaveAttribute("data-heat", heat);
      await expect(note, "it is the same element").toHaveAttribute("data-same", "");
      await expect(note.locator(".note__trail")).toHaveAttribute("data-status", code);
      expect(await place(), "what is read stays where it is").toBe(before);
      const html = await (await fetch(`${server.url}/?view=list${filter ? `&status=${filter}` : ""}`)).text();
      expect(html, "first HTML").toContain(sentence);
      expect(html).toContain(word);
    }
    await heard(page, "Met een droom is iets gebeurd.");
    await fine(page, "everything happened");

    // From the start page to a dream that was answered: two presses.
    await page.getByRole("link", { name: "Lees de antwoorden" }).click();
    await expect(page).toHaveURL(/\?status=answered$/);
    await expect(page.getByRole("article")).toHaveCount(1);
    await fine(page, "with an answer");
    await note.getByRole("link", { name: /^Gedaan/ }).click();
    await expect(page).toHaveURL(new RegExp(`/droom/${id}#spoor$`));
    await expect(page.getByRole("heading", { name: "Het spoor van deze droom" })).toBeInViewport();
    await page.goBack();
    await expect(note).toHaveAccessibleName(`${text} Gedaan`);

    const wide = await another({ viewport: { width: 1280, height: 800 }, baseURL: server.url, forcedColors: "active" });
    await open(wide, "/en/?view=list");
    await choices(wide);
    await wide.getByRole("link", { name: "With a promise", exact: true }).click();
    await expect(wide).toHaveURL(/status=promised/);
    await expect(wide.getByRole("link", { name: `Done ${text}` })).toBeVisible();
    await fine(wide, "the list in forced colours, in English");
    await wide.getByRole("link", { name: "Waits for an answer", exact: true }).click();
    await expect(wide.getByRole("heading", { name: text })).toHaveCount(0);
  } finally {
    await server.remove();
  }
});
