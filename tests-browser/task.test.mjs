// Tasks: done in one click from Vandaag and from the list, with script and without; taken back; and read by the client.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

/** Does the first task of a page in one click, and takes it back in another. */
async function doesAndUndoes(page, path) {
  await page.goto(path);
  const main = page.getByRole("main");
  const tasks = main.locator('form[action$="/klaar"]');
  const before = await tasks.count();
  await tasks.first().getByRole("button").click();
  await page.getByRole("status").filter({ hasText: je("task-done-now") }).waitFor();
  assert.ok(new URL(page.url()).pathname === path, "back where it was done");
  const after = await main.locator('form[action$="/klaar"]').count();
  await page.getByRole("status").getByRole("button", { name: je("task-undo") }).click();
  await page.waitForURL((url) => !url.search.includes("gedaan"));
  assert.deepEqual([after, await main.locator('form[action$="/klaar"]').count()], [before - 1, before]);
}

test("a task is done in one click, and taken back", async () => {
  const page = await it.page("worker");

  await doesAndUndoes(page, "/werk");
  await assertWellMade(page);
  await doesAndUndoes(page, "/werk/taken");
  await assertWellMade(page);
});

test("the same without script, on a telephone", async () => {
  const page = await it.page("worker", { screen: PHONE, script: false });

  await doesAndUndoes(page, "/werk");
});

test("a task is postponed with a reason that stays with it", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/taken");
  await page.getByRole("main").locator('a[href*="/taken/"]').first().click();
  await assertWellMade(page);
  await page.getByRole("link", { name: je("task-postpone") }).click();
  await page.getByRole("button", { name: je("task-postpone") }).click();
  await assertWellMade(page);
  assert.ok(await page.getByText(je("task-reason-missing")).first().isVisible());
});

test("the client reads what is still to be done", async () => {
  const page = await it.page("resident", { screen: PHONE });

  await page.goto("/mijn/dossier");
  await page.getByRole("link", { name: u("own-tasks-title") }).click();

  await page.getByRole("heading", { name: u("own-tasks-title") }).waitFor();
  await assertWellMade(page);
});
