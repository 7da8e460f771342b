#!/usr/bin/env node
// Serves dist/ the way a good static host would: right types, compressed, cached as the names allow, safe headers.
//
//   node tools/serve.mjs [--dir dist] [--port 8080] [--host 127.0.0.1] [--base /some/path/]
//
// --port 0 takes any free port; the address is printed either way. Needs nothing but Node.js.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import zlib from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/** Sent with every answer. The page's own policy stands in index.html too, for hosts whose headers cannot be set. */
export const SAFE_HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy":
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), window-management=(), xr-spatial-tracking=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

// A name that carries a digest of its content can be kept for ever; all else is asked for again each time.
const HASHED = /-[0-9a-f]{12}\.[a-z]+$/;

const encoders = {
  br: promisify(zlib.brotliCompress),
  gzip: promisify(zlib.gzip),
};
const TWINS = { br: ".br", gzip: ".gz" };

/** The encoding to answer with, for an Accept-Encoding header: "br", "gzip" or null. */
export function chooseEncoding(accepted = "") {
  const offers = new Map(
    accepted
      .toLowerCase()
      .split(",")
      .map((part) => part.trim().split(/\s*;\s*q=/))
      .map(([name, quality]) => [name, quality === undefined ? 1 : Number(quality)]),
  );
  return ["br", "gzip"].find((name) => (offers.get(name) ?? 0) > 0) ?? null;
}

/**
 * The file a request path means, relative to the served folder; null if it means none.
 * Nothing outside the folder, no hidden file, no compressed twin can be named.
 */
export function resolvePath(requestPath, base = "/") {
  let decoded;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith(base) || decoded.includes("\0") || decoded.includes("\\")) return null;
  const parts = decoded.slice(base.length).split("/");
  if (parts.at(-1) === "") parts[parts.length - 1] = "index.html";
  if (parts.some((part) => part === "" || part.startsWith("."))) return null;
  return parts.join("/");
}

/** A server over `dir`, not yet listening. `headers` go with every answer. */
export function createServer({ dir, base = "/", headers: always = SAFE_HEADERS }) {
  // Key: file name, modification time and encoding → bytes and tag. A rebuild changes the time.
  const kept = new Map();

  async function load(name, encoding) {
    const file = path.join(dir, name);
    const found = await stat(file);
    if (!found.isFile()) throw Object.assign(new Error("not a file"), { code: "ENOENT" });
    const key = `${name} ${found.mtimeMs} ${found.size} ${encoding}`;
    if (!kept.has(key)) {
      const body = (async () => {
        const plain = await readFile(file);
        const bytes = encoding ? await encode(file, found.mtimeMs, plain, encoding) : plain;
        return { bytes, tag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"` };
      })();
      kept.set(key, body);
      body.catch(() => kept.delete(key));
    }
    return kept.get(key);
  }

  async function encode(file, time, plain, encoding) {
    const twin = file + TWINS[encoding];
    const made = await stat(twin).catch(() => null);
    if (made && made.mtimeMs >= time) return readFile(twin);
    return encoders[encoding](plain);
  }

  return http.createServer(async (request, response) => {
    const answer = (status, headers, body) => {
      response.writeHead(status, { ...always, ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const words = (status, text, headers = {}) => answer(status, { "Content-Type": TYPES[".txt"], "Cache-Control": "no-store", ...headers }, `${text}\n`);
    try {
      if (request.method !== "GET" && request.method !== "HEAD") return words(405, "Only GET and HEAD", { Allow: "GET, HEAD" });
      const requestPath = request.url.split(/[?#]/)[0];
      if (base !== "/" && `${requestPath}/` === base) return words(301, base, { Location: base });
      const name = resolvePath(requestPath, base);
      if (!name) return words(404, "Not found");
      const type = TYPES[path.extname(name)] ?? "application/octet-stream";
      const encoding = path.extname(name) === ".png" ? null : chooseEncoding(request.headers["accept-encoding"]);
      const { bytes, tag } = await load(name, encoding);
      const headers = {
        "Content-Type": type,
        "Cache-Control": HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
        ETag: tag,
        Vary: "Accept-Encoding",
      };
      const known = (request.headers["if-none-match"] ?? "").split(/\s*,\s*/).map((one) => one.replace(/^W\//, ""));
      if (known.includes(tag)) return answer(304, headers);
      if (encoding) headers["Content-Encoding"] = encoding;
      return answer(200, { ...headers, "Content-Length": bytes.length }, bytes);
    } catch (error) {
      if (["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"].includes(error.code)) return words(404, "Not found");
      console.error(error);
      return words(500, "The server could not read the file");
    }
  });
}

/** Starts listening; gives the address with its base path, and the server. */
export async function serve({ dir, port = 8080, host = "127.0.0.1", base = "/" }) {
  const server = createServer({ dir, base });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return { server, url: `http://${host}:${server.address().port}${base}` };
}

function usage(message) {
  console.error(`serve: ${message}`);
  process.exit(2);
}

async function main() {
  const { values } = parseArgs({
    options: {
      dir: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
      port: { type: "string", default: "8080" },
      host: { type: "string", default: "127.0.0.1" },
      base: { type: "string", default: "/" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) usage(`--port ${values.port} is not a port number`);
  if (!/^\/(.*\/)?$/.test(values.base)) usage(`--base ${values.base} must begin and end with a slash`);
  if (!(await stat(path.join(values.dir, "index.html")).catch(() => null))) usage(`${values.dir} holds no index.html: run 'make build' first`);
  try {
    const { url } = await serve({ dir: values.dir, port, host: values.host, base: values.base });
    console.log(`Serving ${path.relative(process.cwd(), values.dir) || "."} at ${url}  (Ctrl+C stops it)`);
  } catch (error) {
    if (error.code === "EADDRINUSE") usage(`port ${port} is in use: try PORT=8123 make run`);
    if (error.code === "EACCES") usage(`port ${port} may not be used by this user: try PORT=8123 make run`);
    throw error;
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
