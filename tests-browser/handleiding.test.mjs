// The pictures of the handleiding: each is there, says in words what it shows, and together they stay small.
// `make pictures` makes them again.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";

import { FOLDER, NAMES } from "./pictures.mjs";

const HANDLEIDING = join(import.meta.dirname, "..", "docs", "nl", "handleiding.md");
const TEXT = readFileSync(HANDLEIDING, "utf8");
const PICTURES = [...TEXT.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words, path]) => ({
  words,
  file: resolve(dirname(HANDLEIDING), path),
}));
const SMALL = 2 * 1024 * 1024;
/** Chapters about no screen of their own. */
const WITHOUT = ["Engels", "Hulp nodig?", "Wie heeft gekeken"];

test("each picture of the handleiding is there and says what it shows", () => {
  for (const { words, file } of PICTURES) {
    assert.ok(statSync(file).size > 1000, file);
    assert.ok(words.length >= 20, `${file}: "${words}"`);
  }
  assert.equal(new Set(PICTURES.map(({ words }) => words)).size, PICTURES.length, "each says something else");
});

test("each picture that is made is in the handleiding, and the other way round", () => {
  const made = NAMES.map((name) => join(FOLDER, `${name}.webp`)).sort();

  assert.deepEqual(readdirSync(FOLDER).map((name) => join(FOLDER, name)).sort(), made);
  assert.deepEqual(PICTURES.map(({ file }) => file).sort(), made);
});

test("together they are smaller than two megabytes", () => {
  const sum = readdirSync(FOLDER).reduce((all, name) => all + statSync(join(FOLDER, name)).size, 0);

  assert.ok(sum < SMALL, `${sum} bytes`);
});

test("each chapter about a screen has a picture", () => {
  const chapters = TEXT.split(/^##+ /m).slice(1).map((chapter) => chapter.split("\n"));
  const bare = chapters
    .filter(([, ...lines]) => lines.join("").trim() !== "" && !lines.some((line) => line.startsWith("![")))
    .map(([title]) => title.trim());

  assert.deepEqual(bare.sort(), WITHOUT.sort());
});
