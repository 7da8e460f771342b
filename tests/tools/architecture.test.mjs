// The dependency rules of docs/architecture.md: which crate and which folder may use which, and no circle of modules.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Crates in order: each may depend only on those before it. */
const CRATES = ["list", "format", "assess", "search", "figures", "routes", "words", "charts", "authoring", "exchange", "site"];
/** Folders of the app in order: each may use only those after it. */
const APP = ["shell", "pages", "controls", "state", "browser"];
/** Only for tests. */
const TEST_CRATE = "test_support";
/** Crates of the browser that a plain crate must not name. */
const BROWSER = /^(leptos|web-sys|js-sys|wasm-bindgen|gloo)/;

function rustFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".rs"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The code of a file without comments, texts and inline tests. */
function code(file) {
  const text = readFileSync(file, "utf8").replace(/^#\[cfg\(test\)\]\n(?:pub )?mod \w+ \{[\s\S]*$/m, "");
  return text.replace(/\/\/.*$/gm, "").replace(/"(?:[^"\\]|\\[\s\S])*"/g, '""');
}

/** Paths of a use tree, one for each leaf: `a::{b, c::d}` is `a::b` and `a::c::d`. */
function leaves(tree, prefix = "") {
  const parts = [];
  let depth = 0;
  let current = "";
  for (const letter of tree) {
    if (letter === "{") depth += 1;
    if (letter === "}") depth -= 1;
    if (letter === "," && depth === 0) {
      parts.push(current);
      current = "";
    } else current += letter;
  }
  return [...parts, current]
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const group = part.match(/^((?:\w+::)*)\{([\s\S]*)\}$/);
      return group ? leaves(group[2], prefix + group[1]) : [prefix + part];
    });
}

/** Paths that a file uses, absolute within its crate: without `crate::`, with `super::` and `self::` resolved. */
function usedPaths(file, source) {
  const segments = path.relative(source, file).replace(/\.rs$/, "").split(path.sep);
  if (["mod", "lib", "main"].includes(segments.at(-1))) segments.pop();
  const text = code(file);
  const trees = Array.from(text.matchAll(/\buse ([^;]+);/g), ([, tree]) => leaves(tree.replace(/\s+/g, " "))).flat();
  const inline = Array.from(text.matchAll(/(?<![\w:])(?:crate|super)::\w[\w:]*/g), ([found]) => found);
  return [...trees, ...inline].flatMap((used) => {
    const parts = used.replace(/ as \w+$/, "").split("::");
    if (parts[0] === "crate") return [parts.slice(1)];
    if (parts[0] !== "super" && parts[0] !== "self") return [];
    let at = segments;
    while (parts[0] === "super" || parts[0] === "self") {
      if (parts.shift() === "super") at = at.slice(0, -1);
    }
    return [[...at, ...parts]];
  });
}

/** A circle in a graph as the list of its nodes, or undefined. */
function findCircle(graph) {
  const done = new Set();
  const visit = (node, trail) => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return undefined;
    done.add(node);
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...trail, node]);
      if (circle) return circle;
    }
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return undefined;
}

/** Names that the root file of a folder of modules re-exports, with the module that defines each. */
function reexports(source) {
  const root = ["lib.rs", "mod.rs"].map((name) => path.join(source, name)).find((file) => existsSync(file));
  if (!root) return new Map();
  const trees = Array.from(code(root).matchAll(/\bpub(?:\(\w+\))? use ([^;]+);/g), ([, tree]) => leaves(tree.replace(/\s+/g, " "))).flat();
  return new Map(trees.map((used) => used.replace(/^(?:self|crate)::/, "").split("::")).map((parts) => [parts.at(-1), parts[0]]));
}

/**
 * The modules of a source folder with the modules that each uses, also where it uses them under a name that the root
 * re-exports. A root file (lib.rs, mod.rs) is no module here: it names its children and they may use what it defines.
 */
function moduleGraph(source) {
  const files = rustFiles(source).filter((file) => !["lib.rs", "main.rs", "mod.rs"].includes(path.basename(file)));
  const name = (file) => path.relative(source, file).replace(/\.rs$/, "").split(path.sep).join("::");
  const names = new Set(files.map(name));
  const exported = reexports(source);
  const graph = new Map();
  for (const file of files) {
    const uses = new Set();
    for (const parts of usedPaths(file, source)) {
      if (parts.length > 0 && exported.has(parts[0])) parts[0] = exported.get(parts[0]);
      for (let length = parts.length; length > 0; length -= 1) {
        const used = parts.slice(0, length).join("::");
        if (names.has(used)) {
          if (used !== name(file)) uses.add(used);
          break;
        }
      }
    }
    graph.set(name(file), uses);
  }
  return graph;
}

/** Names of the packages in a section of a Cargo.toml. */
function dependencies(crate, section) {
  const text = readFileSync(path.join(ROOT, "crates", crate, "Cargo.toml"), "utf8");
  const body = text.split(/^\[/m).find((part) => part.startsWith(`${section}]`)) ?? "";
  return Array.from(body.matchAll(/^([\w-]+)(?:\.workspace)? *=/gm), ([, name]) => name);
}

test("every crate is in the list of crates", () => {
  assert.deepEqual(readdirSync(path.join(ROOT, "crates")).sort(), [...CRATES, TEST_CRATE].sort());
});

for (const [at, crate] of CRATES.entries()) {
  test(`${crate} depends only on the crates before it, and not on the browser`, () => {
    const allowed = CRATES.slice(0, at);
    for (const name of dependencies(crate, "dependencies")) {
      assert.ok(![...CRATES, TEST_CRATE].includes(name) || allowed.includes(name), `${crate} must not depend on ${name}`);
      assert.doesNotMatch(name, BROWSER, `${crate} must not depend on ${name}`);
    }
  });

  test(`the modules of ${crate} form no circle`, () => {
    assert.equal(findCircle(moduleGraph(path.join(ROOT, "crates", crate, "src")))?.join(" → "), undefined);
  });
}

for (const [at, folder] of APP.entries()) {
  test(`src/${folder} uses only folders after it`, () => {
    const forbidden = APP.slice(0, at);
    for (const file of rustFiles(path.join(ROOT, "src", folder))) {
      for (const [used] of usedPaths(file, path.join(ROOT, "src"))) {
        assert.ok(!forbidden.includes(used), `${path.relative(ROOT, file)} uses crate::${used}`);
      }
    }
  });
}

test("the modules of the app form no circle", () => {
  assert.equal(findCircle(moduleGraph(path.join(ROOT, "src")))?.join(" → "), undefined);
});

test("a circle is found where there is one", () => {
  assert.deepEqual(findCircle(new Map([["a", ["b"]], ["b", ["c"]], ["c", ["b"]]])), ["b", "c", "b"]);
  assert.equal(findCircle(new Map([["a", ["b", "c"]], ["b", ["c"]], ["c", []]])), undefined);
});
