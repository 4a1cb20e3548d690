// The six digits of a demo account's second factor, as an authenticator app makes them (RFC 6238, SHA-1, 30 seconds).
// Used by people.mjs when somebody signs in.

import { createHmac } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Seconds that one code is valid. */
export const STEP_SECONDS = 30;

/** The number of the step that a moment (milliseconds) falls in. */
export const stepAt = (ms) => Math.floor(ms / 1000 / STEP_SECONDS);

/** The code of a step for a secret in base32. */
export function code(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", decode(secret)).update(counter).digest();
  const offset = mac[mac.length - 1] & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function decode(secret) {
  let bits = "";
  for (const letter of secret.toUpperCase().replaceAll(/[\s=]/g, "")) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new Error(`not base32: ${letter}`);
    bits += value.toString(2).padStart(5, "0");
  }
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
