// The main tasks by keyboard alone: finding an indicator, entering, undoing and exporting a figure, and filtering the list.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Key, openApp } from "./app.mjs";

/** Presses Tab until the focused element passes a test, at most 80 times; the focus must be visible at every step. */
async function tabTo(session, what, test_) {
  for (let presses = 0; presses < 80; presses += 1) {
    await session.press(Key.TAB);
    const focused = await session.run(() => {
      const { textContent, id, tagName, labels } = document.activeElement;
      const outline = getComputedStyle(document.activeElement).outlineStyle;
      return { text: textContent.trim(), id, tag: tagName, label: labels?.[0]?.textContent.trim() ?? "", outline };
    });
    // After the last element, focus is in the browser's own controls.
    if (focused.tag === "BODY") continue;
    assert.notEqual(focused.outline, "none", `focus is visible on ${focused.tag} ${focused.text.slice(0, 20)}`);
    if (test_(focused)) return;
  }
  assert.fail(`no ${what} within 80 presses of Tab`);
}

test("a reader finds an indicator, enters a figure and exports it by keyboard", async (t) => {
  const { session, indicator } = await openApp(t);
  await tabTo(session, "skip link", ({ text }) => text === "本文へ移動");
  await session.press(Key.ENTER);
  await session.untilFocus("h1");
  await tabTo(session, "search field", ({ tag }) => tag === "INPUT");
  await session.press("ねりっこクラブ", Key.ENTER);
  await session.untilText(".found__title", "ねりっこクラブの実施");
  await session.untilFocus("h1");
  await tabTo(session, "result", ({ text }) => text.includes("ねりっこクラブの実施"));
  await session.press(Key.ENTER);
  await session.until("the indicator's heading has focus", () => document.activeElement.tagName === "H1" && document.activeElement.textContent === "ねりっこクラブの実施");
  await tabTo(session, "value field", ({ id }) => id === "own-value");
  await session.press("52");
  await tabTo(session, "date field", ({ id }) => id === "own-date");
  await session.press("令和5年度末", Key.ENTER);
  await indicator.untilListed("達成");
  await tabTo(session, "button to undo", ({ text }) => text === "元に戻す");
  await session.press(Key.ENTER);
  await indicator.untilCount(0);
  await session.redo();
  await indicator.untilCount(1);
  await tabTo(session, "button to export", ({ text }) => text === "書きとめた値をすべてファイルに書き出す");
  await session.press(Key.ENTER);
  assert.match(readFileSync(await session.downloaded(".json"), "utf8"), /"3-1"/);
  await session.assertClean();
});

test("a reader sets and clears a filter by keyboard, and focus stays on it", async (t) => {
  const { session, explorer } = await openApp(t, { at: "indicators/" });
  await tabTo(session, "filter", ({ label }) => label.startsWith("数値で測れる"));
  assert.equal(await explorer.resultCount(), 120);
  for (const count of [42, 120]) {
    await session.press(" ");
    await session.untilText(".result-count b", `${count}`);
    assert.match(await session.run(() => document.activeElement.labels[0].textContent.trim()), /^数値で測れる/);
  }
  await session.assertClean();
});
