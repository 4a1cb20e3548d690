// The resident on a phone: what is asked, what was written, who looked.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { rowLinks } from "./journeys.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";

const it = stage();

test("the first page says in one line whether something is asked", async () => {
  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn");
  await assertWellMade(page);

  const main = page.getByRole("main");
  assert.ok((await main.innerText()).trim().length > 0);
  for (const path of ["/mijn/dossier", "/mijn/gekeken"]) {
    const box = await main.locator(`a[href="${path}"]`).first().boundingBox();
    assert.ok(box && box.height >= 44, `${path} is big enough to tap`);
  }
});

test("what was written can be read from the first page in two taps", async () => {
  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn");

  await page.getByRole("main").locator('a[href="/mijn/dossier"]').first().click();
  await assertWellMade(page);
  await page.getByRole("main").locator('a[href^="/mijn/dossier/"]').first().click();

  await assertWellMade(page);
  assert.match(new URL(page.url()).pathname, /^\/mijn\/dossier\/[\w-]+$/);
});

test("a look by the worker stands in 'Wie heeft gekeken' at once", async () => {
  const resident = await it.page("resident", { screen: PHONE });
  await resident.goto("/mijn/gekeken");
  const before = await resident.getByRole("main").innerText();

  const worker = await it.page("worker");
  await worker.goto("/werk/dossiers");
  const row = rowLinks(worker).filter({ hasText: "Bhagwandin" }).first();
  const path = await row.getAttribute("href");
  await row.click();
  await worker.goto(`${path}/tijdlijn`);
  await resident.reload();

  const after = await resident.getByRole("main").innerText();
  assert.notEqual(after, before);
  assert.match(after, /samira/i, "an involved worker stands there by name");
  await assertWellMade(resident);
});

test("leaving fast ends the session", async () => {
  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn");

  await page.locator('a[href="/mijn/snel-weg"]').first().click();
  await page.waitForLoadState();

  const after = await page.goto("/mijn");
  assert.equal(new URL(after.url()).pathname, "/inloggen");
});
