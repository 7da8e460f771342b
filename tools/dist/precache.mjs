// The precache list of the service worker: the files of dist/ with their digests, and the folders that have a page.
import { readFileSync } from "node:fs";
import path from "node:path";
import { COMPRESSED } from "./compress.mjs";
import { listFiles, sha256 } from "./files.mjs";

// Not precached: the service worker, the page for unknown addresses, source maps and precompressed copies.
const EXCLUDED = [/^sw\.js$/, /^404\.html$/, /\.map$/, COMPRESSED];

/** Until a page itself is stored, it is answered with the one of these that has as many folders, which starts the same app. */
const SHELLS = ["./", "compare/", "scenarios/sheet/"];

/** The URL of a file relative to the root. Pages are the URL of their folder: many hosts redirect index.html there. */
function urlOf(name) {
  const url = name.split("/").map(encodeURIComponent).join("/");
  return url.replace(/(^|\/)index\.html$/, "$1") || "./";
}

/**
 * The files to precache, the folders that have a page, and their version: a digest of both.
 * @returns {{version: string, files: {url: string, sha256: string}[], pages: {url: string, sha256: string}[]}}
 */
export function precacheList(dist) {
  const all = listFiles(dist)
    .filter((name) => !EXCLUDED.some((pattern) => pattern.test(name)))
    .map((name) => ({ url: urlOf(name), sha256: sha256(readFileSync(path.join(dist, name))) }));
  const version = sha256(all.map((file) => `${file.sha256} ${file.url}\n`).join("")).slice(0, 16);
  const isPage = ({ url }) => url.endsWith("/");
  return {
    version,
    files: all.filter((file) => !isPage(file) || SHELLS.includes(file.url)),
    pages: all.filter(isPage),
  };
}

/** The service worker: the template preceded by its constants. */
export function serviceWorker(template, { version, files, pages }) {
  const constants = { VERSION: version, SCOPE_FILES: files, PAGES: pages, SHELLS };
  return `${Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`).join("")}${template}`;
}
