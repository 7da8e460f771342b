// The release build starts, at the root of a host and under a sub-path, without a complaint and without asking anybody else.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { DESKTOP, DIST, lacks, openBrowser, PHONE, startServer } from "./lib.mjs";

for (const { name, base, size } of [
  { name: "a desktop at the root", base: "/", size: DESKTOP },
  { name: "a phone under a sub-path", base: "/ward/list/", size: PHONE },
]) {
  test(`the app starts: ${name}`, async (t) => {
    const server = await startServer({ base });
    t.after(server.stop);
    const session = await openBrowser({ size });
    t.after(() => session.close());

    await session.open(server.url);
    assert.notEqual((await session.text("#app")).trim(), "");
    assert.ok((await session.driver.getTitle()).length > 0);
    if (!lacks("view")) assert.equal(await session.run(() => window.innerWidth), size.width);
    await session.assertClean(server.url);
  });
}

test("files that cannot be the app's code end in words, not in a white page", async (t) => {
  const dir = mkdtempSync(path.join(tmpdir(), "ward-indicators-broken-"));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(DIST, dir, { recursive: true });
  const server = await startServer({ dir });
  t.after(server.stop);
  const wasm = path.join(dir, "assets", readdirSync(path.join(dir, "assets")).find((name) => name.endsWith(".wasm")));

  for (const spoil of [() => writeFileSync(wasm, "not a program"), () => rmSync(wasm)]) {
    rmSync(`${wasm}.br`, { force: true });
    rmSync(`${wasm}.gz`, { force: true });
    spoil();
    // Another browser each time: a hashed name is kept for ever.
    const session = await openBrowser();
    try {
      await session.driver.get(server.url);
      await session.until("the heading is there", () => document.querySelector("#boot h1")?.textContent === "読み込めませんでした");
      assert.equal(await session.text("#boot button"), "読み込み直す");
    } finally {
      await session.close();
    }
  }
});

test("a browser without WebAssembly is told what it takes", { skip: lacks("before") }, async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.before("delete window.WebAssembly");
  await session.driver.get(server.url);
  await session.until("the heading is there", () => document.querySelector("#boot h1")?.textContent === "このブラウザーでは表示できません");
});
