// Sharing a scenario by a link: creating it, opening it elsewhere, adding it, and refusing damaged links.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, PHONE } from "./app.mjs";
import { replaceStored, storageSnapshot, storedScenarios, storedText } from "./storage.mjs";

const HOSTILE = "<img src=x onerror=alert(1)><b>太字</b>";
const ADDED = "scenarios/sheet/?of=s-";

/** A reader with one figure, at its indicator. */
async function openWithFigure(t, { value = "44", note, ...options } = {}) {
  const app = await openApp(t, { at: "indicators/3-1/", ...options });
  await app.indicator.add({ value, note });
  return app;
}

/** The number of figures in each stored scenario. */
const figureCounts = async (session) => (await storedScenarios(session)).map(([, ...figures]) => figures.length).sort();

test("a link opens elsewhere read-only, and its scenario is added only on request", async (t) => {
  const { server, session, indicator, sharing } = await openWithFigure(t, { note: HOSTILE });
  await indicator.open("1-1");
  await indicator.add({ value: "8" });
  const link = await sharing.copyLink();
  assert.match(link, /\/shared\/#1\.[A-Za-z0-9_-]+\.[0-9a-f]{8}$/);

  const receiver = await openWithFigure(t, { server, size: PHONE, value: "40" });
  const before = await storageSnapshot(receiver.session);
  await receiver.session.open(link);
  await receiver.sharing.untilFigures(2);
  const parts = ["わたしの想定", "変わっていません", "120件のうち2件に想定値があります", "◆ 44校", "計37校", "やや遅れ", "公式評価ではありません", HOSTILE];
  await receiver.session.assertText("main", ...parts);
  assert.equal(await receiver.session.count("main img, main b"), 0);
  await receiver.session.assertFits();
  assert.equal(await storageSnapshot(receiver.session), before, "opening the link stores nothing");

  await receiver.sharing.add();
  await receiver.session.untilAddress(ADDED);
  assert.deepEqual(await figureCounts(receiver.session), [1, 2], "the own scenario is unchanged");
  await receiver.indicator.open("3-1");
  await receiver.indicator.untilListed("44校");
  await session.assertClean();
  await receiver.session.assertClean();
});

test("adding a shared scenario is undone with one click", async (t) => {
  const { session, sharing, shell } = await openWithFigure(t);
  await session.open(await sharing.copyLink());
  await sharing.add();
  await session.untilAddress(ADDED);
  await shell.untilUndoPrompt();
  assert.deepEqual(await figureCounts(session), [1, 1]);
  await shell.pressUndo();
  await session.waitFor("the added scenario is removed", async () => (await figureCounts(session)).length === 1);
});

test("damaged, newer, foreign and oversized links are refused with their reason and change nothing", async (t) => {
  const { session, sharing } = await openWithFigure(t);
  const link = await sharing.copyLink();
  const before = await storageSnapshot(session);
  /** The fragment of a valid link with this content. */
  const encode = (json) =>
    session.runAsync(async (json) => {
      const packed = new Uint8Array(await new Response(new Blob([json]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
      let crc = ~0;
      for (const byte of new TextEncoder().encode(json)) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
      }
      const text = btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
      return `shared/#1.${text}.${(~crc >>> 0).toString(16).padStart(8, "0")}`;
    }, json);
  const foreign = await encode(JSON.stringify({ dataset: "elsewhere-2030", edition: "", name: "n", figures: [] }));
  const bomb = await encode(" ".repeat(3_000_000));
  assert.ok(bomb.length < 8_000, "a short link expands to millions of letters");
  for (const [address, reason] of [
    [link.slice(0, -30), /途中で切れている/],
    [`${link.slice(0, -8)}00000000`, /途中で切れている/],
    [link.replace("/shared/#1.", "/shared/#1.AAAA"), /途中で切れている/],
    [link.replace("/shared/#1.", "/shared/#2."), /新しい版/],
    [foreign, /elsewhere-2030/],
    [bomb, /大きすぎる/],
  ]) {
    await session.open(address);
    await session.untilText("main", "読み取れませんでした");
    assert.match(await session.text("main"), reason);
    assert.equal(await session.count("[data-action=take]"), 0);
    await session.open("./");
  }
  assert.equal(await storageSnapshot(session), before);
  await session.assertClean();
});

test("the browser's share dialog is used if there is one; without a clipboard the link can be copied by hand", async (t) => {
  const { session, sharing } = await openWithFigure(t, { size: PHONE });
  await sharing.fakeBrowser({ share: "works", clipboard: true });
  await sharing.press();
  assert.deepEqual((await sharing.untilShared()).copied, []);
  await sharing.fakeBrowser({ share: "cancelled", clipboard: true });
  await sharing.press();
  await sharing.fakeBrowser();
  await sharing.press();
  const [link, selected] = await session.until("the link is selected", () => {
    const field = document.querySelector(".share__link input");
    return field && document.activeElement === field && [field.value, field.value.slice(field.selectionStart, field.selectionEnd)];
  });
  assert.match(link, /\/shared\/#1\./);
  assert.equal(selected, link);
  await session.assertFits();
});

test("a browser without compression, and a scenario too large for a link, offer a file instead", async (t) => {
  const { session, sharing } = await openWithFigure(t);
  // Notes of the maximum length that do not compress.
  const stored = JSON.parse(await storedText(session));
  const [{ scenarios: [scenario] }] = Object.values(stored.workspaces);
  const noise = () => Array.from({ length: 1_900 }, () => String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000))).join("");
  scenario.figures = [2021, 2022, 2023].map((year) => ({ ...scenario.figures[0], date: `${year}-06-01`, note: noise() }));
  await replaceStored(session, JSON.stringify(stored));
  await sharing.press();
  await session.untilText(".share", "入りきりません");
  await session.run(() => delete window.CompressionStream);
  await sharing.press();
  await session.untilText(".share", "このブラウザでは");
  assert.equal(await session.count(".share button"), 2);
});
