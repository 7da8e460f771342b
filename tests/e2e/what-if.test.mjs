// What-if values: the slider shows status, pace and chart at once, before anything is saved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openApp, PHONE } from "./app.mjs";
import { storedText } from "./storage.mjs";

const IN_CHART = "試している値";

test("moving the slider shows status, pace and chart at once; the value is then discarded or saved", async (t) => {
  const { session, chart, indicator } = await openApp(t, { at: "indicators/3-1/", size: PHONE });
  assert.equal(await indicator.whatIf(), null);
  // The slider starts at the baseline, 37 schools.
  const baseline = await indicator.sliderValue();
  await indicator.moveSlider(baseline + 7);
  await indicator.untilWhatIf("やや遅れ");
  await session.assertText(".own-tried", "◇ 44校", "46.7%", "まだ書きとめていません", "公式評価ではありません");
  assert.equal(await indicator.sliderText(), "44校、やや遅れ");
  assert.match(await session.text(".own-slider__head"), /やや遅れ/);
  const [value, date] = await indicator.fields();
  assert.equal(value, "44");
  assert.notEqual(date, "");
  await indicator.moveSlider(baseline + 15);
  await indicator.untilWhatIf("達成");
  assert.equal(await indicator.sliderText(), "52校、達成");
  await session.until("the chart follows", (words) => document.querySelector(".chart-table")?.textContent.includes(words), IN_CHART);
  // An arrow key moves the slider by one step.
  await session.run(() => document.querySelector("#own-slider").focus());
  await session.press(Key.ARROW_LEFT);
  await indicator.untilSliderText("51校");
  await session.assertFits();

  // Discarding leaves nothing behind.
  await indicator.discard();
  await session.untilCount(".own-tried", 0);
  await indicator.untilValue("");
  assert.doesNotMatch((await storedText(session)) ?? "", /3-1/);

  // Saving makes it a figure like any other.
  await indicator.moveSlider(baseline + 7);
  await indicator.submit();
  await indicator.untilListed("◆ 44校");
  assert.equal(await indicator.whatIf(), null);
  await session.waitFor("the chart no longer shows it", async () => !(await chart.table()).includes(IN_CHART));
  await session.assertClean();
});

test("the slider moves a saved figure in place, and a target in words has no slider", async (t) => {
  const { session, chart, indicator } = await openApp(t, { at: "indicators/3-1/" });
  await indicator.add({ value: "44" });
  await indicator.pressEdit();
  await indicator.untilSliderText("44校");
  assert.equal(await indicator.whatIf(), null, "opening the form is no what-if value");
  await indicator.moveSlider((await indicator.sliderValue()) + 2);
  await indicator.untilWhatIf("◇ 46校");
  // The chart shows the new value in place of the saved one.
  await session.waitFor("the chart shows one value", async () => {
    const table = await chart.table();
    return table.includes("46校") && !table.includes("44校");
  });
  await indicator.submit();
  await indicator.untilListed("◆ 46校");
  await indicator.untilCount(1);

  await indicator.open("7-6");
  await session.find(".own-form");
  assert.equal(await session.count("#own-slider"), 0);
  await indicator.chooseStage("partial");
  await indicator.pressDateChip();
  await indicator.untilWhatIf("一部実施");
});
