// Reading and changing the loader from wasm-split.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chunkFiles, publishedFiles, replaceFetches } from "../../tools/dist/chunks.mjs";

const fetchCode = (file) => `() => {
    const src = fetch(new URL("./${file}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
`;
const LOADER = `import { initSync } from "./app.js";
const __chunk_4 = makeLoad(${fetchCode("chunk_4")}, []);
const __chunk_5 = makeLoad(${fetchCode("chunk_5").replace("(WebAssembly", "debugWrap(WebAssembly")}, []);
export const __wasm_split_load_own = wrapAsyncCb(makeLoad(${fetchCode("split_own")}, [__chunk_5]));
export const __wasm_split_load_lists = wrapAsyncCb(makeLoad(${fetchCode("split_lists")}, [__chunk_4, __chunk_5]));
export const __wasm_split_load_empty = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), []));
`;
const PARTS = new Map(["chunk_4", "chunk_5", "split_own", "split_lists"].map((file, index) => [file, { name: `${file}-0123.wasm`, start: index, end: 9 }]));

test("a chunk consists of shared files and its own", () => {
  assert.deepEqual(chunkFiles(LOADER, "lists"), ["chunk_4", "chunk_5", "split_lists"]);
  assert.deepEqual(chunkFiles(LOADER, "own"), ["chunk_5", "split_own"]);
  assert.deepEqual(chunkFiles(LOADER, "empty"), []);
  assert.throws(() => chunkFiles(LOADER, "charts"), /no chunk charts/);
});

test("every fetch is replaced and uses the published name, and nothing else changes", () => {
  const changed = replaceFetches(LOADER, PARTS);
  for (const { name, start } of PARTS.values()) assert.equal(changed.split(`fetchChunk("./${name}", ${start}, 9)`).length, 2, name);
  assert.doesNotMatch(changed, /fetch\(|instantiateStreaming/);
  assert.match(changed, /^import \{ fetchChunk \} from "virtual:fetch-chunk";\nimport \{ initSync \} from "\.\/app\.js";/);
  assert.match(changed, /wrapAsyncCb\(makeLoad\(fetchChunk\("\.\/split_own-0123\.wasm", 2, 9\)\s*, \[__chunk_5\]\)\)/);
});

test("an unknown loader format, or an additional or missing file, is an error", () => {
  assert.throws(() => replaceFetches(LOADER.replace("src.catch(() => {});", ""), PARTS), /has its format changed/);
  assert.throws(() => replaceFetches(LOADER, new Map([...PARTS, ["chunk_6", { name: "x.wasm", start: 0, end: 9 }]])), /4 of 5/);
  assert.throws(() => replaceFetches(LOADER, new Map([...PARTS].slice(1))), /does not exist/);
});

test("small shared parts are published in one file, and every part is found in its file", () => {
  const modules = new Map([["chunk_1", Buffer.from("one")], ["chunk_2", Buffer.alloc(20_000, "2")], ["chunk_3", Buffer.from("three")], ["split_own", Buffer.from("own")]]);
  const { files, parts } = publishedFiles(modules);
  assert.deepEqual([...files.keys()].map((name) => name.replace(/-[0-9a-f]{12}\./, ".")), ["shared.bin", "shared-2.wasm", "own.wasm"]);
  for (const [file, bytes] of modules) {
    const { name, start, end } = parts.get(file);
    assert.deepEqual(files.get(name).subarray(start, end), bytes, file);
  }
  assert.deepEqual([...publishedFiles(new Map([["split_own", Buffer.from("own")]])).files.keys()].length, 1);
});
