// The pictures of the handleiding, from the demo world: `make pictures`.
// Each is named after what it shows, small (WebP), at desk width for staff and at phone width for residents.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { DESK, PHONE, openContext, startBrowser } from "./browser.mjs";
import { startHouse } from "./house.mjs";
import { firstDossier, search } from "./journeys.mjs";
import { CAST, pageOf } from "./people.mjs";
import { je, u } from "./words.mjs";

export const FOLDER = fileURLToPath(new URL("../docs/pictures/handleiding/", import.meta.url));
/** As much of a page as somebody sees first; a long one is cut. */
const DESK_PICTURE = { width: 1100, height: 720 };
const QUALITY = 0.8;

const at = (path) => (page) => page.goto(path);
const inDossier = (tab) => async (page) => page.goto((await firstDossier(page)) + tab);

/** Name, who looks, and how to get there. `whole`: all of the page, not what fits. */
const PICTURES = [
  { name: "inloggen", show: at("/inloggen") },
  { name: "code", role: "worker", whileSigningIn: true },
  { name: "veiligheid", role: "worker", show: at("/werk/inloggen") },
  { name: "vandaag", role: "worker", show: at("/werk") },
  { name: "mijn-dossiers", role: "worker", show: at("/werk/dossiers") },
  { name: "zoek-eerst", role: "worker", show: at("/werk/nieuw") },
  { name: "vraag-opschrijven", role: "worker", show: takesIn },
  { name: "vraag-zonder-naam", role: "worker", show: at("/werk/zonder-naam") },
  { name: "taal-en-tolk", role: "worker", show: inDossier("/gegevens/taal") },
  { name: "voor-wie", role: "worker", show: at("/werk/notitie") },
  { name: "snelle-notitie", role: "worker", show: (page) => opensNote(page) },
  { name: "dossier", role: "worker", show: inDossier("") },
  { name: "tijdlijn", role: "worker", show: inDossier("/tijdlijn") },
  { name: "gegevens", role: "worker", show: inDossier("/gegevens") },
  { name: "mensen-en-gezag", role: "worker", show: ofBhagwandin("/mensen") },
  { name: "toegang", role: "worker", show: inDossier("/toegang") },
  { name: "afsluiten", role: "worker", show: inDossier("/afsluiten/wmo") },
  { name: "noodtoegang", role: "worker", show: at("/werk/noodtoegang") },
  { name: "over-mij", role: "worker", show: at("/werk/ik") },
  { name: "inlogcode-geven", role: "desk", show: at("/werk/balie") },
  { name: "beheer", role: "admin", show: at("/beheer") },
  { name: "zoeken", role: "worker", show: searches },
  { name: "medewerkers", role: "admin", show: at("/beheer/gebruikers") },
  { name: "niet-betrokken", role: "colleague", show: opensAnothers },
  { name: "vragen-verdelen", role: "coordinator", show: at("/toezicht") },
  { name: "toewijzen", role: "coordinator", show: assigns },
  { name: "team", role: "coordinator", show: at("/toezicht/team") },
  { name: "noodtoegang-beoordelen", role: "coordinator", show: at("/toezicht/noodtoegang") },
  { name: "datalekken", role: "officer", show: at("/fg/datalekken") },
  { name: "waarom-gekeken", role: "coordinator", show: at("/toezicht/vragen") },
  { name: "logboek-team", role: "coordinator", show: at("/toezicht/logboek") },
  { name: "opvallend", role: "coordinator", show: at("/toezicht/opvallend") },
  { name: "opvallend-grenzen", role: "officer", show: at("/fg/opvallend/grenzen") },
  { name: "logboek", role: "officer", show: at("/fg/logboek") },
  { name: "wie-ziet-wat", role: "officer", show: at("/fg/toegang") },
  { name: "wie-mag-wat", screen: PHONE, show: at("/autorisatiemodel") },
  { name: "inwoner-inloggen", screen: PHONE, show: at("/inloggen") },
  { name: "inwoner-veiligheid", role: "resident", show: at("/mijn/inloggen") },
  { name: "inwoner-overzicht", role: "resident", show: at("/mijn") },
  { name: "inwoner-dossier", role: "resident", show: at("/mijn/dossier") },
  { name: "inwoner-gekeken", role: "resident", show: at("/mijn/gekeken") },
  { name: "inwoner-gegevens", role: "resident", show: at("/mijn/gegevens") },
  { name: "inwoner-mensen", role: "resident", show: at("/mijn/mensen") },
  { name: "inwoner-gedeeld", role: "resident", show: at("/mijn/gedeeld") },
  { name: "inwoner-twee", role: "residentOfTwo", show: at("/mijn") },
  { name: "inwoner-snel-weg", role: "residentOfTwo", show: at("/mijn/snel-weg") },
];

