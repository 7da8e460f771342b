// Export and import of own figures: the files, the preview, and undo.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { assertContains, openApp, PHONE } from "./app.mjs";
import { DIST } from "./server.mjs";
import { storedScenarios, untilStored } from "./storage.mjs";

const FIGURE = { id: "3-1", value: "44", date: "2023-03-31", note: '=HYPERLINK("x","y")' };
const MINE = ["わたしの想定", "3-1 2023-03-31 44"];

/** A reader at the list of scenarios who has entered some figures. */
async function openFiles(t, figures = [], options = {}) {
  const app = await openApp(t, { at: null, ...options });
  for (const { id, ...figure } of figures) {
    await app.indicator.open(id);
    await app.indicator.add(figure);
  }
  await app.scenarios.open();
  return app;
}

test("the CSV, JSON and template files have the right content", async (t) => {
  const { session, scenarios } = await openFiles(t, [FIGURE]);
  const csv = await scenarios.download("csv");
  assert.match(csv.name, /^nerima-.*-own-figures-\d{8}\.csv$/);
  assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [head, row] = csv.text.slice(1).split("\r\n");
  assertContains(head.split(","), "指標番号", "公式値：目標の数", "想定値：数または段階", "想定値：時点");
  // The apostrophe prevents a formula.
  assertContains(row, /指標3-1,.*,44,校,2023-03-31,/, `"'=HYPERLINK(""x"",""y"")"`, "区の公式評価ではありません");
  const json = JSON.parse((await scenarios.download("json")).text);
  assert.equal(json.version, 1);
  assert.ok(json.list.id in json.workspaces);
  assert.ok(json.list.edition !== "" && json.app !== "");
  const lines = (await scenarios.download("template")).text.trim().split("\r\n");
  assert.ok(lines.length > 120, `${lines.length}`);
  assert.deepEqual(await storedScenarios(session), [MINE]);
  await session.assertClean();
});

test("a file edited in Excel is previewed, merged, and undone with one click", async (t) => {
  const { session, scenarios, shell } = await openFiles(t, [FIGURE], { size: PHONE });
  const [head, row] = (await scenarios.download("csv")).text.slice(1).trim().split("\r\n");
  // As Excel saves it: another date format, one more row, and a number turned into a date.
  const edited = [
    head,
    row.replace(",44,校,2023-03-31,", ",48,校,2023/3/31,"),
    row.replace(",44,校,2023-03-31,", ",50,校,2024/3/31,"),
    row.replace("指標3-1", "9月2日"),
  ].join("\r\n");
  const preview = await scenarios.upload("edited.csv", edited);
  assertContains(preview, "新しい：1件", "値が変わる：1件", "取り込めない：1件");
  await session.untilFocus("#import-heading");
  assertContains(await session.property(".import", "textContent"), "44校 → 48校", "4行目：「9月2日」は日付です");
  await session.assertFits();

  await scenarios.cancelImport();
  await session.untilCount(".import", 0);
  assert.ok(await session.run(() => document.activeElement?.matches(".files__in h3")), "focus is not lost");
  assert.deepEqual(await storedScenarios(session), [MINE], "cancelling changes nothing");

  await scenarios.upload("edited.csv", edited);
  await scenarios.chooseImportMode("merge");
  await scenarios.acceptImport();
  await shell.untilMessage("2件を反映");
  assert.deepEqual(await storedScenarios(session), [["わたしの想定", "3-1 2023-03-31 48", "3-1 2024-03-31 50"]]);
  await shell.pressUndo();
  await untilStored(session, MINE);
  await session.assertClean();
});

test("replacing and adding a scenario are undone with one click", async (t) => {
  const { session, scenarios, shell } = await openFiles(t, [FIGURE]);
  const table = "指標番号\t想定値\t時点\n1-1\t8\t令和4年度末\n7-6\t一部実施\t令和4年度末\n";
  const figures = ["1-1 2023-03-31 8", "7-6 2023-03-31 partial"];
  await scenarios.upload("table.tsv", table);
  await scenarios.chooseImportMode("replace");
  assert.match(await session.text(".import"), /ファイルにない（入れかえると消える）：1件/);
  await scenarios.acceptImport();
  await untilStored(session, ["わたしの想定", ...figures]);
  await shell.pressUndo();
  await untilStored(session, MINE);

  await scenarios.upload("table.tsv", table);
  await scenarios.acceptImport();
  await untilStored(session, ["table", ...figures], MINE);
  await shell.pressUndo();
  await untilStored(session, MINE);
});

