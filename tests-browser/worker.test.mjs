// The worker's day: Mijn dossiers, a quick note in three clicks, a draft that outlives the session.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Hand } from "./browser.mjs";
import { assertWellMade } from "./look.mjs";
import { signIn } from "./people.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

const rowLinks = (page) => page.getByRole("table").getByRole("rowheader").getByRole("link");

test("Mijn dossiers lists the dossiers of this worker and filters them by name", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/dossiers");
  await assertWellMade(page);
  const names = await rowLinks(page).allTextContents();
  assert.ok(names.length > 1, "the worker has dossiers");

  const wanted = names.at(-1).trim();
  await page.getByLabel(je("caseload-filter-name")).fill(wanted.split(/[ ,]+/)[0]);
  await page.getByRole("button", { name: je("caseload-filter-go") }).click();

  const found = await rowLinks(page).allTextContents();
  assert.ok(found.length >= 1 && found.length < names.length + 1);
  assert.ok(found.map((name) => name.trim()).includes(wanted));
  assert.ok(!page.url().includes(encodeURIComponent(wanted.split(/[ ,]+/)[0])), "no name in an address");
});

test("a quick note takes at most three clicks from anywhere, and the timeline shows it", async () => {
  const page = await it.page("worker");
  const hand = new Hand();
  await page.goto("/werk/dossiers");

  await hand.click(page.getByRole("link", { name: je("nav-note") }).first());
  await hand.click(page.getByRole("main").getByRole("list").first().getByRole("link").first());
  await fillNote(page, "Mevrouw belde over de brief van de verhuurder.\n\nWij bellen donderdag samen.");
  await hand.click(page.getByRole("button", { name: je("note-save"), exact: true }));

  assert.ok(hand.clicks <= 3, `${hand.clicks} clicks`);
  await page.getByRole("status").first().waitFor();
  assert.ok((await page.getByRole("main").innerText()).includes("Wij bellen donderdag samen."));
});

test("a note without words is sent back with the errors on top and nothing lost", async () => {
  const page = await it.page("worker");
  await openNote(page);
  await page.getByLabel(je("note-opinion")).fill("Ik denk dat er meer speelt.");

  await page.getByRole("button", { name: je("note-save"), exact: true }).click();

  assert.ok(await page.getByRole("heading", { name: u("errors-heading") }).isVisible());
  assert.equal(await page.getByLabel(je("note-opinion")).inputValue(), "Ik denk dat er meer speelt.");
  assert.ok((await page.title()).startsWith(u("error-mark")), "the title begins with the error");
});

test("a draft survives the end of the session byte for byte", async () => {
  const typed = "  Eerste regel met spaties \n\n\tTab, ë, 😀 en een lange streep –\nlaatste regel\n";
  const page = await it.page("worker");
  await openNote(page);
  await page.getByLabel(je("note-facts")).fill(typed);
  await page.getByRole("button", { name: je("note-save-draft") }).click();
  await page.getByRole("button", { name: u("sign-out") }).click();

  await signIn(page, it.house, "worker");
  await page.goto("/werk/concepten");
  await page.getByRole("main").getByRole("link").first().click();

  assert.equal(await page.getByLabel(je("note-facts")).inputValue(), typed);
});

async function openNote(page) {
  await page.goto("/werk/notitie");
  await page.getByRole("main").getByRole("list").first().getByRole("link").first().click();
}

/** Fills what is required and not filled in yet. */
async function fillNote(page, facts) {
  await page.getByLabel(je("note-facts")).fill(facts);
  for (const select of await page.getByRole("combobox").all()) {
    const required = await select.getAttribute("aria-required");
    if (required && (await select.inputValue()) === "") await select.selectOption({ index: 1 });
  }
  const part = page.getByRole("radiogroup", { name: je("note-part") });
  if ((await part.count()) && !(await part.locator("input:checked").count())) {
    await part.getByRole("radio").first().check();
  }
}
