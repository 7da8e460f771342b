// One chart: the drawing, its table, and its export.
const DRAWING = ".chart-drawing svg";
const STATUS = ".chart-frame [role=status]";

export const chart = (session) => {
  /** The text in the drawing, without white space. */
  const words = async () => (await session.property(DRAWING, "textContent")).replace(/\s+/g, "");
  return {
    untilDrawn: () => session.find(`${DRAWING} path`),
    words,
    untilWords: (text, isShown = true) => session.waitFor(`${text} is ${isShown ? "shown" : "gone"}`, async () => (await words()).includes(text) === isShown),
    table: () => session.property(".chart-table", "textContent"),

    /** What a screen reader says of the mark that was reached by keys. */
    status: () => session.property(STATUS, "textContent"),
    untilStatus: (pattern) => session.waitFor(`the status matches ${pattern}`, async () => pattern.test(await session.property(STATUS, "textContent"))),

    openExport: () => session.click(".chart-export summary"),
    /** Presses an export button and returns the path of the file. */
    export: async (kind) => {
      await session.click(`[data-export=${kind}]`);
      return session.downloaded(`.${kind}`);
    },
  };
};
