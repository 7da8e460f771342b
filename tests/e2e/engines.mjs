// The browser engines the scenarios run on, each driven by plain WebDriver. ENGINE names one; Chromium if none is named.
//
// Nothing is downloaded: the browsers and drivers are those of this machine (tools/setup.sh browsers brings them).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

const {
  CHROMIUM = "/usr/bin/chromium",
  CHROMEDRIVER = "/usr/bin/chromedriver",
  FIREFOX = "/usr/bin/firefox-esr",
  GECKODRIVER = "geckodriver",
  WEBKIT_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver",
} = process.env;

// What a driver cannot do, and why.
const DEVTOOLS = "only the DevTools protocol of Chromium can arrange this";
/** Every engine: the program that is its browser, and what its driver lacks. */
export const ENGINES = {
  chromium: { browser: CHROMIUM, lacks: {} },
  firefox: {
    browser: FIREFOX,
    lacks: { devtools: DEVTOOLS, numbers: "this browser draws nothing into the margins of a sheet, where a hand-out has its page numbers; it offers numbers of its own when printing" },
  },
  webkit: {
    browser: WEBKIT_BROWSER,
    lacks: {
      devtools: DEVTOOLS,
      profile: "this browser forgets its profile when automation ends",
      paper: "this driver cannot print",
      before: "this driver runs nothing before the page's own scripts",
      view: "this driver cannot make the page narrower than the smallest window of the browser",
    },
  },
};

/** The engine under test: "chromium", "firefox" or "webkit". */
export const ENGINE = process.env.ENGINE || "chromium";
if (!Object.hasOwn(ENGINES, ENGINE)) throw new Error(`ENGINE=${ENGINE} is none of ${Object.keys(ENGINES).join(", ")}`);

/**
 * For a test's `skip`: the reason why this engine cannot run it, or false. Needs are "devtools" (anything else of that
 * protocol), "profile" (coming back as the same reader), "numbers" (of pages, on paper), and "paper", "before" and "view"
 * (see {@link startEngine}).
 */
export function lacks(...needs) {
  return needs.map((need) => ENGINES[ENGINE].lacks[need]).find(Boolean) ?? false;
}

/**
 * Starts the engine. What it gives:
 *   driver  the WebDriver client
 *   news()  what the console has said and what was asked for since the last call: {messages: [{level, text}], requests: [url]}
 *   reload() loads the page anew, through a service worker where there is one
 *   downloads  the folder where files come that the page hands over
 *   paper()  the page printed with the sizes its stylesheet asks for, as PDF in base64
 *   before(source)  runs a script in every page to come, before the page's own
 *   strokes(text)  the pieces in which this engine's driver types a text without losing any of it
 *   view({width, height})  sets the page's size in CSS pixels, down to sizes no window has
 *   quit()
 */
export async function startEngine(options) {
  const downloads = path.join(options.folder, "downloads");
  mkdirSync(downloads, { recursive: true });
  const start = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit }[ENGINE];
  // Now and then a browser ends before it has begun, or never comes; another one is asked for then.
  const begin = () => start({ ...options, downloads });
  const engine = await begin().catch(begin);
  // A driver may refuse to type nothing.
  return { downloads, strokes: (text) => [text].filter(Boolean), ...engine };
}

