// The build rejects an invalid dataset.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function build(dataset, dist) {
  return spawnSync(path.join(ROOT, "tools/build.sh"), ["release"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, DATASET: dataset, DIST: dist },
  });
}

test("an invalid dataset stops the build and all errors are listed", (t) => {
  const dist = mkdtempSync(path.join(tmpdir(), "ward-indicators-dist-"));
  t.after(() => rmSync(dist, { recursive: true, force: true }));
  const { status, stdout, stderr } = build("tests/fixtures/broken.json", dist);
  assert.notEqual(status, 0);
  const output = stdout + stderr;
  assert.ok((output.match(/\$\./g) ?? []).length > 10, output);
  assert.deepEqual(readdirSync(dist), [], "nothing is built");
});

test("the error for a missing dataset contains its path", () => {
  const { status, stderr } = build("no/such/file.json", path.join(tmpdir(), "ward-indicators-none"));
  assert.notEqual(status, 0);
  assert.match(stderr, /no\/such\/file\.json/);
});
