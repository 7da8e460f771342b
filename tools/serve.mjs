#!/usr/bin/env node
// Serves dist/ like a well-configured static host: content types, compression, caching, security headers, a slash after the
// name of a folder, and 404.html for unknown addresses.
//
//   node tools/serve.mjs [--dir dist] [--port 8080] [--host 127.0.0.1] [--base /some/path/]
//
// --port 0 uses any free port. Prints the URL. Needs no packages.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import zlib from "node:zlib";
import { isMainModule } from "./dist/files.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".bin": "application/octet-stream",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/** Sent with every response. The pages contain the rest of their security policy themselves. */
export const SECURITY_HEADERS = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy":
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), window-management=(), xr-spatial-tracking=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

// Files with a digest in their name can be cached permanently; others are revalidated.
const HASHED = /-[0-9a-f]{12}\.[a-z]+$/;

const encoders = {
  br: promisify(zlib.brotliCompress),
  gzip: promisify(zlib.gzip),
};
const EXTENSIONS = { br: ".br", gzip: ".gz" };

/** The content encoding for an Accept-Encoding header: "br", "gzip" or null. */
export function chooseEncoding(accepted = "") {
  const qualities = new Map(
    accepted
      .toLowerCase()
      .split(",")
      .map((part) => part.trim().split(/\s*;\s*q=/))
      .map(([name, quality]) => [name, quality === undefined ? 1 : Number(quality)]),
  );
  return ["br", "gzip"].find((name) => (qualities.get(name) ?? 0) > 0) ?? null;
}

/**
 * The file for a request path, relative to the served folder; null for invalid paths, hidden files and paths outside of
 * the folder.
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

const exists = (file) => stat(file).then((stats) => stats.isFile(), () => false);

/** A server for `dir`, not yet listening. `headers` are sent with every response. */
export function createServer({ dir, base = "/", headers: commonHeaders = SECURITY_HEADERS }) {
  // Key: name, modification time, size and encoding. Value: promise of bytes and tag.
  const cache = new Map();

  async function load(name, encoding) {
    const file = path.join(dir, name);
    const stats = await stat(file);
    const key = `${name} ${stats.mtimeMs} ${stats.size} ${encoding}`;
    if (!cache.has(key)) {
      const body = (async () => {
        const plain = await readFile(file);
        const bytes = encoding ? await encode(file, stats.mtimeMs, plain, encoding) : plain;
        return { bytes, tag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"` };
      })();
      cache.set(key, body);
      body.catch(() => cache.delete(key));
    }
    return cache.get(key);
  }

  /** Uses the precompressed copy unless it is outdated. */
  async function encode(file, modified, plain, encoding) {
    const copy = file + EXTENSIONS[encoding];
    const stats = await stat(copy).catch(() => null);
    if (stats && stats.mtimeMs >= modified) return readFile(copy);
    return encoders[encoding](plain);
  }

  return http.createServer(async (request, response) => {
    const respond = (status, headers, body) => {
      response.writeHead(status, { ...commonHeaders, ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    /** Responds with a file of the folder; throws if there is none. */
    const respondFile = async (status, name) => {
      const encoding = path.extname(name) === ".png" ? null : chooseEncoding(request.headers["accept-encoding"]);
      const { bytes, tag } = await load(name, encoding);
      const headers = {
        "Content-Type": TYPES[path.extname(name)] ?? "application/octet-stream",
        "Cache-Control": HASHED.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
        ETag: tag,
        Vary: "Accept-Encoding",
      };
      const cachedTags = (request.headers["if-none-match"] ?? "").split(/\s*,\s*/).map((one) => one.replace(/^W\//, ""));
      if (status === 200 && cachedTags.includes(tag)) return respond(304, headers);
      if (encoding) headers["Content-Encoding"] = encoding;
      return respond(status, { ...headers, "Content-Length": bytes.length }, bytes);
    };
    const respondText = (status, text, headers = {}) => respond(status, { "Content-Type": TYPES[".txt"], "Cache-Control": "no-store", ...headers }, `${text}\n`);
    try {
      if (request.method !== "GET" && request.method !== "HEAD") return respondText(405, "Only GET and HEAD", { Allow: "GET, HEAD" });
      const requestPath = request.url.split(/[?#]/)[0];
      if (base !== "/" && `${requestPath}/` === base) return respondText(301, base, { Location: base });
      const name = resolvePath(requestPath, base);
      if (!name) return respondText(404, "Not found");
      if (await exists(path.join(dir, name, "index.html"))) return respondText(301, `${requestPath}/`, { Location: `${requestPath}/${request.url.slice(requestPath.length)}` });
      if (await exists(path.join(dir, name))) return await respondFile(200, name);
      if (await exists(path.join(dir, "404.html"))) return await respondFile(404, "404.html");
      return respondText(404, "Not found");
    } catch (error) {
      // A file was removed in between.
      if (error.code === "ENOENT") return respondText(404, "Not found");
      console.error(error);
      return respondText(500, "The server could not read the file");
    }
  });
}

/** Starts a server; returns it with its URL, including the base path. */
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
  if (!(await stat(path.join(values.dir, "index.html")).catch(() => null))) usage(`${values.dir} contains no index.html: run 'make build' first`);
  try {
    const { url } = await serve({ dir: values.dir, port, host: values.host, base: values.base });
    console.log(`Serving ${path.relative(process.cwd(), values.dir) || "."} at ${url}  (stop with Ctrl+C)`);
  } catch (error) {
    if (error.code === "EADDRINUSE") usage(`port ${port} is in use: try PORT=8123 make run`);
    if (error.code === "EACCES") usage(`this user cannot use port ${port}: try PORT=8123 make run`);
    throw error;
  }
}

if (isMainModule(import.meta.url)) await main();
