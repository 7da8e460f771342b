// The program folder: the part of dist/ that does not depend on a list. It is kept in target/web, so that another list
// needs no compiler.
//
//   assets/, vendor/, licences.txt   files of dist/, compressed copies included
//   index.html                       the page with placeholders
//   program.json                     the published names of the files that the page loads
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleECharts, bundleStart, bundleStyles } from "./bundle.mjs";
import { compiledProgram, splitProgram } from "./chunks.mjs";
import { compressAll } from "./compress.mjs";
import { hashedName } from "./files.mjs";
import { licencesText } from "./licences.mjs";

// Cargo names the WASM after the package.
const PACKAGE = "ward-indicators";

/** The program folder of a release or development build. */
export const programFolder = (root, release) => path.join(root, "target/web", release ? "program" : "program-dev");

/** Makes the program folder from the WASM that cargo has compiled. `page`: index.html as Trunk has written it. */
export async function buildProgram(root, page, release) {
  const folder = programFolder(root, release);
  const staging = `${folder}.new`;
  rmSync(staging, { recursive: true, force: true });
  const write = (name, bytes) => {
    mkdirSync(path.dirname(path.join(staging, name)), { recursive: true });
    writeFileSync(path.join(staging, name), bytes);
  };

  const { main, chunks, filesOf, glue } = await splitProgram(compiledProgram(PACKAGE, release), path.join(root, "target/web/chunks"), release);
  const wasm = hashedName("app.wasm", main);
  const style = await bundleStyles(root);
  const styles = hashedName("program.css", style.program);
  const script = await bundleStart(root, glue, { wasm, styles }, release);
  const charts = await bundleECharts(root, path.join(root, "target/web/bundles"));
  const assets = {
    charts: `vendor/${hashedName("echarts.js", charts)}`,
    wasm: `assets/${wasm}`,
    chunks: Object.fromEntries(Object.entries(filesOf).map(([chunk, names]) => [chunk, names.map((name) => `assets/${name}`)])),
    script: `assets/${hashedName("app.js", script)}`,
    style: `assets/${hashedName("page.css", style.page)}`,
  };
  write(assets.wasm, main);
  for (const [name, bytes] of chunks) write(`assets/${name}`, bytes);
  write(assets.script, script);
  write(assets.style, style.page);
  write(`assets/${styles}`, style.program);
  write(assets.charts, charts);
  if (release) {
    write("licences.txt", licencesText(root));
    await compressAll(staging);
  }
  write("index.html", page);
  write("program.json", JSON.stringify(assets));
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}

/** The asset names of a program folder. */
export function programAssets(folder) {
  return JSON.parse(readFileSync(path.join(folder, "program.json"), "utf8"));
}
