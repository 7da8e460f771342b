// Searches the prerendered list until the program does: shows the rows that contain all words literally in their name or
// printed statements, or whose number is typed. The program finds these too, and more: it knows readings, synonyms and
// other spellings. The build puts this into the page, so that the search answers as soon as the list can be read.

const field = document.getElementById("explorer-search");
const results = document.querySelector(".explorer__results");
const count = results.querySelector(".result-count b");
// The same list as a table and as cards: the styles show one.
const table = results.querySelectorAll("tbody > tr");
const cards = results.querySelectorAll(".indicator-list > li");
const total = results.querySelectorAll("tr.indicator-row").length;
// A longer list is not complete in the page.
const isComplete = Number(count.textContent) === total;

/** Without the commas of numbers. */
const normalize = (text) => text.normalize("NFKC").toLowerCase().replaceAll(",", "");
const numberOf = (row) => row.querySelector(".number, .indicator-row__id").firstChild.textContent;
/** Each text is a line of its own: no word is found across two. */
const textOf = (row) => Array.from(row.querySelectorAll(".indicator-row__head > a, .printed-line"), (part) => normalize(part.textContent)).join("\n");

/** What finds a word. A number is not found in a longer one. */
function patternOf(word) {
  const escaped = word.replace(/[^\p{L}\p{N}]/gu, "\\$&");
  return new RegExp(`${/^\d/.test(word) ? "(?:^|[^\\d.])" : ""}${escaped}${/\d$/.test(word) ? "(?![\\d.])" : ""}`, "m");
}

/** Returns how many rows are shown. */
function showMatching(lines, words) {
  let found = 0;
  let plan;
  const show = (line, isShown) => (line.style.display = isShown ? "" : "none");
  for (const line of lines) {
    if (line.matches(".plan-line")) {
      plan = line;
      show(plan, false);
    } else {
      const text = textOf(line);
      const isFound = words.every(({ word, pattern }) => pattern.test(text) || word === numberOf(line));
      show(line, isFound);
      if (!isFound) continue;
      found += 1;
      if (plan) show(plan, true);
    }
  }
  return found;
}

function search() {
  if (!isComplete) return;
  const words = normalize(field.value).split(/\s+/).filter(Boolean).map((word) => ({ word, pattern: patternOf(word) }));
  showMatching(cards, words);
  // Whether there is really nothing, only the program knows.
  count.textContent = showMatching(table, words) || "…";
}

field.addEventListener("input", search);
// Typed while the page was arriving.
if (field.value !== "") search();
