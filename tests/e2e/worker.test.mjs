// The offline copy: complete after one visit, replaced only with consent, never mixed, never in a neighbour's way.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { precacheList } from "../../tools/dist/precache.mjs";
import { changePage, copyOfDist, renewWorker } from "./editions.mjs";
import { DIST, lacks, openBrowser, startServer } from "./lib.mjs";

const register = () =>
  navigator.serviceWorker.register("sw.js").then(
    () => true,
    (fault) => String(fault),
  );

const cacheNames = () => caches.keys();

/** Whether the page as the worker hands it out carries a mark. */
const pageSays = (mark) => fetch("./").then((response) => response.text()).then((text) => text.includes(mark));

/** The state of the worker that waits, or null. */
const waiting = () => navigator.serviceWorker.getRegistration().then((registration) => registration.waiting?.state ?? null);

test("after one visit everything opens with the server stopped, in a browser started anew", { skip: lacks("profile") }, async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const first = await openBrowser();
  let open = first;
  t.after(() => open.close());
  await first.open(server.url);
  assert.equal(await first.runAsync(register), true);
  await first.offlineReady();
  await first.close({ keep: true });
  await server.stop();

  open = await openBrowser({ profile: first.profile });
  await open.open(server.url);
  assert.notEqual((await open.text("#app")).trim(), "");
  const { files } = precacheList(DIST);
  const missing = await open.runAsync(async (urls) => {
    const answers = await Promise.all(urls.map((url) => fetch(url).then((response) => response.ok, () => false)));
    return urls.filter((_, index) => !answers[index]);
  }, files.map(({ url }) => url));
  assert.deepEqual(missing, [], "files that do not open offline");
  // The page answers with a query too, as links shared through other services often carry one.
  await open.open(`${server.url}?from=mail`);
  await open.open(`${server.url}index.html`);
});

test("a new version waits for consent and then takes over whole", async (t) => {
  const dir = copyOfDist(t);
  const server = await startServer({ dir });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await session.runAsync(register);
  await session.offlineReady();
  const [before] = await session.runAsync(cacheNames);

  changePage(dir, "second version");
  renewWorker(dir);
  await session.runAsync(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true));
  await session.waitFor("the new version waits", async () => (await session.runAsync(waiting)) === "installed");
  assert.equal(await session.runAsync(pageSays, "second version"), false, "the old version must answer until consent is given");

  await session.runAsync(
    () =>
      new Promise((done) => {
        navigator.serviceWorker.addEventListener("controllerchange", () => done(true), { once: true });
        navigator.serviceWorker.getRegistration().then((registration) => registration.waiting.postMessage("skip-waiting"));
      }),
  );
  await session.waitFor("the new version answers", () => session.runAsync(pageSays, "second version"));
  await session.waitFor("the old cache is gone", async () => !(await session.runAsync(cacheNames)).includes(before));
  assert.equal((await session.runAsync(cacheNames)).length, 1);
});

test("a version caught half published is refused and tried again", async (t) => {
  const dir = copyOfDist(t);
  const server = await startServer({ dir });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await session.runAsync(register);
  await session.offlineReady();
  const before = await session.runAsync(cacheNames);

  // The new worker is there, but one of its files still is another.
  changePage(dir, "third version");
  renewWorker(dir);
  const page = readFileSync(path.join(dir, "index.html"));
  changePage(dir, "not yet");
  const update = () =>
    navigator.serviceWorker.getRegistration().then((registration) =>
      registration.update().then(async () => {
        const worker = registration.installing ?? registration.waiting;
        if (!worker) return "none";
        while (worker.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
        return worker.state;
      }),
    );
  assert.equal(await session.runAsync(update), "redundant");
  assert.deepEqual(await session.runAsync(cacheNames), before);

  writeFileSync(path.join(dir, "index.html"), page);
  assert.equal(await session.runAsync(update), "installed");
});

test("two copies of the app on one origin keep out of each other's way", async (t) => {
  const root = mkdtempSync(path.join(tmpdir(), "ward-indicators-two-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["", "other"]) cpSync(DIST, path.join(root, folder), { recursive: true });
  // The one at the root must not list the other as its own.
  const server = await startServer({ dir: root });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await session.runAsync(register);
  await session.offlineReady();

  await session.open(`${server.url}other/`);
  await session.runAsync(register);
  await session.waitFor("the other worker is in control", () =>
    session.runAsync(() => navigator.serviceWorker.ready.then((registration) => registration.scope.endsWith("/other/") && registration.active?.state === "activated")),
  );
  assert.equal((await session.runAsync(cacheNames)).length, 2);
  await server.stop();
  await session.open(server.url);
  await session.open(`${server.url}other/`);
});

test("the bar offers the new version; taking it reloads once and keeps what was written down", async (t) => {
  const dir = copyOfDist(t);
  const server = await startServer({ dir });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  await session.offlineReady();
  await session.type("#own-value", "44");
  await session.type("#own-date", "令和4年度末");
  await session.click(".own-form button[type=submit]");
  await session.until("it is listed", () => document.querySelector(".own-list")?.innerText.includes("44校"));
  assert.equal(await session.run(() => document.querySelectorAll(".banner").length), 0, "nothing to offer yet");

  changePage(dir, "second version");
  renewWorker(dir);
  const born = await session.run(() => performance.timeOrigin);
  await session.runAsync(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true));
  await session.until("the bar is there", () => document.querySelector(".banner")?.innerText.includes("新しい版があります"));
  assert.equal(await session.run(() => performance.timeOrigin), born, "nothing reloads by itself");
  await session.click(".banner .button");
  await session.until("the page was loaded anew", (before) => performance.timeOrigin !== before, born);
  await session.ready();
  assert.equal(await session.runAsync(pageSays, "second version"), true);
  await session.until("the figure is still there", () => document.querySelector(".own-list")?.innerText.includes("44校"));
  const reborn = await session.run(() => performance.timeOrigin);
  await session.until("no bar is left", () => document.querySelectorAll(".banner").length === 0);
  assert.equal(await session.run(() => performance.timeOrigin), reborn, "one reload is enough");
});
