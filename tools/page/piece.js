// Fetches a part of the program for wasm-split's loader: once as usual, and once more, past every cache, where that
// gave nothing that can be started. A part may have arrived damaged, and is kept for a year.

async function bytes(url, cache) {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
  return response.arrayBuffer();
}

/** Begins to fetch `file`, and gives what starts it with its imports. */
export function piece(file) {
  const url = new URL(file, import.meta.url);
  return () => {
    const first = bytes(url, "default");
    first.catch(() => {});
    return async (imports) => {
      try {
        return await WebAssembly.instantiate(await first, imports);
      } catch (cause) {
        console.warn("piece: once more", cause);
        return WebAssembly.instantiate(await bytes(url, "reload"), imports);
      }
    };
  };
}
