// Scenarios: create, rename, copy, reorder, delete, undo; templates; drafts; the backup reminder; damaged storage.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, PHONE } from "./app.mjs";
import { crashAndReload, draftKeys, KEY, replaceStored, storageHolds, storedText } from "./storage.mjs";

const FIRST = "わたしの想定";

/** Indexes of the choices in the form for a new scenario. */
const EMPTY = 0;
const ALL_TARGETS = 2;
const ON_A_DAY = 3;
const STRAIGHT_LINE = 4;

const openScenarios = (t, options) => openApp(t, { at: "scenarios/", ...options });

test("an unfinished name and description are restored after a crash", async (t) => {
  const { session, scenarios } = await openScenarios(t);
  const NAME = ".scenario-item .scenario-form [id$=-name]";
  const DESCRIPTION = ".scenario-item .scenario-form textarea";
  await session.type("#new-name", "聞き取");
  await scenarios.press(0, "edit");
  await session.type(NAME, "委員会");
  await session.type(DESCRIPTION, "<b>令和4年度の");
  await crashAndReload(session);
  await scenarios.untilNames(FIRST);
  assert.deepEqual([await session.value("#new-name"), await session.value(NAME), await session.value(DESCRIPTION)], ["聞き取", "委員会", "<b>令和4年度の"]);
  assert.match(await session.text(".scenario-item .own-restored"), /まだ書きとめていません/);
  await scenarios.submitEdit();
  await scenarios.untilNames("委員会");
  assert.match(await session.text(".scenario-item .note"), /<b>令和4年度の/);
  await scenarios.submitNew();
  await scenarios.untilNames("委員会", "聞き取");
  // A discarded draft does not come back.
  await scenarios.press(0, "edit");
  await session.type(NAME, "別の名前");
  assert.equal((await draftKeys(session)).length, 1);
  await scenarios.cancelEdit();
  assert.deepEqual(await draftKeys(session), []);
  await session.reload();
  await scenarios.untilNames("委員会", "聞き取");
  assert.equal(await session.count(NAME), 0);
  await session.assertClean();
});

test("scenarios can be created, renamed, copied, moved and deleted, and each step undone after a reload", async (t) => {
  const { session, scenarios } = await openScenarios(t);
  const [HEARD, COPY] = ["委員会の聞き取り", "委員会の聞き取りの写し"];
  await scenarios.create(EMPTY, "聞き取り");
  await scenarios.untilNames(FIRST, "聞き取り");
  await scenarios.press(1, "edit");
  await session.type(".scenario-form [id$=-name]", HEARD);
  await session.type(".scenario-form textarea", "令和4年度の委員会で聞いた数");
  await scenarios.submitEdit();
  await scenarios.untilNames(FIRST, HEARD);
  await scenarios.press(1, "copy");
  await scenarios.untilNames(FIRST, HEARD, COPY);
  await scenarios.press(2, "up");
  await scenarios.untilNames(FIRST, COPY, HEARD);
  await session.untilFocus("[data-action=up]");
  await scenarios.press(1, "delete");
  await scenarios.untilNames(FIRST, HEARD);

  await session.reload();
  await scenarios.untilNames(FIRST, HEARD);
  for (const names of [[FIRST, COPY, HEARD], [FIRST, HEARD, COPY], [FIRST, HEARD]]) {
    await session.undo();
    await scenarios.untilNames(...names);
  }
  await session.redo();
  await scenarios.untilNames(FIRST, HEARD, COPY);
  await session.assertClean();
});

test("an invalid name is refused beside its field", async (t) => {
  const { session, scenarios } = await openScenarios(t);
  for (const name of ["", "あ".repeat(61)]) {
    await scenarios.create(EMPTY, name);
    await session.untilInvalid("#new-name");
    assert.notEqual(await session.text("#new-name-problem"), "");
  }
  assert.deepEqual(await scenarios.names(), [FIRST]);
});

