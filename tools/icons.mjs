#!/usr/bin/env node
// Draws the PNG icons from public/icons/mark.svg with headless Chromium. Run by hand after the mark changed; the results
// are committed, because they need no tool to be used.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const ICONS = fileURLToPath(new URL("../public/icons/", import.meta.url));

// Maskable and Apple icons are cut to a shape by the system: white to the edge, the mark within the middle 80 %.
const PICTURES = [
  { file: "icon-192.png", size: 192, mark: 192, background: "transparent" },
  { file: "icon-512.png", size: 512, mark: 512, background: "transparent" },
  { file: "maskable-512.png", size: 512, mark: 400, background: "#fff" },
  { file: "apple-touch-icon.png", size: 180, mark: 156, background: "#fff" },
];

const svg = readFileSync(`${ICONS}mark.svg`, "utf8");
const options = new chrome.Options().addArguments("--headless=new", "--no-sandbox", "--force-device-scale-factor=1");
options.setChromeBinaryPath(process.env.CHROMIUM ?? "/usr/bin/chromium");
const driver = await new Builder()
  .forBrowser("chrome")
  .setChromeOptions(options)
  .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver"))
  .build();
try {
  for (const { file, size, mark, background } of PICTURES) {
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${mark}" height="${mark}"${svg.trim().slice(4 + ' xmlns="http://www.w3.org/2000/svg"'.length)}`;
    // Drawn by a canvas, so that the corners stay transparent.
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
      picture,
      size,
      mark,
      background,
    );
    if (!base64) throw new Error(`${file}: the mark could not be drawn`);
    writeFileSync(`${ICONS}${file}`, Buffer.from(base64, "base64"));
    console.log(`${file} drawn`);
  }
} finally {
  await driver.quit();
}
