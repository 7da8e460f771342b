// Charts to take along as file, picture and link, and what stands there when their program cannot come.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { Key, openBrowser, PHONE, startServer } from "./lib.mjs";

/** A reader at an indicator's drawn chart. */
async function drawn(t) {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  await session.click(".chart-switch button");
  await session.until("it is drawn", () => document.querySelector(".chart-drawing svg path"));
  return { server, session };
}

/** The words in the drawing, without gaps. */
const wordsOf = (session) => session.run(() => document.querySelector(".chart-drawing svg").textContent.replace(/\s+/g, ""));

test("the table comes as CSV, the drawing as SVG and PNG that say what they are", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  await session.click(".chart-take summary");
  const take = async (kind) => {
    await session.click(`[data-take=${kind}]`);
    const file = await session.downloaded(`.${kind}`);
    assert.match(path.basename(file), /^nerima-.*-chart-\d{8}\./);
    return readFileSync(file);
  };
  const csv = (await take("csv")).toString("utf8");
  assert.match(csv, /現状値（資料）,.*,37,/);
  assert.match(csv, /非公式/);
  const svg = (await take("svg")).toString("utf8");
  for (const part of ["目標までの道のり（単位：校）", "ねりっこクラブ", "出典：練馬区", "非公式", "作成："]) assert.ok(svg.includes(part), part);
  const read = await session.run((text) => {
    const read = new DOMParser().parseFromString(text, "image/svg+xml");
    return { fault: read.querySelector("parsererror")?.textContent ?? null, paths: read.querySelectorAll("g svg path, g svg g path").length, addresses: Array.from(read.querySelectorAll("[href], image, script, foreignObject")).length };
    // The page's policy would be asked about styles that only a file has.
  }, svg.replace(/ style="[^"]*"/g, "").replace(/<style[\s\S]*?<\/style>/g, ""));
  assert.equal(read.fault, null);
  assert.ok(read.paths > 2, "the drawing is in it");
  assert.equal(read.addresses, 0, "and nothing from elsewhere");
  const png = await take("png");
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  const [, width, height] = svg.match(/width="(\d+)" height="(\d+)"/).map(Number);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * width, 2 * height]);
  assert.ok(png.length > 10_000, "it is not empty");

  await session.run(() => void Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.handed = text) }, configurable: true }));
  await session.click("[data-take=link]");
  assert.equal(await session.until("the link is copied", () => window.handed), `${server.url}#/indicators/3-1`);
  assert.ok((await session.overflow()) <= 0);
  await session.assertClean(server.url);
});

test("where the drawing program does not come, the table stands in and a later try succeeds", async (t) => {
  let broken = true;
  const server = await startServer({
    fault: (request, response) => {
      if (!broken || !request.url.includes("/vendor/")) return false;
      response.writeHead(500).end();
      return true;
    },
  });
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  const said = await session.text(".chart-trouble");
  assert.match(said, /グラフの部品を読み込めませんでした。同じ数値を表で示します。/);
  assert.match(await session.text(".chart-table"), /現状値（資料）[\s\S]*37校/);
  assert.equal(await session.run(() => document.querySelector(".chart-trouble").getAttribute("role")), "status");
  // A picture cannot be made either, and that is said.
  await session.click(".chart-take summary");
  await session.click("[data-take=png]");
  await session.until("it is said", () => document.querySelector(".toast")?.innerText.includes("CSVで保存できます"));
  broken = false;
  await session.click(".chart-trouble button");
  await session.until("it is drawn", () => document.querySelector(".chart-drawing svg path") && !document.querySelector(".chart-trouble"));
  assert.equal(await session.run(() => document.querySelector(".chart-table").hidden), true);
});

test("the marks of a chart are read one by one by keys, shown and said", async (t) => {
  const { server, session } = await drawn(t);
  const press = (key) => session.driver.actions().sendKeys(key).perform();
  const said = () => session.run(() => document.querySelector(".chart-frame [role=status]").textContent);
  const shown = () => wordsOf(session);
  // From the switch two presses of Tab lead to the drawing.
  for (let tabs = 0; !(await session.run(() => document.activeElement.matches(".chart-frame"))); tabs += 1) {
    assert.ok(tabs < 4);
    await press(Key.TAB);
  }
  assert.match(await session.run(() => document.activeElement.getAttribute("aria-label")), /矢印キー/);
  assert.ok(!(await shown()).includes("現状値37校"), "not shown before");
  await press(Key.ARROW_RIGHT);
  await session.until("the first is said", () => document.querySelector(".chart-frame [role=status]").textContent.startsWith("現状値 37校、令和3年度末"));
  assert.match(await said(), /2のうち1番目/);
  await session.waitFor("and shown", async () => (await shown()).includes("現状値37校"));
  await press(Key.END);
  await session.until("the last is said", () => document.querySelector(".chart-frame [role=status]").textContent.startsWith("目標 52校"));
  await press(Key.ARROW_RIGHT);
  assert.match(await said(), /^目標 52校/, "the end is the end");
  await press(Key.HOME);
  await session.until("back at the first", () => document.querySelector(".chart-frame [role=status]").textContent.startsWith("現状値"));
  await press(Key.ESCAPE);
  await session.until("nothing is said any more", () => document.querySelector(".chart-frame [role=status]").textContent === "");
  await session.waitFor("nor shown", async () => !(await shown()).includes("現状値37校"));
  await session.assertClean(server.url);
});

test("what comes up under the pointer goes by Escape, wherever the focus is, and comes again", async (t) => {
  const { server, session } = await drawn(t);
  const says = (wanted) => session.waitFor(wanted ? "it is shown" : "it is gone", async () => (await wordsOf(session)).includes("現状値37校令和3年度末") === wanted);
  await session.run(() => document.querySelector("h1").focus({ preventScroll: true }));
  // The filled dot of the current value.
  const { x, y } = await session.until("its dot is there", () => {
    const dot = [...document.querySelectorAll(".chart-drawing svg path[fill='#197a4b']")].map((one) => one.getBoundingClientRect()).find(({ width, height }) => width > 10 && Math.abs(width - height) < 1);
    return dot && { x: Math.round(dot.x + dot.width / 2), y: Math.round(dot.y + dot.height / 2) };
  });
  const point = (dx) => session.driver.actions().move({ x: x + dx, y, duration: 0 }).perform();
  await point(0);
  await says(true);
  await session.driver.actions().sendKeys(Key.ESCAPE).perform();
  await says(false);
  await point(40);
  await point(1);
  await says(true);
  await session.assertClean(server.url);
});

test("all changes stand on one chart, in per cent or as multiples on a logarithmic axis", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(server.url);
  await session.run(() => document.querySelector("#distance").scrollIntoView());
  const drawn = () => session.run(() => document.querySelector("section[aria-labelledby=distance] .chart-drawing svg")?.textContent ?? "");
  await session.waitFor("it is drawn in per cent", async () => (await drawn()).includes("+244.8%"));
  await session.click(".distance-axis button:nth-child(2)");
  await session.waitFor("it is drawn in multiples", async () => (await drawn()).includes("3.45倍") && !(await drawn()).includes("+244.8%"));
  assert.match(await session.text("section[aria-labelledby=distance] .chart-note"), /対数目もり/);
  assert.deepEqual(await session.run(() => Array.from(document.querySelectorAll(".distance-axis button"), (button) => button.getAttribute("aria-pressed"))), ["false", "true"]);
  assert.ok((await session.overflow()) <= 0);
  await session.assertClean(server.url);
});
