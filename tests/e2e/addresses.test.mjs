// Addresses: each page has its own, below the root of the site; links and history; and the addresses of earlier versions, which
// were fragments.
import assert from "node:assert/strict";
import { test } from "node:test";
import { By } from "selenium-webdriver";
import { Key, openApp, serve } from "./app.mjs";

/** Every kind of page: its address, its address in earlier versions, and the start of its heading. */
const PAGES = [
  ["", "#/", "さがす"],
  ["goals/1/", "#/goals/1", "子どもたちの笑顔輝くまち"],
  ["plans/3/", "#/plans/3", "計画3"],
  ["indicators/", "#/indicators", "指標一覧"],
  ["indicators/?kind=hold&view=table", "#/indicators?kind=hold&view=table", "指標一覧"],
  ["indicators/3-1/", "#/indicators/3-1", "ねりっこクラブの実施"],
  ["compare/?of=3-1&of=9-2", "#/compare?of=3-1&of=9-2", "指標をくらべる"],
  ["search/?q=%E3%81%BF%E3%81%A9%E3%82%8A", "#/search?q=%E3%81%BF%E3%81%A9%E3%82%8A", "「みどり」"],
  ["handout/?of=3-1&own=notes", "#/handout?of=3-1&own=notes", "配布資料"],
  ["scenarios/", "#/scenarios", "シナリオ"],
  ["scenarios/sheet/?of=mine&plan=3", "#/scenarios/mine?plan=3", "わたしの想定"],
  ["scenarios/compare/", "#/sides", "シナリオをくらべる"],
  ["shared/#1.broken.00000000", "#/shared/1.broken.00000000", "リンクで受け取ったシナリオ"],
  ["document/", "#/document", "第2次みどりの風吹くまちビジョン"],
  ["document/#line-61", "#/document?line=61", "第2次みどりの風吹くまちビジョン"],
  ["guide/", "#/guide", "使い方"],
  ["guide/#method", "#/guide?at=method", "使い方"],
  ["accessibility/", "#/accessibility", "アクセシビリティ"],
];

const isShown = async (session, heading) => (await session.property("main h1", "innerText"))?.includes(heading);
const untilShown = (session, heading) => session.waitFor(`「${heading}」 is shown`, () => isShown(session, heading));
const untilAt = (session, address) => session.waitFor(`the address is ${address}`, async () => (await session.address()) === address);

for (const base of ["/", "/list/2026/"]) {
  test(`every page opens at its address below ${base}, and its links stay there`, async (t) => {
    const { server, session } = await openApp(t, { base, at: null });
    for (const [address, , heading] of PAGES) {
      await session.load(address);
      await session.ready();
      await untilShown(session, heading);
      assert.equal(await session.address(), address);
      const links = await session.each("a[href]", "href");
      assert.deepEqual(links.filter((link) => !link.startsWith(server.url) && new URL(link).hostname === "127.0.0.1"), []);
    }
    await session.load("goals/1");
    await session.ready();
    await untilShown(session, "子どもたちの笑顔輝くまち");
    assert.equal(await session.address(), "goals/1/");
    await session.load("indicators/3-1/index.html");
    await session.ready();
    await untilShown(session, "ねりっこクラブの実施");
    await session.click('nav a[href="./"]');
    await untilAt(session, "");
  });
}

test("every address of earlier versions leads to the new one, on any page and with an encoded #", async (t) => {
  const { server, session } = await openApp(t, { at: null });
  const entries = () => session.run(() => history.length);
  for (const [address, old, heading] of PAGES) {
    // Without the worker: a link from a mail is often the first visit.
    for (const link of [old, `document/?from=mail${old}`, `%23${old.slice(1)}`, encodeURIComponent(old).replaceAll("%2F", "/")]) {
      await session.load("licences.txt");
      const before = await entries();
      await session.load(link);
      await session.ready();
      await untilShown(session, heading);
      await untilAt(session, address);
      // Browsers keep fifty entries.
      assert.ok((await entries()) <= before + 1, `${link} adds no entry of its own`);
    }
  }
  await session.load("accessibility/");
  await session.ready();
  await session.offlineReady();
  for (const [address, old, heading] of PAGES) {
    // Typed into the running app.
    await session.run((old) => (location.hash = old), old);
    await untilShown(session, heading);
    await untilAt(session, address);
    // Through the worker.
    await session.load(`%23${old.slice(1)}`);
    await session.ready();
    await untilShown(session, heading);
    await untilAt(session, address);
  }
  // A fragment is sent to no server, unless a mail program has moved it into the path.
  assert.deepEqual(server.requests.filter((path) => path.includes("broken") && !path.startsWith("/%23")), []);
});

