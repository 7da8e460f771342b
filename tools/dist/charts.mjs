// Draws the charts of prerendered pages with the library that draws them in the browser.
import * as echarts from "../page/echarts.js";

/** The widths in CSS pixels for which a chart is drawn; in a wider or narrower place it is scaled to fit. */
const WIDTHS = { "if-narrow": 358, "if-wide": 700 };

const OPTION = /<svg data-option="([^"]*)"[^>]* height="(\d+)"[^>]* class="(if-narrow|if-wide)"><\/svg>/g;

const unescape = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&amp;/g, "&");

/** What only a live drawing needs, and what the security policy forbids: inline styles. */
const NOT_STATIC = [
  [/<svg\b[^>]*>|<\/svg>|<style\b[^]*?<\/style>|<rect[^>]* fill="none"><\/rect>/g, ""],
  [/ (?:class|pointer-events|xml:space|ecmeta_\w+)="[^"]*"/g, ""],
  [/ style="font-size:(\d+)px;[^"]*?(font-weight:(\w+);)?"/g, (_, size, bold, weight) => ` font-size="${size}"${bold ? ` font-weight="${weight}"` : ""}`],
  [/\n/g, ""],
];

function draw(option, width, height) {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height, locale: "JA" });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** Replaces each empty `svg` that has an option by the drawing of the option. */
export function drawCharts(html) {
  let count = 0;
  return html.replace(OPTION, (_, option, height, kind) => {
    const width = WIDTHS[kind];
    // The library numbers the ids of each drawing anew.
    const prefix = `drawing-${count++}-`;
    const svg = draw(JSON.parse(unescape(option)), width, Number(height)).replace(/\bzr\d+-/g, prefix);
    const content = NOT_STATIC.reduce((text, [part, replacement]) => text.replace(part, replacement), svg);
    return `<svg class="${kind}" display="block" viewBox="0 0 ${width} ${height}" width="100%" height="${height}" aria-hidden="true">${content}</svg>`;
  });
}
