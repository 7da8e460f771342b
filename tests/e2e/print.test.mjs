// Every page on paper: nothing to press comes along, nothing runs off the sheet, every sheet has its number.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { lacks, openBrowser, startServer } from "./lib.mjs";

const PAGES = ["#/", "#/goals/1", "#/plans/3", "#/indicators?goal=1", "#/indicators?view=matrix", "#/indicators/3-1", "#/compare?of=3-1&of=9-2&of=2-4&of=1-1&of=1-2&of=1-3", "#/scenarios", "#/document", "#/guide"];
const CONTROLS = [".site-nav", ".button", ".pager", "input[type=search]", ".compare-tools", ".chips", "select"];

test("a chart that nobody has scrolled to prints as its table", { skip: lacks("devtools") }, async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  await session.open(`${server.url}#/goals/1`);
  await session.until("a chart waits below", () => Array.from(document.querySelectorAll(".chart-drawing")).some((one) => one.childElementCount === 0));
  const tables = () => session.run(() => Array.from(document.querySelectorAll("figure.chart"), (one) => [one.querySelector(".chart-drawing").childElementCount > 0, one.querySelector(".chart-table").checkVisibility()]));
  assert.ok((await tables()).some(([drawn, table]) => !drawn && !table));
  await session.driver.sendAndGetDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
  for (const [drawn, table] of await tables()) assert.notEqual(drawn, table, "paper shows one face of every chart");
});

test("no page prints its controls or runs off the sheet", { skip: lacks("devtools") }, async (t) => {
  const server = await startServer();
  t.after(server.stop);
  const session = await openBrowser();
  t.after(() => session.close());
  const command = (name, settings) => session.driver.sendAndGetDevToolsCommand(name, settings);
  await session.open(server.url);
  const wrongs = [];
  for (const page of PAGES) {
    await session.open(`${server.url}${page}`);
    await session.until("it stands there", () => document.querySelector("main h1") !== null && document.querySelector("main").innerText.length > 200);
    await command("Emulation.setEmulatedMedia", { media: "print" });
    const seen = await session.run(
      (controls) => controls.filter((css) => Array.from(document.querySelectorAll(css)).some((one) => one.checkVisibility())),
      CONTROLS,
    );
    await command("Emulation.setEmulatedMedia", { media: "" });
    if (seen.length > 0) wrongs.push(`${page}: ${seen}`);
    const file = await session.printed();
    const sheets = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
    sheets.forEach((text, at) => {
      if (!text.replace(/\s+/g, "").includes(`${at + 1}/${sheets.length}`)) wrongs.push(`${page}: sheet ${at + 1} has no number`);
    });
    const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8" });
    const width = Number(boxes.match(/<page width="([\d.]+)"/)[1]);
    const off = Array.from(boxes.matchAll(/xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)"[^>]*>([^<]*)/g)).filter(([, left, right]) => Number(left) < 0 || Number(right) > width);
    if (off.length > 0) wrongs.push(`${page}: ${off[0][3]} runs off the sheet`);
  }
  assert.deepEqual(wrongs, []);
});
