// Emergency replacement: published as sw.js, it removes the offline copy from every browser.
// Users' own figures are in local storage and are not affected.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const prefix = `ward-indicators-static-${new URL(self.registration.scope).pathname} `;
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
      await self.registration.unregister();
    })(),
  );
});
