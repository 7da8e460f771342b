// Trunk's post-build hook: turns its staging folder into the dist/ that is published.
//
// Done here, on the final bytes: one start script, one stylesheet, names with digests, the chart code, the dataset the
// app was built on, page and manifest with that dataset's words, the service worker's list, compressed twins.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleECharts, bundleStart, bundleStyles } from "./dist/bundle.mjs";
import { compiledProgram, cutProgram } from "./dist/chunks.mjs";
import { compressAll } from "./dist/compress.mjs";
import { hashedName } from "./dist/files.mjs";
import { licencesText } from "./dist/licences.mjs";
import { fillPage, manifest, siteWords } from "./dist/page.mjs";
import { precacheList, serviceWorker } from "./dist/precache.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAGING = process.env.TRUNK_STAGING_DIR;
const RELEASE = process.env.TRUNK_PROFILE === "release";
// The name of the package, by which Trunk calls its output.
const NAME = "ward-indicators";

const at = (...parts) => path.join(STAGING, ...parts);

function put(name, bytes) {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), bytes);
}

async function finish() {
  const dataset = path.resolve(ROOT, process.env.DATASET || "public/data/indicators.json");
  const words = siteWords(JSON.parse(readFileSync(dataset, "utf8")));

  const { main, chunks, glue } = cutProgram(compiledProgram(NAME, RELEASE), at(".chunks"), RELEASE);
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
  put(assets.wasm, main);
  for (const [name, bytes] of chunks) put(`assets/${name}`, bytes);
  put(assets.script, script);
  put(assets.style, style);
  // Trunk has bound the program too, in one piece; that one is not ours.
  for (const used of [".chunks", `${NAME}_bg.wasm`, `${NAME}.js`, "snippets"]) rmSync(at(used), { recursive: true, force: true });

  put(assets.charts, charts);
  cpSync(path.join(ROOT, "public"), STAGING, { recursive: true });
  cpSync(dataset, at("data/indicators.json"));
  // The words for finding belong to one list, and stand beside it.
  rmSync(at("data/words.json"), { force: true });
  const findingWords = path.join(path.dirname(dataset), "words.json");
  if (existsSync(findingWords)) cpSync(findingWords, at("data/words.json"));
  if (process.env.DATASET_CSV && existsSync(process.env.DATASET_CSV)) cpSync(process.env.DATASET_CSV, at("data/indicators.csv"));
  if (RELEASE) put("licences.txt", licencesText(ROOT));
  put("manifest.webmanifest", manifest(words));
  put("index.html", fillPage(readFileSync(at("index.html"), "utf8"), words, assets, RELEASE));

  // In development an offline copy would only hide the newest change.
  if (!RELEASE) return;
  const template = readFileSync(path.join(ROOT, "tools/page/sw.js"), "utf8");
  put("sw.js", serviceWorker(template, precacheList(STAGING)));
  await compressAll(STAGING);
}

await finish();
