#!/usr/bin/env node
// Sizes of dist/ as a reader's browser meets them, in bytes: as they are, gzip, brotli. First what the first view needs.
// With --budget it fails when a part is larger than tools/budget.json allows.
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compress, COMPRESSIBLE } from "./dist/compress.mjs";
import { listFiles } from "./dist/files.mjs";

const dist = path.resolve(process.argv.slice(2).find((one) => !one.startsWith("--")) ?? fileURLToPath(new URL("../dist", import.meta.url)));

// In this order the first matching kind takes a file. `first`: the browser needs it before the app can be used.
const KINDS = [
  { name: "HTML", first: true, pattern: /^index\.html$/ },
  { name: "CSS", first: true, pattern: /^assets\/.*\.css$/ },
  { name: "JS", first: true, pattern: /^assets\/.*\.js$/ },
  { name: "WASM", first: true, pattern: /^assets\/(app|first-.*)-[0-9a-f]+\.wasm$/ },
  { name: "WASM, later", first: false, pattern: /\.wasm$/ },
  { name: "ECharts", first: false, pattern: /^vendor\/echarts-[0-9a-f]+\.js$/ },
  { name: "data", first: false, pattern: /^data\// },
  { name: "service worker", first: false, pattern: /^sw\.js$/ },
  { name: "icons, manifest, rest", first: false, pattern: /./ },
];

/** Bytes per kind: [{name, first, files, raw, gz, br}]. */
export async function sizesOf(folder) {
  const sums = KINDS.map(({ name, first }) => ({ name, first, files: 0, raw: 0, gz: 0, br: 0 }));
  for (const file of listFiles(folder).filter((name) => !/\.(br|gz)$/.test(name))) {
    const sum = sums[KINDS.findIndex(({ pattern }) => pattern.test(file))];
    const raw = statSync(path.join(folder, file)).size;
    const { br, gz } = COMPRESSIBLE.test(file) ? await compress(readFileSync(path.join(folder, file))) : { br: { length: raw }, gz: { length: raw } };
    sum.files += 1;
    sum.raw += raw;
    sum.gz += gz.length;
    sum.br += br.length;
  }
  return sums;
}

/** What is larger than its budget in brotli bytes, in words; nothing for a build within it. */
export function overBudget(sums, budget) {
  const parts = { "first view": total(sums.filter((sum) => sum.first)).br, ECharts: sums.find(({ name }) => name === "ECharts").br };
  return Object.entries(budget)
    .filter(([name, most]) => !(parts[name] <= most))
    .map(([name, most]) => `${name}: ${parts[name]} bytes, the budget is ${most}`);
}

function row(name, { files, raw, gz, br }) {
  const cells = [files, raw, gz, br].map((value) => value.toLocaleString("en-US").padStart(11));
  return `${name.padEnd(24)}${cells.join("")}`;
}

const total = (list) => list.reduce((sum, one) => ({ files: sum.files + one.files, raw: sum.raw + one.raw, gz: sum.gz + one.gz, br: sum.br + one.br }), { files: 0, raw: 0, gz: 0, br: 0 });

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const sums = await sizesOf(dist);
  console.log(`${"".padEnd(24)}${["files", "raw", "gzip", "brotli"].map((head) => head.padStart(11)).join("")}`);
  const first = sums.filter((sum) => sum.first);
  for (const sum of first) console.log(row(sum.name, sum));
  console.log(row("= first view", total(first)));
  for (const sum of sums.filter((one) => !one.first)) console.log(row(sum.name, sum));
  console.log(row("= everything", total(sums)));
  if (process.argv.includes("--budget")) {
    const over = overBudget(sums, JSON.parse(readFileSync(new URL("budget.json", import.meta.url), "utf8")));
    for (const words of over) console.error(`over budget: ${words}`);
    if (over.length > 0) process.exitCode = 1;
  }
}
