// index.html and the web app manifest, with the names the dataset gives them.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in HTML content and in quoted attributes. */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

/** What the page and the manifest say about the site, taken from a dataset. */
export function siteWords(dataset) {
  const words = { title: dataset?.site?.title, lead: dataset?.site?.lead, headline: dataset?.site?.headline?.join?.("") };
  for (const [name, value] of Object.entries(words)) {
    if (typeof value !== "string" || value.trim() === "") throw new Error(`the dataset's site.${name} is missing`);
  }
  return words;
}

/**
 * Fills in the page. Places are lower-case words; others belong to Trunk, which fills them in while it serves.
 * @param html     index.html as the bundler left it
 * @param words    from {@link siteWords}
 * @param assets   {script, wasm, first, style, charts}: addresses of the files, relative to the page; `first` is a list, of
 *                 what most visits need right after the program
 * @param release  in development Trunk's reload script is inline, which the content security policy would forbid
 */
export function fillPage(html, words, assets, release) {
  const links = [
    `<link rel="stylesheet" href="${assets.style}">`,
    ...[assets.wasm, ...assets.first].map((wasm) => `<link rel="preload" href="${wasm}" as="fetch" type="application/wasm" crossorigin>`),
    `<script type="module" src="${assets.script}"></script>`,
    // Read by the app when the first chart comes into view.
    `<meta name="charts" content="${assets.charts}">`,
  ].join("\n    ");
  const values = { title: escapeHtml(words.title), headline: escapeHtml(words.headline), description: escapeHtml(words.lead), assets: links };
  let page = html
    .replace(/<link\b[^>]*\bdata-trunk\b[^>]*>\s*/g, "")
    .replace(/<!--[\s\S]*?-->\s*/g, "")
    .replace(/\{\{([a-z]+)\}\}/g, (place, name) => {
      if (!Object.hasOwn(values, name)) throw new Error(`index.html: nothing to put in place of ${place}`);
      return values[name];
    });
  if (release) page = page.replace(/^\s+/gm, "");
  else page = page.replace(/<meta\b[^>]*http-equiv="Content-Security-Policy"[^>]*>\s*/i, "");
  return page;
}

/** The manifest that lets a phone keep the app on its home screen. All addresses are relative: any sub-path will do. */
export function manifest(words) {
  return `${JSON.stringify(
    {
      name: words.title,
      short_name: words.title,
      description: words.lead,
      lang: "ja",
      dir: "ltr",
      id: "./",
      start_url: "./",
      scope: "./",
      display: "standalone",
      background_color: "#ffffff",
      theme_color: "#ffffff",
      icons: [
        { src: "icons/mark.svg", type: "image/svg+xml", sizes: "any" },
        { src: "icons/icon-192.png", type: "image/png", sizes: "192x192" },
        { src: "icons/icon-512.png", type: "image/png", sizes: "512x512" },
        { src: "icons/maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
      ],
      shortcuts: [
        { name: "指標一覧", url: "./#/indicators", icons: [{ src: "icons/icon-192.png", type: "image/png", sizes: "192x192" }] },
        { name: "シナリオ", url: "./#/scenarios", icons: [{ src: "icons/icon-192.png", type: "image/png", sizes: "192x192" }] },
      ],
    },
    null,
    2,
  )}\n`;
}
