// The server of the end-to-end tests: a release build over HTTP, with the requests it got and faults on demand.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, SECURITY_HEADERS } from "../../tools/serve.mjs";

/** The release build under test; the environment variable DIST names another folder. */
export const DIST = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

// Browsers report violations of the content security policy to this path.
const REPORTS = "/policy-reports";
const POLICY = "Content-Security-Policy";

/** The security headers with a policy that allows what all pages allow together, and reports everything else. */
function headersFor(dir) {
  const policy = readFileSync(path.join(dir, "indicators/index.html"), "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
  return { ...SECURITY_HEADERS, [POLICY]: `${policy}; ${SECURITY_HEADERS[POLICY]}; report-uri ${REPORTS}` };
}

/**
 * Serves a release build on a free port, or on `port` to restart a stopped server at the same address.
 * @param fault  called with every request and response; returns true if it has answered, or never will
 * @returns {Promise<{url: string, port: number, requests: string[], stop: () => Promise<void>}>} `requests` are the paths
 *   requested so far. `stop` also closes open connections, and fails if the browser reported a policy violation or sent a
 *   referrer.
 */
export async function startServer({ dir = DIST, base = "/", port = 0, fault = () => false } = {}) {
  assert.ok(existsSync(path.join(dir, "sw.js")), `${dir} holds no release build: run 'make build' first`);
  const files = createServer({ dir, base, headers: headersFor(dir) });
  const requests = [];
  const violations = [];
  const server = http.createServer((request, response) => {
    if (request.method === "POST" && request.url === REPORTS) {
      let text = "";
      request.on("data", (chunk) => (text += chunk)).on("end", () => {
        // A browser shows plain text in a page of its own, with inline styles of its own.
        const { "document-uri": page } = JSON.parse(text)["csp-report"] ?? {};
        if (!page?.endsWith(".txt")) violations.push(`policy: ${text}`);
        response.writeHead(204).end();
      });
      return;
    }
    requests.push(request.url);
    // Browsers send a referrer with the request for a service worker, whatever the policy.
    const { referer } = request.headers;
    const isWorker = request.headers["service-worker"] === "script" && referer && ["/", request.url].includes(new URL(referer).pathname);
    if (referer && !isWorker) violations.push(`${request.url} was requested with the referrer ${referer}`);
    // Compressing the program for every server costs seconds; the tests of the server cover compression.
    delete request.headers["accept-encoding"];
    if (!fault(request, response)) files.emit("request", request, response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  // A test that fails before it stops its server must not block the process.
  server.unref();
  const address = server.address();
  const stop = async () => {
    if (server.listening) {
      await new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    }
    assert.deepEqual(violations, [], "the server received reports or referrers");
  };
  return { url: `http://127.0.0.1:${address.port}${base}`, port: address.port, requests, stop };
}
