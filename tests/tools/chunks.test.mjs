// Reading and changing the loader that wasm-split writes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { filesOf, withPieces } from "../../tools/dist/chunks.mjs";

const fetcher = (file) => `() => {
    const src = fetch(new URL("./${file}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
`;
const LOADER = `import { initSync } from "./app.js";
const __chunk_4 = makeLoad(${fetcher("chunk_4")}, []);
const __chunk_5 = makeLoad(${fetcher("chunk_5").replace("(WebAssembly", "debugWrap(WebAssembly")}, []);
export const __wasm_split_load_own = wrapAsyncCb(makeLoad(${fetcher("split_own")}, [__chunk_5]));
export const __wasm_split_load_lists = wrapAsyncCb(makeLoad(${fetcher("split_lists")}, [__chunk_4, __chunk_5]));
export const __wasm_split_load_empty = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), []));
`;
const NAMES = new Map(["chunk_4", "chunk_5", "split_own", "split_lists"].map((file) => [file, `${file}-0123.wasm`]));

test("what a chunk needs is what is shared with it, and itself", () => {
  assert.deepEqual(filesOf(LOADER, "lists"), ["chunk_4", "chunk_5", "split_lists"]);
  assert.deepEqual(filesOf(LOADER, "own"), ["chunk_5", "split_own"]);
  assert.deepEqual(filesOf(LOADER, "empty"), []);
  assert.throws(() => filesOf(LOADER, "charts"), /no chunk charts/);
});

test("every file is fetched in our way, by its final name, and nothing else is changed", () => {
  const changed = withPieces(LOADER, NAMES);
  for (const name of NAMES.values()) assert.equal(changed.split(`piece("./${name}")`).length, 2, name);
  assert.doesNotMatch(changed, /fetch\(|instantiateStreaming/);
  assert.match(changed, /^import \{ piece \} from "virtual:piece";\nimport \{ initSync \} from "\.\/app\.js";/);
  assert.match(changed, /wrapAsyncCb\(makeLoad\(piece\("\.\/split_own-0123\.wasm"\)\s*, \[__chunk_5\]\)\)/);
});

test("a loader of another form, or a file too many or too few, stops the build", () => {
  assert.throws(() => withPieces(LOADER.replace("src.catch(() => {});", ""), NAMES), /has its form changed/);
  assert.throws(() => withPieces(LOADER, new Map([...NAMES, ["chunk_6", "x.wasm"]])), /4 of 5/);
  assert.throws(() => withPieces(LOADER, new Map([...NAMES].slice(1))), /not there/);
});
