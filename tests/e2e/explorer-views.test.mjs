// The explorer's table, cards and matrix, selecting rows, and exporting.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { lacks, openApp, PHONE } from "./app.mjs";

const { server, session, explorer, shell, sharing } = await openApp({ after });

test("headings sort the table, and the address keeps order, columns and spacing", async (t) => {
  await session.open("indicators/");
  assert.equal((await explorer.sortedColumns())["番号▲"], "ascending");
  await explorer.sortBy("道のり");
  await session.untilAddress("sort=gap-desc");
  assert.equal((await explorer.sortedColumns())["道のり"], "descending");
  assert.deepEqual((await explorer.rows()).slice(0, 2), ["11-6", "11-5"]);
  await explorer.sortBy("道のり");
  await session.until("the order is reversed", () => location.href.includes("sort=gap") && !location.href.includes("desc"));

  for (const choice of ["目標の時点", "現状値", "つめる"]) await explorer.pressTool(choice);
  await session.find(".indicator-table.is-dense");
  const columns = await explorer.columns();
  assert.ok(columns.includes("目標の時点") && !columns.includes("現状値"), columns.join());

  const other = await openApp(t, { server, at: await session.driver.getCurrentUrl() });
  assert.deepEqual(await other.explorer.rows(), await explorer.rows());
  assert.deepEqual(await other.explorer.columns(), columns);
  assert.equal(await other.session.count(".indicator-table.is-dense"), 1);

  await session.run(() => window.scrollTo(0, 3000));
  await session.until("the headings stick to the top", () => document.querySelector(".indicator-table thead th").getBoundingClientRect().top === 0);
  await session.assertClean();
});

test("clicks in the table hit what is drawn there, and the whole name cell is a link", async (t) => {
  const { session } = await openApp(t, { server, at: "indicators/?view=table" });
  await session.find(".indicator-table .indicator-row");
  const missed = await session.run(() => {
    const center = ({ x, y, width, height }) => document.elementFromPoint(x + width / 2, y + height / 2);
    const missed = [];
    const all = document.querySelector(".choose-all input");
    if (center(all.getBoundingClientRect()) !== all) missed.push("all");
    for (const row of [...document.querySelectorAll(".indicator-row")].slice(0, 2)) {
      const cell = row.querySelector(".indicator-row__head").getBoundingClientRect();
      const link = row.querySelector(".indicator-row__head a");
      if (document.elementFromPoint(cell.right - 4, cell.bottom - 4)?.closest("a") !== link) missed.push(link.textContent);
      if (center(row.querySelector(".row-choice input").getBoundingClientRect())?.closest("tr") !== row) missed.push(`selection of ${link.textContent}`);
    }
    return missed;
  });
  assert.deepEqual(missed, []);
});

test("the table appears only where its columns fit, and filtering does not move them", { skip: lacks("view") }, async (t) => {
  const { session, explorer } = await openApp(t, { server, at: "indicators/" });
  /** The widths of all columns; each must have room for five letters and the space around them. */
  const widths = async (where) => {
    const all = await explorer.columnWidths();
    for (const width of all) assert.ok(width >= 64, `a column of ${width} pixels ${where}`);
    return all;
  };
  for (const [width, isTable] of [[960, false], [1100, false], [1152, true], [1280, true], [1800, true]]) {
    await session.resize({ width, height: 800 });
    await session.find(isTable ? ".indicator-table" : ".rows--cards");
    await session.untilCount(isTable ? ".rows--cards" : ".indicator-table", 0);
    await widths(`at ${width}`);
  }
  await session.open("indicators/?columns=plan.kind.current.track.target.due.level.own");
  await widths("among all columns");
  await session.assertFits();
  await session.open("indicators/");
  const before = await widths("by default");
  await explorer.search("定員");
  await explorer.untilResultCount((count) => count < 20);
  assert.deepEqual(await explorer.columnWidths(), before);
});

test("every count of the matrix links to the list it counts", async () => {
  await session.open("indicators/");
  await session.clickText(".segments button", "マトリクス");
  await session.untilCount(".matrix tbody tr", 6);
  const count = await session.run(() => {
    const link = document.querySelectorAll(".matrix tbody tr")[2].querySelector("td a");
    link.click();
    return Number(link.textContent);
  });
  await explorer.untilRows(count);
  await session.back();
  await session.find(".matrix");
  await session.assertClean();
});

test("a phone shows cards and the matrix without sideways scrolling", async (t) => {
  const { session, explorer } = await openApp(t, { server, size: PHONE, at: "indicators/?view=table" });
  assert.equal(await session.count(".indicator-table"), 0);
  assert.equal((await explorer.rows()).length, 120);
  for (const [address, shown] of [["indicators/?view=matrix", ".matrix"], ["./", "#measured"]]) {
    await session.open(address);
    await session.find(shown);
    await session.assertFits(address);
  }
});

test("selected rows stay selected on other pages and can be exported", async () => {
  await session.open("indicators/?goal=1");
  for (const id of ["3-1", "1-3"]) await explorer.toggleRow(id);
  await session.untilText(".choice-bar", "2件");
  await session.go("goals/1/");
  await session.untilCount(".choice-bar", 0);
  await session.go("indicators/");
  await explorer.untilSelected(2);
  await explorer.pressSelectionBar("CSV");
  const file = await session.downloaded(".csv");
  assert.match(path.basename(file), /^nerima-vision2-kpi-2022-03-draft-chosen-\d{8}\.csv$/);
  const text = readFileSync(file, "utf8");
  const lines = text.trim().split("\r\n");
  assert.ok(lines[1].startsWith("指標1-3,") && lines.at(-1).startsWith("指標3-1,"), text);
  assert.ok(lines.slice(1).every((line) => line.includes("非公式")));

  await explorer.toggleAll();
  await explorer.untilSelected(120);
  await explorer.toggleAll();
  await explorer.untilSelected(0);
  await session.assertClean();
});

test("the table can be copied for a spreadsheet, and the link for another reader", async () => {
  await session.open("indicators/?plan=3");
  await sharing.fakeClipboard();
  await explorer.pressTool("表をコピー");
  const table = await sharing.untilCopied();
  assert.equal(table.split("\r\n")[1].split("\t").slice(0, 2).join(), "指標3-1,ねりっこクラブの実施");
  await shell.untilMessage("3件の表");
  await explorer.pressTool("リンク");
  assert.equal(await sharing.untilCopied(2), await session.driver.getCurrentUrl());
});
