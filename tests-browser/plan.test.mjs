// The plan: a goal in three clicks and its text, the client agrees in three, with script and without.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { firstDossier } from "./journeys.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

/** Adds a goal to the first plan of the first dossier; says how many clicks it took from the overview. */
async function addsGoal(page, words) {
  await page.goto(await firstDossier(page));
  await page.getByRole("link", { name: je("tab-plan"), exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: je("plan-new-goal") }).first().click();
  await page.getByLabel(je("plan-form-own-words")).fill(words);
  await page.getByRole("button", { name: je("plan-save"), exact: true }).click();
  await page.getByRole("status").filter({ hasText: je("plan-told-saved") }).waitFor();
  return 3;
}

for (const script of [true, false]) {
  const how = script ? "with script" : "without script";

  test(`a goal is three clicks and its words, ${how}`, async () => {
    const page = await it.page("worker", { script });

    const clicks = await addsGoal(page, `Ik wil dit leren, ${how}.`);

    assert.ok(clicks <= 3);
    assert.ok((await page.getByRole("main").innerText()).includes(`Ik wil dit leren, ${how}.`));
    if (script) await assertWellMade(page);
  });

  test(`what is wrong is said and what was typed stays, ${how}`, async () => {
    const page = await it.page("worker", { script });
    await page.goto(`${await firstDossier(page)}/plan`);
    await page.getByRole("main").getByRole("link", { name: je("plan-new-goal") }).first().click();
    await page.getByLabel(je("plan-form-worker-words")).fill("Dit blijft staan.");

    await page.getByRole("button", { name: je("plan-save"), exact: true }).click();

    await page.getByText(u("fault-empty")).first().waitFor();
    assert.equal(await page.getByLabel(je("plan-form-worker-words")).inputValue(), "Dit blijft staan.");
    if (script) await assertWellMade(page);
  });

  test(`a resident asks and agrees or talks first, ${how}`, async () => {
    const page = await it.page("residentOfTwo", { screen: PHONE, script });
    await page.goto("/mijn");
    await page.getByRole("main").locator('a[href^="/mijn/plan"]').first().click();
    if (script) await assertWellMade(page);
    await page.getByRole("link", { name: u("portal-plan-ask") }).first().click();
    await page.getByLabel(u("portal-plan-question")).fill(`Hoe dan, ${how}?`);
    await page.getByRole("button", { name: u("portal-plan-ask-go") }).click();
    await page.getByRole("status").filter({ hasText: u("portal-plan-told-asked") }).waitFor();

    const button = script ? "portal-plan-talk-first" : "portal-plan-agree";
    await page.getByRole("button", { name: u(button), exact: true }).click();

    const told = script ? "portal-plan-told-talk" : "portal-plan-told-agreed";
    await page.getByRole("status").filter({ hasText: u(told) }).waitFor();
    assert.ok((await page.getByRole("main").innerText()).includes(`Hoe dan, ${how}?`));
  });
}
