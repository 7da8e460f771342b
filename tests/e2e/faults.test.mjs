// Failures of network, storage and updates: every file failing in every way while the offline copy is made or updated; no room,
// a cleared cache, a server that stops, two versions at once, the emergency worker. docs/faults.md lists the same scenarios.
import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { lacks, openApp, serve, withBrowser } from "./app.mjs";
import { copyOfDist, FILES, publishChartLibrary, publishRelease, removeCompressed } from "./releases.mjs";
import { DIST, startServer } from "./server.mjs";
import { cacheNames, installWorker, startUpdate, updateWorker } from "./worker.mjs";

const RETRY = "もう一度読み込む";
const FAILED = "読み込めませんでした";
// A plain text of the same origin: here the test registers the worker, not the app.
const WITHOUT_APP = "licences.txt";

/** Sends the first half of a file. With `length` as the announced length the connection then breaks. */
function sendHalf(response, name, length) {
  const bytes = readFileSync(path.join(DIST, name));
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  response.writeHead(200, { "Content-Length": length ?? half.length, "Content-Type": "application/octet-stream", "Cache-Control": "no-store" });
  response.write(half);
  return length ? setTimeout(() => response.destroy(), 20) : response.end();
}

const sendStatus = (code) => (_, response) => response.writeHead(code, { "Content-Type": "text/plain" }).end("no");

/** Ways in which a file can fail; each answers a request for the named file. */
const FAILURES = {
  "404": sendStatus(404),
  "500": sendStatus(500),
  "cut off": (name, response) => sendHalf(response, name, 1e7),
  "half a file": (name, response) => sendHalf(response, name),
};

