// What can be tested of the set-up without installing anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (name) => readFileSync(path.join(ROOT, name), "utf8");

/** Runs scripts with a PATH that contains only basic system commands and the given stubs, so cargo and npm are missing by default. */
function machine(t, stubs = {}) {
  const home = mkdtempSync(path.join(tmpdir(), "ward-indicators-setup-"));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const bin = path.join(home, "bin");
  mkdirSync(bin);
  for (const name of ["bash", "env", "dirname", "awk", "sed", "sort", "head", "mkdir", "cmp", "cp", "touch", "mv", "rm", "id", "cat", "flock", "timeout"]) {
    const real = spawnSync("bash", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    if (real) symlinkSync(real, path.join(bin, name));
  }
  for (const [name, script] of Object.entries(stubs)) writeFileSync(path.join(bin, name), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 });
  const run = (...args) => spawnSync("bash", args, { cwd: home, encoding: "utf8", env: { PATH: bin, HOME: home } });
  return { home, run };
}

const setup = path.join(ROOT, "tools/setup.sh");
const oneLine = (text) => text.trim().split("\n").length === 1;
const RUST = { cargo: "echo cargo 9.9.9", rustc: "echo 'rustc 9.9.9 (test)'" };

test("a missing prerequisite gives one line with its name and how to install it", (t) => {
  for (const [stubs, wanted] of [
    [{}, /cargo is missing: .*rustup\.rs/],
    [{ ...RUST, rustc: "echo 'rustc 1.50.0 (test)'" }, /newer is needed.*rustup update/],
    [RUST, /Node\.js .* is missing: .*nodejs\.org/],
    [{ ...RUST, npm: "", node: "[ \"$1\" = -p ] && echo 12 || echo v12.0.0" }, /Node\.js \d+ or newer is needed, found v12/],
  ]) {
    const { status, stderr } = machine(t, stubs).run(setup, "build");
    assert.equal(status, 1);
    assert.match(stderr, wanted);
    assert.ok(oneLine(stderr), stderr);
  }
});

test("wasm-bindgen-cli has the version of wasm-bindgen in Cargo.lock", (t) => {
  const locked = read("Cargo.lock").match(/name = "wasm-bindgen"\nversion = "([^"]+)"/)[1];
  const { stdout } = machine(t).run("-c", `. ${path.join(ROOT, "tools/env.sh")} && echo $WASM_BINDGEN_VERSION $WASM_BINDGEN_DIR`);
  const [version, folder] = stdout.trim().split(" ");
  assert.equal(version, locked);
  assert.ok(folder.endsWith(`/.cache/ward-indicators/tools/wasm-bindgen-${locked}`), folder);
});

test("npm packages are pinned to exact versions, by digest and without a registry address", () => {
  for (const [name, version] of Object.entries(JSON.parse(read("package.json")).devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  const { packages } = JSON.parse(read("package-lock.json"));
  for (const [name, entry] of Object.entries(packages)) {
    if (name === "") continue;
    assert.equal(entry.resolved, undefined, name);
    assert.match(entry.integrity, /^sha512-/, name);
  }
});

test("an unknown argument is rejected", (t) => {
  const { status, stderr } = machine(t).run(setup, "everything");
  assert.equal(status, 1);
  assert.match(stderr, /not 'everything'/);
});
