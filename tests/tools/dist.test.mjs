// The build steps in tools/dist.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { compressAll } from "../../tools/dist/compress.mjs";
import { runnerCounts } from "../../tools/dist/counts.mjs";
import { hashedName, listFiles, readIfExists, sha256 } from "../../tools/dist/files.mjs";
import { shippedCrates } from "../../tools/dist/licences.mjs";
import { escapeHtml, fillPage, inlineAssets, manifest, notFoundPage, sitemap, sitePage, siteTexts } from "../../tools/dist/page.mjs";
import { packPages, precacheList, serviceWorker } from "../../tools/dist/precache.mjs";
import { picturesOf, shareSvg } from "../../tools/dist/share.mjs";

/** Creates a temporary folder with these files. */
function folderWith(t, files) {
  const folder = mkdtempSync(path.join(tmpdir(), "ward-indicators-tools-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const PACK = packPages({ "goals/1/": "<p>目標</p>" });

const SITE = {
  "index.html": "<p>page</p>",
  "goals/1/index.html": "<p>目標</p>",
  "data/pages-12ab.bin": PACK,
  "compare/index.html": "<p>compare</p>",
  "404.html": "<p>no page</p>",
  "assets/app-1.js": "script",
  "data/一覧.csv": "a,b",
  "sw.js": "old worker",
  "assets/app.js.map": "{}",
  "assets/app-1.js.br": "x",
  "assets/app-1.js.gz": "x",
  ".trunk-lock": "",
  ".stage/left.js": "x",
};

test("the precache list contains the URL and digest of every published file except worker, source maps, compressed copies and packed pages", (t) => {
  const { files, pack, pages } = precacheList(folderWith(t, SITE));
  assert.deepEqual(files, [
    { url: "assets/app-1.js", sha256: sha256("script") },
    { url: "compare/", sha256: sha256("<p>compare</p>") },
    { url: `data/${encodeURIComponent("一覧")}.csv`, sha256: sha256("a,b") },
    { url: "./", sha256: sha256("<p>page</p>") },
  ]);
  assert.deepEqual(pack, { url: "data/pages-12ab.bin", sha256: sha256(PACK) });
  assert.deepEqual(pages, ["compare/", "goals/1/", "./"]);
});

test("the version depends on contents and names of the listed files and of the packed pages only", (t) => {
  const version = (files) => precacheList(folderWith(t, files)).version;
  const before = version(SITE);
  assert.match(before, /^[0-9a-f]{16}$/);
  assert.equal(version({ ...SITE, "sw.js": "another worker", ".trunk-lock": "x", "404.html": "x" }), before);
  assert.notEqual(version({ ...SITE, "data/pages-12ab.bin": packPages({ "goals/1/": "<p>Goal</p>" }) }), before);
  assert.notEqual(version({ ...SITE, "assets/app-1.js": "Script" }), before);
  const { "assets/app-1.js": script, ...rest } = SITE;
  assert.notEqual(version({ ...rest, "assets/app-2.js": script }), before);
  assert.notEqual(version(rest), before);
});

test("the constants of the service worker may contain any file name", () => {
  const list = { version: "abc", files: [{ url: 'a"b\\.js', sha256: "00" }], pack: { url: "data/pages-1.bin", sha256: "11" }, pages: ["./"] };
  const text = serviceWorker("export { VERSION, SCOPE_FILES, PACK, PAGES };", list);
  return import(`data:text/javascript,${encodeURIComponent(text)}`).then(({ VERSION, SCOPE_FILES, PACK, PAGES }) => {
    assert.deepEqual({ version: VERSION, files: SCOPE_FILES, pack: PACK, pages: PAGES }, list);
  });
});

test("listFiles omits hidden files and sorts", (t) => {
  assert.deepEqual(listFiles(folderWith(t, { "b/z.txt": "", "b/a.txt": "", "a.txt": "", ".git/x": "", "b/.x": "" })), ["a.txt", "b/a.txt", "b/z.txt"]);
});

test("a hashed name depends on the content and keeps the extension", () => {
  assert.match(hashedName("app.wasm", Buffer.from([1])), /^app-[0-9a-f]{12}\.wasm$/);
  assert.notEqual(hashedName("app.js", "a"), hashedName("app.js", "b"));
  assert.equal(hashedName("app.js", "a"), hashedName("app.js", Buffer.from("a")));
});

test("readIfExists gives null for a missing file and fails for a folder", (t) => {
  const folder = folderWith(t, { "x/y": "" });
  assert.equal(readIfExists(path.join(folder, "none")), null);
  assert.throws(() => readIfExists(path.join(folder, "x")), { code: "EISDIR" });
});

test("compressible files get compressed copies with the same content", async (t) => {
  const folder = folderWith(t, { "a.js": "let a;".repeat(50), "icons/b.png": "png" });
  await compressAll(folder);
  assert.deepEqual(listFiles(folder), ["a.js", "a.js.br", "a.js.gz", "icons/b.png"]);
  const plain = readIfExists(path.join(folder, "a.js"));
  assert.deepEqual(brotliDecompressSync(readIfExists(path.join(folder, "a.js.br"))), plain);
  assert.deepEqual(gunzipSync(readIfExists(path.join(folder, "a.js.gz"))), plain);
});

const HTML = `<head>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    <base href="./">
    <!-- a comment -->
    <title>{{title}}</title><meta name="description" content="{{description}}">
    <link data-trunk rel="rust" data-wasm-opt="z">
    {{assets}}
</head>`;
const ASSETS = { script: "assets/app-1.js", wasm: "assets/app-2.wasm", list: "data/list-6.bin", style: "assets/app-3.css", charts: "vendor/echarts-4.js" };

test("the dataset's texts are escaped in the page", () => {
  const page = fillPage(HTML, { title: 'A & "B" <script>', lead: "$& {{assets}} 'q'", headline: "C" }, ASSETS, true);
  assert.ok(page.includes("<title>A &amp; &quot;B&quot; &lt;script&gt;</title>"));
  assert.ok(page.includes('content="$&amp; {{assets}} &#39;q&#39;"'));
  assert.equal(page.match(/<script/g).length, 1);
  assert.equal(escapeHtml("一覧"), "一覧");
});

test("the release page has all assets and the security policy, and no traces of the template", () => {
  const page = fillPage(HTML, { title: "A", lead: "B", headline: "C" }, ASSETS, true);
  for (const file of Object.values(ASSETS)) assert.ok(page.includes(`"${file}"`), file);
  assert.ok(page.includes("Content-Security-Policy"));
  for (const trace of ["data-trunk", "<!--", "{{"]) assert.ok(!page.includes(trace), trace);
  // Trunk's reload script is inline, so the development page has no policy.
  assert.ok(!fillPage(HTML, { title: "A", lead: "B", headline: "C" }, ASSETS, false).includes("Content-Security-Policy"));
});

test("an unknown placeholder is an error; those of Trunk remain", () => {
  assert.equal(fillPage("'{{__TRUNK_ADDRESS__}}'", { title: "A", lead: "B", headline: "C" }, ASSETS, false), "'{{__TRUNK_ADDRESS__}}'");
  assert.throws(() => fillPage("{{titel}}", { title: "A", lead: "B", headline: "C" }, ASSETS, true), /titel/);
});

const TEMPLATE = '<head><base href="./"><title>site</title><meta name="description" content="site"></head><body><div id="app"></div><div id="boot"><div></div></div>\n<noscript>needed</noscript></body>';
const FILES = { chunks: { reading: ["assets/shared.wasm", "assets/reading.wasm"], figures: ["assets/shared.wasm", "assets/figures.wasm"] } };
const SITE_WITHOUT_ADDRESS = { name: "site", address: undefined, pictures: new Map() };
const CONTENT = { title: "A & B｜site", description: "C <d>", trail: [["概要", ""], ["E</script>", "goals/1/"]], body: "<main>$& text</main>" };

test("a page in a folder is relative to the root and names the files of its chunks once", () => {
  for (const [folder, base] of [["", "./"], ["compare/", "../"], ["scenarios/sheet/", "../../"]]) {
    const page = sitePage(TEMPLATE, { folder, chunks: ["reading", "figures"], content: null }, FILES, SITE_WITHOUT_ADDRESS);
    assert.ok(page.includes(`<base href="${base}">`), folder);
    for (const file of ["shared", "reading", "figures"]) assert.equal(page.split(`href="assets/${file}.wasm" as="fetch"`).length, 2, file);
    assert.ok(page.includes('<div id="boot">') && page.includes("<noscript>needed"));
  }
  assert.throws(() => sitePage("<p>page</p>", { folder: "", chunks: [], content: null }, FILES, SITE_WITHOUT_ADDRESS), /base/);
});

test("a prerendered page has its content, title, description and place in the site, and no loading screen", () => {
  const page = sitePage(TEMPLATE, { folder: "plans/3/", chunks: [], content: CONTENT }, FILES, SITE_WITHOUT_ADDRESS);
  assert.ok(page.includes('<div id="app" data-page="plans/3/"><main>$& text</main></div>'));
  assert.ok(page.includes("<title>A &amp; B｜site</title>"));
  assert.ok(page.includes('<meta name="description" content="C &lt;d&gt;">') && page.includes('<meta property="og:description" content="C &lt;d&gt;">'));
  assert.ok(!page.includes('id="boot"') && !page.includes("needed") && page.includes("<noscript>") && page.includes("boot__late"));
  const { itemListElement } = JSON.parse(page.match(/<script type="application\/ld\+json">([^<]*)<\/script>/)[1]);
  assert.deepEqual(itemListElement.map(({ position, name, item }) => [position, name, item]), [[1, "概要", "./"], [2, "E</script>", "goals/1/"], [3, "A & B｜site", "plans/3/"]]);
  for (const name of ["canonical", "og:image", "og:url"]) assert.ok(!page.includes(name), name);
});

test("styles and the script of a page with the list are part of the page, and its policy allows them", () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">`;
  const page = (body) => `<head>${policy}<link rel="stylesheet" href="assets/app.css"></head><body>${body}</body>`;
  const style = { file: "assets/app.css", text: "p { content: '$&' }" };
  const allowed = (directive, text) => `${directive} 'self' 'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const list = inlineAssets(page('<input id="explorer-search">'), style, "search('$&')");
  assert.ok(list.includes(`<style>${style.text}</style>`) && !list.includes("<link"));
  assert.ok(list.includes("<script>search('$&')</script>"));
  for (const part of [allowed("style-src", style.text), allowed("script-src", "search('$&')")]) assert.ok(list.includes(part), part);
  const other = inlineAssets(page("text"), style, "search('$&')");
  assert.ok(other.includes(allowed("style-src", style.text)) && !other.includes("<script>") && other.includes("script-src 'self';"));
  assert.throws(() => inlineAssets("<p>page</p>", style, ""), /app\.css/);
});

test("with a public address, canonical links, pictures and the site map are complete addresses", () => {
  const site = "https://example.org/list/";
  const pictures = new Map([["", "png"], ["goals/1/", "png"]]);
  const page = sitePage(TEMPLATE, { folder: "plans/3/", chunks: [], content: CONTENT }, FILES, { name: "site", address: site, pictures });
  assert.ok(page.includes('<link rel="canonical" href="https://example.org/list/plans/3/">'));
  assert.ok(page.includes('<meta property="og:image" content="https://example.org/list/goals/1/share.png">'));
  const map = sitemap([{ folder: "", content: CONTENT }, { folder: "plans/3/", content: CONTENT }, { folder: "compare/", content: null }], site);
  assert.deepEqual(Array.from(map.matchAll(/<loc>([^<]*)</g), ([, address]) => address), [site, `${site}plans/3/`]);
});

test("the picture of a page has the marks of its indicators, all within the margins", async () => {
  const mark = (shape) => `<svg viewBox="0 0 18 18" class="mark">${shape}</svg>`;
  const body = (count) => `${mark("<b/>")}<div class="mark-groups"><ul>${mark("<a/>").repeat(count)}</ul></div>`;
  assert.equal(shareSvg(mark("<b/>")), null, "only groups count");
  for (const count of [1, 2, 7, 120, 500]) {
    const svg = shareSvg(body(count));
    assert.equal(svg.match(/<a\/>/g).length, count);
    for (const [, x, y, scale] of svg.matchAll(/translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)/g)) {
      const [right, bottom] = [x, y].map((start) => Number(start) + 18 * scale);
      assert.ok(x >= 75 && y >= 75 && right <= 1125 && bottom <= 555, `${count} marks: ${x} ${y}`);
    }
  }
  const pictures = await picturesOf([{ folder: "", content: { body: body(3) } }, { folder: "guide/", content: { body: "" } }, { folder: "compare/", content: null }]);
  assert.deepEqual([...pictures.keys()], [""]);
  assert.equal(Buffer.from(pictures.get("")).subarray(1, 4).toString(), "PNG");
});

test("the page for unknown addresses has an absolute base and a text instead of the loading screen", () => {
  const page = '<base href="./"><div id="app"></div><div id="boot"><div></div></div>\n<noscript></noscript>';
  for (const [site, base] of [[undefined, "/"], ["https://example.org", "/"], ["https://example.org/list", "/list/"], ["https://example.org/a/b/", "/a/b/"]]) {
    assert.equal(notFoundPage(page, "<p>$& help</p>", site), `<base href="${base}"><div id="app"></div><p>$& help</p><noscript></noscript>`);
  }
});

test("a missing title, lead or headline is named in the error", () => {
  assert.deepEqual(siteTexts({ site: { title: "A", lead: "B", headline: ["C", "D"] } }), { title: "A", lead: "B", headline: "CD" });
  assert.throws(() => siteTexts({ site: { title: " ", lead: "B" } }), /site\.title/);
  assert.throws(() => siteTexts({ site: { title: "A" } }), /site\.lead/);
  assert.throws(() => siteTexts({ site: { title: "A", lead: "B" } }), /site\.headline/);
  assert.throws(() => siteTexts(null), /site\.title/);
});

test("all URLs in the manifest are relative", () => {
  const { name, start_url, scope, icons, shortcuts } = JSON.parse(manifest({ title: "A", lead: "B" }));
  assert.equal(name, "A");
  for (const address of [start_url, scope, ...icons.map(({ src }) => src), ...shortcuts.map(({ url }) => url)]) assert.doesNotMatch(address, /^(\/|[a-z]+:)/);
});

test("the manifest has the icons, colours and shortcuts for installation", () => {
  const { icons, shortcuts, theme_color, background_color, display, lang } = JSON.parse(manifest({ title: "A", lead: "B" }));
  assert.ok(icons.some(({ purpose }) => purpose === "maskable"));
  for (const sizes of ["192x192", "512x512"]) assert.ok(icons.some((icon) => icon.sizes === sizes && icon.purpose === undefined), sizes);
  for (const icon of icons) assert.notEqual(readIfExists(new URL(`../../public/${icon.src}`, import.meta.url)), null, icon.src);
  for (const colour of [theme_color, background_color]) assert.match(colour, /^#[0-9a-f]{6}$/);
  assert.deepEqual(shortcuts.map(({ url }) => url), ["./indicators/", "./scenarios/"]);
  assert.equal(display, "standalone");
  assert.equal(lang, "ja");
});

test("build and dev dependencies and workspace members are not listed as shipped", () => {
  const crate = (id, kind = "lib") => ({ id, name: id, targets: [{ kind: [kind] }] });
  const edge = (pkg, kind = null) => ({ pkg, dep_kinds: [{ kind }] });
  const names = shippedCrates({
    packages: [crate("app"), crate("b"), crate("a"), crate("macro", "proc-macro"), crate("behind-macro"), crate("build"), crate("dev"), crate("member")],
    workspace_members: ["app", "member"],
    resolve: {
      root: "app",
      nodes: [
        { id: "app", deps: [edge("b"), edge("member"), edge("macro"), edge("build", "build"), edge("dev", "dev")] },
        { id: "b", deps: [edge("a")] },
        { id: "a", deps: [edge("b")] },
        { id: "member", deps: [edge("a")] },
        { id: "macro", deps: [edge("behind-macro")] },
        { id: "behind-macro", deps: [] },
        { id: "build", deps: [] },
        { id: "dev", deps: [] },
      ],
    },
  }).map(({ name }) => name);
  assert.deepEqual(names, ["a", "b"]);
});

test("test counts are summed, and no output is a failure", () => {
  const cargo = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured\nx\ntest result: FAILED. 3 passed; 2 failed; 0 ignored\n";
  assert.deepEqual(runnerCounts("cargo", 101, cargo), { passed: 15, failed: 2 });
  assert.deepEqual(runnerCounts("cargo", 101, "error: could not compile"), { passed: 0, failed: 1 });
  assert.deepEqual(runnerCounts("cargo", 0, ""), { passed: 0, failed: 1 });
  assert.deepEqual(runnerCounts("tap", 1, "# pass 4\n# fail 1\n# cancelled 2\n"), { passed: 4, failed: 3 });
  assert.deepEqual(runnerCounts("tap", 1, "# pass 4\n# fail 0\n"), { passed: 4, failed: 1 });
  assert.deepEqual(runnerCounts("command", 0, ""), { passed: 1, failed: 0 });
  assert.deepEqual(runnerCounts("command", 3, "1 passed"), { passed: 0, failed: 1 });
});
