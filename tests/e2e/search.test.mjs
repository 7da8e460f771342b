// The search over the whole app: keyboard, groups of results, suggestions, and why something was found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openApp, PHONE } from "./app.mjs";

const FIELD = "#site-search";

const focused = (session) => session.run(() => document.activeElement.id || document.activeElement.tagName);

test("the slash key focuses the search field on every page, Enter opens the results, and typing updates them", async (t) => {
  const { session, search } = await openApp(t);
  for (const address of ["./", "goals/1/", "plans/3/", "indicators/", "indicators/3-1/", "scenarios/", "scenarios/compare/", "document/", "guide/", "./#/nowhere"]) {
    await session.open(address);
    // A new page moves focus to its heading one frame later; the first page was open before.
    if (address !== "./") await session.untilFocus("h1");
    await session.press("/");
    assert.equal(await focused(session), "site-search", address);
    assert.equal(await session.value(FIELD), "", `${address}: the slash is not typed`);
  }
  await session.press("保育園", Key.ENTER);
  await session.untilAddress("search/?q=");
  await session.find(".found-group");
  await session.untilFocus("h1");
  assert.match(await session.driver.getTitle(), /「保育園」/);
  assert.equal((await search.groups())[0].first, "indicators/1-3/");
  assert.match(await session.text(".found-through"), /保育園→保育所/);
  assert.ok((await session.each(".found mark")).includes("保育所"));

  // On the results page every letter updates the results without adding to the history.
  await session.press("/");
  assert.equal(await focused(session), "site-search");
  await session.press(Key.END, " 増設");
  await session.until("one indicator is left", () => document.querySelector(".found-group h2 .number")?.textContent === "1");
  await session.until("the address follows", () => decodeURIComponent(location.search).endsWith("q=保育園+増設"));
  assert.equal(await focused(session), "site-search");
  assert.match(await session.text("[role=status].found-count"), /件見つかりました/);
  await session.back();
  await session.until("back leaves the results", () => location.hash === "#/nowhere");
  assert.equal(await session.value(FIELD), "");
  await session.assertClean();
});

test("a slash in a field is typed, and the shortcut can be switched off permanently", async (t) => {
  const { session } = await openApp(t, { at: "indicators/" });
  await session.type("#explorer-search", "/");
  assert.equal(await session.value("#explorer-search"), "/");
  await session.open("search/");
  await session.click(".slash-key input");
  await session.reload();
  const pressSlash = async () => {
    await session.run(() => document.activeElement.blur());
    await session.press("/");
  };
  await pressSlash();
  assert.notEqual(await focused(session), "site-search");
  await session.click(".slash-key input");
  await pressSlash();
  assert.equal(await focused(session), "site-search");
  await session.assertClean();
});

test("results of every kind are found in their group, with the best group first", async (t) => {
  const { session, search } = await openApp(t);
  for (const [text, name, first] of [
    ["９の２", "指標", "indicators/9-2/"],
    ["計画９", "戦略計画", "plans/9/"],
    ["基本目標 Ⅲ", "基本目標", "goals/3/"],
    ["医療環境の充実", "数値目標", "goals/3/"],
    ["まち・ひと・しごと創生法", "資料の前書き", "document/#line-13"],
    ["ローカルストレージ", "使い方", "guide/#storage"],
  ]) {
    await search.open(text);
    await search.untilFirst(first);
    assert.equal((await search.groups())[0].name, name, text);
  }
  // Groups state their counts, and a long group can be expanded.
  await search.open("みどり");
  await session.until("there are several groups", () => document.querySelectorAll(".found-group").length > 2);
  const long = (await search.groups()).find(({ count }) => count > 8);
  await session.click("[aria-expanded=false].button--plain");
  await session.until("all results are shown", (count) => Array.from(document.querySelectorAll(".found-group"), (group) => group.querySelectorAll(".found > li").length).includes(count), long.count);
  assert.equal(await session.run(() => document.activeElement.getAttribute("aria-expanded")), "true", "focus stays on the button");
  await session.assertClean();
});

test("a misspelling gets a suggestion, and the explorer continues with the same words", async (t) => {
  const { session, search } = await openApp(t, { size: PHONE });
  await session.click(".site-search-link");
  await session.untilFocus(FIELD);
  await session.type(FIELD, "ほいくじょ");
  await session.click(".suggestions a");
  await search.untilFirst("indicators/1-3/");
  await session.assertFits();
  await search.continueInExplorer();
  await session.until("the explorer has the words", () => document.querySelector("#explorer-search")?.value.length > 0 && document.querySelector("h1").textContent === "指標一覧");
  await session.open("search/?q=ぬぬぬぬ&colour=red");
  await session.untilText("main", "見つかりませんでした");
  assert.match(await session.property("body", "innerText"), /colour=red/, "the unknown setting is named");
  await session.assertClean();
});
