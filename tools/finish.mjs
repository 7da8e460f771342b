// Trunk's post-build hook: makes the program folder, then the site with the list in the staging folder, which becomes dist/.
// With --site: makes dist/ anew with the program folder of the last release build.
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildProgram } from "./dist/program.mjs";
import { buildSite } from "./dist/site.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const dataset = path.resolve(ROOT, process.env.DATASET || "public/data/indicators.json");

if (process.argv.includes("--site")) {
  const dist = path.resolve(ROOT, process.env.DIST || "dist");
  const staging = `${dist}.new`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  await buildSite(ROOT, dataset, staging, true);
  rmSync(dist, { recursive: true, force: true });
  renameSync(staging, dist);
} else {
  const staging = process.env.TRUNK_STAGING_DIR;
  const release = process.env.TRUNK_PROFILE === "release";
  await buildProgram(ROOT, readFileSync(path.join(staging, "index.html"), "utf8"), release);
  // Trunk has run wasm-bindgen on the unsplit program; remove that output.
  for (const unused of ["ward-indicators_bg.wasm", "ward-indicators.js", "snippets"]) rmSync(path.join(staging, unused), { recursive: true, force: true });
  await buildSite(ROOT, dataset, staging, release);
}
