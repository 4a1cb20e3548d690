// The steps that several journeys share: finding a dossier, taking somebody in, writing a note.
// Each does what a person does, by the words on the screen.

import { je, u } from "./words.mjs";

/** A name, a word and a text that break careless layouts. */
export const LONG = {
  given: "Maria-Antoinette Wilhelmina Charlotte",
  surname: "van der Meulen-Oosterhoff tot Drakensteijn-Hoogwoud",
  word: "schuldhulpverleningstrajectbegeleidingsovereenkomstverlengingsaanvraag",
};

/** The links in the first column of the caseload. */
export const rowLinks = (page) => page.getByRole("table").getByRole("rowheader").getByRole("link");

/** The address of the first dossier of a worker. */
export async function firstDossier(page) {
  await page.goto("/werk/dossiers");
  return rowLinks(page).first().getAttribute("href");
}

/** Opens the form of a note for the first dossier that is offered. */
export async function openNote(page) {
  await page.goto("/werk/notitie");
  await page.getByRole("main").getByRole("list").first().getByRole("link").first().click();
}

/** Sends a note, which lands on the timeline. */
export async function saveNote(page) {
  await page.getByRole("button", { name: je("note-save"), exact: true }).click();
}

/** Step 1 of an intake. */
export async function search(page, surname, birthDate) {
  await page.goto("/werk/nieuw");
  await page.getByLabel(je("field-surname")).fill(surname);
  await fillDate(page, je("field-birth-date"), birthDate);
  await page.getByRole("button", { name: je("intake-search-go") }).click();
}

/** Fills in a date of three fields. */
export async function fillDate(page, label, [day, month, year]) {
  const date = page.getByRole("group", { name: label });
  await date.getByLabel(u("date-day")).fill(day);
  await date.getByLabel(u("date-month")).fill(month);
  await date.getByLabel(u("date-year")).fill(year);
}

/** Step 2 of an intake: everything that is needed for vrijwillige hulp, and not one field more. */
export async function fillIntake(page, { given, question, role }) {
  await choose(page, "intake-notice", "notice-manner-told");
  await page.getByLabel(je("field-given-name")).fill(given);
  await page.getByLabel(je("field-phone")).fill("06 12 00 00 91");
  await page.getByRole("checkbox", { name: je("domain-voluntary"), exact: true }).check();
  await page.getByLabel(je("intake-question").replace(/\{.*\}/, je("domain-voluntary"))).fill(question);
  await choose(page, "intake-agreement", "agreement-manner-oral");
  await choose(page, "intake-role", role);
}

/** Ticks one of a group of radio buttons. */
export async function choose(page, group, choice) {
  await page.getByRole("radiogroup", { name: je(group) }).getByRole("radio", { name: je(choice), exact: true }).check();
}

/** Takes somebody in from beginning to end; gives the address of the dossier. */
export async function takeIn(page, { surname, given, born, question }) {
  await search(page, surname, born);
  await page.getByRole("button", { name: je("intake-go-on") }).click();
  await fillIntake(page, { given, question, role: "role-lead" });
  await page.getByRole("button", { name: je("intake-save") }).click();
  return page.getByRole("link", { name: je("intake-done-open") }).getAttribute("href");
}
