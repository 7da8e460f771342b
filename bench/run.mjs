#!/usr/bin/env node
// Compares the speed of the app with other table libraries in one browser, and writes bench/RESULTS.md and bench/raw.json.
// `make bench` runs this after the release build.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { EXPOSE_MEMORY, startEngine } from "../tests/e2e/engines.mjs";
import { compressAll, COMPRESSED } from "../tools/dist/compress.mjs";
import { listFiles } from "../tools/dist/files.mjs";
import { figure, KEY, scenario, storageText } from "../tests/e2e/storage.mjs";
import { createServer } from "../tools/serve.mjs";
import { measureSizes, total } from "../tools/sizes.mjs";
import { repeatDataset, toRows } from "./lists.mjs";
import { editTimes, fileTimes, filterTimes, HELPERS, pageChanges, scrolling, searchTimes } from "./page.mjs";
import { report } from "./report.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORK = path.join(ROOT, "target/bench");
const { APP = path.join(ROOT, "dist"), SIZES = "120,1200,12000,120000", LOADS = "5" } = process.env;
const sizes = SIZES.split(",").map(Number);
const dataset = JSON.parse(readFileSync(path.join(ROOT, "public/data/indicators.json"), "utf8"));
const PEERS = { tabulator: "Tabulator", datatables: "DataTables", aggrid: "AG Grid", plain: "plain page" };

/** Search words, alternating with no search, so that the number of results changes at every step. */
const WORDS = ["保", "", "保育", "", "図書", "", "道路", "", "健康", ""];

// ---- pages and servers -----------------------------------------------------------------------------------------------

async function buildPeer(name) {
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

/** A copy of the app with a longer list. */
function copyWithLongList(times) {
  const folder = path.join(WORK, "long");
  rmSync(folder, { recursive: true, force: true });
  cpSync(APP, folder, { recursive: true });
  for (const file of listFiles(folder).filter((name) => /^(index\.html|sw\.js|data\/list-.*)\.(br|gz)$/.test(name) || name === "sw.js")) rmSync(path.join(folder, file));
  const source = path.join(WORK, "list/indicators.json");
  mkdirSync(path.dirname(source), { recursive: true });
  writeFileSync(source, JSON.stringify(repeatDataset(dataset, times)));
  cpSync(path.join(ROOT, "public/data/words.json"), path.join(WORK, "list/words.json"));
  execFileSync("cargo", ["run", "--release", "--locked", "--quiet", "-p", "site", "--", "data", source, path.join(WORK, "list/data")], { cwd: ROOT });
  const list = listFiles(folder).find((name) => /^data\/list-.*\.bin$/.test(name));
  cpSync(path.join(WORK, "list/data/list.bin"), path.join(folder, list));
  return folder;
}

/** `plain`: without compression, which would take minutes for the longest lists. */
function serve(dir, { headers, plain = false } = {}) {
  const server = createServer({ dir, ...(headers ? { headers } : {}) });
  if (plain) server.prependListener("request", (request) => delete request.headers["accept-encoding"]);
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, stop: () => new Promise((done) => (server.close(done), server.closeAllConnections())) })));
}

// ---- the browser -----------------------------------------------------------------------------------------------------

async function withBrowser(run) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "ward-indicators-bench-"));
  const engine = await startEngine({ size: { width: 1280, height: 900 }, dark: false, fontSize: 16, folder });
  const { driver } = engine;
  await driver.manage().setTimeouts({ script: 600_000, pageLoad: 600_000 });
  const command = (name, parameters = {}) => driver.sendDevToolsCommand(name, parameters);
  const ask = (name, parameters = {}) => driver.sendAndGetDevToolsCommand(name, parameters);
  const inPage = (measurement, ...args) =>
    driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1]; ${HELPERS.join("\n")}
(${measurement}).apply(null, [].slice.call(arguments, 0, -1)).then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`,
      ...args,
    ).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  try {
    return await run({ driver, command, ask, inPage });
  } finally {
    await engine.quit();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Gives the app's page the same `bench` interface as the other pages. */
const APP_INTERFACE = `globalThis.bench ??= document.querySelector("#app[data-ready]") && document.querySelector("#explorer-search") && document.querySelector(".result-count b") && document.querySelector(".indicator-row") ? {
  count: () => Number(document.querySelector(".result-count b")?.textContent ?? 0),
  scroller: () => document.scrollingElement,
} : undefined;`;

/** Runs before the scripts of a page: records when its search is usable. */
const RECORD_USABLE = (isApp) => `${isApp ? EXPOSE_MEMORY : ""} (() => { const check = () => { ${isApp ? APP_INTERFACE : ""} if (globalThis.bench) globalThis.usable = performance.now(); else requestAnimationFrame(check); }; requestAnimationFrame(check); })();`;

const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8, uploadThroughput: (750 * 1024 * 0.9) / 8 };
const NO_LIMIT = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** Opens a page; returns the milliseconds from navigation until the first text, and until the search is usable. */
async function load({ driver, command, inPage }, url, isApp) {
  const { identifier } = await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: RECORD_USABLE(isApp) });
  await driver.get("about:blank");
  await driver.get(url);
  const times = await inPage(async () => {
    const end = performance.now() + 300_000;
    while (!globalThis.usable) {
      if (performance.now() > end) throw new Error(`timeout: not usable: ${document.body.innerText.slice(0, 200)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { text: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null, usable: globalThis.usable };
  });
  await command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  return times;
}

// ---- measurements ----------------------------------------------------------------------------------------------------

