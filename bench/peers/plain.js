// Without a library: every change renders all matching rows anew.
import { COLUMNS, controls, goalsOf, ready, rows } from "./rows.js";

const list = await rows();
const texts = list.map((row) => COLUMNS.map(([key]) => row[key]).join("\n").toLowerCase());
const table = document.createElement("table");
table.innerHTML = "<thead><tr></tr></thead><tbody></tbody>";
for (const [, title] of COLUMNS) table.tHead.rows[0].append(Object.assign(document.createElement("th"), { textContent: title }));
document.getElementById("table").append(table);
let text = "";
let goal = "";
let found = [];

function show() {
  const wanted = text.toLowerCase();
  found = list.filter((row, at) => (!goal || row.goal === goal) && texts[at].includes(wanted));
  const body = document.createElement("tbody");
  for (const row of found) {
    const line = body.insertRow();
    for (const [key] of COLUMNS) line.insertCell().textContent = row[key];
  }
  table.tBodies[0].replaceWith(body);
}

controls({ search: (value) => { text = value; show(); }, goal: (value) => { goal = value; show(); } }, goalsOf(list));
show();
ready({ count: () => found.length, scroller: () => document.scrollingElement });
