// "Waarom heeft u gekeken?": asked in four pages from the first one, with script and without; answered at the desk.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

/** Asks at the first line that can be asked about; says how many pages were seen, the first one included. */
async function asks(page, words) {
  let pages = 0;
  page.on("framenavigated", (frame) => frame === page.mainFrame() && (pages += 1));
  await page.goto("/mijn");
  await page.getByRole("main").locator('a[href^="/mijn/gekeken"]').first().click();
  await page.getByRole("main").getByRole("link", { name: u("inquiry-ask") }).first().click();
  if (words) await page.getByLabel(u("inquiry-words")).fill(words);
  await page.getByRole("button", { name: u("inquiry-go") }).click();
  await page.waitForURL("**/mijn/gekeken/vragen/*");
  return pages;
}

test("a resident asks why somebody looked in at most four pages", async () => {
  const page = await it.page("resident", { screen: PHONE });

  const pages = await asks(page, "Ik had die dag geen afspraak.");

  assert.ok(pages <= 4, `${pages} pages`);
  const main = await page.getByRole("main").innerText();
  assert.ok(main.includes("Ik had die dag geen afspraak."));
  assert.match(main, /uiterlijk op/);
  await assertWellMade(page);
  await page.getByRole("link", { name: u("inquiry-go-on") }).click();
  await assertWellMade(page);
});

test("the same without script, and without a word", async () => {
  const page = await it.page("resident", { screen: PHONE, script: false });

  assert.ok((await asks(page)) <= 4);

  assert.match(await page.getByRole("main").innerText(), /uiterlijk op/);
});

test("the coordinator answers, and the answer stays with the line", async () => {
  const desk = await it.page("coordinator");
  await desk.goto("/toezicht/vragen");
  await assertWellMade(desk);
  // The last one to be due is the one that was just asked.
  const row = desk.getByRole("table").getByRole("link").last();
  await row.click();
  await assertWellMade(desk);
  await desk.getByLabel(je("answer-label")).fill("Samira las de afspraak van die week terug.");
  await desk.getByRole("button", { name: je("answer-go") }).click();
  await desk.getByRole("status").filter({ hasText: je("answer-done") }).waitFor();

  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn/gekeken");
  await assertWellMade(page);
  await page.getByRole("link", { name: u("inquiry-read-answer") }).first().click();
  const main = await page.getByRole("main").innerText();
  assert.ok(main.includes("Samira las de afspraak van die week terug."));
  await assertWellMade(page);
});

test("a question becomes a complaint in one step", async () => {
  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn/gekeken");
  await page.getByRole("link", { name: new RegExp(`${u("inquiry-waits")}|${u("inquiry-read-answer")}`) }).first().click();
  await page.getByRole("link", { name: u("inquiry-go-on") }).click();
  await page.getByRole("radio", { name: u("pursue-complaint"), exact: true }).check();
  await page.getByRole("button", { name: u("pursue-go") }).click();

  await page.getByRole("heading", { name: u("pursue-complaint") }).waitFor();
  await assertWellMade(page);
});
