// Signing in and out: what a person sees, and what a wrong try does not tell.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openContext } from "./browser.mjs";
import { CAST, signInOf } from "./people.mjs";
import { stage } from "./stage.mjs";
import { u } from "./words.mjs";

const it = stage();

test("the house prints a sign-in for everybody in the cast", () => {
  for (const role of Object.keys(CAST)) assert.match(signInOf(it.house, role).secret, /^[A-Z2-7]{16,}$/);
});

test("a worker who signs in lands on the work of the day, and signs out again", async () => {
  const page = await it.page("worker");
  await page.goto("/werk");
  assert.equal(new URL(page.url()).pathname, "/werk");

  await page.getByRole("button", { name: u("sign-out") }).click();
  await page.goto("/werk/dossiers");

  assert.equal(new URL(page.url()).pathname, "/inloggen");
});

test("an unknown name and a wrong password give the same answer", async () => {
  const { name } = signInOf(it.house, "worker");
  const answers = [];
  for (const tried of [name, "niemand.hier"]) {
    const context = await openContext(it.browser, it.house);
    const page = await context.newPage();
    await page.goto("/inloggen");
    await page.getByLabel(u("sign-in-name")).fill(tried);
    await page.getByLabel(u("sign-in-password")).fill("niet het goede wachtwoord");
    await page.getByRole("button", { name: u("sign-in-next") }).click();
    // The code is asked whatever was typed: it is the answer after it that counts.
    await page.getByLabel(u("code-label")).fill("000000");
    await page.getByRole("main").getByRole("button", { name: u("sign-in-title") }).click();
    await page.getByRole("heading", { name: u("errors-heading") }).waitFor();
    answers.push((await page.getByRole("main").textContent()).replaceAll(/\s+/g, " "));
    await context.close();
  }

  assert.equal(answers[0], answers[1]);
  assert.ok(answers[0].includes(u("errors-heading")));
});

test("every page says that it may not be kept", async () => {
  const page = await it.page("resident");

  for (const path of ["/inloggen", "/mijn", "/mijn/gekeken"]) {
    const headers = (await page.goto(path)).headers();
    assert.match(headers["cache-control"] ?? "", /no-store/, path);
    assert.match(headers["content-security-policy"] ?? "", /default-src 'none'|default-src 'self'/, path);
    assert.doesNotMatch(headers["content-security-policy"] ?? "", /unsafe/, path);
  }
});

test("nothing is kept in the browser but cookies that no script can read", async () => {
  const page = await it.page("resident");
  await page.goto("/mijn");

  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    cookies: document.cookie,
  }));

  assert.deepEqual(kept, { local: 0, session: 0, databases: 0, workers: 0, cookies: "" });
});
