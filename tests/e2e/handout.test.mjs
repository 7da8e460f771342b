// A hand-out: from every page that shows indicators, set by its address, printed on A4 and read back from the PDF.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { flat, lacks, openBrowser, PHONE, startServer } from "./lib.mjs";

const LIST = JSON.parse(readFileSync(new URL("../../public/data/indicators.json", import.meta.url)));
const of = (ids) => ids.map((id) => `of=${id}`).join("&");

// One reader for the whole file: the app is loaded once, and each scenario opens its own address in it.
let server;
let session;
before(async () => {
  server = await startServer();
  session = await openBrowser();
});
after(async () => {
  await session?.close();
  await server?.stop();
});

const press = (session, selector, words) =>
  session.run((css, text) => Array.from(document.querySelectorAll(css)).find((one) => one.textContent.includes(text)).click(), selector, words);
const shows = (session, ids) =>
  session.until(`the sheet shows ${ids}`, (wanted) => Array.from(document.querySelectorAll(".handout tbody a"), (a) => a.hash.replace("#/indicators/", "")).join() === wanted, ids.join());
const NUMBERED = !lacks("numbers");

/** Prints the page as a reader would, with the sizes its stylesheet asks for: the text of each page cell by cell, and its size. */
async function printed(session) {
  const file = await session.printed();
  const pages = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  const [, width, height] = execFileSync("pdfinfo", [file], { encoding: "utf8" }).match(/Page size:\s+([\d.]+) x ([\d.]+)/);
  return { pages, width: Number(width), height: Number(height) };
}

async function writeDown(session, id, value, note) {
  await session.open(`${server.url}#/indicators/${id}`);
  await session.until("its page", (name) => document.querySelector(".eyebrow")?.textContent.includes(name), id);
  await session.type("#own-value", value);
  await session.type("#own-date", "令和4年度末");
  await session.run(() => document.querySelectorAll(".own-card details").forEach((one) => (one.open = true)));
  await session.type("#own-note", note);
  await session.run(() => document.querySelector(".own-card form").requestSubmit());
  await session.find(".own-list li");
}

test("from the list, a goal, a plan and a comparison", async () => {
  await session.open(`${server.url}#/indicators?plan=3`);
  await session.click("input[aria-label^='3-2 ']");
  await session.click("input[aria-label^='3-1 ']");
  await press(session, ".choice-bar button", "配布資料");
  await shows(session, ["3-1", "3-2"]);
  for (const [from, name, count] of [["#/goals/1", "子どもたちの笑顔輝くまち", 19], ["#/plans/3", "計画3", 3]]) {
    await session.open(`${server.url}${from}`);
    await press(session, ".page-actions a", "配布資料");
    await session.until("all of it", (n) => document.querySelectorAll(".handout tbody a").length === n, count);
    assert.ok((await session.text(".handout h2")).includes(name));
  }
  await session.open(`${server.url}#/compare?of=9-2&of=3-1`);
  await session.until("two columns", () => document.querySelectorAll(".compare-table thead a").length === 2);
  await press(session, ".actions a", "配布資料");
  await shows(session, ["9-2", "3-1"]);
});

test("every setting is in the address, and unknown ones are told", async (t) => {
  await session.open(`${server.url}#/handout?of=3-1&of=99-9&of=9-2&paper=round`);
  await shows(session, ["3-1", "9-2"]);
  assert.match(await session.text(".page-note"), /99-9/);
  assert.match(await session.text(".banner"), /paper=round/);
  await session.type("#handout-title", "委員会 & 資料");
  await press(session, ".handout-editor label", "A4 横");
  await session.until("it lies", () => document.querySelector(".handout--landscape") !== null);
  await session.click("#later-3-1");
  await shows(session, ["9-2", "3-1"]);
  await session.until("focus stays in the list", () => document.activeElement.id === "earlier-3-1");
  await session.type(".picker input", "1-1");
  await press(session, ".picker__found button", "1-1　");
  await shows(session, ["9-2", "3-1", "1-1"]);
  await press(session, ".tool button", "資料の順");
  await shows(session, ["1-1", "3-1", "9-2"]);
  const address = await session.driver.getCurrentUrl();
  const other = await openBrowser({ size: PHONE });
  t.after(() => other.close());
  await other.open(address);
  await shows(other, ["1-1", "3-1", "9-2"]);
  assert.equal(await other.text(".handout h2"), "委員会 & 資料");
  assert.equal(await other.run(() => document.querySelector(".handout--landscape") !== null), true);
  assert.ok((await other.overflow()) <= 0);
});

