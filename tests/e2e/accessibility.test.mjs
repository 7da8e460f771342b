// Accessibility as far as a machine can check it: 400 % zoom, large fonts, text spacing, reduced motion, forced colours, keyboard
// focus, and the accessibility tree.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, lacks, openApp, PHONE } from "./app.mjs";

const PAGES = ["./", "goals/1/", "plans/9/", "indicators/", "indicators/3-1/", "indicators/7-6/", "compare/?of=3-1&of=6-9", "scenarios/", "scenarios/sheet/?of=mine", "document/", "accessibility/", "guide/", "./#/nowhere"];

/** Fails if a control or a heading shows only a part of its text. */
async function assertNothingTruncated(session, address) {
  const truncated = await session.run(() =>
    [...document.querySelectorAll("button, summary, h1, h2, h3, .chip, th, dt, dd")]
      .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden") && ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(truncated, [], `${address} truncates text`);
}

/** Fails if a page scrolls sideways or fails another check. */
async function assertAllPagesFit(session, check = assertNothingTruncated) {
  for (const address of PAGES) {
    await session.follow(address);
    await session.assertFits(address);
    await check(session, address);
  }
}

test("at 320 px, or 400 % zoom, no page scrolls sideways and focus is never lost", { skip: lacks("view") }, async (t) => {
  const { session } = await openApp(t, { at: "scenarios/compare/" });
  await session.resize({ width: 320, height: 256 });
  await assertAllPagesFit(session, () => {});
});

for (const [how, fontSize, screen] of [
  ["twice the browser's font size", 32, { width: 1280, height: 900, deviceScaleFactor: 1 }],
  // Twice the size leaves room for half as many CSS pixels.
  ["200 % zoom", 16, { width: 640, height: 450, deviceScaleFactor: 2 }],
]) {
  test(`at ${how} no page scrolls sideways or truncates text`, { skip: lacks("devtools") }, async (t) => {
    const { session } = await openApp(t, { at: "scenarios/compare/", fontSize });
    await session.devtools("Emulation.setDeviceMetricsOverride", { ...screen, mobile: false });
    assert.equal(await session.run(() => Number.parseFloat(getComputedStyle(document.querySelector("main p")).fontSize) * devicePixelRatio), 32);
    await assertAllPagesFit(session);
  });
}

for (const dark of [false, true]) {
  test(`the Tab key reaches every control, shows the focus and leaves the page, ${dark ? "dark" : "light"}`, async (t) => {
    const { session } = await openApp(t, { at: "scenarios/compare/", dark });
    await session.run(() => {
      window.focused = [];
      document.addEventListener("focusin", ({ target }) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(target);
        const hasOutline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        window.focused.push({ target, html: target.outerHTML.slice(0, 120), isVisible: hasOutline && target.checkVisibility() });
      });
    });
    for (const address of PAGES) {
      await session.follow(address);
      // Focus may be in the browser's own controls; switching to the window brings it back. Engines differ in where Tab starts
      // then, so the test moves focus to the first control, away, and back by keys.
      await session.driver.switchTo().window(await session.driver.getWindowHandle());
      await session.run(() => document.querySelector(".skip-link").focus());
      await session.press(Key.TAB);
      await session.chord(Key.SHIFT, Key.TAB);
      await session.untilFocus(".skip-link");
      await session.run(() => void window.focused.splice(0, window.focused.length - 1));
      // After the last control, Tab leaves the page and returns to the first control, or stays on the last one if the driver has
      // nothing outside the page. A focus trap repeats another control, or skips those after it.
      let repeated = null;
      for (let presses = 0; repeated === null; presses += 20) {
        assert.ok(presses < 1000, `${address} has no last control`);
        await session.press(...Array(20).fill(Key.TAB));
        repeated = await session.run(() => {
          const at = window.focused.findIndex(({ target }, at) => window.focused.findIndex((earlier) => earlier.target === target) < at);
          if (at < 0) return null;
          const { target, html } = window.focused[at];
          return { isEnd: [window.focused[0], window.focused[at - 1]].some((one) => one.target === target), at, html };
        });
      }
      assert.ok(repeated.isEnd, `${address} traps the focus at ${repeated.html}`);
      const { invisible, missed } = await session.run((steps) => {
        const focused = window.focused.slice(0, steps);
        const controls = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")].filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0);
        return {
          invisible: focused.filter(({ isVisible }) => !isVisible).map(({ html }) => html),
          // Tab reaches only one of a group of radio buttons.
          missed: controls.filter((one) => one.type !== "radio" && !focused.some(({ target }) => target === one)).map((one) => one.outerHTML.slice(0, 120)),
        };
      }, repeated.at);
      assert.deepEqual(invisible, [], `${address} does not show the focus`);
      assert.deepEqual(missed, [], `${address} has controls that Tab does not reach`);
    }
  });
}

