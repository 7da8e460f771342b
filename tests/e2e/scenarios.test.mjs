// Scenarios: made, copied, renamed, ordered, deleted, taken back; ready-made ones; steps that survive; the reminder.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openBrowser, PHONE, startServer } from "./lib.mjs";
import { halfTyped, pullPlug } from "./own.mjs";

const names = (session) => session.run(() => Array.from(document.querySelectorAll(".scenario-item h3"), (one) => one.textContent));
const action = (session, at, what) =>
  session.run((place, name) => document.querySelectorAll(".scenario-item")[place].querySelector(`[data-action=${name}]`).click(), at, what);
const listed = (session, ...wanted) =>
  session.until(`the list is ${wanted}`, (all) => JSON.stringify(Array.from(document.querySelectorAll(".scenario-item h3"), (one) => one.textContent)) === JSON.stringify(all), wanted);

/** Makes a scenario of the kind at a place of the form. */
async function make(session, kind, name) {
  await session.run((at) => document.querySelectorAll("#new-scenario input[type=radio]")[at].click(), kind);
  if (name !== undefined) await session.type("#new-name", name);
  await session.click("#new-scenario button[type=submit]");
}

async function reader(t, options) {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser(options);
  t.after(() => session.close());
  await session.open(`${server.url}#/scenarios`);
  return { server, session };
}

test("names and a description half typed are there again after a browser that ended without a word", async (t) => {
  const { server, session } = await reader(t);
  const NAME = ".scenario-item .scenario-form [id$=-name]";
  const DESCRIPTION = ".scenario-item .scenario-form textarea";
  const shown = (selector) => session.run((css) => document.querySelector(css)?.value, selector);
  await session.type("#new-name", "聞き取");
  await action(session, 0, "edit");
  await session.type(NAME, "委員会");
  await session.type(DESCRIPTION, "<b>令和4年度の");
  await pullPlug(session);
  await listed(session, "わたしの想定");
  assert.deepEqual([await shown("#new-name"), await shown(NAME), await shown(DESCRIPTION)], ["聞き取", "委員会", "<b>令和4年度の"]);
  assert.match(await session.text(".scenario-item .own-restored"), /まだ書きとめていません/);
  await session.click(".scenario-item .scenario-form [type=submit]");
  await listed(session, "委員会");
  assert.match(await session.text(".scenario-item .note"), /<b>令和4年度の/);
  await session.click("#new-scenario button[type=submit]");
  await listed(session, "委員会", "聞き取");
  // Given up is given up.
  await action(session, 0, "edit");
  await session.type(NAME, "別の名前");
  assert.equal((await halfTyped(session)).length, 1);
  await session.click(".scenario-item .scenario-form button:not([type=submit])");
  assert.deepEqual(await halfTyped(session), []);
  await session.reload();
  await listed(session, "委員会", "聞き取");
  assert.equal(await shown(NAME), null);
  await session.assertClean(server.url);
});

test("scenarios are made, renamed, copied, ordered and deleted, and every step can be taken back after a reload", async (t) => {
  const { server, session } = await reader(t);
  await make(session, 0, "聞き取り");
  await listed(session, "わたしの想定", "聞き取り");
  await action(session, 1, "edit");
  await session.type(".scenario-form [id$=-name]", "委員会の聞き取り");
  await session.type(".scenario-form textarea", "令和4年度の委員会で聞いた数");
  await session.click(".scenario-item .scenario-form [type=submit]");
  await listed(session, "わたしの想定", "委員会の聞き取り");
  await action(session, 1, "copy");
  await listed(session, "わたしの想定", "委員会の聞き取り", "委員会の聞き取りの写し");
  await action(session, 2, "up");
  await listed(session, "わたしの想定", "委員会の聞き取りの写し", "委員会の聞き取り");
  await session.until("focus stays on the button", () => document.activeElement?.dataset.action === "up");
  await action(session, 1, "delete");
  await listed(session, "わたしの想定", "委員会の聞き取り");

  await session.driver.navigate().refresh();
  await session.ready();
  await listed(session, "わたしの想定", "委員会の聞き取り");
  for (const wanted of [
    ["わたしの想定", "委員会の聞き取りの写し", "委員会の聞き取り"],
    ["わたしの想定", "委員会の聞き取り", "委員会の聞き取りの写し"],
    ["わたしの想定", "委員会の聞き取り"],
  ]) {
    await session.driver.actions().keyDown(Key.CONTROL).sendKeys("z").keyUp(Key.CONTROL).perform();
    await listed(session, ...wanted);
  }
  await session.driver.actions().keyDown(Key.CONTROL).sendKeys("y").keyUp(Key.CONTROL).perform();
  await listed(session, "わたしの想定", "委員会の聞き取り", "委員会の聞き取りの写し");
  await session.assertClean(server.url);
});

test("a name that cannot be is refused beside its field", async (t) => {
  const { session } = await reader(t);
  for (const name of ["", "あ".repeat(61)]) {
    await make(session, 0, name);
    await session.until("it is refused", () => document.querySelector("#new-name").getAttribute("aria-invalid") === "true");
    assert.notEqual(await session.text("#new-name-problem"), "");
  }
  assert.deepEqual(await names(session), ["わたしの想定"]);
});

