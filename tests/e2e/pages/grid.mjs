// The grid: all figures of a scenario, edited as in a spreadsheet. Cells are named by their selectors.
export const grid = (session) => {
  /** A property of an element in the row of an indicator. */
  const inRow = (indicator, selector, property, at = 0) =>
    session.run(
      (indicator, css, property, at) => document.querySelector(`.sheet a[href="indicators/${indicator}/"]`).closest("tr").querySelectorAll(css)[at][property],
      ...[indicator, selector, property, at],
    );
  const untilShown = () => session.find(".sheet tbody tr");
  return {
    /** Opens the grid of the first scenario with a query, such as "plan=1". */
    open: async (query = "") => {
      await session.open(`scenarios/sheet/?of=mine&${query}`);
      await untilShown();
    },
    untilShown,
    /** The ids of the indicators shown. */
    rows: () => session.ids(".sheet__name a"),
    cell: async (indicator, column = 0) => `#${await inRow(indicator, ".sheet__field", "id", column)}`,
    firstColumn: () => session.run(() => Array.from(document.querySelectorAll(".sheet tbody tr"), (row) => `#${row.querySelector(".sheet__field").id}`)),
    focusedCell: async () => `#${await session.run(() => document.activeElement.id)}`,
    /** The text around a cell: its hint or error. */
    cellText: (cell) => session.run((css) => document.querySelector(css).closest("td").innerText, cell),
    status: async (indicator) => (await inRow(indicator, ".sheet__status", "innerText")).trim(),
    untilValue: (cell, value) => session.until(`${cell} contains ${value}`, (css, value) => document.querySelector(css).value === value, cell, value),

    /** Pastes a block into the focused cell and returns the text of its preview. */
    paste: async (text) => {
      await session.clipboard("paste", { "text/plain": text });
      return session.text("dialog[open]");
    },
    acceptPaste: () => session.click("dialog[open] .button--own"),
    untilPreviewClosed: () => session.untilCount("dialog[open]", 0),
  };
};
