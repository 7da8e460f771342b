#!/usr/bin/env node
// Measures the app beside its peers in one browser on one machine in one run, and writes bench/RESULTS.md and
// bench/raw.json. Run by `make bench`, after the release build and the build for longer lists.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { KEEP_MEMORY, startEngine } from "../tests/e2e/engines.mjs";
import { compressAll } from "../tools/dist/compress.mjs";
import { listFiles } from "../tools/dist/files.mjs";
import { figure, KEY, scenario, stored } from "../tests/e2e/own.mjs";
import { createServer } from "../tools/serve.mjs";
import { repeated, rowsOf } from "./lists.mjs";
import { editing, filterTimes, ownFiles, pageChanges, scrolling, searchTimes } from "./page.mjs";
import { report } from "./report.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORK = path.join(ROOT, "target/bench");
const { APP = path.join(ROOT, "dist"), LONG_APP = path.join(WORK, "app"), SIZES = "120,1200,12000,120000", LOADS = "5" } = process.env;
const sizes = SIZES.split(",").map(Number);
const dataset = JSON.parse(readFileSync(path.join(ROOT, "public/data/indicators.json"), "utf8"));
const PEERS = { tabulator: "Tabulator", datatables: "DataTables", aggrid: "AG Grid", plain: "plain page" };

/** Words that are found, each between two views of the whole list, so that the number of hits changes at every step. */
const WORDS = ["保", "", "保育", "", "図書", "", "道路", "", "健康", ""];

// ---- what is served ---------------------------------------------------------------------------------------------------

async function peerPage(name) {
  const folder = path.join(WORK, name);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [path.join(ROOT, "bench/peers", `${name}.js`)],
    bundle: true,
    minify: true,
    format: "esm",
    outfile: path.join(folder, "app.js"),
    nodePaths: [path.join(ROOT, "bench/node_modules")],
    loader: { ".png": "dataurl" },
    logLevel: "error",
  });
  const style = existsSync(path.join(folder, "app.css")) ? '<link rel="stylesheet" href="app.css">' : "";
  writeFileSync(
    path.join(folder, "index.html"),
    `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${PEERS[name]}</title>${style}` +
      `<h1>指標一覧</h1><p><input id="search" aria-label="検索"> <select id="goal" aria-label="基本目標"></select></p><div id="table"></div><script type="module" src="app.js"></script></html>`,
  );
  return folder;
}

/** The app that takes a longer list from the page. */
function longApp(times) {
  const folder = path.join(WORK, "long");
  rmSync(folder, { recursive: true, force: true });
  cpSync(LONG_APP, folder, { recursive: true });
  for (const file of listFiles(folder).filter((name) => /^(index\.html|sw\.js)\.(br|gz)$/.test(name) || name === "sw.js")) rmSync(path.join(folder, file));
  writeFileSync(path.join(folder, "list.js"), `globalThis.benchList = ${JSON.stringify(JSON.stringify(repeated(dataset, times)))};`);
  const page = path.join(folder, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("<link rel=\"stylesheet\"", '<script src="list.js"></script><link rel="stylesheet"'));
  return folder;
}

/** `plain`: without compression, which would take minutes for the longest lists. */
function serve(dir, { headers, plain = false } = {}) {
  const server = createServer({ dir, ...(headers ? { headers } : {}) });
  if (plain) server.prependListener("request", (request) => delete request.headers["accept-encoding"]);
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, stop: () => new Promise((done) => (server.close(done), server.closeAllConnections())) })));
}

// ---- the browser ------------------------------------------------------------------------------------------------------

async function browser(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "ward-indicators-bench-"));
  const engine = await startEngine({ size: { width: 1280, height: 900 }, dark: false, letters: 16, folder });
  const { driver } = engine;
  await driver.manage().setTimeouts({ script: 600_000, pageLoad: 600_000 });
  const command = (name, parameters = {}) => driver.sendDevToolsCommand(name, parameters);
  const ask = (name, parameters = {}) => driver.sendAndGetDevToolsCommand(name, parameters);
  const inPage = (work, ...args) =>
    driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1]; (${work}).apply(null, [].slice.call(arguments, 0, -1)).then((value) => done({ value }), (fault) => done({ fault: String(fault?.stack ?? fault) }));`,
      ...args,
    ).then(({ value, fault }) => {
      if (fault) throw new Error(fault);
      return value;
    });
  try {
    return await work({ driver, command, ask, inPage });
  } finally {
    await engine.quit();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** In the page: what the app answers, in the words of the peers' pages. */
const APP_ANSWERS = `globalThis.bench ??= document.querySelector("#explorer-search") && document.querySelector(".result-count b") && document.querySelector(".indicator-row") ? {
  count: () => Number(document.querySelector(".result-count b")?.textContent ?? 0),
  scroller: () => document.scrollingElement,
} : undefined;`;

/** Runs before a page's own scripts: notes when the search can first answer. */
const WATCH = (isApp) => `${isApp ? KEEP_MEMORY : ""} (() => { const look = () => { ${isApp ? APP_ANSWERS : ""} if (globalThis.bench) globalThis.usable = performance.now(); else requestAnimationFrame(look); }; requestAnimationFrame(look); })();`;

const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8, uploadThroughput: (750 * 1024 * 0.9) / 8 };
const NO_LIMIT = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** Opens a page and waits until it is usable: milliseconds since navigation to the first text and to that. */
async function load({ driver, command, inPage }, url, isApp) {
  const { identifier } = await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: WATCH(isApp) });
  await driver.get("about:blank");
  await driver.get(url);
  const times = await inPage(async () => {
    const end = performance.now() + 300_000;
    while (!globalThis.usable) {
      if (performance.now() > end) throw new Error(`never usable: ${document.body.innerText.slice(0, 200)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { text: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null, usable: globalThis.usable };
  });
  await command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  return times;
}