test("a ready-made scenario is full, judged as it promises, and says what it leaves out", async (t) => {
  const { server, session } = await reader(t, { size: PHONE });
  await make(session, 4);
  await listed(session, "わたしの想定", "直線ペース");
  const counts = await session.text(".scenario-item.is-active .status-counts");
  assert.match(counts, /順調/);
  assert.doesNotMatch(counts, /遅れ|後退|判定できない/);
  assert.match(await session.text("section[aria-labelledby=new-heading] [role=status]"), /入れていません/);
  assert.match(await session.text("section[aria-labelledby=rollup-heading]"), /120件のうち\d+件に想定値があります/);
  assert.match(await session.text("section[aria-labelledby=rollup-heading]"), /公式評価ではありません/);
  assert.ok((await session.overflow()) <= 0);
  // The whole scenario goes with one step.
  await session.click(".toast [data-kind=notice] button");
  await listed(session, "わたしの想定");
  // A day that is none is refused.
  await session.run(() => document.querySelectorAll("#new-scenario input[type=radio]")[3].click());
  await session.type("#new-day", "いつか");
  await session.click("#new-scenario button[type=submit]");
  await session.until("the day is refused", () => document.querySelector("#new-day").getAttribute("aria-invalid") === "true");
  await session.assertClean(server.url);
});

test("the scenario in use is chosen where figures are entered", async (t) => {
  const { server, session } = await reader(t);
  await make(session, 2);
  await listed(session, "わたしの想定", "目標達成");
  await session.open(`${server.url}#/indicators/3-1`);
  await session.until("the target is met", () => document.querySelector(".own-list")?.innerText.includes("52校"));
  await session.run(() => {
    const choice = document.querySelector(".own-card .active-scenario select");
    choice.value = "mine";
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await session.until("the other scenario has none", () => document.querySelectorAll(".own-list li").length === 0);
});

test("twenty steps without a file bring the reminder, which can be put off", async (t) => {
  const { session } = await reader(t);
  for (let step = 0; step < 20; step += 1) {
    await make(session, 0, `案${step}`);
    await session.until("it is made", (count) => document.querySelectorAll(".scenario-item").length === count, step + 2);
  }
  await session.until("the reminder is there", () => document.querySelector(".banner")?.innerText.includes("20件"));
  await session.run(() => document.querySelector(".banner .button--plain").click());
  await session.until("it is gone", () => !document.querySelector(".banner"));
  await session.driver.navigate().refresh();
  await session.ready();
  assert.equal(await session.run(() => document.querySelectorAll(".banner").length), 0);
});

test("storage emptied while open is written again with the next step, and said", async (t) => {
  const { session } = await reader(t);
  await make(session, 0, "一");
  await listed(session, "わたしの想定", "一");
  await session.run(() => localStorage.clear());
  await make(session, 0, "二");
  await session.until("it is said", () => document.querySelector(".toast")?.innerText.includes("もう一度保存"));
  await session.driver.navigate().refresh();
  await session.ready();
  await listed(session, "わたしの想定", "一", "二");
});

test("two tabs edit at once and nothing is lost", async (t) => {
  const { server, session } = await reader(t);
  const first = await session.driver.getWindowHandle();
  // A window of its own: not every driver brings a further tab to the front.
  await session.driver.switchTo().newWindow("window");
  await session.open(`${server.url}#/scenarios`);
  const second = await session.driver.getWindowHandle();
  await make(session, 0, "二枚目で");
  await listed(session, "わたしの想定", "二枚目で");
  await session.driver.switchTo().window(first);
  await listed(session, "わたしの想定", "二枚目で");
  await make(session, 0, "一枚目で");
  await session.driver.switchTo().window(second);
  await listed(session, "わたしの想定", "二枚目で", "一枚目で");
});

for (const [what, text] of [
  ["cut short", '{"format":"ward-indicators/own-figures","version":1,"workspaces":{"ne'],
  ["of a wrong type", "[1,2,3]"],
  ["noise", null],
  ["hostile", '{"format":"ward-indicators/own-figures","version":1,"workspaces":{"__proto__":{"scenarios":"<img src=x onerror=alert(1)>"}}}'],
]) {
  test(`a stored text that is ${what} never stops the app and is not lost`, async (t) => {
    const { session } = await reader(t);
    await session.run((given) => localStorage.setItem("ward-indicators/own-figures", given ?? "\u0000\uD800".repeat(500_000)), text);
    await session.driver.navigate().refresh();
    await session.ready();
    await make(session, 0, "続き");
    await listed(session, "わたしの想定", "続き");
    await session.driver.navigate().refresh();
    await session.ready();
    await listed(session, "わたしの想定", "続き");
    if (text !== null && !text.includes("__proto__")) {
      assert.ok(await session.run((given) => Object.values(localStorage).includes(given), text), "the text was set aside");
      assert.match(await session.text("section[aria-labelledby=health-heading]"), /別に取ってある/);
    }
  });
}

test("what a newer version wrote is left alone, and offered as a file", async (t) => {
  const { session } = await reader(t);
  const newer = JSON.stringify({ format: "ward-indicators/own-figures", version: 99, things: [1] });
  await session.run((text) => localStorage.setItem("ward-indicators/own-figures", text), newer);
  await session.driver.navigate().refresh();
  await session.ready();
  await session.until("it is said", () => document.querySelector(".banner--warning")?.innerText.includes("新しい版"));
  await make(session, 0, "この画面だけ");
  await listed(session, "わたしの想定", "この画面だけ");
  assert.equal(await session.run(() => localStorage.getItem("ward-indicators/own-figures")), newer);
});
