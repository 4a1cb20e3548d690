// Every journey works without script, from sign-in to saved.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { LONG, fillDate, openNote, rowLinks, saveNote, takeIn } from "./journeys.mjs";
import { freshCode, signInOf } from "./people.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();
const without = (role, options = {}) => it.page(role, { script: false, ...options });

test("a worker signs in, writes a note, finds it in the timeline and corrects it", async () => {
  const page = await without("worker");
  await openNote(page);
  await page.getByLabel(je("note-facts")).fill("Geschreven zonder script.");
  await saveNote(page);
  const note = page.getByRole("article").filter({ hasText: "Geschreven zonder script." });
  await note.getByRole("link").first().click();

  await page.getByRole("link", { name: je("entry-correct") }).click();
  await page.getByLabel(je("note-facts")).fill("Verbeterd zonder script.");
  await page.getByLabel(je("correct-reason")).fill("Er stond een fout in.");
  await page.getByRole("button", { name: je("correct-save") }).click();

  const main = await page.getByRole("main").innerText();
  assert.ok(main.includes("Verbeterd zonder script."));
  assert.ok(main.includes(je("entry-older")), "the first text stays");
});

test("a note that the client reads later is written, and the choice comes with its questions", async () => {
  const page = await without("worker");
  await openNote(page);
  await page.getByLabel(je("note-facts")).fill("Wij vertellen dit eerst zelf.");
  await page.getByRole("radio", { name: je("note-visible-later"), exact: true }).check();
  const inAMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
  const parts = [inAMonth.getDate(), inAMonth.getMonth() + 1, inAMonth.getFullYear()];
  await fillDate(page, je("note-visible-from"), parts.map(String));
  await page.getByLabel(je("note-ground")).selectOption({ label: je("ground-told-in-person-first") });
  await saveNote(page);

  await page.getByRole("status").filter({ hasText: je("note-saved") }).waitFor();
});

test("a draft is kept with a button, found again and thrown away", async () => {
  const page = await without("worker");
  await openNote(page);
  await page.getByLabel(je("note-facts")).fill("Nog niet af.");
  await page.getByRole("button", { name: je("note-save-draft") }).click();

  await page.goto("/werk/concepten");
  assert.ok((await page.getByRole("main").innerText()).includes("Nog niet af."));
  await page.getByRole("button", { name: je("draft-discard") }).first().click();

  await page.getByRole("status").filter({ hasText: je("draft-discarded") }).waitFor();
});

test("somebody new is taken in", async () => {
  const page = await without("worker");

  const path = await takeIn(page, { surname: LONG.surname, given: LONG.given, born: ["1", "4", "1990"], question: "Hoe nu verder?" });

  await page.goto(path);
  assert.ok((await page.getByRole("main").innerText()).includes("Hoe nu verder?"));
});

test("the caseload is filtered", async () => {
  const page = await without("worker");
  await page.goto("/werk/dossiers");
  await page.getByLabel(je("caseload-filter-name")).fill("bhagwan");
  await page.getByRole("button", { name: je("caseload-filter-go") }).click();

  assert.deepEqual(await rowLinks(page).allTextContents(), ["Sharmila Devi Bhagwandin"]);
});

test("a coordinator assigns a worker and ends it again", async () => {
  const page = await without("coordinator");
  await page.goto("/toezicht");
  await page.getByRole("link", { name: je("questions-assign") }).first().click();
  await page.getByLabel(je("assign-worker"), { exact: true }).selectOption({ index: 1 });
  for (const group of ["assign-domain", "assign-role"]) {
    await page.getByRole("radiogroup", { name: je(group) }).getByRole("radio").first().check();
  }
  await page.getByLabel(je("assign-reason")).fill("Kent schulden goed.");
  await page.getByRole("button", { name: je("questions-assign") }).click();
  assert.ok((await page.getByRole("main").innerText()).includes("Kent schulden goed."));

  await page.getByRole("link", { name: je("involved-end") }).first().click();
  await page.getByLabel(je("end-reason")).fill("Overgedragen.");
  await page.getByRole("button", { name: je("end-go") }).click();
  assert.ok((await page.getByRole("main").innerText()).includes(je("access-past")));
});

test("a new colleague signs the pledge and is let in", async () => {
  const page = await without("unsigned");
  await page.goto("/werk/dossiers");
  assert.equal(new URL(page.url()).pathname, "/werk/geheimhouding", "no dossiers before the promise");

  await page.getByRole("button", { name: je("pledge-promise") }).click();
  await page.goto("/werk/dossiers");

  assert.equal(new URL(page.url()).pathname, "/werk/dossiers");
});

test("signing in again opens the way to a sensitive deed", async () => {
  const page = await without("worker");
  await page.goto("/opnieuw?terug=/werk/dossiers");
  await page.getByLabel(u("sign-in-password")).fill(signInOf(it.house, "worker").password);
  await page.getByLabel(u("code-label")).fill(await freshCode(it.house, "worker"));
  await page.getByRole("button", { name: u("again-go-on") }).click();

  assert.equal(new URL(page.url()).pathname, "/werk/dossiers");
});

test("a resident signs in, reads, sees who looked and leaves fast", async () => {
  const page = await without("resident", { screen: PHONE });

  for (const path of ["/mijn", "/mijn/dossier", "/mijn/gekeken", "/mijn/gegevens", "/mijn/acties", "/mijn/gedeeld"]) {
    const response = await page.goto(path);
    assert.equal(response.status(), 200, path);
    assert.equal(await page.locator("h1").count(), 1, path);
  }
  await page.getByRole("link", { name: u("quick-exit") }).click();
  await page.goto("/mijn");
  assert.equal(new URL(page.url()).pathname, "/inloggen");
});
