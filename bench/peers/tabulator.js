// Tabulator with only the needed modules and virtual rows, as its documentation recommends for long lists.
import { FilterModule, FormatModule, SortModule, Tabulator } from "tabulator-tables";
import "tabulator-tables/dist/css/tabulator_simple.min.css";
import { COLUMNS, controls, goalsOf, ready, rows } from "./rows.js";

Tabulator.registerModule([FilterModule, FormatModule, SortModule]);
const list = await rows();
const table = new Tabulator("#table", {
  data: list,
  height: "calc(100vh - 6rem)",
  layout: "fitColumns",
  columns: COLUMNS.map(([field, title]) => ({ field, title })),
});
let text = "";
let goal = "";
function show() {
  const wanted = text.toLowerCase();
  const filters = [];
  if (goal) filters.push({ field: "goal", type: "=", value: goal });
  // A nested array means "or".
  if (wanted) filters.push(COLUMNS.map(([field]) => ({ field, type: "like", value: wanted })));
  table.setFilter(filters);
}
table.on("tableBuilt", () => {
  controls({ search: (value) => { text = value; show(); }, goal: (value) => { goal = value; show(); } }, goalsOf(list));
  ready({
    count: () => table.getDataCount("active"),
    scroller: () => document.querySelector(".tabulator-tableholder"),
  });
});
