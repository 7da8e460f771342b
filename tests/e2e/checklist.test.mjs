// What the Digital Agency's guidebook for dashboards asks of the first page; docs/checklist.md holds the whole list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, openBrowser, PHONE, startServer } from "./lib.mjs";

for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`the first page of a ${name} says the state of the whole before anything of a part`, async (t) => {
    const server = await startServer();
    t.after(server.stop);
    const session = await openBrowser({ size });
    t.after(() => session.close());
    await session.open(server.url);
    const { top, bottom, number, total, shares, partAt } = await session.run(() => {
      const whole = document.querySelector(".measurable");
      const [number, total] = whole.querySelector(".measurable__figure").innerText.split("/").map(Number);
      const { top, bottom } = whole.getBoundingClientRect();
      const shares = Array.from(whole.querySelectorAll("rect"), (one) => Number(one.getAttribute("width")));
      return { top, bottom, number, total, shares, partAt: document.querySelector(".goal-row").getBoundingClientRect().top };
    });
    assert.ok(top >= 0 && top < size.height && bottom <= partAt, `${top} to ${bottom}, parts from ${partAt}`);
    assert.equal(total, 120);
    assert.equal(shares[0], number);
    assert.equal(shares.reduce((sum, one) => sum + one), total);
  });
}

test("beside every chart of the first page stands what it shows, in words and as a table", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(server.url);
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
  // And the whole list in words is a page of its own that asks for no chart.
  await session.click("a[href='#/document']");
  await session.until("the document is there", () => document.querySelector("main").innerText.includes("地方版総合戦略"));
  assert.equal(await session.run(() => document.querySelectorAll("figure.chart").length), 0);
});
