// Words that show danger: on top of the queue, help near, and two readers.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { newWord } from "../support/server.ts";
import { heard } from "../support/heard.ts";
import { next, note, openMine, send } from "../support/steps.ts";

test("danger is read first, by two, and the writer hears that two read it", async ({ page, desk, server }) => {
  test.setTimeout(120_000);
  const [calm, word] = [newWord(), newWord()];
  const [anna, bob] = [server.account(), server.account()];
  await server.post({ text: `Ik droom van een ${calm}.` });
  const { id, key } = await server.post({ text: `Ik wil niet meer leven. Niemand ziet de ${word}.` });

  const first = await desk(await server.signIn(anna));
  await open(first, "/leestafel");
  const top = first.getByRole("region", { name: "Rij" }).getByRole("listitem").filter({ hasText: "Ik" }).first();
  await expect(top).toContainText("Ik wil niet meer leven.");
  await expect(top).toContainText("Zorgen: eerst lezen");
  await fine(first, "danger on top");
  await top.getByRole("link").click();
  const danger = first.getByRole("region", { name: "Zorgen: lees dit met twee mensen" });
  await expect(danger).toContainText("Misschien wil iemand niet meer leven.");
  await expect(danger.getByRole("link", { name: "0 8 0 0, 0 1 1 3" })).toHaveAttribute("href", "tel:08000113");
  await expect(danger.getByRole("link", { name: "1 1 2" })).toHaveAttribute("href", "tel:112");
  await expect(first.getByRole("article").getByText("zorgen", { exact: true }), "a word, not colour alone").toBeVisible();
  await expect(first.getByText("Hier beslissen twee mensen over")).toBeVisible();
  await fine(first, "the first reader");
  await first.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await fine(first, "the first reader chooses");
  await first.getByRole("button", { name: "Zeg: ik zou dit plaatsen" }).click();
  await expect(first.getByRole("status").filter({ hasText: "Nu leest een tweede begeleider." })).toBeVisible();
  await fine(first, "the first reader is done");
  expect(await server.mine(key)).toMatchObject([{ state: "received" }]);

  await open(first, `/leestafel/${id}`);
  await expect(first.getByText("Jij las dit als eerste, en zou het plaatsen.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Plaatsen", exact: true })).toHaveCount(0);
  await fine(first, "nobody is both");

  const second = await desk(await server.signIn(bob));
  await open(second, "/leestafel");
  await expect(second.getByRole("link", { name: /Wacht op een tweede lezer/ })).toBeVisible();
  await fine(second, "a second reader is asked for");
  await second.getByRole("link", { name: /Wacht op een tweede lezer/ }).click();
  await expect(second.getByText(`${anna.name} las dit als eerste, en zou het plaatsen.`)).toBeVisible();
  await fine(second, "the second reader");
  await second.getByRole("button", { name: "Plaatsen", exact: true }).click();
  await fine(second, "the second reader chooses");
  await second.getByRole("button", { name: "Plaats op het bord" }).click();
  await expect(second.getByRole("status").filter({ hasText: "Geplaatst op het bord." })).toBeVisible();
  await fine(second, "placed by two");

  await open(page, "/");
  await expect(note(page, word)).toHaveCount(1);
  await expect(page.getByText("Zorgen")).toHaveCount(0);
  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByText("Twee begeleiders lezen mee")).toBeVisible();
  await fine(page, "the writer hears of two readers");
});

test("findings are marked in the words with a word, and listed with what they look like", async ({ desk, server }) => {
  const { id } = await server.post({ text: "Mijn mentor Sanne belt mij op 06 12345678. Dat is fijn." });
  const page = await desk();
  await open(page, `/leestafel/${id}`);
  const article = page.getByRole("article");
  await expect(article.locator("mark")).toHaveCount(2);
  await expect(article.locator("mark").first()).toContainText("Sanne");
  await expect(article.locator("mark").first()).toContainText("naam");
  const list = page.getByRole("region", { name: "2 vondsten" });
  await expect(list.getByRole("listitem").first()).toContainText("Lijkt een naam.");
  await expect(list.getByRole("listitem").last()).toContainText("06 12345678");
  await expect(list.getByRole("listitem").last()).toContainText("Lijkt een telefoonnummer.");
  await fine(page, "findings");

  // Each fact alone is fine: only the list tells that they are not, together.
  const { id: another } = await server.post({ text: "Ik ben 9 en vandaag ben ik jarig. Ik ben vandaag 9." });
  await page.goto(`/leestafel/${another}`);
  await expect(article.locator("mark")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "1 vondst" })).toContainText("Samen te herkennen: leeftijd + verjaardag.");
  await fine(page, "recognisable together");
});

