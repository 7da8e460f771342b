#!/usr/bin/env node
// Counts the CPU instructions of frequent operations (bench/native), and of rendering whole pages, as when the program takes
// over (natively and not optimised). Fails if a count exceeds the baseline in tools/instructions.json by more than 10 %.
// Unlike times, counts do not depend on the load of the machine.
//
//   node tools/instructions.mjs            count and compare with the baseline
//   node tools/instructions.mjs --record   replace the baseline
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isMainModule } from "./dist/files.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BASELINE_FILE = path.join(ROOT, "tools/instructions.json");
const FOLDER = path.join(ROOT, "bench/native");
const TARGET = path.join(ROOT, "target/bench-native");
const MAX_GROWTH = 1.1;
/** Folders of the pages that are rendered. */
const PAGES = { "show-overview": "", "show-explorer": "indicators/", "show-indicator": "indicators/3-1/" };

/** Output lines, and the names of the counts that exceed the baseline too much. */
export function compareCounts(baseline, counts) {
  const names = Object.keys(counts);
  if (names.join() !== Object.keys(baseline).join()) throw new Error(`counted ${names}, but the baseline has ${Object.keys(baseline)}: record a new baseline`);
  const lines = names.map((name) => {
    const change = (counts[name] / baseline[name] - 1) * 100;
    return `${name.padEnd(16)}${counts[name].toLocaleString("en").padStart(14)}${`${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)} %`.padStart(10)}`;
  });
  return { lines, exceeded: names.filter((name) => counts[name] > baseline[name] * MAX_GROWTH) };
}

/** Instructions inside one function of a program. */
function countInstructions(name, collected, program, ...args) {
  const { status, stderr, error } = spawnSync("valgrind", ["--tool=callgrind", "--callgrind-out-file=/dev/null", `--toggle-collect=${collected}`, program, ...args], { encoding: "utf8" });
  const instructions = stderr?.match(/refs:\s+([\d,]+)/)?.[1].replaceAll(",", "");
  if (error || status !== 0 || !(Number(instructions) > 0)) throw new Error(`${name} could not be counted: ${error?.message ?? stderr}`);
  return Number(instructions);
}

function main() {
  execFileSync("cargo", ["build", "--quiet", "--release", "--locked", "--bin", "count"], { cwd: FOLDER, stdio: "inherit", env: { ...process.env, CARGO_TARGET_DIR: TARGET } });
  const program = path.join(TARGET, "release/count");
  const names = execFileSync(program, { encoding: "utf8" }).trim().split("\n");
  execFileSync("cargo", ["build", "--quiet", "--locked", "-p", "site", "--features", "pages"], { cwd: ROOT, stdio: "inherit" });
  const list = path.join(ROOT, "public/data/indicators.json");
  const counts = Object.fromEntries([
    ...names.map((name) => [name, countInstructions(name, "count::counted*", program, name)]),
    // Without the preparation of the list.
    ...Object.entries(PAGES).map(([name, folder]) => [name, countInstructions(name, "ward_indicators::shell::render::render_page", path.join(ROOT, "target/debug/site"), "pages", list, "/dev/null", folder)]),
  ]);
  const compiler = execFileSync("rustc", ["--version"], { encoding: "utf8", cwd: FOLDER }).trim();
  if (process.argv.includes("--record")) {
    writeFileSync(BASELINE_FILE, `${JSON.stringify({ compiler, counts }, null, 2)}\n`);
    console.log(`recorded in ${path.relative(ROOT, BASELINE_FILE)}`);
    return;
  }
  const baseline = JSON.parse(readFileSync(BASELINE_FILE, "utf8"));
  const { lines, exceeded } = compareCounts(baseline.counts, counts);
  console.log(lines.join("\n"));
  if (exceeded.length === 0) return;
  // Counts of different compilers cannot be compared, so only report them.
  const differentCompiler = baseline.compiler !== compiler && `; the baseline was recorded with ${baseline.compiler}, this is ${compiler}`;
  console.log(`more than ${Math.round((MAX_GROWTH - 1) * 100)} % above the baseline: ${exceeded.join(", ")}${differentCompiler || ""}`);
  if (!differentCompiler) process.exitCode = 1;
}

if (isMainModule(import.meta.url)) main();
