// After one visit the whole app works without its server, with the reader's own figures.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { listFiles } from "../../tools/dist/files.mjs";
import { lacks, openApp, PHONE } from "./app.mjs";
import { DIST } from "./server.mjs";

test("with the server stopped, a restarted browser opens all pages, charts and own figures", { skip: lacks("profile") }, async (t) => {
  const { server, session, indicator } = await openApp(t, { base: "/sub/", at: "indicators/3-1/", size: PHONE });
  await session.offlineReady();
  await indicator.add({ value: "44", listed: "44校" });
  await session.close({ keep: true });
  await server.stop();

  const later = await openApp(t, { server, at: "indicators/3-1/", size: PHONE, profile: session.profile });
  await later.indicator.untilListed("44校");
  await later.session.find(".chart-drawing svg");
  for (const [address, words] of [
    ["", "42"],
    ["indicators", "ねりっこクラブの実施"],
    ["indicators/?q=%E4%BF%9D%E8%82%B2", "認可保育所の増設"],
    ["goals/6/", "窓口サービス等の利便性の向上"],
    ["plans/22/", "AI・RPA等の活用"],
    ["document/", "重要業績評価指標"],
    ["guide/", "計算のしかた"],
    ["guide/index.html#method", "計算のしかた"],
    ["accessibility/", "第三者による検査も"],
    ["indicators/9-2/?from=mail", "9-2"],
    ["compare/?of=3-1&of=9-2", "ねりっこクラブの実施"],
    ["handout/?of=3-1", "ねりっこクラブの実施"],
    ["search/?q=%E3%81%BF%E3%81%A9%E3%82%8A", "みどりバス"],
    ["scenarios/", "わたしの想定"],
    ["scenarios/sheet/?of=mine", "わたしの想定"],
    ["scenarios/compare/?of=mine", "わたしの想定"],
    ["shared/#1.broken.00000000", "読み取れませんでした"],
    ["#/goals/6", "窓口サービス等の利便性の向上"],
    ["%23/plans/22", "AI・RPA等の活用"],
  ]) {
    await later.session.load(address);
    await later.session.ready();
    await later.session.untilText("main", words);
  }
  assert.match(await later.session.runAsync(async () => (await fetch("data/indicators.csv")).text()), /3-1/);
});

test("when the first page needs nothing more, all prerendered pages are stored, and each is delivered offline", async (t) => {
  const { server, session } = await openApp(t);
  await session.offlineReady();
  const pages = listFiles(DIST).filter((name) => name.endsWith("index.html")).map((name) => name.replace(/index\.html$/, ""));
  const missing = (folders) =>
    session.runAsync(async (all) => {
      const [name] = await caches.keys();
      const stored = (await (await caches.open(name)).keys()).map(({ url }) => url);
      return all.filter((folder) => !stored.includes(new URL(folder || "./", document.baseURI).href));
    }, folders);
  await session.waitFor("all pages are stored", async () => (await missing(pages)).length === 0);
  await server.stop();
  for (const folder of ["", "plans/3/", "indicators/9-2/"]) {
    const text = await session.runAsync((address) => fetch(address).then((response) => response.text()), folder || "./");
    const body = (html) => html.slice(html.indexOf("<body>"));
    assert.equal(body(text), body(readFileSync(path.join(DIST, folder, "index.html"), "utf8")), folder);
  }
});
