// Precompressed copies (file.br, file.gz) for web servers that support them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { listFiles } from "./files.mjs";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Precompressed copies. */
export const COMPRESSED = /\.(br|gz)$/;

/** Files to compress; images are compressed already. */
export const COMPRESSIBLE = /\.(html|css|js|wasm|bin|json|csv|svg|txt|webmanifest)$/;

const { BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_DEFAULT_MODE, BROTLI_MODE_FONT } = zlib.constants;

/** The bytes of a file compressed with Brotli and gzip at maximum level. */
export async function compress(name, bytes) {
  // The mode for fonts is the best one for code: 0.1 % smaller.
  const mode = /\.(wasm|js)$/.test(name) ? BROTLI_MODE_FONT : BROTLI_DEFAULT_MODE;
  const [br, gz] = await Promise.all([
    brotli(bytes, { params: { [BROTLI_PARAM_SIZE_HINT]: bytes.length, [BROTLI_PARAM_MODE]: mode } }),
    gzip(bytes, { level: 9 }),
  ]);
  return { br, gz };
}

/** Writes compressed copies of all compressible files of a folder that have none yet. */
export async function compressAll(folder) {
  await Promise.all(
    listFiles(folder)
      .filter((name) => COMPRESSIBLE.test(name) && !existsSync(path.join(folder, `${name}.br`)))
      .map(async (name) => {
        const file = path.join(folder, name);
        const { br, gz } = await compress(name, readFileSync(file));
        writeFileSync(`${file}.br`, br);
        writeFileSync(`${file}.gz`, gz);
      }),
  );
}