test("a title is only text", async () => {
  await session.open(`${server.url}#/handout?of=3-1&title=${encodeURIComponent("<img src=x onerror=alert(1)>‮")}`);
  await shows(session, ["3-1"]);
  assert.ok((await session.text(".handout h2")).includes("<img src=x onerror=alert(1)>"));
  assert.equal(await session.run(() => document.querySelector(".handout img")), null);
});

test("one page on paper: official and own apart, each figure with its day, sources at the end", { skip: lacks("paper") }, async () => {
  await writeDown(session, "3-1", "44", "委員会で聞いた値");
  await session.open(`${server.url}#/handout?${of(["1-1", "3-1", "3-2"])}&title=${encodeURIComponent("子育ての指標")}&own=notes`);
  await session.find(".handout-own .own-latest b");
  const { pages, width, height } = await printed(session);
  assert.equal(pages.length, 1, pages.join("\n---\n"));
  assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} x ${height}`);
  const text = flat(pages[0]);
  for (const part of ["子育ての指標", "令和4年（2022年）3月", "作成", "計37校", "計52校", "令和5年度末", "あと15校（+40.5%）", "◆44校", "令和4年度末", "やや遅れ", "委員会で聞いた値", "公式評価ではありません", "出典：", "非公式", ...(NUMBERED ? ["1/1"] : [])]) {
    assert.ok(text.includes(flat(part)), `${part} is not on\n${pages[0]}`);
  }
  // Nothing of the screen comes along.
  for (const part of ["印刷する", "指標を加える", "シナリオの一覧へ", "使い方"]) assert.ok(!text.includes(flat(part)), part);
  await session.open(`${server.url}#/handout?of=3-1&own=no`);
  await session.until("the column is gone", () => document.querySelector(".handout") !== null && document.querySelector(".handout-own") === null);
  assert.ok(!flat((await printed(session)).pages[0]).includes("44校"));
});

test("many pages: head and number on each, no row cut in two, also lying", { skip: lacks("paper") }, async () => {
  const ids = LIST.indicators.map(({ id }) => id);
  for (const paper of ["portrait", "landscape"]) {
    await session.open(`${server.url}#/handout?${of(ids)}&paper=${paper}`);
    await session.until("all are there", (n) => document.querySelectorAll(".handout tbody a").length === n, ids.length);
    await session.until("and lie as asked", (wanted) => (document.querySelector(".handout--landscape") !== null) === wanted, paper === "landscape");
    const { pages, width, height } = await printed(session);
    assert.equal(width > height, paper === "landscape");
    assert.ok(pages.length > 3, `${pages.length} pages`);
    pages.forEach((page, at) => {
      assert.ok(!NUMBERED || flat(page).includes(`${at + 1}/${pages.length}`), `page ${at + 1} has no number`);
    });
    // Every page with rows repeats edition and day and the heads of the columns.
    const names = LIST.indicators.map(({ id, group, name }) => flat(`${id}${group ? `${group}：` : ""}${name}`));
    const texts = pages.map(flat);
    for (const text of texts.filter((one) => names.some((name) => one.includes(name)))) {
      assert.ok(text.includes("非公式の資料") && text.includes("●現状値"), text);
    }
    // Name, both statements and their days stand on one page, before the next row begins.
    LIST.indicators.forEach(({ current, target }, at) => {
      const page = texts.find((text) => text.includes(names[at]));
      assert.ok(page, `${names[at]} is not whole on any page`);
      const rest = page.slice(page.indexOf(names[at]) + names[at].length);
      const next = rest.indexOf(names[at + 1] ?? flat("出典："));
      const row = next < 0 ? rest : rest.slice(0, next);
      for (const line of [...current.lines, ...target.lines]) assert.ok(row.includes(flat(line)), `${names[at]}: ${line} is not in ${row}`);
      assert.ok((row.match(/令和\d+年|平成\d+年/g) ?? []).length >= 2, `${names[at]}: a day is missing in ${row}`);
    });
    for (const part of ["出典：", "非公式："]) assert.ok(texts.at(-1).includes(flat(part)), pages.at(-1));
  }
  await session.assertClean(server.url);
});
