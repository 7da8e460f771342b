// The size budget: what is over it is named, what is within it is not, and a part that is not measured is not within it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { overBudget } from "../../tools/sizes.mjs";

const part = (name, first, br) => ({ name, first, files: 1, raw: 3 * br, gz: 2 * br, br });
const SUMS = [part("HTML", true, 10), part("WASM", true, 90), part("ECharts", false, 50), part("data", false, 1_000)];

test("only what is larger than its budget is named, the first view as a whole", () => {
  assert.deepEqual(overBudget(SUMS, { "first view": 100, ECharts: 50 }), []);
  assert.deepEqual(overBudget(SUMS, { "first view": 99, ECharts: 50 }), ["first view: 100 bytes, the budget is 99"]);
  assert.equal(overBudget(SUMS, { "first view": 1, ECharts: 1 }).length, 2);
  assert.equal(overBudget(SUMS, { "no such part": 1_000_000 }).length, 1);
});

test("the budget names the parts there are", () => {
  const budget = JSON.parse(readFileSync(new URL("../../tools/budget.json", import.meta.url), "utf8"));
  assert.deepEqual(Object.keys(budget), ["first view", "ECharts"]);
});
