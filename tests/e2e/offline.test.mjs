// After one visit everything opens with the server stopped, own figures included.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lacks, openBrowser, PHONE, startServer } from "./lib.mjs";

test("the server stops, the app opens, all pages, charts and own figures are there", { skip: lacks("profile") }, async (t) => {
  const server = await startServer({ base: "/sub/" });
  t.after(server.stop);
  let session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  await session.offlineReady();
  await session.type("#own-value", "44");
  await session.type("#own-date", "令和4年度末");
  await session.click(".own-form button[type=submit]");
  await session.until("it is listed", () => document.querySelector(".own-list")?.innerText.includes("44校"));

  // The reader leaves, the network goes, the reader comes back tomorrow.
  const { profile } = session;
  await session.close({ keep: true });
  await server.stop();
  session = await openBrowser({ size: PHONE, profile });
  await session.open(`${server.url}#/indicators/3-1`);
  await session.until("the figure is there", () => document.querySelector(".own-list")?.innerText.includes("44校"));
  await session.until("the chart code is there too", () => document.querySelector(".chart-drawing svg") !== null);
  for (const [hash, words] of [
    ["#/", "42"],
    ["#/indicators?q=%E4%BF%9D%E8%82%B2", "認可保育所の増設"],
    ["#/goals/6", "窓口サービス等の利便性の向上"],
    ["#/plans/22", "AI・RPA等の活用"],
    ["#/document", "重要業績評価指標"],
    ["#/guide", "計算のしかた"],
  ]) {
    await session.open(`${server.url}${hash}`);
    await session.until(`${hash} is there`, (text) => document.querySelector("main").innerText.includes(text), words);
  }
  const csv = await session.runAsync(async () => (await fetch("data/indicators.csv")).text());
  assert.match(csv, /3-1/);
});
