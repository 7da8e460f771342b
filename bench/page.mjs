// Measurements that run inside a page. They are sent there as source text, together with HELPERS, and use nothing else.
//
// `work` is the time until all changes are made and laid out, `painted` the time until the next frame is rendered, which
// includes up to 16.7 ms of waiting. Pages may react in the event handler or in microtasks, so the measurements await
// microtasks first: a macrotask would let the browser paint before the page has reacted.

/** Resolves in a new macrotask. */
function macrotask() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function forceLayout() {
  document.body.getBoundingClientRect();
}

/** Presses a link to an address within the app. */
function follow(address) {
  const link = document.createElement("a");
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Waits until `condition` gives a value, in microtasks except for every `interval`-th check. Fails after 20 seconds. */
async function waitFor(description, condition, interval = 50) {
  const end = performance.now() + 20_000;
  for (let checks = 1; ; checks++) {
    const value = condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`timeout: ${description}: ${document.querySelector("main")?.innerText.slice(0, 400)}`);
    await (checks % interval ? null : macrotask());
  }
}

/** Measures from `action` until the number of results changes. */
async function measureChange(description, action) {
  const before = bench.count();
  await sleep(30);
  const start = performance.now();
  action();
  await waitFor(description, () => bench.count() !== before);
  forceLayout();
  const work = performance.now() - start;
  await nextFrame();
  await macrotask();
  return { work, painted: performance.now() - start };
}

export const HELPERS = [macrotask, sleep, nextFrame, forceLayout, follow, waitFor, measureChange];

/**
 * Runs before the scripts of a page, with the helpers; sets `recordedTimes`, in milliseconds from navigation.
 * - `readable`: the heading and one of `values` are painted, with all styles of the page.
 * - `usable`: the answer to a text in the field `search` is painted: fewer results than all `rows`. Without `rows`, the
 *   same as `complete`. Missing without a `search`.
 * - `complete`, only of the app: the program has taken over the page and its answer is painted.
 *
 * `isApp`: the app, which gets the same `bench` interface as the other pages.
 */
