// Every page under the rules of axe-core, in both sizes and both colour schemes, without own figures and with them, and
// with everything that opens opened: nothing may be found. The rules' code is put into the page by the test only.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { DESKTOP, openBrowser, PHONE, startServer } from "./lib.mjs";
import { figure, scenario, seed } from "./own.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every kind of page, and an indicator of every kind of target; never the same page twice in a row. */
const PAGES = [
  "#/",
  "#/indicators?view=table&goal=1",
  "#/goals/1",
  "#/indicators?view=cards&goal=2",
  "#/goals/5",
  "#/indicators?view=matrix",
  "#/plans/9",
  "#/indicators?q=hoikusyo&unknown=1",
  "#/indicators/3-1",
  "#/indicators/6-9",
  "#/indicators/2-4",
  "#/indicators/7-6",
  "#/indicators/13-4",
  "#/scenarios",
  "#/scenarios/mine?goal=1",
  "#/sides",
  "#/shared/1.broken.00000000",
  "#/compare",
  "#/search?q=みどり",
  "#/compare?of=3-1&of=9-2&of=20-3",
  "#/handout?of=3-1&of=9-2&of=2-4&own=notes",
  "#/document",
  "#/accessibility",
  "#/guide",
  "#/nowhere",
];

/** Asks for a link where the browser hands nothing on, and gives the link that then stands in a field. */
async function linkByHand(session) {
  await session.run(() => ["share", "clipboard"].forEach((name) => Object.defineProperty(navigator, name, { value: undefined, configurable: true })));
  await session.click("[data-action=share]");
  return (await session.find(".share__link input")).getAttribute("value");
}

/** What a reader can have open, and how: each on a page of its own. */
const OPENED = [
  {
    what: "the filters",
    at: "#/indicators",
    open: async (session) => {
      if (await session.run(() => document.querySelector(".sheet-toggle")?.checkVisibility() ?? false)) {
        await session.click(".sheet-toggle");
        await session.until("the sheet is open", () => document.querySelector("#filters[role=dialog]"));
      }
    },
    leave: (session) => session.run(() => dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }))),
  },
  {
    what: "a figure that is refused",
    at: "#/indicators/3-1",
    open: async (session) => {
      await session.type("#own-value", "たくさん");
      await session.type("#own-date", "いつか");
      await session.click(".own-form button[type=submit]");
      await session.until("it is refused", () => document.querySelector(".own-form [aria-invalid=true]"));
    },
  },
  {
    what: "a figure that was taken out, with its notice",
    at: "#/indicators/1-1",
    open: async (session) => {
      await session.type("#own-value", "9");
      await session.type("#own-date", "令和3年度末");
      await session.click(".own-form button[type=submit]");
      await session.click(".own-list [data-action=remove]");
      await session.find(".toast [data-kind=notice] button");
    },
    leave: (session) => session.click(".toast [data-kind=notice] button"),
  },
  {
    what: "the form of a scenario, and one that cannot be named so",
    at: "#/scenarios",
    open: async (session) => {
      await session.click(".scenario-item [data-action=edit]");
      await session.type("#new-name", "");
      await session.click("#new-scenario button[type=submit]");
      await session.until("it is refused", () => document.querySelector("#new-name").getAttribute("aria-invalid") === "true");
    },
  },
  {
    what: "the preview of an import",
    at: "#/scenarios",
    open: async (session) => {
      await session.run(() => (document.querySelector("#files-paste").closest("details").open = true));
      await session.type("#files-paste", "指標番号,時点,想定値\n3-1,2023-03-31,45校\n99-9,2023-03-31,1\n1-1,いつか,x\n");
      await session.run(() => document.querySelector("#files-paste").closest("details").querySelector("button").click());
      await session.find(".import");
    },
    leave: (session) => session.click("[data-import=cancel]"),
  },
  {
    what: "an import that is refused",
    at: "#/scenarios",
    open: async (session) => {
      await session.run(() => (document.querySelector("#files-paste").closest("details").open = true));
      await session.type("#files-paste", "{");
      await session.run(() => document.querySelector("#files-paste").closest("details").querySelector("button").click());
      await session.find(".files__refused");
    },
  },
  {
    what: "a figure being tried",
    at: "#/indicators/3-1",
    open: async (session) => {
      await session.run(() => {
        const slider = document.querySelector("#own-slider");
        slider.value = 20;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      });
      // What was typed before may have left a day that is none.
      await session.click(".date-chips button");
      await session.find(".own-tried");
    },
  },
  {
    what: "a link to be copied by hand",
    at: "#/scenarios",
    open: (session) => linkByHand(session),
  },
  {
    what: "a scenario that came in a link",
    at: "#/scenarios",
    open: async (session) => {
      const link = await linkByHand(session);
      await session.run((at) => (location.hash = at), new URL(link).hash);
      await session.find(".shared-own a");
    },
  },
  {
    what: "the preview of a pasted block",
    at: "#/scenarios/mine?goal=1",
    open: async (session) => {
      await session.click(".sheet__own input");
      await session.clipboard("paste", { "text/plain": "8\t9\nたくさん\t10" });
      await session.find("dialog[open]");
    },
    leave: (session) => session.run(() => document.querySelector("dialog[open]").close()),
  },
];

/** Two scenarios with figures of several verdicts, notes and sources, and an empty one. */
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

/** Opens every fold of the page and brings every chart on, then gives what the rules find: one line for each place. */
async function faults(session) {
  await session.run(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await session.until("every chart is drawn", () => {
    const waiting = [...document.querySelectorAll(".chart-loading")].find((one) => one.checkVisibility());
    waiting?.scrollIntoView({ block: "center", behavior: "instant" });
    return !waiting;
  });
  return session.runAsync(async () => {
    const { violations } = await window.axe.run(document, {
      // WCAG 2.2's target size is not among the rules that run unasked.
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

describe("nothing is found on any page", { concurrency: 2 }, () => {
  for (const [name, options] of Object.entries({
    "a phone, light": { size: PHONE },
    "a phone, dark": { size: PHONE, dark: true },
    "a desktop, light": { size: DESKTOP },
    "a desktop, dark": { size: DESKTOP, dark: true },
  })) {
    test(name, async (t) => {
      const server = await startServer();
      t.after(server.stop);
      const session = await openBrowser(options);
      t.after(() => session.close());
      const found = [];
      const look = async (where) => found.push(...(await faults(session)).map((fault) => `${where}: ${fault}`));
      const visit = async (hash) => {
        // The frame draws another page before it moves focus to that page's heading.
        await session.run((at) => (location.hash = at), hash);
        await session.until(`${hash} has its heading`, () => document.activeElement?.matches("main h1"));
      };
      await session.open(`${server.url}#/nowhere`);
      for (const [state, scenarios] of [["without own figures", undefined], ["with own figures", OWN]]) {
        if (scenarios) await seed(session, scenarios);
        await session.driver.executeScript(AXE);
        for (const hash of scenarios ? ["#/sides?of=mine&of=s-1&of=s-2", "#/compare?of=3-1&of=6-9&of=7-6", ...PAGES] : PAGES) {
          await visit(hash);
          await look(`${hash} ${state}`);
        }
      }
      for (const { what, at, open, leave } of OPENED) {
        await visit("#/nowhere");
        await visit(at);
        await open(session);
        await look(`${what} (${at})`);
        await leave?.(session);
      }
      assert.deepEqual(found, []);
    });
  }
});
