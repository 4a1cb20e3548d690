// Who acts in the journeys, and how they sign in. The names are those of the demo world.
// A code of the second factor works once, so a person signs in once a file and takes the session along.

import { openContext } from "./browser.mjs";
import { code, stepAt, STEP_SECONDS } from "./totp.mjs";
import { u } from "./words.mjs";

/** Roles in the journeys, by the name they sign in with. */
export const CAST = {
  worker: "samira",
  colleague: "ria",
  youthWorker: "anouk",
  colleagueWithDraft: "marit",
  coordinator: "joost",
  desk: "dirk",
  foundationDesk: "truus",
  foundationWorker: "carlos",
  unsigned: "tom",
  expired: "bram",
  resident: "bhagwandin",
  residentOfTwo: "yildiz",
  admin: "pieter",
  officer: "ineke",
  outsider: "naima",
};

const sessions = new Map();
const lastStep = new Map();

/** The line of the demo's table for a role of the cast. */
export function signInOf(house, role) {
  const found = house.signIns.find((one) => one.name === CAST[role]);
  if (!found) throw new Error(`the demo prints no sign-in for ${CAST[role]}`);
  return found;
}

/** A page of somebody who is signed in. */
export async function pageOf(browser, house, role, options = {}) {
  const known = sessions.get(`${house.url} ${role}`);
  const context = await openContext(browser, house, { ...options, cookies: known ?? [] });
  const page = await context.newPage();
  if (!known) {
    await signIn(page, house, role);
    sessions.set(`${house.url} ${role}`, await context.cookies());
  }
  return page;
}

/** Signs in with name, password and code, as a person does. */
export async function signIn(page, house, role) {
  const { name, password } = signInOf(house, role);
  await page.goto("/inloggen");
  await page.getByLabel(u("sign-in-name")).fill(name);
  await page.getByLabel(u("sign-in-password")).fill(password);
  await page.getByRole("button", { name: u("sign-in-next") }).click();
  await page.getByLabel(u("code-label")).fill(await freshCode(house, role));
  await page.getByRole("main").getByRole("button", { name: u("sign-in-title") }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/inloggen"));
}

/**
 * A code that this account has not used yet. The next step is accepted too, for clocks that run a little off:
 * that gives two codes in half a minute before this has to wait. (The step before would do as well, until it
 * has passed when the code arrives.)
 */
export async function freshCode(house, role) {
  const { name, secret } = signInOf(house, role);
  const key = `${house.url} ${name}`;
  const now = stepAt(Date.now());
  const step = Math.max(now, (lastStep.get(key) ?? 0) + 1);
  if (step > now + 1) {
    await new Promise((done) => setTimeout(done, (step - 1) * STEP_SECONDS * 1000 - Date.now() + 50));
  }
  lastStep.set(key, step);
  return code(secret, step);
}
