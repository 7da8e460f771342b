// Completes dist/: the program folder together with a list.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleEarlySearch } from "./bundle.mjs";
import { drawCharts } from "./charts.mjs";
import { compressAll } from "./compress.mjs";
import { hashedName } from "./files.mjs";
import { fillPage, inlineAssets, manifest, notFoundPage, sitemap, sitePage, siteTexts } from "./page.mjs";
import { packPages, precacheList, serviceWorker } from "./precache.mjs";
import { programAssets, programFolder } from "./program.mjs";
import { PICTURE, picturesOf } from "./share.mjs";

/** Runs the command line of crates/site natively, whatever toolchain the environment is set up for. */
function site(root, ...args) {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (/^(CARGO_TARGET|CARGO_UNSTABLE|RUSTC|RUSTC_BOOTSTRAP$|TRUNK_)/.test(name)) delete env[name];
  execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "site", "--features", "pages", "--", ...args], { cwd: root, env, stdio: "inherit" });
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
  const files = programAssets(program);
  const page = fillPage(readFileSync(path.join(program, "index.html"), "utf8"), texts, { ...files, list }, release);
  // The public address, for sitemaps and link previews.
  const address = process.env.SITE_URL && new URL(process.env.SITE_URL.replace(/\/*$/, "/")).href;
  site(root, "pages", dataset, at(".pages.json"));
  const pages = JSON.parse(readFileSync(at(".pages.json"), "utf8"));
  rmSync(at(".pages.json"));
  // Messengers need the complete address of a picture.
  const pictures = address ? await picturesOf(pages) : new Map();
  for (const [folder, png] of pictures) write(`${folder}${PICTURE}`, png);
  const style = { file: files.style, text: readFileSync(path.join(program, files.style), "utf8") };
  const search = await bundleEarlySearch(root);
  const packed = {};
  for (const one of pages) {
    const html = drawCharts(sitePage(page, one, files, { address, name: texts.title, pictures }));
    write(`${one.folder}index.html`, one.content ? inlineAssets(html, style, search) : html);
    // The offline copy has the style sheet as a file. It has the page of the root from the beginning.
    if (one.content && one.folder !== "") packed[one.folder] = html;
  }
  write("404.html", notFoundPage(page, readFileSync(path.join(root, "tools/page/not-found.html"), "utf8"), address));
  if (address) {
    write("sitemap.xml", sitemap(pages, address));
    write("robots.txt", `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`);
  }
  // In development, an offline copy would hide the latest change.
  if (!release) return;
  const pack = packPages(packed);
  write(`data/${hashedName("pages.bin", pack)}`, pack);
  const template = readFileSync(path.join(root, "tools/page/sw.js"), "utf8");
  write("sw.js", serviceWorker(template, precacheList(dist)));
  await compressAll(dist);
}
