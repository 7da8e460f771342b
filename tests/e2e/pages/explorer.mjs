// The list of indicators as table, cards or matrix, with search, filters, selection and export.
export const explorer = (session) => {
  const resultCount = async () => Number(await session.property(".result-count b", "textContent"));
  return {
    /** The ids of the indicators shown, in their order. */
    rows: () => session.ids(".indicator-row__head a"),
    untilRows: (count) => session.untilCount(".indicator-row", count),
    /** The number of results as the page states it. */
    resultCount,
    untilResultCount: (test) => session.waitFor(`the stated number of results passes ${test}`, async () => test(await resultCount())),

    search: (text) => session.type("#explorer-search", text),
    untilSearch: (text) => session.until(`the search field contains ${text}`, (text) => document.querySelector("#explorer-search")?.value === text, text),

    /** The count beside a filter option. */
    optionCount: (label) =>
      session.run((words) => Number(Array.from(document.querySelectorAll("#filters label")).find((one) => one.textContent.includes(words)).lastElementChild.textContent), label),
    toggleOption: (label) => session.clickText("#filters label", label),
    /** Opens the filters of a phone. */
    openFilters: async () => {
      await session.click(".sheet-toggle");
      await session.until("the filters are open with focus inside", () => document.querySelector("#filters[role=dialog]")?.contains(document.activeElement));
    },
    filtersAreHidden: () => session.run(() => getComputedStyle(document.querySelector("#filters")).display === "none"),

    toggleRow: (id) => session.click(`input[aria-label^='${id} ']`),
    toggleAll: () => session.click(".choose-all input"),
    untilSelected: (count) => session.untilCount(".row-choice input:checked", count),
    /** Presses a button of the bar for selected rows. */
    pressSelectionBar: (words) => session.clickText(".choice-bar button", words),
    /** Presses a button or a choice in the menus for display and export. */
    pressTool: async (words) => {
      await session.openDetails("details.tool");
      await session.clickText(".tool__panel button, .tool__panel label", words);
    },

    /** The direction of every sorted column, by the first three letters of its heading. */
    sortedColumns: () =>
      session.run(() => Object.fromEntries(Array.from(document.querySelectorAll("th[aria-sort]"), (th) => [th.textContent.trim().slice(0, 3), th.ariaSort]))),
    sortBy: (heading) => session.clickText("thead button", heading),
    columns: async () => (await session.each(".indicator-table thead th", "innerText")).map((text) => text.trim().split("\n")[0]),
    columnWidths: () =>
      session.run(() => Array.from(document.querySelectorAll(".indicator-table thead th:not(.col-choice)"), (th) => Math.round(th.getBoundingClientRect().width))),
  };
};