// ---- what is measured -------------------------------------------------------------------------------------------------

async function loading(pages) {
  const results = {};
  for (const [name, { url, isApp, stop }] of Object.entries(pages)) {
    results[name] = {};
    for (const [profile, { net, cpu }] of Object.entries({ plain: { net: NO_LIMIT, cpu: 1 }, slow: { net: FAST_3G, cpu: 4 } })) {
      const runs = { cold: [], warm: [], offline: [] };
      for (let run = 0; run < Number(LOADS); run++) {
        await browser(async (page) => {
          await page.command("Network.enable");
          const limit = async () => {
            await page.command("Network.emulateNetworkConditions", net);
            await page.command("Emulation.setCPUThrottlingRate", { rate: cpu });
          };
          await limit();
          runs.cold.push(await load(page, url, isApp));
          if (isApp) {
            await page.command("Network.emulateNetworkConditions", NO_LIMIT);
            await page.inPage(async () => {
              await navigator.serviceWorker.ready;
              while (!(await caches.keys()).length) await new Promise((resolve) => setTimeout(resolve, 50));
            });
            await limit();
          }
          runs.warm.push(await load(page, url, isApp));
          if (isApp) {
            await page.command("Network.emulateNetworkConditions", { ...net, offline: true });
            runs.offline.push(await load(page, url, isApp));
          }
        });
      }
      results[name][profile] = runs;
    }
    console.error(`loading: ${name} after ${Math.round(process.uptime())} s`);
  }
  return results;
}

async function working(name, url, isApp, size) {
  return browser(async (page) => {
    const result = { loaded: (await load(page, url, isApp)).usable };
    const field = isApp ? "#explorer-search" : "#search";
    result.search = await page.inPage(searchTimes, field, WORDS);
    result.filter = await page.inPage(filterTimes, isApp);
    if (size === 12_000) result.scroll = await page.inPage(scrolling);
    await page.command("HeapProfiler.collectGarbage");
    result.memory = await page.inPage(async () => ({ js: performance.memory.usedJSHeapSize, program: globalThis.programMemory?.buffer.byteLength ?? null, elements: document.querySelectorAll("*").length }));
    return result;
  });
}

async function living(url) {
  return browser(async (page) => {
    await load(page, url, true);
    const metrics = async () => {
      await page.command("HeapProfiler.collectGarbage");
      await page.command("Performance.enable");
      const { metrics } = await page.ask("Performance.getMetrics");
      const more = await page.inPage(async () => ({ program: programMemory.buffer.byteLength, charts: document.querySelectorAll("[_echarts_instance_]").length }));
      return Object.assign(more, Object.fromEntries(metrics.filter(({ name }) => ["JSHeapUsedSize", "Nodes", "JSEventListeners"].includes(name)).map(({ name, value }) => [name, value])));
    };
    const changes = [];
    await page.inPage(pageChanges, 50);
    const before = await metrics();
    changes.push(...(await page.inPage(pageChanges, 500)));
    return { changes, before, after: await metrics() };
  });
}

/** Every indicator that one number measures, on as many days. */
const figures = (days) => dataset.indicators.filter(({ measures }) => measures?.some(({ id }) => id === "main")).flatMap(({ id, measures }) => days.map((date) => figure(id, 40, measures.find((one) => one.id === "main").unit, { date })));
const MARKS = ["diamond", "triangle", "square"];
/** As many scenarios as there may be, with these figures each. */
const twenty = (figures) => Array.from({ length: 20 }, (_, at) => scenario(at === 0 ? "mine" : `s-${at}`, `想定${at}`, MARKS[at % MARKS.length], figures));

