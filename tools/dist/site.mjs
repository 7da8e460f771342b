// Completes dist/: the program folder together with a list.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compressAll } from "./compress.mjs";
import { hashedName } from "./files.mjs";
import { fillPage, manifest, notFoundPage, pageInFolder, siteTexts } from "./page.mjs";
import { precacheList, serviceWorker } from "./precache.mjs";
import { programAssets, programFolder } from "./program.mjs";

/** Runs the command line of crates/site natively, whatever toolchain the environment is set up for, and returns its output. */
function site(root, ...args) {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (/^(CARGO_TARGET|CARGO_UNSTABLE|RUSTC|RUSTC_BOOTSTRAP$|TRUNK_)/.test(name)) delete env[name];
  return execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "site", "--", ...args], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
}

/** Writes the site with the list of the file `dataset` into the folder `dist`, which may have other files already. */
export async function buildSite(root, dataset, dist, release) {
  const program = programFolder(root, release);
  const at = (name) => path.join(dist, name);
  const write = (name, bytes) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), bytes);
  };
  const texts = siteTexts(JSON.parse(readFileSync(dataset, "utf8")));
  cpSync(program, dist, { recursive: true });
  rmSync(at("program.json"));
  cpSync(path.join(root, "public"), dist, { recursive: true });
  site(root, "data", dataset, at("data"));
  cpSync(dataset, at("data/indicators.json"));
  // Search words belong to one dataset and are in the same folder.
  rmSync(at("data/words.json"), { force: true });
  const words = path.join(path.dirname(dataset), "words.json");
  if (existsSync(words)) cpSync(words, at("data/words.json"));
  const list = `data/${hashedName("list.bin", readFileSync(at("data/list.bin")))}`;
  renameSync(at("data/list.bin"), at(list));
  write("manifest.webmanifest", manifest(texts));
  const page = fillPage(readFileSync(path.join(program, "index.html"), "utf8"), texts, { ...programAssets(program), list }, release);
  for (const folder of site(root, "folders", dataset).split("\n").slice(0, -1)) write(`${folder}index.html`, pageInFolder(page, folder));
  write("404.html", notFoundPage(page, readFileSync(path.join(root, "tools/page/not-found.html"), "utf8"), process.env.SITE_URL));
  // In development, an offline copy would hide the latest change.
  if (!release) return;
  const template = readFileSync(path.join(root, "tools/page/sw.js"), "utf8");
  write("sw.js", serviceWorker(template, precacheList(dist)));
  await compressAll(dist);
}
