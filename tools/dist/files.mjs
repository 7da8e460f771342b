// File helpers shared by the build scripts.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Hexadecimal SHA-256 of bytes or text. */
export function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** All files below a folder as sorted relative paths with forward slashes, without hidden files and folders. */
export function listFiles(folder, below = "") {
  return readdirSync(path.join(folder, below), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => {
      const relative = below ? `${below}/${entry.name}` : entry.name;
      return entry.isDirectory() ? listFiles(folder, relative) : [relative];
    })
    .sort();
}

/** `app.js` → `app-<digest of the bytes>.js`. */
export function hashedName(name, bytes) {
  const { name: stem, ext } = path.parse(name);
  return `${stem}-${sha256(bytes).slice(0, 12)}${ext}`;
}

/** The bytes of a file, or null if it does not exist. */
export function readIfExists(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/** Whether Node.js was started with the module of this URL. */
export function isMainModule(url) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
}
