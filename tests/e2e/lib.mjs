// What every end-to-end scenario stands on: a server over the release build, a browser with an empty profile, waiting
// that never guesses a time, and a record of everything the browser complained about or asked other hosts for.
//
// Only ChromeDriver and Chromium of this machine are used (CHROMIUM and CHROMEDRIVER name others); nothing is downloaded.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Builder, By, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { serve } from "../../tools/serve.mjs";

export { By, Key } from "selenium-webdriver";

/** The release build under test; DIST names another folder. */
export const DIST = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const CHROMEDRIVER = process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver";

/** CSS pixels of the window. */
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** How long `until` waits before it gives up, in milliseconds: generous, because a passing wait ends at once. */
const PATIENCE = Number(process.env.E2E_PATIENCE ?? 20_000);

/**
 * Serves a release build on a free port, or on `port` to bring a stopped one back at the same address.
 * @returns {Promise<{url: string, port: number, stop: () => Promise<void>}>} `stop` cuts open connections too: from then
 *   on a browser finds nobody at the address, as with the network gone.
 */
export async function startServer({ dir = DIST, base = "/", port = 0 } = {}) {
  assert.ok(existsSync(path.join(dir, "sw.js")), `${dir} holds no release build: run 'make build' first`);
  const { server, url } = await serve({ dir, base, port });
  const stop = () =>
    new Promise((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, port: server.address().port, stop };
}

/**
 * Opens a browser with an empty profile of its own.
 * @param size     {@link PHONE} or {@link DESKTOP}; a phone also gets touch and a mobile viewport
 * @param dark     prefers-color-scheme: dark
 * @param profile  folder of an earlier {@link Session} closed with `close({keep: true})`, to come back as the same reader
 */
export async function openBrowser({ size = DESKTOP, dark = false, profile } = {}) {
  const folder = profile ?? mkdtempSync(path.join(tmpdir(), "ward-indicators-e2e-"));
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
    ...(dark ? ["--blink-settings=preferredColorScheme=0"] : []),
  );
  if (size.width < 600) options.setMobileEmulation({ deviceMetrics: { ...size, pixelRatio: 2, touch: true, mobile: true } });
  const records = new logging.Preferences();
  records.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  records.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(records);
  options.set("unhandledPromptBehavior", "accept");
  try {
    const driver = await new Builder()
      .forBrowser("chrome")
      .setChromeOptions(options)
      .setChromeService(new chrome.ServiceBuilder(CHROMEDRIVER))
      .build();
    return new Session(driver, folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** One reader's browser. `driver` is the plain WebDriver client for everything that has no helper here. */
export class Session {
  #messages = [];
  #requests = [];

  constructor(driver, profile) {
    this.driver = driver;
    this.profile = profile;
  }

  /** Closes the browser; with `keep` the profile folder stays for another {@link openBrowser}. */
  async close({ keep = false } = {}) {
    await this.driver.quit();
    if (!keep) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /**
   * Goes to an address and waits until the app stands there. An address that differs only behind its '#' changes the
   * route without loading the page again, as a link would.
   */
  async open(url) {
    await this.driver.get(url);
    await this.ready();
  }

  /** Waits until the app has drawn something and the page before the app is gone. */
  async ready() {
    await this.until("the app is there", () => {
      const app = document.getElementById("app");
      return app !== null && app.childElementCount > 0 && document.getElementById("boot") === null;
    });
  }

  /** Runs a function in the page with JSON-like arguments and gives its result. It cannot see variables of the test. */
  run(pageFunction, ...args) {
    return this.driver.executeScript(`return (${pageFunction}).apply(null, arguments)`, ...args);
  }

  /** Runs an async function in the page and gives what its promise holds. */
  async runAsync(pageFunction, ...args) {
    const [fault, value] = await this.driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       Promise.resolve((${pageFunction}).apply(null, Array.prototype.slice.call(arguments, 0, -1)))
         .then((value) => done([null, value]), (fault) => done([String(fault), null]));`,
      ...args,
    );
    if (fault !== null) throw new Error(`in the page: ${fault}`);
    return value;
  }

  /** Waits until a function in the page gives something truthy, and gives that. `what` names it in the failure. */
  async until(what, pageFunction, ...args) {
    return this.waitFor(what, () => this.run(pageFunction, ...args));
  }

  /** Waits until a function of the test gives something truthy, and gives that. */
  async waitFor(what, test) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const value = await test();
      if (value) return value;
      if (Date.now() > end) {
        const seen = await this.run(() => document.body?.innerText.slice(0, 600)).catch(() => "(no page)");
        throw new Error(`waited in vain until ${what}\nthe page says: ${seen}\nthe console says: ${JSON.stringify(await this.complaints())}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** The first element a CSS selector finds, waiting for it to appear. */
  async find(selector) {
    await this.until(`there is ${selector}`, (css) => document.querySelector(css) !== null, selector);
    return this.driver.findElement(By.css(selector));
  }

  /** Clicks the first element that matches, brought into the middle of the window so that no fixed bar covers it. */
  async click(selector) {
    const element = await this.find(selector);
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    await element.click();
  }

  /** Replaces what stands in a text field by typing, so that every input event happens. */
  async type(selector, text) {
    const element = await this.find(selector);
    await element.clear();
    await element.sendKeys(text);
  }

  /** The visible text of the first element that matches. */
  async text(selector) {
    return (await this.find(selector)).getText();
  }

  /** Waits until a service worker controls the page, after which it must open without a server. */
  async offlineReady() {
    await this.waitFor("a service worker is in control", () =>
      this.runAsync(async () => {
        await navigator.serviceWorker.ready;
        return navigator.serviceWorker.controller !== null;
      }),
    );
  }

  /** Pixels by which the page is wider than the window; more than 0 means sideways scrolling. */
  overflow() {
    return this.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  async #collect() {
    const log = this.driver.manage().logs();
    for (const entry of await log.get(logging.Type.BROWSER)) this.#messages.push({ level: entry.level.name, text: entry.message });
    for (const entry of await log.get(logging.Type.PERFORMANCE)) {
      const { method, params } = JSON.parse(entry.message).message;
      if (method === "Network.requestWillBeSent") this.#requests.push(params.request.url);
    }
  }

  /** Everything at warning level or above that the console has said so far, policy violations among it. */
  async complaints() {
    await this.#collect();
    return this.#messages.filter(({ level }) => level === "SEVERE" || level === "WARNING").map(({ text }) => text);
  }

  /** Addresses asked for so far that belong to another origin than `url`. */
  async foreignRequests(url) {
    await this.#collect();
    const { origin } = new URL(url);
    return this.#requests.filter((one) => /^(https?|wss?):/.test(one) && new URL(one).origin !== origin);
  }

  /** All addresses asked for so far. */
  async requests() {
    await this.#collect();
    return [...this.#requests];
  }

  /** Fails if the console complained, except as `allowed` says (patterns), or if another origin was asked for anything. */
  async assertClean(url, allowed = []) {
    const complaints = (await this.complaints()).filter((text) => !allowed.some((pattern) => pattern.test(text)));
    assert.deepEqual(complaints, [], "the console has errors or warnings");
    assert.deepEqual(await this.foreignRequests(url), [], "another origin was asked for something");
  }

  /** Saves a picture of the window as PNG. */
  async picture(file) {
    writeFileSync(file, Buffer.from(await this.driver.takeScreenshot(), "base64"));
  }
}
