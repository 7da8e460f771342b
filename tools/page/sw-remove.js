// For an emergency: published as sw.js in place of the real one, it takes the offline copy off every reader's browser.
// What readers have entered themselves is kept elsewhere (local storage) and stays.
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
