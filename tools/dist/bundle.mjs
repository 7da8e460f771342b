// The three bundles esbuild makes: the start script, the styles, and the part of ECharts the charts use.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { readIfThere, sha256 } from "./files.mjs";

// What the WASM itself needs (bulk memory, reference types) came to browsers later than all of the syntax in here.
const BROWSERS = ["chrome96", "edge96", "firefox100", "safari15.4"];

async function bundle(options) {
  const result = await build({
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    target: BROWSERS,
    ...options,
  });
  return result.outputFiles[0].contents;
}

/** boot.js with wasm-bindgen's glue and its snippets in one module. `wasmName` is the WASM file beside it. */
export function bundleStart(root, glueFile, wasmName, release) {
  return bundle({
    entryPoints: [path.join(root, "tools/page/boot.js")],
    format: "esm",
    minify: release,
    // wasm-bindgen imports the loader of the chunks once for each of its functions, under one name.
    logOverride: { "duplicate-object-key": "silent" },
    define: { WASM_FILE: JSON.stringify(`./${wasmName}`) },
    plugins: [
      {
        name: "glue",
        setup(hooks) {
          hooks.onResolve({ filter: /^virtual:glue$/ }, () => ({ path: glueFile }));
          hooks.onResolve({ filter: /^virtual:piece$/ }, () => ({ path: path.join(root, "tools/page/piece.js") }));
        },
      },
    ],
  });
}

/** All styles in one file: the app's, then those of the page before the app. */
export function bundleStyles(root) {
  return bundle({
    stdin: {
      contents: '@import "./style/main.css";\n@import "./tools/page/boot.css";\n',
      loader: "css",
      resolveDir: root,
    },
  });
}

/** ECharts as a classic script that sets the global `echarts`. Built once per version and kept in `cacheDir`. */
export async function bundleECharts(root, cacheDir) {
  const entry = path.join(root, "tools/page/echarts.js");
  const key = sha256(readFileSync(entry) + readFileSync(path.join(root, "package-lock.json")) + BROWSERS).slice(0, 12);
  const kept = path.join(cacheDir, `echarts-${key}.js`);
  const before = readIfThere(kept);
  if (before) return before;
  const bytes = await bundle({
    entryPoints: [entry],
    format: "iife",
    globalName: "echarts",
    // The licences ask that their notice goes with every copy.
    banner: { js: "/*! Apache ECharts (Apache-2.0, https://echarts.apache.org) with zrender (BSD-3-Clause) and tslib (0BSD): see licences.txt */" },
  });
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(`${kept}.new`, bytes);
  renameSync(`${kept}.new`, kept);
  return bytes;
}
