// One search over everything: from every page, by keyboard, in groups, with what was meant and why it was found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, openBrowser, PHONE, startServer } from "./lib.mjs";

const groups = (session) =>
  session.run(() =>
    Array.from(document.querySelectorAll(".found-group"), (group) => ({
      name: group.querySelector("h2").firstChild.textContent,
      count: Number(group.querySelector("h2 .number").textContent),
      first: group.querySelector(".found__title").getAttribute("href"),
    })),
  );
const focused = (session) => session.run(() => document.activeElement.id || document.activeElement.tagName);

async function started(t, size) {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size });
  t.after(() => session.close());
  await session.open(server.url);
  return { server, session };
}

test("the slash leads to the field from every page, Enter to the results, and letters change them at once", async (t) => {
  const { server, session } = await started(t);
  const press = (...keys) => session.driver.actions().sendKeys(...keys).perform();
  for (const hash of ["#/", "#/goals/1", "#/plans/3", "#/indicators", "#/indicators/3-1", "#/scenarios", "#/sides", "#/document", "#/guide", "#/nowhere"]) {
    await session.open(`${server.url}${hash}`);
    // A new page gives its heading the focus in the next frame; the very first one was there before.
    if (hash !== "#/") await session.until(`${hash} has its focus`, () => document.activeElement.tagName === "H1");
    await press("/");
    assert.equal(await focused(session), "site-search", hash);
    assert.equal(await session.run(() => document.querySelector("#site-search").value), "", `${hash}: the key itself is not typed`);
  }
  await press("保育園", Key.ENTER);
  await session.until("the results are there", () => location.hash.startsWith("#/search?q=") && document.querySelector(".found-group") !== null);
  await session.until("the heading has the focus", () => document.activeElement.tagName === "H1");
  assert.match(await session.driver.getTitle(), /「保育園」/);
  assert.equal((await groups(session))[0].first, "#/indicators/1-3");
  assert.match(await session.text(".found-through"), /保育園→保育所/);
  assert.ok((await session.run(() => Array.from(document.querySelectorAll(".found mark"), (mark) => mark.textContent))).includes("保育所"));

  // On the page of results every letter counts, and steps back are not buried under them.
  await press("/");
  assert.equal(await focused(session), "site-search");
  await press(Key.END, " 増設");
  await session.until("one indicator is left", () => document.querySelector(".found-group h2 .number")?.textContent === "1");
  await session.until("the address follows", () => decodeURIComponent(location.hash).endsWith("q=保育園+増設"));
  assert.equal(await focused(session), "site-search");
  assert.match(await session.text("[role=status].found-count"), /件見つかりました/);
  await session.driver.navigate().back();
  await session.until("back leaves the results", () => location.hash === "#/nowhere");
  assert.equal(await session.run(() => document.querySelector("#site-search").value), "");
  await session.assertClean(server.url);
});

test("typing a slash in a field types a slash, and the key can be switched off for good", async (t) => {
  const { server, session } = await started(t);
  const press = (...keys) => session.driver.actions().sendKeys(...keys).perform();
  await session.open(`${server.url}#/indicators`);
  await session.type("#explorer-search", "/");
  assert.equal(await session.run(() => document.querySelector("#explorer-search").value), "/");
  await session.open(`${server.url}#/search`);
  await session.click(".slash-key input");
  await session.reload();
  await session.run(() => document.activeElement.blur());
  await press("/");
  assert.notEqual(await focused(session), "site-search");
  await session.click(".slash-key input");
  await session.run(() => document.activeElement.blur());
  await press("/");
  assert.equal(await focused(session), "site-search");
  await session.assertClean(server.url);
});

test("every kind of thing is found in its group, with the best group first", async (t) => {
  const { server, session } = await started(t);
  for (const [typed, name, first] of [
    ["９の２", "指標", "#/indicators/9-2"],
    ["計画９", "戦略計画", "#/plans/9"],
    ["基本目標 Ⅲ", "基本目標", "#/goals/3"],
    ["医療環境の充実", "数値目標", "#/goals/3"],
    ["まち・ひと・しごと創生法", "資料の前書き", "#/document?line=13"],
    ["ローカルストレージ", "使い方", "#/guide?at=storage"],
  ]) {
    await session.open(`${server.url}#/search?q=${encodeURIComponent(typed)}`);
    await session.until(`${typed} finds ${first}`, (href) => document.querySelector(".found__title")?.getAttribute("href") === href, first);
    assert.equal((await groups(session))[0].name, name, typed);
  }
  // Groups count what they hold, and a long one opens.
  await session.open(`${server.url}#/search?q=${encodeURIComponent("みどり")}`);
  await session.until("several groups", () => document.querySelectorAll(".found-group").length > 2);
  const long = (await groups(session)).find(({ count }) => count > 8);
  const open = "[aria-expanded=false].button--plain";
  await session.click(open);
  await session.until("all are shown", (count) => Array.from(document.querySelectorAll(".found-group"), (group) => group.querySelectorAll(".found > li").length).includes(count), long.count);
  assert.equal(await session.run(() => document.activeElement.getAttribute("aria-expanded")), "true", "focus stays on the button");
  await session.assertClean(server.url);
});

test("a slip is answered with what was meant, and the word goes on into the explorer", async (t) => {
  const { server, session } = await started(t, PHONE);
  await session.click(".site-search-link");
  await session.until("the field has the focus", () => document.activeElement.id === "site-search");
  await session.type("#site-search", "ほいくじょ");
  await session.click(".suggestions a");
  await session.until("what was meant is found", () => document.querySelector(".found__title")?.getAttribute("href") === "#/indicators/1-3");
  assert.ok((await session.overflow()) <= 0);
  await session.click(".found-narrow a");
  await session.until("the explorer has the word", () => document.querySelector("#explorer-search")?.value.length > 0 && document.querySelector("h1").textContent === "指標一覧");
  await session.open(`${server.url}#/search?q=ぬぬぬぬ&colour=red`);
  await session.until("nothing is said to be found", () => document.querySelector("main").innerText.includes("見つかりませんでした"));
  assert.match(await session.run(() => document.body.innerText), /colour=red/, "what the address says in vain is told");
  await session.assertClean(server.url);
});
