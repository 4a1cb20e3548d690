// Judging an emergency access: at most three pages from "Vandaag" to a verdict, with script and without; what the officer
// and the resident are told of it. No page about judging leads into a dossier.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { choose } from "./journeys.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();
const WHY = "De vaste medewerker was er die middag wel. Dit had kunnen wachten.";
const CASE = 'a[href^="/toezicht/noodtoegang/"]';

/** From "Vandaag" to the form of the first case; says how many pages were seen, the first one included. */
async function toFirstCase(page) {
  let pages = 0;
  page.on("framenavigated", (frame) => frame === page.mainFrame() && (pages += 1));
  await page.goto("/werk");
  await page.getByRole("main").locator('a[href="/toezicht/noodtoegang"]').first().click();
  await page.getByRole("main").locator(CASE).first().click();
  await page.getByRole("button", { name: je("review-go") }).waitFor();
  return pages;
}

async function judges(page, choice) {
  await choose(page, "review-outcome", `review-choice-${choice}`);
  await page.getByLabel(je("review-sentence"), { exact: false }).fill(WHY);
  await page.getByRole("button", { name: je("review-go") }).click();
  await page.waitForURL("**/toezicht/noodtoegang?klaar=*");
}

test("a coordinator judges in at most three pages, without script on a phone", async () => {
  const page = await it.page("coordinator", { screen: PHONE, script: false });

  const pages = await toFirstCase(page);

  assert.ok(pages <= 3, `${pages} pages`);
  assert.equal(await page.locator('main a[href^="/werk/dossier"]').count(), 0, "no way into the dossier");
  await judges(page, "justified");
  await page.getByText(je("review-done-justified")).waitFor();
});

test("what should not have been becomes a breach with its clock", async () => {
  const page = await it.page("coordinator");
  await page.goto("/toezicht/noodtoegang");
  await assertWellMade(page);
  const waiting = page.getByRole("link", { name: /^Beoordeel nummer/ });
  const before = await waiting.count();
  const pages = await toFirstCase(page);
  assert.ok(pages <= 3, `${pages} pages`);
  await assertWellMade(page);
  await page.getByRole("button", { name: je("review-go") }).click();
  await page.getByText(je("review-outcome-missing")).first().waitFor();
  await assertWellMade(page);
  await judges(page, "not-justified");
  await page.getByText(je("review-done-breach")).waitFor();
  assert.equal(await waiting.count(), before - 1, "it waits no more");

  const officer = await it.page("officer");
  for (const path of ["/fg/noodtoegang", "/fg/noodtoegang/bestuur", "/toezicht/cijfers", "/fg/datalekken"]) {
    await officer.goto(path);
    await assertWellMade(officer);
  }
  const row = officer.getByRole("table").getByRole("row").nth(1);
  assert.match(await row.innerText(), /Nog 7\d uur/);
  await row.getByRole("link").click();
  await officer.getByText(je("breach-handling")).waitFor();
  await assertWellMade(officer);
});

test("the resident reads what came of it", async () => {
  const page = await it.page("resident", { screen: PHONE });

  await page.goto("/mijn/gekeken");

  await page.getByText(u("looked-judged-not-justified")).first().waitFor();
  await assertWellMade(page);
});

test("who stands in is arranged for some days, and not twice for the same", async () => {
  const page = await it.page("coordinator");
  await page.goto("/toezicht/vervanging");
  await assertWellMade(page);
  const next = new Date(Date.now() + 40 * 24 * 3600 * 1000);
  const day = [next.getUTCDate(), next.getUTCMonth() + 1, next.getUTCFullYear()].map(String);
  const fill = async () => {
    for (const name of ["absence-from", "absence-until"]) {
      const date = page.getByRole("group", { name: je(name) });
      await date.getByLabel(u("date-day")).fill(day[0]);
      await date.getByLabel(u("date-month")).fill(day[1]);
      await date.getByLabel(u("date-year")).fill(day[2]);
    }
    await page.getByRole("button", { name: je("deputy-go") }).click();
  };

  await fill();
  await page.getByRole("heading", { name: je("deputy-times") }).waitFor();
  await fill();

  await page.getByText(je("deputy-overlaps")).first().waitFor();
  await assertWellMade(page);
});
