// What if: a number is moved, and status, pace and chart follow at once, before anything is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openBrowser, PHONE, startServer } from "./lib.mjs";
import { KEY } from "./own.mjs";

const slide = (session, value) =>
  session.run((value) => {
    const slider = document.querySelector("#own-slider");
    slider.value = value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
const tried = (session) => session.run(() => document.querySelector(".own-tried")?.innerText ?? "");
const spoken = (session) => session.run(() => document.querySelector("#own-slider").getAttribute("aria-valuetext"));

test("moving the number shows status, pace and chart at once; it is kept or left", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  assert.equal(await tried(session), "");
  // The slider begins where the ward stands, 37 schools.
  const rest = Number(await session.run(() => document.querySelector("#own-slider").value));
  await slide(session, rest + 7);
  await session.until("what would follow is there", () => document.querySelector(".own-tried")?.innerText.includes("やや遅れ"));
  assert.match(await tried(session), /◇ 44校/);
  assert.match(await tried(session), /46\.7%/);
  assert.match(await tried(session), /まだ書きとめていません/);
  assert.match(await tried(session), /公式評価ではありません/);
  assert.equal(await spoken(session), "44校、やや遅れ");
  assert.match(await session.text(".own-slider__head"), /やや遅れ/);
  assert.deepEqual(await session.run(() => [document.querySelector("#own-value").value, document.querySelector("#own-date").value !== ""]), ["44", true]);
  await slide(session, rest + 15);
  await session.until("the status follows", () => document.querySelector(".own-tried")?.innerText.includes("達成"));
  assert.equal(await spoken(session), "52校、達成");
  // The chart's table tells the same.
  await session.until("the chart follows", () => document.querySelector(".chart-table")?.textContent.includes("試している値"));
  // By keyboard, one step at a time.
  await session.run(() => document.querySelector("#own-slider").focus());
  await session.driver.actions().sendKeys(Key.ARROW_LEFT).perform();
  await session.until("one less", () => document.querySelector("#own-slider").getAttribute("aria-valuetext").startsWith("51校"));
  assert.ok((await session.overflow()) <= 0);

  // Left: nothing remains, nothing was ever kept.
  await session.run(() => Array.from(document.querySelectorAll(".own-form .actions button")).at(-1).click());
  await session.until("the box is gone", () => !document.querySelector(".own-tried"));
  assert.equal(await session.run(() => document.querySelector("#own-value").value), "");
  assert.doesNotMatch((await session.run((key) => localStorage.getItem(key), KEY)) ?? "", /3-1/);

  // Kept: it becomes a figure like any other, and the box goes.
  await slide(session, rest + 7);
  await session.click(".own-form button[type=submit]");
  await session.until("it is listed", () => document.querySelector(".own-list")?.innerText.includes("◆ 44校"));
  assert.equal(await tried(session), "");
  await session.until("and no longer tried", () => !document.querySelector(".chart-table").textContent.includes("試している値"));
  await session.assertClean(server.url);
});

test("a kept figure is moved in place, and a target in words has no slider", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  await session.type("#own-value", "44");
  await session.type("#own-date", "令和4年度末");
  await session.click(".own-form button[type=submit]");
  await session.until("it is listed", () => document.querySelectorAll(".own-list > li").length === 1);
  await session.click(".own-list [data-action=edit]");
  await session.until("the slider stands where it stood", () => document.querySelector("#own-slider").getAttribute("aria-valuetext").startsWith("44校"));
  assert.equal(await tried(session), "", "nothing is tried yet");
  const at = Number(await session.run(() => document.querySelector("#own-slider").value));
  await slide(session, at + 2);
  await session.until("it is tried", () => document.querySelector(".own-tried")?.innerText.includes("◇ 46校"));
  // The chart shows it in the place of the kept one, not beside it.
  await session.until("one figure in the chart", () => {
    const text = document.querySelector(".chart-table").textContent;
    return text.includes("46校") && !text.includes("44校");
  });
  await session.click(".own-form button[type=submit]");
  await session.until("it is changed", () => document.querySelectorAll(".own-list > li").length === 1 && document.querySelector(".own-list").innerText.includes("◆ 46校"));

  await session.open(`${server.url}#/indicators/7-6`);
  await session.find(".own-form");
  assert.equal(await session.run(() => document.querySelector("#own-slider")), null);
  await session.click(".own-form input[type=radio][value=partial]");
  await session.click(".date-chips button");
  await session.until("a stage is tried as well", () => document.querySelector(".own-tried")?.innerText.includes("一部実施"));
});
