// Cuts the program into chunks and binds it to JavaScript: from what the compiler made to what the browser loads.
//
// wasm-split cuts at the functions the code marks; wasm-bindgen binds the main module; wasm-opt shrinks each. The loader
// that wasm-split writes is changed in one respect: files are fetched by tools/page/piece.js, which asks twice.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hashedName } from "./files.mjs";

/** The chunk most visits begin with; what it needs belongs to the first view. */
const FIRST = "lists";

// What rustc and wasm-bindgen rely on; wasm-opt may use the same and nothing newer.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** wasm-split's loader of one file. */
const FETCHER = /\(\) => \{\s*const src = fetch\(new URL\("\.\/([a-z_0-9]+)\.wasm", import\.meta\.url\)\);\s*src\.catch\(\(\) => \{\}\);\s*return async \(imports\) => \w*\(WebAssembly\.instantiateStreaming\(src, imports\)\);\s*\}/g;

/** The files a chunk needs, itself included, read out of the loader. */
export function filesOf(loader, chunk) {
  const [, itself, shared] = loader.match(new RegExp(`__wasm_split_load_${chunk} = wrapAsyncCb\\(makeLoad\\(([^]*?), \\[([^\\]]*)\\]\\)\\);`)) ?? [];
  if (itself === undefined) throw new Error(`chunks: the loader has no chunk ${chunk}`);
  const names = shared.split(", ").filter(Boolean).map((name) => name.replace("__chunk_", "chunk_"));
  return itself.includes(`./split_${chunk}.wasm`) ? [...names, `split_${chunk}`] : names;
}

/** The loader with our way of fetching. `names`: what each file is called in the end. */
export function withPieces(loader, names) {
  let count = 0;
  const changed = loader.replace(FETCHER, (_, file) => {
    count += 1;
    if (!names.has(file)) throw new Error(`chunks: the loader asks for ${file}, which is not there`);
    return `piece(${JSON.stringify(`./${names.get(file)}`)})`;
  });
  if (count !== names.size || changed.includes("fetch(")) {
    throw new Error(`chunks: ${count} of ${names.size} files found in wasm-split's loader; has its form changed?`);
  }
  return `import { piece } from "virtual:piece";\n${changed}`;
}

/** Works in `folder`. Gives the main module, the other modules by their final names, and the file of the glue. */
export function cutProgram(program, folder, release) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // What the tools say is shown when one fails: wasm-opt warns of names that are about to be dropped.
  const run = (command, ...args) => execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1 << 26 });
  run("wasm-split-cli", program, folder, "--target", "web", "--out-name", "app");
  run("wasm-bindgen", "--target", "web", "--keep-lld-exports", "--no-typescript", "--out-dir", path.join(folder, "bound"), "--out-name", "app", path.join(folder, "app.wasm"));
  const loaderFile = path.join(folder, "__wasm_split.js");
  const loader = readFileSync(loaderFile, "utf8");

  const shrink = (file) => {
    if (release) run("wasm-opt", "-Oz", "--strip-debug", ...FEATURES.map((name) => `--enable-${name}`), file, "-o", file);
    return readFileSync(file);
  };
  const main = shrink(path.join(folder, "bound/app_bg.wasm"));
  const first = new Set(filesOf(loader, FIRST));
  const chunks = new Map();
  const names = new Map();
  for (const { name: file } of readdirSync(folder).filter((name) => /^(split|chunk)_.*\.wasm$/.test(name)).sort().map((name) => path.parse(name))) {
    const bytes = shrink(path.join(folder, `${file}.wasm`));
    const name = hashedName(`${first.has(file) ? "first" : "later"}-${file.replace("split_", "").replace("chunk_", "shared-")}.wasm`, bytes);
    chunks.set(name, bytes);
    names.set(file, name);
  }
  const glue = path.join(folder, "bound/app.js");
  // Beside the glue, where the glue looks for it.
  writeFileSync(path.join(folder, "bound/__wasm_split.js"), withPieces(loader, names));
  return { main, chunks, glue };
}

/** Where cargo put the program that Trunk has just built. */
export function compiledProgram(name, release) {
  const file = path.join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", release ? "release" : "debug", `${name}.wasm`);
  if (!existsSync(file)) throw new Error(`chunks: ${file} is not there`);
  return file;
}
