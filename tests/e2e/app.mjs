// The app in a browser, with the page objects of its screens: where most tests begin.
import { chart } from "./pages/chart.mjs";
import { comparison } from "./pages/comparison.mjs";
import { explorer } from "./pages/explorer.mjs";
import { grid } from "./pages/grid.mjs";
import { handout } from "./pages/handout.mjs";
import { indicator } from "./pages/indicator.mjs";
import { scenarioComparison } from "./pages/scenario-comparison.mjs";
import { scenarios } from "./pages/scenarios.mjs";
import { search } from "./pages/search.mjs";
import { sharing } from "./pages/sharing.mjs";
import { shell } from "./pages/shell.mjs";
import { startServer } from "./server.mjs";
import { openBrowser } from "./session.mjs";
import { replaceStored, storageText } from "./storage.mjs";

export { DESKTOP, Key, PHONE } from "./session.mjs";
export { assertContains } from "./assertions.mjs";
export { lacks } from "./engines.mjs";

const PAGES = { chart, comparison, explorer, grid, handout, indicator, scenarioComparison, scenarios, search, sharing, shell };

/** Starts a server with options of `startServer`; it stops after the test. */
export async function serve(t, options) {
  const server = await startServer(options);
  t.after(server.stop);
  return server;
}

/**
 * Opens the app in a new browser; server and browser end after the test.
 * @param t       the test, or `{ after }` of node:test for one app in all tests of a file
 * @param at      address within the app; null leaves the browser at its empty page
 * @param stored  scenarios in the browser's storage
 * @param script  runs in every page before its own scripts (needs "before")
 * @param server  a running server, for another reader of the same one
 * @param dir,base,fault  options of `startServer`; all others are of `openBrowser`
 * @returns the server, the session and the page objects
 */
export async function openApp(t, { at = "", stored, script, dir, base, fault, server, ...browser } = {}) {
  server ??= await serve(t, { dir, base, fault });
  const session = await openBrowser(server.url, browser);
  t.after(() => session.close());
  if (script) await session.before(script);
  if (stored) {
    await session.open();
    await replaceStored(session, storageText(stored));
  }
  if (at !== null) await session.open(at);
  return { server, session, ...Object.fromEntries(Object.entries(PAGES).map(([name, page]) => [name, page(session)])) };
}

/** Runs a function with a new browser and closes it: files with a hash in their name stay in a browser's cache for ever. */
export async function withBrowser(server, work) {
  const session = await openBrowser(server.url);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
