// Indicators side by side: from the list, a page and a plan; order, removal, adding; own figures apart; link and file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { openBrowser, PHONE, startServer } from "./lib.mjs";

// One reader for the whole file: the app is loaded once, and each scenario opens its own address in it.
let server;
let session;
before(async () => {
  server = await startServer();
  session = await openBrowser();
});
after(async () => {
  await session?.close();
  await server?.stop();
});

const columns = (session) => session.run(() => Array.from(document.querySelectorAll(".compare-table thead a"), (a) => a.hash.replace("#/indicators/", "")));
const standsThere = (session, ids) =>
  session.until(`the columns are ${ids}`, (wanted) => Array.from(document.querySelectorAll(".compare-table thead a"), (a) => a.hash.replace("#/indicators/", "")).join() === wanted, ids.join());
const press = (session, selector, words) =>
  session.run((css, text) => Array.from(document.querySelectorAll(css)).find((one) => one.textContent.includes(text)).click(), selector, words);

test("the address says what stands side by side, and what is wrong with it", async () => {
  await session.open(`${server.url}#/compare?of=9-2&of=3-1&of=77-7&of=9-2`);
  await standsThere(session, ["9-2", "3-1"]);
  assert.match(await session.text(".page-note"), /77-7/);
  assert.match(await session.text(".banner"), /of=9-2/);
  const cells = await session.run(() => Array.from(document.querySelectorAll(".compare-official td:last-child"), (cell) => cell.innerText.replace(/\s+/g, " ")));
  assert.match(cells[0], /計37校 令和3年度末（2022年3月）/);
  assert.match(cells[1], /計52校 令和5年度末（2024年3月）/);
  assert.match(await session.text(".compare-table"), /あと15校/);
  assert.match(await session.text(".compare-own"), /区の公式評価ではありません/);
});

test("columns move, leave and come by buttons, and the way back leads back", async () => {
  await session.open(`${server.url}#/compare?of=3-1&of=9-2`);
  await standsThere(session, ["3-1", "9-2"]);
  await session.click("#later-3-1");
  await standsThere(session, ["9-2", "3-1"]);
  assert.equal(await session.run(() => location.hash), "#/compare?of=9-2&of=3-1");
  // At the edge the button rests; focus is on the one that leads back.
  await session.until("focus follows", () => document.activeElement.id === "earlier-3-1");
  assert.equal(await session.run(() => document.querySelector("#later-3-1").disabled), true);
  await session.type(".picker input", "学童");
  await session.until("something is found", () => document.querySelectorAll(".picker__found button").length > 0);
  const id = await session.run(() => {
    const offer = document.querySelector(".picker__found button");
    offer.click();
    return offer.textContent.split("　")[0];
  });
  await standsThere(session, ["9-2", "3-1", id].filter((one, at, all) => all.indexOf(one) === at));
  await session.click("[aria-label^='9-2 '][aria-label$='を外す']");
  await session.until("it is gone", () => !location.hash.includes("9-2"));
  await session.driver.navigate().back();
  await session.until("and back again", () => location.hash.includes("9-2"));
  await session.assertClean(server.url);
});

test("six find room, a seventh is told so", async () => {
  const six = ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"];
  await session.open(`${server.url}#/compare?${six.map((id) => `of=${id}`).join("&")}`);
  await standsThere(session, six);
  assert.equal(await session.run(() => document.querySelector(".picker")), null);
  await session.open(`${server.url}#/indicators/3-1`);
  await press(session, ".page-actions button", "比較に加える");
  await session.until("it is said", () => document.querySelector(".toast").innerText.includes("6件まで"));
  assert.match(await session.text(".page-actions"), /比較に加える.*比較を開く（6件）/s);
});

test("from the list, a plan and an indicator's page", async () => {
  await session.open(`${server.url}#/indicators?plan=3`);
  await session.click("input[aria-label^='3-2 ']");
  await session.click("input[aria-label^='3-1 ']");
  await press(session, ".choice-bar button", "比較する");
  await standsThere(session, ["3-1", "3-2"]);
  await session.open(`${server.url}#/indicators/9-2`);
  await press(session, ".page-actions button", "比較に加える");
  await session.until("it counts three", () => document.querySelector(".page-actions a").textContent.includes("3件"));
  await session.click(".page-actions a");
  await standsThere(session, ["3-1", "3-2", "9-2"]);
  await session.open(`${server.url}#/plans/3`);
  await press(session, ".page-actions a", "くらべる");
  await session.until("a plan's indicators", () => location.hash.startsWith("#/compare?of=3-1&of=3-2"));
  const all = await columns(session);
  assert.ok(all.length <= 6 && all.every((id) => id.startsWith("3-")), all.join());
  await session.open(`${server.url}#/indicators`);
  await session.click(".choose-all input");
  await press(session, ".choice-bar button", "比較する");
  await session.until("too many is told", () => document.querySelector(".toast").innerText.includes("120件を選んで"));
  await session.click(".choose-all input");
});

test("own figures stand apart with their verdict, and leave in the file", async () => {
  await session.open(`${server.url}#/indicators/3-1`);
  await session.type("#own-value", "44");
  await session.type("#own-date", "令和4年度末");
  await session.run(() => document.querySelector(".own-card form").requestSubmit());
  await session.until("it is written down", () => document.querySelector(".own-list li") !== null);
  await session.open(`${server.url}#/compare?of=9-2&of=3-1`);
  await standsThere(session, ["9-2", "3-1"]);
  const own = await session.run(() => Array.from(document.querySelectorAll(".compare-own td"), (cell) => cell.innerText.replace(/\s+/g, " ")));
  assert.match(own[0], /未入力/);
  assert.match(own[1], /◆ 44校 令和4年度末（2023年3月）.*◐ やや遅れ.*46\.7%/);
  const official = await session.run(() => Array.from(document.querySelectorAll(".compare-official"), (row) => row.innerText).join());
  assert.ok(!official.includes("44"), official);
  await press(session, ".actions button", "CSV");
  const file = await session.downloaded(".csv");
  assert.match(file, /-compare-\d{8}\.csv$/);
  const lines = readFileSync(file, "utf8").trim().split("\r\n");
  assert.deepEqual([lines[1].split(",")[0], lines.at(-1).split(",")[0]], ["指標9-2", "指標3-1"]);
  assert.ok(lines.at(-1).includes(",44,校,"), lines.at(-1));
  await session.assertClean(server.url);
});

test("on a phone every value says whose it is, and nothing runs off the side", async (t) => {
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(`${server.url}#/compare`);
  assert.match(await session.text(".empty"), /まだ指標がありません/);
  await session.open(`${server.url}#/compare?of=3-1&of=9-2&of=14-3&of=2-4&of=1-1&of=20-3`);
  await standsThere(session, ["3-1", "9-2", "14-3", "2-4", "1-1", "20-3"]);
  assert.ok((await session.overflow()) <= 0);
  const label = await session.run(() => document.querySelector(".compare-official td").innerText);
  assert.match(label, /^3-1/);
  await session.assertClean(server.url);
});