test("a writer may ask that a facilitator looks at once: the desk shows it until it is decided", async ({ page, desk, server }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const [anna, bob] = [await server.signIn(server.account()), await server.signIn(server.account())];
  const first = await desk(anna, { viewport: { width: 390, height: 844 } });
  await first.clock.install();
  await open(first, "/leestafel");
  const bar = first.getByRole("region", { name: "Een schrijver vraagt of je meteen kijkt" });
  await expect(first.getByRole("button", { name: "Zet geluid aan" })).toBeVisible();
  await expect(bar).toHaveCount(0);

  // What the page may say is what the server says of who reads.
  let reads: boolean | undefined = false;
  await page.route("**/api/reads-now", async (route) => {
    if (reads === undefined) return route.abort();
    await route.fulfill({ response: await route.fetch(), json: { reads_now: reads } });
  });
  await open(page, "/deel");
  await page.getByRole("radio", { name: "Een droom" }).check();
  await next(page);
  const field = page.getByRole("textbox", { name: "Schrijf jouw droom" });
  const near = page.getByRole("region", { name: "Je hoeft dit niet alleen te doen" });
  const choice = near.getByRole("checkbox", { name: "Moet een begeleider dit meteen zien?" });
  await field.fill("Mijn stiefvader slaat mij elke avond.");
  await expect(choice, "nothing is chosen beforehand").not.toBeChecked();
  await expect(near).toContainText("Nu leest niemand mee. De mensen hierboven luisteren wel.");
  await fine(page, "help and the choice");
  await choice.check();
  await expect(page.getByText("Bewaard op deze telefoon.")).toBeVisible();
  reads = undefined;
  await page.reload();
  await expect(choice, "kept with the draft").toBeChecked();
  await expect(near).toContainText("Wij weten niet of er nu iemand leest.");
  await next(page);
  await page.getByRole("button", { name: "Overslaan" }).click();
  reads = false;
  await send(page);
  await expect(page.getByText("Je vroeg of een begeleider meteen kijkt.")).toBeVisible();
  await expect(page.getByText("Nu leest niemand mee. Deze mensen luisteren wel:")).toBeVisible();
  for (const number of ["112", "08000113", "08000432"]) await expect(page.locator(`a[href="tel:${number}"]`)).toBeVisible();
  await fine(page, "sent, and nobody reads");

  await first.clock.fastForward(16_000);
  await expect(bar).toBeVisible();
  await expect(first).toHaveTitle(/^Meteen lezen: 1/);
  await heard(first, "Een schrijver vraagt of je meteen kijkt");
  await first.getByRole("button", { name: "Zet geluid aan" }).click();
  await expect(first.getByText("Geluid staat aan.")).toBeVisible();
  await fine(first, "an alert at the desk");
  await bar.getByRole("link", { name: /^Lees nu/ }).click();
  await expect(first.getByRole("article")).toContainText("Mijn stiefvader slaat mij");
  const id = new URL(first.url()).pathname.split("/").pop()!;
  await fine(first, "the post, below the bar");

  const no = { decision: "decline", reason: "worried", sentence: "Fijn dat jij dit vertelt." };
  await server.decide(id, no, anna);
  await server.decide(id, no, bob);
  await first.clock.fastForward(16_000);
  await expect(bar).toHaveCount(0);
  await expect(first).not.toHaveTitle(/Meteen lezen/);
});

test("the letter names the lines of the danger as links, and the sentence of its facilitator", async ({ page, desk, server }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { id, key } = await server.post({ text: "Mijn stiefvader slaat mij elke avond." });
  const [anna, bob] = [await server.signIn(server.account()), await server.signIn(server.account())];
  await server.decide(id, { decision: "decline", reason: "worried" }, anna);
  const second = await desk(bob, { viewport: { width: 390, height: 844 } });
  await open(second, `/leestafel/${id}`);
  await second.getByRole("button", { name: "Niet plaatsen", exact: true }).click();
  await second.getByText("Nog 7 redenen").click();
  await second.getByRole("radio", { name: "Wij maken ons zorgen" }).check();
  const own = second.getByRole("textbox", { name: "Eigen zin erbij" });
  await own.fill("Bel mij op 06 12345678.");
  await second.getByRole("button", { name: "Plaats niet en stuur de brief" }).click();
  await expect(second.getByText(/Hier staat een nummer, adres of account in/).first()).toBeVisible();
  await fine(second, "no way to reach anybody");
  await own.fill("Fijn dat jij dit vertelt.");
  await second.getByRole("button", { name: "Plaats niet en stuur de brief" }).click();
  await expect(second.getByRole("status").filter({ hasText: "Niet geplaatst." })).toBeVisible();

  await open(page, "/mijn");
  await openMine(page, key);
  await expect(page.getByText("Fijn dat jij dit vertelt.")).toBeVisible();
  const lines = page.getByRole("main").locator("a[href^='tel:']");
  await expect.poll(async () => lines.evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual([
    "tel:112",
    "tel:08002000",
    "tel:08000432",
  ]);
  await fine(page, "the letter");
});
