// Documents: several come in at once, with script and without; a sheet is a picture in the page; and the client reads along.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE } from "./browser.mjs";
import { assertWellMade, look } from "./look.mjs";
import { stage } from "./stage.mjs";
import { je, u } from "./words.mjs";

const it = stage();

/** A PDF of this many sheets, each with a bar at its own height. */
function pdf(sheets) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>"];
  const kids = Array.from({ length: sheets }, (_, n) => `${3 + 2 * n} 0 R`).join(" ");
  objects.push(`<< /Type /Pages /Count ${sheets} /Kids [${kids}] >>`);
  for (let n = 0; n < sheets; n++) {
    const content = `0.1 0.2 0.4 rg 60 ${760 - 60 * n} 300 24 re f`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents ${4 + 2 * n} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let out = "%PDF-1.7\n";
  const places = objects.map((object, n) => {
    const place = out.length;
    out += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = out.length;
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out);
}

const LETTER = { name: "Brief_woningbouw.pdf", mimeType: "application/pdf", buffer: pdf(2) };
const NOTE = { name: "afspraken.txt", mimeType: "text/plain", buffer: Buffer.from("Dinsdag: samen naar de gemeente.") };
const DRAWING = { name: "plaatje.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") };

/** The documents of the dossier that the worker opened last. */
async function toDocuments(page) {
  await page.goto("/werk/dossiers");
  await page.getByRole("main").locator('a[href*="/werk/dossier/"]').filter({ hasText: "Bhagwandin" }).first().click();
  await page.getByRole("link", { name: je("tab-documents"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: je("tab-documents") }).waitFor();
}

async function brings(page, files) {
  await page.locator('input[type="file"]').setInputFiles(files);
  const part = page.locator('input[name="part"]');
  if ((await part.count()) > 0) await part.first().check();
  await page.getByRole("button", { name: je("documents-send") }).click();
}

test("several files come in at once; one that does not is named", async () => {
  const page = await it.page("worker");
  await toDocuments(page);
  await look(page, "documenten-leeg");

  await brings(page, [LETTER, NOTE, DRAWING]);

  await page.getByText("plaatje: Dit soort bestand nemen we niet aan.").first().waitFor();
  await page.getByText("2 documenten zijn toegevoegd.").waitFor();
  await look(page, "documenten-fout");
});

test("a sheet is a picture in the page, the next one is a click away", async () => {
  const page = await it.page("worker");
  await toDocuments(page);

  await page.getByRole("link", { name: "Brief woningbouw" }).first().click();
  const sheet = page.locator("main figure img");
  await sheet.waitFor();
  await page.waitForFunction(() => document.querySelector("main figure img")?.complete);
  assert.equal(await sheet.evaluate((img) => img.naturalWidth), 1240);
  await look(page, "document");
  const first = await sheet.getAttribute("src");
  await page.getByRole("link", { name: je("documents-sheet-after") }).click();
  await page.waitForURL((url) => url.searchParams.get("blad") === "2");

  assert.notEqual(await page.locator("main figure img").getAttribute("src"), first);
});

test("without script, on a telephone", async () => {
  const page = await it.page("worker", { screen: PHONE, script: false });
  await toDocuments(page);

  await brings(page, [{ ...NOTE, name: "zonder script.txt" }]);

  await page.getByText("1 document is toegevoegd.").waitFor();
  await page.getByRole("link", { name: "zonder script" }).click();
  await page.getByText("Dinsdag: samen naar de gemeente.").waitFor();
});

test("the client reads along", async () => {
  const page = await it.page("resident", { screen: PHONE });
  await page.goto("/mijn");

  await page.getByRole("main").getByRole("link", { name: u("own-documents-title") }).first().click();
  await page.getByRole("link", { name: "Brief woningbouw" }).first().waitFor();
  await look(page, "mijn-documenten");
  await page.getByRole("link", { name: "Brief woningbouw" }).first().click();
  await page.locator("main figure img").waitFor();
  await page.waitForFunction(() => document.querySelector("main figure img")?.complete);
  await look(page, "mijn-document");
});

test("withdrawing leaves a trace", async () => {
  const page = await it.page("worker");
  await toDocuments(page);
  await page.getByRole("link", { name: "afspraken" }).first().click();
  await page.getByRole("link", { name: je("documents-withdraw") }).click();
  await page.getByRole("button", { name: je("documents-withdraw-go") }).click();
  await page.getByText(je("withdraw-ground-missing")).first().waitFor();
  await assertWellMade(page);
  await page.locator('input[name="ground"]').first().check();
  await page.getByRole("button", { name: je("documents-withdraw-go") }).click();

  await page.getByText(je("documents-withdraw-done")).waitFor();
  await page.getByText(je("documents-withdrawn")).first().waitFor();
});
