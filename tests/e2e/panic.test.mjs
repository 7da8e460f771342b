// A panic of the program leaves the page readable, explains itself, and does not touch own figures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, PHONE } from "./app.mjs";
import { figure, scenario, storedText } from "./storage.mjs";

test("after a panic the page explains what happened, offers a reload and keeps own figures", async (t) => {
  const stored = [scenario("mine", "わたしの想定", "diamond", [figure("3-1", 44, "校")])];
  const { session, indicator } = await openApp(t, { stored, size: PHONE, at: "indicators/3-1/" });
  const before = await storedText(session);
  assert.match(before, /"amount":44/);
  // The program does not expect that creating an element fails, so it panics.
  await session.run(() => {
    const original = Document.prototype.createElement;
    Document.prototype.createElement = function refuse() {
      Document.prototype.createElement = original;
      throw new DOMException("refused");
    };
    document.querySelector('a[href="guide/"]').click();
  });
  await session.find("#boot.boot--fault");
  await session.assertText("#boot", "不具合が起きて止まりました", "保存された想定値は消えていません");
  assert.equal(await session.attribute("#boot", "role"), "alert");
  assert.ok((await session.property("#app", "innerText")).length > 100, "the page is still readable");
  await session.assertFits();
  assert.equal(await storedText(session), before);

  await session.click("#boot button");
  await session.ready();
  await indicator.open("3-1");
  await indicator.untilListed("44校");
  assert.equal(await session.count("#boot"), 0);
});
