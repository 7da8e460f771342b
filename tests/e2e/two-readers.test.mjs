// Two readers use scenarios together: one enters figures in the grid, the other imports a file made in Excel; they compare
// the scenarios, share one by a link, and undo everything.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertContains, Key, openApp, PHONE } from "./app.mjs";
import { storedScenarios, untilStored } from "./storage.mjs";

/** The cells of a CSV line; quoted cells keep their quotes. */
function cells(line) {
  return Array.from(line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g), ([, cell]) => cell).slice(0, -1);
}

/** The empty table of a scenario, filled in as in Excel: `values` by indicator. */
function fillTemplate(template, values) {
  const [head, ...rows] = template.slice(1).trim().split("\r\n");
  const headings = cells(head);
  const filled = rows.map((row) => {
    const line = cells(row);
    const value = values[line[headings.indexOf("指標番号")]];
    if (value === undefined) return row;
    const set = (heading, text) => (line[headings.indexOf(heading)] = text);
    set("シナリオ", "会派の見立て");
    set("想定値：数または段階", value);
    set("想定値：時点", "2023/3/31");
    return line.join(",");
  });
  return `\ufeff${[head, ...filled].join("\r\n")}\r\n`;
}

test("two readers compare scenarios, share one by a link and undo everything", async (t) => {
  const { server, session, scenarios, grid, scenarioComparison, sharing } = await openApp(t, { at: "scenarios/" });

  // The first reader enters a scenario in the grid.
  await scenarios.create(0, "委員会で聞いた値");
  await scenarios.untilCount(2);
  await session.click(".scenario-item.is-active a.button--own");
  await grid.untilShown();
  for (const [indicator, value] of [["1-1", "8"], ["3-1", "44"]]) {
    await session.click(await grid.cell(indicator));
    await session.press(value, Key.ENTER);
  }
  const heard = ["委員会で聞いた値", "1-1 2023-03-31 8", "3-1 2023-03-31 44"];
  await untilStored(session, ["わたしの想定"], heard);

  // The second reader fills in the template in Excel and imports it.
  await scenarios.open();
  const template = await scenarios.download("template");
  const preview = await scenarios.upload("会派の見立て.csv", fillTemplate(template.text, { "指標1-1": "8", "指標3-1": "５０", "指標9-2": "たくさん" }));
  assertContains(preview, "値が変わる：1件", "同じ：1件", "取り込めない：1件");
  await scenarios.chooseImportMode("new");
  await scenarios.acceptImport();
  await scenarios.untilCount(3);
  const names = await scenarios.names();
  assert.ok(names.some((name) => name.includes("会派の見立て")), names.join());

  // They compare both by goal.
  for (const index of [1, 2]) await session.clickAt(".scenario-item .check input", index);
  await session.click('a[href^="scenarios/compare/"]');
  await session.find(".comparison-rows");
  const [row] = await session.each(".comparison-rows tbody tr", "innerText");
  assert.match(row.replace(/\s+/g, " "), /3-1.*44校.*やや遅れ.*50校.*順調/, "the difference comes first");
  assert.match((await scenarioComparison.counts()).join(" "), /やや遅れ 1 .*順調 1 /);
  const comparisonAddress = await session.address();

  // One scenario is opened in another browser by its link.
  await session.back();
  await session.find(".scenario-item");
  await sharing.fakeClipboard();
  await scenarios.press((await scenarios.names()).findIndex((name) => name.includes("会派の見立て")), "share");
  const other = await openApp(t, { server, size: PHONE, at: await sharing.untilCopied() });
  await other.sharing.untilFigures(2);
  assert.match(await other.session.text("main"), /50校/);
  assert.deepEqual(await storedScenarios(other.session), [], "opening the link stores nothing");
  await other.sharing.add();
  await other.session.waitFor("the scenario is stored", async () =>
    (await storedScenarios(other.session)).some(([, ...figures]) => figures.join() === "1-1 2023-03-31 8,3-1 2023-03-31 50"),
  );
  await other.session.assertFits();

  // All steps are undone after a reload, one after the other.
  await session.reload();
  await session.find(".scenario-item");
  const undo = "section[aria-labelledby=steps-heading] .actions button";
  for (let steps = 0; (await session.attribute(undo, "aria-disabled")) !== "true"; steps += 1) {
    assert.ok(steps < 20, "there is a last step");
    await session.clickAt(undo, 0);
  }
  assert.deepEqual(await scenarios.names(), ["わたしの想定"]);
  assert.deepEqual(await storedScenarios(session), [["わたしの想定"]]);
  // The old address of the comparison says that its scenarios are missing.
  await session.open(comparisonAddress);
  await session.find(".comparison-unknown");
  await session.assertClean();
  await other.session.assertClean();
});
