// The product itself, as a person starts it: `samendossier demo` on a free port, in a folder of its own.
// Every test file starts one house and stops it at the end. The demo world is made once and copied for each.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const BINARY = resolve(process.env.SAMENDOSSIER ?? "target/debug/samendossier");
const START_WITHIN_MS = 120_000;

/** Where the demo world of this run lies: the files of one run have one parent. */
const WORLDS = join(dirname(BINARY), "browser-worlds");
const WORLD = join(WORLDS, String(process.ppid));

/** A running demo of its own: `url`, `signIns`, `stop()`, `output()`. `named`: it knows its address, by a name. */
export async function startHouse({ named = false } = {}) {
  const data = await mkdtemp(join(tmpdir(), "sd-browser-"));
  if (!existsSync(WORLD)) await makeWorld();
  await cp(WORLD, data, { recursive: true });
  return startIn(data, named);
}

/** Makes the world under another name first: who comes at the same time finds all of it or nothing. */
async function makeWorld() {
  await mkdir(WORLDS, { recursive: true });
  for (const old of await readdir(WORLDS)) {
    if (!isRunning(Number.parseInt(old, 10))) await rm(join(WORLDS, old), { recursive: true, force: true });
  }
  const made = `${WORLD}-${process.pid}`;
  const { stop } = await startIn(made);
  await stop({ keep: true });
  await rename(made, WORLD).catch(() => rm(made, { recursive: true, force: true }));
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function startIn(data, named = false) {
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const url = named ? `http://localhost:${port}` : `http://${listen}`;
  const product = spawn(BINARY, ["demo"], {
    env: { ...process.env, DATA: data, LISTEN: listen, DATABASE_URL: "", NO_COLOR: "1", ORIGIN: named ? url : "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [product.stdout, product.stderr]) stream.on("data", (chunk) => (output += chunk));
  let failure;
  product.on("error", (error) => (failure = error));
  const ended = new Promise((done) => product.on("close", done).on("error", done));

  const stop = async ({ keep = false } = {}) => {
    product.kill("SIGTERM");
    const impatient = setTimeout(() => product.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(impatient);
    if (!keep) await rm(data, { recursive: true, force: true });
  };
  const late = Date.now() + START_WITHIN_MS;
  while (signInsIn(output).length === 0 || !(await isReady(url))) {
    if (failure || product.exitCode !== null || Date.now() > late) {
      await stop();
      throw new Error(`the demo did not start${failure ? `: ${failure.message}` : ""}\n${output}`);
    }
    await wait(50);
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
 * who, function, name to sign in with, password, the code of now, secret of the second factor (base32).
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
