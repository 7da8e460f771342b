// The guide: addresses of its chapters, examples from the rules, and explanations where a word occurs.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertContains, Key, openApp, PHONE } from "./app.mjs";

const { session, search } = await openApp({ after }, { size: PHONE });

/** Waits until an element is in view, at the top unless the page ends before. */
const untilInView = (id) =>
  session.until(`${id} is in view`, (id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    const isEnd = Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight;
    return top !== undefined && top < innerHeight && (top > -5 || isEnd);
  }, id);

test("every chapter in the table of contents opens in view", async () => {
  await session.open("guide/");
  const links = await session.hrefs("main .chips a");
  assert.ok(links.length >= 8, links.join());
  for (const link of links) {
    await session.go(link);
    await untilInView(link.split("#")[1]);
  }
  await session.assertFits();
});

test("a link to a line of the document opens it in view with focus", async () => {
  await session.open("indicators/20-3/");
  await session.click('.facts a[href^="document/#line-"]');
  await session.until("the row is in view and has the focus", () => {
    const row = document.querySelector(".is-target");
    const box = row?.getBoundingClientRect();
    return box && box.bottom > 0 && box.top < innerHeight && document.activeElement === row && row.innerText.includes("20-3");
  });
});

test("every status has a calculated example and its thresholds", async () => {
  await session.open("guide/#method");
  const rows = await session.each("#method ~ .guide-table tbody tr", "innerText");
  assert.equal(rows.length, 15);
  for (const row of rows) {
    const [status] = row.match(/[\p{Script=Han}\p{Script=Hiragana}]+/u);
    assertContains(row, "例（公式の値ではない想定で計算）：", `『${status}』。`);
  }
  assertContains(rows.join(), "0.95", "0.6");
  await session.click("#method ~ .guide-table tbody a");
  await session.until("the indicator of the example is open", () => /\/indicators\/[^/]+\/$/.test(location.href));
});

test("the guide quotes the document on its table and names the edition and all storage keys", async () => {
  await session.open("guide/");
  const text = await session.text("main");
  assertContains(text, "①", "「現状値」欄：原則として、令和3年度末", "②", "「目標値」欄：原則として、令和5年度末", "公式のものではありません", "第3次ビジョン");
  assertContains(text, "ward-indicators/own-figures", "F2", "licences.txt");
  const keys = await session.run(() => Object.keys(localStorage));
  for (const key of keys) assert.ok(text.includes(key.replace(/[^/]*\/[^/]*$/, "")) || text.includes(key), `${key} is named in the guide`);
});

test("a word is explained where it occurs, by keyboard, and found by the search", async () => {
  await session.open("indicators/2-6/");
  await session.run(() => document.querySelector(".term-links a").focus());
  await session.assertText(".term-links", "年間", "見込");
  const id = await session.run(() => document.activeElement.hash.slice(1));
  await session.press(Key.ENTER);
  await untilInView(id);
  await search.open("アウトカム");
  await session.find('main a[href="guide/#term-outcome"]');
  await session.assertClean();
});
