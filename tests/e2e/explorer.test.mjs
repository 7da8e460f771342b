// Searching and filtering the list: results, counts, and the address of a view.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openApp, PHONE } from "./app.mjs";

const GOAL = "子どもたちの笑顔輝くまち";

test("half-width kana, full-width digits and numbers find an indicator", async (t) => {
  const { session, explorer, search } = await openApp(t);
  await session.type("main input[type=search]", `ねりっこ${Key.ENTER}`);
  await search.continueInExplorer();
  await explorer.untilResultCount((count) => count === 3);
  for (const [text, first] of [
    ["ﾈﾘｯｺｸﾗﾌﾞ", "3-1"],
    ["９−２", "9-2"],
    ["特養", "5-5"],
    ["ＤＸ推進方針", "22-2"],
    ["地域包括 相談", "5-7"],
  ]) {
    await explorer.search(text);
    await session.untilAddress("?");
    await session.waitFor(`${text} finds ${first}`, async () => (await explorer.rows())[0] === first);
  }
  assert.ok((await session.count("mark")) > 0, "the words found are highlighted");
  await session.assertClean();
});

test("filters combine, counts match the rows, and the address opens the same view elsewhere", async (t) => {
  const { server, session, explorer } = await openApp(t, { at: "indicators/" });
  assert.equal(await explorer.resultCount(), 120);
  assert.equal(await explorer.optionCount(GOAL), 19);
  await explorer.toggleOption(GOAL);
  await explorer.untilRows(19);
  const count = await explorer.optionCount("数値に到達");
  await explorer.toggleOption("数値に到達");
  await explorer.untilRows(count);
  assert.equal(await explorer.resultCount(), count);

  const other = await openApp(t, { server, size: PHONE, at: await session.driver.getCurrentUrl() });
  assert.deepEqual(await other.explorer.rows(), await explorer.rows());
  await other.session.assertFits();

  await session.back();
  await explorer.untilRows(19);
  await session.click(".chips .button--plain");
  await explorer.untilRows(120);
  await session.assertClean();
});

test("an empty result offers a link that widens the search", async (t) => {
  const { session, explorer } = await openApp(t, { at: "indicators/" });
  await explorer.toggleOption("区民とともに区政を進める");
  await explorer.search("保育");
  await session.click(".empty a");
  await session.find(".indicator-row");
});

test("on a phone the filters open as a dialog and close with the number of results", async (t) => {
  const { session, explorer } = await openApp(t, { at: "indicators/", size: PHONE });
  const close = ".sheet-foot .button--solid";
  assert.equal(await explorer.filtersAreHidden(), true);
  await explorer.openFilters();
  await explorer.toggleOption("安心を支える福祉と医療のまち");
  await session.untilText(close, "22件");
  await session.click(close);
  await session.waitFor("the filters are closed", () => explorer.filtersAreHidden());
  assert.equal(await explorer.resultCount(), 22);
  await session.assertFits();
});

test("unknown parts of an address are named and change nothing", async (t) => {
  const { session, explorer } = await openApp(t, { at: "indicators/?colour=red" });
  assert.equal(await explorer.resultCount(), 120);
  assert.match(await session.text(".banner"), /colour=red/);
});

test("text typed just before leaving the page is in the address", async (t) => {
  const { session, explorer } = await openApp(t, { at: "indicators/" });
  /** Types and clicks within one task, before the page can react. */
  const typeAndClick = (...args) =>
    session.run((text, target) => {
      const field = document.querySelector("#explorer-search");
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector(target).click();
    }, ...args);
  await typeAndClick("保育", ".indicator-row__head a");
  await session.until("the indicator is open", () => /\/indicators\/[^/?]+\/$/.test(location.href));
  await session.back();
  await explorer.untilSearch("保育");
  // The same with another setting of the same page.
  await typeAndClick("道路", "[aria-pressed=false]");
  await session.back();
  await explorer.untilSearch("道路");
  await session.assertClean();
});

test("back to an earlier filter restores the scroll position", async (t) => {
  const { session, explorer } = await openApp(t, { at: "indicators/" });
  // The browser sends the scroll event one frame later.
  await session.runAsync(() => {
    scrollTo(0, 9000);
    return new Promise((done) => addEventListener("scroll", () => done(true), { once: true }));
  });
  await explorer.toggleOption(GOAL);
  await explorer.untilRows(19);
  await session.back();
  await session.until("all rows are back at the old position", () => document.querySelectorAll(".indicator-row").length === 120 && scrollY === 9000);
  await session.assertClean();
});
