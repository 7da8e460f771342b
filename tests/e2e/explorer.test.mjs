// Finding: search, filters that combine, counts that agree with the rows, and an address that carries it all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openBrowser, PHONE, startServer } from "./lib.mjs";

const count = (session) => session.run(() => Number(document.querySelector(".result-count b").textContent));
const rows = (session) => session.run(() => Array.from(document.querySelectorAll(".indicator-row__head a"), (a) => a.getAttribute("href").replace("#/indicators/", "")));
const option = (session, label) =>
  session.run((words) => {
    const found = Array.from(document.querySelectorAll("#filters label")).find((one) => one.innerText.includes(words) || one.textContent.includes(words));
    return found ? Number(found.lastElementChild.textContent) : null;
  }, label);
const choose = (session, label) =>
  session.run((words) => {
    Array.from(document.querySelectorAll("#filters label")).find((one) => one.textContent.includes(words)).querySelector("input").click();
  }, label);

test("an indicator is found by half-width kana, full-width digits and its number", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  await session.type("main input[type=search]", `ねりっこ${Key.ENTER}`);
  await session.click(".found-narrow a");
  await session.until("the explorer shows three", () => document.querySelector(".result-count b")?.textContent === "3");
  for (const [typed, first] of [
    ["ﾈﾘｯｺｸﾗﾌﾞ", "3-1"],
    ["９−２", "9-2"],
    ["特養", "5-5"],
    ["ＤＸ推進方針", "22-2"],
    ["地域包括 相談", "5-7"],
  ]) {
    await session.type("#explorer-search", typed);
    await session.until(`the address carries ${typed}`, () => location.hash.includes("?"));
    if (first) await session.until(`${typed} finds ${first}`, (id) => document.querySelector(".indicator-row__head a")?.getAttribute("href") === `#/indicators/${id}`, first);
  }
  assert.ok((await session.run(() => document.querySelectorAll("mark").length)) > 0, "what was found is marked");
  await session.assertClean(server.url);
});

test("filters combine, counts agree with the rows, and the address opens the same view elsewhere", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators`);
  assert.equal(await count(session), 120);
  const ofGoal = await option(session, "子どもたちの笑顔輝くまち");
  assert.equal(ofGoal, 19);
  await choose(session, "子どもたちの笑顔輝くまち");
  await session.until("19 rows", () => document.querySelectorAll(".indicator-row").length === 19);
  const reach = await option(session, "数値に到達");
  await choose(session, "数値に到達");
  await session.until("the rows are as many as the option said", (n) => document.querySelectorAll(".indicator-row").length === n, reach);
  assert.equal(await count(session), reach);
  const address = await session.driver.getCurrentUrl();
  const shown = await rows(session);

  const other = await openBrowser({ size: PHONE });
  t.after(() => other.close());
  await other.open(address);
  assert.deepEqual(await rows(other), shown);
  assert.ok((await other.overflow()) <= 0);

  await session.run(() => history.back());
  await session.until("back gives the 19 rows again", () => document.querySelectorAll(".indicator-row").length === 19);
  await session.click(".chips .button--plain");
  await session.until("all rows again", () => document.querySelectorAll(".indicator-row").length === 120);
  await session.assertClean(server.url);
});

test("an empty result says how to widen, and the way works", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators`);
  await choose(session, "区民とともに区政を進める");
  await session.type("#explorer-search", "保育");
  await session.until("nothing is found", () => document.querySelector(".empty") !== null);
  await session.click(".empty a");
  await session.until("something is found", () => document.querySelectorAll(".indicator-row").length > 0);
});

test("on a phone the filters open as a sheet, by thumb or by key", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators`);
  assert.equal(await session.run(() => getComputedStyle(document.querySelector("#filters")).display), "none");
  await session.click(".sheet-toggle");
  await session.until("the sheet is open with focus inside", () => document.querySelector("#filters").contains(document.activeElement));
  await choose(session, "安心を支える福祉と医療のまち");
  await session.until("the button says how many", () => document.querySelector(".sheet-foot .button--solid").textContent.includes("22件"));
  await session.click(".sheet-foot .button--solid");
  await session.until("the sheet is closed", () => getComputedStyle(document.querySelector("#filters")).display === "none");
  assert.equal(await count(session), 22);
  assert.ok((await session.overflow()) <= 0);
});

test("parts of an address that mean nothing are named and change nothing", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators?colour=red`);
  assert.equal(await count(session), 120);
  assert.match(await session.text(".banner"), /colour=red/);
});

test("what was typed is in the address even when one leaves in the same moment", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators`);
  const typeAnd = (text, leave) =>
    session.run(
      (text, leave) => {
        const field = document.querySelector("#explorer-search");
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        document.querySelector(leave).click();
      },
      text,
      leave,
    );
  const typed = (text) => session.until(`${text} is in the field`, (text) => document.querySelector("#explorer-search")?.value === text, text);

  await typeAnd("保育", ".indicator-row__head a");
  await session.until("the indicator's page", () => /^#\/indicators\/./.test(location.hash));
  await session.run(() => history.back());
  await typed("保育");
  // And when what comes next is another setting of the same page.
  await typeAnd("道路", "[aria-pressed=false]");
  await session.run(() => history.back());
  await typed("道路");
  await session.assertClean(server.url);
});

test("back to an earlier setting leads to the place one left, however far down", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators`);
  // Until the browser has told of it, which is a frame later.
  await session.runAsync(
    () =>
      new Promise((done) => {
        addEventListener("scroll", () => done(true), { once: true });
        scrollTo(0, 9000);
      }),
  );
  await choose(session, "子どもたちの笑顔輝くまち");
  await session.until("19 rows", () => document.querySelectorAll(".indicator-row").length === 19);
  await session.run(() => history.back());
  await session.until("120 rows, at the old place", () => document.querySelectorAll(".indicator-row").length === 120 && scrollY === 9000);
  await session.assertClean(server.url);
});
