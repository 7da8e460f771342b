// What the Digital Agency's guidebook for dashboards asks of the first page; docs/checklist.md has the whole list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, openApp, PHONE } from "./app.mjs";

for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`the first page on a ${name} shows the overall state before any part`, async (t) => {
    const { session } = await openApp(t, { size });
    const { top, bottom, number, total, shares, partsTop } = await session.run(() => {
      const whole = document.querySelector(".measurable");
      const [number, total] = whole.querySelector(".measurable__figure").innerText.split("/").map(Number);
      const { top, bottom } = whole.getBoundingClientRect();
      const shares = Array.from(whole.querySelectorAll("rect"), (one) => Number(one.getAttribute("width")));
      return { top, bottom, number, total, shares, partsTop: document.querySelector(".goal-row").getBoundingClientRect().top };
    });
    assert.ok(top >= 0 && top < size.height && bottom <= partsTop, `${top} to ${bottom}, parts from ${partsTop}`);
    assert.equal(total, 120);
    assert.equal(shares[0], number);
    assert.equal(shares.reduce((sum, one) => sum + one), total);
  });
}

test("every chart of the first page has a summary in words and a table", async (t) => {
  const { session } = await openApp(t);
  const charts = await session.run(() =>
    Array.from(document.querySelectorAll("figure.chart"), (figure) => ({
      title: document.getElementById(figure.getAttribute("aria-labelledby"))?.innerText,
      words: figure.querySelector(".chart-summary").innerText,
      rows: figure.querySelectorAll(".chart-table tbody tr").length,
    })),
  );
  assert.equal(charts.length, 3);
  for (const { title, words, rows } of charts) {
    assert.ok(title, "a chart has a heading");
    assert.match(words, /\d.*。$/, title);
    assert.ok(rows > 1, title);
  }
  // The page with the whole list in words has no chart.
  await session.click("a[href='document/']");
  await session.untilText("main", "地方版総合戦略");
  assert.equal(await session.count("figure.chart"), 0);
});
