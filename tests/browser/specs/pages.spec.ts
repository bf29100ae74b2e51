// Every page and every step, looked at in the same way: names and roles, axe, size, letters twice as large, focus.
import { accessible, expect, fits, open, test } from "../support/fixtures.ts";
import { small, unseenFocus } from "../support/controls.ts";
import { describedAnew } from "../support/fields.ts";
import { outline, withoutWords } from "../support/outline.ts";
import type { Stage } from "../support/stage.ts";
import type { Staff } from "../support/server.ts";
import { next, notice, openMine, sendButton, write } from "../support/steps.ts";
import type { Page } from "@playwright/test";

type Sheet = {
  name: string;
  address: string | ((stage: Stage) => string);
  /** Who sits at the desk. */
  as?: (stage: Stage) => Staff;
  /** From the address to the page. */
  reach?: (page: Page, stage: Stage) => Promise<void>;
  /** The desk is also used on a wide screen with large letters. */
  wide?: boolean;
};

const words = "Ik droom dat iemand vraagt hoe mijn dag was.";

async function toWords(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  await page.getByRole("textbox", { name: "Schrijf jouw droom" }).fill(words);
  await expect(page.getByText("Bewaard op deze telefoon.")).toBeVisible();
}

const SHEETS: Sheet[] = [
  { name: "board", address: "/" },
  { name: "board-list", address: "/?view=list" },
  { name: "board-filtered", address: "/?direction=turn_back&role=parent&keyword=besluit" },
  { name: "post", address: ({ hanging }) => `/droom/${hanging}` },
  { name: "post-answered", address: ({ answered }) => `/droom/${answered}` },
  { name: "promises", address: "/beloftes" },
  { name: "promises-chosen", address: "/beloftes?direction=start&state=overdue" },
  { name: "organisation", address: ({ organisation }) => `/organisatie/${organisation}` },
  { name: "en-promises", address: "/en/beloftes" },
  { name: "share-1", address: "/deel" },
  { name: "share-2", address: "/deel", reach: toWords },
  {
    name: "share-3",
    address: "/deel",
    reach: async (page) => {
      await toWords(page);
      await next(page);
      await page.getByRole("radio", { name: "Kind of jongere" }).check();
      await page.getByText("Meer keuzes").click();
    },
  },
  { name: "share-4", address: "/deel", reach: (page) => write(page, words) },
  {
    name: "share-thanks",
    address: "/deel",
    reach: async (page, { server }) => {
      await write(page, words);
      await sendButton(page).click();
      await expect(page.getByRole("heading", { name: "Je droom is binnen" })).toBeVisible();
      // The stage stays as it was: this one is taken away again.
      const key = await page.getByRole("region", { name: "Jouw droomsleutel" }).getByRole("listitem").allInnerTexts();
      const authorization = `Droomsleutel ${key.map((word) => word.trim()).join("-")}`;
      for (const { id } of await server.mine(key.map((word) => word.trim()).join("-"))) {
        await fetch(`${server.url}/api/posts/${id}`, { method: "DELETE", headers: { authorization } });
      }
    },
  },
  { name: "mine", address: "/mijn" },
  {
    name: "mine-open",
    address: "/mijn",
    reach: async (page, { key }) => {
      await openMine(page, key);
      await expect(page.getByRole("main").getByText("Wacht op een lezer").first()).toBeVisible();
    },
  },
  { name: "report", address: ({ hanging }) => `/melden?bij=${hanging}` },
  { name: "help", address: "/hulp" },
  { name: "about", address: "/over" },
  { name: "rules", address: "/regels" },
  { name: "privacy", address: "/privacy" },
  { name: "accessibility", address: "/toegankelijkheid" },
  { name: "missing", address: "/nergens" },
  { name: "offline", address: "/zonder-internet" },
  { name: "en-board", address: "/en/" },
  { name: "en-help", address: "/en/hulp" },
  { name: "en-share", address: "/en/deel" },
  { name: "desk-sign-in", address: "/leestafel", wide: true },
  { name: "desk-queue", address: "/leestafel", as: ({ facilitator }) => facilitator, wide: true, reach: counted },
  {
    name: "desk-item",
    address: ({ waiting }) => `/leestafel/${waiting}`,
    as: ({ facilitator }) => facilitator,
    wide: true,
    reach: async (page) => {
      await expect(page.getByRole("heading", { name: "Wat doe je?" })).toBeVisible();
      await page.getByRole("button", { name: "Niet plaatsen" }).click();
      await page.getByText("Nog 7 redenen").click();
      await page.getByText("Onze regels").click();
    },
  },
  {
    name: "desk-publish",
    address: ({ waiting }) => `/leestafel/${waiting}`,
    as: ({ facilitator }) => facilitator,
    wide: true,
    reach: (page) => page.getByRole("button", { name: "Plaatsen", exact: true }).click(),
  },
  {
    name: "desk-board",
    address: "/leestafel?state=published&status=answered&direction=start",
    as: ({ facilitator }) => facilitator,
    wide: true,
    reach: async (page) => {
      await counted(page);
      await page.getByText("Zoek en kies", { exact: true }).click();
      await expect(page.getByRole("combobox", { name: "Hoe ver is het?" })).toHaveValue("answered");
    },
  },
  { name: "desk-sessions", address: "/leestafel/apparaten", as: ({ facilitator }) => facilitator, wide: true, reach: counted },
  { name: "desk-reports", address: "/leestafel/meldingen", as: ({ facilitator }) => facilitator, wide: true, reach: counted },
  { name: "desk-more", address: "/leestafel/meer", as: ({ facilitator }) => facilitator, wide: true, reach: counted },
  { name: "desk-accounts", address: "/leestafel", as: ({ administrator }) => administrator, wide: true, reach: seated },
  { name: "desk-organisations", address: "/leestafel/organisaties", as: ({ administrator }) => administrator, wide: true, reach: seated },
  {
    name: "desk-asked",
    address: ({ asked }) => `/leestafel/${asked}?state=published`,
    as: ({ facilitator }) => facilitator,
    wide: true,
    reach: (page) => expect(page.getByRole("region", { name: "Wie wordt gevraagd?" }).getByRole("combobox")).toBeVisible(),
  },
  {
    name: "desk-answers",
    address: "/leestafel/antwoorden",
    as: ({ facilitator }) => facilitator,
    wide: true,
    reach: async (page) => {
      await page.getByRole("button", { name: "Teruggeven", exact: true }).click();
      await expect(page.getByRole("radio", { name: "Er staan moeilijke woorden in" })).toBeVisible();
    },
  },
  { name: "desk-answerer", address: "/leestafel", as: ({ answerer }) => answerer, wide: true, reach: seated },
  {
    name: "desk-asking",
    address: ({ asking }) => `/leestafel/${asking}`,
    as: ({ answerer }) => answerer,
    wide: true,
    reach: async (page) => {
      await page.getByRole("textbox", { name: "Wat ik van jou begrijp" }).fill("Je hoort ons fluisteren op de gang. Dan denk je dat het over jou gaat.");
      await page.getByRole("textbox", { name: "Wat wij doen" }).fill("Wij bespreken de casus in het traject, samen met jou en met iedereen die daar volgens jou iets over mag zeggen.");
      await page.getByRole("textbox", { name: "Je voornaam" }).fill("Samira");
      await page.getByRole("textbox", { name: "Je functie" }).fill("begeleider");
      await page.getByRole("button", { name: "Verstuur het antwoord" }).click();
      await expect(page.getByRole("button", { name: "Toch plaatsen" })).toBeVisible();
    },
  },
  {
    name: "desk-promises",
    address: "/leestafel/beloftes",
    as: ({ facilitator }) => facilitator,
    wide: true,
    reach: async (page) => {
      await page.getByRole("button", { name: "Niet plaatsen", exact: true }).click();
      await expect(page.getByRole("radio").first()).toBeVisible();
      await expect(page.getByText("De droom wordt geladen.")).toHaveCount(0);
      await expect(page.getByRole("combobox", { name: "Organisatie" })).toBeVisible();
    },
  },
  {
    name: "desk-promise-for",
    address: "/leestafel/beloftes/nieuw",
    as: ({ facilitator }) => facilitator,
    wide: true,
    reach: async (page) => {
      await counted(page);
      await expect(page.getByRole("combobox", { name: "Welke organisatie belooft dit?" })).toBeVisible();
    },
  },
  {
    name: "desk-promising",
    address: "/leestafel/beloftes",
    as: ({ answerer }) => answerer,
    wide: true,
    reach: async (page) => {
      await page.getByRole("button", { name: /^Zeg hoe het staat/ }).click();
      await expect(page.getByRole("heading", { name: "Hoe staat het ermee?" })).toBeFocused();
    },
  },
  {
    name: "desk-promise",
    address: "/leestafel/beloftes/nieuw",
    as: ({ answerer }) => answerer,
    wide: true,
    reach: async (page) => {
      await page.getByRole("textbox", { name: "Wat is er dan anders?" }).fill("Wij bespreken elke casus samen.");
      await page.getByRole("button", { name: "Verstuur de belofte" }).click();
      await expect(notice(page)).toBeFocused();
    },
  },
];

