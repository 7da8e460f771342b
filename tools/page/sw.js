// The service worker: after the first visit the app works offline.
//
// The build adds SCOPE_FILES, PACK, PAGES and VERSION (tools/dist/precache.mjs). VERSION is a digest of all files, so
// browsers install a new worker only if a file has changed.
//
// - Each version has its own cache. It is used only after all files are stored and their digests verified. If one fails,
//   for example during a deployment, the cache is deleted and the browser tries again later.
// - A new version waits. It activates when the page sends the message "skip-waiting", with the user's consent, or when the
//   last page of the old version is closed.
// - Page requests are answered from the cache, else from the network, else with an offline message. If the browser has
//   cleared the cache, the next online visit fills it again.
// - The prerendered pages, except the one of the root, are in one file. When the page that is open needs nothing more, it
//   sends the message "store-pages", and the worker stores them. Until then they come from the network; without it, they are
//   answered with a page of as many folders, which starts the same app and shows what the address says.
// - Cache names contain the scope, and only older caches of the same scope are deleted, because several copies of the app
//   may be published under different paths of one origin.
/* global VERSION, SCOPE_FILES, PACK, PAGES */

const SCOPE = new URL(self.registration.scope);
// A URL path contains no space, so the prefix of one scope is never the start of another's.
const PREFIX = `ward-indicators-static-${SCOPE.pathname} `;
const CACHE = PREFIX + VERSION;

// A server that never responds must not block the installation. Enough time for one file on a slow connection.
const FETCH_TIMEOUT_MS = 120_000;

// Some browsers ignore the Referrer-Policy header of this script.
const NO_REFERRER = { referrerPolicy: "no-referrer" };

const HTML = "text/html; charset=utf-8";

const OFFLINE_PAGE = `<!doctype html>
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

// Fetches one file without using unvalidated HTTP cache entries, and verifies its digest.
async function fetchVerified({ url, sha256 }) {
  const signal = AbortSignal.timeout?.(FETCH_TIMEOUT_MS);
  const response = await fetch(new Request(new URL(url, SCOPE), { ...NO_REFERRER, cache: "no-cache", credentials: "same-origin", signal }));
  if (response.status !== 200) throw new Error(`${url}: HTTP ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (hex(await crypto.subtle.digest("SHA-256", bytes)) !== sha256) throw new Error(`${url}: wrong digest for version ${VERSION}`);
  // A new response, because a redirected one cannot answer a navigation, and because Content-Encoding no longer applies.
  const headers = new Headers();
  for (const name of ["Content-Type", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"]) {
    if (response.headers.has(name)) headers.set(name, response.headers.get(name));
  }
  return new Response(bytes, { status: 200, headers });
}

async function install() {
  const responses = await Promise.all(SCOPE_FILES.map(fetchVerified));
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
  // On the first visit, claim the open page so that it works offline without a reload. Later versions claim no pages,
  // because a page loaded without the worker may have files of another version.
  if (old.length === 0) await self.clients.claim();
}

const urlOf = (relative) => new URL(relative, SCOPE).href;
const PAGE_URLS = new Set(PAGES.map(urlOf));

const depthOf = (url) => url.slice(SCOPE.href.length).split("/").length;

/** The page for as many folders that is stored from the beginning. */
const shellOf = (folder) => SCOPE_FILES.map(({ url }) => urlOf(url)).find((url) => PAGE_URLS.has(url) && depthOf(url) === depthOf(folder));

let refilling = null;

// Fills a cleared cache again. Fails if the server has a newer version; its own worker is then installed.
function refill() {
  refilling ??= install()
    .catch(() => {})
    .finally(() => (refilling = null));
  return refilling;
}

/** The cached response; undefined if there is none or the cache fails. */
async function cachedResponse(url) {
  try {
    // `caches.open` would create an empty cache.
    return await caches.match(url, { cacheName: CACHE });
  } catch {
    return undefined;
  }
}

async function respond(event) {
  const { request } = event;
  const url = new URL(request.url);
  const isNavigation = request.mode === "navigate";
  // The query is for the app, and other services often append one to shared links.
  const file = url.origin + url.pathname;
  const folder = file.replace(/\/index\.html$/, "/");
  // As a host does, so that relative addresses are right.
  if (isNavigation && PAGE_URLS.has(`${folder}/`)) return Response.redirect(`${folder}/${url.search}`);
  // An address of earlier versions whose # is encoded. The app reads it.
  if (isNavigation && url.pathname.startsWith(`${SCOPE.pathname}%23`)) return Response.redirect(`${SCOPE.href}#${url.href.slice(SCOPE.href.length)}`);
  const isPage = isNavigation && PAGE_URLS.has(folder);
  const cached = await cachedResponse(isPage ? folder : file);
  if (cached) return cached;
  // Other requests, for example to another site below this path, go to the network and are not cached.
  if (!isPage) return fetch(request, NO_REFERRER);
  const shell = await cachedResponse(shellOf(folder));
  try {
    const response = await fetch(request, NO_REFERRER);
    if (!shell) event.waitUntil(refill());
    return response;
  } catch {
    return shell ?? new Response(OFFLINE_PAGE, { status: 503, headers: { "Content-Type": HTML, "Content-Security-Policy": "default-src 'none'; img-src data:" } });
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
/** The second step, when the first page needs nothing more: stores the pages of the pack. */
async function storePages() {
  const cache = await caches.open(CACHE);
  const stored = new Set((await cache.keys()).map(({ url }) => url));
  // An empty cache was cleared by the browser, or belongs to a worker that was replaced.
  if (stored.size === 0 || PAGES.every((url) => stored.has(urlOf(url)))) return;
  const response = await fetchVerified(PACK);
  const headers = new Headers(response.headers);
  headers.set("Content-Type", HTML);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let start = bytes.indexOf(10) + 1;
  for (const [url, size] of Object.entries(JSON.parse(new TextDecoder().decode(bytes.subarray(0, start))))) {
    await cache.put(urlOf(url), new Response(bytes.subarray(start, start + size), { headers }));
    start += size;
  }
}

let storing = null;

self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") event.waitUntil(self.skipWaiting());
  if (event.data === "store-pages") {
    // It fails where the server has a newer version, and goes on with the next visit.
    storing ??= storePages().catch(() => {}).finally(() => (storing = null));
    event.waitUntil(storing);
  }
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const url = new URL(request.url);
  if (url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return;
  event.respondWith(respond(event));
});
