// Every journey works without script: here the two that matter most, from sign-in to saved.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { stage } from "./stage.mjs";
import { je } from "./words.mjs";

const it = stage();

test("a worker signs in, writes a note and finds it in the timeline", async () => {
  const page = await it.page("worker", { script: false });
  await page.goto("/werk/notitie");
  await page.getByRole("main").getByRole("list").first().getByRole("link").first().click();
  await page.getByLabel(je("note-facts")).fill("Geschreven zonder script.");
  for (const select of await page.locator("select[aria-required=true]").all()) {
    if ((await select.inputValue()) === "") await select.selectOption({ index: 1 });
  }
  const part = page.getByRole("radiogroup", { name: je("note-part") });
  if (await part.count()) await part.getByRole("radio").first().check();

  await page.getByRole("button", { name: je("note-save"), exact: true }).click();

  assert.ok((await page.getByRole("main").innerText()).includes("Geschreven zonder script."));
});

test("a draft is kept with a button", async () => {
  const page = await it.page("worker", { script: false });
  await page.goto("/werk/notitie");
  await page.getByRole("main").getByRole("list").first().getByRole("link").first().click();
  await page.getByLabel(je("note-facts")).fill("Nog niet af.");

  await page.getByRole("button", { name: je("note-save-draft") }).click();

  await page.goto("/werk/concepten");
  assert.ok((await page.getByRole("main").getByRole("link").count()) >= 1);
});

test("a resident signs in, reads and sees who looked", async () => {
  const page = await it.page("resident", { screen: PHONE, script: false });

  for (const path of ["/mijn", "/mijn/dossier", "/mijn/gekeken"]) {
    const response = await page.goto(path);
    assert.equal(response.status(), 200, path);
    assert.equal(await page.locator("h1").count(), 1, path);
  }
});
