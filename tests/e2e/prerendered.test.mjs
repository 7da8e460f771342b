// Pages without the program: what every file of the site holds for readers without scripts, and how the program takes over.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { listFiles } from "../../tools/dist/files.mjs";
import { DESKTOP, lacks, openApp, PHONE } from "./app.mjs";
import { LIST } from "./list.mjs";
import { DIST } from "./server.mjs";
import { figure, replaceStored, scenario, storageText } from "./storage.mjs";

const PAGES = listFiles(DIST).filter((name) => name.endsWith("index.html"));
const htmlOf = (name) => readFileSync(path.join(DIST, name), "utf8");
const isPrerendered = (html) => !html.includes('id="boot"');
const unescape = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

test("every page that the list fixes is prerendered, with its own title and description, one heading and what was printed", () => {
  const prerendered = PAGES.filter((name) => isPrerendered(htmlOf(name)));
  const { goals, plans, indicators } = LIST;
  const expected = [
    "index.html",
    ...["indicators", "document", "guide", "accessibility"].map((name) => `${name}/index.html`),
    ...Object.entries({ goals, plans, indicators }).flatMap(([folder, records]) => records.map(({ id }) => `${folder}/${id}/index.html`)),
  ];
  assert.deepEqual(prerendered.sort(), expected.sort());
  const titles = new Set();
  for (const name of prerendered) {
    const html = htmlOf(name);
    assert.equal(html.match(/<h1\b/g).length, 1, name);
    titles.add(html.match(/<title>([^<]*)</)[1]);
    for (const tag of ['name="description"', 'property="og:title"', 'property="og:description"']) assert.ok(html.includes(tag), `${name}: ${tag}`);
  }
  assert.equal(titles.size, prerendered.length);
  for (const { id, current, target } of indicators) {
    const html = unescape(htmlOf(`indicators/${id}/index.html`));
    for (const line of [...current.lines, ...target.lines]) assert.ok(html.includes(line), `${id}: ${line}`);
  }
});

test("every link and file that a page names exists, wherever the site is put", () => {
  for (const name of PAGES) {
    const html = htmlOf(name);
    const page = new URL(name, "https://example.org/some/folder/");
    const base = new URL(html.match(/<base href="([^"]*)"/)[1], page);
    assert.equal(base.href, "https://example.org/some/folder/", name);
    for (const [, link] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const target = new URL(unescape(link), base);
      if (target.origin !== base.origin) continue;
      const file = decodeURIComponent(target.pathname.slice(base.pathname.length)).replace(/(^|\/)$/, "$1index.html");
      assert.ok(existsSync(path.join(DIST, file)), `${name}: ${link}`);
    }
  }
});

/** Opens a prerendered page, which contains its styles. */
async function loadStatic(session, address) {
  await session.load(address);
  await session.until("the page is there", () => document.querySelector("footer") !== null);
}

/** The app in a browser that gets the program only with `release`. */
async function openHeld(t, options) {
  const held = [];
  let isReleased = false;
  const send = ({ name, response }) => response.writeHead(200, { "Content-Type": "application/wasm" }).end(readFileSync(path.join(DIST, name)));
  const fault = (request, response) => {
    const name = request.url.slice(1).split("?")[0];
    if (isReleased || !name.endsWith(".wasm")) return false;
    held.push({ name, response });
    return true;
  };
  const app = await openApp(t, { at: null, fault, ...options });
  const release = async () => {
    isReleased = true;
    held.forEach(send);
    await app.session.ready();
  };
  return { ...app, release };
}

/** What has moved since the page was opened, and how far. */
const shiftsOf = (session) =>
  session.runAsync(() => new Promise((done) => {
    const shifts = [];
    const place = ({ x, y, width, height }) => [x, y, width, height].join(" ");
    const describe = ({ node, previousRect, currentRect }) => `${node?.nodeName} ${node?.className ?? ""}: ${place(previousRect)} → ${place(currentRect)}`;
    new PerformanceObserver((list) => list.getEntries().forEach(({ sources }) => shifts.push(...sources.map(describe)))).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(shifts)));
  }));

test("the program takes over without moving anything, and keeps scrolling, focus, selection and opened details", { skip: lacks("devtools") }, async (t) => {
  const { session, release } = await openHeld(t, { size: PHONE });
  await loadStatic(session, "guide/");
  await session.run(() => {
    const paragraph = document.querySelectorAll("main p")[3];
    getSelection().setBaseAndExtent(paragraph.firstChild, 1, paragraph.firstChild, 6);
    document.querySelectorAll("main a[href]")[4].focus({ preventScroll: true });
    scrollTo(0, 700);
  });
  const state = () =>
    session.run(() => ({ top: scrollY, selected: String(getSelection()), focus: document.activeElement.getAttribute("href"), title: document.title, text: document.querySelector("main").innerText, height: document.documentElement.scrollHeight }));
  const before = await state();
  assert.equal(before.selected.length, 5);
  assert.equal(before.top, 700);
  await release();
  assert.deepEqual(await state(), before);
  assert.deepEqual(await shiftsOf(session), []);
});

