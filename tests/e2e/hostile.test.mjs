// Text is only text, wherever it comes in (names, notes, addresses, cells, blocks, what is stored) and wherever it goes
// (pages, charts, tables, pictures, paper, file names). Files that come in and links have tests of their own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { Key, lacks, openBrowser, PHONE, startServer } from "./lib.mjs";
import { figure, KEY, scenario, seed } from "./own.mjs";

const HOSTILE = [
  "<img src=x onerror=\"window.ran=1\">",
  "</p><script>window.ran=1</script>",
  "javascript:window.ran=1",
  "{{constructor.constructor('window.ran=1')()}}",
  "\u202eevil\u202c\u0007\u0000\u001b[31m",
  "=HYPERLINK(\"https://example.org\")",
  "%3Cscript%3Ewindow.ran%3D1%3C/script%3E",
];

/** Fails if anything of a text was run or became an element. */
async function assertOnlyText(session, where) {
  const found = await session.run(() => ({
    ran: window.ran ?? null,
    elements: Array.from(document.querySelectorAll("#app img, #app script, #app iframe, #app a[href^='javascript:' i]"), (one) => one.outerHTML),
  }));
  assert.deepEqual(found, { ran: null, elements: [] }, where);
}

/** Follows an address within the app and waits for its page; the page before must be of another kind. */
async function visit(session, hash) {
  await session.run((hash) => {
    document.querySelector("main h1").dataset.left = "";
    location.hash = hash;
  }, hash);
  await session.until(`${hash.slice(0, 60)} has a heading of its own`, () => document.querySelector("main h1:not([data-left])")?.innerText);
}

test("addresses with hostile parts open a page that says what it did not understand", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(server.url);
  for (const text of [...HOSTILE, "あ".repeat(20_000)]) {
    const part = encodeURIComponent(text);
    for (const hash of [`#/${part}`, `#/indicators?q=${part}&goal=${part}&sort=${part}`, `#/indicators/${part}`, `#/search?q=${part}`, `#/handout?of=3-1&title=${part}`, `#/guide?at=${part}`, `#/document?line=${part}`, `#/sides?of=${part}`, `#/scenarios/${part}`, `#/shared/${part}`]) {
      await visit(session, hash);
      await assertOnlyText(session, hash.slice(0, 80));
    }
    assert.ok((await session.overflow()) <= 0, text.slice(0, 40));
  }
  // Broken escapes and halves of letters.
  for (const hash of ["#/%", "#/indicators?q=%E3%81", "#/indicators?q=%ED%A0%80", "#/search?q=%FF%FE"]) {
    await visit(session, hash);
    await assertOnlyText(session, hash);
    await visit(session, "#/guide");
  }
});

test("names, descriptions, notes and cells show what was typed", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  const scenarios = HOSTILE.map((text, at) => scenario(at === 0 ? "mine" : `s-${at}`, text, "diamond", [figure("3-1", 44, "校", { note: text }), figure("1-1", 8, "か所", { note: text })], text));
  await seed(session, scenarios);
  for (const hash of ["#/", "#/indicators/3-1", "#/indicators", "#/scenarios", "#/scenarios/mine", "#/sides?of=mine&of=s-1&of=s-2", "#/compare?of=3-1&of=1-1", "#/handout?of=3-1&own=notes"]) {
    await session.open(`${server.url}${hash}`);
    await assertOnlyText(session, hash);
  }
  await session.open(`${server.url}#/scenarios`);
  const names = await session.run(() => Array.from(document.querySelectorAll(".scenario-item h3"), (one) => one.textContent));
  for (const text of [HOSTILE[0], HOSTILE[1], HOSTILE[2]]) assert.ok(names.includes(text), text);
  await session.open(`${server.url}#/indicators/3-1`);
  await session.until("the note is there as typed", (text) => document.querySelector(".own-list .note")?.textContent === text, HOSTILE[0]);
  // An address that is none is no link.
  for (const source of ["javascript:window.ran=1", "data:text/html,<script>window.ran=1</script>", "  JavaScript:window.ran=1"]) {
    await session.run(() => (document.querySelector(".own-form details").open = true));
    await session.type("#own-value", "45");
    await session.type("#own-date", "令和4年度末");
    await session.type("#own-source", source);
    await session.click(".own-form button[type=submit]");
    await session.until("it is refused", () => document.querySelector("#own-source").getAttribute("aria-invalid") === "true");
  }
  // A cell of the grid says that this is no number, and keeps what was typed.
  await session.open(`${server.url}#/scenarios/mine?plan=3`);
  await session.click(".sheet__field");
  await session.driver.actions().sendKeys(HOSTILE[0], Key.ENTER).perform();
  await session.until("it is refused", () => document.querySelector(".sheet__field").getAttribute("aria-invalid") === "true");
  assert.equal(await session.run(() => document.querySelector(".sheet__field").value), HOSTILE[0]);
  await assertOnlyText(session, "the grid");
});

/** A reader whose one scenario, the figure in it and the note at that are called something hostile. */
async function hostileReader(t, name, more = []) {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await seed(session, [scenario("mine", name, "diamond", [figure("3-1", 44, "校", { note: name })], name), ...more]);
  return { server, session };
}

