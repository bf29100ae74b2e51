// The first look: a dream is in sight at once, a draft that waits is said, and paper has no controls.
import { expect, fine, open, taken, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { choices, send, write } from "../support/steps.ts";
import type { Page } from "@playwright/test";

/** How far down the first dream begins, in CSS pixels. */
const top = (page: Page) =>
  // In one step: between two, the program may put another element in the place of the first one.
  page.evaluate(() => document.querySelector("article")!.getBoundingClientRect().top + scrollY);

test("on a phone the first dream is in sight, and all that stood above it is behind one press", async ({ page, stage }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const visit of ["first", "second"]) {
    await page.goto(stage.server.url + "/");
    const before = await top(page);
    expect(before, `${visit} visit`).toBeLessThanOrEqual(640);
    await taken(page);
    expect(await top(page), "the program moves nothing").toBe(before);
  }
  const how = page.getByText("Zo werkt het", { exact: true });
  await expect(page.getByText("Jij schrijft", { exact: true }).filter({ visible: true })).toHaveCount(0);
  await how.click();
  await expect(page.getByText("Jij schrijft", { exact: true }).filter({ visible: true })).toHaveCount(1);
  await fine(page, "how it works");
  await how.click();
  await expect(page.getByRole("link", { name: "Stoppen", exact: true })).toHaveCount(0);
  await choices(page);
  await expect(page.getByRole("link", { name: "Stoppen", exact: true })).toBeVisible();
  await fine(page, "all choices");
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.reload();
  await taken(page);
  await expect(page.getByRole("link", { name: "Stoppen", exact: true }), "where there is room they are simply there").toBeVisible();
  await expect(page.getByText("Jij schrijft", { exact: true }).filter({ visible: true })).toHaveCount(1);
});

test("a draft that waits is said on the board, without its words, and never on somebody else's phone", async ({ page }) => {
  const secret = newWord();
  const begun = page.getByText("Je was al begonnen.");
  await open(page, "/");
  await expect(begun).toBeHidden();
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(`Ik droom van ${secret}.`);
  await expect(page.getByText("Bewaard op deze telefoon.")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const said of ["Je was al begonnen.", "You had already begun."]) {
    await page.goto(said.startsWith("Je") ? "/" : "/en/");
    await expect(page.getByText(said), "before the program").toBeVisible();
    await taken(page);
    await expect(page.getByText(said)).toBeVisible();
  }
  expect(await page.content()).not.toContain(secret);
  await page.goto("/");
  await page.getByRole("link", { name: "Ga verder" }).click();
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Schrijf jouw droom" })).toHaveValue(`Ik droom van ${secret}.`);
  // Another tab, in which it is said that the phone is somebody else's.
  await page.evaluate(() => (window.name = "los"));
  await page.goto("/");
  await expect(begun).toBeHidden();
  await page.evaluate(() => (window.name = ""));
  await page.evaluate(() => localStorage.removeItem("droombord.concept"));
  await page.goto("/");
  await expect(begun).toBeHidden();
});

test("after the first own post it is said once that the board can stand on the home screen, and the key names its address", async ({ page, server }) => {
  const prompts = () => page.evaluate(() => (window as unknown as { asked?: number }).asked ?? 0);
  await page.addInitScript(() =>
    addEventListener("load", () => {
      const prompt = () => ((window as unknown as { asked: number }).asked = 1);
      dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt }));
    }),
  );
  const put = page.getByRole("button", { name: "Zet het bord op je beginscherm" });
  for (const time of ["first", "second"]) {
    await open(page, "/deel");
    await write(page, `Ik droom van ${newWord()}.`);
    await send(page);
    await expect(page.getByRole("region", { name: "Jouw droomsleutel" }).getByText(`${new URL(server.url).host}/mijn`)).toBeVisible();
    await expect(put).toHaveCount(time === "first" ? 1 : 0);
    if (time === "first") {
      expect(await prompts(), "nobody is asked who did not ask").toBe(0);
      await put.click();
      expect(await prompts()).toBe(1);
      await fine(page, "thanks");
    }
    await page.getByRole("button", { name: "Sla over, ik wil niet volgen" }).click();
    await taken(page);
  }
});

test("the board on paper has its dreams and how far they are, and no controls", async ({ page, stage }) => {
  await open(page, stage.server.url + "/");
  await page.emulateMedia({ media: "print" });
  const controls = page.locator("button, summary, select, input, nav a, .button, .filter__view a, .filter__all").filter({ visible: true });
  await expect(controls).toHaveCount(0);
  await expect(page.getByRole("article").first().locator(".note__trail")).toBeVisible();
});
