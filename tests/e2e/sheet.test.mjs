// The grid: all figures of a scenario filled in like a spreadsheet, by keys, by pasting and by filling down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openBrowser, PHONE, startServer } from "./lib.mjs";
import { figure, halfTyped, KEY, pullPlug, scenario, seed } from "./own.mjs";

const SCENARIO = scenario("mine", "わたしの想定", "diamond", [figure("3-1", 44, "校")]);

async function reader(t, { at = "#/scenarios/mine?plan=1&plan=2&plan=3", ...options } = {}) {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser(options);
  t.after(() => session.close());
  await session.open(server.url);
  await seed(session, [SCENARIO]);
  await session.open(`${server.url}${at}`);
  await session.find(".sheet tbody tr");
  return { server, session };
}

/** The field of an indicator in the first or a later column. */
const field = (session, indicator, column = 0) =>
  session.run(
    (indicator, column) => {
      const row = document.querySelector(`.sheet a[href="#/indicators/${indicator}"]`).closest("tr");
      return row.querySelectorAll(".sheet__field")[column].id;
    },
    indicator,
    column,
  );
const value = (session, id) => session.run((id) => document.getElementById(id).value, id);
const inHand = (session) => session.run(() => document.activeElement.id);
const status = (session, indicator) => session.run((indicator) => document.querySelector(`.sheet a[href="#/indicators/${indicator}"]`).closest("tr").querySelector(".sheet__status").innerText.trim(), indicator);
const press = (session, ...keys) => session.driver.actions().sendKeys(...keys).perform();
const chord = (session, ...keys) => {
  const actions = session.driver.actions();
  const last = keys.pop();
  for (const key of keys) actions.keyDown(key);
  actions.sendKeys(last);
  for (const key of keys.reverse()) actions.keyUp(key);
  return actions.perform();
};
const focus = (session, id) => session.click(`#${id}`);
const stored = (session) =>
  session.run((key) => {
    const [workspace] = Object.values(JSON.parse(localStorage[key]).workspaces);
    return workspace.scenarios[0].figures.map(({ indicator, date, amount, stage }) => `${indicator} ${date} ${amount ?? stage}`).sort();
  }, KEY);
const paste = (session, text) => session.clipboard("paste", { "text/plain": text });

const MINE = "3-1 2023-03-31 44";

test("keys move, take, refuse and give up as in a spreadsheet, and statuses follow", async (t) => {
  const { server, session } = await reader(t);
  const first = await field(session, "1-1");
  const below = await session.run((id) => {
    const all = Array.from(document.querySelectorAll(".sheet tbody tr"), (row) => row.querySelector(".sheet__field").id);
    return all[all.indexOf(id) + 1];
  }, first);
  const beside = await field(session, "1-1", 1);
  assert.equal(await status(session, "1-1"), "未入力");
  await focus(session, first);
  await press(session, "８");
  await session.until("the status follows each key", (id) => !document.getElementById(id).closest("tr").querySelector(".sheet__status").innerText.includes("未入力"), first);
  assert.deepEqual(await stored(session), [MINE], "before anything is kept");
  await press(session, Key.ENTER);
  assert.equal(await inHand(session), below, "Enter goes down");
  assert.equal(await value(session, first), "8");
  assert.notEqual(await status(session, "1-1"), "未入力", "the status follows");
  await press(session, Key.ARROW_UP);
  assert.equal(await inHand(session), first);
  await press(session, Key.ARROW_RIGHT);
  assert.equal(await inHand(session), beside, "an arrow goes to the next day");
  await press(session, "たくさん", Key.TAB);
  await session.until("it is refused beside the field", (id) => document.getElementById(id).getAttribute("aria-invalid") === "true", beside);
  assert.equal(await value(session, beside), "たくさん", "what was typed stays");
  assert.deepEqual(await stored(session), ["1-1 2023-03-31 8", MINE]);
  await focus(session, beside);
  await press(session, Key.ESCAPE);
  assert.equal(await value(session, beside), "", "Escape gives it up");
  assert.equal(await session.run((id) => document.getElementById(id).getAttribute("aria-invalid"), beside), null);
  const before = await status(session, "1-1");
  await press(session, "1", Key.ESCAPE);
  assert.equal(await status(session, "1-1"), before, "and what it would have come to");
  await press(session, Key.ARROW_LEFT);
  assert.equal(await inHand(session), first);
  await press(session, Key.DELETE);
  await session.until("Delete takes the figure out", (id) => document.getElementById(id).value === "", first);
  assert.equal(await status(session, "1-1"), "未入力");
  await chord(session, Key.CONTROL, "z");
  await session.until("and undo brings it back", (id) => document.getElementById(id).value === "8", first);
  await chord(session, Key.CONTROL, "z");
  await session.until("as it does the one before", (id) => document.getElementById(id).value === "", first);
  await chord(session, Key.CONTROL, "y");
  await session.until("and redo", (id) => document.getElementById(id).value === "8", first);
  await session.assertClean(server.url);
});

