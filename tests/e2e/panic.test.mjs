// When the program stops by a fault of its own, the page stays readable, says what to do, and own figures are untouched.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, PHONE, startServer } from "./lib.mjs";
import { figure, KEY, scenario, seed } from "./own.mjs";

test("a program that stops leaves words, a way on, and every own figure", async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser({ size: PHONE });
  t.after(() => session.close());
  await session.open(server.url);
  await seed(session, [scenario("mine", "わたしの想定", "diamond", [figure("3-1", 44, "校")])]);
  await session.open(`${server.url}#/indicators/3-1`);
  const stored = () => session.run((key) => localStorage.getItem(key), KEY);
  const before = await stored();
  assert.match(before, /"amount":44/);
  // A browser that refuses the simplest thing there is, once: nothing in the program expects that.
  await session.run(() => {
    const make = Document.prototype.createElement;
    Document.prototype.createElement = function refuse() {
      Document.prototype.createElement = make;
      throw new DOMException("refused");
    };
    location.hash = "#/guide";
  });
  await session.find("#boot.boot--fault");
  const said = await session.text("#boot");
  assert.match(said, /不具合が起きて止まりました/);
  assert.match(said, /保存された想定値は消えていません/);
  assert.equal(await session.run(() => document.getElementById("boot").getAttribute("role")), "alert");
  assert.ok(await session.run(() => document.getElementById("app").innerText.length > 100), "what stood there can still be read");
  assert.ok((await session.overflow()) <= 0);
  assert.equal(await stored(), before, "nothing stored has changed");

  await session.click("#boot button");
  await session.ready();
  await session.open(`${server.url}#/indicators/3-1`);
  await session.until("the figure is there", () => document.querySelector(".own-list")?.innerText.includes("44校"));
  assert.equal(await session.run(() => document.getElementById("boot")), null);
});
