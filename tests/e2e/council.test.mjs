// What a council member who has never seen the site wants to know, asked as by hand: five questions, five answers.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { flat, lacks, openBrowser, PHONE, startServer } from "./lib.mjs";

const LIST = JSON.parse(readFileSync(new URL("../../public/data/indicators.json", import.meta.url)));

let server;
let session;
before(async () => {
  server = await startServer();
  session = await openBrowser();
});
after(async () => {
  await session?.close();
  await server?.stop();
});

const rows = (session) => session.run(() => Array.from(document.querySelectorAll(".indicator-row__head a"), (a) => a.hash.replace("#/indicators/", "")));
const press = (session, selector, words) =>
  session.run((css, text) => Array.from(document.querySelectorAll(css)).find((one) => one.textContent.includes(text)).click(), selector, words);

test("which targets of goal III have no number?", async () => {
  const goal = LIST.goals.find(({ numeral }) => numeral === "III");
  const plans = LIST.plans.filter((plan) => plan.goal === goal.id).map(({ id }) => id);
  // Read from the list itself: no measure with a target in the cell.
  const without = LIST.indicators.filter(
    ({ plan, measures }) => plans.includes(plan) && !measures.some(({ target, place }) => target && place === "cell"),
  );
  assert.ok(without.length > 0 && without.length < 30, `${without.length}`);
  await session.open(server.url);
  await press(session, "main a", goal.name);
  await session.until("the goal's page", () => document.querySelector(".reason-list") !== null);
  const answer = await session.run(() => Array.from(document.querySelectorAll(".reason-list a"), (a) => a.hash.replace("#/indicators/", "")));
  assert.deepEqual([...answer].sort(), without.map(({ id }) => id).sort());
});

test("what is promised about 学童クラブ, and by when?", async () => {
  await session.open(`${server.url}#/indicators`);
  await session.type("#explorer-search", "学童クラブ");
  await session.until("few are left", () => document.querySelectorAll(".indicator-row__head a").length < 20);
  const found = await rows(session);
  const promised = LIST.indicators.filter(({ name }) => name.includes("学童クラブ"));
  assert.ok(promised.length > 0 && promised.every(({ id }) => found.includes(id)), found.join());
  assert.ok(promised.some(({ id }) => id === found[0]), found[0]);
  await session.click(".indicator-row__head a");
  const page = await session.text(".statements");
  const { target } = LIST.indicators.find(({ id }) => id === found[0]);
  assert.ok(target.lines.every((line) => page.includes(line)), page);
  assert.match(page, /目標値　令和\d+年/);
});

test("which five have furthest to go?", async () => {
  await session.open(`${server.url}#/indicators`);
  await session.click(".sort-choice select option[value=gap-most]");
  await session.until("the order stands in the address", () => location.hash.includes("sort=gap-desc"));
  const five = (await rows(session)).slice(0, 5);
  // The change a target asks for, as a share of what there is, computed from the list's own numbers.
  const asked = LIST.indicators
    .map(({ id, kind, measures: [first] }) => ({ id, kind, first }))
    .filter(({ kind, first }) => kind === "reach" && first?.current?.amount > 0 && first.target && first.unit !== "%")
    .map(({ id, first }) => ({ id, change: Math.abs(first.target.amount - first.current.amount) / first.current.amount }))
    .sort((a, b) => b.change - a.change);
  assert.deepEqual(five, asked.slice(0, 5).map(({ id }) => id));
});

test("hand me one page on childcare with my own figures", { skip: lacks("paper") }, async () => {
  await session.open(`${server.url}#/indicators/1-1`);
  await session.type("#own-value", "8");
  await session.type("#own-date", "令和4年度末");
  await session.click(".own-form button[type=submit]");
  await session.find(".own-list li");
  await session.open(`${server.url}#/plans/1`);
  await press(session, ".page-actions a", "配布資料");
  await session.find(".handout-own .own-latest b");
  await session.type("#handout-title", "子育ての指標");
  await session.until("its title", () => document.querySelector(".handout h2").textContent === "子育ての指標");
  const pages = execFileSync("pdftotext", ["-raw", await session.printed(), "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  assert.equal(pages.length, 1, pages.join("\n---\n"));
  const text = flat(pages[0]);
  for (const part of ["子育ての指標", "計7か所", "計8か所", "◆8か所", "達成", "公式評価ではありません", "出典："]) assert.ok(text.includes(flat(part)), `${part} is not on\n${pages[0]}`);
});

test("send me exactly this view", async (t) => {
  await session.open(`${server.url}#/indicators?goal=3&q=${encodeURIComponent("医療")}&sort=due`);
  await session.until("the list is narrowed", () => document.querySelectorAll(".indicator-row__head a").length < 40);
  await session.run(() => {
    window.copied = [];
    navigator.clipboard.writeText = async (text) => void window.copied.push(text);
  });
  await session.run(() => document.querySelectorAll("details.tool").forEach((one) => (one.open = true)));
  await press(session, ".tool__panel button", "リンク");
  const link = await session.until("the link is copied", () => window.copied[0]);
  const other = await openBrowser({ size: PHONE });
  t.after(() => other.close());
  await other.open(link);
  const seen = await rows(session);
  assert.ok(seen.length > 0);
  assert.deepEqual(await rows(other), seen);
  assert.equal(await other.run(() => document.querySelector("#explorer-search").value), "医療");
});

test("and the whole document as plain text", async () => {
  await session.open(`${server.url}#/document`);
  await press(session, ".page-actions button", "文字だけ");
  const file = await session.downloaded(".txt");
  assert.match(file, /-document-\d{8}\.txt$/);
  const text = readFileSync(file, "utf8");
  for (const { id, name } of LIST.indicators) assert.ok(text.includes(`${id}　${name}`), id);
  await session.assertClean(server.url);
});
