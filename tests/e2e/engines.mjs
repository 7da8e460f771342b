// The browser engines, each driven by plain WebDriver. The environment variable ENGINE selects one; Chromium is the default.
// The browsers and drivers are those of this machine; `tools/setup.sh browsers` installs them.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { DriverService } from "selenium-webdriver/remote/index.js";

const {
  CHROMIUM = "/usr/bin/chromium",
  CHROMEDRIVER = "/usr/bin/chromedriver",
  FIREFOX = "/usr/bin/firefox-esr",
  GECKODRIVER = "geckodriver",
  WEBKIT_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver",
} = process.env;

const DEVTOOLS = "this needs the DevTools protocol of Chromium";
/** Each engine's browser program, and what its driver lacks, with the reason. */
export const ENGINES = {
  chromium: { browser: CHROMIUM, lacks: {} },
  firefox: {
    browser: FIREFOX,
    lacks: { devtools: DEVTOOLS, numbers: "this browser prints nothing into the page margins, where a hand-out has its page numbers; its print dialog offers page numbers of its own" },
  },
  webkit: {
    browser: WEBKIT_BROWSER,
    lacks: {
      devtools: DEVTOOLS,
      profile: "this browser discards its profile when automation ends",
      paper: "this driver cannot print",
      before: "this driver cannot run a script before the page's own scripts",
      view: "this driver cannot make the page narrower than the browser's smallest window",
    },
  },
};

/** The engine under test: "chromium", "firefox" or "webkit". */
export const ENGINE = process.env.ENGINE || "chromium";
if (!Object.hasOwn(ENGINES, ENGINE)) throw new Error(`ENGINE=${ENGINE} is not one of ${Object.keys(ENGINES).join(", ")}`);

/**
 * For a test's `skip`: the reason why this engine cannot run it, or false. Needs are "devtools" (the DevTools protocol),
 * "profile" (restarting with the same profile), "numbers" (page numbers on paper), and "paper", "before" and "view" (methods
 * of {@link startEngine}).
 */
export function lacks(...needs) {
  return needs.map((need) => ENGINES[ENGINE].lacks[need]).find(Boolean) ?? false;
}

/**
 * Starts the engine under test and returns
 *   driver  the WebDriver client
 *   takeLogs()  the console messages and requests since the last call: {messages: [{level, text}], requests: [url]}
 *   reload()  loads the page again, through a service worker where there is one
 *   downloads  the folder of downloaded files
 *   paper()  the page printed with the page sizes of its stylesheet, as PDF in base64
 *   before(source)  runs a script in every page from now on, before the page's own scripts
 *   strokes(text)  the pieces in which this driver types a text without losing any of it
 *   view({width, height})  sets the size of the page in CSS pixels, also below the smallest window
 *   quit()
 */
export async function startEngine(options) {
  const downloads = path.join(options.folder, "downloads");
  mkdirSync(downloads, { recursive: true });
  const start = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit }[ENGINE];
  const attempt = () => start({ ...options, downloads });
  // A browser occasionally crashes or hangs at its start, so try twice.
  const engine = await attempt().catch(attempt);
  // A driver may refuse to type an empty text.
  return { downloads, strokes: (text) => [text].filter(Boolean), ...engine };
}

const CHROMIUM_FLAGS = ["headless=new", "no-sandbox", "disable-dev-shm-usage", "disable-gpu", "no-first-run", "no-default-browser-check", "disable-background-networking", "disable-component-update", "hide-scrollbars", "lang=ja"];

