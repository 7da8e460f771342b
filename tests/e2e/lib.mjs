// What every end-to-end scenario stands on: a server over the release build, a browser with an empty profile, waiting
// that never guesses a time, and a record of everything the browser complained about or asked other hosts for.
//
// Closing a session fails if the page broke its content security policy or asked another host for anything; stopping a
// server fails if it was sent a report of that, or an address the reader came from.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { By, error, Key } from "selenium-webdriver";
import { createServer, SECURITY_HEADERS } from "../../tools/serve.mjs";
import { startEngine } from "./engines.mjs";

export { By, Key } from "selenium-webdriver";
export { ENGINE, lacks } from "./engines.mjs";

/** The release build under test; DIST names another folder. */
export const DIST = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** CSS pixels of the window. */
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** How long `until` waits before it gives up, in milliseconds: generous, because a passing wait ends at once. */
const PATIENCE = Number(process.env.E2E_PATIENCE ?? 20_000);

// Where the browser sends what broke the policy: an address of the test server, told to it in a header of its own.
const REPORTS = "/policy-reports";
const POLICY = "Content-Security-Policy";
const HEADERS = { ...SECURITY_HEADERS, [POLICY]: `${SECURITY_HEADERS[POLICY]}; report-uri ${REPORTS}` };

/**
 * Serves a release build on a free port, or on `port` to bring a stopped one back at the same address.
 * @param fault  called with every request and response; returning true means that it has answered, or never will
 * @returns {Promise<{url: string, port: number, asked: string[], stop: () => Promise<void>}>} `stop` cuts open
 *   connections too: from then on a browser finds nobody at the address, as with the network gone. `asked` are the
 *   paths asked for so far.
 */
