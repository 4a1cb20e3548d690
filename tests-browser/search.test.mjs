// Searching the own dossiers: from Vandaag to the opened note in two clicks, with script and without; no word in an address.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je } from "./words.mjs";

const it = stage();

/** Types words on Vandaag and opens the newest note: two clicks. */
async function opensWhatSheFinds(page, words) {
  await page.goto("/werk");
  await page.getByLabel(je("search-words")).fill(words);
  await page.getByRole("button", { name: je("search-go"), exact: true }).click();
  await page.waitForURL(/\/werk\/zoeken\/[0-9a-f-]{32,36}$/);
  const found = page.url();
  await page.getByRole("main").locator('a[href*="/notitie/"]').first().click();
  await page.waitForURL(/\/notitie\/[0-9a-f-]{32,36}$/);
  await page.goBack();
  assert.equal(page.url(), found);
  assert.ok((await page.getByRole("main").locator("mark").count()) > 0, "back shows it again");
}

test("a note is found and opened in two clicks", async () => {
  const page = await it.page("worker");

  await opensWhatSheFinds(page, "BRIEVEN");
  await assertWellMade(page);
  await page.reload();
  assert.ok((await page.getByRole("main").locator("mark").count()) > 0, "and so does loading it again");
});

test("the same without script, on a telephone", async () => {
  const page = await it.page("worker", { screen: PHONE, script: false });

  await opensWhatSheFinds(page, "brief");
});

test("what is not found and what cannot be looked for is said", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/zoeken");
  await assertWellMade(page);

  await page.getByLabel(je("search-words")).fill("de het een");
  await page.getByRole("button", { name: je("search-go"), exact: true }).click();
  await page.getByRole("main").getByText(je("search-small-words")).first().waitFor();
  await assertWellMade(page);
  await page.getByLabel(je("search-words")).fill("onvindbaarheidsverklaring");
  await page.getByRole("button", { name: je("search-go"), exact: true }).click();

  await page.getByText(je("search-none"), { exact: true }).waitFor();
  await assertWellMade(page);
});
