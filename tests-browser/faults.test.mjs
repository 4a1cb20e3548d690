// The disk is full, the database is gone: a calm page without content, and everything works again by itself.
// The product runs as a process of its own; nothing but its surroundings is touched.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { signInsIn } from "./house.mjs";
import { code, stepAt } from "./totp.mjs";

const BINARY = resolve(process.env.SAMENDOSSIER ?? "target/debug/samendossier");
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** A running demo whose process survives the signal of a full disk, as a service under systemd does. */
async function start(environment = {}) {
  const data = await mkdtemp(join(tmpdir(), "sd-faults-"));
  const port = await freePort();
  const product = spawn("bash", ["-c", `trap '' XFSZ; exec "${BINARY}" demo --fresh`], {
    env: { ...process.env, DATABASE_URL: "", ...environment, DATA: data, LISTEN: `127.0.0.1:${port}`, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [product.stdout, product.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = new Promise((done) => product.on("close", done));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (product.exitCode !== null || tries > 600) throw new Error(`the demo did not start\n${output}`);
    try {
      if ((await fetch(`${url}/readyz`)).ok && signInsIn(output).length > 0) break;
    } catch {
      // Not yet.
    }
    await wait(200);
  }
  const stop = async () => {
    product.kill("SIGKILL");
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { url, pid: product.pid, stop, output: () => output };
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Signs in without a browser; gives a `get` that carries the session. */
async function signIn(house, name) {
  const person = signInsIn(house.output()).find((line) => line.name === name);
  const cookies = new Map();
  const ask = async (path, form) => {
    const answer = await fetch(house.url + path, {
      method: form ? "POST" : "GET",
      body: form && new URLSearchParams(form),
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join("; ") },
      redirect: "manual",
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(line);
      cookies.set(key, value);
    }
    return { status: answer.status, text: await answer.text(), to: answer.headers.get("location") };
  };
  const token = (page) => /name="csrf" value="([^"]+)"/.exec(page.text)[1];
  let page = await ask("/inloggen");
  await ask("/inloggen", { csrf: token(page), name, password: person.password });
  page = await ask("/inloggen/code");
  const done = await ask("/inloggen/code", { csrf: token(page), code: code(person.secret, stepAt(Date.now())) });
  assert.equal(done.to, "/werk", "signed in");
  return ask;
}

/** Breaks something, sees the calm page, mends it, and sees the list again. */
async function survives(house, ask, break_, mend) {
  const before = await ask("/werk/dossiers");
  assert.equal(before.status, 200);
  assert.match(before.text, /Voorbeeld/);

  await break_();
  const during = await ask("/werk/dossiers");
  assert.equal(during.status, 503, "a calm page, not a crash");
  assert.match(during.text, /Het systeem doet het even niet/);
  assert.match(during.text, /112/);
  assert.doesNotMatch(during.text, /Voorbeeld/, "nothing is shown that could not be recorded");
  assert.equal((await fetch(`${house.url}/healthz`)).status, 200, "the process lives");

  await mend();
  let after;
  for (let tries = 0; tries < 50; tries++) {
    after = await ask("/werk/dossiers");
    if (after.status === 200) break;
    await wait(200);
  }
  assert.equal(after.status, 200, "it works again by itself");
  assert.match(after.text, /Voorbeeld/);
}

test("a full disk shows a calm page, and the product recovers by itself", async (t) => {
  const house = await start();
  t.after(house.stop);
  const ask = await signIn(house, "samira");
  const limit = (bytes) => execFileSync("prlimit", ["--pid", String(house.pid), `--fsize=${bytes}:unlimited`]);

  await survives(
    house,
    ask,
    () => limit(1),
    () => limit("unlimited"),
  );
});

test("a database that is gone shows a calm page, and the product recovers by itself", async (t) => {
  const server = process.env.PG_TEST_URL;
  if (!server) {
    assert.ok(!process.env.CI, "PG_TEST_URL must be set in CI");
    return t.skip("PG_TEST_URL is not set");
  }
  const name = `demo_faults_${process.pid}`;
  const sql = (text) => execFileSync("psql", [server, "-q", "-v", "ON_ERROR_STOP=1", "-c", text], { stdio: "pipe" });
  sql(`CREATE DATABASE ${name}`);
  const house = await start({ DATABASE_URL: server.replace(/\/postgres\?/, `/${name}?`) });
  t.after(async () => {
    await house.stop();
    sql(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  const ask = await signIn(house, "samira");

  await survives(
    house,
    ask,
    () => {
      sql(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    },
    () => sql(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`),
  );
});
