// What happens when things go wrong on the way: every file failing in every way, while the app is first kept and while
// a new version comes; no room, a cleared cache, a server that goes, two versions at once, the emergency worker.
//
// docs/faults.md tells readers of the repository the same; the test at the end holds the two together.
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { precacheList } from "../../tools/dist/precache.mjs";
import { copyOfDist, renewWorker, changePage, secondEdition } from "./editions.mjs";
import { DIST, lacks, openBrowser, startServer } from "./lib.mjs";

const FILES = precacheList(DIST).files.map(({ url }) => url);

/** Sends the first half of a file; `announced` is the length told. */
function half(response, name, announced) {
  const bytes = readFileSync(path.join(DIST, name));
  const part = bytes.subarray(0, Math.floor(bytes.length / 2));
  response.writeHead(200, { "Content-Length": announced ?? part.length, "Content-Type": "application/octet-stream", "Cache-Control": "no-store" });
  response.write(part);
  return announced ? setTimeout(() => response.destroy(), 20) : response.end();
}

const status = (code) => (_, response) => response.writeHead(code, { "Content-Type": "text/plain" }).end("no") && true;

/** Ways to fail. Each gets the file's name and the response, and answers. */
const WAYS = {
  "404": status(404),
  "500": status(500),
  "cut off": (name, response) => half(response, name, 1e7) && true,
  "half a file": (name, response) => half(response, name) && true,
};

