// Opens pages in Chromium and measures their loading.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { EXPOSE_MEMORY, startEngine } from "../tests/e2e/engines.mjs";
import { HELPERS, recordLoading } from "./page.mjs";

/** Runs `run` with a new browser that has a profile of its own. */
export async function withBrowser(run) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "ward-indicators-bench-"));
  const engine = await startEngine({ size: { width: 1280, height: 900 }, dark: false, fontSize: 16, folder });
  const { driver } = engine;
  await driver.manage().setTimeouts({ script: 600_000, pageLoad: 600_000 });
  const command = (name, parameters = {}) => driver.sendDevToolsCommand(name, parameters);
  const ask = (name, parameters = {}) => driver.sendAndGetDevToolsCommand(name, parameters);
  const inPage = (measurement, ...args) =>
    driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1]; ${HELPERS.join("\n")}
(${measurement}).apply(null, [].slice.call(arguments, 0, -1)).then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`,
      ...args,
    ).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  /** The resident memory of the page's process, in bytes. */
  const processMemory = () => {
    const lines = execFileSync("ps", ["-eo", "rss=,args="], { encoding: "utf8", maxBuffer: 2 ** 26 }).split("\n");
    return 1024 * Math.max(...lines.filter((line) => line.includes("--type=renderer") && line.includes(folder)).map((line) => parseInt(line, 10)));
  };
  const debuggingPort = async () => Number((await driver.getCapabilities()).get("goog:chromeOptions").debuggerAddress.split(":")[1]);
  try {
    return await run({ driver, command, ask, inPage, processMemory, debuggingPort });
  } finally {
    await engine.quit();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Opens a page as {@link recordLoading} describes it; returns the recorded times in milliseconds from navigation. */
export async function load({ driver, ask, command, inPage }, { url, ...page }) {
  const source = `${EXPOSE_MEMORY} ${HELPERS.join("\n")} (${recordLoading})(${JSON.stringify(page)});`;
  const { identifier } = await ask("Page.addScriptToEvaluateOnNewDocument", { source });
  await driver.get("about:blank");
  await driver.get(url);
  const times = await inPage(async () => {
    const end = performance.now() + 300_000;
    while (!globalThis.recordedTimes) {
      if (performance.now() > end) throw new Error(`timeout: not usable: ${document.body.innerText.slice(0, 200)}`);
      await sleep(20);
    }
    // The helpers cannot know when a frame reaches the screen, the browser does.
    const [firstPaint] = performance.getEntriesByName("first-contentful-paint");
    return { ...recordedTimes, readable: Math.max(recordedTimes.readable, firstPaint?.startTime ?? 0) };
  });
  await command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  return times;
}

const network = (latency, megabits) => ({ offline: false, latency, downloadThroughput: (megabits * 1e6) / 8, uploadThroughput: latency < 0 ? -1 : (0.675 * 1e6) / 8 });
const NO_LIMIT = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** Limits of network and processor. */
export const PROFILES = {
  none: { name: "No limits", net: NO_LIMIT, cpu: 1 },
  lighthouse: { name: "Fast 3G as Lighthouse defines it (150 ms, 1.6 Mbit/s; today called slow 4G), CPU 4 times slower", net: network(150, 1.6), cpu: 4 },
  devtools: { name: "Fast 3G as DevTools defines it (562.5 ms, 1.44 Mbit/s), CPU 4 times slower", net: network(562.5, 1.44), cpu: 4 },
};

/** Visits a page for the first time, again, and without a network if it has a service worker; returns the times of each. */
export function visit(site, { net, cpu }) {
  return withBrowser(async (browser) => {
    const { command, inPage } = browser;
    await command("Network.enable");
    await command("Emulation.setCPUThrottlingRate", { rate: cpu });
    await command("Network.emulateNetworkConditions", net);
    const times = { first: await load(browser, site.page) };
    if (site.worksOffline) {
      await command("Network.emulateNetworkConditions", NO_LIMIT);
      await inPage(async (url) => {
        while (!(await caches.match(url))) await sleep(50);
      }, site.page.url);
      await command("Network.emulateNetworkConditions", net);
    }
    times.second = await load(browser, site.page);
    if (site.worksOffline) {
      await command("Network.emulateNetworkConditions", { ...net, offline: true });
      site.server.isDown = true;
      try {
        times.offline = await load(browser, site.page);
      } finally {
        site.server.isDown = false;
      }
    }
    return times;
  });
}
