// Hostile text stays text, in every input (names, notes, addresses, cells, pasted blocks, storage) and every output (pages, charts,
// tables, pictures, paper, file names). Imported files and links have tests of their own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { Key, lacks, openApp, PHONE } from "./app.mjs";
import { figure, KEY, replaceStored, scenario, storageHolds, storedScenarios, storedText } from "./storage.mjs";

const HOSTILE = [
  "<img src=x onerror=\"window.ran=1\">",
  "</p><script>window.ran=1</script>",
  "javascript:window.ran=1",
  "{{constructor.constructor('window.ran=1')()}}",
  "\u202eevil\u202c\u0007\u0000\u001b[31m",
  "=HYPERLINK(\"https://example.org\")",
  "%3Cscript%3Ewindow.ran%3D1%3C/script%3E",
];

/** Fails if a text ran as a script or became an element. */
async function assertOnlyText(session, where) {
  const found = await session.run(() => ({
    ran: window.ran ?? null,
    elements: Array.from(document.querySelectorAll("#app img, #app script, #app iframe, #app a[href^='javascript:' i]"), (one) => one.outerHTML),
  }));
  assert.deepEqual(found, { ran: null, elements: [] }, where);
}

/** A reader with one scenario; name, description and the note of its figure are the given text. */
function openWithName(t, name, more = []) {
  return openApp(t, { stored: [scenario("mine", name, "diamond", [figure("3-1", 44, "校", { note: name })], name), ...more] });
}

test("addresses with hostile parts open a page that names what it did not understand", async (t) => {
  const { session } = await openApp(t, { size: PHONE });
  for (const text of [...HOSTILE, "あ".repeat(20_000)]) {
    const part = encodeURIComponent(text);
    for (const address of [`./#/${part}`, `indicators/?q=${part}&goal=${part}&sort=${part}`, `./#/indicators/${part}`, `search/?q=${part}`, `handout/?of=3-1&title=${part}`, `./#/guide?at=${part}`, `./#/document?line=${part}`, `scenarios/compare/?of=${part}`, `scenarios/sheet/?of=${part}`, `./#/scenarios/${part}`, `./#/shared/${part}`]) {
      await session.follow(address);
      assert.ok(await session.property("main h1", "innerText"), address.slice(0, 80));
      await assertOnlyText(session, address.slice(0, 80));
    }
    await session.assertFits(text.slice(0, 40));
  }
  // Where the browser loads a page, 404.html among them.
  for (const text of HOSTILE.slice(0, 2)) {
    const part = encodeURIComponent(text);
    for (const address of [`${part}/`, `indicators/${part}/`, `guide/#${part}`, `document/#line-${part}`, `shared/#${part}`]) {
      await session.load(address);
      await session.ready();
      assert.ok(await session.property("main h1", "innerText"), address);
      await assertOnlyText(session, address);
    }
  }
  // Incomplete escapes and lone surrogates.
  for (const address of ["./#/%", "indicators/?q=%E3%81", "indicators/?q=%ED%A0%80", "search/?q=%FF%FE"]) {
    await session.follow(address);
    await assertOnlyText(session, address);
    await session.follow("guide/");
  }
});

test("hostile names, descriptions, notes and cells are shown as typed", async (t) => {
  const { session, indicator, grid, scenarios } = await openApp(t, {
    stored: HOSTILE.map((text, at) =>
      scenario(at === 0 ? "mine" : `s-${at}`, text, "diamond", [figure("3-1", 44, "校", { note: text }), figure("1-1", 8, "か所", { note: text })], text),
    ),
  });
  for (const address of ["./", "indicators/3-1/", "indicators/", "scenarios/", "scenarios/sheet/?of=mine", "scenarios/compare/?of=mine&of=s-1&of=s-2", "compare/?of=3-1&of=1-1", "handout/?of=3-1&own=notes"]) {
    await session.open(address);
    await assertOnlyText(session, address);
  }
  await scenarios.open();
  const names = await scenarios.names();
  for (const text of HOSTILE.slice(0, 3)) assert.ok(names.includes(text), text);
  await indicator.open("3-1");
  await session.until("the note is shown as typed", (text) => document.querySelector(".own-list .note")?.textContent === text, HOSTILE[0]);
  // A source that is no web address is refused.
  for (const source of ["javascript:window.ran=1", "data:text/html,<script>window.ran=1</script>", "  JavaScript:window.ran=1"]) {
    await indicator.enter({ value: "45", source });
    await session.untilInvalid("#own-source");
  }
  // A cell of the grid refuses the text and keeps it.
  await grid.open("plan=3");
  await session.click(".sheet__field");
  await session.press(HOSTILE[0], Key.ENTER);
  await session.untilInvalid(".sheet__field");
  assert.equal(await session.value(".sheet__field"), HOSTILE[0]);
  await assertOnlyText(session, "the grid");
});

