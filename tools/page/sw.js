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
// - Only this site's own older caches are removed: the scope is part of their names, because two copies of the app may
//   live under two paths of one origin.
/* global VERSION, SCOPE_FILES */

const SCOPE = new URL(self.registration.scope);
// A space cannot occur in a path, so no scope's prefix is the beginning of another's.
const PREFIX = `ward-indicators-static-${SCOPE.pathname} `;
const CACHE = PREFIX + VERSION;

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Fetches one file past the HTTP cache and makes sure that it is the one this version was built with.
async function fetchExactly({ url, sha256 }) {
  const response = await fetch(new Request(new URL(url, SCOPE), { cache: "no-cache", credentials: "same-origin" }));
  if (response.status !== 200) throw new Error(`${url}: HTTP ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (hex(await crypto.subtle.digest("SHA-256", bytes)) !== sha256) throw new Error(`${url}: not the file of ${VERSION}`);
  // Made anew, because a response that came by a redirect may not answer a navigation, and because the bytes are no
  // longer compressed as Content-Encoding says.
  const headers = new Headers();
  for (const name of ["Content-Type", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"]) {
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

async function answer(request) {
  const url = new URL(request.url);
  // Every page of the app has the address of the scope; what tells them apart stands behind the '#'.
  const isPage = request.mode === "navigate" && url.pathname === `${SCOPE.pathname}index.html`;
  const cache = await caches.open(CACHE);
  const cached = await cache.match(isPage ? SCOPE : request, { ignoreSearch: true, ignoreVary: true });
  // What is not in the list (another site below this path, say) goes to the network and is never kept.
  return cached ?? fetch(request);
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
  event.respondWith(answer(request));
});
