// The documents match the repository.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { engineTable } from "../../tools/engine-table.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (name) => readFileSync(path.join(ROOT, name), "utf8");

test("docs/checklist.md has all 27 items, at least 20 with existing tests", () => {
  const items = Array.from(read("docs/checklist.md").matchAll(/^\| ([A-E]\d+) \|.+\| (.+?) \|$/gm), ([, item, proof]) => ({ item, proof }));
  const expected = Object.entries({ A: 6, B: 10, C: 2, D: 5, E: 4 }).flatMap(([part, count]) => Array.from({ length: count }, (_, at) => `${part}${at + 1}`));
  assert.deepEqual(
    items.map(({ item }) => item),
    expected,
  );
  const proven = items.filter(({ proof }) => proof !== "judged");
  assert.ok(proven.length >= 20, `${proven.length}`);
  for (const { item, proof } of proven) {
    for (const one of proof.split("<br>")) {
      const [, file, name] = one.match(/^`((?:crates\/\w+\/)?tests\/\S+)`: (.+)$/) ?? [];
      assert.ok(file, `${item}: ${one}`);
      const declarations = file.endsWith(".rs") ? [`#[test]\nfn ${name}()`] : [`test("${name}"`, `test(\`${name}\``];
      assert.ok(declarations.some((declaration) => read(file).includes(declaration)), `${item}: ${file} has no test 「${name}」`);
    }
  }
});

test("the table of engines has counts, results and reasons for tests that were not run", () => {
  const table = engineTable({
    chromium: {
      day: "2026-01-31",
      version: "Chromium 1",
      lacks: [],
      outcomes: [
        { file: "b.test.mjs", name: "one | two", outcome: "passed" },
        { file: "a.test.mjs", name: "three", outcome: "failed" },
      ],
    },
    webkit: { day: "2026-02-01", version: "WebKit 2", lacks: ["this driver cannot print"], outcomes: [{ file: "b.test.mjs", name: "one | two", outcome: "this driver cannot print" }] },
  });
  for (const line of [
    "|  | Chromium 1 | WebKit 2 |",
    "| run on | 2026-01-31 | 2026-02-01 |",
    "| passed | 1 | 0 |",
    "| failed | 1 | 0 |",
    "| not run | 0 | 1 |",
    "1. webkit: this driver cannot print",
    "| one \\| two | ✓ | not run (1) |",
    "| three | **fails** |  |",
  ]) {
    assert.ok(table.includes(`\n${line}\n`), `${line}\n${table}`);
  }
  assert.ok(table.indexOf("## a.test.mjs") < table.indexOf("## b.test.mjs"));
});

/** The documents that people write; docs/engines.md is generated. */
const DOCUMENTS = ["README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
  readdirSync(path.join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md") && name !== "engines.md")
    .map((name) => `docs/${name}`),
);

/** The texts in backticks of a document, without code blocks. */
const codeSpans = (name) => Array.from(read(name).replace(/^```[^]*?^```/gm, "").matchAll(/`([^`\n]+)`/g), ([, code]) => code);

test("links in documents lead to existing files", () => {
  for (const name of DOCUMENTS) {
    for (const [, target] of read(name).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
      assert.ok(existsSync(path.join(ROOT, path.dirname(name), target)), `${name}: ${target}`);
    }
  }
});

test("paths in documents exist", () => {
  const isPath = (code) => /^(bench|crates|docs|fuzz|public|src|style|tests|tools|words)\/[\w./-]*$/.test(code);
  const missing = (name) => codeSpans(name).filter((code) => isPath(code) && !existsSync(path.join(ROOT, code)));
  assert.deepEqual(DOCUMENTS.flatMap((name) => missing(name).map((code) => `${name}: ${code}`)), []);
});

test("names of code in README.md and docs/architecture.md exist", () => {
  const files = ["src", "crates"].flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true }).map((name) => path.join(folder, name)));
  const words = new Set(files.filter((name) => name.endsWith(".rs")).flatMap((name) => read(name).match(/\w+/g)));
  const missing = (name) => codeSpans(name).filter((code) => /^\w+(::\w+)*(\(\w*\))?$/.test(code) && !code.match(/\w+/g).every((word) => words.has(word)));
  assert.deepEqual(["README.md", "docs/architecture.md"].flatMap((name) => missing(name).map((code) => `${name}: ${code}`)), []);
});

test("names are in the files that documents give for them", () => {
  for (const name of DOCUMENTS) {
    for (const [, code, file] of read(name).matchAll(/`(\w+(?:::\w+)*)`(?: and `\w+(?:::\w+)*`)?\s(?:in|\()\s?`([\w/-]+\/[\w-]+\.rs)`/g)) {
      const words = read(file).match(/\w+/g);
      for (const word of code.split("::")) assert.ok(words.includes(word), `${name}: ${code} is not in ${file}`);
    }
  }
});
