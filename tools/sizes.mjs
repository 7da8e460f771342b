#!/usr/bin/env node
// Prints the sizes of a release build's files in bytes: uncompressed, gzip and Brotli, grouped by kind.
// With --budget, fails if a part is larger than tools/budget.json allows.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { COMPRESSED } from "./dist/compress.mjs";
import { isMainModule, listFiles } from "./dist/files.mjs";

// The first matching pattern determines the kind of a file. `first`: the browser needs the file for the first view, which is
// the list of indicators until the program has taken it over. `each`: the budget is for the largest file, not for all together.
const KINDS = [
  { name: "explorer page", first: true, pattern: /^indicators\/index\.html$/ },
  { name: "JS", first: true, pattern: /^assets\/.*\.js$/ },
  { name: "CSS of the program", first: true, pattern: /^assets\/program-.*\.css$/ },
  { name: "program", first: true, pattern: /^assets\/app-[0-9a-f]+\.wasm$/ },
  { name: "list", first: true, pattern: /^data\/list-[0-9a-f]+\.bin$/ },
  { name: "overview page", pattern: /^index\.html$/ },
  { name: "indicator pages", each: true, pattern: /^indicators\/.*\.html$/ },
  { name: "goal pages", each: true, pattern: /^goals\/.*\.html$/ },
  { name: "plan pages", each: true, pattern: /^plans\/.*\.html$/ },
  { name: "text pages", each: true, pattern: /^(document|guide|accessibility)\/.*\.html$/ },
  { name: "pages without content", each: true, pattern: /\.html$/ },
  { name: "CSS of these", pattern: /^assets\/page-.*\.css$/ },
  { name: "pages, offline copy", pattern: /^data\/pages-[0-9a-f]+\.bin$/ },
  ...["tools", "sections", "figures", "own", "reading", "charts"].map((chunk) => ({ name: `chunk ${chunk}`, pattern: new RegExp(`^assets/${chunk}-[0-9a-f]+\\.wasm$`) })),
  { name: "parts that chunks share", pattern: /^assets\/shared/ },
  { name: "ECharts", pattern: /^vendor\/echarts-[0-9a-f]+\.js$/ },
  { name: "data", pattern: /^data\// },
  { name: "service worker", pattern: /^sw\.js$/ },
  { name: "icons, manifest, other", pattern: /./ },
];

const COLUMNS = ["files", "raw", "gz", "br"];

/**
 * Sums per kind: [{name, first, each, files, raw, gz, br, largest}], with the Brotli size of the largest file. Compressed sizes are
 * those of the precompressed copies.
 */
export function measureSizes(folder) {
  const sums = KINDS.map(({ name, first, each }) => ({ name, first, each, files: 0, raw: 0, gz: 0, br: 0, largest: 0 }));
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

/** A message for each kind, and for the first view, whose Brotli size exceeds its budget or is not measured. */
export function overBudget(sums, budget) {
  const parts = {
    "first view": total(sums.filter((sum) => sum.first)).br,
    ...Object.fromEntries(sums.map(({ name, each, br, largest }) => [name, each ? largest : br])),
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
