// The offline copy: complete after one visit, replaced only with consent, never mixed, separate for each copy of the app.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { lacks, openApp } from "./app.mjs";
import { changePage, copyOfDist, FILES, publishRelease, temporaryFolder } from "./releases.mjs";
import { DIST } from "./server.mjs";
import { cacheNames, installWorker, startUpdate, updateWorker, workerPageContains } from "./worker.mjs";

const SECOND = "second version";

/** A reader of a release that the test may change, with a complete offline copy. */
async function openOffline(t, at) {
  const dir = copyOfDist(t);
  const app = await openApp(t, { dir, at });
  await app.session.offlineReady();
  return { dir, ...app };
}

test("after one visit, a restarted browser opens every file with the server stopped", { skip: lacks("profile") }, async (t) => {
  const { server, session: first } = await openApp(t);
  assert.equal(await installWorker(first), "activated");
  await first.offlineReady();
  await first.close({ keep: true });
  await server.stop();

  const { session } = await openApp(t, { server, profile: first.profile });
  assert.notEqual((await session.text("#app")).trim(), "");
  const missing = await session.runAsync(async (urls) => {
    const answers = await Promise.all(urls.map((url) => fetch(url).then((response) => response.ok, () => false)));
    return urls.filter((_, index) => !answers[index]);
  }, FILES);
  assert.deepEqual(missing, [], "files that do not open offline");
  // Other services often add a query to a link.
  await session.open("?from=mail");
  await session.open("index.html");
});

test("a new version waits for consent and then replaces the old one completely", async (t) => {
  const { dir, session } = await openOffline(t);
  const [before] = await cacheNames(session);
  publishRelease(dir, SECOND);
  assert.equal(await updateWorker(session), "installed");
  assert.equal(await workerPageContains(session, SECOND), false, "the old version answers until consent is given");

  await session.runAsync(() => {
    navigator.serviceWorker.getRegistration().then((registration) => registration.waiting.postMessage("skip-waiting"));
    return new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", () => done(true), { once: true }));
  });
  await session.waitFor("the new version answers", () => workerPageContains(session, SECOND));
  await session.waitFor("the old cache is gone", async () => !(await cacheNames(session)).includes(before));
  assert.equal((await cacheNames(session)).length, 1);
});

test("a half-published version is refused and tried again", async (t) => {
  const { dir, session } = await openOffline(t);
  const before = await cacheNames(session);
  // The new worker is published, but one of its files is not the one it lists.
  publishRelease(dir, SECOND);
  const page = readFileSync(path.join(dir, "index.html"));
  changePage(dir, "not yet");
  assert.equal(await updateWorker(session), "redundant");
  assert.deepEqual(await cacheNames(session), before);

  writeFileSync(path.join(dir, "index.html"), page);
  assert.equal(await updateWorker(session), "installed");
});

test("two copies of the app on one origin do not interfere", async (t) => {
  const dir = temporaryFolder(t);
  for (const folder of ["", "other"]) cpSync(DIST, path.join(dir, folder), { recursive: true });
  const { server, session } = await openApp(t, { dir });
  await session.offlineReady();

  await session.open("other/");
  await session.waitFor("the other worker controls the page", () =>
    session.runAsync(() => navigator.serviceWorker.ready.then((registration) => registration.scope.endsWith("/other/") && registration.active?.state === "activated")),
  );
  assert.equal((await cacheNames(session)).length, 2);
  await server.stop();
  await session.open();
  await session.open("other/");
});

test("the update banner reloads the page once and keeps own figures", async (t) => {
  const { dir, session, indicator, shell } = await openOffline(t, "indicators/3-1/");
  await indicator.add({ value: "44", listed: "44校" });
  assert.equal(await shell.banners(), 0, "there is no update yet");

  publishRelease(dir, SECOND);
  const loaded = await session.loadTime();
  await startUpdate(session);
  await shell.untilUpdateOffered();
  assert.equal(await session.loadTime(), loaded, "nothing reloads without a click");
  await shell.acceptUpdate();
  assert.equal(await workerPageContains(session, SECOND), true);
  await indicator.untilListed("44校");
  const reloaded = await session.loadTime();
  await session.untilCount(".banner", 0);
  assert.equal(await session.loadTime(), reloaded, "the page reloads only once");
});
