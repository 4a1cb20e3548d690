// A plan of several people: a section for two, mended, changed, a yes noted, stopped; on a phone, and without script.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Hand, PHONE } from "./browser.mjs";
import { firstDossier } from "./journeys.mjs";
import { assertWellMade, look } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je } from "./words.mjs";

const it = stage();
const main = (page) => page.getByRole("main");

/** Opens the form of a new section from the plan of a dossier. */
async function begin(page, hand) {
  await page.goto(`${await firstDossier(page)}/plan`);
  await hand.click(page.getByRole("link", { name: je("family-link") }));
  await hand.click(page.getByRole("link", { name: je("family-add") }));
}

async function write(page, title, words) {
  await page.getByLabel(je("family-form-name")).fill(title);
  await page.getByLabel(je("family-form-words")).fill(words);
}

test("a section for two people takes four clicks from the plan, and a yes is noted", async () => {
  const page = await it.page("worker", { screen: PHONE });
  const hand = new Hand();
  await begin(page, hand);
  await look(page, "gezinsplan-nieuw");
  const person = main(page).getByRole("checkbox").first();
  await hand.click(person);
  await write(page, "Naar school", "Moeder brengt de kinderen om acht uur.");
  await hand.click(page.getByRole("button", { name: je("family-form-go") }));
  await page.getByText(je("family-told-saved")).waitFor();
  assert.equal(hand.clicks, 4);
  await look(page, "gezinsplan");

  await page.getByRole("link", { name: je("family-open") }).last().click();
  await page.getByRole("button", { name: je("family-answer-go") }).click();
  await page.getByText(je("family-answer-who-missing")).first().waitFor();
  await look(page, "gezinsplan-stuk-fout");
  await main(page).getByRole("checkbox").first().check();
  await page.getByRole("radio", { name: je("family-answer-yes"), exact: true }).check();
  await page.getByRole("radio", { name: je("family-how-talk") }).check();
  await page.getByRole("button", { name: je("family-answer-go") }).click();
  await page.getByText(je("family-told-answered")).waitFor();
  await look(page, "gezinsplan-stuk");
});

test("without script it is mended, changed and stopped as well", async () => {
  const page = await it.page("worker", { script: false });
  await begin(page, new Hand());
  await main(page).getByRole("checkbox").first().check();
  await page.getByLabel(je("family-form-words")).fill("Opa past op.");
  await page.getByRole("button", { name: je("family-form-go") }).click();
  await main(page).getByText(je("fault-empty")).first().waitFor();
  assert.equal(await page.getByLabel(je("family-form-words")).inputValue(), "Opa past op.");
  assert.equal(await main(page).getByRole("checkbox", { checked: true }).count(), 1);
  await assertWellMade(page);
  await page.getByLabel(je("family-form-name")).fill("Oppas");
  await page.getByRole("button", { name: je("family-form-go") }).click();
  const section = page.getByRole("region").filter({ hasText: "Opa past op." });
  await section.getByRole("link", { name: je("family-open") }).click();

  await page.getByRole("link", { name: je("plan-change"), exact: true }).click();
  await write(page, "Oppas", "Oma past op.");
  await page.getByRole("button", { name: je("family-form-go") }).click();
  await page.getByText(je("family-told-saved")).waitFor();
  assert.equal(await page.getByText("Opa past op.").count(), 1, "the earlier text stays to be read");
  await page.getByRole("link", { name: je("family-stop") }).click();
  await assertWellMade(page);
  await page.getByLabel(je("family-stop-why")).fill("De kinderen zijn groot.");
  await page.getByRole("button", { name: je("family-stop-go") }).click();
  await page.getByText(je("family-told-stopped")).waitFor();
  await page.getByText("De kinderen zijn groot.").waitFor();
});
