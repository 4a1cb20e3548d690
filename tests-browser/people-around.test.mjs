// People and authority: a person is added in at most four clicks, with and without script, and the client reads why.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESK, PHONE, startBrowser } from "./browser.mjs";
import { startHouse } from "./house.mjs";
import { look } from "./look.mjs";
import { pageOf } from "./people.mjs";
import { je, u } from "./words.mjs";

let house;
let browser;

before(async () => {
  house = await startHouse();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await house?.stop();
});

async function openDossier(page) {
  await page.goto("/werk/dossiers");
  const link = page.getByRole("main").getByRole("link", { name: "Bhagwandin" }).first();
  await page.goto(await link.getAttribute("href"));
}

for (const script of [true, false]) {
  test(`a neighbour is added in three clicks ${script ? "with" : "without"} script`, async () => {
    const page = await pageOf(browser, house, "worker", { ...DESK, script });
    const name = script ? "Truus Bakker" : "Joke Bakker";
    await openDossier(page);
    let clicks = 0;
    const click = async (locator) => {
      clicks += 1;
      await locator.click();
    };

    await click(page.getByRole("link", { name: je("tab-people") }));
    if (script) await look(page, "mensen");
    await click(page.getByRole("link", { name: je("people-add-person") }));
    await page.getByLabel(je("people-relation")).selectOption("neighbour");
    await page.getByLabel(je("people-name"), { exact: true }).fill(name);
    await page.getByLabel(je("people-agrees")).check();
    for (const field of ["informed", "agreed"]) {
      await page.locator(`#${field}`).fill("1");
      await page.locator(`#${field}-month`).fill("11");
      await page.locator(`#${field}-year`).fill("2025");
    }
    await page.getByLabel(je("people-informed-how")).selectOption("talked");
    if (script) await look(page, "mensen-persoon");
    await click(page.getByRole("button", { name: je("people-save") }));

    assert.ok(clicks <= 4, `${clicks} clicks`);
    await page.getByRole("heading", { name }).waitFor();
    await page.context().close();
  });
}

test("the client reads who stands there and why, and no address", async () => {
  const page = await pageOf(browser, house, "resident", PHONE);

  await page.goto("/mijn/mensen");

  await page.getByRole("heading", { name: "Riet van Dam" }).waitFor();
  await page.getByText(u("own-people-agreed")).first().waitFor();
  await look(page, "mijn-mensen");
});
