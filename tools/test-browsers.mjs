#!/usr/bin/env node
// Runs the end-to-end tests on every engine, one after another, and writes the table of results to docs/engines.md.
//
//   node tools/test-browsers.mjs [--engines=firefox,webkit] [part of a file's name …]
//
// The latest results of each engine on this machine are saved in target/engines.json; the table is written once there are results
// of all engines. Naming engines renews only theirs; naming files renews only the rows of these files.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { ENGINES } from "../tests/e2e/engines.mjs";
import { engineTable } from "./engine-table.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = path.join(ROOT, "tests/e2e");
const TABLE = path.join(ROOT, "docs/engines.md");
const RESULTS = path.join(ROOT, "target/engines.json");

const [flag, ...rest] = process.argv.slice(2);
const named = flag?.startsWith("--engines=") ? flag.slice("--engines=".length).split(",") : null;
const parts = named ? rest : process.argv.slice(2);
const engines = named ?? Object.keys(ENGINES);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".test.mjs") && (parts.length === 0 || parts.some((part) => name.includes(part))))
  .sort()
  .map((name) => path.join(FOLDER, name));
if (files.length === 0) throw new Error(`no test file is named ${parts.join(" or ")}`);

/** Starts a virtual display for browsers that need one, unless there is a display. */
async function startDisplay() {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close: () => {} };
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const display = await new Promise((resolve, reject) => {
    server.once("error", reject).once("exit", (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdout.once("data", (text) => resolve(`:${String(text).trim()}`));
  });
  return { display, close: () => server.kill() };
}

/** Runs all files on one engine and returns the outcome of each test: "passed", "failed" or the reason why it was not run. */
async function runTests(engine) {
  process.env.ENGINE = engine;
  const outcomes = [];
  for await (const { type, data } of run({ files, concurrency: 1 })) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    // Subtests are reported only if they fail.
    if (data.nesting > 0) {
      if (type === "test:fail") printError(data.name, data.details.error);
      continue;
    }
    const reason = typeof data.skip === "string" ? data.skip : data.skip ? "not run" : null;
    const outcome = reason ?? (type === "test:pass" ? "passed" : "failed");
    outcomes.push({ file: path.basename(data.file ?? data.name), name: data.name, outcome });
    console.log(`${engine}  ${outcome === "passed" ? "ok  " : outcome === "failed" ? "FAIL" : "–   "}  ${path.basename(data.file ?? "")}  ${data.name}  ${Math.round(data.details.duration_ms)} ms`);
    if (outcome === "failed") printError(data.name, data.details.error);
  }
  return outcomes;
}

function printError(name, error) {
  console.log(`${name}: ${error.cause?.stack ?? error.cause ?? error}`.replace(/^/gm, "    "));
}

const { display, close } = await startDisplay();
process.env.DISPLAY = display;
const results = {};
try {
  for (const engine of engines) {
    const version = execFileSync(ENGINES[engine].browser, ["--version"], { encoding: "utf8" }).trim().split("\n")[0];
    results[engine] = { day: new Date().toISOString().slice(0, 10), version, lacks: Object.values(ENGINES[engine].lacks), outcomes: await runTests(engine) };
  }
} finally {
  close();
}

let failed = 0;
console.log();
for (const [engine, { version, outcomes }] of Object.entries(results)) {
  const count = (wanted) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const notRun = outcomes.length - count("passed") - count("failed");
  failed += count("failed") + (count("passed") === 0 ? 1 : 0);
  console.log(`${engine.padEnd(10)} ${String(count("passed")).padStart(4)} passed ${String(count("failed")).padStart(4)} failed ${String(notRun).padStart(4)} not run   ${version}`);
}
const saved = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {};
for (const [engine, result] of Object.entries(results)) {
  if (parts.length === 0) saved[engine] = result;
  else if (saved[engine]) {
    const others = saved[engine].outcomes.filter(({ file }) => !files.some((one) => path.basename(one) === file));
    saved[engine].outcomes = [...others, ...result.outcomes];
  }
}
mkdirSync(path.dirname(RESULTS), { recursive: true });
writeFileSync(RESULTS, JSON.stringify(saved));
const all = Object.keys(ENGINES);
if (all.every((engine) => engine in saved)) {
  writeFileSync(TABLE, engineTable(Object.fromEntries(all.map((engine) => [engine, saved[engine]]))));
  console.log(`the table is in ${path.relative(ROOT, TABLE)}`);
}
process.exitCode = failed > 0 ? 1 : 0;
