// The pictures that messengers show beside a link: the marks of all indicators, or of those of a goal.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** The file of a picture, in the folder of its page. */
export const PICTURE = "share.png";
export const PICTURE_SIZE = { width: 1200, height: 630 };
const MARGIN = 75;
/** Of the drawing of a mark. */
const MARK_SIZE = 18;

const GROUPS = /<div class="mark-groups">[^]*?<\/div>/g;
const MARKS = /<svg\b[^>]*class="mark"[^>]*>([^]*?)<\/svg>/g;
/** The colours of the light scheme in style/tokens.css. */
const STYLE = ".official-fill{fill:#197a4b}.official-line{fill:none;stroke:#197a4b;stroke-width:2}.word-line{fill:none;stroke:#666;stroke-width:1.75}";

/** The marks of a prerendered page as SVG, in printed order; null if it has none. */
export function shareSvg(html) {
  const marks = Array.from(html.match(GROUPS)?.join("").matchAll(MARKS) ?? [], ([, shape]) => shape);
  if (marks.length === 0) return null;
  const [width, height] = [PICTURE_SIZE.width - 2 * MARGIN, PICTURE_SIZE.height - 2 * MARGIN];
  // The least number of columns with which all rows fit.
  let columns = 1;
  while (Math.ceil(marks.length / columns) * (width / columns) > height) columns += 1;
  const cell = width / columns;
  const top = (PICTURE_SIZE.height - Math.ceil(marks.length / columns) * cell) / 2;
  // A fifth of each cell is space.
  const place = (index) => `translate(${MARGIN + (index % columns) * cell + cell / 10} ${top + Math.floor(index / columns) * cell + cell / 10}) scale(${(0.8 * cell) / MARK_SIZE})`;
  const shapes = marks.map((shape, index) => `<g transform="${place(index)}">${shape}</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PICTURE_SIZE.width} ${PICTURE_SIZE.height}"><style>${STYLE}</style><rect width="100%" height="100%" fill="#fff"/>${shapes.join("")}</svg>`;
}

/** The pictures of all pages that have marks: PNG by folder. `pages`: from `site pages`. */
export async function picturesOf(pages) {
  await initWasm(readFileSync(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
  const svgs = pages.map(({ folder, content }) => [folder, content && shareSvg(content.body)]).filter(([, svg]) => svg);
  const fitTo = { mode: "width", value: PICTURE_SIZE.width };
  return new Map(svgs.map(([folder, svg]) => [folder, new Resvg(svg, { fitTo }).render().asPng()]));
}