const fileOf = (url) => decodeURIComponent(url).replace(/^\.\//, "").replace(/(^|\/)$/, "$1index.html");

/** A server in which `breakFile` lets one file fail, for all requests or the first `times`, until `repair`. */
async function faultyServer(t, dir = DIST) {
  let broken = null;
  const server = await serve(t, {
    dir,
    fault(request, response) {
      const name = fileOf(request.url.split("?")[0].slice(1));
      if (name !== broken?.name || broken.times-- <= 0) return false;
      broken.answer(name, response);
      return true;
    },
  });
  return {
    ...server,
    breakFile: (url, failure, times = Infinity) => (broken = { name: fileOf(url), answer: FAILURES[failure], times }),
    repair: () => (broken = null),
  };
}

for (const failure of Object.keys(FAILURES)) {
  test(`if any file fails (${failure}) during the first installation, no offline copy is kept and the next attempt succeeds`, async (t) => {
    const server = await faultyServer(t);
    const { session } = await openApp(t, { server, at: null });
    await session.load(WITHOUT_APP);
    for (const url of FILES) {
      server.breakFile(url, failure);
      assert.equal(await installWorker(session), "redundant", url);
      assert.deepEqual(await cacheNames(session), [], url);
    }
    server.repair();
    assert.equal(await installWorker(session), "activated");
    assert.equal((await cacheNames(session)).length, 1);
  });

  test(`if any file fails (${failure}) during an update, the old version stays complete and the next attempt succeeds`, async (t) => {
    const dir = copyOfDist(t);
    const server = await faultyServer(t, dir);
    const { session } = await openApp(t, { server, at: null });
    await session.load(WITHOUT_APP);
    assert.equal(await installWorker(session), "activated");
    const before = await cacheNames(session);
    publishRelease(dir, "second version");
    for (const url of FILES) {
      server.breakFile(url, failure);
      assert.equal(await updateWorker(session), "redundant", url);
      assert.deepEqual(await cacheNames(session), before, url);
    }
    await session.open();
    server.repair();
    assert.equal(await updateWorker(session), "installed");
  });
}

test("a slow file delays only the offline copy", async (t) => {
  let release;
  const slow = new Promise((done) => (release = done));
  const { server, session, shell } = await openApp(t, {
    fault(request, response) {
      if (!request.url.startsWith("/licences.txt")) return false;
      slow.then(() => response.destroy());
      return true;
    },
  });
  await session.waitFor("the worker requests the slow file", () => server.requests.includes("/licences.txt"));
  assert.deepEqual(await cacheNames(session), []);
  await session.click('a[href="guide/"]');
  await session.untilText("h1", "使い方");
  assert.doesNotMatch(await shell.message(), /オフライン/);
  release();
});

test("the message 「オフラインで使えます」 appears once, when it is true", async (t) => {
  const { session, shell } = await openApp(t);
  await shell.untilMessage("オフラインで使えます");
  assert.equal((await cacheNames(session)).length, 1);
  await session.reload();
  await session.offlineReady();
  await session.click('a[href="guide/"]');
  await session.untilText("h1", "使い方");
  assert.doesNotMatch(await shell.message(), /オフライン/);
});

test("the program and the list are requested again if they fail once; if they fail twice, a message says so", async (t) => {
  for (const file of [/app-.*\.wasm$/, /list-.*\.bin$/].map((pattern) => FILES.find((url) => pattern.test(url)))) {
    for (const failure of Object.keys(FAILURES)) {
      for (const times of [1, Infinity]) {
        const server = await faultyServer(t);
        server.breakFile(file, failure, times);
        await withBrowser(server, async (session) => {
          await session.load();
          if (times === 1) await session.ready();
          else await session.untilText("#boot h1", FAILED);
        });
      }
    }
  }
});

test("a part of the program is requested again if it fails once; if it fails twice, its place has a message and a button to retry", async (t) => {
  const chunk = (name) => FILES.find((url) => url.includes(`/${name}-`) && url.endsWith(".wasm"));
  for (const failure of Object.keys(FAILURES)) {
    for (const [file, from, address, place, shown, message] of [
      [chunk("reading"), "", "guide/", "main h1", "main h1", "ページを読み込めませんでした"],
      [chunk("charts"), "guide/", "indicators/3-1/", ".chart-problem", ".chart-title", "グラフの部品を読み込めませんでした"],
    ]) {
      for (const times of [1, Infinity]) {
        const server = await faultyServer(t);
        server.breakFile(file, failure, times);
        await withBrowser(server, async (session) => {
          await session.open(from);
          await session.go(address);
          await session.untilAddress(address);
          if (times === 1) {
            await session.find(shown);
            assert.ok(!(await session.text("main")).includes(FAILED), `${address} despite ${failure}`);
            return;
          }
          await session.untilText(place, message);
          server.repair();
          await session.clickText("main button", RETRY);
          await session.until(`${address} is shown`, (words) => !document.querySelector("main").innerText.includes(words) && document.querySelector("main h1") !== null, FAILED);
        });
      }
    }
  }
});

test("without the start script a message appears; without the stylesheet the app works unstyled", async (t) => {
  const server = await faultyServer(t);
  const [style, script] = [/program-.*\.css$/, /app-.*\.js$/].map((pattern) => FILES.find((url) => pattern.test(url)));
  for (const failure of Object.keys(FAILURES)) {
    server.breakFile(style, failure);
    await withBrowser(server, async (session) => {
      await session.open();
      assert.match(await session.text("main"), /数値で達成を確かめられる目標/, failure);
    });
    server.breakFile(script, failure);
    await withBrowser(server, async (session) => {
      await session.load();
      // The stylesheet alone shows this message after some seconds.
      await session.until("the message is shown", () => {
        const message = document.querySelector(".boot__late");
        return /読み込み直/.test(message?.textContent) && getComputedStyle(message).animationName !== "none";
      });
    });
  }
});

test("if the chart library fails, the table is shown and one click retries", async (t) => {
  const server = await faultyServer(t);
  server.breakFile(FILES.find((url) => url.startsWith("vendor/")), "500");
  const { session } = await openApp(t, { server, at: "indicators/3-1/" });
  await session.untilText(".chart", FAILED);
  await session.until("the table is visible", () => document.querySelector(".chart table")?.checkVisibility());
  server.repair();
  await session.clickText(".chart button", "もう一度");
  await session.find(".chart-drawing svg");
});

test("without room for the offline copy the app works online, promises nothing and saves own figures", { skip: lacks("devtools") }, async (t) => {
  const { server, session, indicator, shell } = await openApp(t, { at: null });
  const { origin } = new URL(server.url);
  await session.devtools("Storage.overrideQuotaForOrigin", { origin, quotaSize: 200_000 });
  await session.load(WITHOUT_APP);
  assert.equal(await installWorker(session), "redundant");
  assert.deepEqual(await cacheNames(session), []);
  await indicator.open("3-1");
  assert.doesNotMatch(await shell.message(), /オフライン/);
  await indicator.add({ value: "44", listed: "44校" });
  await session.devtools("Storage.overrideQuotaForOrigin", { origin });
  await session.reload();
  await session.offlineReady();
  await indicator.untilListed("44校");
});

test("after the cache is cleared, the app makes its offline copy again; without a network a page explains what is missing", async (t) => {
  const { server, session } = await openApp(t);
  await session.offlineReady();
  const clearCaches = () => session.runAsync(() => caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => true));
  const cachedFiles = () => session.runAsync(() => caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys()).then((keys) => keys.length));
  await clearCaches();
  await session.reload();
  await session.waitFor("there is a copy again", async () => (await cacheNames(session)).length === 1);
  await session.waitFor("the copy is complete", async () => (await cachedFiles()) === FILES.length);

  await clearCaches();
  await server.stop();
  await session.load("?offline");
  await session.untilText("h1", "オフラインで開けません");
  assert.match(await session.text("main"), /想定値は、控えとは別の場所にあり/);

  await serve(t, { port: server.port });
  await session.open();
});

