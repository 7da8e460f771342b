// Scenarios side by side: chosen, differences first, counts by goal, charts with their tables, on a phone and on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, openBrowser, PHONE, startServer } from "./lib.mjs";
import { figure, scenario, seed } from "./own.mjs";

/** Three scenarios: two that differ, and one without figures. */
const SCENARIOS = [
  scenario("mine", "わたしの想定", "diamond", [figure("3-1", 44, "校"), figure("1-1", 8, "か所"), figure("1-2", 7, "か所")]),
  scenario("s-1", "委員会で聞いた値", "triangle", [figure("3-1", 50, "校"), figure("1-1", 8, "か所")]),
  scenario("s-2", "まだ空", "square", []),
];

async function begin(t, scenarios, options) {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser(options);
  t.after(() => session.close());
  await session.open(server.url);
  await seed(session, scenarios);
  return { server, session };
}

/** The rows on the screen: id, and what stands in each scenario's cell. */
function rows(session) {
  return session.run(() =>
    [...document.querySelectorAll(".sides-rows tbody tr")].map((row) => ({
      id: row.querySelector("th .muted").textContent,
      differs: row.querySelector(".sides-differs").textContent,
      official: [...row.querySelectorAll("td.sides-official")].map((cell) => cell.innerText),
      own: [...row.querySelectorAll("td.sides-own")].map((cell) => cell.innerText.replace(/\s+/g, " ")),
    })),
  );
}

test("two scenarios differ where they differ, first, and are counted by goal", async (t) => {
  const { server, session } = await begin(t, SCENARIOS, { size: DESKTOP });
  await session.open(`${server.url}#/sides?of=mine&of=s-1`);
  await session.find(".sides-rows");
  const different = await rows(session);
  assert.deepEqual(
    different.map(({ id, differs }) => [id, differs]),
    [
      ["3-1", "≠ 判定が違う"],
      ["1-2", "一部のシナリオだけ"],
    ],
  );
  assert.match(different[0].official[0], /計37校/);
  assert.match(different[0].official[1], /計52校/);
  assert.match(different[0].own[0], /44校.*やや遅れ.*46\.7%/);
  assert.match(different[0].own[1], /50校.*順調.*86\.7%/);
  assert.match(different[1].own[1], /未入力/);

  await session.click(".sides-show button:nth-child(2)");
  await session.until("the equal row came along", () => document.querySelectorAll(".sides-rows tbody tr").length === 3);
  const filled = await rows(session);
  assert.deepEqual(filled[2].id, "1-1");
  assert.match(filled[2].differs, /同じ/);

  const goal = await session.run(() =>
    [...document.querySelector(".sides-goals tbody tr").querySelectorAll("td")].map((cell) => cell.innerText.replace(/\s+/g, " ")),
  );
  assert.match(goal[0], /達成 1 \/ 19/);
  assert.match(goal[0], /やや遅れ 1 \/ 19/);
  assert.match(goal[0], /未入力 16 \/ 19/);
  assert.match(goal[1], /順調 1 \/ 19/);
  assert.match(goal[1], /未入力 17 \/ 19/);
  const whole = await session.run(() => document.querySelector(".sides-goals tfoot td").innerText.replace(/\s+/g, " "));
  assert.match(whole, /未入力 117 \/ 120/);
  const main = await session.text("main");
  assert.ok(main.includes("区の公式評価ではありません"));
  await session.assertClean(server.url);
});

test("the choice is in the address, and the way back leads back", async (t) => {
  const { server, session } = await begin(t, SCENARIOS, { size: DESKTOP });
  await session.open(`${server.url}#/sides?of=mine&of=gone`);
  await session.until("the missing one is told", () => document.querySelector(".sides-unknown")?.textContent.includes("1つ"));
  assert.equal(await session.run(() => document.querySelector(".sides-table")), null);
  await session.click(".sides-choice__item:nth-of-type(3) input");
  await session.until("both stand there", () => document.querySelectorAll(".sides-heads > li").length === 2);
  assert.equal(await session.run(() => location.hash), "#/sides?of=mine&of=s-2");
  assert.equal(await session.run(() => document.querySelector(".sides-unknown")), null);
  assert.equal(await session.run(() => document.querySelector(".sides-heads a").hash), "#/scenarios/mine");
  await session.driver.navigate().refresh();
  await session.ready();
  await session.until("they still stand there", () => document.querySelectorAll(".sides-heads > li").length === 2);
  await session.driver.navigate().back();
  // The way back may load the page anew; an empty one has no heads either.
  await session.until("the choice before is back", () => document.querySelector(".sides-choice") && document.querySelector(".sides-heads") === null);
  const ticked = await session.run(() => [...document.querySelectorAll(".sides-choice input")].map((box) => box.checked));
  assert.deepEqual(ticked, [true, false, false]);
});

test("on a phone nothing runs out of the window, and both charts have their tables", async (t) => {
  const { server, session } = await begin(t, SCENARIOS, { size: PHONE });
  await session.open(`${server.url}#/sides?of=s-1&of=mine&of=s-2`);
  await session.find(".sides-rows");
  assert.ok((await session.overflow()) <= 0);
  // Each cell says whose it is.
  const own = (await rows(session))[0].own;
  assert.match(own[0], /^委員会で聞いた値 50校/);
  assert.match(own[1], /^わたしの想定 44校/);
  for (const place of [0, 1]) {
    const figure = `[...document.querySelectorAll("figure.chart")][${place}]`;
    await session.driver.executeScript(`${figure}.scrollIntoView({ behavior: "instant" })`);
    await session.until("it is drawn", (at) => document.querySelectorAll("figure.chart")[at].querySelector(".chart-drawing svg path"), place);
    await session.driver.executeScript(`${figure}.querySelectorAll(".chart-switch button")[1].click()`);
    await session.until("its table is there", (at) => !document.querySelectorAll("figure.chart")[at].querySelector(".chart-table").hidden, place);
  }
  const tables = await session.run(() => [...document.querySelectorAll(".chart-table")].map((table) => table.innerText));
  assert.match(tables[0], /▲ 委員会で聞いた値/);
  assert.match(tables[1], /86\.7%/);
  assert.ok((await session.overflow()) <= 0);
  await session.assertClean(server.url);
});

test("one scenario alone is told what is missing", async (t) => {
  const { server, session } = await begin(t, SCENARIOS.slice(0, 1), { size: PHONE });
  await session.open(`${server.url}#/sides`);
  const choice = await session.text(".sides-choice");
  assert.match(choice, /もう一つ/);
  assert.equal(await session.run(() => document.querySelector(".sides-choice a").hash), "#/scenarios");
  assert.ok((await session.overflow()) <= 0);
});
