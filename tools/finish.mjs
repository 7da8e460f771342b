// Trunk's post-build hook: completes the staging folder, which becomes dist/.
//
// Adds the split and optimised WASM, the bundled script, styles and chart library, the dataset, page and manifest with the
// dataset's texts, the service worker and precompressed copies. Names contain digests of the final bytes.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleECharts, bundleStart, bundleStyles } from "./dist/bundle.mjs";
import { compiledProgram, splitProgram } from "./dist/chunks.mjs";
import { compressAll } from "./dist/compress.mjs";
import { hashedName } from "./dist/files.mjs";
import { licencesText } from "./dist/licences.mjs";
import { fillPage, manifest, siteTexts } from "./dist/page.mjs";
import { precacheList, serviceWorker } from "./dist/precache.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAGING = process.env.TRUNK_STAGING_DIR;
const RELEASE = process.env.TRUNK_PROFILE === "release";
// Trunk names its output after the package.
const PACKAGE = "ward-indicators";

const at = (...parts) => path.join(STAGING, ...parts);

function writeStaged(name, bytes) {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), bytes);
}

async function finish() {
  const dataset = path.resolve(ROOT, process.env.DATASET || "public/data/indicators.json");
  const texts = siteTexts(JSON.parse(readFileSync(dataset, "utf8")));

  const { main, chunks, glue } = splitProgram(compiledProgram(PACKAGE, RELEASE), at(".chunks"), RELEASE);
  const wasmName = hashedName("app.wasm", main);
  const script = await bundleStart(ROOT, glue, wasmName, RELEASE);
  const style = await bundleStyles(ROOT);
  const charts = await bundleECharts(ROOT, path.join(ROOT, "target/web/bundles"));
  const assets = {
    charts: `vendor/${hashedName("echarts.js", charts)}`,
    wasm: `assets/${wasmName}`,
    first: [...chunks.keys()].filter((name) => name.startsWith("first-")).map((name) => `assets/${name}`),
    script: `assets/${hashedName("app.js", script)}`,
    style: `assets/${hashedName("app.css", style)}`,
  };
  writeStaged(assets.wasm, main);
  for (const [name, bytes] of chunks) writeStaged(`assets/${name}`, bytes);
  writeStaged(assets.script, script);
  writeStaged(assets.style, style);
  // Trunk has already run wasm-bindgen on the unsplit program; remove that output.
  for (const unused of [".chunks", `${PACKAGE}_bg.wasm`, `${PACKAGE}.js`, "snippets"]) rmSync(at(unused), { recursive: true, force: true });

  writeStaged(assets.charts, charts);
  cpSync(path.join(ROOT, "public"), STAGING, { recursive: true });
  cpSync(dataset, at("data/indicators.json"));
  // A list of search words belongs to one dataset and is in the same folder.
  rmSync(at("data/words.json"), { force: true });
  const searchWords = path.join(path.dirname(dataset), "words.json");
  if (existsSync(searchWords)) cpSync(searchWords, at("data/words.json"));
  if (process.env.DATASET_CSV && existsSync(process.env.DATASET_CSV)) cpSync(process.env.DATASET_CSV, at("data/indicators.csv"));
  if (RELEASE) writeStaged("licences.txt", licencesText(ROOT));
  writeStaged("manifest.webmanifest", manifest(texts));
  writeStaged("index.html", fillPage(readFileSync(at("index.html"), "utf8"), texts, assets, RELEASE));

  // In development, an offline copy would hide the latest change.
  if (!RELEASE) return;
  const template = readFileSync(path.join(ROOT, "tools/page/sw.js"), "utf8");
  writeStaged("sw.js", serviceWorker(template, precacheList(STAGING)));
  await compressAll(STAGING);
}

await finish();
