// Looking at a page: pictures for people, axe for what a machine can see.
// Pictures land in tests-browser/pictures, or in PICTURES.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { AxeBuilder } from "@axe-core/playwright";

import { DESK, PHONE } from "./browser.mjs";

const PICTURES = process.env.PICTURES ?? join(import.meta.dirname, "pictures");
/** Widths at which nothing may be wrong: the smallest of WCAG 1.4.10, a tablet, a desk. */
const WIDTHS = [320, 768, 1366];
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Takes a picture at phone and at desk width, whole page, and gives the page its screen back. */
export async function picture(page, name) {
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
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
    const lines = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    assert.deepEqual(lines, [], `axe at ${width} px on ${new URL(page.url()).pathname}`);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(sideways <= 0, `${new URL(page.url()).pathname} is ${sideways} px too wide at ${width} px`);
  }
  await page.setViewportSize(before);
}

/** Asserts what holds on every page: one h1, a language, a title that begins with the h1, a skip link. */
export async function assertWellMade(page) {
  const heads = await page.locator("h1").allTextContents();
  assert.equal(heads.length, 1, `one h1 on ${page.url()}`);
  assert.match(await page.locator("html").getAttribute("lang"), /^(nl|en)$/);
  const first = page.locator("body a").first();
  assert.match(await first.getAttribute("href"), /^#/, "the first link skips to the content");
  assert.equal(page.context().strangers.join("\n"), "", "nothing is fetched from elsewhere");
  assert.deepEqual(page.context().complaints, [], "the browser complains of nothing");
}
