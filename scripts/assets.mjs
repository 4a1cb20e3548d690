// Bundles stylesheet and script into crates/web/assets/dist: `npm ci && node scripts/assets.mjs`.
// Keeps only the design tokens that are used, and refuses anything a page could fetch from elsewhere.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const require = createRequire(import.meta.url);
const assets = fileURLToPath(new URL("../crates/web/assets/", import.meta.url));
const theme = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";

/** The parts of the component library that the templates use. */
const components = [
  "root", "document", "skip-link", "heading-1", "heading-2", "heading-3", "paragraph", "link", "button",
  "unordered-list", "ordered-list", "form-field", "form-label", "form-field-description",
  "form-field-error-message", "textbox", "textarea", "select", "table",
];

const refused = (what, text, patterns) => {
  for (const pattern of patterns) {
    const found = text.match(pattern);
    if (found) throw new Error(`${what} holds "${found[0]}", which the pages may not use`);
  }
};

/** Leaves out the custom properties that no rule reaches. */
const usedTokens = (tokens, rules) => {
  const declarations = new Map([...tokens.matchAll(/^\s*(--[\w-]+):\s*(.*?);/gm)].map((m) => [m[1], m[2]]));
  const used = new Set();
  const follow = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (declarations.has(name) && !used.has(name)) {
        used.add(name);
        follow(declarations.get(name));
      }
    }
  };
  follow(rules);
  return `.voorbeeld-theme{${[...used].sort().map((name) => `${name}:${declarations.get(name)}`).join(";")}}`;
};

const css = async () => {
  const parts = await Promise.all(
    components.map((name) => readFile(require.resolve(`@utrecht/${name}-css/dist/index.css`), "utf8")),
  ).then((files) => files.map((file) => file.replace(/@charset[^;]*;/gi, "")));
  const own = await readFile(`${assets}app.css`, "utf8");
  const tokens = usedTokens(await readFile(require.resolve(theme), "utf8"), [...parts, own].join("\n"));
  const { code, warnings } = await transform([tokens, ...parts, own].join("\n"), {
    loader: "css",
    minify: true,
    legalComments: "none",
    target: ["chrome111", "firefox113", "safari16"],
  });
  if (warnings.length) throw new Error(warnings.map((w) => w.text).join("\n"));
  const license =
    "/* NL Design System: component library (c) Frameless B.V., Gemeente Utrecht; design tokens (c) NL Design System Community. EUPL-1.2. */\n";
  refused("the stylesheet", code, [/url\(/i, /@font-face/i, /@import/i, /https?:/i, /expression\(/i]);
  return license + code;
};

const js = async () => {
  const bundle = await build({
    entryPoints: [`${assets}app.js`],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2020"],
  });
  const code = bundle.outputFiles[0].text;
  refused("the script", code, [
    /localStorage|sessionStorage|indexedDB|serviceWorker|document\.cookie/, /innerHTML|outerHTML|insertAdjacentHTML/,
    /\beval\(|new Function/, /https?:/,
  ]);
  return code;
};

await mkdir(`${assets}dist`, { recursive: true });
for (const [name, text] of [["app.css", await css()], ["app.js", await js()]]) {
  await writeFile(`${assets}dist/${name}`, text);
  console.log(`${name}: ${Math.round(Buffer.byteLength(text) / 1024)} kB`);
}
