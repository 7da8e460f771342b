// The prerendered page can be read before the program is there, and stays until the reader does something that needs it. When
// the program replaces it, this carries over what the reader has done: focus, selection, scrolling, typed texts, chosen
// options, opened details, pressed buttons and links.

const KEYS = ["id", "href", "name", "type", "value", "aria-label"];

/** The elements of a page that look the same to {@link find}: those of a kind, with the same attributes, that are shown. */
const alike = (root, kind, values) =>
  [...root.querySelectorAll(kind)].filter((one) => KEYS.every((key, at) => one.getAttribute(key) === values[at]) && one.getClientRects().length > 0);

/** Describes an element so that {@link find} finds it in the other page, which comes from the same views. */
function describe(root, element) {
  const values = KEYS.map((key) => element.getAttribute(key));
  return { kind: element.localName, values, at: alike(root, element.localName, values).indexOf(element) };
}

const find = (root, { kind, values, at }) => alike(root, kind, values)[at];

/** The number of characters before a point of the selection. */
function offsetOf(root, node, offset) {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The text node and the offset in it of a number of characters. */
function pointAt(root, characters) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let rest = characters;
  while (texts.nextNode()) {
    if (rest <= texts.currentNode.length) return [texts.currentNode, rest];
    rest -= texts.currentNode.length;
  }
  return [root, root.childNodes.length];
}

const FIELDS = "input, textarea, select";
/** A field that opens a list or is dragged must not be replaced at its first touch. */
const TEXT_FIELDS = "textarea, input:not([type=checkbox], [type=radio], [type=range])";
/** What works only in the program, from the moment at which it can be seen. */
const LIVE = ".lazy-chart:not(:has(svg[viewBox])), input[type=range]";
const TYPES_WITHOUT_TEXT = ["checkbox", "radio"];

/** The fields in which something was entered while this script ran. */
const entered = new Set();

/** Whether the reader has changed a field, perhaps before this script ran. */
function isChanged(field) {
  if (field.localName === "select") return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  if (TYPES_WITHOUT_TEXT.includes(field.type)) return field.checked !== field.defaultChecked;
  // A slider without a value stands in the middle.
  return field.type === "range" ? entered.has(field) : field.value !== field.defaultValue;
}

/** Sets a field as the reader had set it, with the events that the browser sends. */
function setField(field, { value, checked }) {
  if (TYPES_WITHOUT_TEXT.includes(field.type)) {
    if (field.checked !== checked) field.click();
    return;
  }
  field.value = value;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

const CHARTS = ".lazy-chart";
const DRAWN = ".chart-frame > svg[viewBox]";

const describeChart = (chart) => ({
  height: chart.getBoundingClientRect().height,
  figures: [...chart.childNodes],
  isDrawn: chart.querySelector(DRAWN) !== null,
  hasFocus: chart.contains(document.activeElement),
});

/** Keeps the height of a chart, and its drawing if it has one, until its code, which is loaded later, has rendered it. */
function keepChart(chart, { height, figures, isDrawn, hasFocus }) {
  if (!height) return;
  chart.style.minHeight = `${height}px`;
  const cover = document.createElement("div");
  cover.className = "chart-cover stack";
  cover.inert = true;
  if (isDrawn) {
    cover.append(...figures);
    chart.append(cover);
  }
  const rendered = new MutationObserver(() => {
    if (!chart.querySelector(isDrawn ? ".chart-drawing svg, .chart-problem" : "figure")) return;
    chart.style.minHeight = "";
    cover.remove();
    if (hasFocus && document.activeElement === document.body) chart.querySelector(".chart-frame")?.focus({ preventScroll: true });
    rendered.disconnect();
  });
  rendered.observe(chart, { childList: true, subtree: true });
}

/** Whether the browser would open the link in this window. */
const isFollowed = (event, link) =>
  event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) && !link.hasAttribute("target") && !link.hasAttribute("download");

/** Whether the program does something on this key wherever the focus is: it searches, or undoes and redoes. */
const isShortcut = ({ key, target, ctrlKey, metaKey }) => !target.closest(FIELDS) && (key === "/" || ((ctrlKey || metaKey) && "zy".includes(key.toLowerCase())));

/**
 * Watches a prerendered page.
 * - `wanted(isOutOfDate)`: the program is there; resolves when the reader first does something that needs it, or another tab
 *   has written own figures. Until then it has nothing to do, because it would show the same page.
 * - `finish(show)`: waits until no text is being composed, then calls `show` to replace the page.
 */
