// Breaking the glass: at most four pages from the form to the open dossier, with script and without, and one answer
// when nothing opens.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { choose, fillDate } from "./journeys.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();
const WHY = "De klant staat aan de balie en weet niet waar ze heen moet.";
const until = new RegExp(je("emergency-until").replace(/\{.*\}/, ".*"));

/** Fills in the form and sends it; says how many pages were seen, the form included. */
async function breaksTheGlass(page, surname, born) {
  let pages = 0;
  page.on("framenavigated", (frame) => frame === page.mainFrame() && (pages += 1));
  await page.goto("/werk/noodtoegang");
  await page.getByLabel(je("field-surname")).fill(surname);
  await fillDate(page, je("field-birth-date"), born);
  await choose(page, "emergency-reason", "emergency-reason-client-present");
  await page.getByLabel(je("emergency-sentence"), { exact: false }).fill(WHY);
  await page.getByRole("button", { name: je("emergency-go") }).click();
  await page.waitForLoadState();
  return pages;
}

test("a worker who is not involved opens a dossier in at most four pages, and stops", async () => {
  const page = await it.page("outsider");
  await page.goto("/werk/noodtoegang");
  await assertWellMade(page);

  const pages = await breaksTheGlass(page, "Bhagwandin", ["9", "2", "1968"]);

  assert.match(page.url(), /\/werk\/dossier\//);
  assert.ok(pages <= 4, `${pages} pages`);
  for (const tab of ["", "/tijdlijn", "/gegevens", "/toegang"]) {
    await page.goto(page.url().replace(/(\/werk\/dossier\/[^/?]+).*/, "$1") + tab);
    await page.getByText(until).first().waitFor();
    await assertWellMade(page);
  }
  await page.getByRole("button", { name: je("emergency-end") }).first().click();
  await page.getByText(je("emergency-ended")).waitFor();
});

test("without script, on a phone: nobody is found, and the coordinator is asked", async () => {
  const page = await it.page("outsider", { screen: PHONE, script: false });

  await breaksTheGlass(page, "Niemendal", ["1", "1", "1970"]);

  await page.getByRole("heading", { name: je("emergency-cannot-title") }).waitFor();
  await page.getByRole("button", { name: je("emergency-ask") }).click();
  await page.getByText(je("emergency-asked")).waitFor();
});

test("the resident reads who opened it, and why", async () => {
  const page = await it.page("resident", { screen: PHONE });

  await page.goto("/mijn/gekeken");

  await page.getByText(u("emergency-why-client-present")).first().waitFor();
  await assertWellMade(page);
});
