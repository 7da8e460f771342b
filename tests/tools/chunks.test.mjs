// Reading and changing the loader from wasm-split.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chunkFiles, replaceFetches } from "../../tools/dist/chunks.mjs";

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
const NAMES = new Map(["chunk_4", "chunk_5", "split_own", "split_lists"].map((file) => [file, `${file}-0123.wasm`]));

test("a chunk consists of shared files and its own", () => {
  assert.deepEqual(chunkFiles(LOADER, "lists"), ["chunk_4", "chunk_5", "split_lists"]);
  assert.deepEqual(chunkFiles(LOADER, "own"), ["chunk_5", "split_own"]);
  assert.deepEqual(chunkFiles(LOADER, "empty"), []);
  assert.throws(() => chunkFiles(LOADER, "charts"), /no chunk charts/);
});

test("every fetch is replaced and uses the published name, and nothing else changes", () => {
  const changed = replaceFetches(LOADER, NAMES);
  for (const name of NAMES.values()) assert.equal(changed.split(`fetchChunk("./${name}")`).length, 2, name);
  assert.doesNotMatch(changed, /fetch\(|instantiateStreaming/);
  assert.match(changed, /^import \{ fetchChunk \} from "virtual:fetch-chunk";\nimport \{ initSync \} from "\.\/app\.js";/);
  assert.match(changed, /wrapAsyncCb\(makeLoad\(fetchChunk\("\.\/split_own-0123\.wasm"\)\s*, \[__chunk_5\]\)\)/);
});

test("an unknown loader format, or an additional or missing file, is an error", () => {
  assert.throws(() => replaceFetches(LOADER.replace("src.catch(() => {});", ""), NAMES), /has its format changed/);
  assert.throws(() => replaceFetches(LOADER, new Map([...NAMES, ["chunk_6", "x.wasm"]])), /4 of 5/);
  assert.throws(() => replaceFetches(LOADER, new Map([...NAMES].slice(1))), /does not exist/);
});
