#!/usr/bin/env node
// Prints the sizes of a release build's files in bytes: uncompressed, gzip and Brotli, grouped by kind.
// With --budget, fails if a part is larger than tools/budget.json allows.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { COMPRESSED } from "./dist/compress.mjs";
import { isMainModule, listFiles } from "./dist/files.mjs";

// The first matching pattern determines the kind of a file. `first`: the browser needs the file for the first view.
const KINDS = [
  { name: "HTML", first: true, pattern: /^index\.html$/ },
  { name: "HTML, other pages", first: false, pattern: /\.html$/ },
  { name: "CSS", first: true, pattern: /^assets\/.*\.css$/ },
  { name: "JS", first: true, pattern: /^assets\/.*\.js$/ },
  { name: "WASM", first: true, pattern: /^assets\/app-[0-9a-f]+\.wasm$/ },
  { name: "list", first: true, pattern: /^data\/list-[0-9a-f]+\.bin$/ },
  { name: "WASM, on demand", first: false, pattern: /\.wasm$/ },
  { name: "ECharts", first: false, pattern: /^vendor\/echarts-[0-9a-f]+\.js$/ },
  { name: "data", first: false, pattern: /^data\// },
  { name: "service worker", first: false, pattern: /^sw\.js$/ },
  { name: "icons, manifest, other", first: false, pattern: /./ },
];

const COLUMNS = ["files", "raw", "gz", "br"];

/**
 * Sums per kind: [{name, first, files, raw, gz, br, largest}], with the Brotli size of the largest file. Compressed sizes are
 * those of the precompressed copies.
 */
export function measureSizes(folder) {
  const sums = KINDS.map(({ name, first }) => ({ name, first, files: 0, raw: 0, gz: 0, br: 0, largest: 0 }));
  for (const file of listFiles(folder).filter((name) => !COMPRESSED.test(name))) {
    const sum = sums[KINDS.findIndex(({ pattern }) => pattern.test(file))];
    const size = (extension) => {
      const copy = path.join(folder, file + extension);
      return statSync(existsSync(copy) ? copy : path.join(folder, file)).size;
    };
    sum.files += 1;
    sum.raw += size("");
    sum.gz += size(".gz");
    sum.br += size(".br");
    sum.largest = Math.max(sum.largest, size(".br"));
  }
  return sums;
}

/** Adds up several sums. */
export const total = (sums) => Object.fromEntries(COLUMNS.map((column) => [column, sums.reduce((result, sum) => result + sum[column], 0)]));

/** A message for each part whose Brotli size exceeds its budget or is not measured. */
export function overBudget(sums, budget) {
  const ofKind = (pattern) => sums.filter(({ name }) => pattern.test(name));
  const parts = {
    "first view": total(sums.filter((sum) => sum.first)).br,
    "largest page with styles": Math.max(...ofKind(/^HTML/).map(({ largest }) => largest)) + total(ofKind(/^CSS$/)).br,
    ECharts: total(ofKind(/^ECharts$/)).br,
  };
  return Object.entries(budget)
    .filter(([name, limit]) => !(parts[name] <= limit))
    .map(([name, limit]) => `${name}: ${parts[name]} bytes, the budget is ${limit}`);
}

function printRow(name, cells) {
  console.log(name.padEnd(24) + cells.map((cell) => cell.toLocaleString("en-US").padStart(11)).join(""));
}

function main(options) {
  const folder = options.find((option) => !option.startsWith("--")) ?? fileURLToPath(new URL("../dist", import.meta.url));
  const sums = measureSizes(folder);
  const first = sums.filter((sum) => sum.first);
  printRow("", ["files", "raw", "gzip", "brotli"]);
  for (const sum of [...first, { name: "= first view", ...total(first) }, ...sums.filter((one) => !one.first), { name: "= total", ...total(sums) }]) {
    printRow(sum.name, COLUMNS.map((column) => sum[column]));
  }
  if (options.includes("--budget")) {
    const messages = overBudget(sums, JSON.parse(readFileSync(new URL("budget.json", import.meta.url), "utf8")));
    for (const message of messages) console.error(`over budget: ${message}`);
    if (messages.length > 0) process.exitCode = 1;
  }
}

if (isMainModule(import.meta.url)) main(process.argv.slice(2));
