// Own figures out into files and in again: what is downloaded, what a preview says, and that one press takes it back.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DIST, openBrowser, PHONE, startServer } from "./lib.mjs";

/** A reader at the files of the シナリオ page. */
async function reader(t, server, { figures = [], size } = {}) {
  const session = await openBrowser({ size });
  t.after(() => session.close());
  for (const { id, value, date, note } of figures) {
    await session.open(`${server.url}#/indicators/${id}`);
    if (note !== undefined) {
      await session.click(".own-form details summary");
      await session.type("#own-note", note);
    }
    await session.type("#own-value", value);
    await session.type("#own-date", date);
    await session.click(".own-form button[type=submit]");
    await session.until("it is listed", (shown) => document.querySelector(".own-list")?.innerText.includes(shown), value);
  }
  await session.open(`${server.url}#/scenarios`);
  await session.find(".files");
  return session;
}

/** Presses a button for a file and gives what came down. */
async function download(session, kind) {
  const before = readdirSync(session.downloads);
  await session.click(`[data-file=${kind}]`);
  const file = await session.downloaded("", before);
  return { name: path.basename(file), bytes: readFileSync(file) };
}

/** Hands a file over by the file field, and waits for what the page makes of it. */
async function upload(session, name, bytes) {
  const file = path.join(session.profile, name);
  writeFileSync(file, bytes);
  await session.run(() => document.querySelector("[data-import=cancel]")?.click());
  await session.until("nothing is shown of another file", () => document.querySelector(".import") === null);
  await (await session.find("#files-pick")).sendKeys(file);
  await session.until(`${name} is read`, (name) => [".import h3", ".files__refused strong"].some((css) => document.querySelector(css)?.innerText.includes(name)), name);
  rmSync(file);
  return session.text(".import, .files__refused");
}

async function choose(session, way) {
  await session.click(`.import input[value=${way}]`);
}

/** Own figures as stored, scenario by scenario. */
function stored(session) {
  return session.run(() => {
    const text = localStorage.getItem(Object.keys(localStorage).find((key) => localStorage[key].includes('"workspaces"')) ?? "") ?? '{"workspaces":{}}';
    return Object.values(JSON.parse(text).workspaces)
      .flatMap((workspace) => workspace.scenarios)
      .filter((scenario) => !scenario.deleted)
      .map(({ name, figures }) => `${name}: ${figures.map(({ indicator, date, amount, stage }) => `${indicator} ${date} ${amount ?? stage}`).join(", ")}`)
      .sort();
  });
}

async function undo(session) {
  await session.click(".toast [data-kind=notice] button");
}

const OWN = { id: "3-1", value: "44", date: "2023-03-31", note: '=HYPERLINK("x","y")' };
const MINE = "わたしの想定: 3-1 2023-03-31 44";

test("CSV and JSON come down as they should", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await reader(t, server, { figures: [OWN] });
  const csv = await download(session, "csv");
  assert.match(csv.name, /^nerima-.*-own-figures-\d{8}\.csv$/);
  assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [head, row] = csv.bytes.toString("utf8").slice(1).split("\r\n");
  for (const heading of ["指標番号", "公式値：目標の数", "想定値：数または段階", "想定値：時点"]) assert.ok(head.split(",").includes(heading), heading);
  assert.match(row, /指標3-1,.*,44,校,2023-03-31,/);
  assert.match(row, /"'=HYPERLINK\(""x"",""y""\)"/, "no text is a formula");
  assert.match(row, /区の公式評価ではありません/);
  const json = await download(session, "json");
  const file = JSON.parse(json.bytes.toString("utf8"));
  assert.equal(file.version, 1);
  assert.ok(file.list.id in file.workspaces);
  assert.ok(file.list.edition !== "" && file.app !== "");
  const template = await download(session, "template");
  const lines = template.bytes.toString("utf8").trim().split("\r\n");
  assert.ok(lines.length > 120, `${lines.length}`);
  assert.deepEqual(await stored(session), [MINE]);
  await session.assertClean(server.url);
});

test("a table edited in Excel is looked through, merged, and taken back with one press", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await reader(t, server, { figures: [OWN], size: PHONE });
  const csv = (await download(session, "csv")).bytes.toString("utf8").slice(1).trim().split("\r\n");
  // As Excel writes it again: another day format, a row more, a number turned into a day.
  const edited = [
    csv[0],
    csv[1].replace(",44,校,2023-03-31,", ",48,校,2023/3/31,"),
    csv[1].replace(",44,校,2023-03-31,", ",50,校,2024/3/31,"),
    csv[1].replace("指標3-1", "9月2日"),
  ].join("\r\n");
  const shown = await upload(session, "edited.csv", edited);
  assert.match(shown, /新しい：1件/);
  assert.match(shown, /値が変わる：1件/);
  assert.match(shown, /取り込めない：1件/);
  await session.until("the preview's heading has focus", () => document.activeElement?.id === "import-heading");
  assert.match(await session.run(() => document.querySelector(".import").textContent), /44校 → 48校/);
  assert.match(await session.run(() => document.querySelector(".import").textContent), /4行目：「9月2日」は日付です/);
  assert.ok((await session.overflow()) <= 0);

  await session.click("[data-import=cancel]");
  await session.until("the preview is gone", () => document.querySelector(".import") === null);
  assert.ok(await session.run(() => document.activeElement?.matches(".files__in h3")), "focus is not lost");
  assert.deepEqual(await stored(session), [MINE], "cancel changes nothing");

  await upload(session, "edited.csv", edited);
  await choose(session, "merge");
  await session.click("[data-import=take]");
  await session.until("it is said", () => document.querySelector(".toast")?.innerText.includes("2件を反映"));
  assert.deepEqual(await stored(session), ["わたしの想定: 3-1 2023-03-31 48, 3-1 2024-03-31 50"]);
  await undo(session);
  await session.waitFor("it is taken back", async () => (await stored(session))[0] === MINE);
  await session.assertClean(server.url);
});

