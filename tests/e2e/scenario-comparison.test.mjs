// Comparing scenarios: selection, differences first, counts by goal, charts with their tables, on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertContains, openApp, PHONE } from "./app.mjs";
import { figure, scenario } from "./storage.mjs";

/** Two scenarios that differ, and an empty one. */
const SCENARIOS = [
  scenario("mine", "わたしの想定", "diamond", [figure("3-1", 44, "校"), figure("1-1", 8, "か所"), figure("1-2", 7, "か所")]),
  scenario("s-1", "委員会で聞いた値", "triangle", [figure("3-1", 50, "校"), figure("1-1", 8, "か所")]),
  scenario("s-2", "まだ空", "square", []),
];

test("rows that differ come first, and statuses are counted by goal", async (t) => {
  const { session, scenarioComparison } = await openApp(t, { stored: SCENARIOS });
  await scenarioComparison.open("mine", "s-1");
  const rows = await scenarioComparison.rows();
  assert.deepEqual(rows.map(({ id, difference }) => [id, difference]), [["3-1", "≠ 判定が違う"], ["1-2", "一部のシナリオだけ"]]);
  const [{ official, own }, second] = rows;
  assertContains(official[0], "計37校");
  assertContains(official[1], "計52校");
  assertContains(own[0], /44校.*やや遅れ.*46\.7%/);
  assertContains(own[1], /50校.*順調.*86\.7%/);
  assertContains(second.own[1], "未入力");

  await session.click(".comparison-show button:nth-child(2)");
  await session.untilCount(".comparison-rows tbody tr", 3);
  const equal = (await scenarioComparison.rows())[2];
  assert.equal(equal.id, "1-1");
  assert.match(equal.difference, /同じ/);

  const [mine, other] = await scenarioComparison.counts();
  assertContains(mine, "達成 1 / 19", "やや遅れ 1 / 19", "未入力 16 / 19");
  assertContains(other, "順調 1 / 19", "未入力 17 / 19");
  assertContains((await scenarioComparison.counts("tfoot"))[0], "未入力 117 / 120");
  await session.assertText("main", "区の公式評価ではありません");
  await session.assertClean();
});

test("the address keeps the selection, and back restores the earlier one", async (t) => {
  const { session, scenarioComparison } = await openApp(t, { stored: SCENARIOS, at: "scenarios/compare/?of=mine&of=gone" });
  await session.untilText(".comparison-unknown", "1つ");
  assert.equal(await session.count(".comparison-table"), 0);
  await session.click(".comparison-choice__item:nth-of-type(3) input");
  await scenarioComparison.untilColumns(2);
  assert.equal(await session.address(), "scenarios/compare/?of=mine&of=s-2");
  assert.equal(await session.count(".comparison-unknown"), 0);
  assert.equal(await session.attribute(".comparison-heads a", "href"), "scenarios/sheet/?of=mine");
  // Not `reload`, which adds a page to the history in some engines.
  await session.driver.navigate().refresh();
  await session.ready();
  await scenarioComparison.untilColumns(2);
  await session.back();
  await session.until("the earlier selection is back", () => document.querySelector(".comparison-choice") && document.querySelector(".comparison-heads") === null);
  assert.deepEqual(await session.each(".comparison-choice input", "checked"), [true, false, false]);
});

test("on a phone the comparison does not scroll sideways, and both charts have tables", async (t) => {
  const { session, scenarioComparison } = await openApp(t, { stored: SCENARIOS, size: PHONE });
  await scenarioComparison.open("s-1", "mine", "s-2");
  await session.assertFits();
  // Each cell names its scenario.
  const [{ own }] = await scenarioComparison.rows();
  assert.match(own[0], /^委員会で聞いた値 50校/);
  assert.match(own[1], /^わたしの想定 44校/);
  for (const at of [0, 1]) {
    await session.run((at) => document.querySelectorAll("figure.chart")[at].scrollIntoView({ behavior: "instant" }), at);
    await session.until("the chart is drawn", (at) => document.querySelectorAll("figure.chart")[at].querySelector(".chart-drawing svg path"), at);
    await session.run((at) => document.querySelectorAll("figure.chart")[at].querySelectorAll(".chart-switch button")[1].click(), at);
    await session.until("its table is shown", (at) => !document.querySelectorAll("figure.chart")[at].querySelector(".chart-table").hidden, at);
  }
  const tables = await session.each(".chart-table", "innerText");
  assert.match(tables[0], /▲ 委員会で聞いた値/);
  assert.match(tables[1], /86\.7%/);
  await session.assertFits();
  await session.assertClean();
});

test("with only one scenario the page says that a second is needed", async (t) => {
  const { session } = await openApp(t, { stored: SCENARIOS.slice(0, 1), size: PHONE, at: "scenarios/compare/" });
  assert.match(await session.text(".comparison-choice"), /もう一つ/);
  assert.equal(await session.attribute(".comparison-choice a", "href"), "scenarios/");
  await session.assertFits();
});
