// The folders and servers of the compared pages.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compressAll } from "../tools/dist/compress.mjs";
import { listFiles } from "../tools/dist/files.mjs";
import { createServer } from "../tools/serve.mjs";
import { repeatDataset, toRows } from "./lists.mjs";
import { COLUMNS } from "./peers/rows.js";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const { APP = path.join(ROOT, "dist") } = process.env;
const WORK = path.join(ROOT, "target/bench");
export const dataset = JSON.parse(readFileSync(path.join(ROOT, "public/data/indicators.json"), "utf8"));

/** Pages with the same rows and a search. */
export const PEERS = { tabulator: "Tabulator", datatables: "DataTables", aggrid: "AG Grid", plain: "plain page" };
/** The same rows as HTML without any script: nothing that shows them can be readable sooner. */
export const STATIC = { static: "static page" };

const folderOf = (name) => path.join(WORK, name);
const head = (title) => `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="description" content="${title}"><title>${title}</title><link rel="icon" href="data:,">`;

async function buildPeer(name) {
  await build({
    entryPoints: [path.join(ROOT, "bench/peers", `${name}.js`)],
    bundle: true,
    minify: true,
    format: "esm",
    outfile: path.join(folderOf(name), "app.js"),
    nodePaths: [path.join(ROOT, "bench/node_modules")],
    loader: { ".png": "dataurl" },
    logLevel: "error",
  });
  const style = existsSync(path.join(folderOf(name), "app.css")) ? '<link rel="stylesheet" href="app.css">' : "";
  writeFileSync(
    path.join(folderOf(name), "index.html"),
    `${head(PEERS[name])}${style}<h1>指標一覧</h1><p><input id="search" aria-label="検索"> <select id="goal" aria-label="基本目標"></select></p><div id="table"></div><script type="module" src="app.js"></script></html>`,
  );
}

function buildStatic() {
  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const line = (cells, tag) => `<tr>${cells.map((text) => `<${tag}>${escape(text)}`).join("")}`;
  const rows = toRows(dataset).map((row) => line(COLUMNS.map(([key]) => row[key]), "td"));
  const style = "<style>body{margin:1rem;font-family:sans-serif}table{border-collapse:collapse}th,td{padding:.25rem .5rem;border-bottom:1px solid #ccc;text-align:start;vertical-align:top}</style>";
  writeFileSync(
    path.join(folderOf("static"), "index.html"),
    `${head(STATIC.static)}${style}<h1>指標一覧</h1><table id="table"><thead>${line(COLUMNS.map(([, title]) => title), "th")}<tbody>${rows.join("")}</table></html>`,
  );
}

/** Writes the rows of the peers, with the list repeated `times` times. */
export function setRows(times) {
  const rows = JSON.stringify(toRows(repeatDataset(dataset, times)));
  for (const name of Object.keys(PEERS)) writeFileSync(path.join(folderOf(name), "rows.json"), rows);
}

/** Builds all compared pages with precompressed copies, as the app has; returns their folders. */
export async function buildSites() {
  const names = Object.keys({ ...PEERS, ...STATIC });
  for (const name of names) {
    rmSync(folderOf(name), { recursive: true, force: true });
    mkdirSync(folderOf(name), { recursive: true });
  }
  await Promise.all(Object.keys(PEERS).map(buildPeer));
  buildStatic();
  setRows(1);
  await Promise.all(names.map((name) => compressAll(folderOf(name))));
  return Object.fromEntries(names.map((name) => [name, folderOf(name)]));
}

/** A copy of the app with a longer list. */
export function copyWithLongList(times) {
  const folder = folderOf("long");
  rmSync(folder, { recursive: true, force: true });
  cpSync(APP, folder, { recursive: true });
  // The service worker would reject the list.
  rmSync(path.join(folder, "sw.js"));
  const source = folderOf("list/indicators.json");
  mkdirSync(path.dirname(source), { recursive: true });
  writeFileSync(source, JSON.stringify(repeatDataset(dataset, times)));
  cpSync(path.join(ROOT, "public/data/words.json"), folderOf("list/words.json"));
  execFileSync("cargo", ["run", "--release", "--locked", "--quiet", "-p", "site", "--", "data", source, folderOf("list/data")], { cwd: ROOT });
  const list = listFiles(folder).find((name) => /^data\/list-.*\.bin$/.test(name));
  cpSync(folderOf("list/data/list.bin"), path.join(folder, list));
  return folder;
}

/**
 * Serves a folder. `plain`: without compression, which would take minutes for the longest lists. While `isDown`, the server
 * drops every request.
 */
export async function serve(dir, { headers, plain = false } = {}) {
  const server = createServer({ dir, ...(headers ? { headers } : {}) });
  const site = { isDown: false };
  server.prependListener("request", (request) => {
    if (plain) delete request.headers["accept-encoding"];
    if (site.isDown) request.socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.url = `http://127.0.0.1:${server.address().port}/`;
  site.stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return site;
}