for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`taking over moves nothing on any kind of page (${name})`, { skip: lacks("devtools") }, async (t) => {
    for (const page of ["", "indicators/", "indicators/3-1/", "indicators/6-9/", "goals/1/", "plans/3/", "document/", "accessibility/"]) {
      const { session, release } = await openHeld(t, { size });
      await loadStatic(session, page);
      const look = () =>
        session.run(() => {
          const shown = (css) => [...document.querySelectorAll(css)].filter((one) => one.getClientRects().length > 0);
          return {
            headings: shown("main :is(h1, h2, h3)").map((one) => [one.textContent, one.offsetTop]),
            choices: shown("main button[aria-pressed]").map((one) => [one.textContent, one.ariaPressed]),
          };
        });
      const before = await look();
      await release();
      await session.untilCount(".awaited, .chart-cover", 0);
      assert.deepEqual([page, await look()], [page, before]);
      assert.deepEqual([page, await shiftsOf(session)], [page, []]);
      await session.close();
    }
  });
}

test("without scripts a chart's table is shown, and the drawing of the chart of an indicator", { skip: lacks("devtools") }, async (t) => {
  const { session } = await openApp(t, { at: null });
  await session.devtools("Emulation.setScriptExecutionDisabled", { value: true });
  await loadStatic(session, "plans/3/");
  const isShown = (css) => session.run((selector) => document.querySelector(selector).getClientRects().length > 0, css);
  assert.equal(await isShown(".chart-table"), true);
  assert.equal(await isShown(".chart-frame"), false);
  await loadStatic(session, "indicators/3-1/");
  assert.equal(await isShown(".chart-table"), true);
  assert.equal(await isShown(".chart-frame > .if-wide path"), true);
  await session.assertText("noscript", "JavaScript が必要です");
  // The driver cannot wait for frames here.
  await (await session.find('main a[href="plans/3/"]')).click();
  await session.untilText("h1", "計画3");
});

test("what was typed, chosen and pressed before the program was there is carried out", async (t) => {
  const { session, release } = await openHeld(t, {});
  await loadStatic(session, "indicators/");
  await session.type("#explorer-search", "保育");
  await session.run(() => document.querySelector("#filters fieldset input[type=checkbox]").click());
  await release();
  assert.equal(await session.value("#explorer-search"), "保育");
  await session.untilFocus("#explorer-search");
  await session.untilAddress("q=");
  await session.untilAddress("goal=1");
  assert.equal(await session.run(() => document.querySelector("#filters fieldset input[type=checkbox]").checked), true);
  const { length } = LIST.indicators;
  await session.until("the list is filtered", (all) => Number(document.querySelector(".result-count b").textContent) < all, length);
});

/** Types each text into the search of the list; returns the numbers of the rows shown for each, and the count. */
const search = (session, texts) =>
  session.runAsync(async (texts) => {
    const answers = [];
    for (const text of texts) {
      const field = document.querySelector("#explorer-search");
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const rows = () => [...document.querySelectorAll(".explorer__results .indicator-row")].filter((row) => row.getClientRects().length > 0);
      const count = () => document.querySelector(".result-count b").textContent;
      // The program adds rows that are out of sight when the reader pauses.
      do await new Promise((resolve) => setTimeout(resolve));
      while (rows().length !== (Number(count()) || 0));
      const found = rows().map((row) => row.querySelector(".number, .indicator-row__id").firstChild.textContent);
      answers.push({ text, found, count: count() });
    }
    return answers;
  }, texts);

