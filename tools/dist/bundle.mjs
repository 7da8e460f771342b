// The bundles made with esbuild: start script, styles, and the used part of ECharts.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { readIfExists, sha256 } from "./files.mjs";

// The oldest browsers with the WebAssembly features that the app needs (bulk memory, reference types).
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

/** boot.js with the JavaScript from wasm-bindgen in one module. `wasm` and `styles`: the names of files in the same folder. */
export function bundleStart(root, glueFile, { wasm, styles }, release) {
  return bundle({
    entryPoints: [path.join(root, "tools/page/boot.js")],
    format: "esm",
    minify: release,
    // wasm-bindgen writes an import of the chunk loader for each of its functions, all with the same key.
    logOverride: { "duplicate-object-key": "silent" },
    define: { WASM_FILE: JSON.stringify(`./${wasm}`), STYLES_FILE: JSON.stringify(`./${styles}`), RELEASE: String(release) },
    plugins: [
      {
        name: "generated modules",
        setup(hooks) {
          hooks.onResolve({ filter: /^virtual:glue$/ }, () => ({ path: glueFile }));
          hooks.onResolve({ filter: /^virtual:fetch-chunk$/ }, () => ({ path: path.join(root, "tools/page/fetch-chunk.js") }));
        },
      },
    ],
  });
}

/** The script that searches the prerendered list, for a page that it is part of. */
export async function bundleEarlySearch(root) {
  const bytes = await bundle({ entryPoints: [path.join(root, "tools/page/early-search.js")], format: "iife" });
  return Buffer.from(bytes).toString().trim();
}

/** The styles of the prerendered pages with those of the loading screen, and the styles that the program loads. */
export async function bundleStyles(root) {
  const styles = (...files) => bundle({ stdin: { contents: files.map((file) => `@import "./${file}";\n`).join(""), loader: "css", resolveDir: root } });
  return { page: await styles("style/main.css", "tools/page/boot.css"), program: await styles("style/program.css") };
}

/** ECharts as a classic script that sets the global `echarts`. Cached in `cacheDir` by version. */
export async function bundleECharts(root, cacheDir) {
  const entry = path.join(root, "tools/page/echarts.js");
  const key = sha256(readFileSync(entry) + readFileSync(path.join(root, "package-lock.json")) + BROWSERS).slice(0, 12);
  const cacheFile = path.join(cacheDir, `echarts-${key}.js`);
  const cached = readIfExists(cacheFile);
  if (cached) return cached;
  const bytes = await bundle({
    entryPoints: [entry],
    format: "iife",
    globalName: "echarts",
    // The licences require a notice in every copy.
    banner: { js: "/*! Apache ECharts (Apache-2.0, https://echarts.apache.org) with zrender (BSD-3-Clause) and tslib (0BSD): see licences.txt */" },
  });
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(`${cacheFile}.new`, bytes);
  renameSync(`${cacheFile}.new`, cacheFile);
  return bytes;
}
