// Intake: search first, then only the fields that the purpose needs, then the first note.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fillDate, fillIntake, search } from "./journeys.mjs";
import { assertWellMade, look } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

test("somebody new is taken in after the search, and the dossier opens", async () => {
  const page = await it.page("worker");
  await search(page, "Zonneveld-Yıldız", ["7", "3", "1988"]);
  await page.getByRole("heading", { level: 1, name: je("intake-unknown-title") }).waitFor();
  await page.getByRole("button", { name: je("intake-go-on") }).click();
  assert.equal(await page.getByLabel(je("field-surname")).inputValue(), "Zonneveld-Yıldız", "not asked twice");

  await fillIntake(page, { given: "Noor", question: "Wie wil met mij wandelen?", role: "role-lead" });
  await page.getByRole("button", { name: je("intake-save") }).click();

  await page.getByRole("heading", { level: 1, name: je("intake-done-title") }).waitFor();
  assert.ok((await page.getByRole("main").innerText()).includes("Noor Zonneveld-Yıldız"));
  assert.ok(!page.url().toLowerCase().includes("zonneveld"), "no name in an address");
  await page.getByRole("link", { name: je("intake-done-open") }).click();
  assert.match(new URL(page.url()).pathname, /^\/werk\/dossier\//);
  assert.ok((await page.getByRole("main").innerText()).includes("Wie wil met mij wandelen?"));
  await assertWellMade(page);
});

test("who is known already is not shown: the coordinator looks along", async () => {
  const page = await it.page("worker");
  await search(page, "Bhagwandin", ["", "", ""]);
  await page.getByRole("heading", { level: 1, name: je("intake-no-date-title") }).waitFor();
  await look(page, "intake-niet-gezocht");

  await search(page, "Zonneveld-Yıldız", ["7", "3", "1988"]);

  await page.getByRole("heading", { level: 1, name: je("intake-known-title") }).waitFor();
  const main = await page.getByRole("main").innerText();
  assert.ok(!main.includes("Zonneveld") && !main.includes("1988"), "nothing of what is there");
  assert.equal(await page.getByRole("button", { name: je("intake-go-on") }).count(), 0);
});

test("another name in step 2 is looked for first, and the way back loses nothing", async () => {
  for (const script of [true, false]) {
    const page = await it.page("worker", { script });
    await search(page, "Gatenkaas", ["7", "3", "1988"]);
    await page.getByRole("button", { name: je("intake-go-on") }).click();
    await page.getByLabel(je("field-surname")).fill("Zonneveld-Yıldız");
    await fillIntake(page, { given: "  Bo 😀 ", question: "Wie helpt?\nEn hoe?", role: "role-lead" });

    await page.getByRole("button", { name: je("intake-save") }).click();

    await page.getByRole("heading", { level: 1, name: je("intake-known-title") }).waitFor();
    // What looks at a page is a script itself.
    if (script) await look(page, "intake-bekend-uit-stap-2");
    await page.getByRole("button", { name: je("intake-back-to-form") }).click();
    assert.equal(await page.getByLabel(je("field-given-name")).inputValue(), "  Bo 😀 ");
    assert.equal(await page.getByLabel(je("field-surname")).inputValue(), "Zonneveld-Yıldız");
    assert.ok(await page.getByRole("checkbox", { name: je("domain-voluntary"), exact: true }).isChecked());
    const question = page.getByLabel(je("intake-question").replace(/\{.*\}/, je("domain-voluntary")));
    assert.equal(await question.inputValue(), "Wie helpt?\nEn hoe?");
  }
});

test("an intake with gaps comes back with every gap named and nothing lost", async () => {
  const page = await it.page("worker");
  await search(page, "Gatenkaas", ["1", "2", "1970"]);
  await page.getByRole("button", { name: je("intake-go-on") }).click();
  await page.getByLabel(je("field-given-name")).fill("  Bo 😀 ");

  await page.getByRole("button", { name: je("intake-save") }).click();

  const named = await page.locator(".sd-errors li").allTextContents();
  for (const gap of ["intake-role-missing", "refused-notice-missing", "refused-no-domain"]) {
    assert.ok(named.some((line) => line.includes(je(gap))), `${gap} in ${named.join(" | ")}`);
  }
  assert.equal(await page.getByLabel(je("field-given-name")).inputValue(), "  Bo 😀 ");
  assert.equal(await page.getByLabel(je("field-surname")).inputValue(), "Gatenkaas");
});

test("a BSN is asked only where the law knows it", async () => {
  const municipality = await it.page("worker");
  await municipality.goto("/werk/nieuw");
  const foundation = await it.page("foundationDesk");
  await foundation.goto("/werk/nieuw");

  assert.equal(await municipality.getByLabel(je("field-bsn"), { exact: false }).count(), 1);
  assert.equal(await foundation.getByLabel(je("field-bsn"), { exact: false }).count(), 0);
  assert.ok((await foundation.getByRole("main").innerText()).includes(je("intake-search-recorded")));
});

test("an impossible birth date is sent back at its field, with what was typed", async () => {
  const page = await it.page("worker");
  await search(page, "Zonneveld", ["31", "2", "1990"]);

  assert.ok(await page.getByRole("heading", { name: u("errors-heading") }).isVisible());
  assert.ok((await page.title()).startsWith(u("error-mark")), "the title begins with the error");
  assert.equal(await page.getByLabel(je("field-surname")).inputValue(), "Zonneveld");
  await fillDate(page, je("field-birth-date"), ["28", "2", "1990"]);
});
