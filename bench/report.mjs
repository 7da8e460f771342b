// The table of a run, in Markdown.

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
const head = (...cells) => [row(...cells), row(...cells.map((_, at) => (at === 0 ? "---" : "---:")))];

export function report(run) {
  const names = { app: "this app", ...run.peers };
  const all = Object.keys(names);
  const pair = (times) => (times?.length ? `${ms(median(times.map(({ work }) => work)))} / ${ms(quantile(times.map(({ work }) => work), 0.95))}` : "—");
  const lines = [
    "# How fast, beside the peers",
    "",
    `One run of \`make bench\` in headless Chromium, ${run.date.slice(0, 10)}, commit ${run.commit}, ${run.machine}. Every page shows the same rows and`,
    "columns with a search over all of them and a choice of goal; each peer is set up as its documentation advises for long lists (bench/peers).",
    "Only figures of one run may be compared; all single measurements are in bench/raw.json.",
    "",
    "## What the first view weighs (120 rows)",
    "",
    ...head("", ...all.map((name) => names[name])),
    row("brotli", ...all.map((name) => kb(run.weights[name].br))),
    row("as it is", ...all.map((name) => kb(run.weights[name].raw))),
    row("files", ...all.map((name) => run.weights[name].files)),
    "",
    "## Until the search answers (120 rows, median)",
    "",
    ...head("", ...all.map((name) => names[name])),
  ];
  for (const [profile, words] of [["plain", "no limits"], ["slow", "fast 3G, CPU 4 times slower"]]) {
    for (const [kind, what] of [["cold", "first visit"], ["warm", "second visit"], ["offline", "network off"]]) {
      lines.push(row(`${what}, ${words}`, ...all.map((name) => ms(median(run.loading[name][profile][kind].map(({ usable }) => usable))))));
    }
    lines.push(row(`first text, first visit, ${words}`, ...all.map((name) => ms(median(run.loading[name][profile].cold.map(({ text }) => text).filter((text) => text !== null))))));
  }
  lines.push("", "## From a key press or click to the result, laid out (median / 95 of 100)", "", ...head("", ...all.map((name) => names[name])));
  for (const size of run.sizes) {
    for (const [kind, what] of [["search", "key press"], ["filter", "filter"]]) {
      lines.push(row(`${what}, ${size.toLocaleString("en-US")} rows`, ...all.map((name) => (run.working[size][name].fault ? "given up" : pair(run.working[size][name][kind])))));
    }
    lines.push(row(`list read, ${size.toLocaleString("en-US")} rows`, ...all.map((name) => ms(run.working[size][name].loaded))));
    lines.push(row(`memory of scripts and program, ${size.toLocaleString("en-US")} rows`, ...all.map((name) => megabytes(run.working[size][name].memory))));
    lines.push(row(`elements in the page, ${size.toLocaleString("en-US")} rows`, ...all.map((name) => run.working[size][name].memory?.elements ?? "—")));
  }
  const scrolled = run.working[12_000];
  if (scrolled) {
    lines.push(row("frames over 17 ms of 180, scrolling 12,000 rows", ...all.map((name) => scrolled[name].scroll?.filter((frame) => frame > 17).length ?? "—")));
  }
  lines.push("", "\"Given up\": what takes tens of seconds a press is not waited for.");
  const { changes, before, after } = run.living;
  lines.push(
    "",
    "## This app alone",
    "",
    ...head("", "median", "95 of 100"),
    ...[["work", "one figure written down beside 20 full scenarios → kept, list, statuses and counts laid out"], ["drawn", "→ its drawing moves"]].map(([kind, what]) => row(what, ms(median(run.editing.map((one) => one[kind]))), ms(quantile(run.editing.map((one) => one[kind]), 0.95)))),
    row("page change → new page laid out", ms(median(changes)), ms(quantile(changes, 0.95))),
    ...[["preview", "10,000 figures: file → preview"], ["taken", "preview → taken in and stored"], ["written", "→ file written"], ["linked", "one scenario of 500 figures → link"]].map(([kind, what]) => row(what, ms(median(run.files.map((one) => one[kind]))), "—")),
    "",
    `After 500 page changes: JavaScript memory ${mb(before.JSHeapUsedSize)} → ${mb(after.JSHeapUsedSize)}, the program's ${mb(before.program)} → ${mb(after.program)}, nodes ${before.Nodes} → ${after.Nodes}, listeners ${before.JSEventListeners} → ${after.JSEventListeners}, drawings ${before.charts} → ${after.charts}.`,
    "",
    "## Without a browser",
    "",
    "The same functions natively, timed by criterion (median):",
    "",
    ...head("", ...Object.keys(run.native)),
    row("", ...Object.values(run.native).map((ns) => (ns >= 1e6 ? ms(ns / 1e6) : `${(ns / 1e3).toFixed(1)} µs`))),
    "",
  );
  return `${lines.join("\n")}\n`;
}
