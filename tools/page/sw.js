// The service worker: after one visit the whole app opens without a network.
//
// The build replaces SCOPE_FILES and VERSION by what is really shipped (tools/dist/precache.mjs). VERSION is a digest of
// those files, so a worker whose text is unchanged has nothing new to install.
//
// Rules it keeps:
// - Every version has its own cache, filled completely and checked byte for byte before it counts; a version that was
//   caught half published is thrown away and tried again later.
// - A new version waits. It takes over when the page sends the message "skip-waiting", which it does with the reader's
//   consent, or when the last page of the old version is closed.
// - A page is always answered: from the cache, else from the network, else with a page that says what is missing. A cache
//   the browser has cleared is filled again at the next visit with a network.
// - Only this site's own older caches are removed: the scope is part of their names, because two copies of the app may
//   live under two paths of one origin.
/* global VERSION, SCOPE_FILES */

const SCOPE = new URL(self.registration.scope);
// A space cannot occur in a path, so no scope's prefix is the beginning of another's.
const PREFIX = `ward-indicators-static-${SCOPE.pathname} `;
const CACHE = PREFIX + VERSION;

// Longer than the slowest phone needs for one file; a server that never answers must not keep a version half installed.
const PATIENCE = 120_000;

// Not every engine minds the header with which this file came.
const UNTOLD = { referrerPolicy: "no-referrer" };

const LOST = `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>オフラインで開けません</title>
<link rel="icon" href="data:,">
<main>
<h1>オフラインで開けません</h1>
<p>この端末に置いてあったオフライン用の控えを、ブラウザーが片づけたようです。通信できる場所で開き直すと、控えはもう一度作られます。</p>
<p>保存してある想定値は、控えとは別の場所にあり、この操作では消えません。</p>
</main>
`;

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Fetches one file past the HTTP cache and makes sure that it is the one this version was built with.
async function fetchExactly({ url, sha256 }) {
  const signal = AbortSignal.timeout?.(PATIENCE);
  const response = await fetch(new Request(new URL(url, SCOPE), { ...UNTOLD, cache: "no-cache", credentials: "same-origin", signal }));
  if (response.status !== 200) throw new Error(`${url}: HTTP ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (hex(await crypto.subtle.digest("SHA-256", bytes)) !== sha256) throw new Error(`${url}: not the file of ${VERSION}`);
  // Made anew, because a response that came by a redirect may not answer a navigation, and because the bytes are no
  // longer compressed as Content-Encoding says.
  const headers = new Headers();
  for (const name of ["Content-Type", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"]) {
    if (response.headers.has(name)) headers.set(name, response.headers.get(name));
  }
  return new Response(bytes, { status: 200, headers });
}

async function install() {
  const responses = await Promise.all(SCOPE_FILES.map(fetchExactly));
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(SCOPE_FILES.map(({ url }, index) => cache.put(new URL(url, SCOPE), responses[index])));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The first visit's page is adopted, so that it works offline without being opened again. Later versions adopt
  // nobody: a page that was loaded past the worker stays with what it has loaded.
  if (old.length === 0) await self.clients.claim();
}

const LISTED = new Set(SCOPE_FILES.map(({ url }) => new URL(url, SCOPE).href));

let refilling = null;

// Fills a cleared cache again, all or nothing as on installing. Where the server has a newer version by now nothing fits
// and nothing is kept; that version brings its own worker.
function refill() {
  refilling ??= install()
    .catch(() => {})
    .finally(() => (refilling = null));
  return refilling;
}

/** The cached answer; undefined where there is none or the browser cannot say. */
async function kept(address) {
  try {
    // Not `open`, which would leave an empty cache behind.
    return await caches.match(address, { cacheName: CACHE });
  } catch {
    return undefined;
  }
}

async function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  // Every page of the app has the address of the scope; what tells them apart stands behind the '#'.
  const isPage = request.mode === "navigate" && url.pathname === `${SCOPE.pathname}index.html`;
  // A query changes nothing: links shared through other services often carry one.
  const wanted = isPage ? SCOPE.href : url.origin + url.pathname;
  const cached = await kept(wanted);
  if (cached) return cached;
  // What is not in the list (another site below this path, say) goes to the network and is never kept.
  if (request.mode !== "navigate") return fetch(request, UNTOLD);
  try {
    const response = await fetch(request, UNTOLD);
    if (LISTED.has(wanted)) event.waitUntil(refill());
    return response;
  } catch (error) {
    if (!LISTED.has(wanted)) throw error;
    return new Response(LOST, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'; img-src data:" } });
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") event.waitUntil(self.skipWaiting());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const url = new URL(request.url);
  if (url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return;
  event.respondWith(answer(event));
});
