// The prerendered page can be read and used before the program is there. When the program replaces it, this carries over what
// the reader has done: focus, selection, scrolling, typed texts, chosen options, opened details, pressed buttons.

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

/** Keeps the height of a chart until its code, which is loaded later, has rendered it. */
function keepHeight(chart, height) {
  if (!height) return;
  chart.style.minHeight = `${height}px`;
  const rendered = new MutationObserver(() => {
    if (!chart.querySelector("figure")) return;
    chart.style.minHeight = "";
    rendered.disconnect();
  });
  rendered.observe(chart, { childList: true, subtree: true });
}

/** Watches a prerendered page. `finish(show)` waits until no text is being composed, then calls `show` to replace the page. */
export function watch(root) {
  const pressed = [];
  const toggled = new Set();
  const scrolled = new Set();
  let composing = false;
  let composed = () => {};
  const listeners = {
    click: ({ target }) => {
      const button = target.closest?.("button");
      if (button) pressed.push({ what: describe(root, button), act: (element) => element.click() });
    },
    submit: (event) => {
      event.preventDefault();
      pressed.push({ what: describe(root, event.target), act: (element) => element.requestSubmit() });
    },
    input: ({ target }) => entered.add(target),
    toggle: ({ target }) => toggled.add(target),
    scroll: ({ target }) => scrolled.add(target),
    compositionstart: () => (composing = true),
    compositionend: () => {
      composing = false;
      composed();
    },
  };
  for (const [name, listener] of Object.entries(listeners)) root.addEventListener(name, listener, true);

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
      pressed,
      charts: [...root.querySelectorAll(CHARTS)].map((chart) => chart.offsetHeight),
    };
  };

  const restore = (state) => {
    root.querySelectorAll(CHARTS).forEach((chart, index) => keepHeight(chart, state.charts[index]));
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
    document.documentElement.scrollTop = state.top;
    for (const one of state.pressed) if (at(one)?.matches("button, form")) one.act(at(one));
  };

  return {
    async finish(show) {
      if (composing) await new Promise((resolve) => (composed = resolve));
      const state = capture();
      for (const [name, listener] of Object.entries(listeners)) root.removeEventListener(name, listener, true);
      root.replaceChildren();
      show();
      restore(state);
    },
  };
}
