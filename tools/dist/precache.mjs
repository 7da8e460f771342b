// The service worker's list: every file of the finished dist/ with the digest of its final bytes.
import { readFileSync } from "node:fs";
import path from "node:path";
import { listFiles, sha256 } from "./files.mjs";

// Not for the reader's cache: the worker itself, debugging aids, and the compressed twins a web server picks from.
const LEFT_OUT = [/^sw\.js$/, /\.map$/, /\.br$/, /\.gz$/];

/**
 * The files to keep offline and the version they make up.
 * The page is listed as "./": many hosts redirect index.html there, and every address of the app is that one.
 * @returns {{version: string, files: {url: string, sha256: string}[]}}
 */
export function precacheList(dist) {
  const files = listFiles(dist)
    .filter((name) => !LEFT_OUT.some((pattern) => pattern.test(name)))
    .map((name) => ({
      url: name === "index.html" ? "./" : name.split("/").map(encodeURIComponent).join("/"),
      sha256: sha256(readFileSync(path.join(dist, name))),
    }));
  const version = sha256(files.map((file) => `${file.sha256} ${file.url}\n`).join("")).slice(0, 16);
  return { version, files };
}

/** The worker's text for a finished dist/: the template preceded by its two constants. */
export function serviceWorker(template, { version, files }) {
  return `const VERSION = ${JSON.stringify(version)};\nconst SCOPE_FILES = ${JSON.stringify(files)};\n${template}`;
}
