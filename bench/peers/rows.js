// What every peer shows: the same rows and columns, fetched once.

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

/** The search field and the choice of a goal above each table. */
export function controls({ search, goal }, goals) {
  const field = document.getElementById("search");
  field.addEventListener("input", () => search(field.value));
  const select = document.getElementById("goal");
  for (const [value, text] of [["", "すべて"], ...goals.map((one) => [one, one])]) select.add(new Option(text, value));
  select.addEventListener("change", () => goal(select.value));
}

export const goalsOf = (list) => [...new Set(list.map((row) => row.goal))];

/** What the benchmark asks a page: how many rows are found, and what scrolls. */
export function ready(answers) {
  globalThis.bench = answers;
}
