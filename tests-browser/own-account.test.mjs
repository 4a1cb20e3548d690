// One's own way of signing in, in two browsers: recovery codes, a passkey, sessions that end elsewhere; and what the back
// button shows when it is over.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openContext, PHONE } from "./browser.mjs";
import { begin, finish, withPasskeys } from "./desk.mjs";
import { look } from "./look.mjs";
import { signInOf } from "./people.mjs";
import { stage } from "./stage.mjs";
import { u } from "./words.mjs";

const it = stage({ named: true });
const pathOf = (page) => new URL(page.url()).pathname;
const codes = [];

async function visitor() {
  return (await openContext(it.browser, it.house, { screen: PHONE })).newPage();
}

/** Signs the resident in with a recovery code: each works once, and no clock has to move on. */
async function withRecovery(page) {
  const { name, password } = signInOf(it.house, "resident");
  await begin(page, name, password);
  await page.getByRole("link", { name: u("code-with-recovery") }).click();
  await finish(page, codes.pop());
  await page.waitForURL("**/mijn");
}

test("ten recovery codes are shown once, and each signs in", async () => {
  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn/inloggen/herstelcodes");
  await look(page, "codes-ask");
  await page.getByRole("button", { name: u("account-codes-make") }).click();
  await page.locator(".sd-codes").waitFor();
  await look(page, "codes");
  codes.push(...(await page.locator(".sd-codes code").allTextContents()));
  assert.equal(codes.length, 10);
  await page.getByRole("link", { name: u("account-codes-ready") }).click();
  await look(page, "account");

  const other = await visitor();
  const used = codes.at(-1);
  await withRecovery(other);
  await other.context().clearCookies();
  const { name, password } = signInOf(it.house, "resident");
  await begin(other, name, password);
  await other.getByRole("link", { name: u("code-with-recovery") }).click();
  await finish(other, used);
  await other.getByRole("heading", { name: u("errors-heading") }).waitFor();
  await look(other, "code-recovery-errors");
});

test("a session that is ended from another browser is over there at once", async () => {
  const [here, there] = [await visitor(), await visitor()];
  await withRecovery(here);
  await withRecovery(there);
  await here.goto("/mijn/inloggen");
  await look(here, "sessions");

  await here.getByRole("button", { name: u("account-sessions-end") }).click();
  await here.getByText(u("account-session-ended")).waitFor();
  await look(here, "sessions-ended");

  await there.reload();
  assert.equal(pathOf(there), "/inloggen");
  await there.getByText(u("sign-in-session-over")).waitFor();
  assert.equal(await here.getByText(u("account-session-none")).count(), 1);
});

test("a passkey is added, signs in, proves again who one is, and is taken away", async () => {
  const page = await visitor();
  const device = await withPasskeys(page);
  await withRecovery(page);
  await page.goto("/mijn/inloggen/passkey");
  await look(page, "passkey-add");
  await page.getByRole("button", { name: u("passkey-make") }).click();
  await page.waitForURL("**/mijn/inloggen?klaar=anders");
  assert.equal(await device.kept(), 1);
  await look(page, "passkey-added");

  await page.getByRole("button", { name: u("sign-out") }).click();
  await page.goto("/inloggen");
  await page.getByRole("button", { name: u("passkey-sign-in") }).click();
  await page.waitForURL("**/mijn");
  await page.goto("/opnieuw?terug=/mijn/inloggen");
  await look(page, "again");
  await page.getByRole("button", { name: u("passkey-again") }).click();
  await page.waitForURL("**/mijn/inloggen");
  await page.getByRole("button", { name: u("passkey-remove") }).click();
  await page.waitForURL("**/mijn/inloggen?klaar=anders");

  await page.getByRole("button", { name: u("sign-out") }).click();
  await page.goto("/inloggen");
  await page.getByRole("button", { name: u("passkey-sign-in") }).click();
  await page.getByRole("heading", { name: u("errors-heading") }).waitFor();
  assert.equal(pathOf(page), "/inloggen/passkey", "worth nothing any more");
});

test("after signing out the back button shows nothing of what was there", async () => {
  for (const quickly of [false, true]) {
    const page = await visitor();
    await withRecovery(page);
    await page.goto("/mijn/dossier");
    const read = await page.getByRole("main").innerText();
    await page.goto("/mijn/gekeken");
    if (quickly) await page.locator('a[href="/mijn/snel-weg"]').first().click();
    else await page.getByRole("button", { name: u("sign-out") }).click();
    await page.getByRole("heading", { level: 1, name: u("signed-out-title") }).waitFor();

    for (const back of ["/mijn/gekeken", "/mijn/dossier"]) {
      await page.goBack();
      await page.waitForLoadState();
      assert.equal(pathOf(page), "/inloggen", `not ${back}`);
      const shown = await page.getByRole("main").innerText();
      assert.ok(!read.split("\n").some((line) => line.length > 30 && shown.includes(line)), "no line of the dossier");
    }
    await page.context().close();
  }
});
