// Fetches parts of the program for wasm-split's loader. Retries once without the HTTP cache: a damaged response may have
// been cached.

/** `cache`: a cache mode of `fetch`. */
export async function fetchBytes(url, cache) {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
  return response.arrayBuffer();
}

/** The bytes of each file, which may have several parts. A file that could not be fetched is fetched again. */
const files = new Map();

function fetchOnce(url) {
  if (!files.has(url)) {
    const bytes = fetchBytes(url, "default");
    bytes.catch(() => files.delete(url));
    files.set(url, bytes);
  }
  return files.get(url);
}

/** Returns a function that starts fetching `file`; its result is a function that instantiates the module from `start` to `end`. */
export function fetchChunk(file, start, end) {
  const { href } = new URL(file, import.meta.url);
  const instantiate = async (bytes, imports) => WebAssembly.instantiate((await bytes).slice(start, end), imports);
  return () => {
    const bytes = fetchOnce(href);
    return async (imports) => {
      try {
        return await instantiate(bytes, imports);
      } catch (cause) {
        console.warn("fetch-chunk: retrying", cause);
        return instantiate(fetchBytes(href, "reload"), imports);
      }
    };
  };
}
