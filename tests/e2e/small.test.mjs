// Another municipality's list of another shape goes through the same screens: nothing of the bundled one is in the code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openBrowser, PHONE, startServer } from "./lib.mjs";

const SMALL = process.env.SMALL_DIST ?? fileURLToPath(new URL("../../target/web/small-dist", import.meta.url));

test("a small made-up list is shown, judged and served as data", async (t) => {
  const server = await startServer({ dir: SMALL });
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(server.url);
  assert.match(await session.driver.getTitle(), /見本町の目標/);
  assert.equal(await session.run(() => document.querySelectorAll(".goal-rows .mark-groups a").length), 9);
  for (const [hash, words] of [
    ["#/indicators", "ふりこ時計の設置"],
    ["#/goals/kurashi", "くらし"],
    ["#/indicators/1-1", "40人"],
    ["#/indicators/1-2", "12.5分"],
    ["#/indicators/1-3", "3ふりこ"],
    ["#/indicators/1-4", "0件"],
    ["#/indicators/1-9", "▲3億円"],
    ["#/document", "見本町"],
    ["#/guide", "使い方"],
  ]) {
    await session.open(`${server.url}${hash}`);
    await session.until(`${hash} says ${words}`, (text) => document.querySelector("main").innerText.includes(text), words);
    assert.ok((await session.overflow()) <= 0, hash);
    assert.doesNotMatch(await session.run(() => document.body.innerText), /練馬|NaN|inf/, hash);
  }

  // A falling target from a positive number to zero: halfway down, halfway through, is on its way.
  await session.open(`${server.url}#/indicators/1-1`);
  await session.type("#own-value", "20");
  await session.click(".date-chips .chip:last-child");
  await session.click(".own-form button[type=submit]");
  await session.until("it is judged", () => document.querySelector(".own-list")?.innerText.includes("50.0%"));

  const data = await session.runAsync(async () => (await fetch("data/indicators.json")).json());
  assert.equal(data.indicators.length, 9);
  const csv = await session.runAsync(async () => (await fetch("data/indicators.csv")).text());
  assert.match(csv, /ふりこ時計の設置/);
  await session.assertClean(server.url);
});
