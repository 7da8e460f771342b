// The app with another body's list of another shape: no screen depends on the bundled list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openApp, PHONE } from "./app.mjs";

const SMALL = process.env.SMALL_DIST ?? fileURLToPath(new URL("../../target/web/small-dist", import.meta.url));

test("a small invented list is shown, assessed and served as data", async (t) => {
  const { session, indicator } = await openApp(t, { dir: SMALL, size: PHONE });
  assert.match(await session.driver.getTitle(), /見本町の目標/);
  assert.equal(await session.count(".goal-rows .mark-groups a"), 9);
  for (const [address, words] of [
    ["indicators/", "ふりこ時計の設置"],
    ["goals/kurashi/", "くらし"],
    ["indicators/1-1/", "40人"],
    ["indicators/1-2/", "12.5分"],
    ["indicators/1-3/", "3ふりこ"],
    ["indicators/1-4/", "0件"],
    ["indicators/1-9/", "▲3億円"],
    ["document/", "見本町"],
    ["guide/", "使い方"],
  ]) {
    await session.open(address);
    await session.untilText("main", words);
    await session.assertFits(address);
    assert.doesNotMatch(await session.property("body", "innerText"), /練馬|NaN|inf/, address);
  }

  // A target below its baseline: half of the way in half of the time.
  await indicator.open("1-1");
  await indicator.fill({ value: "20" });
  await session.click(".date-chips .chip:last-child");
  await indicator.submit();
  await indicator.untilListed("50.0%");

  const data = await session.runAsync(async () => (await fetch("data/indicators.json")).json());
  assert.equal(data.indicators.length, 9);
  assert.match(await session.runAsync(async () => (await fetch("data/indicators.csv")).text()), /ふりこ時計の設置/);
  await session.assertClean();
});
