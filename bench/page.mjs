// What is measured inside a page. Each function is sent there as text, so each stands alone.
//
// A time has two ends: `work`, when every change is made and laid out, and `painted`, after the frame that shows it.
// The second cannot be shorter than the wait for the next frame, 16.7 ms at most. What a page does at once it does in the
// event or in microtasks, so these are waited for first: a task would let the browser paint before it answers.

/** Types each word, several rounds, as one key press each. */
export async function searchTimes(field, words) {
  const turn = () => new Promise((resolve) => { const channel = new MessageChannel(); channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
  const input = document.querySelector(field);
  const times = [];
  const end = performance.now() + 30_000;
  for (let round = 0; round < 6; round++) {
    for (const word of words) {
      // What takes seconds is not asked for fifty times.
      if (performance.now() > end && times.length >= 5) break;
      const before = bench.count();
      await new Promise((resolve) => setTimeout(resolve, 30));
      const began = performance.now();
      input.value = word;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      for (let turns = 1; bench.count() === before; turns++) {
        if (performance.now() - began > 20_000) throw new Error(`nothing changed at ${word}`);
        await (turns % 50 ? null : turn());
      }
      document.body.getBoundingClientRect();
      const work = performance.now() - began;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await turn();
      times.push({ round, work, painted: performance.now() - began });
    }
  }
  // The first round warms up, where there is a second.
  const warm = times.filter(({ round }) => round > 0);
  return warm.length >= 5 ? warm : times;
}

/** Chooses a goal and lets go of it again. */
export async function filterTimes(isApp) {
  const turn = () => new Promise((resolve) => { const channel = new MessageChannel(); channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
  const flip = (on) => {
    if (isApp) return document.querySelector("#filters fieldset input[type=checkbox]").click();
    const select = document.getElementById("goal");
    select.selectedIndex = on ? 1 : 0;
    return select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const times = [];
  const end = performance.now() + 30_000;
  for (let round = 0; round < 16 && (times.length < 2 || performance.now() < end); round++) {
    const before = bench.count();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const began = performance.now();
    flip(round % 2 === 0);
    for (let turns = 1; bench.count() === before; turns++) {
      if (performance.now() - began > 20_000) throw new Error("nothing changed");
      await (turns % 50 ? null : turn());
    }
    document.body.getBoundingClientRect();
    const work = performance.now() - began;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await turn();
    if (round > 1) times.push({ work, painted: performance.now() - began });
  }
  return times;
}

/** Scrolls by half a window a frame; milliseconds of each frame. */
export async function scrolling() {
  const frames = [];
  const scroller = bench.scroller();
  let last = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (let step = 0; step < 180; step++) {
    scroller.scrollTop += 450;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Goes round the pages; milliseconds until each page's heading is there and laid out. */
export async function pageChanges(count) {
  const turn = () => new Promise((resolve) => { const channel = new MessageChannel(); channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
  const pages = ["#/", "#/indicators", "#/indicators/3-1", "#/goals/1", "#/scenarios", "#/document", "#/guide", "#/indicators/5-4"];
  const times = [];
  for (let at = 0; at < count; at++) {
    const began = performance.now();
    const old = document.querySelector("main h1");
    location.hash = pages[at % pages.length];
    while (!document.querySelector("main h1") || document.querySelector("main h1") === old || document.querySelector("main > .awaited")) {
      if (performance.now() - began > 20_000) throw new Error(`no page ${pages[at % pages.length]}`);
      await turn();
    }
    document.body.getBoundingClientRect();
    times.push(performance.now() - began);
    // Charts that came into view are drawn before the next page takes them away.
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return times;
}

/** A file of own figures looked through, taken in, written out again, and its first scenario packed into a link. */
export async function ownFiles(text) {
  const turn = () => new Promise((resolve) => { const channel = new MessageChannel(); channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
  const wait = async (what, test) => {
    const end = performance.now() + 60_000;
    for (;;) {
      const value = test();
      if (value) return value;
      if (performance.now() > end) throw new Error(`never: ${what}: ${document.querySelector("main").innerText.slice(0, 400)}`);
      await turn();
    }
  };
  const timed = async (what, begin, test) => {
    const began = performance.now();
    begin();
    await wait(what, test);
    document.body.getBoundingClientRect();
    return performance.now() - began;
  };
  location.hash = "#/scenarios";
  const pick = await wait("the files", () => document.querySelector("#files-pick"));
  const data = new DataTransfer();
  data.items.add(new File([text], "many.json", { type: "application/json" }));
  const times = {};
  times.preview = await timed("the preview", () => {
    pick.files = data.files;
    pick.dispatchEvent(new Event("change", { bubbles: true }));
  }, () => document.querySelector(".import h3"));
  document.querySelector(".import input[value=replace]").click();
  await turn();
  times.taken = await timed("the figures", () => document.querySelector("[data-import=take]").click(), () => !document.querySelector(".import") && document.querySelector(".toast"));
  let out = 0;
  const real = URL.createObjectURL;
  URL.createObjectURL = (blob) => ((out = blob.size), real(blob));
  times.written = await timed("the file", () => document.querySelector("[data-file=json]").click(), () => out > 0);
  let link = "";
  Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (link = text) }, configurable: true });
  times.linked = await timed("the link", () => document.querySelector("[data-action=share]").click(), () => link || document.querySelector(".share__link input"));
  return { ...times, fileBytes: out, linkLetters: link.length };
}

/**
 * 20 scenarios are there; one figure written down: until the list shows it and all of the page but the drawing follows
 * (`work`), and until the drawing begins to move to it (`drawn`).
 */
export async function editing() {
  const turn = () => new Promise((resolve) => { const channel = new MessageChannel(); channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
  const wait = async (what, test) => {
    const end = performance.now() + 20_000;
    for (let turns = 1; ; turns++) {
      const value = test();
      if (value) return value;
      if (performance.now() > end) throw new Error(`never: ${what}`);
      await (turns % 50 ? null : turn());
    }
  };
  const fill = (selector, text) => {
    const field = document.querySelector(selector);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  location.hash = "#/indicators/3-1";
  await wait("the form", () => document.querySelector("#own-value"));
  const drawing = await wait("the drawing", () => document.querySelector(".chart-drawing:has(svg)"));
  let moved;
  new MutationObserver(() => (moved ??= performance.now())).observe(drawing, { subtree: true, childList: true, attributes: true });
  const times = [];
  for (let at = 0; at < 24; at++) {
    fill("#own-value", String(41 + at));
    fill("#own-date", "令和4年度末");
    // The drawing has come to rest on what is being tried.
    await new Promise((resolve) => setTimeout(resolve, 600));
    moved = undefined;
    const began = performance.now();
    document.querySelector(".own-form button[type=submit]").click();
    await wait(`the figure ${41 + at}`, () => document.querySelector(".own-list")?.textContent.includes(`${41 + at}校`));
    document.body.getBoundingClientRect();
    const work = performance.now() - began;
    await wait("the drawing to move", () => moved);
    if (at > 3) times.push({ work, drawn: moved - began });
  }
  return times;
}
