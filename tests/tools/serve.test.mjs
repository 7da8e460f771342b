// The static server: types, caching, compression, safe headers, and nothing outside its folder.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, after, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { chooseEncoding, resolvePath, SAFE_HEADERS, serve } from "../../tools/serve.mjs";

/** One request exactly as written: no client that tidies paths up or unpacks bodies. */
function ask(url, requestPath, { method = "GET", headers = {} } = {}) {
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
      const answer = await ask(url, `/ward/${file}?shared=1`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers["content-type"], type);
      assert.equal(answer.body.toString(), FILES[file || "index.html"]);
      for (const [name, value] of Object.entries(SAFE_HEADERS)) assert.equal(answer.headers[name.toLowerCase()], value);
    });
  }

  test("only names with a digest are kept without asking", async () => {
    const kept = async (file) => (await ask(url, `/ward/${file}`)).headers["cache-control"];
    assert.equal(await kept("assets/app-0123456789ab.js"), "public, max-age=31536000, immutable");
    for (const file of ["", "index.html", "sw.js", "vendor/echarts.js", "data/indicators.json"]) assert.equal(await kept(file), "no-cache", file);
  });

  test("what the browser has already is not sent again", async () => {
    const first = await ask(url, "/ward/");
    const again = await ask(url, "/ward/", { headers: { "if-none-match": `"other", W/${first.headers.etag}` } });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    assert.equal((await ask(url, "/ward/", { headers: { "if-none-match": '"other"' } })).status, 200);
  });

  test("the encodings a browser accepts are used, each with its own tag", async () => {
    const file = "/ward/assets/app-0123456789ab.js";
    const br = await ask(url, file, { headers: { "accept-encoding": "gzip, deflate, br" } });
    const gz = await ask(url, file, { headers: { "accept-encoding": "gzip" } });
    assert.equal(br.headers["content-encoding"], "br");
    assert.equal(gz.headers["content-encoding"], "gzip");
    assert.equal(brotliDecompressSync(br.body).toString(), FILES["assets/app-0123456789ab.js"]);
    assert.equal(gunzipSync(gz.body).toString(), FILES["assets/app-0123456789ab.js"]);
    assert.notEqual(br.headers.etag, gz.headers.etag);
    assert.equal((await ask(url, "/ward/icons/icon.png", { headers: { "accept-encoding": "br" } })).headers["content-encoding"], undefined);
  });

  test("a changed file is noticed while serving", async () => {
    const file = path.join(outer, "dist", "data", "indicators.csv");
    await ask(url, "/ward/data/indicators.csv");
    writeFileSync(file, "changed");
    assert.equal((await ask(url, "/ward/data/indicators.csv")).body.toString(), "changed");
    writeFileSync(file, "a");
  });

  test("nothing outside the folder can be named", async () => {
    for (const hostile of [
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
      const answer = await ask(url, hostile);
      assert.equal(answer.status, 404, hostile);
      assert.doesNotMatch(answer.body.toString(), /outside|hidden|root:/, hostile);
    }
  });

  test("the base without its slash leads to the base", async () => {
    const answer = await ask(url, "/ward");
    assert.equal(answer.status, 301);
    assert.equal(answer.headers.location, "/ward/");
  });

  test("only reading is allowed, and HEAD has no body", async () => {
    assert.equal((await ask(url, "/ward/", { method: "POST" })).status, 405);
    const head = await ask(url, "/ward/", { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.equal(head.headers["content-length"], String(FILES["index.html"].length));
    assert.equal(head.body.length, 0);
  });

  test("a port in use is an error, port 0 is a free one", async () => {
    const { port } = server.address();
    await assert.rejects(serve({ dir: outer, port }), { code: "EADDRINUSE" });
    assert.ok(port > 0);
  });
});

test("Accept-Encoding is read with its weights", () => {
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

test("paths mean files below the base only", () => {
  assert.equal(resolvePath("/"), "index.html");
  assert.equal(resolvePath("/a/b.js"), "a/b.js");
  assert.equal(resolvePath("/a/"), "a/index.html");
  assert.equal(resolvePath("/x/a.js", "/x/"), "a.js");
  assert.equal(resolvePath("/y/a.js", "/x/"), null);
  assert.equal(resolvePath("/a//b.js"), null);
});
