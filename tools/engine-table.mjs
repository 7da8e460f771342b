// docs/engines.md: which scenario was run on which engine, and why one was not.

const row = (...cells) => `| ${cells.join(" | ")} |`;

/**
 * @param results  by engine: the day of the run, as 2026-01-31, its version as it says it, the reasons why it lacks
 *   something, and the outcomes in the order of the run, each {file, name, outcome: "passed" | "failed" | the reason why it
 *   was not run}
 * @returns {string} Markdown
 */
export function engineTable(results) {
  const engines = Object.keys(results);
  const all = engines.flatMap((engine) => results[engine].outcomes.map((one) => ({ engine, ...one })));
  const whys = [...engines.flatMap((engine) => results[engine].lacks), ...all.map(({ outcome }) => outcome)];
  const reasons = [...new Set(whys)].filter((why) => why !== "passed" && why !== "failed");
  const mark = (outcome) => (outcome === "passed" ? "✓" : outcome === "failed" ? "**fails**" : outcome === undefined ? "" : `not run (${reasons.indexOf(outcome) + 1})`);
  const count = (engine, test) => results[engine].outcomes.filter(({ outcome }) => test(outcome)).length;
  const lines = [
    "# Three engines",
    "",
    "Written by `make test-browsers`: the same end-to-end scenarios on every engine, one after another. `make test` runs those of Chromium.",
    "",
    row("", ...engines.map((engine) => results[engine].version)),
    row("---", ...engines.map(() => "---:")),
    row("run on", ...engines.map((engine) => results[engine].day)),
    row("passed", ...engines.map((engine) => count(engine, (outcome) => outcome === "passed"))),
    row("failed", ...engines.map((engine) => count(engine, (outcome) => outcome === "failed"))),
    row("not run", ...engines.map((engine) => count(engine, (outcome) => reasons.includes(outcome)))),
    "",
    "What an engine lacks, and why a scenario is therefore not run, or runs without a part:",
    "",
    ...reasons.map((reason, at) => `${at + 1}. ${engines.filter((engine) => results[engine].lacks.includes(reason)).join(", ")}: ${reason}`),
  ];
  for (const file of [...new Set(all.map(({ file }) => file))].sort()) {
    lines.push("", `## ${file}`, "", row("scenario", ...engines), row("---", ...engines.map(() => "---")));
    for (const name of new Set(all.filter((one) => one.file === file).map(({ name }) => name))) {
      lines.push(row(name.replaceAll("|", "\\|"), ...engines.map((engine) => mark(all.find((one) => one.engine === engine && one.file === file && one.name === name)?.outcome))));
    }
  }
  return `${lines.join("\n")}\n`;
}
