// The main job by keyboard alone: skip to the content, search, open an indicator, enter a figure, undo it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openBrowser, startServer } from "./lib.mjs";

test("find an indicator and write down a figure without a mouse", async (t) => {
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
  await session.until("the page is there", () => document.querySelector("h1")?.textContent === "ねりっこクラブの実施");
  await tabTo("value field", ({ id }) => id === "own-value");
  await press("52");
  await tabTo("date field", ({ id }) => id === "own-date");
  await press("令和5年度末", Key.ENTER);
  await session.until("it is listed", () => document.querySelector(".own-list")?.innerText.includes("達成"));
  await tabTo("undo", ({ text }) => text === "元に戻す");
  await press(Key.ENTER);
  await session.until("it is gone", () => document.querySelectorAll(".own-list > li").length === 0);
  await session.assertClean(server.url);
});
