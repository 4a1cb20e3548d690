// Looking at a page: axe for what a machine can see, pictures for people.
// Pictures are made when PICTURES names a folder, as in `PICTURES=tests-browser/pictures make test`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import { DESK, PHONE } from "./browser.mjs";

const PICTURES = process.env.PICTURES && resolve(process.env.PICTURES);
/** Widths at which nothing may be wrong: the smallest of WCAG 1.4.10, a tablet, a desk. */
const WIDTHS = [320, 768, 1366];
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Everything that is asked of a page, and a picture of it when pictures are kept. */
export async function look(page, name) {
  await assertWellMade(page);
  await assertAccessible(page);
  await picture(page, name);
}

/** Takes a picture at phone and at desk width, whole page, and gives the page its screen back. */
export async function picture(page, name) {
  if (!PICTURES) return;
  await mkdir(PICTURES, { recursive: true });
  const before = page.viewportSize();
  for (const [kind, screen] of [["phone", PHONE], ["desk", DESK]]) {
    await page.setViewportSize(screen);
    await page.screenshot({ path: join(PICTURES, `${name}-${kind}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}

/** Asserts that axe finds nothing and that nothing sticks out, at each width. */
export async function assertAccessible(page) {
  const before = page.viewportSize();
  const path = new URL(page.url()).pathname;
  // Through the debugger, so the content security policy of the page stays as it is.
  await page.evaluate(AXE);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const lines = await page.evaluate(async (standards) => {
      const { violations } = await globalThis.axe.run(document, { runOnly: standards, resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    }, STANDARDS);
    assert.deepEqual(lines, [], `axe at ${width} px on ${path}`);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(sideways <= 0, `${path} is ${sideways} px too wide at ${width} px`);
  }
  await page.setViewportSize(before);
}

/** Asserts what holds on every page: one h1, a language, a skip link, no strangers, no complaints. */
export async function assertWellMade(page) {
  const heads = await page.locator("h1").allTextContents();
  assert.equal(heads.length, 1, `one h1 on ${page.url()}`);
  assert.match(await page.locator("html").getAttribute("lang"), /^(nl|en)$/);
  const first = page.locator("body a").first();
  assert.match(await first.getAttribute("href"), /^#/, "the first link skips to the content");
  assert.equal(page.context().strangers.join("\n"), "", "nothing is fetched from elsewhere");
  assert.deepEqual(page.context().complaints, [], "the browser complains of nothing");
}
