// A scenario in a link: handed on, opened elsewhere to be read, taken over on request, refused when damaged.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, PHONE, startServer } from "./lib.mjs";

async function enter(session, url, indicator, { value, date = "令和4年度末", note }) {
  await session.open(`${url}#/indicators/${indicator}`);
  if (note) {
    await session.click(".own-form details summary");
    await session.type("#own-note", note);
  }
  await session.type("#own-value", value);
  await session.type("#own-date", date);
  await session.click(".own-form button[type=submit]");
  await session.until("it is listed", () => document.querySelectorAll(".own-list > li").length === 1);
}

/** Lets the page hand links to the test instead of to the system. */
async function catchLinks(session, { share, clipboard }) {
  await session.run(
    (share, clipboard) => {
      const put = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
      window.handed = [];
      put("canShare", share ? () => true : undefined);
      put("share", share === "leave" ? async () => { throw new DOMException("closed", "AbortError"); } : share ? async ({ url }) => void window.handed.push(["share", url]) : undefined);
      put("clipboard", clipboard ? { writeText: async (url) => void window.handed.push(["copy", url]) } : undefined);
    },
    share,
    clipboard,
  );
}

const stored = (session) => session.run(() => JSON.stringify(localStorage));

/** How many figures the reader has in storage, by scenario. */
const counts = (session) =>
  session.run(() =>
    Object.values(JSON.parse(localStorage["ward-indicators/own-figures"] ?? '{"workspaces":{}}').workspaces).flatMap((workspace) =>
      workspace.scenarios.filter((scenario) => !scenario.deleted).map((scenario) => scenario.figures.length),
    ),
  );

async function linkOf(session) {
  await catchLinks(session, { clipboard: true });
  await session.click("[data-action=share]");
  const [[how, url]] = await session.until("a link was handed on", () => window.handed.length > 0 && window.handed);
  assert.equal(how, "copy");
  return url;
}

test("a link opens elsewhere, read-only, and is added only on request, beside what is there", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const sender = await openBrowser();
  t.after(() => sender.close());
  const hostile = "<img src=x onerror=alert(1)><b>太字</b>";
  await enter(sender, server.url, "3-1", { value: "44", note: hostile });
  await enter(sender, server.url, "1-1", { value: "8" });
  const url = await linkOf(sender);
  assert.match(url, /#\/shared\/1\.[A-Za-z0-9_-]+\.[0-9a-f]{8}$/);

  const receiver = await openBrowser({ size: PHONE });
  t.after(() => receiver.close());
  await enter(receiver, server.url, "3-1", { value: "40" });
  const before = await stored(receiver);
  await receiver.open(url);
  await receiver.until("the figures are shown", () => document.querySelectorAll(".shared-item").length === 2);
  const page = await receiver.text("main");
  for (const part of ["わたしの想定", "変わっていません", "120件のうち2件に想定値があります", "◆ 44校", "計37校", "やや遅れ", "公式評価ではありません", hostile]) {
    assert.ok(page.includes(part), `${part} in ${page}`);
  }
  assert.equal(await receiver.run(() => document.querySelectorAll("main img, main b").length), 0);
  assert.ok((await receiver.overflow()) <= 0);
  assert.equal(await stored(receiver), before, "opening stores nothing");

  await receiver.click("[data-action=take]");
  await receiver.until("it went to the new scenario", () => location.hash.startsWith("#/scenarios/s-"));
  assert.deepEqual((await counts(receiver)).sort(), [1, 2], "the own scenario is as it was, the other beside it");
  await receiver.open(`${server.url}#/indicators/3-1`);
  await receiver.until("its figure is there", () => document.querySelector(".own-list")?.innerText.includes("44校"));
  await sender.assertClean(server.url);
  await receiver.assertClean(server.url);
});

test("adding is undone with one press", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await enter(session, server.url, "3-1", { value: "44" });
  await session.open(await linkOf(session));
  await session.click("[data-action=take]");
  await session.until("the toast came along", () => location.hash.startsWith("#/scenarios/s-") && document.querySelector(".toast [data-kind=notice] button"));
  assert.deepEqual(await counts(session), [1, 1]);
  await session.click(".toast [data-kind=notice] button");
  await session.waitFor("it is gone again", async () => (await counts(session)).length === 1);
});

