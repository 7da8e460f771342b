#!/usr/bin/env node
// Counts the instructions of what the app does again and again (bench/native) and fails where one has grown by more than a
// tenth over the figure kept in tools/instructions.json. Unlike times, counts do not depend on the machine's mood.
//
//   node tools/instructions.mjs            count and compare
//   node tools/instructions.mjs --record   keep what is counted now
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const KEPT = path.join(ROOT, "tools/instructions.json");
const FOLDER = path.join(ROOT, "bench/native");
const TARGET = path.join(ROOT, "target/bench-native");
const MAY_GROW = 1.1;

/** The lines that say what was counted, and the names of those that have grown too much. */
export function compared(kept, counted) {
  const names = Object.keys(counted);
  if (names.join() !== Object.keys(kept).join()) throw new Error(`counted are ${names}, kept are ${Object.keys(kept)}: record them anew`);
  const lines = names.map((name) => {
    const change = (counted[name] / kept[name] - 1) * 100;
    return `${name.padEnd(16)}${counted[name].toLocaleString("en").padStart(14)}${`${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)} %`.padStart(10)}`;
  });
  return { lines, grown: names.filter((name) => counted[name] > kept[name] * MAY_GROW) };
}

/** Instructions of one thing done once; getting it ready is not counted. */
function count(program, name) {
  const { status, stderr, error } = spawnSync("valgrind", ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=count::counted*", program, name], { encoding: "utf8" });
  const counted = stderr?.match(/refs:\s+([\d,]+)/)?.[1].replaceAll(",", "");
  if (error || status !== 0 || !(Number(counted) > 0)) throw new Error(`${name} could not be counted: ${error?.message ?? stderr}`);
  return Number(counted);
}

function main() {
  execFileSync("cargo", ["build", "--quiet", "--release", "--locked", "--bin", "count"], { cwd: FOLDER, stdio: "inherit", env: { ...process.env, CARGO_TARGET_DIR: TARGET } });
  const program = path.join(TARGET, "release/count");
  const names = execFileSync(program, { encoding: "utf8" }).trim().split("\n");
  const counted = Object.fromEntries(names.map((name) => [name, count(program, name)]));
  const compiler = execFileSync("rustc", ["--version"], { encoding: "utf8", cwd: FOLDER }).trim();
  if (process.argv.includes("--record")) {
    writeFileSync(KEPT, `${JSON.stringify({ compiler, counts: counted }, null, 2)}\n`);
    console.log(`kept in ${path.relative(ROOT, KEPT)}`);
    return;
  }
  const kept = JSON.parse(readFileSync(KEPT, "utf8"));
  const { lines, grown } = compared(kept.counts, counted);
  console.log(lines.join("\n"));
  if (grown.length === 0) return;
  // Another compiler makes other code of the same source: its counts are told, and tell nothing about a change of ours.
  const other = kept.compiler !== compiler && `; kept with ${kept.compiler}, this is ${compiler}`;
  console.log(`more than ${Math.round((MAY_GROW - 1) * 100)} % above what is kept: ${grown.join(", ")}${other || ""}`);
  if (!other) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
