// AG Grid Community with only the needed modules, virtual rows and the cache of the quick filter.
import { AllCommunityModule, createGrid, ModuleRegistry } from "ag-grid-community";
import * as parts from "ag-grid-community";
import { COLUMNS, controls, goalsOf, ready, rows } from "./rows.js";

const { ClientSideRowModelModule, ClientSideRowModelApiModule, ExternalFilterModule, QuickFilterModule, RowApiModule } = parts;
ModuleRegistry.registerModules([ClientSideRowModelModule, ClientSideRowModelApiModule, ExternalFilterModule, QuickFilterModule, RowApiModule].filter(Boolean));
if (!QuickFilterModule) ModuleRegistry.registerModules([AllCommunityModule]);
const list = await rows();
let goal = "";
const place = document.getElementById("table");
place.style.height = "calc(100vh - 6rem)";
const grid = createGrid(place, {
  rowData: list,
  columnDefs: COLUMNS.map(([field, headerName]) => ({ field, headerName, flex: 1 })),
  cacheQuickFilter: true,
  animateRows: false,
  isExternalFilterPresent: () => goal !== "",
  doesExternalFilterPass: ({ data }) => data.goal === goal,
  onFirstDataRendered: () =>
    ready({
      count: () => grid.getDisplayedRowCount(),
      scroller: () => [...place.querySelectorAll("*")].find((one) => one.scrollHeight > one.clientHeight + 1000 && getComputedStyle(one).overflowY !== "visible"),
    }),
});
controls(
  {
    search: (value) => grid.setGridOption("quickFilterText", value),
    goal: (value) => { goal = value; grid.onFilterChanged(); },
  },
  goalsOf(list),
);
