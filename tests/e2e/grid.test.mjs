// The grid: editing all figures of a scenario as in a spreadsheet, by keys, by pasting and by filling down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertContains, Key, openApp, PHONE } from "./app.mjs";
import { crashAndReload, draftKeys, figure, scenario, storedScenarios, untilStored } from "./storage.mjs";

const NAME = "わたしの想定";
const MINE = "3-1 2023-03-31 44";
const PLANS = "plan=1&plan=2&plan=3";
const EMPTY = "未入力";
const UNSAVED = "まだ書きとめていません";

async function openGrid(t, { query = PLANS, ...options } = {}) {
  const app = await openApp(t, { stored: [scenario("mine", NAME, "diamond", [figure("3-1", 44, "校")])], ...options });
  await app.grid.open(query);
  return app;
}

const assertStored = async (session, ...figures) => assert.deepEqual(await storedScenarios(session), [[NAME, ...figures]]);
const untilFigures = (session, ...figures) => untilStored(session, [NAME, ...figures]);
const untilFigureCount = (session, count) => session.waitFor(`${count} figures are stored`, async () => (await storedScenarios(session))[0].length === count + 1);

test("keys move between cells, submit, refuse, discard and undo as in a spreadsheet, and statuses follow", async (t) => {
  const { session, grid } = await openGrid(t);
  const cell = await grid.cell("1-1");
  const nextDate = await grid.cell("1-1", 1);
  const column = await grid.firstColumn();
  const below = column[column.indexOf(cell) + 1];
  assert.equal(await grid.status("1-1"), EMPTY);
  await session.click(cell);
  await session.press("８");
  await session.waitFor("the status follows each key", async () => (await grid.status("1-1")) !== EMPTY);
  await assertStored(session, MINE);
  await session.press(Key.ENTER);
  assert.equal(await grid.focusedCell(), below, "Enter moves down");
  assert.equal(await session.value(cell), "8");
  assert.notEqual(await grid.status("1-1"), EMPTY);
  await session.press(Key.ARROW_UP);
  assert.equal(await grid.focusedCell(), cell);
  await session.press(Key.ARROW_RIGHT);
  assert.equal(await grid.focusedCell(), nextDate, "an arrow moves to the next date");
  await session.press("たくさん", Key.TAB);
  await session.untilInvalid(nextDate);
  assert.equal(await session.value(nextDate), "たくさん", "refused text stays");
  await assertStored(session, "1-1 2023-03-31 8", MINE);
  await session.click(nextDate);
  await session.press(Key.ESCAPE);
  assert.equal(await session.value(nextDate), "", "Escape discards the text");
  assert.equal(await session.attribute(nextDate, "aria-invalid"), null);
  const status = await grid.status("1-1");
  await session.press("1", Key.ESCAPE);
  assert.equal(await grid.status("1-1"), status, "Escape restores the status");
  await session.press(Key.ARROW_LEFT);
  assert.equal(await grid.focusedCell(), cell);
  await session.press(Key.DELETE);
  await grid.untilValue(cell, "");
  assert.equal(await grid.status("1-1"), EMPTY);
  await session.undo();
  await grid.untilValue(cell, "8");
  await session.undo();
  await grid.untilValue(cell, "");
  await session.redo();
  await grid.untilValue(cell, "8");
  await session.assertClean();
});

test("a number typed into a filled cell replaces the old one", async (t) => {
  const { session, grid } = await openGrid(t);
  const cell = await grid.cell("3-1");
  assert.equal(await session.value(cell), "44");
  await session.click(cell);
  await session.press("52", Key.ENTER);
  await untilFigures(session, "3-1 2023-03-31 52");
});

