// Scenarios side by side.
export const scenarioComparison = (session) => ({
  open: async (...ids) => {
    await session.open(`scenarios/compare/?${ids.map((id) => `of=${id}`).join("&")}`);
    await session.find(".sides-rows");
  },
  /** The rows: id, how the scenarios differ, and the text of the official and own cells. */
  rows: () =>
    session.run(() =>
      [...document.querySelectorAll(".sides-rows tbody tr")].map((row) => ({
        id: row.querySelector("th .muted").textContent,
        difference: row.querySelector(".sides-differs").textContent,
        official: [...row.querySelectorAll("td.sides-official")].map((cell) => cell.innerText),
        own: [...row.querySelectorAll("td.sides-own")].map((cell) => cell.innerText.replace(/\s+/g, " ")),
      })),
    ),
  /** The counts by goal: the text of the cells of the first goal, or of another row. */
  counts: (row = "tbody tr:first-child") => session.eachLine(`.sides-goals ${row} td`),
  untilColumns: (count) => session.untilCount(".sides-heads > li", count),
});
