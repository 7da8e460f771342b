// The precache list of the service worker: all files of dist/ with their digests.
import { readFileSync } from "node:fs";
import path from "node:path";
import { COMPRESSED } from "./compress.mjs";
import { listFiles, sha256 } from "./files.mjs";

// Not precached: the service worker, source maps and precompressed copies.
const EXCLUDED = [/^sw\.js$/, /\.map$/, COMPRESSED];

/**
 * The files to precache, and their version: a digest of the list.
 * index.html is listed as "./": many hosts redirect index.html there, and all pages of the app have that path.
 * @returns {{version: string, files: {url: string, sha256: string}[]}}
 */
export function precacheList(dist) {
  const files = listFiles(dist)
    .filter((name) => !EXCLUDED.some((pattern) => pattern.test(name)))
    .map((name) => ({
      url: name === "index.html" ? "./" : name.split("/").map(encodeURIComponent).join("/"),
      sha256: sha256(readFileSync(path.join(dist, name))),
    }));
  const version = sha256(files.map((file) => `${file.sha256} ${file.url}\n`).join("")).slice(0, 16);
  return { version, files };
}

/** The service worker: the template preceded by its two constants. */
export function serviceWorker(template, { version, files }) {
  return `const VERSION = ${JSON.stringify(version)};\nconst SCOPE_FILES = ${JSON.stringify(files)};\n${template}`;
}