test("a hostile block is looked through as text, and only its numbers are put in", async (t) => {
  const { server, session } = await hostileReader(t, "わたしの想定");
  await session.open(`${server.url}#/scenarios/mine?plan=3`);
  await session.click(".sheet__field");
  await session.clipboard("paste", {
    "text/plain": HOSTILE.join("\n"),
    "text/html": "<table><tr><td><img src=x onerror='window.ran=1'></td></tr></table>",
  });
  const told = await session.text("dialog[open]");
  assert.ok(told.includes(HOSTILE[0]), told);
  await assertOnlyText(session, "the preview");
  await session.driver.actions().sendKeys(Key.ESCAPE).perform();
  await session.until("it is left", () => document.querySelector("dialog[open]") === null);
  const stored = JSON.parse(await session.run((key) => localStorage.getItem(key), KEY));
  assert.equal(Object.values(stored.workspaces)[0].scenarios[0].figures.length, 1);
});

test("what is taken along holds hostile names as text, no formulas, under plain file names", async (t) => {
  const name = `=1+1\u202e../../<img src=x onerror="window.ran=1">|con:?*`;
  const { server, session } = await hostileReader(t, name, [scenario("s-1", "別の想定", "triangle", [figure("3-1", 52, "校")])]);
  const taken = async (kind) => {
    await session.click(`[data-take=${kind}]`);
    const file = await session.downloaded(`.${kind}`);
    assert.match(path.basename(file), /^nerima-[a-z0-9-]+\.(csv|svg)$/);
    return readFileSync(file, "utf8");
  };
  await session.open(`${server.url}#/sides?of=mine&of=s-1`);
  await session.run(() => document.querySelector("figure.chart").scrollIntoView());
  await session.until("the chart is drawn", () => document.querySelector(".chart-drawing svg") !== null);
  await assertOnlyText(session, "the chart");
  await session.click(".chart-take summary");
  const cells = (await taken("csv")).split("\r\n").flatMap((line) => line.split(","));
  assert.deepEqual(cells.filter((cell) => /^"?[=+@]/.test(cell)), [], "no cell is a formula");
  const svg = await taken("svg");
  assert.doesNotMatch(svg, /<img|<script|onerror="/);
  assert.ok(svg.includes("&lt;img"), "the name stands in the picture");
  await session.open(`${server.url}#/scenarios`);
  for (const kind of ["csv", "json"]) {
    await session.click(`[data-file=${kind}]`);
    assert.match(path.basename(await session.downloaded(`.${kind}`, ["x"])), /^nerima-[a-z0-9-]+\.(csv|json)$/);
  }
  await assertOnlyText(session, "files");
});

test("on paper a hostile name is a name", { skip: lacks("paper") }, async (t) => {
  const { server, session } = await hostileReader(t, HOSTILE[0]);
  await session.open(`${server.url}#/handout?of=3-1&own=notes`);
  await session.until("the note is there", (text) => document.querySelector("main").innerText.includes(text), HOSTILE[0]);
  assert.ok(await session.printed());
  await assertOnlyText(session, "the sheet");
});

test("half a letter in what is stored is set aside or shown as a mark, and nothing beside it is lost", async (t) => {
  const { server, session } = await hostileReader(t, "わたしの想定");
  // As a character, the browser's words become ours with a mark in its place.
  await session.run((key) => localStorage.setItem(key, localStorage.getItem(key).replaceAll("わたしの想定", "わたし\ud800の想定")), KEY);
  await session.reload();
  await session.open(`${server.url}#/scenarios`);
  assert.equal(await session.text(".scenario-item h3"), "わたし\ufffdの想定");
  // Written out in JSON it is none: the whole is set aside as it was, and can be taken along.
  const broken = await session.run((key) => {
    localStorage.setItem(key, localStorage.getItem(key).replaceAll("\ud800", "\\ud800"));
    return localStorage.getItem(key);
  }, KEY);
  await session.reload();
  assert.match(await session.text("section[aria-labelledby=health-heading]"), /別に取ってある/);
  assert.ok(await session.run((text) => Object.values(localStorage).includes(text), broken));
});

test("a hundred thousand letters in every stored text neither stop nor stretch the page", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(server.url);
  const long = "<b>長い".repeat(20_000);
  await seed(session, [scenario("mine", long, "diamond", [figure("3-1", 44, "校", { note: long, source: `https://example.org/${"a".repeat(100_000)}` })], long)]);
  await session.run(() => {
    for (const id of ["3-1", "1-1"]) localStorage.setItem(`ward-indicators/half-typed/nerima-vision2-kpi-2022-03-draft/${id}`, `{"measure":"main","value":"${"9".repeat(100_000)}","date":"x","basis":"assumed","note":"<img src=x onerror='window.ran=1'>","source":""}`);
  });
  for (const hash of ["#/scenarios", "#/indicators/3-1", "#/indicators/1-1", "#/"]) {
    await session.open(`${server.url}${hash}`);
    await session.find("main h1");
    await assertOnlyText(session, hash);
    assert.ok((await session.overflow()) <= 0, hash);
  }
  // The name that is shown is as long as names may be, and the whole of it stays in what is stored.
  await session.open(`${server.url}#/scenarios`);
  assert.equal((await session.run(() => document.querySelector(".scenario-item h3").textContent)).length, 60);
  assert.ok((await session.run((key) => localStorage.getItem(key), KEY)).includes(long));
});
