// New releases without a second build: a copy of dist/ is changed, and the last step of the build runs again.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hashedName, listFiles } from "../../tools/dist/files.mjs";
import { precacheList, serviceWorker } from "../../tools/dist/precache.mjs";
import { DIST } from "./server.mjs";

const TEMPLATE = readFileSync(new URL("../../tools/page/sw.js", import.meta.url), "utf8");

/** The addresses of all files of the release, relative to the app. */
export const FILES = precacheList(DIST).files.map(({ url }) => url);

/** An empty folder that is removed after the test. */
export function temporaryFolder(t) {
  const dir = mkdtempSync(path.join(tmpdir(), "ward-indicators-dist-"));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A copy of the release build that a test may change. */
export function copyOfDist(t) {
  const dir = temporaryFolder(t);
  cpSync(DIST, dir, { recursive: true });
  return dir;
}

/** Removes the compressed forms of a changed file, which the server would send otherwise. */
export function removeCompressed(dir, name) {
  for (const end of [".br", ".gz"]) rmSync(path.join(dir, name + end), { force: true });
}

/** Changes the page without renewing the list of files in the service worker: a release that is only half published. */
export function changePage(dir, mark) {
  removeCompressed(dir, "index.html");
  appendFileSync(path.join(dir, "index.html"), `<!-- ${mark} -->`);
}

/** Publishes a release whose page carries a mark. */
export function publishRelease(dir, mark) {
  changePage(dir, mark);
  removeCompressed(dir, "sw.js");
  writeFileSync(path.join(dir, "sw.js"), serviceWorker(TEMPLATE, precacheList(dir)));
}

/** Publishes a release with another chart library, under another name: `echarts.edition` is 2. */
export function publishChartLibrary(dir) {
  const before = listFiles(dir).find((name) => /^vendor\/echarts-.*\.js$/.test(name));
  removeCompressed(dir, before);
  appendFileSync(path.join(dir, before), ";echarts={...echarts,edition:2};");
  const after = `vendor/${hashedName("echarts.js", readFileSync(path.join(dir, before)))}`;
  renameSync(path.join(dir, before), path.join(dir, after));
  for (const name of listFiles(dir).filter((name) => /\.html$|^data\/pages-.*\.bin$/.test(name))) {
    removeCompressed(dir, name);
    writeFileSync(path.join(dir, name), readFileSync(path.join(dir, name), "utf8").replaceAll(before, after));
  }
  publishRelease(dir, "second edition");
}
