import assert from "node:assert/strict";
import { test } from "node:test";
import { compared } from "../../tools/instructions.mjs";

test("only what has grown by more than a tenth is named", () => {
  const { lines, grown } = compared({ search: 1000, filter: 1000, load: 1000 }, { search: 1100, filter: 1101, load: 900 });
  assert.deepEqual(grown, ["filter"]);
  assert.deepEqual(lines.map((line) => line.replace(/ +/g, " ")), ["search 1,100 +10.0 %", "filter 1,101 +10.1 %", "load 900 −10.0 %"]);
});

test("what is counted and what is kept are the same things", () => {
  assert.throws(() => compared({ search: 1 }, { search: 1, filter: 1 }), /record/);
  assert.throws(() => compared({ search: 1, filter: 1 }, { search: 1 }), /record/);
});