/** What each picture is called. */
export const NAMES = PICTURES.map(({ name }) => name);

/** A dossier of the worker, kept for the colleague who is not involved. */
let anothers;

/** A page of the dossier in which people are recorded. */
function ofBhagwandin(tab) {
  return async (page) => {
    await page.goto("/werk/dossiers");
    const link = page.getByRole("main").getByRole("link", { name: "Bhagwandin" }).first();
    await page.goto((await link.getAttribute("href")) + tab);
  };
}

async function takesIn(page) {
  await search(page, "Hoogeveen", ["14", "5", "1961"]);
  await page.getByRole("button", { name: je("intake-go-on") }).click();
}

async function opensNote(page) {
  anothers = await firstDossier(page);
  await page.goto(anothers.replace("dossier", "notitie"));
}

async function opensAnothers(page) {
  await page.goto(anothers);
}

async function assigns(page) {
  await page.goto("/toezicht");
  await page.getByRole("link", { name: je("questions-assign") }).first().click();
}

async function searches(page) {
  await page.goto("/werk/zoeken");
  await page.getByLabel(je("search-words")).fill("brief");
  await page.getByRole("button", { name: je("search-go"), exact: true }).click();
}

/** PNG to WebP, by the browser itself. */
async function webp(blank, png) {
  const data = await blank.evaluate(
    async ({ base64, quality }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext("2d").drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", quality);
    },
    { base64: png.toString("base64"), quality: QUALITY },
  );
  if (!data.startsWith("data:image/webp;base64,")) throw new Error("this browser makes no WebP");
  return Buffer.from(data.slice(data.indexOf(",") + 1), "base64");
}

const isResident = (role) => role?.startsWith("resident") ?? false;

async function open(browser, house, { role, screen, whileSigningIn }) {
  const size = screen ?? (isResident(role) ? PHONE : DESK_PICTURE);
  if (!role || whileSigningIn) {
    const page = await (await openContext(browser, house, { screen: size })).newPage();
    if (!whileSigningIn) return page;
    const { name, password } = house.signIns.find((one) => one.name === CAST[role]);
    await page.goto("/inloggen");
    await page.getByLabel(u("sign-in-name")).fill(name);
    await page.getByLabel(u("sign-in-password")).fill(password);
    await page.getByRole("button", { name: u("sign-in-next") }).click();
    return page;
  }
  return pageOf(browser, house, role, { screen: size });
}

async function main() {
  const house = await startHouse();
  const browser = await startBrowser();
  try {
    await mkdir(FOLDER, { recursive: true });
    for (const old of await readdir(FOLDER)) await rm(join(FOLDER, old));
    const blank = await (await browser.newContext({ viewport: DESK })).newPage();
    let sum = 0;
    for (const wanted of PICTURES) {
      const page = await open(browser, house, wanted);
      await wanted.show?.(page);
      await page.mouse.move(0, 0);
      const bytes = await webp(blank, await page.screenshot({ animations: "disabled" }));
      await writeFile(join(FOLDER, `${wanted.name}.webp`), bytes);
      sum += bytes.length;
      await page.context().close();
    }
    console.log(`${PICTURES.length} pictures, ${Math.round(sum / 1024)} kB, in docs/pictures/handleiding`);
  } finally {
    await browser.close();
    await house.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