async function startChromium({ size, dark, fontSize, folder, downloads }) {
  const options = new chrome.Options();
  options.setChromeBinaryPath(CHROMIUM);
  options.addArguments(
    ...CHROMIUM_FLAGS.map((flag) => `--${flag}`),
    `--user-data-dir=${folder}`,
    `--window-size=${size.width},${size.height}`,
    `--blink-settings=defaultFontSize=${fontSize}${dark ? ",preferredColorScheme=0" : ""}`,
  );
  if (size.width < 600) options.setMobileEmulation({ deviceMetrics: { ...size, pixelRatio: 2, touch: true, mobile: true } });
  const preferences = new logging.Preferences();
  preferences.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  preferences.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(preferences);
  options.set("unhandledPromptBehavior", "accept");
  const driver = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(new chrome.ServiceBuilder(CHROMEDRIVER)).build();
  const takeLogs = async () => {
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
    takeLogs,
    reload: () => driver.navigate().refresh(),
    paper: async () => (await ask("Page.printToPDF", { preferCSSPageSize: true })).data,
    before: (source) => ask("Page.addScriptToEvaluateOnNewDocument", { source }),
    view: (size) => ask("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: false }),
    quit: () => driver.quit(),
  };
}

/** Reloads by leaving the page and returning: `refresh` in Firefox and WebKit bypasses the service worker. */
async function leaveAndReturn(driver) {
  const here = await driver.getCurrentUrl();
  await driver.get("about:blank");
  await driver.get(here);
}

// The stylesheet asks for A4 and sets its own margins.
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
    // The browser's own requests to other hosts.
    "app.update.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "browser.safebrowsing.downloads.remote.enabled": false,
  })) {
    options.setPreference(name, value);
  }
  options.enableBidi();
  options.set("unhandledPromptBehavior", "accept");
  const driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(new firefox.ServiceBuilder(GECKODRIVER)).build();
  const bidi = await driver.getBidi();
  let logs = { messages: [], requests: [] };
  bidi.socket.on("message", (bytes) => {
    const { method, params } = JSON.parse(bytes.toString());
    if (method === "log.entryAdded") logs.messages.push({ level: params.level === "error" ? "SEVERE" : params.level === "warn" ? "WARNING" : "INFO", text: params.text ?? "" });
    if (method === "network.beforeRequestSent") logs.requests.push(params.request.url);
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
  const takeLogs = async () => {
    const taken = logs;
    logs = { messages: [], requests: [] };
    return taken;
  };
  return {
    driver,
    takeLogs,
    view,
    reload: () => leaveAndReturn(driver),
    paper: async () => (await ask("browsingContext.print", { context: await driver.getWindowHandle(), page: A4_IN_CM, margin: NO_MARGIN, background: true })).data,
    before: (source) => ask("script.addPreloadScript", { functionDeclaration: `() => { ${source} }` }),
    quit: () => driver.quit(),
  };
}

/** The result of a promise, or an error after a minute. */
function withTimeout(promise, what) {
  let timer;
  const timeout = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${what} takes too long`)), 60_000)));
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}

async function startWebKit({ size, dark, folder, downloads }) {
  mkdirSync(path.join(folder, "config"), { recursive: true });
  writeFileSync(path.join(folder, "config/user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const environment = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: `${folder}/config`,
    XDG_DATA_HOME: `${folder}/data`,
    XDG_CACHE_HOME: `${folder}/cache`,
    LANG: "ja_JP.UTF-8",
    GTK_THEME: dark ? "Adwaita:dark" : "Adwaita",
    // Containers rarely allow this engine's sandbox.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    MESA_SHADER_CACHE_DISABLE: "true",
  };
  const service = new DriverService.Builder(WEBKIT_DRIVER).setLoopback(true).setEnvironment(environment).build();
  try {
    const building = new Builder()
      .usingServer(await service.start())
      .withCapabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: WEBKIT_BROWSER, args: ["--automation"] },
        unhandledPromptBehavior: "accept",
      })
      .build();
    const driver = await withTimeout(building, "starting the browser");
    await driver.manage().window().setRect({ x: 0, y: 0, ...size });
    // The driver reports neither console nor network; the page itself knows its requests.
    const takeLogs = async () => {
      const requests = await driver.executeScript("return performance.getEntriesByType('resource').map((entry) => entry.name)");
      return { messages: [], requests };
    };
    const quit = async () => {
      await driver.quit().catch(() => {});
      await service.kill();
    };
    // One letter at a time: this driver loses a key that is pressed again while the page is busy.
    return { driver, takeLogs, strokes: (text) => [...text], reload: () => leaveAndReturn(driver), quit };
  } catch (error) {
    await service.kill();
    throw error;
  }
}

/** A script to run before a page's own scripts: exposes the memory of the WebAssembly program as `programMemory`. */
export const EXPOSE_MEMORY = `for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...args) => {
    const result = await original.apply(WebAssembly, args);
    globalThis.programMemory ??= (result.instance ?? result).exports.memory;
    return result;
  };
}`;
