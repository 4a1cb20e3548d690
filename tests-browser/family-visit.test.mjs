// A family visit: one form, a note in each dossier; at most five clicks from a dossier, and without script. And withdrawing.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Hand, PHONE } from "./browser.mjs";
import { choose, firstDossier } from "./journeys.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je } from "./words.mjs";

const it = stage();

/** The boxes of the people that can be chosen. */
const people = (page) => page.getByRole("main").getByRole("checkbox");

test("two people are visited in five clicks from a dossier", async () => {
  const page = await it.page("worker", { screen: PHONE });
  await page.goto(await firstDossier(page));
  const hand = new Hand();
  await hand.click(page.getByRole("link", { name: je("note-title") }).last());
  await hand.click(page.getByRole("link", { name: je("visit-link") }));
  await assertWellMade(page);
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 1, "the dossier one came from");
  await hand.click(people(page).nth(1));
  await hand.click(page.getByRole("button", { name: je("visit-go-on") }));
  await assertWellMade(page);
  await page.getByLabel(je("visit-shared"), { exact: false }).fill("Samen de post geopend.");
  const own = page.getByLabel(je("visit-own"));
  await own.nth(0).fill("Alleen voor de een.");
  await own.nth(1).fill("Alleen voor de ander.");
  await hand.click(page.getByRole("button", { name: je("visit-save") }));

  await page.getByText(je("visit-saved").includes("{") ? "2 notities zijn bewaard." : je("visit-saved")).waitFor();
  assert.ok(hand.clicks <= 5, `${hand.clicks} clicks`);
});

test("without script it is chosen, mended and written as well", async () => {
  const page = await it.page("worker", { script: false });
  await page.goto("/werk/gezinsbezoek");
  await page.getByRole("button", { name: je("visit-go-on") }).click();
  await page.getByText(je("visit-too-few")).first().waitFor();
  await people(page).nth(0).check();
  await people(page).nth(1).check();
  await page.getByRole("button", { name: je("visit-go-on") }).click();
  await page.getByRole("button", { name: je("visit-save") }).click();
  await page.getByText(je("visit-nothing")).first().waitFor();
  await page.getByLabel(je("visit-shared"), { exact: false }).fill("Wij liepen samen naar de markt.");
  await page.getByRole("button", { name: je("visit-save") }).click();

  await page.getByText("2 notities zijn bewaard.").waitFor();
});

test("a note of the visit is withdrawn and leaves a line", async () => {
  const page = await it.page("worker", { screen: PHONE });
  await page.goto(`${await firstDossier(page)}/tijdlijn`);
  const note = page.getByRole("article").filter({ hasText: "Alleen voor" }).first();
  await note.getByRole("link").first().click();
  await page.getByRole("link", { name: je("entry-withdraw") }).click();
  await assertWellMade(page);
  await choose(page, "withdraw-ground", "withdrawn-written-twice");
  await page.getByRole("button", { name: je("withdraw-go") }).click();

  await page.getByText(je("withdrawn-written-twice")).waitFor();
  await assertWellMade(page);
  assert.equal(await page.getByText("Alleen voor").count(), 0);
});
