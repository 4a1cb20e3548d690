// The product's own wording, read from the Dutch locale, so that a test speaks the words on the screen.
// Only messages without placeholders are needed here; a key that is not there is a broken test.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LOCALE = join(import.meta.dirname, "..", "crates", "text", "locales", "nl");

const formal = new Map();
const informal = new Map();
for (const file of readdirSync(LOCALE).filter((name) => name.endsWith(".ftl"))) read(readFileSync(join(LOCALE, file), "utf8"));

function read(text) {
  let current;
  for (const line of text.split("\n")) {
    const message = /^([a-zA-Z][\w-]*)\s*=\s*(.*)$/.exec(line);
    const attribute = /^\s+\.je\s*=\s*(.*)$/.exec(line);
    if (message) {
      current = [formal, message[1]];
      formal.set(message[1], message[2]);
    } else if (attribute && current) {
      current = [informal, current[1]];
      informal.set(current[1], attribute[1]);
    } else if (/^\s+[^.\s]/.test(line) && current) {
      const [words, key] = current;
      words.set(key, `${words.get(key)} ${line.trim()}`.trim());
    } else if (line.startsWith("#") || line.trim() === "") {
      if (line.startsWith("#")) current = undefined;
    }
  }
}

/** The wording for a resident who is addressed with *u*, and for everybody before signing in. */
export function u(key) {
  if (!formal.has(key)) throw new Error(`no text for "${key}"`);
  return formal.get(key);
}

/** The wording for staff, who are addressed with *je*. */
export const je = (key) => informal.get(key) ?? u(key);

/** The part of a wording before its first placeholder, to look for on a page. */
export const startOf = (text) => text.split("{")[0].trim();