async function seated(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Log uit" })).toBeVisible();
  await expect(page.getByText("Het laden is bezig.")).toHaveCount(0);
}

/** A facilitator's room also says how many answers and promises wait: that is a request of its own. */
async function counted(page: Page): Promise<void> {
  await seated(page);
  // On a phone they stand behind one control.
  await expect(page.getByRole("link", { name: /lezen \(1\)$/, includeHidden: true })).toHaveCount(2);
}

async function go(page: Page, stage: Stage, { address, as, reach }: Sheet): Promise<void> {
  if (as) await page.context().addCookies([stage.server.cookieOf(as(stage))]);
  await open(page, stage.server.url + (typeof address === "string" ? address : address(stage)));
  await reach?.(page, stage);
  await page.evaluate(() => document.fonts.ready);
}

for (const sheet of SHEETS) {
  test(`${sheet.name}: everybody can find, read and press what is there`, async ({ page, stage }) => {
    await go(page, stage, sheet);
    const tree = await outline(page);
    expect(sheet.name === "share-thanks" ? withoutWords(tree) : tree).toMatchSnapshot(`${sheet.name}.yml`);
    await accessible(page, sheet.name, true);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const english = sheet.name.startsWith("en-");
    await expect(page.getByRole("link", { name: english ? "Need help?" : "Hulp nodig?" })).toBeInViewport();
    await expect(page.getByRole("link", { name: english ? "Leave now" : "Weg hier" })).toBeInViewport();
    expect(await small(page), "large enough to press").toEqual([]);

    await page.setViewportSize({ width: 320, height: 700 });
    await fits(page, "320 px");
    await page.setViewportSize({ width: 1280, height: 800 });
    await fits(page, "1280 px");
    expect(await small(page), "large enough to press at 1280 px").toEqual([]);
    expect(await describedAnew(page), "nothing that changes while somebody types describes a field").toEqual([]);
  });

  test(`${sheet.name}: letters can be twice as large, and the focus is always seen`, async ({ large, stage, faults }) => {
    for (const width of sheet.wide ? [390, 1280] : [390]) {
      const context = await large.newContext({ viewport: { width, height: 800 }, locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
      await faults.watch(context);
      const page = await context.newPage();
      await go(page, stage, sheet);
      expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(32);
      await fits(page, `200% letters at ${width} px`);
      expect(await cut(page), `nothing is cut off at ${width} px`).toEqual([]);
      // On a slow line the own letters come too late, and the phone's stay: those can be wider.
      await page.evaluate(() => document.documentElement.style.setProperty("--font", "'DejaVu Sans', Verdana, sans-serif"));
      await fits(page, `200% of other letters at ${width} px`);
      expect(await cut(page), `nothing is cut off at ${width} px in other letters`).toEqual([]);
      if (width === 390) expect(await unseenFocus(page, 40)).toEqual([]);
      await context.close();
    }
  });
}

test("the skip link is the first stop, lies in a landmark, and leads to the content", async ({ page, stage }) => {
  for (const address of ["/", "/deel", "/hulp", "/leestafel"]) {
    await open(page, stage.server.url + address);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("banner").getByRole("link", { name: "Naar de inhoud" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  }
});

/** Text that its own box cuts off, or that stands over the edge of its box. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>("label, button, .button, .notice, .note, .mine, .review > *, .trail *")]
      .filter((box) => box.checkVisibility() && getComputedStyle(box).display !== "inline" && !box.closest("svg, .only-heard"))
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => `over the edge: ${box.tagName}.${box.className} “${box.innerText.slice(0, 30)}”`);
    const cut = [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => !element.closest(".only-heard, svg, .queue__text, [hidden], .desk__pane--queue, select, datalist"))
      .filter((element) => element.checkVisibility() && /hidden|clip/.test(getComputedStyle(element).overflow))
      .filter((element) => getComputedStyle(element).clipPath === "none")
      .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      .map((element) => `${element.tagName}.${element.className}`);
    return [...boxes, ...cut];
  });
}
