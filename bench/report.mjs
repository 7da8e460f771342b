// Formats the results of a run as Markdown.

const sorted = (values) => [...values].sort((a, b) => a - b);
export const quantile = (values, share) => {
  const all = sorted(values);
  return all.length === 0 ? null : all[Math.min(all.length - 1, Math.floor(share * all.length))];
};
const median = (values) => quantile(values, 0.5);
const ms = (value) => (value === null || value === undefined ? "—" : value >= 1000 ? `${(value / 1000).toFixed(1)} s` : value >= 100 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`);
const kb = (bytes) => `${Math.round(bytes / 1000)} KB`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const megabytes = (memory) => (memory ? mb(memory.js + (memory.program ?? 0)) : "—");
const row = (...cells) => `| ${cells.join(" | ")} |`;
const header = (...cells) => [row(...cells), row(...cells.map((_, at) => (at === 0 ? "---" : "---:")))];

export function report(run) {
  const names = { app: "this app", ...run.peers };
  const all = Object.keys(names);
  const medianAndP95 = (times) => (times?.length ? `${ms(median(times.map(({ work }) => work)))} / ${ms(quantile(times.map(({ work }) => work), 0.95))}` : "—");
  const lines = [
    "# Speed, compared with other table libraries",
    "",
    `One run of \`make bench\` in headless Chromium, ${run.date.slice(0, 10)}, commit ${run.commit}, ${run.machine}. Every page shows the same rows and`,
    "columns, with a search in all of them and a filter by goal. Each library is configured as its documentation recommends for long lists (bench/peers).",
    "Numbers of different runs cannot be compared. bench/raw.json has all single measurements.",
    "",
    "## Size of the first view (120 rows)",
    "",
    ...header("", ...all.map((name) => names[name])),
    row("brotli", ...all.map((name) => kb(run.weights[name].br))),
    row("uncompressed", ...all.map((name) => kb(run.weights[name].raw))),
    row("files", ...all.map((name) => run.weights[name].files)),
    "",
    "## Time until the search is usable (120 rows, median)",
    "",
    ...header("", ...all.map((name) => names[name])),
  ];
  for (const [profile, limits] of [["plain", "no limits"], ["slow", "fast 3G, CPU 4 times slower"]]) {
    for (const [kind, what] of [["cold", "first visit"], ["warm", "second visit"], ["offline", "network off"]]) {
      lines.push(row(`${what}, ${limits}`, ...all.map((name) => ms(median(run.loading[name][profile][kind].map(({ usable }) => usable))))));
    }
    lines.push(row(`first text, first visit, ${limits}`, ...all.map((name) => ms(median(run.loading[name][profile].cold.map(({ text }) => text).filter((text) => text !== null))))));
  }
  lines.push("", "## Time from a key press or click until the result is laid out (median / 95th percentile)", "", ...header("", ...all.map((name) => names[name])));
  for (const size of run.sizes) {
    for (const [kind, what] of [["search", "key press"], ["filter", "filter"]]) {
      lines.push(row(`${what}, ${size.toLocaleString("en-US")} rows`, ...all.map((name) => (run.interaction[size][name].error ? "skipped" : medianAndP95(run.interaction[size][name][kind])))));
    }
    lines.push(row(`list loaded, ${size.toLocaleString("en-US")} rows`, ...all.map((name) => ms(run.interaction[size][name].loaded))));
    lines.push(row(`memory of JavaScript and WASM, ${size.toLocaleString("en-US")} rows`, ...all.map((name) => megabytes(run.interaction[size][name].memory))));
    lines.push(row(`elements on the page, ${size.toLocaleString("en-US")} rows`, ...all.map((name) => run.interaction[size][name].memory?.elements ?? "—")));
  }
  const scrolled = run.interaction[12_000];
  if (scrolled) {
    lines.push(row("frames over 17 ms (of 180) while scrolling 12,000 rows", ...all.map((name) => scrolled[name].scroll?.filter((frame) => frame > 17).length ?? "—")));
  }
  lines.push("", "\"Skipped\": each search would take tens of seconds.");
  const { changes, before, after } = run.navigation;
  lines.push(
    "",
    "## Only this app",
    "",
    ...header("", "median", "95th percentile"),
    ...[["work", "one figure saved while 20 full scenarios exist → stored, list, statuses and counts laid out"], ["drawn", "→ its chart moves"]].map(([kind, what]) => row(what, ms(median(run.editing.map((one) => one[kind]))), ms(quantile(run.editing.map((one) => one[kind]), 0.95)))),
    row("navigation → new page laid out", ms(median(changes)), ms(quantile(changes, 0.95))),
    ...[["preview", "10,000 figures: file → preview"], ["imported", "preview → imported and stored"], ["exported", "→ exported to a file"], ["linked", "one scenario of 500 figures → link"]].map(([kind, what]) => row(what, ms(median(run.files.map((one) => one[kind]))), "—")),
    "",
    `After 500 navigations: JavaScript memory ${mb(before.JSHeapUsedSize)} → ${mb(after.JSHeapUsedSize)}, WASM memory ${mb(before.program)} → ${mb(after.program)}, nodes ${before.Nodes} → ${after.Nodes}, listeners ${before.JSEventListeners} → ${after.JSEventListeners}, charts ${before.charts} → ${after.charts}.`,
    "",
    "## Native benchmarks",
    "",
    "Functions of the app compiled natively, measured with criterion (median):",
    "",
    ...header("", ...Object.keys(run.native)),
    row("", ...Object.values(run.native).map((ns) => (ns >= 1e6 ? ms(ns / 1e6) : `${(ns / 1e3).toFixed(1)} µs`))),
    "",
  );
  return `${lines.join("\n")}\n`;
}
