// The steps at the desk and after it that several journeys share: a slip, a device, a code of one's own app.

import { choose, fillDate } from "./journeys.mjs";
import { code, stepAt } from "./totp.mjs";
import { je, u } from "./words.mjs";

/** A password that nobody in the demo has. */
export const SENTENCE = "drie groene fietsen op de dijk";

/** A worker gives somebody a slip: `{ name, code, list }`. `what` is `activation` or `list`. */
export async function slipFor(page, { surname, born }, { what = "activation", withList = false } = {}) {
  await page.goto("/werk/balie");
  await choose(page, "desk-document", "document-passport");
  await page.getByLabel(je("field-surname")).fill(surname);
  await fillDate(page, je("field-birth-date"), born);
  await choose(page, "desk-what", `desk-what-${what}`);
  if (withList) await page.getByLabel(je("desk-with-list")).check();
  await page.getByRole("button", { name: je("desk-go") }).click();
  await page.getByRole("heading", { level: 1, name: u("slip-title") }).waitFor();
  const [name, activation] = await page.locator(".sd-slip code").allTextContents();
  return { name, code: activation, list: await page.locator(".sd-codes code").allTextContents() };
}

/** Gives name and code of a slip, and comes to the choice. */
export async function openSlip(page, slip) {
  await page.goto("/inloggen");
  await page.getByRole("link", { name: u("sign-in-has-code") }).click();
  await page.getByLabel(u("sign-in-name")).fill(slip.name);
  await page.getByLabel(u("activate-code")).fill(slip.code);
  await page.getByRole("button", { name: u("sign-in-next") }).click();
  await page.waitForURL("**/activeren/kies");
}

/** Types the new password, twice. */
export async function typePassword(page, password = SENTENCE) {
  await page.locator("#password").fill(password);
  await page.locator("#password-again").fill(password);
}

/** An app with the secret that a page shows; each code is another one. */
export class OwnApp {
  #last = 0;

  constructor(secret) {
    this.secret = secret.replaceAll(/\s/g, "");
  }

  /** Reads the secret from the page, as a person copies it. */
  static async of(page) {
    return new OwnApp(await page.locator("code.sd-code").first().textContent());
  }

  code() {
    this.#last = Math.max(stepAt(Date.now()), this.#last + 1);
    return code(this.secret, this.#last);
  }
}

/** Name and password; then the page asks for a second factor. */
export async function begin(page, name, password = SENTENCE) {
  await page.goto("/inloggen");
  await page.getByLabel(u("sign-in-name")).fill(name);
  await page.getByLabel(u("sign-in-password")).fill(password);
  await page.getByRole("button", { name: u("sign-in-next") }).click();
  await page.waitForURL("**/inloggen/code**");
}

/** The second factor that the page asks for now. */
export async function finish(page, typed) {
  await page.locator("#code").fill(typed);
  await page.getByRole("main").getByRole("button", { name: u("sign-in-title") }).click();
}

/** A device that makes passkeys and unlocks them at once; `kept()` says how many it holds. */
export async function withPasskeys(page) {
  const debug = await page.context().newCDPSession(page);
  await debug.send("WebAuthn.enable");
  const { authenticatorId } = await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    kept: async () => (await debug.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
  };
}
