// The static server.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, after, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { chooseEncoding, resolvePath, SECURITY_HEADERS, serve } from "../../tools/serve.mjs";

/** Sends a request without normalising its path or decompressing the response. */
function send(url, requestPath, { method = "GET", headers = {} } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    http
      .request({ hostname, port, path: requestPath, method, headers }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
      })
      .on("error", reject)
      .end();
  });
}

const FILES = {
  "index.html": "<p>page</p>",
  "goals/1/index.html": "<p>goal</p>",
  "404.html": "<p>no page</p>",
  "sw.js": "// worker",
  "assets/app-0123456789ab.js": "let hashed;".repeat(20),
  "assets/app-0123456789ab.wasm": "wasm",
  "data/indicators.json": "{}",
  "data/indicators.csv": "a",
  "vendor/echarts.js": "let charts;",
  "manifest.webmanifest": "{}",
  "icons/mark.svg": "<svg/>",
  "icons/icon.png": "png",
  ".secret": "hidden",
};

describe("the server", () => {
  let outer, url, server;
  before(async () => {
    outer = mkdtempSync(path.join(tmpdir(), "ward-indicators-serve-"));
    writeFileSync(path.join(outer, "outside.txt"), "outside");
    for (const [name, content] of Object.entries(FILES)) {
      const file = path.join(outer, "dist", name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    ({ server, url } = await serve({ dir: path.join(outer, "dist"), port: 0, base: "/ward/" }));
  });
  after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(outer, { recursive: true, force: true });
  });

  for (const [file, type] of [
    ["", "text/html; charset=utf-8"],
    ["sw.js", "text/javascript; charset=utf-8"],
    ["assets/app-0123456789ab.wasm", "application/wasm"],
    ["data/indicators.json", "application/json; charset=utf-8"],
    ["data/indicators.csv", "text/csv; charset=utf-8"],
    ["manifest.webmanifest", "application/manifest+json; charset=utf-8"],
    ["icons/mark.svg", "image/svg+xml; charset=utf-8"],
    ["icons/icon.png", "image/png"],
  ]) {
    test(`/${file} is ${type}`, async () => {
      const response = await send(url, `/ward/${file}?shared=1`);
      assert.equal(response.status, 200);
      assert.equal(response.headers["content-type"], type);
      assert.equal(response.body.toString(), FILES[file || "index.html"]);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(response.headers[name.toLowerCase()], value);
    });
  }

  test("only files with a digest in their name are cached permanently", async () => {
    const cacheControl = async (file) => (await send(url, `/ward/${file}`)).headers["cache-control"];
    assert.equal(await cacheControl("assets/app-0123456789ab.js"), "public, max-age=31536000, immutable");
    for (const file of ["", "index.html", "sw.js", "vendor/echarts.js", "data/indicators.json"]) assert.equal(await cacheControl(file), "no-cache", file);
  });

  test("a file is not sent again if its ETag matches", async () => {
    const first = await send(url, "/ward/");
    const again = await send(url, "/ward/", { headers: { "if-none-match": `"other", W/${first.headers.etag}` } });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    assert.equal((await send(url, "/ward/", { headers: { "if-none-match": '"other"' } })).status, 200);
  });

  test("responses use an accepted encoding, each with its own ETag", async () => {
    const file = "/ward/assets/app-0123456789ab.js";
    const br = await send(url, file, { headers: { "accept-encoding": "gzip, deflate, br" } });
    const gz = await send(url, file, { headers: { "accept-encoding": "gzip" } });
    assert.equal(br.headers["content-encoding"], "br");
    assert.equal(gz.headers["content-encoding"], "gzip");
    assert.equal(brotliDecompressSync(br.body).toString(), FILES["assets/app-0123456789ab.js"]);
    assert.equal(gunzipSync(gz.body).toString(), FILES["assets/app-0123456789ab.js"]);
    assert.notEqual(br.headers.etag, gz.headers.etag);
    assert.equal((await send(url, "/ward/icons/icon.png", { headers: { "accept-encoding": "br" } })).headers["content-encoding"], undefined);
  });

  test("a file that changes while the server runs is sent anew", async () => {
    const file = path.join(outer, "dist", "data", "indicators.csv");
    await send(url, "/ward/data/indicators.csv");
    writeFileSync(file, "changed");
    assert.equal((await send(url, "/ward/data/indicators.csv")).body.toString(), "changed");
    writeFileSync(file, "a");
  });

  test("files outside the folder and hidden files are not accessible", async () => {
    for (const requestPath of [
      "/ward/../outside.txt",
      "/ward/..%2foutside.txt",
      "/ward/%2e%2e/outside.txt",
      "/ward/%2e%2e%2foutside.txt",
      "/ward/data/../../outside.txt",
      "/ward/..%5coutside.txt",
      "/ward//etc/passwd",
      "/ward/.secret",
      "/ward/%2esecret",
      "/ward/index.html%00.png",
      "/ward/%E0%A4%A",
      "/ward/data",
      "/ward/nothing.js",
      `/ward/${"a".repeat(5000)}`,
      "/",
      "/warden/",
      "/index.html",
    ]) {
      const response = await send(url, requestPath);
      assert.equal(response.status, 404, requestPath);
      assert.doesNotMatch(response.body.toString(), /outside|hidden|root:/, requestPath);
    }
  });

  test("a folder without its slash redirects to the folder", async () => {
    for (const [requestPath, location] of [
      ["/ward", "/ward/"],
      ["/ward/goals/1", "/ward/goals/1/"],
      ["/ward/goals/1?a=b", "/ward/goals/1/?a=b"],
    ]) {
      const response = await send(url, requestPath);
      assert.equal(response.status, 301, requestPath);
      assert.equal(response.headers.location, location);
    }
    for (const requestPath of ["/ward/goals/1/", "/ward/goals/1/index.html"]) assert.equal((await send(url, requestPath)).body.toString(), "<p>goal</p>", requestPath);
  });

  test("an unknown address gets 404.html with status 404", async () => {
    for (const requestPath of ["/ward/goals/", "/ward/goals/2/", "/ward/%23/goals/1", "/ward/nothing.js"]) {
      const response = await send(url, requestPath, { headers: { "if-none-match": "*" } });
      assert.equal(response.status, 404, requestPath);
      assert.equal(response.headers["content-type"], "text/html; charset=utf-8");
      assert.equal(response.body.toString(), "<p>no page</p>");
    }
  });

  test("only GET and HEAD are allowed, and HEAD has no body", async () => {
    assert.equal((await send(url, "/ward/", { method: "POST" })).status, 405);
    const head = await send(url, "/ward/", { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.equal(head.headers["content-length"], String(FILES["index.html"].length));
    assert.equal(head.body.length, 0);
  });

  test("a port in use is an error, port 0 selects a free one", async () => {
    const { port } = server.address();
    await assert.rejects(serve({ dir: outer, port }), { code: "EADDRINUSE" });
    assert.ok(port > 0);
  });
});

test("Accept-Encoding is parsed with its quality values", () => {
  for (const [header, wanted] of [
    ["br", "br"],
    ["gzip, br;q=0.1", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["GZIP", "gzip"],
    ["deflate", null],
    ["", null],
    [undefined, null],
    ["brotli", null],
  ]) {
    assert.equal(chooseEncoding(header), wanted, String(header));
  }
});

test("request paths map to files below the base only", () => {
  assert.equal(resolvePath("/"), "index.html");
  assert.equal(resolvePath("/a/b.js"), "a/b.js");
  assert.equal(resolvePath("/a/"), "a/index.html");
  assert.equal(resolvePath("/x/a.js", "/x/"), "a.js");
  assert.equal(resolvePath("/y/a.js", "/x/"), null);
  assert.equal(resolvePath("/a//b.js"), null);
});
