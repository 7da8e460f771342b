// The size budget.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { measureSizes, overBudget } from "../../tools/sizes.mjs";

const part = (name, first, br, more = {}) => ({ name, first, files: 1, raw: 3 * br, gz: 2 * br, br, largest: br, ...more });
const SUMS = [part("overview page", true, 10), part("goal pages", false, 60, { each: true, largest: 30 }), part("program", true, 90), part("ECharts", false, 50)];

test("kinds over budget are reported, with the first view as one, and with the largest file where each has the budget", () => {
  assert.deepEqual(overBudget(SUMS, { "first view": 100, ECharts: 50, "goal pages": 30 }), []);
  assert.deepEqual(overBudget(SUMS, { "first view": 99, ECharts: 50 }), ["first view: 100 bytes, the budget is 99"]);
  assert.deepEqual(overBudget(SUMS, { "goal pages": 29 }), ["goal pages: 30 bytes, the budget is 29"]);
  assert.equal(overBudget(SUMS, { "first view": 1, ECharts: 1 }).length, 2);
  assert.equal(overBudget(SUMS, { "no such kind": 1_000_000 }).length, 1);
});

test("there is a budget for the first view and for every kind of file that the build makes", () => {
  const budget = JSON.parse(readFileSync(new URL("../../tools/budget.json", import.meta.url), "utf8"));
  const kinds = measureSizes(mkdtempSync(path.join(tmpdir(), "ward-indicators-empty-"))).map(({ name }) => name);
  assert.deepEqual(Object.keys(budget), ["first view", ...kinds.filter((name) => !["data", "icons, manifest, other"].includes(name))]);
});