test("a click into a filled cell and a new number take the old one's place", async (t) => {
  const { session } = await reader(t);
  const cell = await field(session, "3-1");
  assert.equal(await value(session, cell), "44");
  await focus(session, cell);
  await press(session, "52", Key.ENTER);
  await session.waitFor("it is kept", async () => (await stored(session)).join() === "3-1 2023-03-31 52");
});

test("a block from Excel is looked through, put in as one step, and taken back with one", async (t) => {
  const { server, session } = await reader(t);
  await focus(session, await field(session, "1-1"));
  const rows = await session.run(() => document.querySelectorAll(".sheet tbody tr").length);
  assert.ok(rows > 3);
  await paste(session, "８\t1,0\r\n\t9\r\nたくさん\t10\r\n");
  const told = await session.text("dialog[open]");
  assert.match(told, /まだ何も変えていません/);
  assert.match(told, /空欄（いまの値のまま） 1件/);
  assert.match(told, /入れられない値 [1-4]件/);
  assert.match(told, /たくさん/);
  await press(session, Key.ESCAPE);
  await session.until("Escape leaves it", () => document.querySelector("dialog[open]") === null);
  assert.deepEqual(await stored(session), [MINE]);

  await focus(session, await field(session, "1-1"));
  await paste(session, "8\t9\r\n7\t8\r\n");
  await session.find("dialog[open] .button--own");
  await session.click("dialog[open] .button--own");
  await session.until("it is put in", () => document.querySelector("dialog[open]") === null && document.querySelector(".toast")?.innerText.includes("貼り付け"));
  const after = await stored(session);
  assert.equal(after.length, 5, after.join());
  await session.click(".toast [data-kind=notice] button");
  await session.waitFor("one press takes all of it back", async () => (await stored(session)).join() === MINE);
  // What falls off the table is said.
  const last = await session.run(() => Array.from(document.querySelectorAll(".sheet tbody tr"), (row) => row.querySelector(".sheet__field").id).at(-1));
  await focus(session, last);
  await paste(session, "1\r\n2\r\n3\r\n");
  assert.match(await session.text("dialog[open]"), /はみ出す2件/);
  await session.assertClean(server.url);
});

test("a range is filled down, copied and cleared", async (t) => {
  const { session } = await reader(t);
  const first = await field(session, "1-1");
  await focus(session, first);
  await press(session, "8", Key.ENTER, Key.ARROW_UP);
  await chord(session, Key.SHIFT, Key.ARROW_DOWN);
  assert.equal(await session.run(() => document.querySelectorAll(".sheet .is-chosen").length), 2);
  await chord(session, Key.CONTROL, "d");
  await session.waitFor("the cell below has it too", async () => (await stored(session)).length === 3);
  const copied = await session.clipboard("copy");
  assert.equal(copied, "8\r\n8");
  await press(session, Key.DELETE);
  await session.waitFor("both are gone", async () => (await stored(session)).join() === MINE);
  await chord(session, Key.CONTROL, "z");
  await session.waitFor("and back with one step", async () => (await stored(session)).length === 3);
});