test("replacing and adding are one press back too", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await reader(t, server, { figures: [OWN] });
  const table = "指標番号\t想定値\t時点\n1-1\t8\t令和4年度末\n7-6\t一部実施\t令和4年度末\n";
  await upload(session, "table.tsv", table);
  await choose(session, "replace");
  assert.match(await session.text(".import"), /ファイルにない（入れかえると消える）：1件/);
  await session.click("[data-import=take]");
  await session.waitFor("it is replaced", async () => (await stored(session))[0] === "わたしの想定: 1-1 2023-03-31 8, 7-6 2023-03-31 partial");
  await undo(session);
  await session.waitFor("it is taken back", async () => (await stored(session))[0] === MINE);

  await upload(session, "table.tsv", table);
  await session.click("[data-import=take]");
  await session.waitFor("it is added", async () => (await stored(session)).length === 2);
  assert.deepEqual(await stored(session), ["table: 1-1 2023-03-31 8, 7-6 2023-03-31 partial", MINE]);
  await undo(session);
  await session.waitFor("it is taken back", async () => (await stored(session)).length === 1);
  assert.deepEqual(await stored(session), [MINE]);
});

test("Shift_JIS, UTF-16, pasting and dropping all lead to the same preview", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await reader(t, server);
  // 指標番号,想定値,時点,メモ / 3-1,44,2023/3/31,表 in Shift_JIS.
  const sjis = Buffer.from("8e77955794d48d862c917a92e8926c2c8e9e935f2c838183820d0a332d312c34342c323032332f332f33312c955c0d0a", "hex");
  assert.match(await upload(session, "sjis.csv", sjis), /新しい：1件/);
  const utf16 = Buffer.from("\ufeff指標番号\t想定値\t時点\r\n3-1\t44\t2023/3/31\r\n", "utf16le");
  assert.match(await upload(session, "unicode.txt", utf16), /新しい：1件/);
  await session.click("[data-import=cancel]");

  await session.click(".files__in summary");
  await session.run(() => {
    const field = document.querySelector("#files-paste");
    field.value = "3-1\t４４校\tR5.3.31";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await session.click(".files__in .actions button");
  assert.match(await session.text(".import"), /貼り付けた表[^]*新しい：1件/);
  await session.click("[data-import=cancel]");

  await session.run(() => {
    const data = new DataTransfer();
    data.items.add(new File(["指標番号,想定値,時点\n3-1,44,2023-03-31"], "dropped.csv"));
    document.querySelector(".files__in").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  assert.match(await session.text(".import"), /dropped\.csv[^]*新しい：1件/);
  assert.deepEqual(await session.run(() => document.querySelectorAll(".files__refused").length), 0);
});

test("hostile and oversized files are refused in words, and touch nothing", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await reader(t, server, { figures: [OWN] });
  for (const [name, bytes, says] of [
    ["large.csv", Buffer.alloc(5 * 1024 * 1024 + 1, "a"), /5MBまで/],
    ["book.xlsx", Buffer.from("PK\u0003\u0004noise"), /CSV/],
    ["noise.bin", Buffer.from([0xff, 0xfe, 0xfd, 0x00, 0x81, 0x00]), /読めない|見つかりません/],
    ["deep.json", "[".repeat(1_000_000), /JSONではないか/],
    ["other.json", '{"a":1}', /JSONではないか/],
    ["newer.json", '{"format":"ward-indicators/own-figures","version":2,"workspaces":{}}', /新しい版のアプリ/],
    ["empty.csv", "", /何も書かれていません/],
    ["official.csv", readFileSync(path.join(DIST, "data/indicators.csv")), /想定値：数または段階/],
  ]) {
    assert.match(await upload(session, name, bytes), says, name);
    assert.equal(await session.run(() => document.querySelectorAll("[data-import=take]").length), 0, name);
  }
  const script = "指標番号,想定値,時点,メモ,シナリオ\n3-1,44,2023-06-30,<img src=x onerror=alert(1)>,<script>document.title='x'</script>\n<b>9</b>,1,2023-03-31,,\n";
  await upload(session, "script.csv", script);
  await session.click("[data-import=take]");
  await session.waitFor("it is taken", async () => (await stored(session)).length === 2);
  assert.equal(await session.run(() => document.querySelectorAll("main img[src=x], main script, .toast script").length), 0);
  await session.assertClean(server.url);
});

test("a JSON file brings everything into an empty browser", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await reader(t, server, { figures: [OWN, { id: "1-1", value: "8", date: "2023-03-31" }] });
  const json = await download(session, "json");
  const before = await stored(session);
  const other = await reader(t, server);
  assert.match(await upload(other, "copy.json", json.bytes), /想定値が2件[^]*新しい：2件/);
  await choose(other, "merge");
  await other.click("[data-import=take]");
  await other.waitFor("it is taken", async () => (await stored(other))[0] === before[0]);
  await other.open(`${server.url}#/indicators/3-1`);
  assert.match(await other.text(".own-list .note"), /=HYPERLINK/);
  // Once more: nothing to change.
  await other.open(`${server.url}#/scenarios`);
  await upload(other, "copy.json", json.bytes);
  await choose(other, "merge");
  await other.click("[data-import=take]");
  await other.until("it says so", () => document.querySelector(".toast")?.innerText.includes("変わるところはありません"));
  await other.assertClean(server.url);
});
