// Scenarios side by side.
export const scenarioComparison = (session) => ({
  open: async (...ids) => {
    await session.open(`scenarios/compare/?${ids.map((id) => `of=${id}`).join("&")}`);
    await session.find(".comparison-rows");
  },
  /** The rows: id, how the scenarios differ, and the text of the official and own cells. */
  rows: () =>
    session.run(() =>
      [...document.querySelectorAll(".comparison-rows tbody tr")].map((row) => ({
        id: row.querySelector("th .muted").textContent,
        difference: row.querySelector(".comparison-differs").textContent,
        official: [...row.querySelectorAll("td.comparison-official")].map((cell) => cell.innerText),
        own: [...row.querySelectorAll("td.comparison-own")].map((cell) => cell.innerText.replace(/\s+/g, " ")),
      })),
    ),
  /** The counts by goal: the text of the cells of the first goal, or of another row. */
  counts: (row = "tbody tr:first-child") => session.eachLine(`.comparison-goals ${row} td`),
  untilColumns: (count) => session.untilCount(".comparison-heads > li", count),
});
