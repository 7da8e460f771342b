// Every page, on a phone and on a desktop: real content, no sideways scrolling, a title, one heading with focus, no
// complaint in the console and no request to anybody else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KEEP_MEMORY, lacks } from "./engines.mjs";
import { DESKTOP, openBrowser, PHONE, startServer } from "./lib.mjs";

const PAGES = [
  { hash: "#/", heading: "さがす", holds: "数値で達成を確かめられる目標は 42 件" },
  { hash: "#/goals/1", heading: "子どもたちの笑顔輝くまち", holds: "保育所待機児童ゼロを継続する" },
  { hash: "#/goals/4", heading: "安全・快適", holds: "エネルギー政策の展開" },
  { hash: "#/plans/9", heading: "感染症対応力の強化", holds: "練馬光が丘病院の移転・改築" },
  { hash: "#/indicators", heading: "指標一覧", holds: "ねりっこクラブの実施" },
  { hash: "#/indicators/3-1", heading: "ねりっこクラブの実施", holds: "資料の記載「計37校」" },
  { hash: "#/indicators/6-9", heading: "要介護認定率", holds: "22.8%以下" },
  { hash: "#/indicators/2-4", heading: "専門職員の増員", holds: "会計年度任用職員相談員10人" },
  { hash: "#/indicators/7-6", heading: "条例の制定", holds: "段階で見る" },
  { hash: "#/indicators/20-4", heading: "つながるカレッジねりま", holds: "7コース" },
  { hash: "#/document", heading: "第2次みどりの風吹くまちビジョン", holds: "アウトカム指標" },
  { hash: "#/guide", heading: "使い方", holds: "ペース ＝ 進み具合 ÷ 経過" },
  { hash: "#/search?q=%E3%81%BF%E3%81%A9%E3%82%8A", heading: "「みどり」", holds: "みどりバス" },
  { hash: "#/accessibility", heading: "アクセシビリティ", holds: "第三者による検査も、規格への適合の宣言も行っていません" },
  { hash: "#/nowhere", heading: "ページが見つかりません", holds: "/nowhere" },
  { hash: "#/indicators/99-9", heading: "ページが見つかりません", holds: "99-9" },
];

for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`every page holds on a ${name}`, async (t) => {
    const server = await startServer();
    t.after(server.stop);
    const session = await openBrowser({ size });
    t.after(() => session.close());
    await session.open(server.url);
    for (const { hash, heading, holds } of PAGES) {
      await session.open(`${server.url}${hash}`);
      await session.until(`${hash} has its heading`, (part) => document.querySelector("h1")?.textContent.includes(part), heading);
      const text = await session.run(() => document.querySelector("main").innerText);
      assert.ok(text.includes(holds), `${hash} lacks 「${holds}」`);
      assert.equal(await session.run(() => document.querySelectorAll("h1").length), 1, `${hash}: one h1`);
      assert.ok((await session.driver.getTitle()).includes("｜"), `${hash}: title`);
      assert.ok((await session.overflow()) <= 0, `${hash} scrolls sideways`);
    }
    await session.assertClean(server.url);
  });
}

test("the overview shows all 120 indicators as links with names", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
  const names = await session.run(() => Array.from(document.querySelectorAll(".goal-rows .mark-groups a"), (a) => a.getAttribute("aria-label")));
  assert.equal(names.length, 120);
  assert.ok(names.every((name) => /^\d+-\d+ .+（.+）$/.test(name)), "each mark says number, name and kind");
});

test("following a link moves focus to the new heading, and back returns to the row one left", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators`);
  await session.click('a[href="#/indicators/15-3"]');
  await session.until("the heading has focus", () => document.activeElement?.tagName === "H1" && document.activeElement.textContent.includes("地域コジェネレーション"));
  await session.run(() => history.back());
  await session.until("the row is in view again", () => {
    const row = document.querySelector('a[href="#/indicators/15-3"]');
    if (!row) return false;
    const { top } = row.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
});

test("back returns to where one was, however soon after scrolling one left", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators`);
  const left = await session.run(() => {
    // In one go, so that the page cannot have heard of the scrolling yet.
    scrollTo(0, 3000);
    document.querySelector('a[href="#/indicators/15-3"]').click();
    return scrollY;
  });
  assert.ok(left > 2000, `scrolled to ${left}`);
  await session.until("the other page", () => document.activeElement?.tagName === "H1" && scrollY === 0);
  await session.run(() => history.back());
  await session.until("the place one left", (left) => document.querySelector(".indicator-row") && Math.abs(scrollY - left) < 2, left);
});

test("a reader who is in a field before the page has arrived stays there", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/guide`);
  const field = await session.runAsync(
    () =>
      new Promise((done) => {
        // As soon as the page is in the document, and as a task of its own, as a press would be.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          document.querySelector("#explorer-search").focus();
          requestAnimationFrame(() => requestAnimationFrame(() => done(document.activeElement.id)));
        };
        new MutationObserver((_, watch) => {
          if (!document.querySelector("#explorer-search")) return;
          watch.disconnect();
          channel.port2.postMessage(0);
        }).observe(document.body, { childList: true, subtree: true });
        location.hash = "#/indicators";
      }),
  );
  assert.equal(field, "explorer-search");
});

test("pages that are left give back what they took", { skip: lacks("before") }, async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.before(KEEP_MEMORY);
  await session.open(`${server.url}#/`);
  /** Goes to the list and back so many times; blocks of 64 KB the program has then. */
  const walk = (times) =>
    session.runAsync(async (times) => {
      const there = (selector) =>
        new Promise((done) => {
          const look = () => (document.querySelector(selector) ? requestAnimationFrame(() => setTimeout(done)) : setTimeout(look, 5));
          look();
        });
      for (let at = 0; at < times; at++) {
        location.hash = "#/indicators";
        await there("main .indicator-row");
        location.hash = "#/";
        await there("main .goal-row");
      }
      return programMemory.buffer.byteLength / 65536;
    }, times);
  const before = await walk(15);
  const after = await walk(60);
  // Before own figures and choices were followed page by page it grew by nearly 60.
  assert.ok(after - before <= 8, `${before} → ${after}`);
});

test("typing in the list takes no more memory with every letter", { skip: lacks("before") }, async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.before(KEEP_MEMORY);
  await session.open(`${server.url}#/indicators`);
  /** Types words and takes them back so many times; blocks of 64 KB the program has then. */
  const type = (times) =>
    session.runAsync(async (times) => {
      const field = document.querySelector("#explorer-search");
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      for (let at = 0; at < times; at++) {
        for (const text of ["保", "保育", "道路道路", "道", ""]) {
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          await frame();
        }
      }
      return programMemory.buffer.byteLength / 65536;
    }, times);
  const before = await type(8);
  const after = await type(60);
  // Before lines stayed made it grew by a block with every second letter.
  assert.ok(after - before <= 4, `${before} → ${after}`);
});

test("a chart is drawn when it comes into view, and its table holds the same numbers", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/indicators/3-1`);
  await session.until("the chart is drawn", () => document.querySelector(".chart-drawing svg") !== null);
  const figure = await session.run(() => document.querySelector("figure").innerText);
  assert.match(figure, /37/);
  assert.match(figure, /52/);
  await session.assertClean(server.url);
});
