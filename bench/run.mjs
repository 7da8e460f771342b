#!/usr/bin/env node
// Compares the speed of the app with other table libraries in one browser, and writes bench/RESULTS.md and bench/raw.json.
// `make bench` runs this after the release build.
//
// Environment: PARTS=loading,lists measures only these parts and keeps the other results of bench/raw.json; LOADS is how often
// `loading` opens each page; SIZES are the lengths of `lists`; APP is the folder of the app.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { figure, KEY, scenario, storageText } from "../tests/e2e/storage.mjs";
import { measureSizes, total } from "../tools/sizes.mjs";
import { load, PROFILES, visit, withBrowser } from "./browser.mjs";
import { audit } from "./lighthouse.mjs";
import { editTimes, fileTimes, filterTimes, pageChanges, scrolling, searchTimes } from "./page.mjs";
import { report } from "./report.mjs";
import { APP, buildSites, copyWithLongList, dataset, PEERS, ROOT, serve, setRows, STATIC } from "./sites.mjs";

const { SIZES = "120,1200,12000,120000", LOADS = "3" } = process.env;
const sizes = SIZES.split(",").map(Number);

/** Search words, alternating with no search, so that the number of results changes at every step. */
const WORDS = ["保", "", "保育", "", "図書", "", "道路", "", "健康", ""];

const ROWS = dataset.indicators.length;
/** How {@link load} opens pages of the app, at an address. */
const overview = { address: "", values: ".measurable__figure strong", isApp: true, search: "#site-search" };
const explorer = { address: "indicators/", values: ".indicator-row .printed-line", isApp: true, search: "#explorer-search", rows: ROWS };
const indicator = { address: "indicators/3-1/", values: ".statement .big", isApp: true, search: "#site-search" };
const peer = { address: "", values: "#table :is(td, .tabulator-cell, .ag-cell)", search: "#search", rows: ROWS };
const staticPage = { ...peer, search: undefined };

const at = ({ url }, { address, ...page }) => ({ url: url + address, ...page });

// ---- measurements ----------------------------------------------------------------------------------------------------

/** The pages whose loading is measured: [name, {page, server, worksOffline}]. */
function pagesOf(servers) {
  const { app, static: fixed, ...peers } = servers;
  return Object.entries({
    ...Object.fromEntries(Object.entries({ overview, explorer, indicator }).map(([name, page]) => [name, { server: app, page: at(app, page), worksOffline: true }])),
    ...Object.fromEntries(Object.entries(peers).map(([name, server]) => [name, { server, page: at(server, peer) }])),
    static: { server: fixed, page: at(fixed, staticPage) },
  });
}

async function measureLoading(servers) {
  const results = {};
  for (const [name, site] of pagesOf(servers)) {
    results[name] = {};
    for (const [profile, limits] of Object.entries(PROFILES)) {
      results[name][profile] = [];
      for (let run = 0; run < Number(LOADS); run++) results[name][profile].push(await visit(site, limits));
    }
    progress(`loading: ${name}`);
  }
  return results;
}

async function measureLighthouse(servers) {
  const results = {};
  for (const [name, { page }] of pagesOf(servers)) {
    results[name] = [];
    for (let run = 0; run < 3; run++) results[name].push(await audit(page.url));
    progress(`lighthouse: ${name}`);
  }
  return results;
}

/** Brotli and uncompressed sizes, and files of the first view. */
const measureWeights = ({ app, ...folders }) => ({
  app: total(measureSizes(app).filter(({ first }) => first)),
  ...Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, total(measureSizes(folder))])),
});

async function measureList(page, size) {
  return withBrowser(async (browser) => {
    const { command, inPage, processMemory } = browser;
    const { usable, complete = usable } = await load(browser, { ...page, rows: size });
    const result = { opened: complete };
    await command("HeapProfiler.collectGarbage");
    result.memory = await inPage(async () => ({ js: performance.memory.usedJSHeapSize, program: globalThis.programMemory?.buffer.byteLength ?? null, elements: document.querySelectorAll("*").length }));
    result.memory.process = processMemory();
    result.search = await inPage(searchTimes, page.search, WORDS);
    result.filter = await inPage(filterTimes, page.isApp);
    if (size === 12_000) result.scroll = await inPage(scrolling);
    return result;
  });
}