async function startChromium({ size, dark, letters, folder, downloads }) {
  const options = new chrome.Options();
  options.setChromeBinaryPath(CHROMIUM);
  options.addArguments(
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
    "--lang=ja",
    `--user-data-dir=${folder}`,
    `--window-size=${size.width},${size.height}`,
    `--blink-settings=defaultFontSize=${letters}${dark ? ",preferredColorScheme=0" : ""}`,
  );
  if (size.width < 600) options.setMobileEmulation({ deviceMetrics: { ...size, pixelRatio: 2, touch: true, mobile: true } });
  const records = new logging.Preferences();
  records.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  records.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(records);
  options.set("unhandledPromptBehavior", "accept");
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(CHROMEDRIVER))
    .build();
  const news = async () => {
    const log = driver.manage().logs();
    const messages = (await log.get(logging.Type.BROWSER)).map(({ level, message }) => ({ level: level.name, text: message }));
    const requests = (await log.get(logging.Type.PERFORMANCE))
      .map((entry) => JSON.parse(entry.message).message)
      .filter(({ method }) => method === "Network.requestWillBeSent")
      .map(({ params }) => params.request.url);
    return { messages, requests };
  };
  await driver.sendDevToolsCommand("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  const ask = (command, parameters) => driver.sendAndGetDevToolsCommand(command, parameters);
  return {
    driver,
    news,
    reload: () => driver.navigate().refresh(),
    paper: async () => (await ask("Page.printToPDF", { preferCSSPageSize: true })).data,
    before: (source) => ask("Page.addScriptToEvaluateOnNewDocument", { source }),
    view: (size) => ask("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: false }),
    quit: () => driver.quit(),
  };
}

/** Firefox's and WebKit's `refresh` passes the service worker by; leaving and coming back does not. */
async function comeBack(driver) {
  const here = await driver.getCurrentUrl();
  await driver.get("about:blank");
  await driver.get(here);
}

// Sheets as the stylesheet asks for them are A4 with margins of its own.
const A4_IN_CM = { width: 21, height: 29.7 };
const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

async function startFirefox({ size, dark, folder, downloads }) {
  const options = new firefox.Options();
  options.setBinary(FIREFOX);
  options.addArguments("-headless", "-profile", folder, `--width=${size.width}`, `--height=${size.height}`);
  for (const [name, value] of Object.entries({
    "intl.accept_languages": "ja",
    "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    // The browser's own business with other hosts.
    "app.update.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "browser.safebrowsing.downloads.remote.enabled": false,
  })) {
    options.setPreference(name, value);
  }
  options.enableBidi();
  options.set("unhandledPromptBehavior", "accept");
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(GECKODRIVER))
    .build();
  const bidi = await driver.getBidi();
  let kept = { messages: [], requests: [] };
  bidi.socket.on("message", (bytes) => {
    const { method, params } = JSON.parse(bytes.toString());
    if (method === "log.entryAdded") kept.messages.push({ level: params.level === "error" ? "SEVERE" : params.level === "warn" ? "WARNING" : "INFO", text: params.text ?? "" });
    if (method === "network.beforeRequestSent") kept.requests.push(params.request.url);
  });
  await bidi.subscribe("log.entryAdded");
  await bidi.subscribe("network.beforeRequestSent");
  const ask = async (method, params) => {
    const { type, message, result } = await bidi.send({ method, params });
    if (type === "error") throw new Error(`${method}: ${message}`);
    return result;
  };
  const view = async (viewport) => ask("browsingContext.setViewport", { context: await driver.getWindowHandle(), viewport });
  await view(size);
  const news = async () => {
    const told = kept;
    kept = { messages: [], requests: [] };
    return told;
  };
  return {
    driver,
    news,
    view,
    reload: () => comeBack(driver),
    paper: async () => (await ask("browsingContext.print", { context: await driver.getWindowHandle(), page: A4_IN_CM, margin: NO_MARGIN, background: true })).data,
    before: (source) => ask("script.addPreloadScript", { functionDeclaration: `() => { ${source} }` }),
    quit: () => driver.quit(),
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until something listens on a port of this machine. */
async function listening(port, process_) {
  for (;;) {
    if (process_.exitCode !== null) throw new Error(`the driver ended with code ${process_.exitCode}`);
    const there = await new Promise((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () => socket.end(() => resolve(true)));
      socket.once("error", () => resolve(false));
    });
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A promise's result, or a failure when it takes longer than any start on a busy machine. */
function inTime(promise, what) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${what} takes too long`)), 60_000)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function startWebKit({ size, dark, folder, downloads }) {
  const port = await freePort();
  mkdirSync(path.join(folder, "config"), { recursive: true });
  writeFileSync(path.join(folder, "config/user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const service = spawn(WEBKIT_DRIVER, [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: `${folder}/config`,
      XDG_DATA_HOME: `${folder}/data`,
      XDG_CACHE_HOME: `${folder}/cache`,
      LANG: "ja_JP.UTF-8",
      GTK_THEME: dark ? "Adwaita:dark" : "Adwaita",
      // Containers rarely allow the sandbox this engine builds for its processes.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      MESA_SHADER_CACHE_DISABLE: "true",
    },
  });
  try {
    await listening(port, service);
    const asked = new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: WEBKIT_BROWSER, args: ["--automation"] },
        unhandledPromptBehavior: "accept",
      })
      .build();
    const driver = await inTime(asked, "starting the browser");
    await driver.manage().window().setRect({ x: 0, y: 0, ...size });
    // The driver tells nothing of the console; what was asked for is what the page itself can tell.
    const news = async () => {
      const requests = await driver.executeScript("return performance.getEntriesByType('resource').map((entry) => entry.name)");
      return { messages: [], requests };
    };
    const quit = async () => {
      await driver.quit().catch(() => {});
      const gone = once(service, "exit");
      service.kill();
      await gone;
    };
    // Typed letter by letter, because this driver loses a key that is pressed again while the page is busy.
    return { driver, news, strokes: (text) => [...text], reload: () => comeBack(driver), quit };
  } catch (error) {
    service.kill();
    throw error;
  }
}

/** Run in a page before its own scripts: keeps the program's memory at hand as `programMemory`. */
export const KEEP_MEMORY = `for (const way of ["instantiate", "instantiateStreaming"]) {
  const real = WebAssembly[way];
  WebAssembly[way] = async (...given) => {
    const made = await real.apply(WebAssembly, given);
    globalThis.programMemory ??= (made.instance ?? made).exports.memory;
    return made;
  };
}`;
