// Starts the app, and says in plain words when that fails: there is never a white page.
// The build bundles this with wasm-bindgen's glue into one module and puts the name of the WASM file in WASM_FILE.
import init from "virtual:glue";

/* global WASM_FILE */

const TROUBLE = {
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

let started = false;

function show(kind, cause) {
  console.error(`boot: ${kind}`, cause);
  const { heading, text } = TROUBLE[kind];
  let box = document.getElementById("boot");
  if (!box) {
    box = document.createElement("div");
    box.id = "boot";
    document.body.append(box);
  }
  // While part of the app can still be read, the message stands below it instead of replacing it.
  box.className = started ? "boot boot--fault" : "boot";
  box.setAttribute("role", "alert");
  const title = document.createElement("h1");
  title.textContent = heading;
  const words = document.createElement("p");
  words.textContent = text;
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "読み込み直す";
  again.addEventListener("click", () => location.reload());
  box.replaceChildren(title, words, again);
}

// A Rust panic reaches JavaScript as a WebAssembly trap; the module cannot be used after one.
function onTrap(event) {
  const cause = event.error ?? event.reason;
  if (started && cause instanceof WebAssembly.RuntimeError) show("later", cause);
}

const WASM = new URL(WASM_FILE, import.meta.url);

// An empty module with a table of external references, the newest of what the program needs. A
// browser that refuses it will never run the program; one that takes it got a damaged file.
const PROBE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]);

/** Fetches, compiles and starts the program: instantiates, then runs Rust's main. */
async function run(cache) {
  const response = await fetch(WASM, { cache });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  await init({ module_or_path: response });
}

async function start() {
  if (typeof WebAssembly !== "object" || !WebAssembly.validate(PROBE)) return show("unsupported");
  try {
    try {
      await run("default");
    } catch (cause) {
      if (cause instanceof WebAssembly.RuntimeError) throw cause;
      // It may have arrived damaged or not at all. Asked for once more, past the cache that would keep it for a year.
      console.warn("boot: once more", cause);
      await run("reload");
    }
  } catch (cause) {
    return show(cause instanceof WebAssembly.RuntimeError ? "start" : "load", cause);
  }
  if (document.getElementById("app").childElementCount === 0) return show("start", "the app drew nothing");
  started = true;
  document.getElementById("boot")?.remove();
}

addEventListener("error", onTrap);
addEventListener("unhandledrejection", onTrap);
start();
