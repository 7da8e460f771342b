// dist/licences.txt: all third-party software in the app, with the notices that its licences require.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const NOTICE_FILE = /^(licen[cs]e|copying|copyright|unlicense|notice)/i;

/** The packages of `cargo metadata` that are linked into the WASM: no macros, build dependencies or dev-dependencies. */
export function shippedCrates(metadata) {
  const packages = new Map(metadata.packages.map((one) => [one.id, one]));
  const nodes = new Map(metadata.resolve.nodes.map((one) => [one.id, one]));
  const isMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const seen = new Set();
  const queue = [metadata.resolve.root];
  while (queue.length > 0) {
    const id = queue.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    for (const dependency of nodes.get(id).deps) {
      const linked = dependency.dep_kinds.some(({ kind }) => kind === null);
      if (linked && !isMacro(dependency.pkg)) queue.push(dependency.pkg);
    }
  }
  const own = new Set([metadata.resolve.root, ...(metadata.workspace_members ?? [])]);
  return [...seen].filter((id) => !own.has(id)).map((id) => packages.get(id)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

// For a crate that may be used under MIT, the MIT text is sufficient; for others, all notice files are included.
function noticesOf(crate) {
  const folder = path.dirname(crate.manifest_path);
  const files = readdirSync(folder).filter((name) => NOTICE_FILE.test(name));
  const mit = files.filter((name) => /mit/i.test(name));
  const texts = (mit.length > 0 && /\bMIT\b/.test(crate.license ?? "") ? mit : files)
    .sort()
    .map((name) => path.join(folder, name))
    .flatMap((file) => {
      try {
        return [readFileSync(file, "utf8").trim()];
      } catch {
        return []; // a folder with that name
      }
    });
  return texts.length > 0 ? texts : [`Copyright (c) the authors of ${crate.name} (${crate.authors.join(", ") || crate.repository})\n\n${MIT}`];
}

/** Groups crates with the same notice: [{notice, names}]. */
function groupByNotice(crates) {
  const groups = new Map();
  for (const crate of crates) {
    for (const notice of noticesOf(crate)) {
      const key = notice.replace(/\s+/g, " ");
      if (!groups.has(key)) groups.set(key, { notice, names: [] });
      groups.get(key).names.push(crate.name);
    }
  }
  return [...groups.values()];
}

const RULE = `\n\n${"=".repeat(100)}\n`;

/** The text of licences.txt, read from cargo's registry cache and node_modules. */
export function licencesText(root) {
  const npm = (file) => readFileSync(path.join(root, "node_modules", file), "utf8").trim();
  const version = (name) => JSON.parse(npm(`${name}/package.json`)).version;
  const metadata = JSON.parse(
    execFileSync("cargo", ["metadata", "--offline", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown"], {
      cwd: root,
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const crates = shippedCrates(metadata);
  const parts = [
    "Software by others that is part of this app, and its licences.\n\n" +
      `Charts: Apache ECharts ${version("echarts")} (Apache-2.0), with zrender ${version("zrender")} (BSD-3-Clause), tslib (0BSD) and code from d3 (BSD-3-Clause)\n` +
      "Colours: values from the Digital Agency Design System's design tokens (MIT)\n" +
      `Program: the Rust standard library (MIT OR Apache-2.0) and these crates:\n\n${crates.map((crate) => `  ${crate.name} ${crate.version}  ${crate.license}`).join("\n")}`,
    `Apache ECharts\n\n${npm("echarts/NOTICE")}\n\n${npm("echarts/LICENSE")}`,
    `d3 (in ECharts)\n\n${npm("echarts/licenses/LICENSE-d3")}`,
    `zrender\n\n${npm("zrender/LICENSE")}`,
    `tslib\n\n${npm("tslib/LICENSE.txt")}`,
    `Digital Agency Design System, design tokens\n\nCopyright (c) 2023 デジタル庁\n\n${MIT}`,
    `The Rust standard library\n\nCopyright (c) The Rust Project Contributors\n\n${MIT}`,
    ...groupByNotice(crates).map(({ notice, names }) => `${names.join(", ")}\n\n${notice}`),
  ];
  return `${parts.join(RULE)}\n`;
}
