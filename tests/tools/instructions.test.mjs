import assert from "node:assert/strict";
import { test } from "node:test";
import { compareCounts } from "../../tools/instructions.mjs";

test("only counts more than 10 % above the baseline are reported", () => {
  const { lines, exceeded } = compareCounts({ search: 1000, filter: 1000, load: 1000 }, { search: 1100, filter: 1101, load: 900 });
  assert.deepEqual(exceeded, ["filter"]);
  assert.deepEqual(lines.map((line) => line.replace(/ +/g, " ")), ["search 1,100 +10.0 %", "filter 1,101 +10.1 %", "load 900 −10.0 %"]);
});

test("counts and baseline must have the same names", () => {
  assert.throws(() => compareCounts({ search: 1 }, { search: 1, filter: 1 }), /record/);
  assert.throws(() => compareCounts({ search: 1, filter: 1 }, { search: 1 }), /record/);
});
