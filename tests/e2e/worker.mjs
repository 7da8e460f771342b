// The service worker as a page sees it.

/** Registers the worker and returns its final state: "activated", "redundant", or "refused" if it could not be registered. */
export const installWorker = (session) =>
  session.runAsync(async () => {
    const registration = await navigator.serviceWorker.register("sw.js").catch(() => null);
    if (registration === null) return "refused";
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    while (!["activated", "redundant"].includes(worker.state)) await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    return worker.state;
  });

/** Checks for a new version without waiting for its installation. */
export const startUpdate = (session) =>
  session.runAsync(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true));

/** Checks for a new version and returns its state once installed: "installed", "redundant", "none" without a new version, or the error. */
export const updateWorker = (session) =>
  session.runAsync(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const error = await registration.update().then(() => null, String);
    const worker = registration.installing ?? registration.waiting;
    while (worker?.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    return error ?? worker?.state ?? "none";
  });

export const cacheNames = (session) => session.runAsync(() => caches.keys());

/** Whether the page that the worker delivers contains a text. */
export const workerPageContains = (session, text) =>
  session.runAsync((text) => fetch("./").then((response) => response.text()).then((page) => page.includes(text)), text);