/** One figure written down beside twenty full scenarios. */
async function edited(url) {
  return browser(async (page) => {
    await load(page, url, true);
    await page.inPage(async (key, text) => localStorage.setItem(key, text), KEY, stored(twenty(figures(["2023-03-31"]))));
    await load(page, url, true);
    return page.inPage(editing);
  });
}

/** Own figures in and out of files, as many as asked for, and one scenario of them as a link. */
async function carried(url, count) {
  const days = Array.from({ length: 40 }, (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-28`);
  const text = stored(twenty(figures(days).slice(0, count / 20)));
  const runs = [];
  for (let run = 0; run < 5; run++) {
    runs.push(
      await browser(async (page) => {
        await load(page, url, true);
        return page.inPage(ownFiles, text);
      }),
    );
  }
  return runs;
}

/** Median nanoseconds of each pure function, by name. */
function native() {
  const target = path.join(ROOT, "target/bench-native");
  execFileSync("cargo", ["bench", "--locked", "--quiet"], { cwd: path.join(ROOT, "bench/native"), stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CARGO_TARGET_DIR: target } });
  const names = execFileSync("cargo", ["run", "--locked", "--quiet", "--release", "--bin", "count"], { cwd: path.join(ROOT, "bench/native"), encoding: "utf8", env: { ...process.env, CARGO_TARGET_DIR: target } });
  const median = (name) => JSON.parse(readFileSync(path.join(target, "criterion", name, "new/estimates.json"), "utf8")).median.point_estimate;
  return Object.fromEntries(names.trim().split("\n").map((name) => [name, median(name)]));
}

// ---- all together -----------------------------------------------------------------------------------------------------

async function weights(folder, isApp) {
  const firstView = isApp ? /^(index\.html|assets\/.*\.(css|js)|assets\/(app|first-.*)-[0-9a-f]+\.wasm)$/ : /./;
  const files = listFiles(folder).filter((name) => !/\.(br|gz)$/.test(name) && firstView.test(name));
  const size = (name) => readFileSync(path.join(folder, name)).length;
  return { files: files.length, raw: files.reduce((sum, name) => sum + size(name), 0), br: files.reduce((sum, name) => sum + size(`${name}.br`), 0) };
}

const run = { date: new Date().toISOString(), commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim(), machine: `${os.cpus().length} × ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GB`, sizes, peers: PEERS, weights: {}, working: {} };
const folders = {};
for (const name of Object.keys(PEERS)) folders[name] = await peerPage(name);

const setRows = async (times) => {
  for (const folder of Object.values(folders)) {
    writeFileSync(path.join(folder, "rows.json"), JSON.stringify(rowsOf(repeated(dataset, times))));
    for (const file of listFiles(folder).filter((one) => /\.(br|gz)$/.test(one))) rmSync(path.join(folder, file));
  }
};

await setRows(1);
for (const folder of Object.values(folders)) await compressAll(folder);
run.weights.app = await weights(APP, true);
for (const [name, folder] of Object.entries(folders)) run.weights[name] = await weights(folder, false);

// The peers set styles in ways our policy forbids; they are served without it.
const servers = { app: await serve(APP) };
for (const [name, folder] of Object.entries(folders)) servers[name] = await serve(folder, { headers: {} });
const list = "#/indicators";
if (Number(LOADS) > 0) run.loading = await loading(Object.fromEntries(Object.entries(servers).map(([name, { url }]) => [name, { url: name === "app" ? url + list : url, isApp: name === "app" }])));
run.living = await living(servers.app.url + list);
run.editing = await edited(servers.app.url + list);
run.files = await carried(servers.app.url + list, 10_000);

for (const { stop } of Object.values(servers)) await stop();
for (const [name, folder] of Object.entries(folders)) servers[name] = await serve(folder, { headers: {}, plain: true });
delete servers.app;
for (const size of sizes) {
  await setRows(size / dataset.indicators.length);
  const app = await serve(longApp(size / dataset.indicators.length), { plain: true });
  run.working[size] = {};
  for (const [name, url] of [["app", app.url + list], ...Object.keys(PEERS).map((name) => [name, servers[name].url])]) {
    // One press takes it tens of seconds.
    if (name === "plain" && size > 12_000) {
      run.working[size][name] = { fault: "given up" };
      continue;
    }
    run.working[size][name] = await working(name, url, name === "app", size).catch((fault) => ({ fault: String(fault.message ?? fault).split("\n")[0] }));
    const { fault, search } = run.working[size][name];
    console.error(`${size} rows: ${name} ${fault ?? `${search.length} searches`} after ${Math.round(process.uptime())} s`);
  }
  await app.stop();
}
for (const { stop } of Object.values(servers)) await stop();
run.native = native();
writeFileSync(path.join(ROOT, "bench/raw.json"), `${JSON.stringify(run)}\n`);
writeFileSync(path.join(ROOT, "bench/RESULTS.md"), report(run));
console.error("written: bench/RESULTS.md");