test("a dialog keeps the focus, closes with Escape and returns the focus", { skip: lacks("view") }, async (t) => {
  const { session, explorer, grid } = await openApp(t, { at: "scenarios/sheet/?of=mine&plan=3" });
  const assertFocusStays = async (dialog) => {
    const seen = new Set();
    for (let presses = 0; presses < 30; presses += 1) {
      await session.press(Key.TAB);
      const at = await session.run((css) => {
        const { activeElement: focused } = document;
        // Between the last and the first control, focus may be in the browser's own controls.
        const isOutside = focused === document.body || focused === document.documentElement;
        return isOutside ? "outside the page" : focused.closest(css) ? focused.outerHTML.slice(0, 120) : null;
      }, dialog);
      assert.ok(at, `${dialog} lost the focus`);
      seen.add(at);
    }
    assert.ok(seen.size > 1, [...seen].join());
  };
  await session.click(".sheet__field");
  const cell = await grid.focusedCell();
  await grid.paste("8\tたくさん");
  await assertFocusStays("dialog[open]");
  await session.press(Key.ESCAPE);
  await grid.untilPreviewClosed();
  await session.untilFocus(cell);
  await session.resize(PHONE);
  await session.follow("indicators/");
  await explorer.openFilters();
  await assertFocusStays("#filters");
  await session.press(Key.ESCAPE);
  await session.untilFocus(".sheet-toggle");
});

test("with the text spacing of WCAG 1.4.12 no page scrolls sideways or truncates text", { skip: lacks("view") }, async (t) => {
  const { session } = await openApp(t, { at: "scenarios/compare/" });
  await session.resize(PHONE);
  await session.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets = [sheet];
  });
  await assertAllPagesFit(session);
});

test("nothing moves for a reader who prefers reduced motion", { skip: lacks("devtools") }, async (t) => {
  const { session } = await openApp(t, { at: "scenarios/compare/" });
  await session.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
  for (const address of ["./", "indicators/", "indicators/3-1/"]) {
    await session.follow(address);
    const moving = await session.run(() =>
      [...document.querySelectorAll("*")].flatMap((one) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
        const longest = Math.max(...`${transitionDuration}, ${animationDuration}`.split(",").map(Number.parseFloat));
        return longest > 0.001 || scrollBehavior === "smooth" ? [one.outerHTML.slice(0, 120)] : [];
      }),
    );
    assert.deepEqual(moving, [], address);
  }
});

test("forced colours keep marks, pressed switches and focus visible", { skip: lacks("devtools") }, async (t) => {
  const { session } = await openApp(t, { at: "scenarios/compare/" });
  await session.devtools("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await session.follow("./");
  const background = await session.run(() => getComputedStyle(document.body).backgroundColor);
  const invisible = await session.run((background) => {
    const isVisible = ({ fill, stroke }) => [fill, stroke].some((colour) => colour !== "none" && colour !== background);
    const marks = [...document.querySelectorAll(".goal-rows .mark")];
    return marks.filter((mark) => ![...mark.querySelectorAll("*")].some((part) => isVisible(getComputedStyle(part)))).map((mark) => mark.outerHTML.slice(0, 120));
  }, background);
  assert.deepEqual(invisible, []);
  assert.equal(await session.run(() => getComputedStyle(document.querySelector(".site-nav a[aria-current]")).borderBlockEndStyle), "solid");
  await session.press(Key.TAB);
  const outline = (property) => session.run((property) => getComputedStyle(document.activeElement)[property], property);
  assert.notEqual(await outline("outlineStyle"), "none");
  assert.notEqual(await outline("outlineColor"), background);
});

test("the accessibility tree has the names and roles needed to enter a figure", { skip: lacks("devtools") }, async (t) => {
  const { session, indicator } = await openApp(t, { at: "scenarios/compare/" });
  /** The accessibility tree in reading order: "role name" and states. */
  const accessibleLines = async () => {
    const { nodes } = await session.devtools("Accessibility.getFullAXTree", {});
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const inOrder = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? inOrder(byId.get(id)) : []))];
    return inOrder(nodes[0])
      .filter((node) => !node.ignored)
      .map(({ role, name, properties = [] }) => {
        const states = properties.filter(({ name: key, value }) => ["required", "invalid", "expanded"].includes(key) && value.value !== false && value.value !== "false");
        return [role.value, name?.value ?? "", ...states.map(({ name: key, value }) => `${key}=${value.value}`)].join(" ").trim();
      });
  };
  /** Fails unless lines that start so are in the tree in this order. */
  const assertOrder = async (...starts) => {
    const lines = await accessibleLines();
    let at = -1;
    for (const start of starts) {
      const next = lines.findIndex((line, index) => index > at && line.startsWith(start));
      assert.notEqual(next, -1, `「${start}」 is missing after 「${lines[at] ?? "the beginning"}」 in\n${lines.slice(at + 1, at + 60).join("\n")}`);
      at = next;
    }
  };
  await session.follow("indicators/");
  await assertOrder("link 本文へ移動", "banner", "navigation 主なページ", "link 指標一覧", "main", "heading 指標一覧", "searchbox", "link ねりっこクラブの実施", "contentinfo", "link アクセシビリティ");
  await session.follow("indicators/3-1/");
  await assertOrder("navigation 現在の位置", "heading ねりっこクラブの実施", "heading わたしの想定");
  await indicator.enter({ value: "たくさん", date: "令和5年度末" });
  await session.untilInvalid("#own-value");
  assert.ok((await accessibleLines()).some((line) => /^textbox .*invalid=true/.test(line)), "the field is marked as invalid");
  await indicator.fill({ value: "44" });
  await indicator.submit();
  await indicator.untilCount(1);
  await assertOrder("main", "listitem", "button なおす", "button 消す");
});
