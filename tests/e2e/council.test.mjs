// A council member's tasks: five questions to the list, and the files and links to take along.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { lacks, openApp, PHONE } from "./app.mjs";
import { LIST } from "./list.mjs";
import { assertPrinted, printSheets } from "./paper.mjs";

const { server, session, explorer, handout, indicator, sharing } = await openApp({ after });

test("which targets of goal III have no number?", async () => {
  const goal = LIST.goals.find(({ numeral }) => numeral === "III");
  const plans = LIST.plans.filter((plan) => plan.goal === goal.id).map(({ id }) => id);
  // From the list itself: no measure has a target in the cell.
  const expected = LIST.indicators.filter(
    ({ plan, measures }) => plans.includes(plan) && !measures.some(({ target, place }) => target && place === "cell"),
  );
  assert.ok(expected.length > 0 && expected.length < 30, `${expected.length}`);
  await session.open();
  await session.clickText("main a", goal.name);
  await session.find(".reason-list");
  const answer = await session.hrefs(".reason-list a");
  assert.deepEqual(answer.sort(), expected.map(({ id }) => `indicators/${id}/`).sort());
});

test("what is promised about 学童クラブ, and by when?", async () => {
  await session.open("indicators/");
  await explorer.search("学童クラブ");
  await session.until("few rows are left", () => document.querySelectorAll(".indicator-row__head a").length < 20);
  const found = await explorer.rows();
  const expected = LIST.indicators.filter(({ name }) => name.includes("学童クラブ"));
  assert.ok(expected.length > 0 && expected.every(({ id }) => found.includes(id)), found.join());
  assert.ok(expected.some(({ id }) => id === found[0]), found[0]);
  await session.click(".indicator-row__head a");
  const page = await session.text(".statements");
  const { target } = LIST.indicators.find(({ id }) => id === found[0]);
  assert.ok(target.lines.every((line) => page.includes(line)), page);
  assert.match(page, /目標値　令和\d+年/);
});

test("which five indicators have the largest change to make?", async () => {
  await session.open("indicators/");
  await session.click(".sort-choice select option[value=gap-most]");
  await session.untilAddress("sort=gap-desc");
  const rows = await explorer.rows();
  // The change up to the target as a share of the baseline, from the list's own numbers.
  const changes = LIST.indicators
    .map(({ id, kind, measures: [first] }) => ({ id, kind, first }))
    .filter(({ kind, first }) => kind === "reach" && first?.current?.amount > 0 && first.target && first.unit !== "%")
    .map(({ id, first }) => ({ id, change: Math.abs(first.target.amount - first.current.amount) / first.current.amount }))
    .sort((a, b) => b.change - a.change);
  assert.deepEqual(rows.slice(0, 5), changes.slice(0, 5).map(({ id }) => id));
});

test("a hand-out on childcare with own figures fits on one page", { skip: lacks("paper") }, async () => {
  await indicator.open("1-1");
  await indicator.add({ value: "8" });
  await session.open("plans/1/");
  await session.clickText(".page-actions a", "配布資料");
  await handout.untilOwnFigure();
  await session.type("#handout-title", "子育ての指標");
  await session.untilText(".handout h2", "子育ての指標");
  const { sheets } = await printSheets(session);
  assert.equal(sheets.length, 1, sheets.join("\n---\n"));
  assertPrinted(sheets[0], ["子育ての指標", "計7か所", "計8か所", "◆8か所", "達成", "公式評価ではありません", "出典："]);
});

test("a copied link opens the same view elsewhere", async (t) => {
  await session.open(`indicators/?goal=3&q=${encodeURIComponent("医療")}&sort=due`);
  await session.until("the list is filtered", () => document.querySelectorAll(".indicator-row__head a").length < 40);
  await sharing.fakeClipboard();
  await explorer.pressTool("リンク");
  const other = await openApp(t, { server, size: PHONE, at: await sharing.untilCopied() });
  const rows = await explorer.rows();
  assert.ok(rows.length > 0);
  assert.deepEqual(await other.explorer.rows(), rows);
  assert.equal(await other.session.value("#explorer-search"), "医療");
});

test("the whole document can be saved as plain text", async () => {
  await session.open("document/");
  await session.clickText(".page-actions button", "文字だけ");
  const file = await session.downloaded(".txt");
  assert.match(file, /-document-\d{8}\.txt$/);
  const text = readFileSync(file, "utf8");
  for (const { id, name } of LIST.indicators) assert.ok(text.includes(`${id}　${name}`), id);
  await session.assertClean();
});
