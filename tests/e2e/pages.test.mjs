// Every page on a phone and a desktop: content, title, one heading, no sideways scrolling, a clean console, no request to other
// hosts; and focus, scroll position and memory when pages change.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertContains, DESKTOP, lacks, openApp, PHONE } from "./app.mjs";
import { EXPOSE_MEMORY } from "./engines.mjs";

const PAGES = [
  { address: "./", heading: "さがす", holds: "数値で達成を確かめられる目標は 42 件" },
  { address: "goals/1/", heading: "子どもたちの笑顔輝くまち", holds: "保育所待機児童ゼロを継続する" },
  { address: "goals/4/", heading: "安全・快適", holds: "エネルギー政策の展開" },
  { address: "plans/9/", heading: "感染症対応力の強化", holds: "練馬光が丘病院の移転・改築" },
  { address: "indicators/", heading: "指標一覧", holds: "ねりっこクラブの実施" },
  { address: "indicators/3-1/", heading: "ねりっこクラブの実施", holds: "資料の記載「計37校」" },
  { address: "indicators/6-9/", heading: "要介護認定率", holds: "22.8%以下" },
  { address: "indicators/2-4/", heading: "専門職員の増員", holds: "会計年度任用職員相談員10人" },
  { address: "indicators/7-6/", heading: "条例の制定", holds: "段階で見る" },
  { address: "indicators/20-4/", heading: "つながるカレッジねりま", holds: "7コース" },
  { address: "document/", heading: "第2次みどりの風吹くまちビジョン", holds: "アウトカム指標" },
  { address: "guide/", heading: "使い方", holds: "ペース ＝ 進み具合 ÷ 経過" },
  { address: "search/?q=%E3%81%BF%E3%81%A9%E3%82%8A", heading: "「みどり」", holds: "みどりバス" },
  { address: "accessibility/", heading: "アクセシビリティ", holds: "第三者による検査も、規格への適合の宣言も行っていません" },
  { address: "./#/nowhere", heading: "ページが見つかりません", holds: "/nowhere" },
  { address: "indicators/99-9/", heading: "ページが見つかりません", holds: "99-9" },
];

for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`every page works on a ${name}`, async (t) => {
    const { session } = await openApp(t, { size });
    for (const { address, heading, holds } of PAGES) {
      await session.open(address);
      await session.untilText("h1", heading);
      assert.ok((await session.property("main", "innerText")).includes(holds), `${address} lacks 「${holds}」`);
      assert.equal(await session.count("h1"), 1, `${address}: one h1`);
      assert.ok((await session.driver.getTitle()).includes("｜"), `${address}: title`);
      await session.assertFits(address);
    }
    await session.assertClean();
  });
}

test("the overview links to all 120 indicators by name", async (t) => {
  const { session } = await openApp(t);
  const names = await session.each(".goal-rows .mark-groups a", "ariaLabel");
  assert.equal(names.length, 120);
  assert.ok(names.every((name) => /^\d+-\d+ .+（.+）$/.test(name)), "each mark has number, name and kind");
});

test("a link moves focus to the new heading, and back returns to the same row", async (t) => {
  const { session } = await openApp(t, { at: "indicators/", size: PHONE });
  await session.click('a[href="indicators/15-3/"]');
  await session.until("the heading has focus", () => document.activeElement?.tagName === "H1" && document.activeElement.textContent.includes("地域コジェネレーション"));
  await session.back();
  await session.until("the row is in view again", () => {
    const top = document.querySelector('a[href="indicators/15-3/"]')?.getBoundingClientRect().top;
    return top >= 0 && top < innerHeight;
  });
});

test("back restores the scroll position even if the reader left right after scrolling", async (t) => {
  const { session } = await openApp(t, { at: "indicators/", size: PHONE });
  const position = await session.run(() => {
    // In one task, so that the page has not received the scroll event yet.
    scrollTo(0, 3000);
    document.querySelector('a[href="indicators/15-3/"]').click();
    return scrollY;
  });
  assert.ok(position > 2000, `scrolled to ${position}`);
  await session.until("the other page is open", () => document.activeElement?.tagName === "H1" && scrollY === 0);
  await session.back();
  await session.until("the position is restored", (position) => document.querySelector(".indicator-row") && Math.abs(scrollY - position) < 2, position);
});

test("a new page does not take the focus from a field that the reader is already in", async (t) => {
  const { session } = await openApp(t, { at: "guide/" });
  const focused = await session.runAsync(
    () =>
      new Promise((done) => {
        // As soon as the page is in the document, in a task of its own, as a click would be.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          document.querySelector("#explorer-search").focus();
          requestAnimationFrame(() => requestAnimationFrame(() => done(document.activeElement.id)));
        };
        new MutationObserver((_, observer) => {
          if (!document.querySelector("#explorer-search")) return;
          observer.disconnect();
          channel.port2.postMessage(0);
        }).observe(document.body, { childList: true, subtree: true });
        document.querySelector('nav a[href="indicators/"]').click();
      }),
  );
  assert.equal(focused, "explorer-search");
});

for (const { what, at, step, limit } of [
  {
    what: "changing pages",
    at: "./",
    step: async () => {
      for (const [address, selector] of [["indicators/", "main .indicator-row"], ["./", "main .goal-row"]]) {
        document.querySelector(`nav a[href="${address}"]`).click();
        while (!document.querySelector(selector)) await new Promise((done) => setTimeout(done, 5));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
    },
    // A leak per page change would make it nearly 60.
    limit: 8,
  },
  {
    what: "typing in the search field",
    at: "indicators/",
    step: async () => {
      const field = document.querySelector("#explorer-search");
      for (const text of ["保", "保育", "道路道路", "道", ""]) {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
    },
    // A leak per row would add a block with every second letter.
    limit: 4,
  },
]) {
  test(`${what} does not leak memory`, { skip: lacks("before") }, async (t) => {
    const { session } = await openApp(t, { at, script: EXPOSE_MEMORY });
    /** Repeats the step, one script each because of the script timeout, and returns the program's memory in blocks of 64 KB. */
    const repeat = async (times) => {
      for (let at = 0; at < times; at++) await session.runAsync(step);
      return session.run(() => programMemory.buffer.byteLength / 65536);
    };
    const before = await repeat(15);
    const after = await repeat(60);
    assert.ok(after - before <= limit, `${before} → ${after}`);
  });
}

test("a chart is drawn when it comes into view, and its table has the same numbers", async (t) => {
  const { session } = await openApp(t, { at: "indicators/3-1/" });
  await session.find(".chart-drawing svg");
  assertContains(await session.property("figure", "innerText"), "37", "52");
  await session.assertClean();
});
