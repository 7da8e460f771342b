// Rows, columns and controls of all compared pages.

export const COLUMNS = [
  ["id", "番号"],
  ["name", "指標"],
  ["plan", "戦略計画"],
  ["kind", "目標の種類"],
  ["current", "現状値"],
  ["target", "目標値"],
  ["due", "期限"],
];

export async function rows() {
  const response = await fetch("rows.json");
  return response.json();
}

/** Connects the search field and the goal filter above the table. */
export function controls({ search, goal }, goals) {
  const field = document.getElementById("search");
  field.addEventListener("input", () => search(field.value));
  const select = document.getElementById("goal");
  for (const [value, text] of [["", "すべて"], ...goals.map((one) => [one, one])]) select.add(new Option(text, value));
  select.addEventListener("change", () => goal(select.value));
}

export const goalsOf = (list) => [...new Set(list.map((row) => row.goal))];

/** Provides the interface for the benchmark: the number of rows found and the scrolling element. */
export function ready(benchInterface) {
  globalThis.bench = benchInterface;
}