/** A server that lets one file fail in one way, until `spare` is called. */
async function faultyServer(t, dir = DIST) {
  let now = null;
  const server = await startServer({
    dir,
    fault(request, response) {
      const name = request.url.split(/[?#]/)[0].slice(1) || "index.html";
      if (!now || name !== now.name || now.times-- <= 0) return false;
      return now.answer(name, response);
    },
  });
  t.after(server.stop);
  return {
    ...server,
    spoil: (url, way, times = Infinity) => (now = { name: url === "./" ? "index.html" : decodeURIComponent(url), answer: WAYS[way], times }),
    spare: () => (now = null),
  };
}

/** Registers the worker and waits for what becomes of it. */
const install = () =>
  navigator.serviceWorker.register("/sw.js", { scope: "/" }).then(
    (registration) =>
      new Promise((done) => {
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        const look = () => ["activated", "redundant"].includes(worker.state) && done(worker.state);
        worker.addEventListener("statechange", look);
        look();
      }),
    () => "refused",
  );

/** Looks for a new version and waits for what becomes of it. */
const update = () =>
  navigator.serviceWorker.getRegistration().then((registration) =>
    registration.update().then(
      () =>
        new Promise((done) => {
          const worker = registration.installing ?? registration.waiting;
          if (!worker) return done("none");
          const look = () => worker.state !== "installing" && done(worker.state);
          worker.addEventListener("statechange", look);
          look();
        }),
      (fault) => String(fault),
    ),
  );

const cacheNames = () => caches.keys();

for (const way of Object.keys(WAYS)) {
  test(`while the app is first kept, any file failing (${way}) leaves nothing half kept, and the next try succeeds`, async (t) => {
    const server = await faultyServer(t);
    const session = await openBrowser();
    t.after(() => session.close());
    // A plain text of the same origin: the worker alone is on trial here, not the page.
    await session.driver.get(`${server.url}licences.txt`);
    for (const url of FILES) {
      server.spoil(url, way);
      assert.equal(await session.runAsync(install), "redundant", url);
      assert.deepEqual(await session.runAsync(cacheNames), [], url);
    }
    server.spare();
    assert.equal(await session.runAsync(install), "activated");
    assert.equal((await session.runAsync(cacheNames)).length, 1);
  });

  test(`while a new version comes, any file failing (${way}) leaves the old version whole, and the next try succeeds`, async (t) => {
    const dir = copyOfDist(t);
    const server = await faultyServer(t, dir);
    const session = await openBrowser();
    t.after(() => session.close());
    await session.driver.get(`${server.url}licences.txt`);
    assert.equal(await session.runAsync(install), "activated");
    const before = await session.runAsync(cacheNames);
    changePage(dir, "second version");
    renewWorker(dir);
    for (const url of FILES) {
      server.spoil(url, way);
      assert.equal(await session.runAsync(update), "redundant", url);
      assert.deepEqual(await session.runAsync(cacheNames), before, url);
    }
    await session.open(server.url);
    server.spare();
    assert.equal(await session.runAsync(update), "installed");
  });
}

test("a slow file delays the offline copy and nothing else", async (t) => {
  let release;
  const slow = new Promise((done) => (release = done));
  const server = await startServer({
    fault(request, response) {
      if (!request.url.startsWith("/licences.txt") || response.waited) return false;
      slow.then(() => response.destroy());
      return true;
    },
  });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await session.waitFor("the worker asks for the slow file", () => server.asked.includes("/licences.txt"));
  assert.deepEqual(await session.runAsync(cacheNames), []);
  await session.click('a[href="#/guide"]');
  await session.until("the app goes on meanwhile", () => document.querySelector("h1")?.textContent === "使い方");
  assert.doesNotMatch(await session.run(() => document.querySelector(".toast").textContent), /オフライン/);
  release();
});

test("「オフラインで使えます」 is said when it is true, and once", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await session.until("it is said", () => document.querySelector(".toast").textContent.includes("オフラインで使えます"));
  assert.equal((await session.runAsync(cacheNames)).length, 1);
  await session.reload();
  await session.offlineReady();
  await session.click('a[href="#/guide"]');
  await session.until("another page is there", () => document.querySelector("h1")?.textContent === "使い方");
  assert.doesNotMatch(await session.run(() => document.querySelector(".toast").textContent), /オフライン/);
});

test("the program failing once on its way is asked for again; failing twice is said in words", async (t) => {
  const wasm = FILES.find((url) => /app-.*\.wasm$/.test(url));
  for (const way of Object.keys(WAYS)) {
    for (const [times, heading] of [[1, null], [Infinity, "読み込めませんでした"]]) {
      const server = await faultyServer(t);
      const session = await openBrowser();
      try {
        server.spoil(wasm, way, times);
        await session.driver.get(server.url);
        if (heading) await session.until(`words for ${way}`, (text) => document.querySelector("#boot h1")?.textContent === text, heading);
        else await session.ready();
      } finally {
        await session.close();
      }
    }
  }
});

test("a chunk of the program failing once on its way is asked for again; failing twice is said in its place, and one press fetches it", async (t) => {
  const chunk = (name) => FILES.find((url) => url.includes(`-${name}-`) && url.endsWith(".wasm"));
  const places = [
    [chunk("lists"), "#/", "main h1", "ページを読み込めませんでした"],
    [chunk("reading"), "#/guide", "main h1", "ページを読み込めませんでした"],
    [chunk("charts"), "#/indicators/3-1", ".chart-trouble", "グラフの部品を読み込めませんでした"],
  ];
  for (const way of Object.keys(WAYS)) {
    for (const [file, route, place, words] of places) {
      for (const times of [1, Infinity]) {
        const server = await faultyServer(t);
        const session = await openBrowser();
        try {
          server.spoil(file, way, times);
          await session.driver.get(server.url + route);
          if (times === 1) {
            await session.until(`${route} in spite of ${way}`, (selector) => document.querySelector(selector) !== null, place === "main h1" ? "main h1" : ".chart-title");
            assert.doesNotMatch(await session.text("main"), /読み込めませんでした/);
            continue;
          }
          await session.until(`words for ${way} at ${route}`, (selector, text) => document.querySelector(selector)?.textContent.includes(text), place, words);
          server.spare();
          await session.run(() => Array.from(document.querySelectorAll("main button")).find((one) => one.textContent === "もう一度読み込む").click());
          await session.until(`${route} after a press`, () => !document.querySelector("main").innerText.includes("読み込めませんでした") && document.querySelector("main h1") !== null);
        } finally {
          await session.close();
        }
      }
    }
  }
});

test("start script or styles failing leaves words or the plain app, never a white page", async (t) => {
  const server = await faultyServer(t);
  const [style, script] = [/\.css$/, /app-.*\.js$/].map((pattern) => FILES.find((url) => pattern.test(url)));
  for (const way of Object.keys(WAYS)) {
    for (const url of [style, script]) {
      server.spoil(url, way);
      // Another browser each time: a hashed name is kept for ever.
      const session = await openBrowser();
      try {
        await session.driver.get(server.url);
        if (url === style) {
          await session.ready();
          assert.match(await session.text("main"), /数値で達成を確かめられる目標/, way);
        } else {
          // Shown by the styles alone after some seconds.
          await session.until(`words for ${way}`, () => /読み込み直す/.test(document.querySelector(".boot__late")?.textContent) && getComputedStyle(document.querySelector(".boot__late")).animationName !== "none");
        }
      } finally {
        await session.close();
      }
    }
  }
});

test("the chart library failing leaves the table, and one press fetches it", async (t) => {
  const charts = FILES.find((url) => url.startsWith("vendor/"));
  const server = await faultyServer(t);
  server.spoil(charts, "500");
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  await session.until("the table stands in", () => document.querySelector(".chart table")?.checkVisibility() && document.querySelector(".chart").innerText.includes("読み込めませんでした"));
  server.spare();
  await session.run(() => Array.from(document.querySelectorAll(".chart button")).find((one) => one.textContent.includes("もう一度")).click());
  await session.until("the chart is drawn", () => document.querySelector(".chart-drawing svg") !== null);
});

test("without room for the offline copy the app works online, promises nothing and keeps own figures", { skip: lacks("devtools") }, async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  const origin = new URL(server.url).origin;
  await session.driver.sendAndGetDevToolsCommand("Storage.overrideQuotaForOrigin", { origin, quotaSize: 200_000 });
  await session.driver.get(`${server.url}licences.txt`);
  assert.equal(await session.runAsync(install), "redundant");
  assert.deepEqual(await session.runAsync(cacheNames), []);
  await session.open(`${server.url}#/indicators/3-1`);
  assert.doesNotMatch(await session.run(() => document.querySelector(".toast").textContent), /オフライン/);
  await session.type("#own-value", "44");
  await session.type("#own-date", "令和4年度末");
  await session.click(".own-form button[type=submit]");
  await session.until("it is listed", () => document.querySelector(".own-list")?.innerText.includes("44校"));
  await session.driver.sendAndGetDevToolsCommand("Storage.overrideQuotaForOrigin", { origin });
  await session.reload();
  await session.offlineReady();
  await session.until("the figure was kept", () => document.querySelector(".own-list")?.innerText.includes("44校"));
});

