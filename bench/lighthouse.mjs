// Audits pages with Lighthouse: a phone, with the network and processor that it simulates by default.
import lighthouse from "lighthouse";
import { withBrowser } from "./browser.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

/** Scores (0 to 1) of the categories, and values of the metrics in milliseconds; the layout shift has no unit. */
export function audit(url) {
  return withBrowser(async ({ debuggingPort }) => {
    const { lhr } = await lighthouse(url, { port: await debuggingPort(), logLevel: "error" });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const scores = CATEGORIES.map((name) => [name, lhr.categories[name].score]);
    return Object.fromEntries([...scores, ...METRICS.map((name) => [name, lhr.audits[name].numericValue])]);
  });
}
