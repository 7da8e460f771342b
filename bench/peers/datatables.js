// DataTables with Scroller and deferred rendering, as its documentation recommends for long lists.
import DataTable from "datatables.net-dt";
import "datatables.net-dt/css/dataTables.dataTables.css";
import "datatables.net-scroller";
import { COLUMNS, controls, goalsOf, ready, rows } from "./rows.js";

const list = await rows();
const element = document.createElement("table");
document.getElementById("table").append(element);
const table = new DataTable(element, {
  data: list,
  columns: [...COLUMNS.map(([data, title]) => ({ data, title })), { data: "goal", visible: false }],
  deferRender: true,
  scroller: true,
  scrollY: "calc(100vh - 12rem)",
  ordering: true,
  order: [],
  layout: { topStart: null, topEnd: null, bottomEnd: null },
});
controls(
  {
    search: (value) => table.search(value).draw(),
    goal: (value) => table.column(COLUMNS.length).search(value, { exact: value !== "" }).draw(),
  },
  goalsOf(list),
);
ready({
  count: () => table.page.info().recordsDisplay,
  scroller: () => document.querySelector(".dt-scroll-body"),
});
