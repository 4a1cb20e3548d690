// Every screen before signing in, of a coordinator, of staff that is not ready, and of a resident.
// Axe finds nothing and nothing sticks out, also when something is filled in wrong.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openContext } from "./browser.mjs";
import { LONG, firstDossier, rowLinks, saveNote } from "./journeys.mjs";
import { look, picture } from "./look.mjs";
import { signInOf } from "./people.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

test("public: the front door, signing in and its mistakes", async () => {
  const context = await openContext(it.browser, it.house);
  const page = await context.newPage();
  for (const [name, path] of Object.entries({ start: "/", privacy: "/privacy", uitgelogd: "/uitloggen", "geen-pagina-openbaar": "/nergens" })) {
    await page.goto(path);
    await look(page, name);
  }
  await page.goto("/inloggen");
  await look(page, "inloggen");
  await page.getByRole("button", { name: u("sign-in-next") }).click();
  await look(page, "inloggen-fouten");
  await page.getByLabel(u("sign-in-name")).fill(signInOf(it.house, "worker").name);
  await page.getByLabel(u("sign-in-password")).fill("niet het goede wachtwoord");
  await page.getByRole("button", { name: u("sign-in-next") }).click();
  await look(page, "code");
  await page.getByLabel(u("code-label")).fill("000000");
  await page.getByRole("main").getByRole("button", { name: u("sign-in-title") }).click();
  await look(page, "code-fouten");
  await context.close();
});

test("not ready: the pledge, and a training that has expired", async () => {
  const unsigned = await it.page("unsigned");
  assert.equal(new URL(unsigned.url()).pathname, "/werk/geheimhouding");
  await look(unsigned, "geheimhouding-tekenen");
  const expired = await it.page("expired");
  assert.equal(new URL(expired.url()).pathname, "/werk/niet-klaar");
  await look(expired, "niet-klaar");
});

test("coordinator: dividing questions, and ending", async () => {
  const page = await it.page("coordinator");
  await page.goto("/werk");
  await look(page, "coordinator-vandaag");
  await page.goto("/toezicht");
  await look(page, "toezicht");
  await page.getByRole("link", { name: je("questions-assign") }).first().click();
  await look(page, "toewijzen");
  await page.getByRole("button", { name: je("questions-assign") }).click();
  await look(page, "toewijzen-fouten");
  await page.getByLabel(je("assign-worker"), { exact: true }).selectOption({ index: 1 });
  await page.getByRole("radiogroup", { name: je("assign-domain") }).getByRole("radio").first().check();
  await page.getByRole("radiogroup", { name: je("assign-role") }).getByRole("radio").first().check();
  await page.getByLabel(je("assign-reason")).fill(`Kent schulden goed. ${LONG.word}`);
  await page.getByRole("button", { name: je("questions-assign") }).click();
  await page.getByRole("heading", { level: 1, name: je("access-title") }).waitFor();
  await look(page, "toegang-coordinator");
  await page.getByRole("link", { name: je("involved-end") }).first().click();
  await look(page, "beeindigen");
  await page.getByRole("button", { name: je("end-go") }).click();
  await look(page, "beeindigen-fouten");
});

test("resident: every page of the portal, and one that is not theirs", async () => {
  const worker = await it.page("worker");
  await worker.goto("/werk/dossiers");
  const path = await rowLinks(worker).filter({ hasText: "Bhagwandin" }).first().getAttribute("href");
  await worker.goto(path.replace("dossier", "notitie"));
  await worker.getByLabel(je("note-facts")).fill(`Een brief: ${LONG.word}\n\n${LONG.word}`);
  await worker.getByLabel(je("note-opinion")).fill(LONG.word);
  await saveNote(worker);

  const page = await it.page("resident");
  for (const [name, where] of Object.entries({
    mijn: "/mijn",
    "mijn-acties": "/mijn/acties",
    "mijn-dossier": "/mijn/dossier",
    "wie-heeft-gekeken": "/mijn/gekeken",
    "mijn-gegevens": "/mijn/gegevens",
    "mijn-gedeeld": "/mijn/gedeeld",
    "niet-van-u": "/mijn/dossier/00000000000000000000000000000000",
  })) {
    await page.goto(where);
    await look(page, name);
  }
  await page.goto("/mijn/dossier");
  await page.getByRole("article").getByRole("link").first().click();
  await look(page, "mijn-notitie");
});

test("resident: helped by two organisations", async () => {
  const page = await it.page("residentOfTwo");
  for (const [name, where] of Object.entries({ "mijn-twee": "/mijn", "mijn-twee-dossier": "/mijn/dossier", "mijn-twee-gekeken": "/mijn/gekeken" })) {
    await page.goto(where);
    await look(page, name);
  }
});

test("resident: on paper, only what was written", async () => {
  const page = await it.page("resident");
  await page.goto("/mijn/dossier");
  await page.emulateMedia({ media: "print" });

  for (const gone of [page.getByRole("button", { name: u("sign-out") }), page.getByRole("navigation").first()]) {
    assert.equal(await gone.isVisible(), false);
  }
  assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
  assert.ok(await page.getByRole("article").first().isVisible());
  await picture(page, "mijn-dossier-papier");
});

test("a resident in the pages of the team, and a worker in the portal", async () => {
  const resident = await it.page("resident");
  await resident.goto("/werk/dossiers");
  await look(resident, "inwoner-bij-team");
  const worker = await it.page("worker");
  await worker.goto(await firstDossier(worker));
  await worker.goto("/mijn");
  await look(worker, "medewerker-bij-portaal");
});
