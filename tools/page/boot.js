// Starts the app, and shows a message if that fails.
// The build bundles this with the JavaScript from wasm-bindgen and defines WASM_FILE, STYLES_FILE and RELEASE.
import init, { Program } from "virtual:glue";
import { fetchBytes } from "./fetch-chunk.js";
import { watch } from "./take-over.js";

/* global WASM_FILE, STYLES_FILE, RELEASE */

const MESSAGES = {
  unsupported: {
    heading: "このブラウザーでは表示できません",
    text: "このページは WebAssembly という仕組みを使っています。新しいブラウザー（Chrome、Edge、Firefox、Safari の最新版）でお開きください。",
  },
  load: {
    heading: "読み込めませんでした",
    text: "通信の状態を確かめて、もう一度読み込んでください。",
  },
  start: {
    heading: "表示を始められませんでした",
    text: "アプリの不具合です。読み込み直しても変わらないときは、別のブラウザーでお試しください。保存してある想定値は消えていません。",
  },
  later: {
    heading: "不具合が起きて止まりました",
    text: "画面を読み込み直してください。それまでに保存された想定値は消えていません。",
  },
};

const place = document.getElementById("app");
// A prerendered page stays readable whatever happens.
const isReadable = place.childElementCount > 0;
const reader = watch(place);
let started = false;

function showError(kind, cause) {
  console.error(`boot: ${kind}`, cause);
  const { heading, text } = MESSAGES[kind];
  let box = document.getElementById("boot");
  if (!box) {
    box = document.createElement("div");
    box.id = "boot";
    document.body.append(box);
  }
  // The message covers only the bottom of a page that can be read.
  box.className = started || isReadable ? "boot boot--fault" : "boot";
  box.setAttribute("role", "alert");
  const title = document.createElement("h1");
  title.textContent = heading;
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = "読み込み直す";
  reload.addEventListener("click", () => location.reload());
  box.replaceChildren(title, paragraph, reload);
}

// A Rust panic becomes a WebAssembly trap, after which the module is unusable.
function onTrap(event) {
  const cause = event.error ?? event.reason;
  if (started && cause instanceof WebAssembly.RuntimeError) showError("later", cause);
}

const WASM = new URL(WASM_FILE, import.meta.url);

// An empty module with a table of external references, the newest WebAssembly feature that the app needs. If the browser
// accepts it and the app does not compile, the file is damaged.
const PROBE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]);

const LIST = document.getElementById("list").href;

/** Fetches the list and the WASM, which is compiled while it arrives, and loads the program. */
async function load(cache) {
  const fetchProgram = async () => {
    const response = await fetch(WASM, { cache });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    await init({ module_or_path: response });
  };
  const [list] = await Promise.all([fetchBytes(LIST, cache), fetchProgram()]);
  const program = await Program.load(new Uint8Array(list));
  if (!program) throw new Error("the list is damaged, or a part of the program could not be loaded");
  return program;
}

async function start() {
  // The styles of what only the program shows.
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(STYLES_FILE, import.meta.url) }));
  if (typeof WebAssembly !== "object" || !WebAssembly.validate(PROBE)) return showError("unsupported");
  try {
    const program = await load("default").catch((cause) => {
      if (cause instanceof WebAssembly.RuntimeError) throw cause;
      // Retry without the HTTP cache: a damaged response may have been cached.
      console.warn("boot: retrying", cause);
      return load("reload");
    });
    place.dataset.loaded = "";
    registerWorker();
    const isOutOfDate = () => program.has_own_figures();
    if (isAsPrerendered() && !isOutOfDate()) await reader.untilNeeded(isOutOfDate);
    await reader.finish(() => program.show(place));
  } catch (cause) {
    return showError(cause instanceof WebAssembly.RuntimeError ? "start" : "load", cause);
  }
  if (place.childElementCount === 0) return showError("start", "the app rendered nothing");
  started = true;
  place.dataset.ready = "";
  document.getElementById("boot")?.remove();
}

/** Whether the prerendered page is what the program would show at the address, to a reader without own figures. */
const isAsPrerendered = () => location.href === new URL(place.dataset.page ?? "#", document.baseURI).href;

/** Without a service worker (an old browser, a page served without encryption) the app only does not work offline. */
async function registerWorker() {
  // In development the offline copy would hide changes. A browser may refuse, for example without storage.
  const registration = RELEASE && (await navigator.serviceWorker?.register("./sw.js").catch(() => {}));
  if (!registration) return;
  Program.follow_worker(registration);
  if (navigator.connection?.saveData) return;
  const whenIdle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 2_000));
  // The worker stores the other pages, when this one needs nothing more.
  const { active } = await navigator.serviceWorker.ready;
  whenIdle(() => active.postMessage("store-pages"));
}

addEventListener("error", onTrap);
addEventListener("unhandledrejection", onTrap);
start();
