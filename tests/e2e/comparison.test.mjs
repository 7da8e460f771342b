// Comparing indicators: from the list, a plan and an indicator; order, removal, adding; own figures; link and file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { assertContains, openApp, PHONE } from "./app.mjs";

const { server, session, comparison, explorer, indicator, shell } = await openApp({ after });

test("the address selects the indicators, and errors in it are named", async () => {
  await session.open("compare/?of=9-2&of=3-1&of=77-7&of=9-2");
  await comparison.untilColumns(["9-2", "3-1"]);
  assert.match(await session.text(".page-note"), /77-7/);
  assert.match(await session.text(".banner"), /of=9-2/);
  assertContains((await comparison.cells("official", "td:last-child")).slice(0, 2).join(), /計37校 令和3年度末（2022年3月）.*計52校 令和5年度末（2024年3月）/);
  assert.match(await session.text(".compare-table"), /あと15校/);
  assert.match(await session.text(".compare-own"), /区の公式評価ではありません/);
});

test("buttons move, remove and add columns, and back restores the earlier selection", async () => {
  await comparison.open("3-1", "9-2");
  await session.click("#later-3-1");
  await comparison.untilColumns(["9-2", "3-1"]);
  assert.equal(await session.address(), "compare/?of=9-2&of=3-1");
  // The last column cannot move further; focus is on the button for the other direction.
  await session.untilFocus("#earlier-3-1");
  assert.equal(await session.property("#later-3-1", "disabled"), true);
  await session.type(".picker input", "学童");
  await session.find(".picker__found button");
  const id = await session.run(() => {
    const suggestion = document.querySelector(".picker__found button");
    suggestion.click();
    return suggestion.textContent.split("　")[0];
  });
  await comparison.untilColumns([...new Set(["9-2", "3-1", id])]);
  await session.click("[aria-label^='9-2 '][aria-label$='を外す']");
  await session.until("9-2 is removed", () => !location.href.includes("9-2"));
  await session.back();
  await session.untilAddress("9-2");
  await session.assertClean();
});

test("the comparison has room for six indicators and refuses a seventh", async () => {
  await comparison.open("1-1", "1-2", "1-3", "2-1", "2-2", "2-3");
  assert.equal(await session.count(".picker"), 0);
  await indicator.open("3-1");
  await session.clickText(".page-actions button", "比較に加える");
  await shell.untilMessage("6件まで");
  assert.match(await session.text(".page-actions"), /比較に加える.*比較を開く（6件）/s);
});

test("the list, a plan and an indicator lead to the comparison", async () => {
  await session.open("indicators/?plan=3");
  for (const id of ["3-2", "3-1"]) await explorer.toggleRow(id);
  await explorer.pressSelectionBar("比較する");
  await comparison.untilColumns(["3-1", "3-2"]);
  await indicator.open("9-2");
  await session.clickText(".page-actions button", "比較に加える");
  await session.untilText(".page-actions a", "3件");
  await session.click(".page-actions a");
  await comparison.untilColumns(["3-1", "3-2", "9-2"]);
  await session.open("plans/3/");
  await session.clickText(".page-actions a", "くらべる");
  await session.until("the plan's indicators are compared", () => location.href.includes("/compare/?of=3-1&of=3-2"));
  const all = await comparison.columns();
  assert.ok(all.length <= 6 && all.every((id) => id.startsWith("3-")), all.join());
  await session.open("indicators/");
  await explorer.toggleAll();
  await explorer.pressSelectionBar("比較する");
  await shell.untilMessage("120件を選んで");
  await explorer.toggleAll();
});

test("own figures have rows of their own with their assessment, and are in the exported file", async () => {
  await indicator.open("3-1");
  await indicator.add({ value: "44" });
  await comparison.open("9-2", "3-1");
  const [without, withFigure] = await comparison.cells("own");
  assert.match(without, /未入力/);
  assert.match(withFigure, /◆ 44校 令和4年度末（2023年3月）.*◐ やや遅れ.*46\.7%/);
  const official = (await session.each(".compare-official", "innerText")).join();
  assert.ok(!official.includes("44"), official);
  await session.clickText(".actions button", "CSV");
  const file = await session.downloaded(".csv");
  assert.match(file, /-compare-\d{8}\.csv$/);
  const lines = readFileSync(file, "utf8").trim().split("\r\n");
  assert.deepEqual([lines[1].split(",")[0], lines.at(-1).split(",")[0]], ["指標9-2", "指標3-1"]);
  assert.ok(lines.at(-1).includes(",44,校,"), lines.at(-1));
  await session.assertClean();
});

test("on a phone every value names its indicator, and the comparison does not scroll sideways", async (t) => {
  const { session, comparison } = await openApp(t, { server, size: PHONE, at: "compare/" });
  assert.match(await session.text(".empty"), /まだ指標がありません/);
  await comparison.open("3-1", "9-2", "14-3", "2-4", "1-1", "20-3");
  await session.assertFits();
  assert.match(await session.property(".compare-official td", "innerText"), /^3-1/);
  await session.assertClean();
});
