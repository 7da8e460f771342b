// The list of scenarios, the form for a new one, and import and export of files.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const ITEM = ".scenario-item";

export const scenarios = (session) => {
  const names = () => session.each(`${ITEM} h3`);
  const submitNew = () => session.click("#new-scenario button[type=submit]");
  return {
    open: async () => {
      await session.open("scenarios/");
      await session.find(ITEM);
    },
    names,
    untilNames: (...wanted) => session.waitFor(`the scenarios are ${wanted}`, async () => JSON.stringify(await names()) === JSON.stringify(wanted)),
    untilCount: (count) => session.untilCount(ITEM, count),

    /** Submits the form for a new scenario: `kind` is the index of the choice, 0 for an empty scenario. */
    create: async (kind, name) => {
      await session.clickAt("#new-scenario input[type=radio]", kind);
      if (name !== undefined) await session.type("#new-name", name);
      await submitNew();
    },
    submitNew,
    /** Presses a button of the scenario at an index: "edit", "copy", "up", "delete", "share". */
    press: (index, action) =>
      session.run((css, at, action) => document.querySelectorAll(css)[at].querySelector(`[data-action=${action}]`).click(), ITEM, index, action),
    submitEdit: () => session.click(`${ITEM} .scenario-form [type=submit]`),
    cancelEdit: () => session.click(`${ITEM} .scenario-form button:not([type=submit])`),

    /** Presses an export button ("csv", "json", "template") and returns the file. */
    download: async (kind) => {
      const known = readdirSync(session.downloads);
      await session.click(`[data-file=${kind}]`);
      const file = await session.downloaded("", known);
      return { name: path.basename(file), bytes: readFileSync(file), text: readFileSync(file, "utf8") };
    },
    /** Chooses a file to import and returns the text of its preview or refusal. */
    upload: async (name, bytes) => {
      await session.run(() => document.querySelector("[data-import=cancel]")?.click());
      await session.untilCount(".import", 0);
      const file = await session.upload("#files-pick", name, bytes);
      const isRead = (name) => [".import h3", ".files__refused strong"].some((css) => document.querySelector(css)?.innerText.includes(name));
      await session.until(`${name} is read`, isRead, name);
      rmSync(file);
      return session.text(".import, .files__refused");
    },
    /** Enters a table into the field for pasted text and asks for its preview. */
    importText: async (text) => {
      await session.openDetails(".files__in details");
      await session.setValue("#files-paste", text);
      await session.click(".files__in .actions button");
    },
    /** Chooses how to import: "merge", "replace" or "new". */
    chooseImportMode: (mode) => session.click(`.import input[value=${mode}]`),
    acceptImport: () => session.click("[data-import=apply]"),
    cancelImport: () => session.click("[data-import=cancel]"),
  };
};
