// Fetches a chunk for wasm-split's loader. Retries once without the HTTP cache: a damaged response may have been cached.

/** `cache`: a cache mode of `fetch`. */
export async function fetchBytes(url, cache) {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
  return response.arrayBuffer();
}

/** Returns a function that starts fetching `file`; its result is a function that instantiates the chunk. */
export function fetchChunk(file) {
  const url = new URL(file, import.meta.url);
  return () => {
    const bytes = fetchBytes(url, "default");
    // The error is handled when the chunk is instantiated.
    bytes.catch(() => {});
    return async (imports) => {
      try {
        return await WebAssembly.instantiate(await bytes, imports);
      } catch (cause) {
        console.warn("fetch-chunk: retrying", cause);
        return WebAssembly.instantiate(await fetchBytes(url, "reload"), imports);
      }
    };
  };
}