async function measureLoading(pages) {
  const results = {};
  for (const [name, { url, isApp }] of Object.entries(pages)) {
    results[name] = {};
    for (const [profile, { net, cpu }] of Object.entries({ plain: { net: NO_LIMIT, cpu: 1 }, slow: { net: FAST_3G, cpu: 4 } })) {
      const runs = { cold: [], warm: [], offline: [] };
      for (let run = 0; run < Number(LOADS); run++) {
        await withBrowser(async (page) => {
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

async function measureInteraction(url, isApp, size) {
  return withBrowser(async (page) => {
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

async function measureNavigation(url) {
  return withBrowser(async (page) => {
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

/** A figure for each indicator with one measure, on each of the days. */
const figures = (days) => dataset.indicators.filter(({ measures }) => measures?.some(({ id }) => id === "main")).flatMap(({ id, measures }) => days.map((date) => figure(id, 40, measures.find((one) => one.id === "main").unit, { date })));
const MARKS = ["diamond", "triangle", "square"];
/** The maximum number of scenarios, each with these figures. */
const twentyScenarios = (figures) => Array.from({ length: 20 }, (_, at) => scenario(at === 0 ? "mine" : `s-${at}`, `想定${at}`, MARKS[at % MARKS.length], figures));

/** Edits a figure while twenty full scenarios exist. */
async function measureEditing(url) {
  return withBrowser(async (page) => {
    await load(page, url, true);
    await page.inPage(async (key, text) => localStorage.setItem(key, text), KEY, storageText(twentyScenarios(figures(["2023-03-31"]))));
    await load(page, url, true);
    return page.inPage(editTimes);
  });
}

/** Imports and exports a file with `count` figures, and makes a link of one scenario. */
async function measureFiles(url, count) {
  const days = Array.from({ length: 40 }, (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-28`);
  const text = storageText(twentyScenarios(figures(days).slice(0, count / 20)));
  const runs = [];
  for (let run = 0; run < 5; run++) {
    runs.push(
      await withBrowser(async (page) => {
        await load(page, url, true);
        return page.inPage(fileTimes, text);
      }),
    );
  }
  return runs;
}

/** Median nanoseconds of each benchmark in bench/native, by name. */
function measureNative() {
  const target = path.join(ROOT, "target/bench-native");
  execFileSync("cargo", ["bench", "--locked", "--quiet"], { cwd: path.join(ROOT, "bench/native"), stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CARGO_TARGET_DIR: target } });
  const names = execFileSync("cargo", ["run", "--locked", "--quiet", "--release", "--bin", "count"], { cwd: path.join(ROOT, "bench/native"), encoding: "utf8", env: { ...process.env, CARGO_TARGET_DIR: target } });
  const median = (name) => JSON.parse(readFileSync(path.join(target, "criterion", name, "new/estimates.json"), "utf8")).median.point_estimate;
  return Object.fromEntries(names.trim().split("\n").map((name) => [name, median(name)]));
}

// ---- main ------------------------------------------------------------------------------------------------------------

const run = {
  date: new Date().toISOString(),
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim(),
  machine: `${os.cpus().length} × ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GB`,
  sizes,
  peers: PEERS,
  weights: {},
  interaction: {},
};
const folders = {};
for (const name of Object.keys(PEERS)) folders[name] = await buildPeer(name);

const setRows = async (times) => {
  for (const folder of Object.values(folders)) {
    writeFileSync(path.join(folder, "rows.json"), JSON.stringify(toRows(repeatDataset(dataset, times))));
    for (const file of listFiles(folder).filter((name) => COMPRESSED.test(name))) rmSync(path.join(folder, file));
  }
};

await setRows(1);
for (const folder of Object.values(folders)) await compressAll(folder);
run.weights.app = total(measureSizes(APP).filter(({ first }) => first));
for (const [name, folder] of Object.entries(folders)) run.weights[name] = total(measureSizes(folder));

// The other libraries set inline styles, which our content security policy forbids.
const servers = { app: await serve(APP) };
for (const [name, folder] of Object.entries(folders)) servers[name] = await serve(folder, { headers: {} });
const explorer = "indicators/";
if (Number(LOADS) > 0) run.loading = await measureLoading(Object.fromEntries(Object.entries(servers).map(([name, { url }]) => [name, { url: name === "app" ? url + explorer : url, isApp: name === "app" }])));
run.navigation = await measureNavigation(servers.app.url + explorer);
run.editing = await measureEditing(servers.app.url + explorer);
run.files = await measureFiles(servers.app.url + explorer, 10_000);

for (const { stop } of Object.values(servers)) await stop();
for (const [name, folder] of Object.entries(folders)) servers[name] = await serve(folder, { headers: {}, plain: true });
delete servers.app;
for (const size of sizes) {
  await setRows(size / dataset.indicators.length);
  const app = await serve(copyWithLongList(size / dataset.indicators.length), { plain: true });
  run.interaction[size] = {};
  for (const [name, url] of [["app", app.url + explorer], ...Object.keys(PEERS).map((name) => [name, servers[name].url])]) {
    // Each search would take tens of seconds.
    if (name === "plain" && size > 12_000) {
      run.interaction[size][name] = { error: "skipped" };
      continue;
    }
    run.interaction[size][name] = await measureInteraction(url, name === "app", size).catch((error) => ({ error: String(error.message ?? error).split("\n")[0] }));
    const { error, search } = run.interaction[size][name];
    console.error(`${size} rows: ${name} ${error ?? `${search.length} searches`} after ${Math.round(process.uptime())} s`);
  }
  await app.stop();
}
for (const { stop } of Object.values(servers)) await stop();
run.native = measureNative();
writeFileSync(path.join(ROOT, "bench/raw.json"), `${JSON.stringify(run)}\n`);
writeFileSync(path.join(ROOT, "bench/RESULTS.md"), report(run));
console.error("wrote bench/RESULTS.md");
