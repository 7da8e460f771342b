// Formats the results of all parts as Markdown.
import { PROFILES } from "./browser.mjs";
import { PEERS, STATIC } from "./sites.mjs";

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => {
  const all = sorted(values);
  return all.length === 0 ? null : all[Math.min(all.length - 1, Math.floor(share * all.length))];
};
const median = (values) => quantile(values, 0.5);
const ms = (value) => (value === null || value === undefined ? "—" : value >= 1000 ? `${(value / 1000).toFixed(1)} s` : value >= 100 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`);
const kb = (bytes) => `${Math.round(bytes / 1000)} KB`;
const mb = (bytes) => (bytes ? `${(bytes / 1e6).toFixed(1)} MB` : "—");
const row = (...cells) => `| ${cells.join(" | ")} |`;
const header = (...cells) => [row(...cells), row(...cells.map((_, at) => (at === 0 ? "---" : "---:")))];

const OWN_PAGES = { overview: "this app: overview", explorer: "this app: explorer", indicator: "this app: indicator 3-1" };
const ALL_PAGES = { ...OWN_PAGES, ...PEERS, ...STATIC };
const COMPARED = { app: "this app", ...PEERS };

const SECTIONS = {
  weights(weights) {
    const names = Object.keys(weights);
    return [
      "## Size of the first view (120 rows)",
      "",
      ...header("", ...names.map((name) => ({ ...COMPARED, ...STATIC })[name])),
      row("brotli", ...names.map((name) => kb(weights[name].br))),
      row("uncompressed", ...names.map((name) => kb(weights[name].raw))),
      row("files", ...names.map((name) => weights[name].files)),
    ];
  },

  loading(loading) {
    const KINDS = ["readable", "usable", "complete"];
    const VISITS = { first: "first visit", second: "second visit", offline: "network off" };
    const time = (runs, visit, kind) => ms(median(runs.flatMap((run) => run[visit]?.[kind] ?? [])));
    return [
      "## Time until a page is readable and usable (120 rows, median)",
      "",
      "From navigation. Readable: the main heading and the first values of the list are painted, with all styles. Usable: the search answers.",
      "In the explorer it first finds literal words. Complete: the program has taken over the page, after a text was typed as soon as the page could",
      "be read; other pages are usable then. The static page has the same rows as HTML with one inline style and no script: it is the limit of",
      "what is possible.",
      ...Object.entries(PROFILES).flatMap(([profile, { name }]) => [
        "",
        `### ${name}`,
        "",
        ...header("", ...Object.values(VISITS).flatMap((visit) => KINDS.map((kind) => `${kind}, ${visit}`))),
        ...Object.entries(ALL_PAGES).map(([page, title]) => row(title, ...Object.keys(VISITS).flatMap((visit) => KINDS.map((kind) => time(loading[page][profile], visit, kind))))),
      ]),
    ];
  },

  lighthouse(lighthouse) {
    const COLUMNS = {
      performance: ["performance", (score) => Math.round(score * 100)],
      accessibility: ["accessibility", (score) => Math.round(score * 100)],
      "best-practices": ["best practices", (score) => Math.round(score * 100)],
      seo: ["SEO", (score) => Math.round(score * 100)],
      "first-contentful-paint": ["first contentful paint", ms],
      "largest-contentful-paint": ["largest contentful paint", ms],
      "total-blocking-time": ["total blocking time", ms],
      "cumulative-layout-shift": ["layout shift", (shift) => shift.toFixed(3)],
    };
    return [
      "## Lighthouse (phone, its simulated slow 4G, median of three runs)",
      "",
      ...header("", ...Object.values(COLUMNS).map(([title]) => title)),
      ...Object.entries(ALL_PAGES).map(([page, title]) => row(title, ...Object.entries(COLUMNS).map(([key, [, format]]) => format(median(lighthouse[page].map((run) => run[key])))))),
    ];
  },

  lists(lists) {
    const names = Object.keys(COMPARED);
    const titles = header("", ...Object.values(COMPARED));
    const medianAndP95 = (times) => (times?.length ? `${ms(median(times.map(({ work }) => work)))} / ${ms(quantile(times.map(({ work }) => work), 0.95))}` : "—");
    const rows = (lines) =>
      Object.entries(lists).flatMap(([size, results]) => lines.map(([what, cell]) => row(`${what}, ${Number(size).toLocaleString("en-US")} rows`, ...names.map((name) => (results[name].error ? results[name].error : cell(results[name]))))));
    return [
      "## Opening lists of other lengths (no limits, files uncompressed)",
      "",
      "Opened: from navigation until the search answers. The memory is measured right after that.",
      "",
      ...titles,
      ...rows([
        ["opened", ({ opened }) => ms(opened)],
        ["WASM memory", ({ memory }) => mb(memory.program)],
        ["JavaScript memory", ({ memory }) => mb(memory.js)],
        ["memory of the page's process", ({ memory }) => mb(memory.process)],
        ["elements on the page", ({ memory }) => memory.elements],
      ]),
      "",
      "## Time from a key press or click until the result is laid out (median / 95th percentile)",
      "",
      ...titles,
      ...rows([
        ["key press", ({ search }) => medianAndP95(search)],
        ["filter", ({ filter }) => medianAndP95(filter)],
      ]),
      ...(lists[12_000] ? [row("frames over 17 ms (of 180) while scrolling 12,000 rows", ...names.map((name) => lists[12_000][name].scroll?.filter((frame) => frame > 17).length ?? "—"))] : []),
      "",
      '"Skipped": each search would take tens of seconds.',
    ];
  },

  app({ navigation: { changes, before, after }, editing, files }) {
    return [
      "## Only this app",
      "",
      ...header("", "median", "95th percentile"),
      ...[["work", "one figure saved while 20 full scenarios exist → stored, list, statuses and counts laid out"], ["drawn", "→ its chart moves"]].map(([kind, what]) => row(what, ms(median(editing.map((one) => one[kind]))), ms(quantile(editing.map((one) => one[kind]), 0.95)))),
      row("navigation → new page laid out", ms(median(changes)), ms(quantile(changes, 0.95))),
      ...[["preview", "10,000 figures: file → preview"], ["imported", "preview → imported and stored"], ["exported", "→ exported to a file"], ["linked", "one scenario of 500 figures → link"]].map(([kind, what]) => row(what, ms(median(files.map((one) => one[kind]))), "—")),
      "",
      `After 500 navigations: JavaScript memory ${mb(before.JSHeapUsedSize)} → ${mb(after.JSHeapUsedSize)}, WASM memory ${mb(before.program)} → ${mb(after.program)}, nodes ${before.Nodes} → ${after.Nodes}, listeners ${before.JSEventListeners} → ${after.JSEventListeners}, charts ${before.charts} → ${after.charts}.`,
    ];
  },

  native(native) {
    return [
      "## Native benchmarks",
      "",
      "Functions of the app compiled natively, measured with criterion (median):",
      "",
      ...header("", ...Object.keys(native)),
      row("", ...Object.values(native).map((ns) => (ns >= 1e6 ? ms(ns / 1e6) : `${(ns / 1e3).toFixed(1)} µs`))),
    ];
  },
};

/** `parts`: by name, what was measured when and where. */
export function report(parts) {
  const measured = Object.keys(SECTIONS).filter((name) => parts[name]);
  return `${[
    "# Speed, compared with other table libraries",
    "",
    "Measured by `make bench` in headless Chromium. Every page shows the same rows and columns, with a search in all of them and a filter by",
    "goal. Each library is configured as its documentation recommends for long lists (bench/peers). Numbers of different runs cannot be",
    "compared. bench/raw.json has all single measurements.",
    "",
    ...measured.flatMap((name) => [...SECTIONS[name](parts[name].results), ""]),
    "## Parts of the benchmark",
    "",
    ...header("", "date", "commit", "machine", "duration"),
    ...measured.map((name) => row(name, parts[name].date, parts[name].commit, parts[name].machine, ms(parts[name].seconds * 1000))),
  ].join("\n")}\n`;
}
