// The hand-out: reached from every list of indicators, set by its address, printed on A4 and read back from the PDF.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertContains, lacks, openApp, PHONE } from "./app.mjs";
import { LIST } from "./list.mjs";
import { assertPrinted, normalize, printSheets } from "./paper.mjs";

const { server, session, comparison, explorer, handout, indicator } = await openApp({ after });
const HAS_PAGE_NUMBERS = !lacks("numbers");

test("the list, a goal, a plan and a comparison lead to a hand-out", async () => {
  await session.open("indicators/?plan=3");
  for (const id of ["3-2", "3-1"]) await explorer.toggleRow(id);
  await explorer.pressSelectionBar("配布資料");
  await handout.untilRows(["3-1", "3-2"]);
  for (const [address, name, count] of [["goals/1/", "子どもたちの笑顔輝くまち", 19], ["plans/3/", "計画3", 3]]) {
    await session.open(address);
    await session.clickText(".page-actions a", "配布資料");
    await handout.untilRowCount(count);
    assert.ok((await handout.title()).includes(name));
  }
  await comparison.open("9-2", "3-1");
  await session.clickText(".actions a", "配布資料");
  await handout.untilRows(["9-2", "3-1"]);
});

test("the address keeps every setting, and unknown settings are named", async (t) => {
  await handout.open(["3-1", "99-9", "9-2"], "&paper=round");
  await handout.untilRows(["3-1", "9-2"]);
  assert.match(await session.text(".page-note"), /99-9/);
  assert.match(await session.text(".banner"), /paper=round/);
  await session.type("#handout-title", "委員会 & 資料");
  await session.clickText(".handout-editor label", "A4 横");
  await handout.untilLandscape();
  await session.click("#later-3-1");
  await handout.untilRows(["9-2", "3-1"]);
  await session.untilFocus("#earlier-3-1");
  await session.type(".picker input", "1-1");
  await session.clickText(".picker__found button", "1-1　");
  await handout.untilRows(["9-2", "3-1", "1-1"]);
  await session.clickText(".tool button", "資料の順");
  await handout.untilRows(["1-1", "3-1", "9-2"]);
  const other = await openApp(t, { server, size: PHONE, at: await session.driver.getCurrentUrl() });
  await other.handout.untilRows(["1-1", "3-1", "9-2"]);
  assert.equal(await other.handout.title(), "委員会 & 資料");
  assert.equal(await other.session.count(".handout--landscape"), 1);
  await other.session.assertFits();
});

test("markup in a title is shown as text", async () => {
  await handout.open(["3-1"], `&title=${encodeURIComponent("<img src=x onerror=alert(1)>‮")}`);
  await handout.untilRows(["3-1"]);
  assert.ok((await handout.title()).includes("<img src=x onerror=alert(1)>"));
  assert.equal(await session.count(".handout img"), 0);
});

test("a printed page keeps official and own figures apart, with dates and sources", { skip: lacks("paper") }, async () => {
  await indicator.open("3-1");
  await indicator.add({ value: "44", note: "委員会で聞いた値" });
  await handout.open(["1-1", "3-1", "3-2"], `&title=${encodeURIComponent("子育ての指標")}&own=notes`);
  await handout.untilOwnFigure();
  const { sheets, width, height } = await printSheets(session);
  assert.equal(sheets.length, 1, sheets.join("\n---\n"));
  assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} x ${height}`);
  assertPrinted(sheets[0], ["子育ての指標", "令和4年（2022年）3月", "作成", "計37校", "計52校", "令和5年度末", "あと15校（+40.5%）", "◆44校", "令和4年度末", "やや遅れ", "委員会で聞いた値", "公式評価ではありません", "出典：", "非公式", ...(HAS_PAGE_NUMBERS ? ["1/1"] : [])]);
  // Nothing of the screen's controls is printed.
  for (const part of ["印刷する", "指標を加える", "シナリオの一覧へ", "使い方"]) assert.ok(!normalize(sheets[0]).includes(normalize(part)), part);
  await handout.open(["3-1"], "&own=no");
  await session.until("the column is gone", () => document.querySelector(".handout") !== null && document.querySelector(".handout-own") === null);
  assert.ok(!normalize((await printSheets(session)).sheets[0]).includes("44校"));
});

test("on many pages each has headings and a number, and no row is split, in both orientations", { skip: lacks("paper") }, async () => {
  const names = LIST.indicators.map(({ id, group, name }) => normalize(`${id}${group ? `${group}：` : ""}${name}`));
  for (const paper of ["portrait", "landscape"]) {
    await handout.open(LIST.indicators.map(({ id }) => id), `&paper=${paper}`);
    await handout.untilRowCount(LIST.indicators.length);
    await handout.untilLandscape(paper === "landscape");
    const { sheets, width, height } = await printSheets(session);
    assert.equal(width > height, paper === "landscape");
    assert.ok(sheets.length > 3, `${sheets.length} pages`);
    const texts = sheets.map(normalize);
    texts.forEach((text, at) => {
      assert.ok(!HAS_PAGE_NUMBERS || text.includes(`${at + 1}/${texts.length}`), `page ${at + 1} has no number`);
    });
    // Every page with rows repeats edition, date and column headings.
    for (const text of texts.filter((one) => names.some((name) => one.includes(name)))) {
      assertContains(text, "非公式の資料", "●現状値");
    }
    // A row's name, statements and dates are on one page, before the next row begins.
    LIST.indicators.forEach(({ current, target }, at) => {
      const page = texts.find((text) => text.includes(names[at]));
      assert.ok(page, `${names[at]} is split`);
      const rest = page.slice(page.indexOf(names[at]) + names[at].length);
      const next = rest.indexOf(names[at + 1] ?? normalize("出典："));
      const row = next < 0 ? rest : rest.slice(0, next);
      assertPrinted(row, [...current.lines, ...target.lines]);
      assert.ok((row.match(/令和\d+年|平成\d+年/g) ?? []).length >= 2, `${names[at]}: a date is missing in ${row}`);
    });
    assertPrinted(sheets.at(-1), ["出典：", "非公式："]);
  }
  await session.assertClean();
});
