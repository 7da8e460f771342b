// Two people argue about the plan: two scenarios, one of them prepared in Excel, side by side by goal, one sent as a link
// and opened in another browser, and everything taken back.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { Key, openBrowser, PHONE, startServer } from "./lib.mjs";
import { KEY } from "./own.mjs";

const press = (session, ...keys) => session.driver.actions().sendKeys(...keys).perform();
const names = (session) => session.run(() => Array.from(document.querySelectorAll(".scenario-item h3"), (one) => one.textContent));

/** Own figures as stored, scenario by scenario in the order of the list. */
const stored = (session) =>
  session.run((key) => {
    const [workspace] = Object.values(JSON.parse(localStorage[key] ?? '{"workspaces":{}}').workspaces);
    return (workspace?.scenarios ?? [])
      .filter(({ deleted }) => !deleted)
      .map(({ name, figures }) => `${name}: ${figures.map(({ indicator, amount, stage }) => `${indicator} ${amount ?? stage}`).sort().join(", ")}`)
      .sort();
  }, KEY);

/** A line of CSV with only plain cells; quoted ones are taken apart. */
function cells(line) {
  return Array.from(line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g), ([, cell]) => cell).slice(0, -1);
}

test("two people argue with it, from two scenarios to everything undone", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());

  // One builds a scenario by hand, in the grid.
  await session.open(`${server.url}#/scenarios`);
  await session.type("#new-name", "委員会で聞いた値");
  await session.click("#new-scenario button[type=submit]");
  await session.until("it is made", () => document.querySelectorAll(".scenario-item").length === 2);
  await session.click(".scenario-item.is-active a.button--own");
  await session.find(".sheet");
  for (const [indicator, value] of [["1-1", "8"], ["3-1", "44"]]) {
    const id = await session.run((indicator) => document.querySelector(`.sheet a[href="#/indicators/${indicator}"]`).closest("tr").querySelector(".sheet__field").id, indicator);
    await session.click(`#${id}`);
    await press(session, value, Key.ENTER);
  }
  await session.waitFor("both are kept", async () => (await stored(session)).includes("委員会で聞いた値: 1-1 8, 3-1 44"));

  // The other prepares one in Excel, from the empty table.
  await session.open(`${server.url}#/scenarios`);
  await session.click("[data-file=template]");
  const [head, ...rows] = readFileSync(await session.downloaded(".csv"), "utf8").slice(1).trim().split("\r\n");
  const heads = cells(head);
  const filled = rows.map((row) => {
    const line = cells(row);
    const put = (heading, text) => (line[heads.indexOf(heading)] = text);
    const wanted = { "指標1-1": "8", "指標3-1": "５０", "指標9-2": "たくさん" }[line[heads.indexOf("指標番号")]];
    if (wanted === undefined) return row;
    put("シナリオ", "会派の見立て");
    put("想定値：数または段階", wanted);
    put("想定値：時点", "2023/3/31");
    return line.join(",");
  });
  const file = path.join(session.profile, "会派の見立て.csv");
  writeFileSync(file, `\ufeff${[head, ...filled].join("\r\n")}\r\n`);
  await (await session.find("#files-pick")).sendKeys(file);
  const preview = await session.text(".import");
  assert.match(preview, /値が変わる：1件/);
  assert.match(preview, /同じ：1件/);
  assert.match(preview, /取り込めない：1件/);
  await session.click(".import input[value=new]");
  await session.click("[data-import=take]");
  await session.until("it stands beside the others", () => document.querySelectorAll(".scenario-item").length === 3);
  assert.ok((await names(session)).some((name) => name.includes("会派の見立て")), (await names(session)).join());

  // Side by side, by goal.
  await session.run(() => Array.from(document.querySelectorAll(".scenario-item")).slice(1).forEach((item) => item.querySelector(".check input").click()));
  await session.click('a[href^="#/sides?"]');
  await session.find(".sides-rows");
  const first = await session.run(() => document.querySelector(".sides-rows tbody tr").innerText.replace(/\s+/g, " "));
  assert.match(first, /3-1.*44校.*やや遅れ.*50校.*順調/, "what differs comes first");
  const goal = await session.run(() => document.querySelector(".sides-goals tbody tr").innerText.replace(/\s+/g, " "));
  assert.match(goal, /やや遅れ 1 .*順調 1 /);
  const address = await session.run(() => location.href);

  // One is sent as a link and opened in another browser.
  await session.driver.navigate().back();
  await session.find(".scenario-item");
  await session.run(() => {
    Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.handed = text) }, configurable: true });
  });
  await session.run(() => Array.from(document.querySelectorAll(".scenario-item")).find((item) => item.innerText.includes("会派の見立て")).querySelector("[data-action=share]").click());
  const link = await session.until("the link is there", () => window.handed);
  const other = await openBrowser({ size: PHONE });
  t.after(() => other.close());
  await other.open(link);
  await other.until("it can be read", () => document.querySelectorAll(".shared-item").length === 2);
  assert.match(await other.text("main"), /50校/);
  assert.deepEqual(await stored(other), [], "reading it stores nothing");
  await other.click("[data-action=take]");
  await other.waitFor("it is theirs", async () => (await stored(other)).some((one) => one.endsWith(": 1-1 8, 3-1 50")));
  assert.ok((await other.overflow()) <= 0);

  // Everything is undone, one step after the other, also after the page was loaded anew.
  await session.reload();
  await session.find(".scenario-item");
  const undo = () => session.run(() => document.querySelector("section[aria-labelledby=steps-heading] .actions button").click());
  const done = () => session.run(() => document.querySelector("section[aria-labelledby=steps-heading] .actions button").getAttribute("aria-disabled") === "true");
  for (let steps = 0; !(await done()); steps += 1) {
    assert.ok(steps < 20, "an end is reached");
    await undo();
  }
  assert.deepEqual(await names(session), ["わたしの想定"]);
  assert.deepEqual(await stored(session), ["わたしの想定: "]);
  // The comparison in the old address says what is missing instead of breaking.
  await session.open(address);
  await session.find(".sides-unknown");
  await session.assertClean(server.url);
  await other.assertClean(server.url);
});
