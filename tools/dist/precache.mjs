// The precache list of the service worker: the files of dist/ with their digests, and the prerendered pages, which are packed
// into one file: together they need a third of the bytes and one request.
import { readFileSync } from "node:fs";
import path from "node:path";
import { COMPRESSED } from "./compress.mjs";
import { listFiles, sha256 } from "./files.mjs";

// Not precached: the service worker, the page for unknown addresses, what is for other sites, source maps and precompressed copies.
const EXCLUDED = [/^sw\.js$/, /^404\.html$/, /^(sitemap\.xml|robots\.txt)$/, /(^|\/)share\.png$/, /\.map$/, COMPRESSED];

/** The pack of the prerendered pages. */
const PACK = /^data\/pages-[0-9a-f]+\.bin$/;

/** Packs pages: their sizes in bytes by address, as a line of JSON, then their texts. */
export function packPages(pages) {
  const texts = Object.values(pages).map((text) => Buffer.from(text));
  const sizes = Object.fromEntries(Object.keys(pages).map((url, index) => [url, texts[index].length]));
  return Buffer.concat([Buffer.from(`${JSON.stringify(sizes)}\n`), ...texts]);
}

const readPackedSizes = (pack) => JSON.parse(pack.subarray(0, pack.indexOf("\n")).toString());

/** The URL of a file relative to the root. Pages are the URL of their folder: many hosts redirect index.html there. */
function urlOf(name) {
  const url = name.split("/").map(encodeURIComponent).join("/");
  return url.replace(/(^|\/)index\.html$/, "$1") || "./";
}

/**
 * What the service worker stores, and its version: a digest of it.
 * @returns {{version: string, files: {url: string, sha256: string}[], pack: {url: string, sha256: string}, pages: string[]}}
 *   `files`: the pages that are not in the pack among them. `pages`: the folders of all pages.
 */
export function precacheList(dist) {
  const names = listFiles(dist).filter((name) => !EXCLUDED.some((pattern) => pattern.test(name)));
  const packName = names.find((name) => PACK.test(name));
  const packed = readPackedSizes(readFileSync(path.join(dist, packName)));
  const listed = (name) => ({ url: urlOf(name), sha256: sha256(readFileSync(path.join(dist, name))) });
  const pack = listed(packName);
  const files = names.filter((name) => name !== packName).map(listed).filter(({ url }) => !(url in packed));
  return {
    version: sha256([...files, pack].map((file) => `${file.sha256} ${file.url}\n`).join("")).slice(0, 16),
    files,
    pack,
    pages: names.map(urlOf).filter((url) => url.endsWith("/")),
  };
}

/** The service worker: the template preceded by its constants. */
export function serviceWorker(template, { version, files, pack, pages }) {
  const constants = { VERSION: version, SCOPE_FILES: files, PACK: pack, PAGES: pages };
  return `${Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`).join("")}${template}`;
}