async function measureLists(servers) {
  const results = {};
  for (const size of sizes) {
    setRows(size / ROWS);
    const app = await serve(copyWithLongList(size / ROWS), { plain: true });
    results[size] = {};
    for (const [name, page] of [["app", at(app, explorer)], ...Object.entries(servers).map(([name, server]) => [name, at(server, peer)])]) {
      // Each search would take tens of seconds.
      if (name === "plain" && size > 12_000) {
        results[size][name] = { error: "skipped" };
        continue;
      }
      results[size][name] = await measureList(page, size).catch((error) => ({ error: String(error.message ?? error).split("\n")[0] }));
      const { error, search } = results[size][name];
      progress(`${size} rows: ${name}: ${error ?? `${search.length} searches`}`);
    }
    await app.stop();
  }
  setRows(1);
  return results;
}

async function measureNavigation(explorer) {
  return withBrowser(async (page) => {
    await load(page, explorer);
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
async function measureEditing(explorer) {
  return withBrowser(async (page) => {
    await load(page, explorer);
    await page.inPage(async (key, text) => localStorage.setItem(key, text), KEY, storageText(twentyScenarios(figures(["2023-03-31"]))));
    await load(page, explorer);
    return page.inPage(editTimes);
  });
}

/** Imports and exports a file with `count` figures, and makes a link of one scenario. */
async function measureFiles(explorer, count) {
  const days = Array.from({ length: 40 }, (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-28`);
  const text = storageText(twentyScenarios(figures(days).slice(0, count / 20)));
  const runs = [];
  for (let run = 0; run < 5; run++) {
    runs.push(
      await withBrowser(async (page) => {
        await load(page, explorer);
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

// ---- parts -----------------------------------------------------------------------------------------------------------

const progress = (text) => console.error(`${text}, after ${Math.round(process.uptime())} s`);

/** Serves these folders while `measure` runs with their servers. The libraries set inline styles, which our content security policy forbids. */
async function withServers(folders, options, measure) {
  const servers = {};
  for (const [name, folder] of Object.entries(folders)) servers[name] = await serve(folder, name === "app" ? options : { headers: {}, ...options });
  try {
    return await measure(servers);
  } finally {
    for (const { stop } of Object.values(servers)) await stop();
  }
}

const folders = { app: APP, ...(await buildSites()) };
const peerFolders = Object.fromEntries(Object.keys(PEERS).map((name) => [name, folders[name]]));

const PARTS = {
  weights: () => measureWeights(folders),
  loading: () => withServers(folders, {}, measureLoading),
  lighthouse: () => withServers(folders, {}, measureLighthouse),
  lists: () => withServers(peerFolders, { plain: true }, measureLists),
  app: () =>
    withServers({ app: APP }, {}, async ({ app }) => ({
      navigation: await measureNavigation(at(app, explorer)),
      editing: await measureEditing(at(app, explorer)),
      files: await measureFiles(at(app, explorer), 10_000),
    })),
  native: measureNative,
};

const chosen = process.env.PARTS?.split(",") ?? Object.keys(PARTS);
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) throw new Error(`PARTS: ${unknown} is not one of ${Object.keys(PARTS)}`);
const RAW = path.join(ROOT, "bench/raw.json");
const { parts = {} } = existsSync(RAW) ? JSON.parse(readFileSync(RAW, "utf8")) : {};
for (const name of chosen) {
  const start = performance.now();
  const results = await PARTS[name]();
  parts[name] = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim(),
    machine: `${os.cpus().length} × ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GB`,
    seconds: Math.round((performance.now() - start) / 1000),
    results,
  };
  // After each part, so that a failure loses only one.
  writeFileSync(RAW, `${JSON.stringify({ parts })}\n`);
  writeFileSync(path.join(ROOT, "bench/RESULTS.md"), report(parts));
  progress(`${name} took ${parts[name].seconds} s`);
}
