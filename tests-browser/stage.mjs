// What every test file needs: a house, a browser, and their end.
// Call it once at the top of a file; the fields are there when a test runs.

import { after, before } from "node:test";

import { startBrowser } from "./browser.mjs";
import { startHouse } from "./house.mjs";
import { pageOf } from "./people.mjs";

/**
 * `{ house, browser, page(role, options) }`, started before the first test and stopped after the last. `named`: at a
 * name and not at an address, which passkeys need.
 */
export function stage(options = {}) {
  const it = {
    house: undefined,
    browser: undefined,
    page: (role, options) => pageOf(it.browser, it.house, role, options),
  };
  before(async () => {
    it.house = await startHouse(options);
    it.browser = await startBrowser();
  });
  after(async () => {
    await it.browser?.close();
    await it.house?.stop();
  });
  return it;
}
