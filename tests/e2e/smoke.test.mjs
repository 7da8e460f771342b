// The release build starts at the root of a host and under a sub-path; if it cannot start, it says why.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DESKTOP, lacks, openApp, PHONE, serve, withBrowser } from "./app.mjs";
import { copyOfDist, FILES, removeCompressed } from "./releases.mjs";

for (const { name, base, size } of [
  { name: "a desktop at the root", base: "/", size: DESKTOP },
  { name: "a phone under a sub-path", base: "/ward/list/", size: PHONE },
]) {
  test(`the app starts: ${name}`, async (t) => {
    const { session } = await openApp(t, { base, size });
    assert.notEqual((await session.text("#app")).trim(), "");
    assert.ok((await session.driver.getTitle()).length > 0);
    if (!lacks("view")) assert.equal(await session.run(() => window.innerWidth), size.width);
    await session.assertClean();
  });
}

test("if the program is damaged or missing, the page says so", async (t) => {
  const dir = copyOfDist(t);
  const server = await serve(t, { dir });
  const wasm = FILES.find((url) => url.endsWith(".wasm"));
  removeCompressed(dir, wasm);
  const file = path.join(dir, wasm);
  for (const damage of [() => writeFileSync(file, "not a program"), () => rmSync(file)]) {
    damage();
    await withBrowser(server, async (session) => {
      await session.load();
      await session.untilText("#boot h1", "読み込めませんでした");
      assert.equal(await session.text("#boot button"), "読み込み直す");
    });
  }
});

test("a browser without WebAssembly is told what the app needs", { skip: lacks("before") }, async (t) => {
  const { session } = await openApp(t, { at: null, script: "delete window.WebAssembly" });
  await session.load();
  await session.untilText("#boot h1", "このブラウザーでは表示できません");
});
