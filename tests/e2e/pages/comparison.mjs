// Indicators side by side.
export const comparison = (session) => {
  const columns = () => session.ids(".compare-table thead a");
  const untilColumns = (ids) => session.waitFor(`the columns are ${ids}`, async () => (await columns()).join() === ids.join());
  return {
    open: async (...ids) => {
      await session.open(`compare/?${ids.map((id) => `of=${id}`).join("&")}`);
      await untilColumns(ids);
    },
    columns,
    untilColumns,
    /** The text of the cells in the rows of a kind, "official" or "own"; `at` selects cells, such as "td:last-child". */
    cells: (kind, at = "td") => session.eachLine(`.compare-${kind} ${at}`),
  };
};