test("a cleared cache: with a network the app opens and is kept again; without one the page says what is missing", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await session.offlineReady();
  const clear = () => caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => true);
  await session.runAsync(clear);
  await session.reload();
  await session.waitFor("it is kept again", async () => (await session.runAsync(cacheNames)).length === 1);
  await session.waitFor("all of it", () => session.runAsync(() => caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys()).then((keys) => keys.length)).then((count) => count === FILES.length));

  await session.runAsync(clear);
  await server.stop();
  await session.driver.get(`${server.url}?offline`);
  await session.until("the page says what is missing", () => document.querySelector("h1")?.textContent === "オフラインで開けません");
  assert.match(await session.text("main"), /想定値は、控えとは別の場所にあり/);

  const again = await startServer({ port: server.port });
  t.after(again.stop);
  await session.open(again.url);
});

test("the server going before, during or after the app is kept: never a half copy, never a false promise", async (t) => {
  for (const answered of [1, 4, 8]) {
    let left = answered;
    const server = await startServer({ fault: (_, response) => left-- <= 0 && (response.destroy(), true) });
    const session = await openBrowser();
    try {
      await session.driver.get(`${server.url}licences.txt`);
      const state = await session.runAsync(install);
      assert.ok(["redundant", "refused"].includes(state), state);
      assert.deepEqual(await session.runAsync(cacheNames), []);
      left = Infinity;
      await session.open(server.url);
      await session.offlineReady();
      await server.stop();
      await session.open(`${server.url}?after`);
    } finally {
      await session.close();
    }
  }
});