test("a hostile block is previewed as text and changes nothing when cancelled", async (t) => {
  const { session, grid } = await openWithName(t, "わたしの想定");
  await grid.open("plan=3");
  await session.click(".sheet__field");
  await session.clipboard("paste", {
    "text/plain": HOSTILE.join("\n"),
    "text/html": "<table><tr><td><img src=x onerror='window.ran=1'></td></tr></table>",
  });
  const preview = await session.text("dialog[open]");
  assert.ok(preview.includes(HOSTILE[0]), preview);
  await assertOnlyText(session, "the preview");
  await session.press(Key.ESCAPE);
  await grid.untilPreviewClosed();
  assert.deepEqual(await storedScenarios(session), [["わたしの想定", "3-1 2023-03-31 44"]]);
});

test("exported files hold hostile names as text, contain no formula, and have plain file names", async (t) => {
  const name = `=1+1\u202e../../<img src=x onerror="window.ran=1">|con:?*`;
  const { session, chart, scenarioComparison, scenarios } = await openWithName(t, name, [scenario("s-1", "別の想定", "triangle", [figure("3-1", 52, "校")])]);
  const exported = async (kind) => {
    const file = await chart.export(kind);
    assert.match(path.basename(file), /^nerima-[a-z0-9-]+\.(csv|svg)$/);
    return readFileSync(file, "utf8");
  };
  await scenarioComparison.open("mine", "s-1");
  await session.scrollTo("figure.chart");
  await session.find(".chart-drawing svg");
  await assertOnlyText(session, "the chart");
  await chart.openExport();
  const cells = (await exported("csv")).split("\r\n").flatMap((line) => line.split(","));
  assert.deepEqual(cells.filter((cell) => /^"?[=+@]/.test(cell)), [], "no cell is a formula");
  const svg = await exported("svg");
  assert.doesNotMatch(svg, /<img|<script|onerror="/);
  assert.ok(svg.includes("&lt;img"), "the picture shows the name");
  await scenarios.open();
  for (const kind of ["csv", "json"]) assert.match((await scenarios.download(kind)).name, /^nerima-[a-z0-9-]+\.(csv|json)$/);
  await assertOnlyText(session, "files");
});

test("a hostile name is printed as text", { skip: lacks("paper") }, async (t) => {
  const { session, handout } = await openWithName(t, HOSTILE[0]);
  await handout.open(["3-1"], "&own=notes");
  await session.untilText("main", HOSTILE[0]);
  assert.ok(await session.print());
  await assertOnlyText(session, "the sheet");
});

test("stored text with a lone surrogate is shown with a replacement character or set aside, without loss", async (t) => {
  const { session, scenarios } = await openWithName(t, "わたしの想定");
  // The browser replaces a lone surrogate when it hands the text to the program.
  await session.run((key) => localStorage.setItem(key, localStorage.getItem(key).replaceAll("わたしの想定", "わたし\ud800の想定")), KEY);
  await session.reload();
  await scenarios.open();
  assert.deepEqual(await scenarios.names(), ["わたし\ufffdの想定"]);
  // As an escape it makes the JSON invalid: the whole text is set aside and can be exported.
  const invalid = await session.run((key) => localStorage.getItem(key).replaceAll("\ud800", "\\ud800"), KEY);
  await replaceStored(session, invalid);
  assert.match(await session.text("section[aria-labelledby=health-heading]"), /別に取ってある/);
  assert.ok(await storageHolds(session, invalid));
});

test("a hundred thousand letters in every stored text neither stop nor widen the page", async (t) => {
  const long = "<b>長い".repeat(20_000);
  const source = `https://example.org/${"a".repeat(100_000)}`;
  const { session, scenarios } = await openApp(t, {
    size: PHONE,
    stored: [scenario("mine", long, "diamond", [figure("3-1", 44, "校", { note: long, source })], long)],
  });
  await session.run(() => {
    for (const id of ["3-1", "1-1"]) localStorage.setItem(`ward-indicators/half-typed/nerima-vision2-kpi-2022-03-draft/${id}`, `{"measure":"main","value":"${"9".repeat(100_000)}","date":"x","basis":"assumed","note":"<img src=x onerror='window.ran=1'>","source":""}`);
  });
  for (const address of ["scenarios/", "indicators/3-1/", "indicators/1-1/", "./"]) {
    await session.open(address);
    await session.find("main h1");
    await assertOnlyText(session, address);
    await session.assertFits(address);
  }
  // The name on screen has the maximum length; the stored name is complete.
  await scenarios.open();
  assert.equal((await scenarios.names())[0].length, 60);
  assert.ok((await storedText(session)).includes(long));
});
