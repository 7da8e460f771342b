// Fills index.html and the web app manifest with the texts of the dataset.
import { createHash } from "node:crypto";
import { PICTURE, PICTURE_SIZE } from "./share.mjs";

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
    styleLink(assets.style),
    `<script type="module" src="${assets.script}"></script>`,
    `<link rel="preload" href="${assets.wasm}" as="fetch" type="application/wasm" crossorigin>`,
    // The start script passes the list to the program.
    `<link rel="preload" href="${assets.list}" as="fetch" crossorigin id="list">`,
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

const styleLink = (file) => `<link rel="stylesheet" href="${file}">`;

const BASE = '<base href="./">';
const LOADING = /<div id="boot"[^]*?<\/div>\s*(?=<noscript>)/;

function withBase(page, base) {
  if (!page.includes(BASE)) throw new Error(`index.html: ${BASE} is missing`);
  return page.replace(BASE, `<base href="${escapeHtml(base)}">`);
}

/** A page in its folder, such as "goals/1/": its addresses are relative to the root too. */
function pageInFolder(page, folder) {
  return withBase(page, "../".repeat(folder.split("/").length - 1) || "./");
}

/** Replaces a part of the page that must exist. */
function replacePart(page, part, text) {
  if (page.search(part) < 0) throw new Error(`index.html: ${part} is missing`);
  return page.replace(part, () => text);
}

/** Data for search engines: where the page stands in the site. */
function breadcrumbs({ title, trail }, folder, addressOf) {
  const steps = [...trail, [title, folder]];
  const itemListElement = steps.map(([name, of], at) => ({ "@type": "ListItem", position: at + 1, name, item: addressOf(of) }));
  // A `<` could end the element.
  return JSON.stringify({ "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement }).replaceAll("<", "\\u003c");
}

/** Allows a text of the page itself, which the policy forbids otherwise. A page without a policy stays as it is. */
const allow = (page, directive, text) => page.replace(`${directive} 'self'`, (allowed) => `${allowed} 'sha256-${createHash("sha256").update(text).digest("base64")}'`);

/**
 * Puts the styles, and the script of a page with the list, into the page itself: it can be read and searched without
 * another request.
 * @param page   from {@link sitePage}
 * @param style  {file, text} of the style sheet
 * @param search the text of the script
 */
export function inlineAssets(page, style, search) {
  const withStyle = allow(replacePart(page, styleLink(style.file), `<style>${style.text}</style>`), "style-src", style.text);
  if (!page.includes('id="explorer-search"')) return withStyle;
  return allow(replacePart(withStyle, "</body>", `<script>${search}</script>\n</body>`), "script-src", search);
}

/**
 * A page of the site.
 * @param page   from {@link fillPage}
 * @param of     from `site pages`: {folder, chunks, content}
 * @param files  {chunks, script}: the files of each chunk of the program, by its name
 * @param site   {name, address, pictures}: its name, its public address or undefined, and pictures by folder
 */
export function sitePage(page, { folder, chunks, content }, files, { name, address, pictures }) {
  // A prerendered page is read first: its chunks do not compete with the program, which loads them.
  const early = content ? [] : chunks;
  const preloads = [...new Set(early.flatMap((chunk) => files.chunks[chunk]))].map((file) => `<link rel="preload" href="${file}" as="fetch" crossorigin>`);
  const filled = pageInFolder(page, folder).replace("</head>", () => `${preloads.join("")}</head>`);
  if (!content) return filled;
  // Without a public address, relative to the root of the site.
  const addressOf = (of) => (address ? new URL(of, address).href : of || "./");
  const meta = (key, property, text) => `<meta ${key}="${property}" content="${escapeHtml(text)}">`;
  // Of the page itself, or of the nearest one above.
  const picture = [...content.trail.map(([, above]) => above), folder].findLast((of) => pictures.has(of));
  const tags = [
    meta("property", "og:type", folder === "" ? "website" : "article"),
    meta("property", "og:site_name", name),
    meta("property", "og:title", content.title),
    meta("property", "og:description", content.description),
    meta("property", "og:locale", "ja_JP"),
    ...(address ? [`<link rel="canonical" href="${escapeHtml(addressOf(folder))}">`, meta("property", "og:url", addressOf(folder))] : []),
    ...(picture === undefined ? [] : [meta("property", "og:image", addressOf(picture + PICTURE)), ...Object.entries(PICTURE_SIZE).map(([side, pixels]) => meta("property", `og:image:${side}`, String(pixels)))]),
    meta("name", "twitter:card", picture === undefined ? "summary" : "summary_large_image"),
    ...(content.trail.length > 0 ? [`<script type="application/ld+json">${breadcrumbs(content, folder, addressOf)}</script>`] : []),
  ];
  const withHead = [
    [/<title>[^<]*<\/title>/, `<title>${escapeHtml(content.title)}</title>`],
    [/<meta name="description"[^>]*>/, meta("name", "description", content.description)],
    ["</head>", `${tags.join("\n")}\n</head>`],
    ['<div id="app"></div>', `<div id="app" data-page="${escapeHtml(folder)}">${content.body}</div>`],
    [LOADING, LATE],
    [/<noscript>[^]*<\/noscript>/, NO_SCRIPT],
  ];
  return withHead.reduce((result, [part, text]) => replacePart(result, part, text), filled);
}

/** At the end of a prerendered page: shown if the program is late, and without scripts. */
const LATE = `<p class="boot__late page-width">検索や記入の準備に時間がかかっています。しばらく待っても変わらないときは、通信の状態を確かめて読み込み直してください。</p>`;
const NO_SCRIPT = `<noscript><p class="page-width">検索、絞り込み、グラフ、想定値の記入には JavaScript が必要です。一覧の内容は<a href="data/indicators.csv">CSV ファイル</a>でもご覧になれます。</p></noscript>`;

/** sitemap.xml of the pages that are the same for every reader. */
export function sitemap(pages, site) {
  const urls = pages.filter(({ content }) => content).map(({ folder }) => `<url><loc>${escapeHtml(new URL(folder, site).href)}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("")}</urlset>\n`;
}

/**
 * The page for unknown addresses, which hosts deliver at any depth, so that its base must be absolute. It starts the app as
 * well, which knows the addresses of earlier versions.
 * @param page  index.html
 * @param help  what is shown until the app has started, instead of the loading screen
 * @param site  the public address of the site, if it is not the root of a host
 */
export function notFoundPage(page, help, site) {
  const { pathname } = new URL(site || "/", "https://example.org/");
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
