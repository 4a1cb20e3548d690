// Not involved: a colleague of the same team learns nothing, not even whether the dossier exists.

import assert from "node:assert/strict";
import { test } from "node:test";

import { firstDossier } from "./journeys.mjs";
import { stage } from "./stage.mjs";
import { je } from "./words.mjs";

const it = stage();

/** Headers that differ from one request to the next by nature. */
const OWN = ["date", "x-request-id", "content-length", "set-cookie"];

test("the answer to a colleague is the same for a dossier that exists and one that does not", async () => {
  const worker = await it.page("worker");
  await worker.goto("/werk/dossiers");
  const link = worker.getByRole("table").getByRole("rowheader").getByRole("link").first();
  const name = (await link.textContent()).trim();
  const real = await link.getAttribute("href");
  const invented = real.replace(/[0-9a-f]{8}(?=[^/]*$)/i, "00000000");
  assert.notEqual(real, invented);

  const colleague = await it.page("colleague");
  const answers = [];
  for (const path of [real, invented]) {
    const response = await colleague.goto(path);
    const headers = Object.entries(response.headers()).filter(([key]) => !OWN.includes(key));
    const body = (await response.text())
      .replaceAll(path, "PATH")
      .replaceAll(encodeURIComponent(path), "PATH")
      .replaceAll(/name="csrf" value="[^"]*"|data-csrf="[^"]*"/g, "CSRF")
      .replaceAll(/data-seconds="\d+"|\d\d\.\d\d uur/g, "TIME")
      .replaceAll(response.headers()["x-request-id"] ?? "no id", "REQUEST");
    answers.push({ status: response.status(), headers, body });
  }

  assert.deepEqual(answers[0], answers[1]);
  assert.ok(!answers[0].body.includes(name.split(/[ ,]/)[0]), "no name of the client");
  assert.ok(answers[0].status === 403 || answers[0].status === 404, `status ${answers[0].status}`);
});

test("the refusal says why in Dutch and offers emergency access", async () => {
  const worker = await it.page("worker");
  const path = await firstDossier(worker);

  const colleague = await it.page("colleague");
  await colleague.goto(path);

  const main = await colleague.getByRole("main").innerText();
  assert.ok(main.includes(je("not-involved-why")));
  assert.match(main, /noodtoegang/i);
  assert.match(main, /088-0000101/, "the coordinator's number, to call");
});

test("a colleague's own list does not hold the dossier", async () => {
  const worker = await it.page("worker");
  const path = await firstDossier(worker);

  const colleague = await it.page("colleague");
  await colleague.goto("/werk/dossiers");

  assert.equal(await colleague.locator(`a[href="${path}"]`).count(), 0);
});

test("a resident has no way into the work of the team, and a worker none into the portal", async () => {
  const resident = await it.page("resident");
  assert.ok([403, 404].includes((await resident.goto("/werk/dossiers")).status()));

  const worker = await it.page("worker");
  assert.ok([403, 404].includes((await worker.goto("/mijn/dossier")).status()));
});
