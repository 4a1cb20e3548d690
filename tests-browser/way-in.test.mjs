// A way in from the desk: a slip, taken on a phone, with an app, a printed list or a passkey; and again when all is lost.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openContext, PHONE } from "./browser.mjs";
import { begin, finish, openSlip, OwnApp, SENTENCE, slipFor, typePassword, withPasskeys } from "./desk.mjs";
import { LONG, takeIn } from "./journeys.mjs";
import { look } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, startOf, u } from "./words.mjs";

const it = stage({ named: true });

const ADULT = { surname: LONG.surname, given: LONG.given, born: ["17", "5", "1984"], question: "Wie helpt mij?" };
const YOUNG = { surname: "Waterdrieblad", given: "Noa", born: ["17", "5", "2010"], question: "Wie helpt mij?" };
const pathOf = (page) => new URL(page.url()).pathname;

/** A page of somebody who was never here. */
async function visitor(options = { screen: PHONE }) {
  return (await openContext(it.browser, it.house, options)).newPage();
}

test("a resident takes the slip home and chooses an app on the phone", async () => {
  const worker = await it.page("worker");
  await takeIn(worker, ADULT);
  await worker.goto("/werk/balie");
  await look(worker, "desk");
  await worker.getByRole("button", { name: je("desk-go") }).click();
  await look(worker, "desk-errors");
  const slip = await slipFor(worker, ADULT);
  await look(worker, "slip");

  const page = await visitor();
  await page.goto("/activeren");
  await look(page, "activate");
  await page.getByLabel(u("sign-in-name")).fill(slip.name);
  await page.getByLabel(u("activate-code")).fill("ABCD 2345 EFGH");
  await page.getByRole("button", { name: u("sign-in-next") }).click();
  await look(page, "activate-errors");
  await openSlip(page, slip);
  await page.getByRole("radio", { name: u("choose-way-app") }).check();
  await look(page, "choose-app");
  const app = await OwnApp.of(page);
  await typePassword(page, "kort");
  await page.getByRole("button", { name: u("choose-go") }).click();
  await look(page, "choose-errors");
  await typePassword(page);
  await page.getByLabel(u("account-app-code")).fill(app.code());
  await page.getByRole("button", { name: u("choose-go") }).click();
  await page.waitForURL("**/inloggen?waarom=klaar");
  await look(page, "activated");

  await begin(page, slip.name);
  await finish(page, app.code());
  await page.waitForURL("**/mijn");
  await page.goto("/mijn/inloggen");
  await look(page, "account");
});

test("without script and without a smartphone the printed list is enough", async () => {
  const worker = await it.page("worker");
  const slip = await slipFor(worker, ADULT, { withList: true });
  await look(worker, "slip-list");

  const page = await visitor({ screen: PHONE, script: false });
  await openSlip(page, slip);
  assert.equal(await page.getByRole("radio", { name: u("choose-way-passkey") }).isVisible(), false, "needs script");
  await typePassword(page);
  await page.getByRole("radio", { name: u("choose-way-list") }).check();
  await page.getByLabel(u("choose-list-code")).fill(slip.list[0]);
  await page.getByRole("button", { name: u("choose-go") }).click();
  await page.waitForURL("**/inloggen?waarom=klaar");

  await begin(page, slip.name);
  await page.getByRole("link", { name: u("code-with-list") }).click();
  const asked = await page.locator("label[for=code]").textContent();
  const number = Number(asked.match(/\d+/)[0]);
  assert.equal(number, 2, "the next one");
  await finish(page, slip.list[number - 1]);
  await page.waitForURL("**/mijn");

  const renewed = await slipFor(worker, ADULT, { what: "list" });
  assert.equal(renewed.code, undefined, "a list alone ends nothing");
  const again = await visitor();
  await begin(again, slip.name);
  await again.getByRole("link", { name: u("code-with-list") }).click();
  await look(again, "code-list");
  await finish(again, renewed.list[0]);
  await again.waitForURL("**/mijn");
});

test("who lost everything gets another slip, and the old way in is over", async () => {
  const worker = await it.page("worker");
  const page = await visitor();
  const first = await slipFor(worker, ADULT);
  await openSlip(page, first);
  const app = await OwnApp.of(page);
  await typePassword(page);
  await page.getByRole("radio", { name: u("choose-way-app") }).check();
  await page.getByLabel(u("account-app-code")).fill(app.code());
  await page.getByRole("button", { name: u("choose-go") }).click();
  await page.waitForURL("**/inloggen?waarom=klaar");
  await begin(page, first.name);
  await finish(page, app.code());
  await page.waitForURL("**/mijn");

  const second = await slipFor(worker, ADULT);

  assert.equal(second.name, first.name, "one name");
  await page.reload();
  assert.equal(pathOf(page), "/inloggen", "signed out at once");
  await begin(page, first.name, SENTENCE);
  await finish(page, app.code());
  await page.getByRole("heading", { name: u("errors-heading") }).waitFor();
});

test("a young person chooses a passkey, reads je, and gets ten codes", async () => {
  const worker = await it.page("worker");
  await takeIn(worker, YOUNG);
  const slip = await slipFor(worker, YOUNG);
  const page = await visitor();
  const device = await withPasskeys(page);

  await openSlip(page, slip);
  await page.getByRole("heading", { level: 1, name: je("choose-how-title") }).waitFor();
  assert.ok(await page.getByRole("radio", { name: je("choose-way-app") }).isChecked(), "what works everywhere");
  await page.getByRole("radio", { name: je("choose-way-passkey") }).check();
  assert.equal(await page.locator("svg.sd-qr").isVisible(), false, "only the chosen way explains itself");
  await look(page, "choose-passkey");
  await typePassword(page, "kort");
  await page.getByRole("button", { name: je("choose-go") }).click();
  await page.getByRole("heading", { name: u("errors-heading") }).waitFor();
  assert.equal(await device.kept(), 0, "the password comes first");
  await look(page, "choose-passkey-errors");
  await typePassword(page);
  await page.getByRole("button", { name: je("choose-go") }).click();

  await page.getByRole("heading", { level: 1, name: je("account-codes-title") }).waitFor();
  assert.equal(await device.kept(), 1);
  assert.equal(await page.locator(".sd-codes code").count(), 10);
  await look(page, "activated-codes");
  await page.getByRole("link", { name: je("account-codes-ready") }).click();
  await page.getByRole("button", { name: u("passkey-sign-in") }).click();
  await page.waitForURL("**/mijn");
  await page.goto("/mijn/inloggen");
  await page.getByText(je("passkey-only-way")).waitFor();
  await look(page, "account-passkey");
  await page.goto("/opnieuw?terug=/mijn/inloggen/wachtwoord");
  await look(page, "again-passkey");
  await page.getByRole("button", { name: je("passkey-again") }).click();
  await page.waitForURL("**/mijn/inloggen/wachtwoord");
  assert.ok(startOf(je("account-password-title")).length > 0);
});

test("a device that says no leaves the form as it is", async () => {
  const worker = await it.page("worker");
  const slip = await slipFor(worker, YOUNG);
  const page = await visitor();
  await page.addInitScript(() => {
    navigator.credentials.create = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await openSlip(page, slip);
  await page.getByRole("radio", { name: je("choose-way-passkey") }).check();
  await typePassword(page);

  await page.getByRole("button", { name: je("choose-go") }).click();
  await page.getByText(je("choose-passkey-failed")).waitFor();

  assert.equal(await page.locator("#password").inputValue(), SENTENCE);
  await look(page, "choose-passkey-failed");
});
