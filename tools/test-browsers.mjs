#!/usr/bin/env node
// The end-to-end scenarios on every engine, one after another, and a table of engine × scenario in docs/engines.md.
//
//   node tools/test-browsers.mjs [--engines=firefox,webkit] [part of a file's name …]
//
// The table holds what each engine last came to on this machine, and is written when there is a column for each of them.
// Naming engines renews their columns; naming files renews the rows of those files in a column that is there.
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
const KEPT = path.join(ROOT, "target/engines.json");

const [flag, ...rest] = process.argv.slice(2);
const named = flag?.startsWith("--engines=") ? flag.slice("--engines=".length).split(",") : null;
const parts = named ? rest : process.argv.slice(2);
const engines = named ?? Object.keys(ENGINES);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".test.mjs") && (parts.length === 0 || parts.some((part) => name.includes(part))))
  .sort()
  .map((name) => path.join(FOLDER, name));
if (files.length === 0) throw new Error(`no scenario file is called ${parts.join(" or ")}`);

/** A screen for browsers that need one, where there is none: its name and how to take it down. */
async function screen() {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close: () => {} };
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const display = await new Promise((resolve, reject) => {
    server.once("error", reject).once("exit", (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdout.once("data", (text) => resolve(`:${String(text).trim()}`));
  });
  return { display, close: () => server.kill() };
}

/** Runs all files on one engine: each scenario's outcome, "passed", "failed" or the reason why it was not run. */
async function scenarios(engine) {
  process.env.ENGINE = engine;
  const outcomes = [];
  for await (const { type, data } of run({ files, concurrency: 1 })) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    // Of what is tried inside a scenario, only the faults are said.
    if (data.nesting > 0) {
      if (type === "test:fail") tell(data.name, data.details.error);
      continue;
    }
    const reason = typeof data.skip === "string" ? data.skip : data.skip ? "not run" : null;
    const outcome = reason ?? (type === "test:pass" ? "passed" : "failed");
    outcomes.push({ file: path.basename(data.file ?? data.name), name: data.name, outcome });
    console.log(`${engine}  ${outcome === "passed" ? "ok  " : outcome === "failed" ? "FAIL" : "–   "}  ${path.basename(data.file ?? "")}  ${data.name}  ${Math.round(data.details.duration_ms)} ms`);
    if (outcome === "failed") tell(data.name, data.details.error);
  }
  return outcomes;
}

function tell(name, error) {
  console.log(`${name}: ${error.cause?.stack ?? error.cause ?? error}`.replace(/^/gm, "    "));
}

const { display, close } = await screen();
process.env.DISPLAY = display;
const results = {};
try {
  for (const engine of engines) {
    const version = execFileSync(ENGINES[engine].browser, ["--version"], { encoding: "utf8" }).trim().split("\n")[0];
    results[engine] = { day: new Date().toISOString().slice(0, 10), version, lacks: Object.values(ENGINES[engine].lacks), outcomes: await scenarios(engine) };
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
const kept = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, "utf8")) : {};
for (const [engine, result] of Object.entries(results)) {
  if (parts.length === 0) kept[engine] = result;
  else if (kept[engine]) {
    const others = kept[engine].outcomes.filter(({ file }) => !files.some((one) => path.basename(one) === file));
    kept[engine].outcomes = [...others, ...result.outcomes];
  }
}
mkdirSync(path.dirname(KEPT), { recursive: true });
writeFileSync(KEPT, JSON.stringify(kept));
const all = Object.keys(ENGINES);
if (all.every((engine) => engine in kept)) {
  writeFileSync(TABLE, engineTable(Object.fromEntries(all.map((engine) => [engine, kept[engine]]))));
  console.log(`the table is in ${path.relative(ROOT, TABLE)}`);
}
process.exitCode = failed > 0 ? 1 : 0;