test("a template fills a scenario, has the promised statuses and says what it leaves out", async (t) => {
  const { session, scenarios, shell } = await openScenarios(t, { size: PHONE });
  await scenarios.create(STRAIGHT_LINE);
  await scenarios.untilNames(FIRST, "直線ペース");
  const counts = await session.text(".scenario-item.is-active .status-counts");
  assert.match(counts, /順調/);
  assert.doesNotMatch(counts, /遅れ|後退|判定できない/);
  assert.match(await session.text("section[aria-labelledby=new-heading] [role=status]"), /入れていません/);
  await session.assertText("section[aria-labelledby=rollup-heading]", /120件のうち\d+件に想定値があります/, "公式評価ではありません");
  await session.assertFits();
  // One step undoes the whole scenario.
  await shell.pressUndo();
  await scenarios.untilNames(FIRST);
  // An invalid date is refused.
  await session.clickAt("#new-scenario input[type=radio]", ON_A_DAY);
  await session.type("#new-day", "いつか");
  await scenarios.submitNew();
  await session.untilInvalid("#new-day");
  await session.assertClean();
});

test("the active scenario can be changed where figures are entered", async (t) => {
  const { session, scenarios, indicator } = await openScenarios(t);
  await scenarios.create(ALL_TARGETS);
  await scenarios.untilNames(FIRST, "目標達成");
  await indicator.open("3-1");
  await indicator.untilListed("52校");
  await session.setValue(".own-card .active-scenario select", "mine", "change");
  await indicator.untilCount(0);
});

test("after twenty steps without a backup a reminder appears, which can be dismissed", async (t) => {
  const { session, scenarios, shell } = await openScenarios(t);
  for (let step = 0; step < 20; step += 1) {
    await scenarios.create(EMPTY, `案${step}`);
    await scenarios.untilCount(step + 2);
  }
  await shell.untilBanner("20件");
  await session.clickAt(".banner .button--plain", 0);
  await session.untilCount(".banner", 0);
  await session.reload();
  assert.equal(await shell.banners(), 0);
});

test("if the storage is cleared while the app is open, the next step saves everything again and says so", async (t) => {
  const { session, scenarios, shell } = await openScenarios(t);
  await scenarios.create(EMPTY, "一");
  await scenarios.untilNames(FIRST, "一");
  await session.run(() => localStorage.clear());
  await scenarios.create(EMPTY, "二");
  await shell.untilMessage("もう一度保存");
  await session.reload();
  await scenarios.untilNames(FIRST, "一", "二");
});

test("two tabs edit at the same time and nothing is lost", async (t) => {
  const { session, scenarios } = await openScenarios(t);
  const first = await session.driver.getWindowHandle();
  const second = await session.openWindow();
  await scenarios.open();
  await scenarios.create(EMPTY, "二枚目で");
  await scenarios.untilNames(FIRST, "二枚目で");
  await session.switchTo(first);
  await scenarios.untilNames(FIRST, "二枚目で");
  await scenarios.create(EMPTY, "一枚目で");
  await session.switchTo(second);
  await scenarios.untilNames(FIRST, "二枚目で", "一枚目で");
});

for (const [what, text] of [
  ["truncated", '{"format":"ward-indicators/own-figures","version":1,"workspaces":{"ne'],
  ["of a wrong type", "[1,2,3]"],
  ["random", null],
  ["hostile", '{"format":"ward-indicators/own-figures","version":1,"workspaces":{"__proto__":{"scenarios":"<img src=x onerror=alert(1)>"}}}'],
]) {
  test(`stored text that is ${what} neither stops the app nor gets lost`, async (t) => {
    const { session, scenarios } = await openScenarios(t);
    await session.run((key, text) => localStorage.setItem(key, text ?? "\u0000\uD800".repeat(500_000)), KEY, text);
    await session.reload();
    await scenarios.create(EMPTY, "続き");
    await scenarios.untilNames(FIRST, "続き");
    await session.reload();
    await scenarios.untilNames(FIRST, "続き");
    if (text !== null && !text.includes("__proto__")) {
      assert.ok(await storageHolds(session, text), "the text is set aside");
      assert.match(await session.text("section[aria-labelledby=health-heading]"), /別に取ってある/);
    }
  });
}

test("text stored by a newer version is not changed", async (t) => {
  const { session, scenarios } = await openScenarios(t);
  const newer = JSON.stringify({ format: KEY, version: 99, things: [1] });
  await replaceStored(session, newer);
  await session.untilText(".banner--warning", "新しい版");
  await scenarios.create(EMPTY, "この画面だけ");
  await scenarios.untilNames(FIRST, "この画面だけ");
  assert.equal(await storedText(session), newer);
});