test("a block from Excel is previewed, pasted in one step and undone in one", async (t) => {
  const { session, grid, shell } = await openGrid(t);
  const column = await grid.firstColumn();
  assert.ok(column.length > 3);
  await session.click(await grid.cell("1-1"));
  const preview = await grid.paste("８\t1,0\r\n\t9\r\nたくさん\t10\r\n");
  assertContains(preview, "まだ何も変えていません", "空欄（いまの値のまま） 1件", /入れられない値 [1-4]件/, "たくさん");
  await session.press(Key.ESCAPE);
  await grid.untilPreviewClosed();
  await assertStored(session, MINE);

  await session.click(await grid.cell("1-1"));
  await grid.paste("8\t9\r\n7\t8\r\n");
  await grid.acceptPaste();
  await grid.untilPreviewClosed();
  await shell.untilMessage("貼り付け");
  const [[, ...figures]] = await storedScenarios(session);
  assert.equal(figures.length, 5, figures.join());
  await shell.pressUndo();
  await untilFigures(session, MINE);
  // The preview counts the rows beyond the end of the table.
  await session.click(column.at(-1));
  assert.match(await grid.paste("1\r\n2\r\n3\r\n"), /はみ出す2件/);
  await session.assertClean();
});

test("a range can be filled down, copied and cleared", async (t) => {
  const { session, grid } = await openGrid(t);
  await session.click(await grid.cell("1-1"));
  await session.press("8", Key.ENTER, Key.ARROW_UP);
  await session.chord(Key.SHIFT, Key.ARROW_DOWN);
  assert.equal(await session.count(".sheet .is-chosen"), 2);
  await session.chord(Key.CONTROL, "d");
  await untilFigureCount(session, 3);
  assert.equal(await session.clipboard("copy"), "8\r\n8");
  await session.press(Key.DELETE);
  await untilFigures(session, MINE);
  await session.undo();
  await untilFigureCount(session, 3);
});

test("leaving the page while typing a number saves it", async (t) => {
  const { session, grid } = await openGrid(t);
  await session.click(await grid.cell("1-1"));
  await session.press("8");
  await session.go("guide/");
  await session.untilCount(".sheet", 0);
  await assertStored(session, "1-1 2023-03-31 8", MINE);
  assert.deepEqual(await draftKeys(session), []);
  await grid.open(PLANS);
  await session.click(await grid.cell("1-1"));
  await session.press(Key.F2, "5");
  await session.reload();
  // If the browser cuts off the save before a reload, the number is restored as a draft.
  assert.equal(await session.value(await grid.cell("1-1")), "85");
});

test("unfinished and refused text in cells is restored after a crash", async (t) => {
  const { session, grid } = await openGrid(t);
  const cell = await grid.cell("1-1");
  const nextDate = await grid.cell("1-1", 1);
  const values = async () => [await session.value(cell), await session.value(nextDate)];
  await session.click(nextDate);
  await session.press("たくさん");
  await session.click(cell);
  await session.press("8", "5");
  await crashAndReload(session);
  await grid.untilShown();
  assert.deepEqual(await values(), ["85", "たくさん"]);
  assertContains(await grid.cellText(cell), UNSAVED);
  assert.equal(await session.attribute(nextDate, "aria-invalid"), "true");
  assert.notEqual(await grid.status("1-1"), EMPTY, "the status follows the restored text");
  await assertStored(session, MINE);
  await session.click(cell);
  await session.press(Key.ENTER);
  await session.waitFor("the number is submitted", async () => !(await grid.cellText(cell)).includes(UNSAVED));
  await assertStored(session, "1-1 2023-03-31 85", MINE);
  await session.click(nextDate);
  await session.press(Key.ESCAPE);
  assert.equal(await session.value(nextDate), "");
  assert.deepEqual(await draftKeys(session), []);
  await session.reload();
  await grid.untilShown();
  assert.deepEqual(await values(), ["85", ""]);
  await session.assertClean();
});

test("filters of the list apply to the grid, and a phone shows each indicator as a block", async (t) => {
  const { session, grid } = await openGrid(t, { query: "plan=3", size: PHONE });
  const rows = await grid.rows();
  assert.ok(rows.length > 2 && rows.every((id) => id.startsWith("3-")), rows.join());
  assert.match(await grid.status("3-1"), /やや遅れ/);
  await session.assertFits();
  await session.click(await grid.cell("3-1"));
  await session.press(Key.END, Key.BACK_SPACE, Key.BACK_SPACE, "52", Key.ENTER);
  await session.waitFor("the status follows", async () => (await grid.status("3-1")).includes("達成"));
  await session.clickText(".segments button", "入力ずみ");
  await session.waitFor("only rows with figures are left", async () => (await grid.rows()).join() === "3-1");
  await session.assertClean();
});