export function watch(root) {
  const pressed = [];
  const toggled = new Set();
  const scrolled = new Set();
  let isThere = false;
  let want;
  const isWanted = new Promise((resolve) => (want = resolve));
  let composing = false;
  let composed = () => {};
  const press = (element, act) => {
    pressed.push({ what: describe(root, element), act });
    want();
  };
  const listeners = {
    click: (event) => {
      const button = event.target.closest?.("button");
      if (button) press(button, (element) => element?.click());
      const link = event.target.closest?.("a[href]");
      // Without the program, the browser opens the page.
      if (!link || !isThere || !isFollowed(event, link)) return;
      event.preventDefault();
      press(link, (element) => (element ? element.click() : location.assign(link.href)));
    },
    submit: (event) => {
      event.preventDefault();
      press(event.target, (element) => element?.requestSubmit());
    },
    focusin: ({ target }) => target.matches(`.chart-frame, ${TEXT_FIELDS}`) && want(),
    input: ({ target }) => {
      entered.add(target);
      want();
    },
    keydown: (event) => {
      if (!isThere || !isShortcut(event)) return;
      event.preventDefault();
      event.stopPropagation();
      pressed.push({ act: () => document.activeElement.dispatchEvent(new KeyboardEvent(event.type, event)) });
      want();
    },
    // Between two presses of a button, which would be lost.
    pointermove: ({ pointerType, buttons }) => pointerType === "mouse" && buttons === 0 && want(),
    toggle: ({ target }) => toggled.add(target),
    scroll: ({ target }) => scrolled.add(target),
    compositionstart: () => (composing = true),
    compositionend: () => {
      composing = false;
      composed();
    },
  };
  // Keys without a focused element go to the body.
  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener, true);
  const capture = () => {
    const { activeElement: focused, documentElement } = document;
    const selection = getSelection();
    const hasSelection = selection.rangeCount > 0 && !selection.isCollapsed && root.contains(selection.anchorNode) && root.contains(selection.focusNode);
    return {
      top: documentElement.scrollTop,
      focus: root.contains(focused) && { what: describe(root, focused), start: focused.selectionStart, end: focused.selectionEnd },
      selected: hasSelection && [offsetOf(root, selection.anchorNode, selection.anchorOffset), offsetOf(root, selection.focusNode, selection.focusOffset)],
      fields: [...root.querySelectorAll(FIELDS)].filter(isChanged).map((field) => ({ what: describe(root, field), value: field.value, checked: field.checked })),
      details: [...toggled].filter((element) => element.matches("details")).map((element) => ({ what: describe(root, element), open: element.open })),
      scrolled: [...scrolled].filter((element) => element instanceof Element).map((element) => ({ what: describe(root, element), left: element.scrollLeft, top: element.scrollTop })),
      charts: [...root.querySelectorAll(CHARTS)].map(describeChart),
    };
  };

  const restore = (state) => {
    const at = ({ what }) => find(root, what);
    for (const one of state.details) if (at(one)?.matches("details")) at(one).open = one.open;
    for (const one of state.fields) if (at(one)?.matches(FIELDS)) setField(at(one), one);
    for (const one of state.scrolled) at(one)?.scrollTo(one.left, one.top);
    if (state.focus && at(state.focus)) {
      const element = at(state.focus);
      element.focus({ preventScroll: true });
      // Only text fields have a selection of their own.
      if (typeof state.focus.start === "number" && element.setSelectionRange) element.setSelectionRange(state.focus.start, state.focus.end);
    }
    if (state.selected) {
      const [anchor, focus] = state.selected.map((characters) => pointAt(root, characters));
      getSelection().setBaseAndExtent(...anchor, ...focus);
    }
    // Last, because a cover has elements that look the same.
    const charts = root.querySelectorAll(CHARTS);
    // With own figures a page may have more charts.
    if (charts.length === state.charts.length) charts.forEach((chart, index) => keepChart(chart, state.charts[index]));
    document.documentElement.scrollTop = state.top;
  };

  return {
    wanted(isOutOfDate) {
      isThere = true;
      // A suspended tab gets no event from the storage.
      const ended = new AbortController();
      for (const name of ["storage", "focus", "pageshow"]) addEventListener(name, () => isOutOfDate() && want(), { signal: ended.signal });
      const visible = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && want());
      for (const element of root.querySelectorAll(LIVE)) visible.observe(element);
      return isWanted.finally(() => {
        ended.abort();
        visible.disconnect();
      });
    },
    async finish(show) {
      if (composing) await new Promise((resolve) => (composed = resolve));
      const state = capture();
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener, true);
      root.replaceChildren();
      show();
      restore(state);
      // The effects of the page run first, which know a page that is opened from the first one.
      await new Promise((resolve) => setTimeout(resolve));
      for (const { what, act } of pressed) act(what && find(root, what));
    },
  };
}
