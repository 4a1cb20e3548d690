// Who acts in the journeys, and how they sign in. The names are those of the demo world.
// A code of the second factor works once, so a person signs in once a file and takes the session along.

import { openContext } from "./browser.mjs";
import { code, stepAt, STEP_SECONDS } from "./totp.mjs";
import { u } from "./words.mjs";

/** Roles in the journeys, by the name they sign in with. */
export const CAST = {
  worker: "samira",
  colleague: "ingeborg",
  coordinator: "joost",
  resident: "bhagwandin",
};

const sessions = new Map();
const lastStep = new Map();

/** The line of the demo's table for a role of the cast. */
export function signInOf(house, role) {
  const found = house.signIns.find((one) => one.name.toLowerCase().includes(CAST[role]));
  if (!found) throw new Error(`the demo prints no sign-in for ${CAST[role]}:\n${house.output()}`);
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
  const { name, password, secret } = signInOf(house, role);
  await page.goto("/inloggen");
  await page.getByLabel(u("sign-in-name")).fill(name);
  await page.getByLabel(u("sign-in-password")).fill(password);
  await page.getByRole("button", { name: u("sign-in-next") }).click();
  await page.getByLabel(u("code-label")).fill(await freshCode(house, name, secret));
  await page.getByRole("main").getByRole("button", { name: u("sign-in-title") }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/inloggen"));
}

/** A code that this account has not used yet; waits for the next one when it must. */
export async function freshCode(house, name, secret) {
  const key = `${house.url} ${name}`;
  const used = lastStep.get(key) ?? 0;
  while (stepAt(Date.now()) <= used) {
    const next = (used + 1) * STEP_SECONDS * 1000;
    await new Promise((done) => setTimeout(done, next - Date.now() + 50));
  }
  const step = stepAt(Date.now());
  lastStep.set(key, step);
  return code(secret, step);
}
