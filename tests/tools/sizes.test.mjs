// The size budget.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { overBudget } from "../../tools/sizes.mjs";

const part = (name, first, br, largest = br) => ({ name, first, files: 1, raw: 3 * br, gz: 2 * br, br, largest });
const SUMS = [part("HTML", true, 10), part("HTML, other pages", false, 60, 30), part("CSS", true, 5), part("WASM", true, 85), part("ECharts", false, 50), part("data", false, 1_000)];

test("parts over budget are reported, with the first view as one part", () => {
  assert.deepEqual(overBudget(SUMS, { "first view": 100, ECharts: 50 }), []);
  assert.deepEqual(overBudget(SUMS, { "first view": 99, ECharts: 50 }), ["first view: 100 bytes, the budget is 99"]);
  assert.equal(overBudget(SUMS, { "first view": 1, ECharts: 1 }).length, 2);
  assert.deepEqual(overBudget(SUMS, { "largest page with styles": 35 }), []);
  assert.deepEqual(overBudget(SUMS, { "largest page with styles": 34 }), ["largest page with styles: 35 bytes, the budget is 34"]);
  assert.equal(overBudget(SUMS, { "no such part": 1_000_000 }).length, 1);
});

test("the budget contains exactly the measured parts", () => {
  const budget = JSON.parse(readFileSync(new URL("../../tools/budget.json", import.meta.url), "utf8"));
  assert.deepEqual(Object.keys(budget), ["first view", "largest page with styles", "ECharts"]);
});
