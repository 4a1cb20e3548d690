// What stands out: looked at and judged in three clicks, with script and without; thresholds with their history.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je } from "./words.mjs";

const it = stage();

/** Judges the newest finding; says how many clicks it took from the list, and whom it was about. */
async function judges(page, verdict, sentence) {
  await page.goto("/toezicht/opvallend");
  let clicks = 0;
  const click = async (target) => {
    clicks += 1;
    await target.click();
  };
  await click(page.getByRole("table").first().getByRole("link").first());
  await page.getByLabel(je("finding-sentence")).fill(sentence);
  await click(page.getByRole("radio", { name: je(`finding-verdict-${verdict}`) }));
  await click(page.getByRole("button", { name: je("finding-go") }));
  await page.getByRole("status").filter({ hasText: je("findings-judged") }).waitFor();
  return clicks;
}

test("a coordinator judges what stood out in three clicks", async () => {
  const page = await it.page("coordinator");
  await page.goto("/toezicht/opvallend");
  await assertWellMade(page);
  await page.getByRole("table").first().getByRole("link").first().click();
  await assertWellMade(page);

  const clicks = await judges(page, "explained", "Dit hoorde bij een huisbezoek.");

  assert.equal(clicks, 3);
  const settled = await page.getByRole("table").last().innerText();
  assert.ok(settled.includes(je("finding-state-explained")));
});

test("the same without script, on a telephone", async () => {
  const page = await it.page("coordinator", { script: false, screen: PHONE });

  assert.equal(await judges(page, "asked", "Wat zocht je hier?"), 3);

  assert.ok((await page.getByRole("main").innerText()).includes(je("finding-state-asked")));
});

test("from what stood out one reads the log of that day", async () => {
  const page = await it.page("officer", { screen: PHONE });
  await page.goto("/fg/opvallend");
  await assertWellMade(page);
  await page.getByRole("table").first().getByRole("link").first().click();

  await page.getByRole("button", { name: je("finding-log-go") }).click();

  await page.getByRole("heading", { name: je("log-lines") }).waitFor();
  assert.ok((await page.getByRole("table").getByRole("row").count()) > 1);
});

test("the officer sees the history of the thresholds and adds to it", async () => {
  const page = await it.page("officer");
  await page.goto("/fg/opvallend/grenzen");
  await assertWellMade(page);
  const before = await page.getByRole("main").getByRole("listitem").count();
  assert.ok(before >= 2, "the demo has a history");
  await page.getByLabel(je("thresholds-dossiers")).fill("12");
  await page.getByRole("button", { name: je("thresholds-go") }).click();
  await page.getByText(je("thresholds-reason-missing")).first().waitFor();
  await assertWellMade(page);
  await page.getByLabel(je("thresholds-reason")).fill("Een team kreeg een wijk erbij.");
  await page.getByRole("button", { name: je("thresholds-go") }).click();

  await page.getByRole("status").filter({ hasText: je("thresholds-kept") }).waitFor();
  assert.equal(await page.getByRole("main").getByRole("listitem").count(), before + 1);
  assert.equal(await page.getByLabel(je("thresholds-dossiers")).inputValue(), "12");
});
