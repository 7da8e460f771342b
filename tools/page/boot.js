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

async function start() {
  if (typeof WebAssembly !== "object") return show("unsupported");
  let bytesArrived = false;
  try {
    const response = await fetch(new URL(WASM_FILE, import.meta.url));
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    bytesArrived = true;
    // Instantiates, then runs Rust's main.
    await init({ module_or_path: response });
  } catch (cause) {
    if (cause instanceof WebAssembly.CompileError || cause instanceof WebAssembly.LinkError) show("unsupported", cause);
    else show(bytesArrived && cause instanceof WebAssembly.RuntimeError ? "start" : "load", cause);
    return;
  }
  if (document.getElementById("app").childElementCount === 0) return show("start", "the app drew nothing");
  started = true;
  document.getElementById("boot")?.remove();
}

addEventListener("error", onTrap);
addEventListener("unhandledrejection", onTrap);
start();
