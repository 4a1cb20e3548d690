// By keyboard only: the focus is seen, the order is the order of the page, and the note can be sent.

import assert from "node:assert/strict";
import { test } from "node:test";

import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

test("the skip link is the first stop and leads to the content", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/dossiers");

  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), je("skip-to-content"));
  await page.keyboard.press("Enter");

  assert.equal(await page.evaluate(() => document.activeElement.id), "inhoud");
});

test("every stop on the way through Mijn dossiers shows its focus", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/dossiers");
  const stops = await page.locator("a[href], button, input:not([type=hidden]), select, textarea, summary").count();

  const unseen = [];
  for (let stop = 0; stop < Math.min(stops, 40); stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === document.body) return true;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      const around = focused.closest("label, .sd-option") ?? focused;
      const shown = (style, width) => style !== "none" && Number.parseFloat(width) > 0;
      const outer = getComputedStyle(around);
      return shown(outlineStyle, outlineWidth) || boxShadow !== "none" || shown(outer.outlineStyle, outer.outlineWidth)
        ? true
        : focused.outerHTML.slice(0, 120);
    });
    if (seen !== true) unseen.push(seen);
  }

  assert.deepEqual(unseen, []);
});

test("a note is written and sent with Ctrl+Enter, and mistakes are read first", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/notitie");
  await page.getByRole("main").getByRole("list").first().getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(je("note-facts")).waitFor();
  // The shortcut is the script's; it is there when the page has loaded.
  await page.waitForLoadState();

  await page.getByLabel(je("note-facts")).focus();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: u("errors-heading") }).waitFor();
  await page.waitForLoadState();
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), u("errors-heading"));

  await page.getByLabel(je("note-facts")).focus();
  await page.keyboard.type("Geschreven zonder muis.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("status").filter({ hasText: je("note-saved") }).waitFor();
});
