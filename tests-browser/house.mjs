// The product itself, as a person starts it: `samendossier demo --fresh` on a free port, in a folder of its own.
// Every test file starts one house and stops it at the end.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const BINARY = resolve(process.env.SAMENDOSSIER ?? "target/debug/samendossier");
const START_WITHIN_MS = 120_000;

/** A running demo: `url`, `signIns`, `stop()`, `output()`. */
export async function startHouse() {
  const data = await mkdtemp(join(tmpdir(), "sd-browser-"));
  const listen = `127.0.0.1:${await freePort()}`;
  const product = spawn(BINARY, ["demo", "--fresh"], {
    env: { ...process.env, DATA: data, LISTEN: listen, DATABASE_URL: "", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [product.stdout, product.stderr]) stream.on("data", (chunk) => (output += chunk));
  let failure;
  product.on("error", (error) => (failure = error));
  const ended = new Promise((done) => product.on("close", done).on("error", done));

  const stop = async () => {
    product.kill("SIGTERM");
    const impatient = setTimeout(() => product.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(impatient);
    await rm(data, { recursive: true, force: true });
  };
  const url = `http://${listen}`;
  const late = Date.now() + START_WITHIN_MS;
  while (!(await isReady(url))) {
    if (failure || product.exitCode !== null || Date.now() > late) {
      await stop();
      throw new Error(`the demo did not start${failure ? `: ${failure.message}` : ""}\n${output}`);
    }
    await wait(100);
  }
  return { url, data, signIns: signInsIn(output), stop, output: () => output };
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/**
 * The table of sign-ins that the demo prints. Columns stand apart by two spaces or more:
 * who, function, name to sign in with, password, secret of the second factor (base32).
 */
export function signInsIn(output) {
  return output.split("\n").flatMap((line) => {
    const columns = line.trim().split(/\s{2,}|\s*[|│]\s*/).filter(Boolean);
    const secret = columns.at(-1) ?? "";
    if (columns.length < 5 || !/^[A-Z2-7]{16,}$/.test(secret)) return [];
    const [who, role, name, password] = columns;
    return [{ who, role, name, password, secret }];
  });
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
