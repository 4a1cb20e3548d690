// The worker's day: Mijn dossiers, a quick note in three clicks, a draft that outlives the session.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Hand } from "./browser.mjs";
import { fillIntake, openNote, rowLinks, saveNote, search } from "./journeys.mjs";
import { assertWellMade } from "./look.mjs";
import { signIn } from "./people.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

test("Mijn dossiers lists the dossiers of this worker and filters them by name", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/dossiers");
  await assertWellMade(page);
  const names = await rowLinks(page).allTextContents();
  assert.ok(names.length > 1, "the worker has dossiers");

  const wanted = names.at(-1).trim();
  const part = wanted.split(/[ ,]+/)[0];
  await page.getByLabel(je("caseload-filter-name")).fill(part);
  await page.getByRole("button", { name: je("caseload-filter-go") }).click();
  await page.getByRole("link", { name: je("caseload-filter-clear") }).waitFor();

  const found = (await rowLinks(page).allTextContents()).map((name) => name.trim());
  assert.ok(found.includes(wanted));
  assert.ok(found.every((name) => name.includes(part)), found.join(" | "));
  assert.ok(!page.url().includes(encodeURIComponent(part)), "no name in an address");
});

test("a client with two parts is offered once for each, so a note needs no choice of part", async () => {
  const page = await it.page("worker");
  await search(page, "Tweedelig", ["3", "3", "1963"]);
  await page.getByRole("button", { name: je("intake-go-on") }).click();
  await fillIntake(page, { given: "Cor", question: "Wie wil met mij wandelen?", role: "role-lead" });
  await page.getByRole("checkbox", { name: je("domain-debt-counselling"), exact: true }).check();
  await page.getByLabel(je("intake-question").replace(/\{.*\}/, je("domain-debt-counselling"))).fill("Hoe betaal ik dit?");
  await page.getByRole("button", { name: je("intake-save") }).click();
  await page.getByRole("heading", { level: 1, name: je("intake-done-title") }).waitFor();

  await page.goto("/werk/notitie");
  const lines = page.getByRole("main").getByRole("list").last().getByRole("link").filter({ hasText: "Tweedelig" });
  assert.equal(await lines.count(), 2);
  await lines.filter({ hasText: je("domain-voluntary") }).click();

  const part = page.getByRole("radiogroup", { name: je("note-part") });
  assert.ok(await part.getByRole("radio", { name: je("domain-voluntary") }).isChecked());
});

for (const role of ["worker", "youthWorker", "foundationWorker"]) {
  test(`a quick note takes ${role} at most three clicks from anywhere, for each dossier`, async () => {
    const page = await it.page(role);
    await page.goto("/werk/notitie");
    const offered = await page.getByRole("main").getByRole("list").last().getByRole("link").count();
    assert.ok(offered > 0);

    for (let at = 0; at < offered; at += 1) {
      const hand = new Hand();
      await page.goto("/werk/concepten");
      await hand.click(page.getByRole("link", { name: je("nav-note") }).first());
      await hand.click(page.getByRole("main").getByRole("list").last().getByRole("link").nth(at));
      await page.getByLabel(je("note-facts")).fill(`Belde over de brief.\n\nWij bellen donderdag samen (${at}).`);
      await hand.click(page.getByRole("button", { name: je("note-save"), exact: true }));

      await page.getByRole("status").filter({ hasText: je("note-saved") }).waitFor();
      assert.ok(hand.clicks <= 3, `${hand.clicks} clicks`);
      assert.ok((await page.getByRole("main").innerText()).includes(`Wij bellen donderdag samen (${at}).`));
    }
  });
}

test("a note without words is sent back with the errors on top and nothing lost", async () => {
  const page = await it.page("worker");
  await openNote(page);
  const kind = page.getByLabel(je("note-kind"));
  await kind.selectOption({ label: je("kind-visit") });
  await page.getByLabel(je("note-facts")).fill("   \n ");

  await saveNote(page);

  await page.getByRole("heading", { name: u("errors-heading") }).waitFor();
  assert.equal(await kind.evaluate((select) => select.selectedOptions[0].text), je("kind-visit"));
  assert.equal(await page.getByLabel(je("note-facts")).inputValue(), "   \n ");
  assert.ok((await page.title()).startsWith(u("error-mark")), "the title begins with the error");
});

test("a draft survives the end of the session byte for byte", async () => {
  const typed = "  Eerste regel met spaties \n\n\tTab, ë, 😀 en een lange streep –\nlaatste regel\n";
  const page = await it.page("colleagueWithDraft");
  await openNote(page);
  await page.getByLabel(je("note-facts")).fill(typed);
  await page.getByRole("button", { name: je("note-save-draft") }).click();
  await page.getByRole("button", { name: u("sign-out") }).click();

  await signIn(page, it.house, "colleagueWithDraft");
  await page.goto("/werk/concepten");
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();

  assert.equal(await page.getByLabel(je("note-facts")).inputValue(), typed);
});

test("what is changed in two windows at the same time is shown to the second, and nothing is lost", async () => {
  const page = await it.page("worker");
  await openNote(page);
  await page.getByLabel(je("note-facts")).fill("De eerste tekst.");
  await saveNote(page);
  await page.getByRole("article").filter({ hasText: "De eerste tekst." }).getByRole("link").first().click();
  await page.getByRole("link", { name: je("entry-correct") }).click();
  const slow = await page.context().newPage();
  await slow.goto(page.url());
  for (const [tab, text] of [[page, "De tekst van de snelle."], [slow, "De tekst van de langzame."]]) {
    await tab.getByLabel(je("note-facts")).fill(text);
    await tab.getByLabel(je("correct-reason")).fill("Het bedrag klopte niet.");
    await tab.getByRole("button", { name: je("correct-save") }).click();
  }

  await slow.getByRole("heading", { level: 1, name: je("conflict-own-title") }).waitFor();

  assert.ok((await slow.getByRole("main").innerText()).includes("De tekst van de snelle."));
  assert.equal(await slow.getByLabel(je("note-facts")).inputValue(), "De tekst van de langzame.");
  await slow.getByRole("button", { name: je("conflict-keep-yours") }).click();
  await slow.getByRole("status").filter({ hasText: je("correct-saved") }).waitFor();
});
