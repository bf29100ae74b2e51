// The desk together: what anybody says is wrong, who reads what, notes, texts that look alike, keywords, the log.
import { expect, fine, open, test } from "../support/fixtures.ts";
import { elsewhere, notice } from "../support/steps.ts";
import { newKey, newWord } from "../support/server.ts";

test("anybody says that something is wrong, without a key, and only the desk hears it", async ({ page, desk, server, faults }) => {
  test.setTimeout(120_000);
  faults.expect(/net::ERR_INTERNET_DISCONNECTED/);
  const word = newWord();
  const { id } = await server.hang({ text: `Ik droom van een ${word}.` });
  await open(page, `/droom/${id}`);
  await page.getByRole("link", { name: "Hier klopt iets niet" }).click();
  await expect(page).toHaveURL(new RegExp(`/melden\\?bij=${id}$`));
  await open(page, page.url());
  await fine(page, "what is wrong");
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(notice(page).filter({ hasText: "Kies wat er niet klopt." })).toBeFocused();
  await fine(page, "nothing is chosen");
  await page.getByRole("radio", { name: "Dit gaat over mij" }).check();
  await page.getByRole("textbox", { name: "Wil je er iets bij zeggen?" }).fill(`Die ${word} ben ik.`);
  // Without signal nothing is lost, and trying again is the same report.
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(notice(page).filter({ hasText: "Je hebt geen internet" })).toBeVisible();
  await fine(page, "offline");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dank je. Een begeleider kijkt ernaar." })).toBeVisible();
  await fine(page, "thank you");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })), "nothing of it stays").not.toContain(word);

  const reader = await desk();
  await open(reader, "/leestafel");
  const link = reader.getByRole("link", { name: /^Meldingen \(\d+\)$/ });
  await elsewhere(reader);
  await link.click();
  await expect(reader.getByRole("heading", { name: "Hier klopt iets niet" })).toBeFocused();
  const told = reader.getByRole("listitem").filter({ hasText: `Die ${word} ben ik.` }).first();
  await expect(told).toContainText("Dit gaat over mij");
  await fine(reader, "reports");
  await reader.goto(`/leestafel/${id}?state=published`);
  const reported = notice(reader).filter({ hasText: "Iemand zegt: hier klopt iets niet" });
  await expect(reported).toContainText(`Die ${word} ben ik.`);
  await fine(reader, "a reported post");
  await reported.getByRole("button", { name: "Dit is gezien" }).click();
  await expect(reader.getByRole("status").filter({ hasText: "Gezien." })).toBeVisible();
  await reader.reload();
  await reader.getByText("Eerder gemeld").click();
  await expect(reader.getByText("Gezien door")).toBeVisible();
  await fine(reader, "seen to");

  // Of what does not hang there, nothing can be said.
  await open(page, "/melden?bij=00000000-0000-4000-8000-000000000000");
  await page.getByRole("radio", { name: "Iets anders" }).check();
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dit hangt niet op het bord" })).toBeVisible();
  await open(page, "/melden");
  await expect(page.getByRole("heading", { level: 1, name: "Dit hangt niet op het bord" })).toBeVisible();
});

