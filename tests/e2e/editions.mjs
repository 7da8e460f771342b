// A second edition of the app without a second build: bytes of a finished dist/ are changed and its last step run again.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hashedName, listFiles } from "../../tools/dist/files.mjs";
import { precacheList, serviceWorker } from "../../tools/dist/precache.mjs";
import { DIST } from "./lib.mjs";

const TEMPLATE = readFileSync(new URL("../../tools/page/sw.js", import.meta.url), "utf8");

/** A copy of the release build that a test may change, removed after it. */
export function copyOfDist(t) {
  const dir = mkdtempSync(path.join(tmpdir(), "ward-indicators-dist-"));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(DIST, dir, { recursive: true });
  return dir;
}

/** Takes the compressed twins of a changed file away, so that the server does not hand out the old bytes. */
function dropTwins(dir, name) {
  for (const twin of [".br", ".gz"]) rmSync(path.join(dir, name + twin), { force: true });
}

export function changePage(dir, mark) {
  dropTwins(dir, "index.html");
  appendFileSync(path.join(dir, "index.html"), `<!-- ${mark} -->`);
}

export function renewWorker(dir) {
  dropTwins(dir, "sw.js");
  writeFileSync(path.join(dir, "sw.js"), serviceWorker(TEMPLATE, precacheList(dir)));
}

/** Another chart library and another page that names it, under other names, as a new release would bring them. */
export function secondEdition(dir) {
  const before = listFiles(dir).find((name) => /^vendor\/echarts-.*\.js$/.test(name));
  dropTwins(dir, before);
  appendFileSync(path.join(dir, before), ";echarts={...echarts,edition:2};");
  const after = `vendor/${hashedName("echarts.js", readFileSync(path.join(dir, before)))}`;
  renameSync(path.join(dir, before), path.join(dir, after));
  const page = path.join(dir, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace(before, after));
  changePage(dir, "second edition");
  renewWorker(dir);
}
