#!/usr/bin/env node
// Runs all tests, fastest first, and prints a table of the results. After a failed step the others still run, except
// those that need its result.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runnerCounts } from "./dist/counts.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DATASET = path.resolve(process.env.DATASET || path.join(ROOT, "public/data/indicators.json"));

/** Lists test files explicitly: Node.js versions differ in how they treat a folder argument. */
function testFiles(folder, pattern) {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder))
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

const nodeTests = (folder) => ["node", "--test", "--test-reporter=tap", "--test-concurrency=1", ...testFiles(folder, /\.test\.mjs$/)];

/** Arguments for the wasm tests: each tests/browser*.rs is a test target. */
const wasmTargets = testFiles("tests", /^browser.*\.rs$/).flatMap((file) => ["--test", path.basename(file, ".rs")]);

// kind: see runnerCounts.
const STEPS = [
  { name: "formatting and lints", kind: "command", command: ["tools/check.sh"] },
  { name: "native tests", kind: "cargo", command: ["cargo", "test", "--workspace", "--features", "ward-indicators/ssr,site/pages", "--locked", "--no-fail-fast"] },
  { name: "tool tests", kind: "tap", command: nodeTests("tests/tools") },
  { name: "dataset check", kind: "command", command: ["cargo", "run", "--quiet", "--locked", "-p", "site", "--", "check", DATASET] },
  { name: "instruction counts", kind: "command", command: ["node", "tools/instructions.mjs"] },
  { name: "release build", kind: "command", command: ["tools/build.sh", "release"] },
  { name: "size budget", kind: "command", command: ["node", "tools/sizes.mjs", "--budget"], needs: "release build" },
  {
    name: "release build, small list",
    kind: "command",
    command: ["env", "DATASET=tests/fixtures/small.json", `DIST=${path.join(ROOT, "target/web/small-dist")}`, "tools/build.sh", "release"],
  },
  {
    name: "browser tests",
    kind: "cargo",
    command: ["tools/web.sh", "cargo", "test", "--locked", "--no-fail-fast", "--target", "wasm32-unknown-unknown", ...wasmTargets],
    skip: wasmTargets.length === 0 && "there are no tests/browser*.rs",
  },
  { name: "end-to-end", kind: "tap", command: nodeTests("tests/e2e"), needs: "release build" },
];

function run(command) {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { CHROMEDRIVER: "/usr/bin/chromedriver", WASM_BINDGEN_TEST_TIMEOUT: "180", ...process.env },
    });
    let output = "";
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
      from.on("data", (chunk) => {
        output += chunk;
        to.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

const results = [];
for (const step of STEPS) {
  if (step.skip) {
    results.push({ name: step.name, passed: 0, failed: 0, note: `skipped: ${step.skip}` });
    continue;
  }
  if (step.needs && results.find(({ name }) => name === step.needs).failed > 0) {
    results.push({ name: step.name, passed: 0, failed: 1, note: `not run: ${step.needs} failed` });
    continue;
  }
  console.log(`\n── ${step.name}: ${step.command.slice(0, 6).join(" ")}${step.command.length > 6 ? " …" : ""}`);
  const start = Date.now();
  const { code, output } = await run(step.command);
  results.push({ name: step.name, ...runnerCounts(step.kind, code, output), note: `${Math.round((Date.now() - start) / 1000)} s` });
}

console.log(`\n${"".padEnd(24)}${"passed".padStart(8)}${"failed".padStart(8)}`);
for (const { name, passed, failed, note } of results) {
  console.log(`${name.padEnd(24)}${String(passed).padStart(8)}${String(failed).padStart(8)}   ${note}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