test("two facilitators see who reads what, and write something down for each other", async ({ desk, server }) => {
  const { id } = await server.post({ text: `Ik droom van een ${newWord()}.` });
  const [noor, sam] = [await desk(), await desk(await server.signIn(server.account()))];
  await open(noor, `/leestafel/${id}`);
  await expect(noor, "the tab tells how much is to be done").toHaveTitle(/^\(\d+\) /);
  await noor.getByRole("button", { name: "Ik lees deze nu" }).click();
  await expect(noor.getByText("Jij leest deze.")).toBeVisible();
  await fine(noor, "claimed");
  await open(sam, `/leestafel/${id}`);
  await expect(sam.getByText(/ leest deze nu\.$/)).toBeVisible();
  await expect(sam.getByRole("button", { name: "Ik lees deze nu" })).toHaveCount(0);
  await fine(sam, "claimed by another");
  await open(sam, "/leestafel");
  // Other tests wait here too: the newest may stand on a later page.
  const row = sam.getByRole("listitem").locator(`a[href*="${id}"]`);
  const more = sam.getByRole("button", { name: "Meer laden" });
  // A click answers later than it is made: on the last page the button is gone, and the row is there.
  await expect(async () => {
    if (!(await row.isVisible()) && (await more.isEnabled({ timeout: 1_000 }))) await more.click({ timeout: 1_000 });
    await expect(row).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(row).toContainText(/ leest/);
  await noor.getByRole("button", { name: "Laat los" }).click();
  await expect(noor.getByRole("button", { name: "Ik lees deze nu" })).toBeVisible();

  const notes = noor.getByRole("region", { name: "Voor elkaar" });
  await notes.getByRole("button", { name: "Zet het erbij" }).click();
  await expect(notes.getByText("Schrijf eerst iets.")).toBeVisible();
  await notes.getByRole("textbox").fill("Bel mij op 06 12345678.");
  await notes.getByRole("button", { name: "Zet het erbij" }).click();
  await expect(notes.getByText("Haal nummers, adressen en accounts eruit.")).toBeVisible();
  await fine(noor, "a note that cannot be");
  await notes.getByRole("textbox").fill("Ik vraag het Sam.");
  await notes.getByRole("button", { name: "Zet het erbij" }).click();
  await expect(notes.getByRole("listitem")).toContainText("Ik vraag het Sam.");
  await fine(noor, "a note");
  await open(sam, `/leestafel/${id}`);
  await expect(sam.getByRole("region", { name: "Voor elkaar" }).getByRole("listitem")).toContainText("Ik vraag het Sam.");
});

test("a flood is declined at once, keywords become one, and the log goes along without words", async ({ desk, server, page }) => {
  test.setTimeout(120_000);
  const [word, old, fresh] = [newWord(), newWord(), newWord()];
  const key = newKey();
  for (const number of [1, 2, 3]) {
    await server.post({ text: `Koop nu de goedkoopste ${word} van heel Nederland, vandaag nog, nummer ${number}!` }, key);
  }
  const { id } = await server.hang({ text: `Ik droom van een ${newWord()}.` }, [old]);
  const reader = await desk();
  await open(reader, "/leestafel/meer");
  const group = reader.getByRole("region", { name: "3 teksten" }).filter({ hasText: word });
  await expect(group.getByRole("checkbox")).toHaveCount(3);
  await fine(reader, "look-alikes");
  await group.getByRole("button", { name: /^Wijs af/ }).click();
  await expect(group.getByText("Kies eerst één tekst of meer.")).toBeVisible();
  await group.getByRole("button", { name: "Kies alle, of geen" }).click();
  await group.getByRole("button", { name: "Wijs af wat je koos (3)" }).click();
  await expect(group.getByText("Kies een reden.")).toBeVisible();
  await group.getByRole("combobox").selectOption({ index: 8 });
  await fine(reader, "chosen");
  await group.getByRole("button", { name: "Wijs af wat je koos (3)" }).click();
  await expect(reader.getByRole("status").filter({ hasText: "3 afgewezen." })).toBeVisible();
  await expect(group).toHaveCount(0);
  expect((await server.mine(key)).map(({ state }) => state)).toEqual(["declined", "declined", "declined"]);

  await reader.getByRole("combobox", { name: "Dit trefwoord" }).selectOption(old);
  await reader.getByRole("button", { name: "Verander het" }).click();
  await expect(reader.getByText("Typ het nieuwe woord.")).toBeVisible();
  await reader.getByRole("textbox", { name: "wordt" }).fill(fresh);
  await reader.getByRole("button", { name: "Verander het" }).click();
  await expect(reader.getByRole("status").filter({ hasText: `heet nu ‘${fresh}’` })).toBeVisible();
  await fine(reader, "another keyword");
  await open(page, `/?keyword=${fresh}`);
  await expect(page.locator(`a[href$="/droom/${id}"]`)).toBeVisible();

  const [download] = await Promise.all([
    reader.waitForEvent("download"),
    reader.getByRole("link", { name: "Haal het logboek op" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const log = Buffer.concat(chunks).toString("utf8");
  expect(log).toContain(`${id},published,`);
  expect(log).not.toContain(word);
});
