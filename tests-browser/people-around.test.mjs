// People and authority: a person is added in at most four clicks, with and without script, and the client reads why.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { choose } from "./journeys.mjs";
import { assertWellMade } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();
const AT_MOST = 4;

/** Opens a dossier and adds a neighbour who agreed; gives the page and how many clicks it took. */
async function addsNeighbour(page, name, looked) {
  let clicks = 0;
  const click = async (locator) => {
    clicks += 1;
    await locator.click();
  };
  await page.goto("/werk/dossiers");
  const link = page.getByRole("main").getByRole("link", { name: "Bhagwandin" }).first();
  await page.goto(await link.getAttribute("href"));
  await click(page.getByRole("link", { name: je("tab-people") }));
  await looked(page);
  await click(page.getByRole("link", { name: je("people-add-person") }));
  await page.getByLabel(je("people-relation"), { exact: false }).selectOption("neighbour");
  await page.locator("#name").fill(name);
  await choose(page, "people-why", "people-agrees");
  for (const field of ["informed", "agreed"]) {
    await page.locator(`#${field}`).fill("1");
    await page.locator(`#${field}-month`).fill("11");
    await page.locator(`#${field}-year`).fill("2025");
  }
  await page.locator("#informed-how").selectOption("talked");
  await looked(page);
  await click(page.getByRole("button", { name: je("people-save") }));
  await page.getByRole("heading", { name }).waitFor();
  return clicks;
}

test("a neighbour is added in at most four clicks", async () => {
  const page = await it.page("worker");
  const clicks = await addsNeighbour(page, "Truus Bakker", assertWellMade);
  assert.ok(clicks <= AT_MOST, `${clicks} clicks`);
});

test("and without script on a phone", async () => {
  const page = await it.page("worker", { screen: PHONE, script: false });
  const clicks = await addsNeighbour(page, "Joke Bakker", async () => {});
  assert.ok(clicks <= AT_MOST, `${clicks} clicks`);
});

test("the client reads who stands there and why", async () => {
  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn/mensen");
  await page.getByRole("heading", { name: "Riet van Dam" }).waitFor();
  await page.getByText(u("own-people-agreed")).first().waitFor();
  await assertWellMade(page);
});
