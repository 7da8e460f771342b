// The guide: its parts have addresses, its examples come from the rules, and words are explained where they occur.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Key, openBrowser, PHONE, startServer } from "./lib.mjs";

let server;
let session;
before(async () => {
  server = await startServer();
  session = await openBrowser({ size: PHONE });
});
after(async () => {
  await session?.close();
  await server?.stop();
});

/** Where an element stands in the window. */
const top = (id) => session.run((id) => document.getElementById(id)?.getBoundingClientRect().top, id);

test("every chapter in the contents opens, and is where the window is", async () => {
  await session.open(`${server.url}#/guide`);
  const links = await session.run(() => Array.from(document.querySelectorAll("main .chips a"), (link) => link.getAttribute("href")));
  assert.ok(links.length >= 8, links.join());
  for (const link of links) {
    const id = new URLSearchParams(link.split("?")[1]).get("at");
    await session.run((hash) => (location.hash = hash), link);
    await session.until(`${id} is in view`, (id) => {
      const place = document.getElementById(id)?.getBoundingClientRect().top;
      const end = Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight;
      return place !== undefined && place < innerHeight && (place > -5 || end);
    }, id);
  }
  assert.ok((await session.overflow()) <= 0);
});

test("a line of the document opens in view too", async () => {
  await session.open(`${server.url}#/indicators/20-3`);
  await session.click('.facts a[href^="#/document?line="]');
  await session.until("the row is in view and has the focus", () => {
    const row = document.querySelector(".is-target");
    const place = row?.getBoundingClientRect();
    return place && place.bottom > 0 && place.top < innerHeight && document.activeElement === row && row.innerText.includes("20-3");
  });
});

test("every status has an example with its numbers, and the thresholds stand beside them", async () => {
  await session.open(`${server.url}#/guide?at=method`);
  const rows = await session.run(() => Array.from(document.querySelectorAll("#method ~ .guide-table tbody tr"), (row) => row.innerText));
  assert.equal(rows.length, 15);
  for (const row of rows) {
    assert.match(row, /例（公式の値ではない想定で計算）：/, row);
    const [status] = row.match(/[\p{Script=Han}\p{Script=Hiragana}]+/u);
    assert.match(row, new RegExp(`『${status}』。`), "the sentence comes to the status it explains");
  }
  assert.match(rows.join(), /0\.95/);
  assert.match(rows.join(), /0\.6/);
  await session.click("#method ~ .guide-table tbody a");
  await session.until("the indicator of the example opens", () => location.hash.startsWith("#/indicators/"));
});

test("the document's own words on its table, its edition, and where things are kept", async () => {
  await session.open(`${server.url}#/guide`);
  const text = await session.text("main");
  for (const part of ["①", "「現状値」欄：原則として、令和3年度末", "②", "「目標値」欄：原則として、令和5年度末", "公式のものではありません", "第3次ビジョン", "ward-indicators/own-figures", "F2", "licences.txt"]) {
    assert.ok(text.includes(part), part);
  }
  const kept = await session.run(() => Object.keys(localStorage));
  for (const key of kept) assert.ok(text.includes(key.replace(/[^/]*\/[^/]*$/, "")) || text.includes(key), `${key} is named in the guide`);
});

test("a word is explained where it occurs, by keyboard, and found by the search", async () => {
  await session.open(`${server.url}#/indicators/2-6`);
  await session.run(() => document.querySelector(".term-links a").focus());
  const words = await session.text(".term-links");
  assert.match(words, /年間/);
  assert.match(words, /見込/);
  const id = await session.run(() => new URLSearchParams(document.activeElement.hash.split("?")[1]).get("at"));
  await session.driver.actions().sendKeys(Key.ENTER).perform();
  await session.until("its meaning is in view", (id) => {
    const place = document.getElementById(id)?.getBoundingClientRect().top;
    return place !== undefined && place >= -5 && place < innerHeight;
  }, id);
  assert.ok((await top(id)) !== undefined);
  await session.open(`${server.url}#/search?q=${encodeURIComponent("アウトカム")}`);
  await session.until("the word is among what is found", () => document.querySelector('main a[href="#/guide?at=term-outcome"]'));
  await session.assertClean(server.url);
});