test("if the server stops before, during or after the installation, the offline copy is complete or absent", async () => {
  for (const answered of [1, 4, 8]) {
    let left = answered;
    const server = await startServer({ fault: (_, response) => left-- <= 0 && (response.destroy(), true) });
    await withBrowser(server, async (session) => {
      await session.load(WITHOUT_APP);
      const state = await installWorker(session);
      assert.ok(["redundant", "refused"].includes(state), state);
      assert.deepEqual(await cacheNames(session), []);
      left = Infinity;
      await session.open();
      await session.offlineReady();
      await server.stop();
      await session.open("?after");
    });
  }
});

test("two tabs with two versions do not mix code, and both save their figures", async (t) => {
  const dir = copyOfDist(t);
  // The first tab has not loaded the chart library yet.
  const { session, indicator, shell } = await openApp(t, { dir, at: "document/" });
  const untilSecondEdition = () => session.until("the chart uses the second edition", () => globalThis.echarts?.edition === 2);
  await session.offlineReady();
  const first = await session.driver.getWindowHandle();

  publishChartLibrary(dir);
  const second = await session.openWindow();
  await indicator.open("3-1");
  await updateWorker(session);
  await shell.untilUpdateOffered();
  await shell.acceptUpdate();
  await untilSecondEdition();
  await indicator.add({ value: "44", listed: "44校" });

  await session.switchTo(first);
  await shell.untilUpdateOffered();
  await indicator.open("1-1");
  await indicator.add({ value: "8", listed: "8か所" });
  // Its own library may still be in the HTTP cache; it must never load the other edition's.
  await session.until("its chart is drawn or has failed", (words) => document.querySelector(".chart-drawing svg") !== null || document.querySelector(".chart")?.innerText.includes(words), FAILED);
  assert.equal(await session.run(() => globalThis.echarts?.edition), null);
  await shell.pressUpdate();
  await untilSecondEdition();
  await indicator.untilListed("8か所");
  await indicator.open("3-1");
  await indicator.untilListed("44校");

  await session.switchTo(second);
  await indicator.open("1-1");
  await indicator.untilListed("8か所");
});

test("the app notices an update when the reader returns to the tab", async (t) => {
  const dir = copyOfDist(t);
  const { session, shell } = await openApp(t, { dir });
  await session.offlineReady();
  publishRelease(dir, "second version");
  await session.run(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await shell.untilUpdateOffered();
});

test("the app refuses an update while own figures cannot be saved", { skip: lacks("before") }, async (t) => {
  const dir = copyOfDist(t);
  const script = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
  const { session, indicator, shell } = await openApp(t, { dir, script, at: "indicators/3-1/" });
  await session.offlineReady();
  await indicator.add({ value: "44", listed: "44校" });
  publishRelease(dir, "second version");
  await updateWorker(session);
  const loaded = await session.loadTime();
  await shell.pressUpdate();
  await shell.untilMessage("更新を見合わせました");
  assert.equal(await session.loadTime(), loaded);
  assert.match(await indicator.figures(), /44校/);
});

test("the emergency worker removes the offline copy and leaves own figures alone", async (t) => {
  const dir = copyOfDist(t);
  const { session, indicator } = await openApp(t, { dir, at: "indicators/3-1/" });
  await session.offlineReady();
  await indicator.add({ value: "44", listed: "44校" });
  await session.runAsync(() => caches.open("another app's").then(() => true));

  removeCompressed(dir, "sw.js");
  cpSync(fileURLToPath(new URL("../../tools/page/sw-remove.js", import.meta.url)), path.join(dir, "sw.js"));
  await startUpdate(session);
  await session.waitFor("the copy is removed", async () => (await cacheNames(session)).join() === "another app's");
  await session.waitFor("the worker is removed", () => session.runAsync(() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)));
  assert.match(await indicator.figures(), /44校/);
});

test("docs/faults.md lists exactly the scenarios of this file", () => {
  const source = readFileSync(fileURLToPath(import.meta.url), "utf8");
  const document = readFileSync(new URL("../../docs/faults.md", import.meta.url), "utf8");
  const names = Array.from(source.matchAll(/^ *test\((?:"(.+?)"|`(.+?)`),/gm), ([, plain, template]) => (plain ?? template).replace("${failure}", "…")).slice(0, -1);
  const rows = Array.from(document.matchAll(/^\| (?!Scenario|-)(.+?) \|/gm), ([, name]) => name);
  assert.deepEqual(rows, names);
  for (const failure of Object.keys(FAILURES)) assert.ok(document.includes(`**${failure}**`), failure);
});