export async function recordLoading({ values, search, isApp, rows }) {
  const until = async (condition) => {
    while (!condition()) await nextFrame();
  };
  const isShown = (element) =>
    element.textContent.trim() !== "" && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().top < innerHeight;
  const isAnyShown = (selector) => [...document.querySelectorAll(selector)].some(isShown);
  const hasStyles = () => [...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet);
  const times = {};
  await until(() => hasStyles() && isAnyShown("h1") && isAnyShown(values));
  await macrotask();
  times.readable = performance.now();
  if (search) {
    if (!isApp) await until(() => globalThis.bench);
    else if (rows) globalThis.bench = { count: () => Number(document.querySelector(".result-count b")?.textContent), scroller: () => document.scrollingElement };
    const type = (text) => {
      const field = document.querySelector(search);
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const atFirst = rows && bench.count();
    const isAnswered = () => !rows || ![atFirst, rows, NaN].includes(bench.count());
    const painted = async (condition) => {
      await until(condition);
      await nextFrame();
      await macrotask();
      return performance.now();
    };
    type("保育");
    if (rows) times.usable = await painted(isAnswered);
    if (isApp) times.complete = await painted(() => document.querySelector("#app[data-ready]") && isAnswered());
    times.usable ??= times.complete;
    type("");
    if (rows) await until(() => bench.count() === rows);
  }
  globalThis.recordedTimes = times;
}

/** Enters each word with one input event, several rounds. */
export async function searchTimes(field, words) {
  const input = document.querySelector(field);
  const times = [];
  const end = performance.now() + 30_000;
  for (let round = 0; round < 6; round++) {
    for (const word of words) {
      // Slow pages get fewer measurements.
      if (performance.now() > end && times.length >= 5) break;
      const time = await measureChange(`search for ${word}`, () => {
        input.value = word;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      });
      times.push({ round, ...time });
    }
  }
  // The first round is a warm-up, if there are others.
  const warm = times.filter(({ round }) => round > 0);
  return warm.length >= 5 ? warm : times;
}

/** Selects and deselects a goal. */
export async function filterTimes(isApp) {
  const setFilter = (isOn) => {
    if (isApp) return document.querySelector("#filters fieldset input[type=checkbox]").click();
    const select = document.getElementById("goal");
    select.selectedIndex = isOn ? 1 : 0;
    return select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const times = [];
  const end = performance.now() + 30_000;
  for (let round = 0; round < 16 && (times.length < 2 || performance.now() < end); round++) {
    const time = await measureChange("filter", () => setFilter(round % 2 === 0));
    if (round > 1) times.push(time);
  }
  return times;
}

/** Scrolls by half a window per frame; returns the milliseconds of each frame. */
export async function scrolling() {
  const frames = [];
  const scroller = bench.scroller();
  let last = await nextFrame();
  for (let step = 0; step < 180; step++) {
    scroller.scrollTop += 450;
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Navigates through pages; returns the milliseconds until the heading of each is laid out. */
export async function pageChanges(count) {
  const pages = ["./", "indicators/", "indicators/3-1/", "goals/1/", "scenarios/", "document/", "guide/", "indicators/5-4/"];
  const times = [];
  for (let at = 0; at < count; at++) {
    const page = pages[at % pages.length];
    const start = performance.now();
    const oldHeading = document.querySelector("main h1");
    const isShown = (heading) => heading && heading !== oldHeading && !document.querySelector("main > .awaited");
    follow(page);
    await waitFor(page, () => isShown(document.querySelector("main h1")), 1);
    forceLayout();
    times.push(performance.now() - start);
    // Lets visible charts be drawn before the next navigation.
    await sleep(40);
  }
  return times;
}

/** Imports a file of figures, exports it again, and makes a link of the first scenario. */
export async function fileTimes(text) {
  const measure = async (description, action, condition) => {
    const start = performance.now();
    action();
    await waitFor(description, condition, 1);
    forceLayout();
    return performance.now() - start;
  };
  follow("scenarios/");
  const input = await waitFor("file input", () => document.querySelector("#files-pick"), 1);
  const data = new DataTransfer();
  data.items.add(new File([text], "many.json", { type: "application/json" }));
  const times = {};
  times.preview = await measure("import preview", () => {
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, () => document.querySelector(".import h3"));
  document.querySelector(".import input[value=replace]").click();
  await macrotask();
  times.imported = await measure("import", () => document.querySelector("[data-import=apply]").click(), () => !document.querySelector(".import") && document.querySelector(".toast"));
  let fileBytes = 0;
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = (blob) => ((fileBytes = blob.size), createObjectURL(blob));
  times.exported = await measure("export", () => document.querySelector("[data-file=json]").click(), () => fileBytes > 0);
  let link = "";
  Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (link = text) }, configurable: true });
  times.linked = await measure("link", () => document.querySelector("[data-action=share]").click(), () => link || document.querySelector(".share__link input"));
  return { ...times, fileBytes, linkLength: link.length };
}

/**
 * Changes a figure repeatedly while 20 scenarios exist. `work`: until everything on the page except the chart is updated;
 * `drawn`: until the chart starts to move.
 */
export async function editTimes() {
  const fill = (selector, text) => {
    const field = document.querySelector(selector);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  follow("indicators/3-1/");
  await waitFor("form", () => document.querySelector("#own-value"));
  const chart = await waitFor("chart", () => document.querySelector(".chart-drawing:has(svg)"));
  let chartMoved;
  new MutationObserver(() => (chartMoved ??= performance.now())).observe(chart, { subtree: true, childList: true, attributes: true });
  const times = [];
  for (let at = 0; at < 24; at++) {
    fill("#own-value", String(41 + at));
    fill("#own-date", "令和4年度末");
    // The animation of the what-if value ends.
    await sleep(600);
    chartMoved = undefined;
    const start = performance.now();
    document.querySelector(".own-form button[type=submit]").click();
    await waitFor(`figure ${41 + at}`, () => document.querySelector(".own-list")?.textContent.includes(`${41 + at}校`));
    forceLayout();
    const work = performance.now() - start;
    await waitFor("chart to move", () => chartMoved);
    if (at > 3) times.push({ work, drawn: chartMoved - start });
  }
  return times;
}
