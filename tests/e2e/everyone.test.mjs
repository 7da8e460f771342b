// What a machine can see of the page's being for everyone: narrow windows as with 400 % zoom, text twice as large, wide
// text spacing, less motion, forced colours, focus after every change of page and at every press of Tab, and what is
// handed to assistive technology on the way to a figure.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, lacks, openBrowser, PHONE, startServer } from "./lib.mjs";

const PAGES = ["#/", "#/goals/1", "#/plans/9", "#/indicators", "#/indicators/3-1", "#/indicators/7-6", "#/compare?of=3-1&of=6-9", "#/scenarios", "#/scenarios/mine", "#/document", "#/accessibility", "#/guide", "#/nowhere"];

async function reader(t, at = "#/sides", as = {}) {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser(as);
  t.after(() => session.close());
  await session.open(`${server.url}${at}`);
  const devtools = (command, parameters) => session.driver.sendAndGetDevToolsCommand(command, parameters);
  const visit = async (hash) => {
    await session.run((to) => (location.hash = to), hash);
    await session.until(`${hash} has focus on its heading`, () => document.activeElement?.matches("main h1"));
  };
  return { session, devtools, visit };
}

/** Fails if a control or a heading shows only a part of its words. */
async function assertNothingCut(session, hash) {
  const cut = await session.run(() =>
    [...document.querySelectorAll("button, summary, h1, h2, h3, .chip, th, dt, dd")]
      .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden") && ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(cut, [], `${hash} cuts words off`);
}

test("at 320 px, which is 400 % zoom, no page runs out of the window, and focus never gets lost", { skip: lacks("view") }, async (t) => {
  const { session, visit } = await reader(t);
  await session.view({ width: 320, height: 256 });
  for (const hash of PAGES) {
    await visit(hash);
    assert.ok((await session.overflow()) <= 0, `${hash} scrolls sideways`);
  }
});

for (const [how, letters, screen] of [
  ["with letters twice as large by the browser's settings", 32, { width: 1280, height: 900, deviceScaleFactor: 1 }],
  // Twice the size leaves room for half as many CSS pixels.
  ["at 200 % zoom", 16, { width: 640, height: 450, deviceScaleFactor: 2 }],
]) {
  test(`${how} no page runs out of the window and no control cuts its words off`, { skip: lacks("devtools") }, async (t) => {
    const { session, devtools, visit } = await reader(t, "#/sides", { letters });
    await devtools("Emulation.setDeviceMetricsOverride", { ...screen, mobile: false });
    assert.equal(await session.run(() => Number.parseFloat(getComputedStyle(document.querySelector("main p")).fontSize) * devicePixelRatio), 32);
    for (const hash of PAGES) {
      await visit(hash);
      assert.ok((await session.overflow()) <= 0, `${hash} scrolls sideways`);
      await assertNothingCut(session, hash);
    }
  });
}

for (const dark of [false, true]) {
  test(`the Tab key leads through every page and out of it, and shows where it is, ${dark ? "dark" : "light"}`, async (t) => {
    const { session, visit } = await reader(t, "#/sides", { dark });
    const press = (keys) => session.driver.actions().sendKeys(...keys).perform();
    await session.run(() => {
      window.way = [];
      document.addEventListener("focusin", ({ target }) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(target);
        const ring = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        window.way.push({ target, what: target.outerHTML.slice(0, 120), ring, shown: target.checkVisibility() });
      });
    });
    for (const hash of PAGES) {
      await visit(hash);
      // The keys may be with the browser's own controls, from where its window takes them back. Where Tab begins after that is
      // for each engine to choose, so it is led to the first control, and comes to that one by keys.
      await session.driver.switchTo().window(await session.driver.getWindowHandle());
      await session.run(() => document.querySelector(".skip-link").focus());
      await press([Key.TAB]);
      await session.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
      await session.until("the first control has the focus", () => document.activeElement.matches(".skip-link"));
      await session.run(() => void window.way.splice(0, window.way.length - 1));
      // From the last control Tab leads out of the page, and then to the first one again, or where the driver knows nothing
      // outside the page, back to the last. Whoever is held anywhere comes by another one twice, or passes those after it by.
      let again;
      for (let presses = 0; again === undefined; presses += 20) {
        assert.ok(presses < 1000, `${hash} has no end`);
        await press(Array(20).fill(Key.TAB));
        again = await session.run(() => {
          const at = window.way.findIndex(({ target }, at) => window.way.findIndex((earlier) => earlier.target === target) < at);
          return at < 0 ? undefined : { isEnd: [window.way[0], window.way[at - 1]].some(({ target }) => target === window.way[at].target), at, what: window.way[at].what };
        }) ?? undefined;
      }
      assert.ok(again.isEnd, `${hash} holds the focus at ${again.what}`);
      const { unseen, missed } = await session.run((steps) => {
        const way = window.way.slice(0, steps);
        const controls = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")].filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0);
        return {
          unseen: way.filter(({ ring, shown }) => !ring || !shown).map(({ what }) => what),
          // Of radio buttons and of the cells of a grid one is on the way.
          missed: controls.filter((one) => one.type !== "radio" && !way.some(({ target }) => target === one)).map((one) => one.outerHTML.slice(0, 120)),
        };
      }, again.at);
      assert.deepEqual(unseen, [], `${hash} shows no focus`);
      assert.deepEqual(missed, [], `${hash} passes controls by`);
    }
  });
}

