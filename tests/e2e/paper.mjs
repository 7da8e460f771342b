// Printed pages, read back from the PDF.
import { execFileSync } from "node:child_process";
import { assertContains } from "./assertions.mjs";

// A PDF may name a letter by a radical of the same shape, and no Unicode normal form maps these back.
const RADICALS = { "⻄": "西", "⺠": "民", "戶": "戸", "⻑": "長", "⻘": "青", "⻝": "食", "⻤": "鬼", "⻨": "麦", "⻩": "黄", "⻫": "斉", "⻭": "歯", "⻯": "竜", "⻲": "亀" };

/** A text without white space and with normalised letters, to compare printed text with text from elsewhere. */
export function normalize(text) {
  return text.normalize("NFKC").replace(/\s+/g, "").replace(/\p{Script=Han}/gu, (letter) => RADICALS[letter] ?? letter);
}

/** Fails unless a printed text contains every part. */
export function assertPrinted(text, parts) {
  assertContains(normalize(text), ...parts.map(normalize));
}

/** Prints the page: the text of each sheet, table cell by table cell, and the size of a sheet in points. */
export async function printSheets(session) {
  const file = await session.print();
  const sheets = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  const [, width, height] = execFileSync("pdfinfo", [file], { encoding: "utf8" }).match(/Page size:\s+([\d.]+) x ([\d.]+)/);
  return { file, sheets, width: Number(width), height: Number(height) };
}