export async function startServer({ dir = DIST, base = "/", port = 0, fault = () => false } = {}) {
  assert.ok(existsSync(path.join(dir, "sw.js")), `${dir} holds no release build: run 'make build' first`);
  const files = createServer({ dir, base, headers: HEADERS });
  const asked = [];
  const wrongs = [];
  const server = http.createServer((request, response) => {
    if (request.method === "POST" && request.url === REPORTS) {
      let text = "";
      request.on("data", (chunk) => (text += chunk)).on("end", () => {
        // Around a plain text the page is the browser's own, and so is its style.
        const { "document-uri": page } = JSON.parse(text)["csp-report"] ?? {};
        if (!page?.endsWith(".txt")) wrongs.push(`policy: ${text}`);
        response.writeHead(204).end();
      });
      return;
    }
    asked.push(request.url);
    // Browsers ask for the worker as the worker itself or as the origin, whatever the policy.
    const from = request.headers.referer;
    const forWorker = request.headers["service-worker"] === "script" && from && ["/", request.url].includes(new URL(from).pathname);
    if (from && !forWorker) wrongs.push(`${request.url} told where the reader came from: ${from}`);
    // Packing a program anew for every server of the suite costs seconds each, and is tested with the server itself.
    delete request.headers["accept-encoding"];
    if (!fault(request, response)) files.emit("request", request, response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  // A test that fails before it stops its server must not keep the others from their turn.
  server.unref();
  const address = server.address();
  const stop = async () => {
    if (server.listening) {
      await new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    }
    assert.deepEqual(wrongs, [], "the server was told of wrongs");
  };
  return { url: `http://127.0.0.1:${address.port}${base}`, port: address.port, asked, stop };
}

/**
 * Opens a browser with an empty profile of its own.
 * @param size     {@link PHONE} or {@link DESKTOP}; a phone also gets touch and a mobile viewport where the engine can
 * @param dark     prefers-color-scheme: dark
 * @param letters  the reader's letter size in the browser's settings, in pixels (Chromium only)
 * @param profile  folder of an earlier {@link Session} closed with `close({keep: true})`, to come back as the same reader
 */
export async function openBrowser({ size = DESKTOP, dark = false, letters = 16, profile } = {}) {
  const folder = profile ?? mkdtempSync(path.join(tmpdir(), "ward-indicators-e2e-"));
  try {
    return new Session(await startEngine({ size, dark, letters, folder }), folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

// Letters that a printer's text may name by their part of the same shape, and that no normal form leads back to them.
const PARTS = { "⻄": "西", "⺠": "民", "戶": "戸", "⻑": "長", "⻘": "青", "⻝": "食", "⻤": "鬼", "⻨": "麦", "⻩": "黄", "⻫": "斉", "⻭": "歯", "⻯": "竜", "⻲": "亀" };

/** Printed words without the gaps between the cells of a page, in the usual form of each letter: printing may choose another. */
export function flat(text) {
  return text.normalize("NFKC").replace(/\s+/g, "").replace(/\p{Script=Han}/gu, (letter) => PARTS[letter] ?? letter);
}

const BROKE_POLICY = /Content[- ]Security[- ]Policy|violates the following/i;

/** One reader's browser. `driver` is the plain WebDriver client for everything that has no helper here. */
export class Session {
  #engine;
  #messages = [];
  #requests = [];

  constructor(engine, profile) {
    this.#engine = engine;
    this.driver = engine.driver;
    /** The folder where files come that the page hands over. */
    this.downloads = engine.downloads;
    this.profile = profile;
  }

  /** Closes the browser; with `keep` the profile folder stays for another {@link openBrowser}. */
  async close({ keep = false } = {}) {
    // A browser that is gone already has nothing more to say.
    await this.#collect().catch(() => {});
    await this.#engine.quit();
    if (!keep) rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    assert.deepEqual(this.#messages.filter(({ text }) => BROKE_POLICY.test(text)), [], "the page broke its policy");
    assert.deepEqual(this.#foreign(), [], "another host was asked for something");
  }

  /**
   * Goes to an address and waits until the app stands there. An address that differs only behind its '#' changes the
   * route without loading the page again, as a link would.
   */
  async open(url) {
    await this.driver.get(url);
    await this.ready();
  }

  /** Loads the page anew, through the service worker if there is one. */
  async reload() {
    await this.#engine.reload();
    await this.ready();
  }

  /** Waits until the app has drawn its page and arrived there, and the page before the app is gone. */
  async ready() {
    await this.until("the app is there", () => {
      const app = document.getElementById("app");
      return app !== null && app.childElementCount > 0 && document.getElementById("boot") === null && document.querySelector("main > .awaited") === null;
    });
    // Where a page begins is settled with the frame after the one that shows it.
    await this.#twoFrames();
  }

  #twoFrames() {
    return this.runAsync(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
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
      let value;
      try {
        value = await test();
      } catch (fault) {
        // WebKit's driver, asked while one page gives way to the next, may answer with an error that says nothing.
        if (fault.name !== "WebDriverError" || fault.message) throw fault;
      }
      if (value) return value;
      if (Date.now() > end) {
        // A long page's beginning and end: the head, and the banners and lists that came last.
        const seen = await this.run(() => {
          const text = document.body?.innerText ?? "";
          return text.length <= 4000 ? text : `${text.slice(0, 2000)}\n…\n${text.slice(-2000)}`;
        }).catch(() => "(no page)");
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

  /** Whether an element is two frames later where it was. One drawn anew in between is not. */
  async #still(element) {
    const still = this.runAsync((element) => {
      const before = element.getBoundingClientRect();
      return new Promise((done) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const after = element.getBoundingClientRect();
            done(after.x === before.x && after.y === before.y);
          }),
        );
      });
    }, element);
    return still.catch((fault) => {
      if (fault instanceof error.StaleElementReferenceError) return false;
      throw fault;
    });
  }

  /** The first element that matches, brought into the middle of the window so that no fixed bar covers it. */
  async #shown(selector) {
    const element = await this.find(selector);
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    return element;
  }

  /**
   * Clicks the first element that matches, as soon as it stands still and nothing lies over it: a page may still be
   * growing, and a press goes to the place where the driver saw the element.
   */
  async click(selector) {
    await this.waitFor(`${selector} stands still and nothing lies over it`, async () => {
      try {
        const element = await this.#shown(selector);
        if (!(await this.#still(element))) return false;
        await element.click();
        return true;
      } catch (fault) {
        if (fault instanceof error.ElementClickInterceptedError) return false;
        throw fault;
      }
    });
  }

  /** Replaces what stands in a text field by typing, so that every input event happens. */
  async type(selector, text) {
    const element = await this.#shown(selector);
    await element.clear();
    // A new line is a press of Enter.
    let last;
    for (const stroke of this.#engine.strokes(text.replaceAll("\n", Key.ENTER))) {
      // WebKit's driver loses a key that is pressed again while the page is busy.
      if (stroke === last) await this.#twoFrames();
      await element.sendKeys(stroke);
      last = stroke;
    }
  }

  /**
   * Pastes ("paste"), copies ("copy") or cuts where the focus is, with a clipboard of its own that begins with texts by
   * their type; gives the plain text it then holds.
   */
  clipboard(kind, texts = {}) {
    return this.run(
      (kind, texts) => {
        const data = new DataTransfer();
        for (const [type, text] of Object.entries(texts)) data.setData(type, text);
        const event = new ClipboardEvent(kind, { bubbles: true, cancelable: true });
        // Not every engine takes it from the constructor.
        Object.defineProperty(event, "clipboardData", { value: data });
        document.activeElement.dispatchEvent(event);
        return data.getData("text/plain");
      },
      kind,
      texts,
    );
  }

  /** The visible text of the first element that matches. */
  async text(selector) {
    return (await this.find(selector)).getText();
  }

  /** Waits until a file of this name's end has come down whole, and gives its path. Files named in `known` are passed by. */
  async downloaded(end, known = []) {
    const name = await this.waitFor(`a file *${end} is there`, () => {
      const names = readdirSync(this.downloads);
      const underWay = names.some((one) => /\.(crdownload|part|wkdownload)$/.test(one));
      return !underWay && names.find((one) => one.endsWith(end) && !known.includes(one) && statSync(path.join(this.downloads, one)).size > 0);
    });
    return path.join(this.downloads, name);
  }

  /** The page as it comes out of a printer: a PDF file. Needs "paper". */
  async printed() {
    const file = path.join(this.profile, "printed.pdf");
    writeFileSync(file, Buffer.from(await this.#engine.paper(), "base64"));
    return file;
  }

  /** Runs a script in every page to come, before the page's own. Needs "before". */
  before(source) {
    return this.#engine.before(source);
  }

  /** Sets the page's size in CSS pixels. Needs "view" below the size of a phone. */
  view(size) {
    return this.#engine.view(size);
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
    const { messages, requests } = await this.#engine.news();
    this.#messages.push(...messages);
    this.#requests.push(...requests);
  }

  /** Every server of a test is on this machine. */
  #foreign() {
    return this.#requests.filter((one) => /^(https?|wss?):/.test(one) && new URL(one).hostname !== "127.0.0.1");
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