test("two tabs on two versions: neither runs code of the other, both figures are kept", async (t) => {
  const dir = copyOfDist(t);
  const server = await startServer({ dir });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  const { driver } = session;
  const enter = async (value, listed) => {
    await session.type("#own-value", value);
    await session.type("#own-date", "令和4年度末");
    await session.click(".own-form button[type=submit]");
    await session.until(`${listed} is listed`, (text) => document.querySelector(".own-list")?.innerText.includes(text), listed);
  };
  // The first tab has not yet needed the chart library.
  await session.open(`${server.url}#/document`);
  await session.offlineReady();
  const first = await driver.getWindowHandle();

  secondEdition(dir);
  // A window of its own: not every driver brings a further tab to the front.
  await driver.switchTo().newWindow("window");
  const second = await driver.getWindowHandle();
  await session.open(`${server.url}#/indicators/3-1`);
  await session.runAsync(update);
  await session.until("the bar is there", () => document.querySelector(".banner")?.innerText.includes("新しい版があります"));
  const born = await session.run(() => performance.timeOrigin);
  await session.click(".banner .button");
  await session.until("the second tab was loaded anew", (before) => performance.timeOrigin !== before, born);
  await session.ready();
  await session.until("it draws with the second edition", () => globalThis.echarts?.edition === 2);
  await enter("44", "44校");

  await driver.switchTo().window(first);
  await session.until("the first tab is told", () => document.querySelector(".banner")?.innerText.includes("新しい版があります"));
  await session.open(`${server.url}#/indicators/1-1`);
  await enter("8", "8か所");
  // Its own library may still lie in the HTTP cache; the other edition's is never taken for it.
  await session.until("its chart is drawn or says why not", () => document.querySelector(".chart-drawing svg") !== null || document.querySelector(".chart")?.innerText.includes("読み込めませんでした"));
  assert.equal(await session.run(() => globalThis.echarts?.edition), null);
  await session.click(".banner .button");
  await session.until("the first tab draws with the second edition too", () => globalThis.echarts?.edition === 2);
  await session.until("its figure was kept", () => document.querySelector(".own-list")?.innerText.includes("8か所"));
  await session.open(`${server.url}#/indicators/3-1`);
  await session.until("that of the other tab too", () => document.querySelector(".own-list")?.innerText.includes("44校"));

  await driver.switchTo().window(second);
  await session.open(`${server.url}#/indicators/1-1`);
  await session.until("and here", () => document.querySelector(".own-list")?.innerText.includes("8か所"));
});

test("the update is noticed when the reader comes back to the tab", async (t) => {
  const dir = copyOfDist(t);
  const server = await startServer({ dir });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await session.offlineReady();
  changePage(dir, "second version");
  renewWorker(dir);
  await session.run(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await session.until("the bar is there", () => document.querySelector(".banner")?.innerText.includes("新しい版があります"));
});

test("an update is not taken while own figures cannot be kept", { skip: lacks("before") }, async (t) => {
  const dir = copyOfDist(t);
  const server = await startServer({ dir });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.before("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
  await session.open(`${server.url}#/indicators/3-1`);
  await session.offlineReady();
  await session.type("#own-value", "44");
  await session.type("#own-date", "令和4年度末");
  await session.click(".own-form button[type=submit]");
  await session.until("it is listed", () => document.querySelector(".own-list")?.innerText.includes("44校"));
  changePage(dir, "second version");
  renewWorker(dir);
  await session.runAsync(update);
  const born = await session.run(() => performance.timeOrigin);
  await session.until("the bar is there", () => document.querySelector(".banner:not(.banner--warning) .button") !== null);
  await session.click(".banner:not(.banner--warning) .button");
  await session.until("the reason is said", () => document.querySelector(".toast").textContent.includes("更新を見合わせました"));
  assert.equal(await session.run(() => performance.timeOrigin), born);
  assert.match(await session.text(".own-list"), /44校/);
});

test("the emergency worker takes the offline copy away and leaves own figures alone", async (t) => {
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
  await session.runAsync(() => caches.open("somebody else's").then(() => true));

  for (const twin of [".br", ".gz"]) rmSync(path.join(dir, `sw.js${twin}`));
  cpSync(fileURLToPath(new URL("../../tools/page/sw-remove.js", import.meta.url)), path.join(dir, "sw.js"));
  await session.runAsync(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true));
  await session.waitFor("the copy is gone", async () => (await session.runAsync(cacheNames)).join() === "somebody else's");
  await session.waitFor("the worker is gone", () => session.runAsync(() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)));
  assert.match(await session.text(".own-list"), /44校/);
});

test("docs/faults.md names every scenario of this file, and no other", () => {
  const here = readFileSync(fileURLToPath(import.meta.url), "utf8");
  const told = readFileSync(new URL("../../docs/faults.md", import.meta.url), "utf8");
  const names = Array.from(here.matchAll(/^ *test\((?:"(.+?)"|`(.+?)`),/gm), ([, plain, made]) => (plain ?? made).replace("${way}", "…")).slice(0, -1);
  const rows = Array.from(told.matchAll(/^\| (?!Scenario|-)(.+?) \|/gm), ([, name]) => name);
  assert.deepEqual(rows, names);
  for (const way of Object.keys(WAYS)) assert.ok(told.includes(`**${way}**`), way);
});
