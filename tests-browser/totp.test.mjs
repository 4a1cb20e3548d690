// The codes are those of RFC 6238, appendix B (SHA-1, last six digits).

import assert from "node:assert/strict";
import { test } from "node:test";

import { code, stepAt } from "./totp.mjs";

test("codes equal the published ones", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // "12345678901234567890"

  assert.equal(code(secret, stepAt(59_000)), "287082");
  assert.equal(code(secret, stepAt(1_111_111_109_000)), "081804");
  assert.equal(code(secret, stepAt(20_000_000_000_000)), "353130");
});
