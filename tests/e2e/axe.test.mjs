// All pages under the rules of axe-core: two sizes, two colour schemes, without and with own figures, and with everything that
// can be opened open. Only the test loads axe-core into the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { DESKTOP, openApp, PHONE } from "./app.mjs";
import { figure, replaceStored, scenario, storageText } from "./storage.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every kind of page, and an indicator of every kind of target; never the same page twice in a row. */
const PAGES = [
  "./", "indicators/?view=table&goal=1", "goals/1/", "indicators/?view=cards&goal=2", "goals/5/",
  "indicators/?view=matrix", "plans/9/", "indicators/?q=hoikusyo&unknown=1", "indicators/3-1/", "indicators/6-9/",
  "indicators/2-4/", "indicators/7-6/", "indicators/13-4/", "scenarios/", "scenarios/sheet/?of=mine&goal=1", "scenarios/compare/",
  "shared/#1.broken.00000000", "compare/", "search/?q=みどり", "compare/?of=3-1&of=9-2&of=20-3",
  "handout/?of=3-1&of=9-2&of=2-4&own=notes", "document/", "accessibility/", "guide/", "./#/nowhere",
];

/** Asks for a link in a browser that can neither share nor copy, and returns the link from its field. */
async function linkByHand({ sharing }) {
  await sharing.fakeBrowser();
  await sharing.press();
  return (await sharing.linkField()).getAttribute("value");
}

/** What a reader can open: its description, its page, and how to open it; returns how to close it where the next page would not. */
const OPENED = [
  ["the filters", "indicators/", async ({ session, explorer }) => {
    if (await session.run(() => document.querySelector(".sheet-toggle")?.checkVisibility() ?? false)) await explorer.openFilters();
    return () => session.run(() => dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" })));
  }],
  ["a refused figure", "indicators/3-1/", async ({ session, indicator }) => {
    await indicator.enter({ value: "たくさん", date: "いつか" });
    await session.untilInvalid("#own-value");
  }],
  ["a removed figure with its undo prompt", "indicators/1-1/", async ({ indicator, shell }) => {
    await indicator.enter({ value: "9", date: "令和3年度末" });
    await indicator.pressRemove();
    await shell.untilUndoPrompt();
    return shell.pressUndo;
  }],
  ["the form of a scenario, and a refused name", "scenarios/", async ({ session, scenarios }) => {
    await session.click(".scenario-item [data-action=edit]");
    await session.type("#new-name", "");
    await scenarios.submitNew();
    await session.untilInvalid("#new-name");
  }],
  ["the preview of an import", "scenarios/", async ({ session, scenarios }) => {
    await scenarios.importText("指標番号,時点,想定値\n3-1,2023-03-31,45校\n99-9,2023-03-31,1\n1-1,いつか,x\n");
    await session.find(".import");
    return scenarios.cancelImport;
  }],
  ["a refused import", "scenarios/", async ({ session, scenarios }) => {
    await scenarios.importText("{");
    await session.find(".files__refused");
  }],
  ["a what-if value", "indicators/3-1/", async ({ session, indicator }) => {
    await indicator.moveSlider(20);
    // The form may still contain the invalid date of an earlier step.
    await indicator.pressDateChip();
    await session.find(".own-tried");
  }],
  ["a link to copy by hand", "scenarios/", async (app) => void (await linkByHand(app))],
  ["a shared scenario", "scenarios/", async (app) => {
    const link = await linkByHand(app);
    await app.session.go(link);
    await app.session.find(".shared-own a");
  }],
  ["the preview of a pasted block", "scenarios/sheet/?of=mine&goal=1", async ({ session, grid }) => {
    await session.click(".sheet__own input");
    await grid.paste("8\t9\nたくさん\t10");
    return () => session.run(() => document.querySelector("dialog[open]").close());
  }],
];

/** Two scenarios with figures of several statuses, notes and sources, and an empty one. */
const OWN = [
  scenario(
    "mine",
    "わたしの想定",
    "diamond",
    [
      figure("1-1", 8, "か所", { note: "委員会で聞いた", source: "https://example.jp/a" }),
      figure("3-1", 44, "校"),
      figure("3-1", 20, "校", { date: "2022-03-31" }),
      figure("6-9", 23, "%"),
      figure("1-2", 30, "か所"),
    ],
    "令和4年度の委員会で聞いた数",
  ),
  scenario("s-1", "委員会で聞いた値", "triangle", [figure("3-1", 52, "校"), figure("1-1", 6, "か所")]),
  scenario("s-2", "まだ空", "square", []),
];

/** Opens all details and renders all charts, then returns the violations found, one line for each place. */
async function violations(session) {
  await session.openDetails("details");
  await session.until("all charts are drawn", () => {
    const loading = [...document.querySelectorAll(".chart-loading")].find((one) => one.checkVisibility());
    loading?.scrollIntoView({ block: "center", behavior: "instant" });
    return !loading;
  });
  return session.runAsync(async () => {
    const { violations } = await window.axe.run(document, {
      // The rule for WCAG 2.2's target size is off by default.
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
      preload: false,
      ancestry: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`),
    );
  });
}

describe("axe-core finds nothing on any page", { concurrency: 2 }, () => {
  for (const [name, options] of Object.entries({
    "a phone, light": { size: PHONE },
    "a phone, dark": { size: PHONE, dark: true },
    "a desktop, light": { size: DESKTOP },
    "a desktop, dark": { size: DESKTOP, dark: true },
  })) {
    test(name, async (t) => {
      const app = await openApp(t, { at: "./#/nowhere", ...options });
      const { session } = app;
      const found = [];
      const check = async (where) => found.push(...(await violations(session)).map((violation) => `${where}: ${violation}`));
      const checkPages = async (state, pages) => {
        await session.driver.executeScript(AXE);
        for (const address of pages) {
          await session.follow(address);
          await check(`${address} ${state}`);
        }
      };
      await checkPages("without own figures", PAGES);
      await replaceStored(session, storageText(OWN));
      await checkPages("with own figures", ["scenarios/compare/?of=mine&of=s-1&of=s-2", "compare/?of=3-1&of=6-9&of=7-6", ...PAGES]);
      for (const [what, address, open] of OPENED) {
        await session.follow("./#/nowhere");
        await session.follow(address);
        const close = await open(app);
        await check(`${what} (${address})`);
        await close?.();
      }
      assert.deepEqual(found, []);
    });
  }
});