test("an unknown address gets help with status 404, and the app offers its pages", async (t) => {
  const { session } = await openApp(t, { at: null });
  const { status, text } = await session.load("licences.txt").then(() => session.runAsync(() => fetch("/goals/99/x/").then(async (response) => ({ status: response.status, text: await response.text() }))));
  assert.equal(status, 404);
  assert.match(text, /<h1>ページが見つかりません<\/h1>/);
  assert.match(text, /<base href="\/">/);
  await session.load("goals/99/x/");
  await session.ready();
  await session.assertText("main", "ページが見つかりません", "/goals/99/x/");
  await session.click('main a[href="indicators/"]');
  await session.untilText("h1", "指標一覧");
  await untilAt(session, "indicators/");
});

test("a link changes the page without loading it; with a modifier it opens another tab; files are the browser's", async (t) => {
  const { session } = await openApp(t, { at: "indicators/" });
  const loaded = await session.loadTime();
  const first = await session.driver.getWindowHandle();
  const link = await session.driver.findElement(By.css('nav a[href="guide/"]'));
  await session.driver.actions().keyDown(Key.CONTROL).click(link).keyUp(Key.CONTROL).perform();
  const windows = await session.waitFor("there is another tab", async () => {
    const windows = await session.driver.getAllWindowHandles();
    return windows.length === 2 && windows;
  });
  assert.equal(await session.address(), "indicators/");
  await session.switchTo(windows.find((one) => one !== first));
  await session.ready();
  assert.equal(await session.address(), "guide/");
  await session.driver.close();
  await session.switchTo(first);

  await session.click('nav a[href="guide/"]');
  await session.untilText("h1", "使い方");
  await untilAt(session, "guide/");
  assert.equal(await session.loadTime(), loaded);
  // A link to the page that is shown does nothing.
  const entries = await session.run(() => history.length);
  await session.click('nav a[href="guide/"]');
  assert.equal(await session.run(() => history.length), entries);
  assert.equal(await session.loadTime(), loaded);
  await session.click('a[href="licences.txt"]');
  await session.waitFor("the file is shown", async () => (await session.driver.getCurrentUrl()).endsWith("/licences.txt"));
});

test("back and forward return to the same page, setting and place", async (t) => {
  const { session } = await openApp(t, { at: "indicators/" });
  const scrollTo = (y) => session.until(`scrolled to ${y}`, (y) => (scrollTo(0, y), Math.abs(scrollY - y) < 2), y);
  const untilScrolled = (y) => session.until(`the position is ${y}`, (y) => Math.abs(scrollY - y) < 2, y);
  const forward = () => session.driver.navigate().forward();
  await scrollTo(2400);
  await session.go("indicators/15-3/");
  await session.untilText("h1", "地域コジェネレーション");
  await untilScrolled(0);
  await scrollTo(300);
  await session.go("guide/#storage");
  await session.until("the chapter is in view", () => document.getElementById("storage")?.getBoundingClientRect().top < innerHeight && scrollY > 300);
  await session.back();
  await session.untilText("h1", "地域コジェネレーション");
  await untilScrolled(300);
  await session.back();
  await session.untilText("h1", "指標一覧");
  await untilScrolled(2400);
  await forward();
  await session.untilText("h1", "地域コジェネレーション");
  await untilScrolled(300);
  await forward();
  await session.untilText("h1", "使い方");
  await untilAt(session, "guide/#storage");
  await session.assertClean();
});

test("the skip link leads to the heading of the page, not to another page", async (t) => {
  const { session } = await openApp(t, { base: "/sub/", at: "indicators/3-1/" });
  assert.equal(await session.attribute(".skip-link", "href"), "indicators/3-1/#main");
  await session.run(() => document.querySelector(".skip-link").focus());
  await session.press(Key.ENTER);
  await session.untilFocus("main h1");
  assert.equal(await session.address(), "indicators/3-1/");
});

test("an installed app opens its shortcuts", async (t) => {
  const server = await serve(t, { base: "/sub/" });
  const manifest = await (await fetch(`${server.url}manifest.webmanifest`)).json();
  for (const { url } of manifest.shortcuts) assert.equal((await fetch(new URL(url, `${server.url}manifest.webmanifest`))).status, 200, url);
});