test("leaving the page in the middle of a number keeps it", async (t) => {
  const { server, session } = await reader(t);
  await focus(session, await field(session, "1-1"));
  await press(session, "8");
  await session.run(() => (location.hash = "#/guide"));
  await session.until("the guide is open", () => document.querySelector(".sheet") === null);
  assert.deepEqual(await stored(session), ["1-1 2023-03-31 8", MINE], "by a link");
  assert.deepEqual(await halfTyped(session), [], "it was taken");
  await session.open(`${server.url}#/scenarios/mine?plan=1&plan=2&plan=3`);
  await focus(session, await field(session, "1-1"));
  await press(session, Key.F2, "5");
  await session.reload();
  // A browser may cut the page's last call short; then the number is still in its field.
  assert.equal(await value(session, await field(session, "1-1")), "85", "by loading it anew");
});

test("what was being typed or was refused is there again after a browser that ended without a word", async (t) => {
  const { server, session } = await reader(t);
  const cell = (id) => session.run((id) => document.getElementById(id).closest("td").innerText, id);
  const first = await field(session, "1-1");
  const beside = await field(session, "1-1", 1);
  await focus(session, beside);
  await press(session, "たくさん");
  await focus(session, first);
  await press(session, "8", "5");
  await pullPlug(session);
  await session.find(".sheet tbody tr");
  assert.deepEqual([await value(session, first), await value(session, beside)], ["85", "たくさん"]);
  assert.match(await cell(first), /まだ書きとめていません/);
  assert.equal(await session.run((id) => document.getElementById(id).getAttribute("aria-invalid"), beside), "true");
  assert.notEqual(await status(session, "1-1"), "未入力", "the status goes by what the field shows");
  assert.deepEqual(await stored(session), [MINE], "nobody has taken it yet");
  await focus(session, first);
  await press(session, Key.ENTER);
  await session.until("it is taken", (id) => !document.getElementById(id).closest("td").innerText.includes("まだ書きとめていません"), first);
  assert.deepEqual(await stored(session), ["1-1 2023-03-31 85", MINE]);
  await focus(session, beside);
  await press(session, Key.ESCAPE);
  assert.equal(await value(session, beside), "");
  assert.deepEqual(await halfTyped(session), [], "taken or given up");
  await session.reload();
  await session.find(".sheet tbody tr");
  assert.deepEqual([await value(session, first), await value(session, beside)], ["85", ""]);
  await session.assertClean(server.url);
});

test("the filters of the list apply, and a phone shows each indicator as a block", async (t) => {
  const { server, session } = await reader(t, { at: "#/scenarios/mine?plan=3", size: PHONE });
  const shown = await session.run(() => Array.from(document.querySelectorAll(".sheet__name a"), (link) => link.hash));
  assert.ok(shown.length > 2 && shown.every((hash) => hash.startsWith("#/indicators/3-")), shown.join());
  assert.match(await status(session, "3-1"), /やや遅れ/);
  assert.ok((await session.overflow()) <= 0);
  const id = await field(session, "3-1");
  await session.click(`#${id}`);
  await press(session, Key.END, Key.BACK_SPACE, Key.BACK_SPACE, "52", Key.ENTER);
  await session.until("the status follows", () => document.querySelector('.sheet a[href="#/indicators/3-1"]').closest("tr").innerText.includes("達成"));
  await session.run(() => Array.from(document.querySelectorAll(".segments button")).find((button) => button.innerText === "入力ずみ").click());
  await session.until("only what is filled in", () => document.querySelectorAll(".sheet tbody tr").length >= 1 && Array.from(document.querySelectorAll(".sheet__name a"), (link) => link.hash).every((hash) => hash === "#/indicators/3-1"));
  await session.assertClean(server.url);
});
