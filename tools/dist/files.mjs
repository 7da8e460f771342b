// Small helpers over a folder of files, shared by the steps that finish dist/.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Hexadecimal SHA-256 of some bytes or text. */
export function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * All files below a folder as sorted relative paths with forward slashes. Files and folders whose name begins with a dot
 * are left out: they are the bundler's and the operating system's business, never the reader's.
 */
export function listFiles(folder, below = "") {
  return readdirSync(path.join(folder, below), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => {
      const relative = below ? `${below}/${entry.name}` : entry.name;
      return entry.isDirectory() ? listFiles(folder, relative) : [relative];
    })
    .sort();
}

/** `app.js` with bytes → `app-<digest>.js`: a name that never means two contents. */
export function hashedName(name, bytes) {
  const { name: stem, ext } = path.parse(name);
  return `${stem}-${sha256(bytes).slice(0, 12)}${ext}`;
}

/** Reads a file's bytes, or gives null if there is none. */
export function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
