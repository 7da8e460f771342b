#!/usr/bin/env node
// Renders the PNG icons from public/icons/mark.svg with headless Chromium. Run by hand after a change of mark.svg, and
// commit the result.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const FOLDER = fileURLToPath(new URL("../public/icons/", import.meta.url));

// Operating systems crop maskable and Apple icons: white background, the mark within the middle 80 %.
const ICON_FILES = [
  { file: "icon-192.png", size: 192, mark: 192, background: "transparent" },
  { file: "icon-512.png", size: 512, mark: 512, background: "transparent" },
  { file: "maskable-512.png", size: 512, mark: 400, background: "#fff" },
  { file: "apple-touch-icon.png", size: 180, mark: 156, background: "#fff" },
];

const svg = readFileSync(`${FOLDER}mark.svg`, "utf8");
const options = new chrome.Options().addArguments("--headless=new", "--no-sandbox", "--force-device-scale-factor=1");
options.setChromeBinaryPath(process.env.CHROMIUM ?? "/usr/bin/chromium");
const driver = await new Builder()
  .forBrowser("chrome")
  .setChromeOptions(options)
  .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver"))
  .build();
try {
  for (const { file, size, mark, background } of ICON_FILES) {
    const source = `<svg xmlns="http://www.w3.org/2000/svg" width="${mark}" height="${mark}"${svg.trim().slice(4 + ' xmlns="http://www.w3.org/2000/svg"'.length)}`;
    // A canvas keeps the corners transparent, unlike a screenshot.
    await driver.get("data:text/html,<canvas></canvas>");
    const base64 = await driver.executeAsyncScript(
      `const [source, size, mark, background, done] = arguments;
       const canvas = document.querySelector("canvas");
       canvas.width = canvas.height = size;
       const context = canvas.getContext("2d");
       context.fillStyle = background;
       context.fillRect(0, 0, size, size);
       const image = new Image();
       image.onload = () => {
         context.drawImage(image, (size - mark) / 2, (size - mark) / 2, mark, mark);
         done(canvas.toDataURL("image/png").split(",")[1]);
       };
       image.onerror = () => done(null);
       image.src = "data:image/svg+xml;base64," + btoa(source);`,
      source,
      size,
      mark,
      background,
    );
    if (!base64) throw new Error(`${file}: mark.svg could not be rendered`);
    writeFileSync(`${FOLDER}${file}`, Buffer.from(base64, "base64"));
    console.log(`wrote ${file}`);
  }
} finally {
  await driver.quit();
}
