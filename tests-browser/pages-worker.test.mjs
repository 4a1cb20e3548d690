// Every screen of a worker, with what can go wrong on it: axe finds nothing, nothing sticks out.
// One client has a name, a question and a note that break careless layouts.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LONG, choose, fillIntake, firstDossier, openNote, rowLinks, saveNote, search } from "./journeys.mjs";
import { look } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je } from "./words.mjs";

const it = stage();
const BORN = ["29", "2", "1968"];

const ALWAYS = {
  vandaag: "/werk",
  "mijn-dossiers": "/werk/dossiers",
  "intake-1": "/werk/nieuw",
  "notitie-kiezen": "/werk/notitie",
  "zonder-naam": "/werk/zonder-naam",
  "zonder-naam-lijst-leeg": "/werk/zonder-naam/lijst",
  "concepten-leeg": "/werk/concepten",
  geheimhouding: "/werk/geheimhouding",
  veiligheid: "/werk/inloggen",
  "e-mailadres": "/werk/inloggen/mail",
  "geen-pagina": "/werk/bestaat-niet",
};

for (const [name, path] of Object.entries(ALWAYS)) {
  test(`worker: ${path}`, async () => {
    const page = await it.page("worker");
    await page.goto(path);
    await look(page, name);
  });
}

test("worker: a dossier and its tabs", async () => {
  const page = await it.page("worker");
  const path = await firstDossier(page);
  for (const tab of ["", "/tijdlijn", "/gegevens", "/toegang"]) {
    await page.goto(path + tab);
    await look(page, `dossier${tab.replace("/", "-")}`);
  }
});

test("worker: a question without a name, with what can go wrong", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/zonder-naam");
  await page.getByRole("textbox", { name: je("contact-text") }).fill(`Mevrouw Jansen belde. ${LONG.word}`);
  await page.getByRole("button", { name: je("contact-go") }).click();
  await look(page, "zonder-naam-fouten");
  await choose(page, "contact-kind", "contact-kind-phone");
  await choose(page, "contact-topic", "topic-money");
  await choose(page, "contact-done", "contact-done-answered");
  await page.getByLabel(je("contact-looked")).check();
  await page.getByRole("button", { name: je("contact-go") }).click();
  await page.getByText(je("contact-kept")).waitFor();
  await page.getByRole("link", { name: je("contact-to-list") }).click();
  await look(page, "zonder-naam-lijst");
  await page.locator("summary", { hasText: je("contact-remove") }).first().click();
  await look(page, "zonder-naam-weghalen");
  await page.getByRole("button", { name: je("contact-remove-go") }).click();
  await page.getByText(je("contact-removed")).waitFor();
});

test("worker: language and interpreter, with what can go wrong", async () => {
  const page = await it.page("worker");
  const path = await firstDossier(page);
  await page.goto(`${path}/gegevens`);
  await page.getByRole("link", { name: je("language-change") }).click();
  await look(page, "taal");
  await choose(page, "language-interpreter", "interpreter-language");
  await page.getByRole("button", { name: je("language-go") }).click();
  await look(page, "taal-fouten");
  await page.getByLabel(je("language-other-which")).fill(LONG.word);
  await page.getByRole("button", { name: je("language-go") }).click();
  await page.getByText(je("language-kept")).waitFor();
  await look(page, "taal-bewaard");
});

test("worker: an intake from searching to done, with everything long", async () => {
  const page = await it.page("worker");
  await search(page, "", ["31", "2", "1990"]);
  await look(page, "intake-1-fouten");
  await search(page, LONG.surname, BORN);
  await look(page, "intake-1-niet-gevonden");
  await page.getByRole("button", { name: je("intake-go-on") }).click();
  await look(page, "intake-2");
  await page.getByLabel(je("field-surname")).fill("");
  await page.getByRole("button", { name: je("intake-save") }).click();
  await look(page, "intake-2-fouten");
  await page.getByLabel(je("field-surname")).fill(LONG.surname);
  await page.getByRole("textbox", { name: je("field-address") }).fill(`${LONG.word}straat 1001-bis\n9999 ZZ ${LONG.word}`);
  await page.getByLabel(je("intake-safe-note")).fill(`Alleen bellen vóór 15.00 uur. ${LONG.word}`);
  await choose(page, "intake-safe-phone", "safe-unsafe");
  await fillIntake(page, { given: LONG.given, question: `${LONG.word} ${LONG.word}`, role: "role-lead" });
  await page.getByRole("button", { name: je("intake-save") }).click();
  await look(page, "intake-klaar");

  await search(page, LONG.surname, BORN);
  await look(page, "intake-1-mogelijk-bekend");
});

