// Code splitting: turns the compiled WASM into a main module and chunks.
//
// wasm-split splits at the functions that the source marks, wasm-bindgen processes the main module, wasm-opt optimises every
// module. In the loader from wasm-split, the fetch calls are replaced by tools/page/fetch-chunk.js, which retries once.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { hashedName, sha256 } from "./files.mjs";

/** Restructuring the loops between two runs makes the program 0.3 % smaller after compression. */
const OPTIMISE = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

// The WebAssembly features that rustc and wasm-bindgen use; wasm-opt must not use others.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** The code in wasm-split's loader that fetches one file. */
const FETCH_CODE = /\(\) => \{\s*const src = fetch\(new URL\("\.\/([a-z_0-9]+)\.wasm", import\.meta\.url\)\);\s*src\.catch\(\(\) => \{\}\);\s*return async \(imports\) => \w*\(WebAssembly\.instantiateStreaming\(src, imports\)\);\s*\}/g;

/** The files that a chunk consists of: shared ones and its own. */
export function chunkFiles(loader, chunk) {
  const [, own, shared] = loader.match(new RegExp(`__wasm_split_load_${chunk} = wrapAsyncCb\\(makeLoad\\(([^]*?), \\[([^\\]]*)\\]\\)\\);`)) ?? [];
  if (own === undefined) throw new Error(`chunks: the loader has no chunk ${chunk}`);
  const names = shared.split(", ").filter(Boolean).map((name) => name.replace("__chunk_", "chunk_"));
  return own.includes(`./split_${chunk}.wasm`) ? [...names, `split_${chunk}`] : names;
}

/** Replaces the fetch calls in the loader. `parts`: for each file the published name, and the first and last byte + 1 in it. */
export function replaceFetches(loader, parts) {
  let count = 0;
  const changed = loader.replace(FETCH_CODE, (_, file) => {
    count += 1;
    if (!parts.has(file)) throw new Error(`chunks: the loader fetches ${file}, which does not exist`);
    const { name, start, end } = parts.get(file);
    return `fetchChunk(${[`./${name}`, start, end].map((value) => JSON.stringify(value)).join(", ")})`;
  });
  if (count !== parts.size || changed.includes("fetch(")) {
    throw new Error(`chunks: found ${count} of ${parts.size} files in wasm-split's loader; has its format changed?`);
  }
  return `import { fetchChunk } from "virtual:fetch-chunk";\n${changed}`;
}

/** The bytes of a WASM file after wasm-opt. Keeps them in the folder `cache` for a program that did not change. */
async function optimise(run, file, cache) {
  const options = ["--strip-debug", ...OPTIMISE, ...FEATURES.map((name) => `--enable-${name}`)];
  const cached = path.join(cache, `${sha256(Buffer.concat([readFileSync(file), Buffer.from(options.join(" "))]))}.wasm`);
  if (!existsSync(cached)) {
    await run("wasm-opt", ...options, file, "-o", `${cached}.new`);
    renameSync(`${cached}.new`, cached);
  }
  return readFileSync(cached);
}

/** Smaller parts that chunks share are published in one file: each request costs more than the bytes it saves. */
const MIN_FILE_BYTES = 16_384;

/** The published files: {files: bytes by name, parts: {name, start, end} by file}. `modules`: bytes by file. */
export function publishedFiles(modules) {
  const files = new Map();
  const parts = new Map();
  const isSmall = ([file, bytes]) => file.startsWith("chunk_") && bytes.length < MIN_FILE_BYTES;
  const entries = [...modules];
  const small = entries.filter(isSmall);
  const pack = Buffer.concat(small.map(([, bytes]) => bytes));
  const packName = hashedName("shared.bin", pack);
  if (small.length > 0) files.set(packName, pack);
  let start = 0;
  for (const [file, bytes] of small) parts.set(file, { name: packName, start, end: (start += bytes.length) });
  for (const [file, bytes] of entries.filter((entry) => !isSmall(entry))) {
    const name = hashedName(`${file.replace("split_", "").replace("chunk_", "shared-")}.wasm`, bytes);
    files.set(name, bytes);
    parts.set(file, { name, start: 0, end: bytes.length });
  }
  return { files, parts };
}

/** Uses the work folder `folder`. Returns the main module, all chunk files by published name, the published
 * names of the files of each chunk, and the path of the JavaScript glue. */
export async function splitProgram(program, folder, release) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The output is shown only on failure: wasm-opt prints irrelevant warnings.
  const run = (command, ...args) => promisify(execFile)(command, args, { maxBuffer: 1 << 26 });
  await run("wasm-split-cli", program, folder, "--target", "web", "--out-name", "app");
  await run("wasm-bindgen", "--target", "web", "--keep-lld-exports", "--no-typescript", "--out-dir", path.join(folder, "bound"), "--out-name", "app", path.join(folder, "app.wasm"));
  const loaderFile = path.join(folder, "__wasm_split.js");
  const loader = readFileSync(loaderFile, "utf8");

  const cache = `${folder}-optimised`;
  mkdirSync(cache, { recursive: true });
  const optimised = (file) => (release ? optimise(run, file, cache) : readFileSync(file));
  const modules = new Map();
  const optimiseChunks = async () => {
    for (const { name: file } of readdirSync(folder).filter((name) => /^(split|chunk)_.*\.wasm$/.test(name)).sort().map((name) => path.parse(name))) {
      modules.set(file, await optimised(path.join(folder, `${file}.wasm`)));
    }
  };
  // The main module takes about as long as all chunks.
  const [main] = await Promise.all([optimised(path.join(folder, "bound/app_bg.wasm")), optimiseChunks()]);
  const { files: chunks, parts } = publishedFiles(modules);
  const glue = path.join(folder, "bound/app.js");
  // The glue imports the loader from its own folder.
  writeFileSync(path.join(folder, "bound/__wasm_split.js"), replaceFetches(loader, parts));
  const filesOf = Object.fromEntries(
    Array.from(loader.matchAll(/__wasm_split_load_(\w+) = /g), ([, chunk]) => [chunk, [...new Set(chunkFiles(loader, chunk).map((file) => parts.get(file).name))]]),
  );
  return { main, chunks, filesOf, glue };
}

/** The path of the WASM that cargo has compiled for Trunk. */
export function compiledProgram(name, release) {
  const file = path.join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", release ? "release" : "debug", `${name}.wasm`);
  if (!existsSync(file)) throw new Error(`chunks: ${file} does not exist`);
  return file;
}
