// The main job by keyboard alone: skip to the content, search, open an indicator, enter a figure, undo it, take it along; and filter the list.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Key, openBrowser, startServer } from "./lib.mjs";

test("find an indicator, write down a figure and take it along without a mouse", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  const press = (...keys) => session.driver.actions().sendKeys(...keys).perform();
  const focused = () => session.run(() => ({ text: document.activeElement.textContent.trim(), id: document.activeElement.id, tag: document.activeElement.tagName }));
  /** Presses Tab until the focused element passes, and fails rather than going round for ever. */
  const tabTo = async (what, test_) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await press(Key.TAB);
      const here = await focused();
      const { outline } = await session.run(() => ({ outline: getComputedStyle(document.activeElement).outlineStyle }));
      // From the last element the way leads out of the page, into the browser's own bars.
      if (here.tag === "BODY") continue;
      assert.notEqual(outline, "none", `focus is visible on ${here.tag} ${here.text.slice(0, 20)}`);
      if (test_(here)) return;
    }
    assert.fail(`no ${what} within 80 presses`);
  };

  await tabTo("skip link", ({ text }) => text === "本文へ移動");
  await press(Key.ENTER);
  await session.until("the heading has focus", () => document.activeElement.tagName === "H1");
  await tabTo("search box", ({ tag }) => tag === "INPUT");
  await press("ねりっこクラブ", Key.ENTER);
  await session.until("it is found", () => document.querySelector(".found__title")?.textContent.includes("ねりっこクラブの実施"));
  await session.until("the heading has focus", () => document.activeElement.tagName === "H1");
  await tabTo("result", ({ text }) => text.includes("ねりっこクラブの実施"));
  await press(Key.ENTER);
  await session.until("the page is there", () => document.activeElement.tagName === "H1" && document.activeElement.textContent === "ねりっこクラブの実施");
  await tabTo("value field", ({ id }) => id === "own-value");
  await press("52");
  await tabTo("date field", ({ id }) => id === "own-date");
  await press("令和5年度末", Key.ENTER);
  await session.until("it is listed", () => document.querySelector(".own-list")?.innerText.includes("達成"));
  await tabTo("undo", ({ text }) => text === "元に戻す");
  await press(Key.ENTER);
  await session.until("it is gone", () => document.querySelectorAll(".own-list > li").length === 0);
  await session.driver.actions().keyDown(Key.CONTROL).sendKeys("y").keyUp(Key.CONTROL).perform();
  await session.until("it is back", () => document.querySelectorAll(".own-list > li").length === 1);
  await tabTo("export", ({ text }) => text === "書きとめた値をすべてファイルに書き出す");
  await press(Key.ENTER);
  assert.match(readFileSync(await session.downloaded(".json"), "utf8"), /"3-1"/);
  await session.assertClean(server.url);
});

test("a filter is found, set and left without a mouse, and focus stays on it", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators`);
  const press = (...keys) => session.driver.actions().sendKeys(...keys).perform();
  const label = () => session.run(() => document.activeElement.labels?.[0]?.textContent.trim() ?? "");
  const shown = () => session.run(() => document.querySelector(".result-count b").textContent);
  for (let presses = 0; !(await label()).startsWith("数値で測れる"); presses += 1) {
    assert.ok(presses < 80, "no filter within 80 presses");
    await press(Key.TAB);
  }
  assert.equal(await shown(), "120");
  for (const wanted of ["42", "120"]) {
    await press(" ");
    await session.until(`${wanted} are shown`, (count) => document.querySelector(".result-count b").textContent === count, wanted);
    assert.match(await label(), /^数値で測れる/, "focus stays");
  }
  await session.assertClean(server.url);
});
