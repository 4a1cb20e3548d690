// Chromium, at the widths of a phone and a desk, with or without script.
// One browser for each test file; each person gets a context of their own, so that cookies never mix.

import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

/** Screens that people use. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1366, height: 768 };

const CANDIDATES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts Chromium without any of its own traffic. */
export function startBrowser() {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("Chromium is missing: run 'make test-deps', or set CHROMIUM");
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox", // the tests also run as root, in a container
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-sync",
      "--no-first-run",
      "--disable-component-update",
      "--disable-quic",
    ],
  });
}

/** A fresh context: `{ screen, script, cookies }`. Requests to anywhere but the house are refused and noted. */
export async function openContext(browser, house, { screen = DESK, script = true, cookies = [] } = {}) {
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: screen,
    javaScriptEnabled: script,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    isMobile: screen === PHONE,
    hasTouch: screen === PHONE,
  });
  context.setDefaultTimeout(10_000);
  context.strangers = [];
  context.complaints = [];
  await context.route(
    (url) => url.origin !== house.url && url.protocol !== "data:",
    (route) => {
      context.strangers.push(route.request().url());
      return route.abort();
    },
  );
  context.on("console", (message) => {
    // The browser also notes each page that was refused on purpose; a file that is missing stays a complaint.
    const isRefusal = /status of 4\d\d/.test(message.text()) && !message.location().url.includes("/static/");
    if (message.type() === "error" && !isRefusal) context.complaints.push(message.text());
  });
  context.on("weberror", (error) => context.complaints.push(error.error().message));
  if (cookies.length > 0) await context.addCookies(cookies);
  return context;
}

/** A hand that counts: every click, tick and choice is one. */
export class Hand {
  clicks = 0;

  async click(locator) {
    this.clicks += 1;
    await locator.click();
  }
}
