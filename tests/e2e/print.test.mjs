// Every page on paper: no controls, nothing beyond the sheet, a number on every sheet.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { lacks, openApp } from "./app.mjs";
import { normalize, printSheets } from "./paper.mjs";

const PAGES = ["./", "goals/1/", "plans/3/", "indicators/?goal=1", "indicators/?view=matrix", "indicators/3-1/", "compare/?of=3-1&of=9-2&of=2-4&of=1-1&of=1-2&of=1-3", "scenarios/", "document/", "guide/"];
const CONTROLS = [".site-nav", ".button", ".pager", "input[type=search]", ".compare-tools", ".chips", "select"];

const emulateMedia = (session, media) => session.devtools("Emulation.setEmulatedMedia", { media });

test("a chart that was never in view is printed as its table", { skip: lacks("devtools") }, async (t) => {
  const { session } = await openApp(t, { at: "goals/1/" });
  await session.find(".chart-drawing:not(:has(*))");
  const charts = () =>
    session.run(() =>
      Array.from(document.querySelectorAll("figure.chart"), (one) => ({
        isDrawn: one.querySelector(".chart-drawing").childElementCount > 0,
        hasTable: one.querySelector(".chart-table").checkVisibility(),
      })),
    );
  assert.ok((await charts()).some(({ isDrawn, hasTable }) => !isDrawn && !hasTable));
  await emulateMedia(session, "print");
  for (const { isDrawn, hasTable } of await charts()) assert.notEqual(isDrawn, hasTable, "paper shows either drawing or table");
});

test("no page prints controls, exceeds the sheet or lacks a page number", { skip: lacks("devtools") }, async (t) => {
  const { session } = await openApp(t);
  const faults = [];
  for (const page of PAGES) {
    await session.open(page);
    await session.until("the page is shown", () => document.querySelector("main h1") !== null && document.querySelector("main").innerText.length > 200);
    await emulateMedia(session, "print");
    const printed = await session.run((controls) => controls.filter((css) => Array.from(document.querySelectorAll(css)).some((one) => one.checkVisibility())), CONTROLS);
    await emulateMedia(session, "");
    if (printed.length > 0) faults.push(`${page}: prints ${printed}`);
    const { file, sheets } = await printSheets(session);
    sheets.forEach((text, at) => {
      if (!normalize(text).includes(`${at + 1}/${sheets.length}`)) faults.push(`${page}: sheet ${at + 1} has no number`);
    });
    const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8" });
    const width = Number(boxes.match(/<page width="([\d.]+)"/)[1]);
    const outside = Array.from(boxes.matchAll(/xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)"[^>]*>([^<]*)/g)).filter(([, left, right]) => Number(left) < 0 || Number(right) > width);
    if (outside.length > 0) faults.push(`${page}: ${outside[0][3]} exceeds the sheet`);
  }
  assert.deepEqual(faults, []);
});
