// Opens HTML files in a browser and demands of each, at 390 and 1280 pixels, in light and dark:
//   no message on the console, no error in the page, no request but for the file itself, no scrolling sideways,
//   nothing that axe-core objects to;
// and of its print on A4: at least one page, the document's mark on every page, no page that ends with a heading.
//
//   node check.mjs [--pictures folder] file.html...
//
// It exits with 1 if a file falls short, with 2 if it could not look. Chromium is at $CHROMIUM or /usr/bin/chromium;
// pdftotext (poppler) reads the print. Copy this folder elsewhere and run npm ci or npm install there, so that no
// node_modules comes into the repository.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url); // honours NODE_PATH, which import does not
const files = process.argv.slice(2);
let pictures = "";
if (files[0] === "--pictures") {
  pictures = resolve(files[1]);
  files.splice(0, 2);
  mkdirSync(pictures, { recursive: true });
}
if (files.length === 0) cannot("no file given");
const missing = files.find((f) => !existsSync(f));
if (missing) cannot(`no such file: ${missing}`);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(chromium)) cannot(`no browser at ${chromium}`);
try {
  execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
} catch {
  cannot("pdftotext (poppler-utils) is not installed");
}

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const puppeteer = await import(pathToFileURL(require.resolve("puppeteer-core")).href);
const browser = await (puppeteer.default ?? puppeteer).launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--force-color-profile=srgb"],
});
const temporary = mkdtempSync(join(tmpdir(), "document-check-"));
let faults = 0;
try {
  for (const file of files) {
    const url = pathToFileURL(resolve(file)).href;
    for (const width of [390, 1280]) {
      for (const scheme of ["light", "dark"]) await look(file, url, width, scheme);
    }
    await print(file, url);
    console.log(`looked at ${file}`);
  }
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true });
}
process.exit(faults > 0 ? 1 : 0);

function cannot(why) {
  console.error(`check.mjs: ${why}`);
  process.exit(2);
}

function fault(file, where, what) {
  faults++;
  console.error(`${file} ${where}: ${what}`);
}

async function open(url, width, scheme) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 844 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  return page;
}

async function look(file, url, width, scheme) {
  const where = `${width} px, ${scheme}`;
  const page = await open(url, width, scheme);
  page.on("console", (m) => fault(file, where, `console: ${m.text()}`));
  page.on("pageerror", (e) => fault(file, where, `error: ${e.message}`));
  page.on("request", (r) => {
    if (r.url() !== url) fault(file, where, `request: ${r.url()}`);
  });
  await page.goto(url, { waitUntil: "networkidle0" });
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (wide > room) fault(file, where, `scrolls sideways: ${wide} of ${room} px`);
  if (room !== width) fault(file, where, `the page made itself ${room} px wide`);
  if (pictures) {
    const name = `${basename(file, ".html")}-${width}-${scheme}`;
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    const height = Math.min(12000, await page.evaluate(() => document.documentElement.scrollHeight)); // more is refused
    await page.screenshot({ path: join(pictures, `${name}-full.png`), clip: { x: 0, y: 0, width, height } });
  }
  await page.close();

  // axe logs to the console and needs a script, so it gets a page of its own without the policy.
  const examined = await open(url, width, scheme);
  await examined.setBypassCSP(true);
  await examined.goto(url);
  await examined.evaluate(axe);
  const { violations, passes } = await examined.evaluate(() => globalThis.axe.run());
  if (passes.length === 0) fault(file, where, "axe looked at nothing");
  for (const v of violations) {
    const places = v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(", ");
    fault(file, where, `axe ${v.id} (${v.impact}): ${v.help}: ${places}`);
  }
  await examined.close();
}

async function print(file, url) {
  const page = await open(url, 1280, "light");
  await page.goto(url);
  const squeeze = (s) => s.replace(/\s+/g, " ").trim();
  const found = await page.evaluate(() => ({
    mark: document.querySelector("aside.mark strong")?.textContent ?? "",
    headings: [...document.querySelectorAll("main :is(h2, h3, h4, h5, h6, .h6, caption, figcaption > strong)")].map((h) => h.textContent),
  }));
  // The contents repeat the headings, and may well end a page.
  await page.evaluate(() => document.querySelectorAll("nav a").forEach((a) => a.prepend("\u00b7 ")));
  const mark = squeeze(found.mark);
  const headings = new Set(found.headings.map(squeeze));
  const pdf = join(pictures || temporary, `${basename(file, ".html")}.pdf`);
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.close();
  const xml = execFileSync("pdftotext", ["-bbox-layout", pdf, "-"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"], // it warns of long names in the file
  });
  const pages = xml.split("<page ").slice(1);
  if (pages.length === 0) fault(file, "print", "no pages");
  pages.forEach((content, i) => {
    const where = `print, page ${i + 1}`;
    const lines = linesOf(content);
    if (mark && !lines.some((l) => l.text.includes(mark))) fault(file, where, `lacks the mark ${mark}`);
    // The mark runs upwards beside the text, and the page's number stands in the lower margin of 20 mm.
    const foot = Number(/height="([\d.]+)"/.exec(content)[1]) - (20 / 25.4) * 72;
    const text = lines.filter((l) => l.bottom < foot + 2 && l.wide).sort((a, b) => a.bottom - b.bottom);
    if (text.length === 0) fault(file, where, "is empty");
    // A heading of several lines ends the page if its last words do.
    const ends = [1, 2, 3].map((n) => text.slice(-n).map((l) => l.text).join(" "));
    if (ends.some((end) => headings.has(end))) fault(file, where, `ends with the heading ${ends[0]}`);
  });

  function linesOf(content) {
    return [...content.matchAll(/<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/line>/gs)].map(
      ([, left, top, right, bottom, words]) => ({
        bottom: Number(bottom),
        wide: right - left > (bottom - top) / 2,
        text: squeeze([...words.matchAll(/<word [^>]*>(.*?)<\/word>/gs)].map(([, word]) => plain(word)).join(" ")),
      }),
    );
  }
  function plain(word) {
    const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
    return word.replace(/&(\w+);/g, (all, name) => named[name] ?? all).replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n));
  }
}
