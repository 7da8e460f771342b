// Charts: export, failures of the chart library, keyboard and pointer.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { assertContains, Key, openApp, PHONE } from "./app.mjs";

/** A reader at an indicator's drawn chart. */
async function openChart(t) {
  const app = await openApp(t, { at: "indicators/3-1/" });
  await app.session.click(".chart-switch button");
  await app.chart.untilDrawn();
  return app;
}

test("a chart exports its table as CSV and its drawing as SVG and PNG", async (t) => {
  const { server, session, chart, sharing } = await openApp(t, { at: "indicators/3-1/", size: PHONE });
  await chart.openExport();
  const exported = async (kind) => {
    const file = await chart.export(kind);
    assert.match(path.basename(file), /^nerima-.*-chart-\d{8}\./);
    return readFileSync(file);
  };
  const csv = (await exported("csv")).toString("utf8");
  assertContains(csv, /現状値（資料）,.*,37,/, "非公式");
  const svg = (await exported("svg")).toString("utf8");
  assertContains(svg, "目標までの道のり（単位：校）", "ねりっこクラブ", "出典：練馬区", "非公式", "作成：");
  const parsed = await session.run((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      error: document.querySelector("parsererror")?.textContent ?? null,
      paths: document.querySelectorAll("g svg path, g svg g path").length,
      resources: document.querySelectorAll("[href], image, script, foreignObject").length,
    };
    // Without the styles, to which the page's own policy would apply here.
  }, svg.replace(/ style="[^"]*"/g, "").replace(/<style[\s\S]*?<\/style>/g, ""));
  assert.equal(parsed.error, null);
  assert.ok(parsed.paths > 2, "the file contains the drawing");
  assert.equal(parsed.resources, 0, "the file loads nothing else");
  const png = await exported("png");
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  const [, width, height] = svg.match(/width="(\d+)" height="(\d+)"/).map(Number);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * width, 2 * height]);
  assert.ok(png.length > 10_000, "the picture is not empty");

  await sharing.fakeClipboard();
  await session.click("[data-export=link]");
  assert.equal(await sharing.untilCopied(), `${server.url}indicators/3-1/`);
  await session.assertFits();
  await session.assertClean();
});

test("if the chart library fails, the table replaces the chart and a retry succeeds", async (t) => {
  let isBroken = true;
  const fault = (request, response) => isBroken && request.url.includes("/vendor/") && Boolean(response.writeHead(500).end());
  const { session, chart, shell } = await openApp(t, { at: "indicators/3-1/", fault });
  assert.match(await session.text(".chart-problem"), /グラフの部品を読み込めませんでした。同じ数値を表で示します。/);
  assert.match(await session.text(".chart-table"), /現状値（資料）[\s\S]*37校/);
  assert.equal(await session.attribute(".chart-problem", "role"), "status");
  // The picture cannot be exported either, and a message says so.
  await chart.openExport();
  await session.click("[data-export=png]");
  await shell.untilMessage("CSVで保存できます");
  isBroken = false;
  await session.click(".chart-problem button");
  await chart.untilDrawn();
  await session.untilCount(".chart-problem", 0);
  assert.equal(await session.property(".chart-table", "hidden"), true);
});

test("arrow keys move through the marks of a chart, which are shown and announced", async (t) => {
  const { session, chart } = await openChart(t);
  for (let tabs = 0; !(await session.run(() => document.activeElement.matches(".chart-frame"))); tabs += 1) {
    assert.ok(tabs < 4, "the chart is a few presses of Tab away");
    await session.press(Key.TAB);
  }
  assert.match(await session.attribute(".chart-frame", "aria-label"), /矢印キー/);
  assert.ok(!(await chart.words()).includes("現状値37校"), "no mark is shown at first");
  await session.press(Key.ARROW_RIGHT);
  await chart.untilStatus(/^現状値 37校、令和3年度末/);
  assert.match(await chart.status(), /2のうち1番目/);
  await chart.untilWords("現状値37校");
  await session.press(Key.END);
  await chart.untilStatus(/^目標 52校/);
  await session.press(Key.ARROW_RIGHT);
  assert.match(await chart.status(), /^目標 52校/, "there is nothing after the last mark");
  await session.press(Key.HOME);
  await chart.untilStatus(/^現状値/);
  await session.press(Key.ESCAPE);
  await chart.untilStatus(/^$/);
  await chart.untilWords("現状値37校", false);
  await session.assertClean();
});

test("Escape closes a chart's tooltip wherever the focus is, and the pointer opens it again", async (t) => {
  const { session, chart } = await openChart(t);
  const tooltip = "現状値37校令和3年度末";
  await session.run(() => document.querySelector("h1").focus({ preventScroll: true }));
  // The filled dot of the baseline.
  const { x, y } = await session.until("the dot is drawn", () => {
    const shapes = [...document.querySelectorAll(".chart-drawing svg path[fill='#197a4b']")].map((one) => one.getBoundingClientRect());
    const dot = shapes.find(({ width, height }) => width > 10 && Math.abs(width - height) < 1);
    return dot && { x: Math.round(dot.x + dot.width / 2), y: Math.round(dot.y + dot.height / 2) };
  });
  const moveTo = (dx) => session.driver.actions().move({ x: x + dx, y, duration: 0 }).perform();
  await moveTo(0);
  await chart.untilWords(tooltip);
  await session.press(Key.ESCAPE);
  await chart.untilWords(tooltip, false);
  await moveTo(40);
  await moveTo(1);
  await chart.untilWords(tooltip);
  await session.assertClean();
});

test("the chart of all changes shows per cent, or multiples on a logarithmic axis", async (t) => {
  const { session } = await openApp(t, { size: PHONE });
  await session.scrollTo("#distance");
  const section = "section[aria-labelledby=distance]";
  const drawing = async () => (await session.property(`${section} .chart-drawing svg`, "textContent")) ?? "";
  await session.waitFor("the chart shows per cent", async () => (await drawing()).includes("+244.8%"));
  await session.click(".distance-axis button:nth-child(2)");
  await session.waitFor("the chart shows multiples", async () => (await drawing()).includes("3.45倍") && !(await drawing()).includes("+244.8%"));
  assert.match(await session.text(`${section} .chart-note`), /対数目もり/);
  assert.deepEqual(await session.each(".distance-axis button", "ariaPressed"), ["false", "true"]);
  await session.assertFits();
  await session.assertClean();
});