test("what lies over the page keeps the Tab key to itself, goes by Escape, and gives the focus back", { skip: lacks("view") }, async (t) => {
  const { session, visit } = await reader(t, "#/scenarios/mine?plan=3");
  const press = (key) => session.driver.actions().sendKeys(key).perform();
  const held = async (over) => {
    const seen = new Set();
    for (let presses = 0; presses < 30; presses += 1) {
      await press(Key.TAB);
      const at = await session.run((over) => {
        const { activeElement: at } = document;
        // Between the last and the first the focus may be on the browser's own controls.
        return at === document.body || at === document.documentElement ? "outside of the page" : at.closest(over) ? at.outerHTML.slice(0, 120) : null;
      }, over);
      assert.ok(at, `${over} let the focus go`);
      seen.add(at);
    }
    assert.ok(seen.size > 1, [...seen].join());
  };
  await session.click(".sheet__field");
  const cell = await session.run(() => document.activeElement.id);
  await session.clipboard("paste", { "text/plain": "8\tたくさん" });
  await session.find("dialog[open]");
  await held("dialog[open]");
  await press(Key.ESCAPE);
  await session.until("the cell has the focus again", (id) => document.querySelector("dialog[open]") === null && document.activeElement.id === id, cell);
  await session.view(PHONE);
  await visit("#/indicators");
  await session.click(".sheet-toggle");
  await session.until("the sheet is open", () => document.querySelector("#filters[role=dialog]")?.contains(document.activeElement));
  await held("#filters");
  await press(Key.ESCAPE);
  await session.until("its button has the focus again", () => document.activeElement.matches(".sheet-toggle"));
});

test("with the text spacing of WCAG 1.4.12 no page runs out of the window and no control cuts its words off", { skip: lacks("view") }, async (t) => {
  const { session, visit } = await reader(t);
  await session.view({ width: 390, height: 844 });
  await session.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets = [sheet];
  });
  for (const hash of PAGES) {
    await visit(hash);
    assert.ok((await session.overflow()) <= 0, `${hash} scrolls sideways`);
    await assertNothingCut(session, hash);
  }
});

test("a reader who wants less motion gets none", { skip: lacks("devtools") }, async (t) => {
  const { session, devtools, visit } = await reader(t);
  await devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
  for (const hash of ["#/", "#/indicators", "#/indicators/3-1"]) {
    await visit(hash);
    const moving = await session.run(() =>
      [...document.querySelectorAll("*")].flatMap((one) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
        const longest = Math.max(...`${transitionDuration}, ${animationDuration}`.split(",").map(Number.parseFloat));
        return longest > 0.001 || scrollBehavior === "smooth" ? [one.outerHTML.slice(0, 120)] : [];
      }),
    );
    assert.deepEqual(moving, [], hash);
  }
});

