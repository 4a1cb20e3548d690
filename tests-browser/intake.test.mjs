// Intake: search first, then only the fields that the purpose needs, then the first note.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

test("somebody new is taken in after the search, and the dossier opens", async () => {
  const page = await it.page("worker");
  await search(page, "Zonneveld-Yıldız", ["7", "3", "1988"]);
  await assertWellMade(page);
  await page.getByRole("button", { name: je("intake-go-on") }).click();
  await assertWellMade(page);

  await page.getByRole("radiogroup", { name: je("intake-notice") }).getByRole("radio").first().check();
  await fillRequired(page);
  const domain = page.locator("fieldset .sd-domain").first();
  await domain.getByRole("checkbox").check();
  await domain.getByRole("textbox").first().fill("Hoe komen wij uit de schulden?");
  const agreement = domain.getByRole("radio").first();
  if (await agreement.count()) await agreement.check();
  await page.getByRole("radiogroup", { name: je("intake-role") }).getByRole("radio").first().check();
  await page.getByRole("button", { name: je("intake-save") }).click();

  await page.getByRole("heading", { level: 1, name: je("intake-done-title") }).waitFor();
  assert.ok((await page.getByRole("main").innerText()).includes("Zonneveld-Yıldız"));
  assert.ok(!page.url().toLowerCase().includes("zonneveld"), "no name in an address");
  await page.getByRole("link", { name: je("intake-done-open") }).click();
  assert.match(new URL(page.url()).pathname, /^\/werk\/dossier\//);
});

test("the search asks nothing that it does not need and says that it is recorded", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/nieuw");

  assert.equal(await page.getByLabel("BSN").count(), 0, "no BSN before a ground needs it");
  assert.ok((await page.getByRole("main").innerText()).includes(je("intake-search-recorded")));
});

test("an impossible birth date is sent back at its field, with what was typed", async () => {
  const page = await it.page("worker");
  await search(page, "Zonneveld", ["31", "2", "1990"]);

  assert.ok(await page.getByRole("heading", { name: u("errors-heading") }).isVisible());
  assert.equal(await page.getByLabel(u("field-surname")).inputValue(), "Zonneveld");
});

async function search(page, surname, [day, month, year]) {
  await page.goto("/werk/nieuw");
  await page.getByLabel(u("field-surname")).fill(surname);
  const birth = page.getByRole("group", { name: u("field-birth-date") });
  await birth.getByLabel(u("date-day")).fill(day);
  await birth.getByLabel(u("date-month")).fill(month);
  await birth.getByLabel(u("date-year")).fill(year);
  await page.getByRole("button", { name: je("intake-search-go") }).click();
}

/** Fills each required text field that is still empty with something that fits it. */
async function fillRequired(page) {
  for (const field of await page.locator("input[aria-required=true]").all()) {
    if ((await field.inputValue()) !== "" || (await field.getAttribute("type")) === "radio") continue;
    const kind = (await field.getAttribute("inputmode")) ?? (await field.getAttribute("type"));
    await field.fill(kind === "tel" ? "06 12345678" : kind === "email" ? "inwoner@example.org" : "Zonneveld-Yıldız");
  }
}
