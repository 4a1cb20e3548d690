// Telling the client later: proposed by a worker, decided by the coordinator, on a phone and without script; and what the
// resident reads afterwards.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { choose } from "./journeys.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();
const WHY = "Iemand leest mee op de telefoon van mevrouw.";

test("a worker proposes on a phone, and is offered nothing to decide", async () => {
  const page = await it.page("outsider", { screen: PHONE });
  await page.goto("/werk/noodtoegang");
  await page.getByRole("link", { name: je("withhold-link") }).last().click();
  await assertWellMade(page);

  await page.getByRole("button", { name: je("withhold-propose") }).click();
  await page.getByText(je("withhold-ground-missing")).first().waitFor();
  await assertWellMade(page);
  await choose(page, "withhold-ground", "ground-danger-to-client");
  await choose(page, "withhold-from", "withhold-from-proxies-only");
  await page.getByLabel(je("withhold-sentence"), { exact: false }).fill(WHY);
  await page.getByRole("button", { name: je("withhold-propose") }).click();

  await page.getByText(je("withhold-proposed")).waitFor();
  await assertWellMade(page);
  assert.equal(await page.getByRole("radio").count(), 0);
});

test("the coordinator decides without script", async () => {
  const page = await it.page("coordinator", { screen: PHONE, script: false });
  await page.goto("/toezicht/achterhouden");
  const proposed = page.getByRole("row").filter({ hasText: je("withhold-state-proposed").split("{")[0].trim() });
  await proposed.getByRole("link", { name: je("withhold-decide") }).click();
  await choose(page, "withhold-says", "withhold-says-later");
  await page.getByLabel(je("withhold-sentence"), { exact: false }).fill(WHY);
  await page.getByRole("button", { name: je("withhold-go") }).click();

  await page.getByText(je("withhold-done-later")).waitFor();
});

test("the list and a notice are well made at desk width", async () => {
  const page = await it.page("coordinator");
  await page.goto("/toezicht/achterhouden");
  await assertWellMade(page);
  await page.getByRole("link", { name: je("withhold-decide") }).first().click();
  await assertWellMade(page);
});

test("the resident reads that it was told later, what happened, and asks for the name", async () => {
  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn/gekeken");
  await page.getByText(u("told-later-danger-to-client")).waitFor();
  await assertWellMade(page);

  await page.getByRole("link", { name: u("told-read") }).last().click();
  await page.getByRole("heading", { name: u("told-title") }).waitFor();
  await assertWellMade(page);
  await page.getByRole("link", { name: u("told-ask") }).click();
  await page.getByLabel(u("inquiry-name")).check();
  await page.getByRole("button", { name: u("inquiry-go") }).click();
  await page.getByText(u("inquiry-name-asked")).waitFor();
  await assertWellMade(page);
});