test("Shift_JIS, UTF-16, pasted and dropped tables have the same preview", async (t) => {
  const { session, scenarios } = await openFiles(t);
  // 指標番号,想定値,時点,メモ / 3-1,44,2023/3/31,表 in Shift_JIS.
  const sjis = Buffer.from("8e77955794d48d862c917a92e8926c2c8e9e935f2c838183820d0a332d312c34342c323032332f332f33312c955c0d0a", "hex");
  assert.match(await scenarios.upload("sjis.csv", sjis), /新しい：1件/);
  const utf16 = Buffer.from("\ufeff指標番号\t想定値\t時点\r\n3-1\t44\t2023/3/31\r\n", "utf16le");
  assert.match(await scenarios.upload("unicode.txt", utf16), /新しい：1件/);
  await scenarios.cancelImport();

  await scenarios.importText("3-1\t４４校\tR5.3.31");
  assert.match(await session.text(".import"), /貼り付けた表[^]*新しい：1件/);
  await scenarios.cancelImport();

  await session.run(() => {
    const data = new DataTransfer();
    data.items.add(new File(["指標番号,想定値,時点\n3-1,44,2023-03-31"], "dropped.csv"));
    document.querySelector(".files__in").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  assert.match(await session.text(".import"), /dropped\.csv[^]*新しい：1件/);
  assert.equal(await session.count(".files__refused"), 0);
});

test("hostile and oversized files are refused with a reason and change nothing", async (t) => {
  const { session, scenarios } = await openFiles(t, [FIGURE]);
  for (const [name, bytes, reason] of [
    ["large.csv", Buffer.alloc(5 * 1024 * 1024 + 1, "a"), /5MBまで/],
    ["book.xlsx", Buffer.from("PK\u0003\u0004noise"), /CSV/],
    ["noise.bin", Buffer.from([0xff, 0xfe, 0xfd, 0x00, 0x81, 0x00]), /読めない|見つかりません/],
    ["deep.json", "[".repeat(1_000_000), /JSONではないか/],
    ["other.json", '{"a":1}', /JSONではないか/],
    ["newer.json", '{"format":"ward-indicators/own-figures","version":2,"workspaces":{}}', /新しい版のアプリ/],
    ["empty.csv", "", /何も書かれていません/],
    ["official.csv", readFileSync(path.join(DIST, "data/indicators.csv")), /想定値：数または段階/],
  ]) {
    assert.match(await scenarios.upload(name, bytes), reason, name);
    assert.equal(await session.count("[data-import=apply]"), 0, name);
  }
  const script = "指標番号,想定値,時点,メモ,シナリオ\n3-1,44,2023-06-30,<img src=x onerror=alert(1)>,<script>document.title='x'</script>\n<b>9</b>,1,2023-03-31,,\n";
  await scenarios.upload("script.csv", script);
  await scenarios.acceptImport();
  await session.waitFor("the scenario is stored", async () => (await storedScenarios(session)).length === 2);
  assert.equal(await session.count("main img[src=x], main script, .toast script"), 0);
  await session.assertClean();
});

test("a JSON file transfers all figures to another browser", async (t) => {
  const { server, session, scenarios } = await openFiles(t, [FIGURE, { id: "1-1", value: "8", date: "2023-03-31" }]);
  const json = await scenarios.download("json");
  const other = await openFiles(t, [], { server });
  const merge = async () => {
    const preview = await other.scenarios.upload("copy.json", json.bytes);
    await other.scenarios.chooseImportMode("merge");
    await other.scenarios.acceptImport();
    return preview;
  };
  assert.match(await merge(), /想定値が2件[^]*新しい：2件/);
  await untilStored(other.session, ...(await storedScenarios(session)));
  await other.indicator.open("3-1");
  assert.match(await other.session.text(".own-list .note"), /=HYPERLINK/);
  // A second import finds nothing to change.
  await other.scenarios.open();
  await merge();
  await other.shell.untilMessage("変わるところはありません");
  await other.session.assertClean();
});