test("damaged, newer, foreign and bomb links are told apart and change nothing", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await enter(session, server.url, "3-1", { value: "44" });
  const url = await linkOf(session);
  const before = await stored(session);
  const made = (json) =>
    session.runAsync(async (json) => {
      const packed = new Uint8Array(await new Response(new Blob([json]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
      let crc = ~0;
      for (const byte of new TextEncoder().encode(json)) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
      }
      const text = btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
      return `1.${text}.${(~crc >>> 0).toString(16).padStart(8, "0")}`;
    }, json);
  const foreign = await made(JSON.stringify({ dataset: "elsewhere-2030", edition: "", name: "n", figures: [] }));
  const bomb = await made(" ".repeat(3_000_000));
  assert.ok(bomb.length < 8_000, "few letters hold millions");
  for (const [address, says] of [
    [url.slice(0, -30), /途中で切れている/],
    [`${url.slice(0, -8)}00000000`, /途中で切れている/],
    [url.replace("/shared/1.", "/shared/1.AAAA"), /途中で切れている/],
    [url.replace("/shared/1.", "/shared/2."), /新しい版/],
    [`${server.url}#/shared/${foreign}`, /elsewhere-2030/],
    [`${server.url}#/shared/${bomb}`, /大きすぎる/],
  ]) {
    await session.open(address);
    const said = await session.until("it is refused", () => {
      const text = document.querySelector("main").innerText;
      return text.includes("読み取れませんでした") && text;
    });
    assert.match(said, says);
    assert.equal(await session.run(() => document.querySelector("[data-action=take]")), null);
    await session.open(`${server.url}#/`);
  }
  assert.equal(await stored(session), before);
  await session.assertClean(server.url);
});

test("the share sheet is used where there is one, and without a clipboard the link is there to be copied", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await enter(session, server.url, "3-1", { value: "44" });
  await catchLinks(session, { share: true, clipboard: true });
  await session.click("[data-action=share]");
  const [[how]] = await session.until("it was shared", () => window.handed.length > 0 && window.handed);
  assert.equal(how, "share");
  await catchLinks(session, { share: "leave", clipboard: true });
  await session.click("[data-action=share]");
  await catchLinks(session, {});
  await session.click("[data-action=share]");
  const [shown, selected] = await session.until("the link is selected", () => {
    const field = document.querySelector(".share__link input");
    return field && document.activeElement === field && [field.value, field.value.slice(field.selectionStart, field.selectionEnd)];
  });
  assert.match(shown, /#\/shared\/1\./);
  assert.equal(selected, shown);
  assert.ok((await session.overflow()) <= 0);
});

test("a browser that cannot pack, and a scenario too large, are offered the file", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await enter(session, server.url, "3-1", { value: "44" });
  // Text that does not pack, as long as notes may be.
  await session.run(() => {
    const key = "ward-indicators/own-figures";
    const envelope = JSON.parse(localStorage[key]);
    const [workspace] = Object.values(envelope.workspaces);
    const noise = () => Array.from({ length: 1_900 }, () => String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000))).join("");
    const [figure] = workspace.scenarios[0].figures;
    workspace.scenarios[0].figures = [2021, 2022, 2023].map((year) => ({ ...figure, date: `${year}-06-01`, note: noise() }));
    localStorage[key] = JSON.stringify(envelope);
  });
  await session.driver.navigate().refresh();
  await session.ready();
  await session.click("[data-action=share]");
  await session.until("it says that it is too much", () => document.querySelector(".share")?.innerText.includes("入りきりません"));
  await session.run(() => delete window.CompressionStream);
  await session.click("[data-action=share]");
  await session.until("it says that it cannot", () => document.querySelector(".share")?.innerText.includes("このブラウザでは"));
  assert.equal(await session.run(() => document.querySelectorAll(".share button").length), 2);
});
