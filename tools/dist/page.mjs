// Fills index.html and the web app manifest with the texts of the dataset.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

/** The texts of the dataset for the page and the manifest. */
export function siteTexts(dataset) {
  const texts = { title: dataset?.site?.title, lead: dataset?.site?.lead, headline: dataset?.site?.headline?.join?.("") };
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value !== "string" || value.trim() === "") throw new Error(`the dataset's site.${name} is missing`);
  }
  return texts;
}

/**
 * Replaces the placeholders of the page, which are lower-case words; Trunk replaces others when it serves the page.
 * @param html     index.html as written by Trunk
 * @param texts    from {@link siteTexts}
 * @param assets   {script, wasm, list, style, charts}: paths relative to the page
 * @param release  false removes the content security policy, which would block Trunk's inline reload script
 */
export function fillPage(html, texts, assets, release) {
  const links = [
    `<link rel="stylesheet" href="${assets.style}">`,
    `<link rel="preload" href="${assets.wasm}" as="fetch" type="application/wasm" crossorigin>`,
    // The start script passes the list to the program.
    `<link rel="preload" href="${assets.list}" as="fetch" crossorigin id="list">`,
    `<script type="module" src="${assets.script}"></script>`,
    // The app loads this script when the first chart becomes visible.
    `<meta name="charts" content="${assets.charts}">`,
  ].join("\n    ");
  const values = { title: escapeHtml(texts.title), headline: escapeHtml(texts.headline), description: escapeHtml(texts.lead), assets: links };
  let page = html
    .replace(/<link\b[^>]*\bdata-trunk\b[^>]*>\s*/g, "")
    .replace(/<!--[\s\S]*?-->\s*/g, "")
    .replace(/\{\{([a-z]+)\}\}/g, (placeholder, name) => {
      if (!Object.hasOwn(values, name)) throw new Error(`index.html: unknown placeholder ${placeholder}`);
      return values[name];
    });
  if (release) page = page.replace(/^\s+/gm, "");
  else page = page.replace(/<meta\b[^>]*http-equiv="Content-Security-Policy"[^>]*>\s*/i, "");
  return page;
}

const BASE = '<base href="./">';
const LOADING = /<div id="boot"[^]*?<\/div>\s*(?=<noscript>)/;

function withBase(page, base) {
  if (!page.includes(BASE)) throw new Error(`index.html: ${BASE} is missing`);
  return page.replace(BASE, `<base href="${escapeHtml(base)}">`);
}

/** The page for a folder below the root, such as "goals/1/": its addresses are relative to the root too. */
export function pageInFolder(page, folder) {
  return withBase(page, "../".repeat(folder.split("/").length - 1) || "./");
}

/**
 * The page for unknown addresses, which hosts deliver at any depth, so that its base must be absolute. It starts the app as
 * well, which knows the addresses of earlier versions.
 * @param page  index.html
 * @param help  what is shown until the app has started, instead of the loading screen
 * @param site  the public address of the site, if it is not the root of a host
 */
export function notFoundPage(page, help, site) {
  const { pathname } = new URL(site || "/", "http://root/");
  if (!LOADING.test(page)) throw new Error("index.html: the loading screen is missing");
  return withBase(page, pathname.endsWith("/") ? pathname : `${pathname}/`).replace(LOADING, () => help);
}

/** The web app manifest. All URLs are relative, so that the app can be published under any path. */
export function manifest(texts) {
  return `${JSON.stringify(
    {
      name: texts.title,
      short_name: texts.title,
      description: texts.lead,
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
        { name: "指標一覧", url: "./indicators/", icons: [{ src: "icons/icon-192.png", type: "image/png", sizes: "192x192" }] },
        { name: "シナリオ", url: "./scenarios/", icons: [{ src: "icons/icon-192.png", type: "image/png", sizes: "192x192" }] },
      ],
    },
    null,
    2,
  )}\n`;
}
