// The prerendered page can be read before the program is there, and stays until the reader does something that needs it. When
// the program replaces it, this carries over what the reader has done: focus, selection, scrolling, typed texts, chosen
// options, opened details, pressed buttons and links.

const KEYS = ["id", "href", "name", "type", "value", "aria-label"];

/** What tells an element of one page from others, and is the same in the other page. */
const identity = (element) => JSON.stringify([...KEYS.map((key) => element.getAttribute(key)), element.matches("a, button, summary") ? element.textContent : ""]);

/** The elements of a kind with an identity that the reader can see and use. */
const alike = (root, kind, id) => [...root.querySelectorAll(kind)].filter((one) => identity(one) === id && one.getClientRects().length > 0 && !one.closest("[inert]"));

/** Describes an element so that {@link find} finds it in the other page, which comes from the same views. */
function describe(root, element) {
  const id = identity(element);
  return { kind: element.localName, id, at: alike(root, element.localName, id).indexOf(element) };
}

const find = (root, { kind, id, at }) => alike(root, kind, id)[at];

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
/** These need the program when they get the focus. The other fields open a list or are dragged, which a replacement would end. */
const FOCUSED = ".chart-frame, textarea, input:not([type=checkbox], [type=radio], [type=range])";
/** These need the program when they come into view: charts that are not drawn yet, and sliders. */
const VISIBLE = ".lazy-chart:not(:has(svg[viewBox])), input[type=range]";
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
  content: [...chart.childNodes],
  isDrawn: chart.querySelector(DRAWN) !== null,
  hasFocus: chart.contains(document.activeElement),
});

/** Puts the prerendered content of a chart over the new one; returns the element with it. */
function coverChart(chart, content) {
  const cover = document.createElement("div");
  cover.className = "chart-cover stack";
  cover.inert = true;
  cover.append(...content);
  chart.append(cover);
  return cover;
}

/** Keeps the height of a chart, and its drawing if it has one, until its code, which is loaded later, has rendered it. */
async function keepChart(chart, { height, content, isDrawn, hasFocus }) {
  if (!height) return;
  chart.style.minHeight = `${height}px`;
  const cover = isDrawn ? coverChart(chart, content) : null;
  const isRendered = () => chart.querySelector(cover ? ".chart-drawing svg, .chart-problem" : "figure");
  await new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isRendered()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(chart, { childList: true, subtree: true });
  });
  chart.style.minHeight = "";
  cover?.remove();
  if (hasFocus && document.activeElement === document.body) chart.querySelector(".chart-frame")?.focus({ preventScroll: true });
}

const hasModifier = (event) => event.ctrlKey || event.metaKey || event.altKey;

/** Whether the browser would open the link in this window. */
const isFollowed = (event, link) => event.button === 0 && !hasModifier(event) && !event.shiftKey && !link.matches("[target], [download]");

/** Whether the key is the shortcut for the search. With some keyboards it needs the shift key. */
const isShortcut = (event) => event.key === "/" && !hasModifier(event) && !event.target.closest(FIELDS);

/**
 * Watches a prerendered page.
 * - `untilNeeded(isOutOfDate)`: call it when the program is loaded. Resolves when the reader first does something that needs
 *   the program, or another tab has written own figures. Before, the program would show the same page.
 * - `finish(show)`: waits until no text is being composed, then calls `show` to replace the page.
 */