for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`until the program is there, the search finds literal words; the program finds the same and more (${name})`, async (t) => {
    const { session, release } = await openHeld(t, { size });
    await loadStatic(session, "indicators/");
    const { indicators } = LIST;
    const words = indicators.flatMap(({ name, current, target }) => [name, ...current.lines, ...target.lines].flatMap((line) => [line, line.slice(0, 2), line.slice(-3), ...line.split(/[^\p{L}]+/u)]));
    const ids = indicators.map(({ id }) => id);
    const texts = [...new Set(["保育 実施", "保育　整備", "ＡＩ", "ai", "㎡", "校", "10", "%", "（", "-", ...ids, ...words])].filter((text, index) => text.trim() !== "" && (index < 10 || index % 6 === 0));
    assert.ok(texts.length > 100);
    const early = await search(session, ["保育", "ほいく", ...texts]);
    const [childcare, reading, ...others] = early;
    assert.deepEqual(childcare.found, indicators.filter(({ name, current, target }) => [name, ...current.lines, ...target.lines].some((line) => line.includes("保育"))).map(({ id }) => id));
    assert.deepEqual(reading, { text: "ほいく", found: [], count: "…" });
    for (const { found, count, text } of early) assert.equal(count, String(found.length || "…"), text);
    await release();
    const whole = await search(session, early.map(({ text }) => text));
    for (const [index, { text, found }] of early.entries()) {
      const missing = found.filter((id) => !whole[index].found.includes(id));
      assert.deepEqual(missing, [], `${text}: not found by the program`);
    }
    assert.ok(others.some(({ found }) => found.length > 1) && whole[1].found.length > 0);
    await session.assertClean();
  });
}

test("a button of a chart that was pressed early is pressed when the chart is there, and no other", { skip: lacks("devtools") }, async (t) => {
  const { session, release } = await openHeld(t, { size: PHONE });
  await loadStatic(session, "indicators/3-1/");
  await session.run(() => addEventListener("click", ({ target }) => (globalThis.clicked ??= []).push(target.textContent)));
  await session.click(".chart-switch button:nth-child(2)");
  await release();
  await session.until("the table is shown", () => document.querySelector(".chart-table").hidden === false && document.querySelector(".chart-cover") === null);
  assert.deepEqual(await session.run(() => globalThis.clicked), ["表", "表"]);
  await session.assertClean();
});

test("a page can be read while the program cannot be loaded, and says so", async (t) => {
  const { session } = await openApp(t, {
    at: null,
    fault: (request, response) => request.url.endsWith(".wasm") && Boolean(response.writeHead(500).end()),
  });
  await session.load("indicators/3-1/");
  await session.untilText("#boot h1", "読み込めませんでした");
  await session.untilText("main h1", LIST.indicators.find(({ id }) => id === "3-1").name);
});

/** Whether the program has replaced the prerendered page. */
const isReplaced = (session) => session.run(() => document.querySelector("#app[data-ready]") !== null);

test("the program leaves a prerendered page as it is until the reader does something that needs it", { skip: lacks("devtools") }, async (t) => {
  const { session, explorer } = await openApp(t, { at: null, size: PHONE });
  const load = async (address) => {
    await session.load(address);
    await session.until("the program is there", () => document.querySelector("#app[data-loaded]") !== null);
    // Opening details is the browser's work.
    await session.run(() => document.querySelector("summary")?.click());
    assert.equal(await isReplaced(session), false, address);
    const loaded = await session.loadTime();
    return { isSameDocument: async () => (await session.loadTime()) === loaded };
  };
  // A link is opened by the program, without loading a page.
  let page = await load("plans/3/");
  await session.run(() => document.querySelector('main a[href="indicators/3-1/"]').click());
  await session.untilText("h1", LIST.indicators.find(({ id }) => id === "3-1").name);
  assert.equal(await page.isSameDocument(), true);
  await session.back();
  await session.untilText("h1", "計画3");
  // A key of the page.
  page = await load("indicators/");
  await session.press("/");
  await session.untilFocus("#site-search");
  // A button and a field.
  await load("indicators/");
  await explorer.openFilters();
  await load("indicators/");
  await session.type("#explorer-search", "保育");
  await session.untilAddress("q=");
  assert.equal(await session.value("#explorer-search"), "保育");
  // What only the program can show, when it comes into view.
  await load("plans/3/");
  await session.scrollTo(".lazy-chart");
  await session.find(".chart-drawing svg");
  await session.assertClean();
});

test("settings in the address and own figures start the program at once", { skip: lacks("devtools") }, async (t) => {
  const { session, server } = await openApp(t, { at: null, size: PHONE });
  const untilReplaced = () => session.until("the program shows its page", () => document.querySelector("#app[data-ready]") !== null);
  await session.load("indicators/?goal=1");
  await untilReplaced();
  await session.load("plans/3/");
  await session.until("the program is there", () => document.querySelector("#app[data-loaded]") !== null);
  const first = await session.driver.getWindowHandle();
  // Another tab writes a figure.
  await session.openWindow();
  await session.load("guide/");
  await replaceStored(session, storageText([scenario("mine", "わたしの想定", "diamond", [figure("3-1", 44, "校")])]));
  await session.switchTo(first);
  await untilReplaced();
  await session.load(`${server.url}plans/3/`);
  await untilReplaced();
  await session.assertClean();
});