test("with forced colours marks, chosen switches and focus are still to be seen", { skip: lacks("devtools") }, async (t) => {
  const { session, devtools, visit } = await reader(t);
  await devtools("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await visit("#/");
  const ground = await session.run(() => getComputedStyle(document.body).backgroundColor);
  const lost = await session.run(
    (ground) =>
      [...document.querySelectorAll(".goal-rows .mark")]
        .filter((mark) => ![...mark.querySelectorAll("*")].some((part) => {
          const { fill, stroke } = getComputedStyle(part);
          return [fill, stroke].some((colour) => colour !== "none" && colour !== ground);
        }))
        .map((mark) => mark.outerHTML.slice(0, 120)),
    ground,
  );
  assert.deepEqual(lost, []);
  const current = await session.run(() => getComputedStyle(document.querySelector(".site-nav a[aria-current]")).borderBlockEndStyle);
  assert.equal(current, "solid");
  await session.driver.actions().sendKeys(Key.TAB).perform();
  const outline = await session.run(() => {
    const { outlineStyle, outlineColor } = getComputedStyle(document.activeElement);
    return { outlineStyle, outlineColor };
  });
  assert.notEqual(outline.outlineStyle, "none");
  assert.notEqual(outline.outlineColor, ground);
});

test("assistive technology is given the names and roles of the way to a figure", { skip: lacks("devtools") }, async (t) => {
  const { session, devtools, visit } = await reader(t);
  /** What is on the page for a screen reader: "role name", with what else is said of it. */
  const spoken = async () => {
    const { nodes } = await devtools("Accessibility.getFullAXTree", {});
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const inTurn = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? inTurn(byId.get(id)) : []))];
    return inTurn(nodes[0])
      .filter((node) => !node.ignored)
      .map(({ role, name, properties = [] }) => {
        const told = properties.filter(({ name: key, value }) => ["required", "invalid", "expanded"].includes(key) && value.value !== false && value.value !== "false").map(({ name: key, value }) => `${key}=${value.value}`);
        return [role.value, name?.value ?? "", ...told].join(" ").trim();
      });
  };
  /** Fails unless the lines stand on the page in this order. */
  const inOrder = async (...wanted) => {
    const lines = await spoken();
    let at = -1;
    for (const line of wanted) {
      const next = lines.findIndex((one, place) => place > at && one.startsWith(line));
      assert.notEqual(next, -1, `「${line}」 is missing after 「${lines[at] ?? "the beginning"}」 in\n${lines.slice(at + 1, at + 60).join("\n")}`);
      at = next;
    }
  };
  await visit("#/indicators");
  await inOrder("link 本文へ移動", "banner", "navigation 主なページ", "link 指標一覧", "main", "heading 指標一覧", "searchbox", "link ねりっこクラブの実施", "contentinfo", "link アクセシビリティ");
  await visit("#/indicators/3-1");
  await inOrder("navigation 現在の位置", "heading ねりっこクラブの実施", "heading わたしの想定");
  await session.type("#own-value", "たくさん");
  await session.type("#own-date", "令和5年度末");
  await session.click(".own-form button[type=submit]");
  await session.until("it is refused", () => document.querySelector("#own-value").getAttribute("aria-invalid") === "true");
  const lines = await spoken();
  assert.ok(lines.some((line) => /^textbox .*invalid=true/.test(line)), "the field is said to be wrong");
  await session.type("#own-value", "44");
  await session.click(".own-form button[type=submit]");
  await session.until("it is listed", () => document.querySelectorAll(".own-list > li").length === 1);
  await inOrder("main", "listitem", "button なおす", "button 消す");
});