export function watch(root) {
  const actions = [];
  const toggled = new Set();
  const scrolled = new Set();
  let isLoaded = false;
  let need;
  const needed = new Promise((resolve) => (need = resolve));
  let composing = false;
  let composed = () => {};
  /** Repeats an action in the program's page; `act` gets the element there, if there is one. */
  const repeat = (element, act) => {
    actions.push({ what: describe(root, element), isInChart: element.closest(CHARTS) !== null, act });
    need();
  };
  const visible = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && need());
  const ended = new AbortController();
  const listen = (target, listeners, capture) => {
    for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener, { capture, signal: ended.signal });
  };
  const listeners = {
    click: (event) => {
      const button = event.target.closest("button");
      if (button) repeat(button, (element) => element?.click());
      const link = event.target.closest("a[href]");
      // Without the program, the browser opens the page.
      if (!link || !isLoaded || !isFollowed(event, link)) return;
      event.preventDefault();
      repeat(link, (element) => (element ? element.click() : location.assign(link.href)));
    },
    submit: (event) => {
      event.preventDefault();
      repeat(event.target, (element) => element?.requestSubmit());
    },
    focusin: ({ target }) => target.matches(FOCUSED) && need(),
    input: ({ target }) => {
      entered.add(target);
      need();
    },
    // Not while a button is held down: its click would be lost with the pressed element.
    pointermove: ({ pointerType, buttons }) => pointerType === "mouse" && buttons === 0 && need(),
    toggle: ({ target }) => toggled.add(target),
    scroll: ({ target }) => scrolled.add(target),
    compositionstart: () => (composing = true),
    compositionend: () => {
      composing = false;
      composed();
    },
  };
  listen(root, listeners, true);
  // The key goes to the body if no element has the focus.
  const keydown = (event) => {
    if (!isLoaded || !isShortcut(event)) return;
    event.preventDefault();
    repeat(event.target, () => document.activeElement.dispatchEvent(new KeyboardEvent(event.type, event)));
  };
  listen(document, { keydown }, true);
  // Before this script ran, or kept by the browser when the page was loaded again.
  if ([...root.querySelectorAll(FIELDS)].some(isChanged)) need();

  const capture = () => {
    const { activeElement: focused, documentElement } = document;
    const selection = getSelection();
    const hasSelection = !selection.isCollapsed && root.contains(selection.anchorNode) && root.contains(selection.focusNode);
    return {
      top: documentElement.scrollTop,
      focused: root.contains(focused) ? [{ what: describe(root, focused), start: focused.selectionStart, end: focused.selectionEnd }] : [],
      selected: hasSelection && [offsetOf(root, selection.anchorNode, selection.anchorOffset), offsetOf(root, selection.focusNode, selection.focusOffset)],
      fields: [...root.querySelectorAll(FIELDS)].filter(isChanged).map((field) => ({ what: describe(root, field), value: field.value, checked: field.checked })),
      details: [...toggled].map((element) => ({ what: describe(root, element), open: element.open })),
      scrolled: [...scrolled].map((element) => ({ what: describe(root, element), left: element.scrollLeft, top: element.scrollTop })),
      charts: [...root.querySelectorAll(CHARTS)].map(describeChart),
    };
  };

  /** Resolves when the charts are rendered. */
  const restore = (state) => {
    const restoreEach = (parts, restorePart) => {
      for (const part of parts) {
        const element = find(root, part.what);
        if (element) restorePart(element, part);
      }
    };
    restoreEach(state.details, (element, { open }) => (element.open = open));
    restoreEach(state.fields, setField);
    restoreEach(state.scrolled, (element, { left, top }) => element.scrollTo(left, top));
    restoreEach(state.focused, (element, { start, end }) => {
      element.focus({ preventScroll: true });
      // Only text fields have a selection of their own.
      if (typeof start === "number" && element.setSelectionRange) element.setSelectionRange(start, end);
    });
    if (state.selected) {
      const [anchor, focus] = state.selected.map((characters) => pointAt(root, characters));
      getSelection().setBaseAndExtent(...anchor, ...focus);
    }
    const charts = [...root.querySelectorAll(CHARTS)];
    // With own figures a page may have more charts.
    const kept = charts.length === state.charts.length ? charts.map((chart, index) => keepChart(chart, state.charts[index])) : [];
    document.documentElement.scrollTop = state.top;
    return Promise.all(kept);
  };

  return {
    untilNeeded(isOutOfDate) {
      isLoaded = true;
      const check = () => isOutOfDate() && need();
      // A suspended tab gets no event from the storage.
      listen(window, { storage: check, focus: check, pageshow: check });
      for (const element of root.querySelectorAll(VISIBLE)) visible.observe(element);
      return needed;
    },
    async finish(show) {
      if (composing) await new Promise((resolve) => (composed = resolve));
      const state = capture();
      ended.abort();
      visible.disconnect();
      root.replaceChildren();
      show();
      const chartsRendered = restore(state);
      // The first page's effects run before another page is opened, so that the other one gets the focus.
      await new Promise((resolve) => setTimeout(resolve));
      for (const { what, isInChart, act } of actions) {
        const perform = () => act(find(root, what));
        if (isInChart) chartsRendered.then(perform);
        else perform();
      }
    },
  };
}
