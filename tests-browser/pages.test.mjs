// Every screen at phone and desk width: axe finds nothing, nothing sticks out, and a picture is kept to look at.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openContext } from "./browser.mjs";
import { assertAccessible, assertWellMade, picture } from "./look.mjs";
import { stage } from "./stage.mjs";

const it = stage();

const PUBLIC = { start: "/", inloggen: "/inloggen", privacy: "/privacy" };
const WORK = {
  vandaag: "/werk",
  "mijn-dossiers": "/werk/dossiers",
  intake: "/werk/nieuw",
  "snelle-notitie": "/werk/notitie",
  concepten: "/werk/concepten",
  geheimhouding: "/werk/geheimhouding",
};
const PORTAL = { mijn: "/mijn", "mijn-dossier": "/mijn/dossier", "wie-heeft-gekeken": "/mijn/gekeken" };

for (const [name, path] of Object.entries(PUBLIC)) {
  test(`public: ${path}`, async () => {
    const context = await openContext(it.browser, it.house);
    await look(await context.newPage(), name, path);
    await context.close();
  });
}

for (const [name, path] of Object.entries(WORK)) {
  test(`worker: ${path}`, async () => look(await it.page("worker"), name, path));
}

for (const [name, path] of Object.entries(PORTAL)) {
  test(`resident: ${path}`, async () => look(await it.page("resident"), name, path));
}

test("worker: a dossier and its tabs", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/dossiers");
  const path = await page.getByRole("table").getByRole("rowheader").getByRole("link").first().getAttribute("href");
  await look(page, "dossier", path);
  const tabs = page.getByRole("main").getByRole("navigation").getByRole("link");
  const paths = await tabs.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(paths.length > 1, "a dossier has tabs");

  for (const tab of paths.filter((tab) => tab !== path)) await look(page, `dossier-${tab.split("/").at(-1)}`, tab);
});

test("worker: the form of a note", async () => {
  const page = await it.page("worker");
  await page.goto("/werk/notitie");
  const path = await page.getByRole("main").getByRole("list").first().getByRole("link").first().getAttribute("href");

  await look(page, "notitie-schrijven", path);
});

test("colleague: refused", async () => {
  const worker = await it.page("worker");
  await worker.goto("/werk/dossiers");
  const path = await worker.getByRole("table").getByRole("rowheader").getByRole("link").first().getAttribute("href");
  const colleague = await it.page("colleague");

  await colleague.goto(path);

  await assertAccessible(colleague);
  await picture(colleague, "geweigerd");
});

async function look(page, name, path) {
  const response = await page.goto(path);
  assert.equal(response.status(), 200, path);
  await assertWellMade(page);
  await assertAccessible(page);
  await picture(page, name);
}
