// One browser: waiting without fixed delays, reading and operating the page, and checks of the console, of requests to other
// hosts and of the content security policy.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { By, error, Key } from "selenium-webdriver";
import { assertContains } from "./assertions.mjs";
import { startEngine } from "./engines.mjs";

export { Key } from "selenium-webdriver";

/** Window sizes in CSS pixels. */
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** Timeout of `waitFor` in milliseconds: generous, because a successful wait ends at once. */
const TIMEOUT = Number(process.env.E2E_PATIENCE ?? 20_000);
/** Addresses of pages of the app. Others, such as "" and "index.html", are always loaded. */
const PAGE = /^(\.\/$|\.\/#|(goals|plans|indicators|compare|search|handout|scenarios|shared|document|guide|accessibility)\/)/;
const POLICY_VIOLATION = /Content[- ]Security[- ]Policy|violates the following/i;

/**
 * Opens a browser.
 * @param url      address of the app, the base of the addresses given to {@link Session#open}
 * @param size     {@link PHONE} or {@link DESKTOP}; a phone also gets touch and a mobile viewport where the engine can
 * @param dark     prefers-color-scheme: dark
 * @param fontSize the default font size in the browser's settings, in pixels (Chromium only)
 * @param profile  profile folder of a session closed with `close({keep: true})`; an empty one if missing
 */
export async function openBrowser(url, { size = DESKTOP, dark = false, fontSize = 16, profile } = {}) {
  const folder = profile ?? mkdtempSync(path.join(tmpdir(), "ward-indicators-e2e-"));
  try {
    return new Session(await startEngine({ size, dark, fontSize, folder }), folder, url);
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  }
}

/** `driver` is the WebDriver client, for everything that has no method here; `downloads` is the folder of downloaded files. */
class Session {
  #engine;
  #isClosed = false;
  #messages = [];
  #requests = [];

  constructor(engine, profile, url) {
    this.#engine = engine;
    Object.assign(this, { driver: engine.driver, downloads: engine.downloads, profile, url });
  }

  /** Closes the browser; with `keep` the profile folder stays for another {@link openBrowser}. */
  async close({ keep = false } = {}) {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // A browser that has crashed has no more messages.
    await this.#collectLogs().catch(() => {});
    await this.#engine.quit();
    if (!keep) rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    assert.deepEqual(this.#messages.filter(({ text }) => POLICY_VIOLATION.test(text)), [], "the page violated its policy");
    // All servers of a test are on this machine.
    assert.deepEqual(this.#requestsWhere(({ hostname }) => hostname !== "127.0.0.1"), [], "another host was asked for something");
  }

  #absolute = (address) => new URL(address, this.url).href;

  /** Loads an absolute address or one within the app ("guide/", "?a=1", "") without waiting for the app. */
  load = (address = "") => this.driver.get(this.#absolute(address));

  /** Opens a page and waits until the app shows it: by a link if the app is already open, else by loading it. */
  async open(address = "") {
    const url = this.#absolute(address);
    const isPage = PAGE.test(address) || (url.startsWith(this.url) && PAGE.test(url.slice(this.url.length)));
    if (!isPage || !(await this.#isOpen())) await this.load(url);
    else await this.go(url);
    await this.ready();
  }

  #isOpen = () => this.run((root) => document.baseURI === root && document.querySelector("#app[data-ready]") !== null, this.url);

  /** Presses a link to an address within the app, without waiting. */
  go(address) {
    const press = (to) => {
      const link = document.createElement("a");
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    };
    return this.run(press, this.#absolute(address));
  }

  /** The same, and waits until focus is on the heading of the new page, which must be of another kind. */
  async follow(address) {
    const url = this.#absolute(address);
    await this.run((to) => location.href !== to && document.activeElement?.blur(), url);
    await this.go(url);
    await this.untilFocus("main h1");
  }

  /** Loads the page again, through the service worker if there is one. */
  async reload() {
    await this.#engine.reload();
    await this.ready();
  }

  back = () => this.driver.navigate().back();

  /** Waits until the program has rendered its page in place of the loading screen or the prerendered page, for which it moves the pointer. */
  async ready() {
    await this.until("the app is ready", () => {
      document.querySelector("#app[data-loaded]:not([data-ready])")?.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, pointerType: "mouse" }));
      return document.querySelector("#app[data-ready]") !== null && document.querySelector("main > .awaited") === null;
    });
    // The app sets scroll position and focus one frame after it has rendered a page.
    await this.#twoFrames();
  }

  /** The time at which the page was loaded, which changes with every reload. */
  loadTime = () => this.run(() => performance.timeOrigin);

  /** Opens another tab, as a window of its own because not every driver brings a tab to the front, and returns its handle. */
  async openWindow() {
    await this.driver.switchTo().newWindow("window");
    return this.driver.getWindowHandle();
  }

  switchTo = (window) => this.driver.switchTo().window(window);

  /** Runs a function in the page with JSON-like arguments and returns its result. It cannot see variables of the test. */
  run = (pageFunction, ...args) => this.driver.executeScript(`return (${pageFunction}).apply(null, arguments)`, ...args);

  /** Runs an async function in the page and returns what its promise resolves to. */
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

  /** Waits until a function of the test returns something truthy, and returns that. `what` describes it in the error. */
  async waitFor(what, test) {
    const end = Date.now() + TIMEOUT;
    for (;;) {
      let value;
      try {
        value = await test();
      } catch (fault) {
        // WebKit's driver may answer with an empty error while one page replaces another.
        if (fault.name !== "WebDriverError" || fault.message) throw fault;
      }
      if (value) return value;
      if (Date.now() > end) {
        const text = await this.run(() => document.body?.innerText ?? "").catch(() => "(no page)");
        // Banners and messages are at the end of a long page.
        const excerpt = text.length <= 4000 ? text : `${text.slice(0, 2000)}\n…\n${text.slice(-2000)}`;
        throw new Error(`timeout while waiting until ${what}\npage: ${excerpt}\nconsole: ${JSON.stringify(await this.#complaints())}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** The same with a function in the page. */
  until = (what, pageFunction, ...args) => this.waitFor(what, () => this.run(pageFunction, ...args));
  untilText = (selector, words) =>
    this.until(`${selector} contains ${words}`, (css, text) => document.querySelector(css)?.innerText.includes(text), selector, words);
  untilCount = (selector, count) =>
    this.until(`there are ${count} of ${selector}`, (css, n) => document.querySelectorAll(css).length === n, selector, count);
  untilFocus = (selector) => this.until(`focus is on ${selector}`, (css) => document.activeElement?.matches(css), selector);
  untilInvalid = (field) => this.find(`${field}[aria-invalid=true]`);
  untilAddress = (part) => this.until(`the address contains ${part}`, (text) => location.href.includes(text), part);

  #twoFrames = () => this.runAsync(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));

  /** The first element that matches a CSS selector; waits until there is one. */
  async find(selector) {
    await this.until(`there is ${selector}`, (css) => document.querySelector(css) !== null, selector);
    return this.driver.findElement(By.css(selector));
  }

  /** The visible text of the first element that matches; waits until there is one. */
  text = async (selector) => (await this.find(selector)).getText();

  /** A property or an attribute of the first element that matches, or null if there is none. */
  property = (selector, name) => this.run((css, key) => document.querySelector(css)?.[key] ?? null, selector, name);
  attribute = (selector, name) => this.run((css, key) => document.querySelector(css)?.getAttribute(key) ?? null, selector, name);
  value = (selector) => this.property(selector, "value");
  count = (selector) => this.run((css) => document.querySelectorAll(css).length, selector);
  /** The address within the app. */
  address = () => this.run(() => location.href.slice(document.baseURI.length));

  /** A property of every element that matches. */
  each = (selector, property = "textContent") => this.run((css, key) => Array.from(document.querySelectorAll(css), (one) => one[key]), selector, property);
  /** The addresses of links, as they are written. */
  hrefs = (links) => this.run((css) => Array.from(document.querySelectorAll(css), (link) => link.getAttribute("href")), links);
  /** The visible text of every element that matches, in one line each. */
  eachLine = async (selector) => (await this.each(selector, "innerText")).map((text) => text.replace(/\s+/g, " "));
  /** The indicators to which the matching links lead. */
  ids = async (links) => (await this.hrefs(links)).map((href) => href.replace(/^indicators\/|\/$/g, ""));

  /** Whether an element is at the same place two frames later. An element that was rendered again is not. */
  #isStill(element) {
    const isStill = this.runAsync((element) => {
      const before = element.getBoundingClientRect();
      const compare = (done) => {
        const after = element.getBoundingClientRect();
        done(after.x === before.x && after.y === before.y);
      };
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => compare(done))));
    }, element);
    return isStill.catch((fault) => {
      if (fault instanceof error.StaleElementReferenceError) return false;
      throw fault;
    });
  }

  /** The first element that matches, scrolled to the middle of the window so that no fixed bar covers it. */
  async scrollTo(selector) {
    const element = await this.find(selector);
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    return element;
  }

  /** Clicks the first element that matches, once it has stopped moving and nothing covers it. */
  async click(selector) {
    await this.waitFor(`${selector} is still and nothing covers it`, async () => {
      try {
        const element = await this.scrollTo(selector);
        if (!(await this.#isStill(element))) return false;
        await element.click();
        return true;
      } catch (fault) {
        if (fault instanceof error.ElementClickInterceptedError) return false;
        throw fault;
      }
    });
  }

  /** Calls `click()` on the first matching element that contains the words, wherever it is. */
  clickText = (selector, words) =>
    this.run((css, text) => Array.from(document.querySelectorAll(css)).find((one) => one.textContent.includes(text)).click(), selector, words);

  /** Calls `click()` on the matching element at an index; negative indexes count from the end. */
  clickAt = (selector, index) => this.run((css, at) => Array.from(document.querySelectorAll(css)).at(at).click(), selector, index);

  openDetails = (selector) => this.run((css) => document.querySelectorAll(css).forEach((one) => (one.open = true)), selector);

  /** Replaces the text of a field by typing, so that every input event happens. */
  async type(selector, text) {
    const element = await this.scrollTo(selector);
    await element.clear();
    let last;
    for (const keys of this.#engine.strokes(text.replaceAll("\n", Key.ENTER))) {
      // WebKit's driver loses a key that is pressed again while the page is busy.
      if (keys === last) await this.#twoFrames();
      await element.sendKeys(keys);
      last = keys;
    }
  }

  /** Sets the value of a field at once, with one event. */
  setValue(selector, value, event = "input") {
    const set = (css, value, event) => {
      const field = document.querySelector(css);
      field.value = value;
      field.dispatchEvent(new Event(event, { bubbles: true }));
    };
    return this.run(set, selector, value, event);
  }

  /** Presses keys one after another, where the focus is. */
  press = (...keys) => this.driver.actions().sendKeys(...keys).perform();
  /** Presses a key while a modifier is held. */
  chord = (modifier, key) => this.driver.actions().keyDown(modifier).sendKeys(key).keyUp(modifier).perform();
  undo = () => this.chord(Key.CONTROL, "z");
  redo = () => this.chord(Key.CONTROL, "y");

  /**
   * Sends a "paste", "copy" or "cut" event to the focused element, with a clipboard that holds these texts by media type.
   * Returns the plain text that the clipboard holds afterwards.
   */
  clipboard(kind, texts = {}) {
    const send = (kind, texts) => {
      const data = new DataTransfer();
      for (const [type, text] of Object.entries(texts)) data.setData(type, text);
      const event = new ClipboardEvent(kind, { bubbles: true, cancelable: true });
      // Not every engine takes it from the constructor.
      Object.defineProperty(event, "clipboardData", { value: data });
      document.activeElement.dispatchEvent(event);
      return data.getData("text/plain");
    };
    return this.run(send, kind, texts);
  }

  /** Writes a file, chooses it in a file field, and returns its path. */
  async upload(selector, name, bytes) {
    const file = path.join(this.profile, name);
    writeFileSync(file, bytes);
    await (await this.find(selector)).sendKeys(file);
    return file;
  }

  /** Waits until a file whose name ends so has been downloaded, and returns its path. Files named in `known` are ignored. */
  async downloaded(end, known = []) {
    const name = await this.waitFor(`a file *${end} is downloaded`, () => {
      const names = readdirSync(this.downloads);
      const isBusy = names.some((one) => /\.(crdownload|part|wkdownload)$/.test(one));
      return !isBusy && names.find((one) => one.endsWith(end) && !known.includes(one) && statSync(path.join(this.downloads, one)).size > 0);
    });
    return path.join(this.downloads, name);
  }

  /** Prints the page into a PDF file and returns its path. Needs "paper". */
  async print() {
    const file = path.join(this.profile, "printed.pdf");
    writeFileSync(file, Buffer.from(await this.#engine.paper(), "base64"));
    return file;
  }

  /** Sends a command of the DevTools protocol. Needs "devtools". */
  devtools = (command, parameters) => this.driver.sendAndGetDevToolsCommand(command, parameters);
  /** Runs a script in every page from now on, before the page's own scripts. Needs "before". */
  before = (source) => this.#engine.before(source);
  /** Sets the size of the page in CSS pixels. Needs "view" below the size of a phone. */
  resize = (size) => this.#engine.view(size);

  /** Waits until a service worker controls the page; from then on it must open without a server. */
  offlineReady = () =>
    this.waitFor("a service worker controls the page", () => this.runAsync(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)));

  /** Fails unless the first element that matches contains every part. */
  assertText = async (selector, ...parts) => assertContains(await this.text(selector), ...parts);

  /** Fails if the page is wider than the window. */
  async assertFits(where = "the page") {
    const excess = await this.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(excess <= 0, `${where} scrolls sideways`);
  }

  /** Fails if the console has a warning or an error, or if another origin was asked for anything. */
  async assertClean() {
    assert.deepEqual(await this.#complaints(), [], "the console has errors or warnings");
    const { origin } = new URL(this.url);
    assert.deepEqual(this.#requestsWhere((request) => request.origin !== origin), [], "another origin was asked for something");
  }

  /** Messages of the console at warning level or above, policy violations among them. */
  async #complaints() {
    await this.#collectLogs();
    return this.#messages.filter(({ level }) => level === "SEVERE" || level === "WARNING").map(({ text }) => text);
  }

  async #collectLogs() {
    const { messages, requests } = await this.#engine.takeLogs();
    this.#messages.push(...messages);
    this.#requests.push(...requests);
  }

  #requestsWhere = (test) => this.#requests.filter((one) => /^(https?|wss?):/.test(one) && test(new URL(one)));
}