test("worker: lists and a dossier with everything long", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/dossiers");
  await look(page, "mijn-dossiers-lang");
  await page.getByLabel(je("caseload-filter-name")).fill("Niemand heet zo");
  await page.getByRole("button", { name: je("caseload-filter-go") }).click();
  await page.getByRole("link", { name: je("caseload-filter-clear") }).waitFor();
  await look(page, "mijn-dossiers-niets-gevonden");
  await page.getByRole("link", { name: je("caseload-filter-clear") }).click();
  const path = await rowLinks(page).filter({ hasText: LONG.surname }).getAttribute("href");

  await page.goto(`${path}/tijdlijn`);
  await look(page, "dossier-lang-leeg");
  await page.goto(path.replace("dossier", "notitie"));
  await page.getByLabel(je("note-facts")).fill(`${LONG.word} https://example.nl/${LONG.word}/${LONG.word}\n\n${LONG.word}`);
  await page.getByLabel(je("note-opinion")).fill(LONG.word);
  await saveNote(page);
  await look(page, "dossier-lang-tijdlijn");
  for (const tab of ["", "/gegevens", "/toegang"]) {
    await page.goto(path + tab);
    await look(page, `dossier-lang${tab.replace("/", "-")}`);
  }
});

test("worker: a note, from empty to corrected, with its mistakes", async () => {
  const page = await it.page("worker");
  await openNote(page);
  await look(page, "notitie");
  await page.getByRole("radio", { name: je("note-visible-later"), exact: true }).check();
  await saveNote(page);
  await look(page, "notitie-fouten");
  await page.getByLabel(je("note-facts")).fill("Mevrouw belt over de brief van de verhuurder.");
  await page.getByRole("button", { name: je("note-save-draft") }).click();
  await look(page, "notitie-concept");
  await page.goto("/werk/concepten");
  await look(page, "concepten");
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await page.getByRole("radio", { name: je("note-visible-now"), exact: true }).check();
  await saveNote(page);
  await look(page, "notitie-bewaard");
  await page.getByRole("article").first().getByRole("link").first().click();
  await look(page, "notitie-lezen");
});

test("worker: correcting a note of long ago, with its mistakes", async () => {
  const page = await it.page("worker");
  await page.goto(`${await firstDossier(page)}/tijdlijn`);
  await page.getByRole("article").last().getByRole("link").first().click();
  await page.getByRole("link", { name: je("entry-correct") }).click();
  await look(page, "notitie-verbeteren");
  const slow = await page.context().newPage();
  await slow.goto(page.url());
  await page.getByLabel(je("note-facts")).fill("Zonder reden.");
  await page.getByRole("button", { name: je("correct-save") }).click();
  await look(page, "notitie-verbeteren-fouten");
  for (const [tab, text] of [[page, "De tekst van de snelle."], [slow, `De tekst van de langzame. ${LONG.word}`]]) {
    await tab.getByLabel(je("note-facts")).fill(text);
    await tab.getByLabel(je("correct-reason")).fill("Het bedrag klopte niet.");
    await tab.getByRole("button", { name: je("correct-save") }).click();
  }
  await look(slow, "notitie-conflict");
  await look(page, "notitie-verbeterd");
});

test("worker: the BSN, only with a reason", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/dossiers");
  const paths = await rowLinks(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of paths) {
    await page.goto(`${path}/gegevens`);
    const show = page.getByRole("link", { name: je("bsn-show") });
    if ((await show.count()) === 0) continue;
    await show.click();
    await look(page, "bsn");
    await page.getByRole("button", { name: je("bsn-show") }).click();
    await look(page, "bsn-fouten");
    await page.getByLabel(je("bsn-reason")).fill("Aanvraag bij de gemeente");
    await page.getByRole("button", { name: je("bsn-show") }).click();
    await look(page, "bsn-getoond");
    await page.goto("/opnieuw");
    await look(page, "opnieuw-inloggen");
    return;
  }
  assert.fail("no dossier of this worker has a BSN");
});

test("worker: in English", async () => {
  const page = await it.page("worker");
  const path = await firstDossier(page);
  for (const [name, where] of [["today", "/werk"], ["dossiers", "/werk/dossiers"], ["dossier", path], ["details", `${path}/gegevens`], ["note", path.replace("dossier", "notitie")], ["intake", "/werk/nieuw"]]) {
    await page.goto(`/taal/en?terug=${encodeURIComponent(where)}`);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await look(page, `english-${name}`);
  }
});

test("colleague: refused", async () => {
  const path = await firstDossier(await it.page("worker"));
  const colleague = await it.page("colleague");
  await colleague.goto(path);

  await look(colleague, "geweigerd");
});
