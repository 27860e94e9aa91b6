/**
 * What formulas weigh in each output, on the posts of a site: bytes, requests, layout shift and time in Chromium.
 *
 *   node bench/math-weight.js [FOLDER] [--runs 5] [--without-browser]
 *
 * Bytes are what a page has more than the same page without its formulas. The yardstick is what rehype-mathjax makes of
 * the same formulas. A time is what the main thread was busy with until a page was loaded and painted: median of the
 * runs, mean of the pages.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import rehypeMathjax from "rehype-mathjax";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { createBuildSession } from "../lib/build/create-build-session.js";
import { startPreviewServer } from "../lib/serve/start-preview-server.js";
import { openBrowser } from "../lib/testing/open-browser.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" }, "without-browser": { type: "boolean" } },
});
const sourceDir = path.resolve(positionals[0] ?? ".");
const workDir = mkdtempSync(path.join(tmpdir(), "postulate-weight-"));
const finishers = [];

const FORMULA = /<mjx-container[\s\S]*?<\/mjx-container>/g;
const SHEET = /<(svg|style) class="math-glyphs"[\s\S]*?<\/\1>/g;
const MATH = /<math[ >][\s\S]*?<\/math>/g;

async function buildOutput(output) {
  const configPath = path.join(workDir, `${output}.yml`);
  writeFileSync(configPath, `math:\n  output: ${output}\n`);
  const destinationDir = path.join(workDir, output);
  const { outputs } = await createBuildSession().build({
    ...{ sourceDir, destinationDir, configPaths: ["_config.yml", configPath], overrides: {}, strict: false },
    ...{ keepGoing: false, force: true, write: true, check: false, nowMs: Date.UTC(2100, 0, 1) },
  });
  const posts = [...outputs.values()].filter(
    ({ path: file, source }) => file.endsWith(".html") && source.includes("_posts/"),
  );
  return {
    name: output,
    destinationDir,
    pages: new Map(posts.map(({ path: file, content }) => [file, content])),
  };
}

/** The same site with other pages in the place of its posts. */
function derive(name, from, change) {
  const destinationDir = path.join(workDir, name.replace(/\W+/g, "-"));
  cpSync(from.destinationDir, destinationDir, { recursive: true });
  const pages = new Map([...from.pages].map(([file, html]) => [file, change(html)]));
  for (const [file, html] of pages) writeFileSync(path.join(destinationDir, file), html);
  return { name, destinationDir, pages };
}

/** MathJax's own SVG, with the glyphs of each formula in it. */
function drawPlainly(html) {
  const formulas = Array.from(html.matchAll(FORMULA), ([formula]) => ({
    tex: unescapeHtml(/<annotation[^>]*>([\s\S]*?)<\/annotation>/.exec(formula)?.[1] ?? ""),
    isDisplay: /<math[^>]* display="block"/.test(formula),
  }));
  if (formulas.length === 0) return html;
  const processor = unified().use(rehypeMathjax).use(rehypeStringify);
  const tree = processor.runSync({
    type: "root",
    children: formulas.map(({ tex, isDisplay }) => ({
      ...{ type: "element", tagName: "code", children: [{ type: "text", value: tex }] },
      properties: { className: ["language-math", isDisplay ? "math-display" : "math-inline"] },
    })),
  });
  const drawings = tree.children.map((child) => processor.stringify({ type: "root", children: [child] }));
  const style = drawings.length > formulas.length ? drawings.at(-1) : "";
  let index = 0;
  return html
    .replace(SHEET, "")
    .replace(FORMULA, () => drawings[index++])
    .replace("</head>", () => `${style}</head>`);
}

function unescapeHtml(text) {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function weigh({ pages }) {
  const sum = { bytes: 0, compressed: 0 };
  for (const html of pages.values()) {
    const bare = html
      .replace(/<style>\s*mjx-container[\s\S]*?<\/style>/, "")
      .replace(SHEET, "")
      .replace(FORMULA, "")
      .replace(MATH, "");
    sum.bytes += Buffer.byteLength(html) - Buffer.byteLength(bare);
    sum.compressed += gzipSync(html).length - gzipSync(bare).length;
  }
  return sum;
}

async function loadPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const page = await context.newPage();
  const seen = { requests: 0, fontBytes: 0 };
  page.on("requestfinished", async (request) => {
    seen.requests++;
    if (/\.woff2?$/.test(request.url())) seen.fontBytes += (await request.sizes()).responseBodySize;
  });
  await page.addInitScript(`
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  `);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(url, { waitUntil: "networkidle" });
  const { metrics } = await session.send("Performance.getMetrics");
  const busy = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  const shift = await page.evaluate("globalThis.shift");
  await context.close();
  return { ...seen, shift, ms: busy * 1000 };
}

async function visit({ destinationDir, pages }, browser) {
  const server = await startPreviewServer({ rootDir: destinationDir, baseurl: "", port: 0 });
  const results = [];
  for (const file of pages.keys()) {
    const runs = [];
    for (let run = 0; run < Number(values.runs); run++)
      runs.push(await loadPage(browser, `${server.origin}/${file}`));
    const names = Object.keys(runs[0]);
    results.push(Object.fromEntries(names.map((name) => [name, median(runs.map((one) => one[name]))])));
  }
  await server.close();
  const mean = (name) => results.reduce((sum, one) => sum + one[name], 0) / results.length;
  return {
    ...{ requests: mean("requests"), fontBytes: mean("fontBytes"), ms: mean("ms") },
    shift: Math.max(...results.map(({ shift }) => shift)),
  };
}

function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(bytes < 10000 ? 1 : 0)} kB`;

try {
  const svg = await buildOutput("svg");
  const variants = [
    derive("MathJax's own SVG, no MathML", svg, drawPlainly),
    svg,
    derive("svg, its drawings alone", svg, (html) =>
      html.replace(/<span>(?=<math[ >])|(?<=<\/math>)<\/span>/g, "").replace(MATH, ""),
    ),
    await buildOutput("chtml"),
    await buildOutput("mathml"),
  ];
  const weights = variants.map(weigh);
  const browser = values["without-browser"]
    ? null
    : await openBrowser({ after: (finish) => finishers.push(finish) });
  console.log(
    "| output | bytes | of MathJax's | compressed | requests a page | fonts a page | largest layout shift | ms a page |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  for (const [index, variant] of variants.entries()) {
    const { bytes, compressed } = weights[index];
    const share = `${((bytes / weights[0].bytes) * 100).toFixed(1)} %`;
    const cells = [variant.name, kilobytes(bytes), share, kilobytes(compressed)];
    if (browser !== null) {
      const { requests, fontBytes, shift, ms } = await visit(variant, browser);
      cells.push(requests.toFixed(1), kilobytes(fontBytes), shift.toFixed(5), ms.toFixed(0));
    }
    console.log(`| ${cells.join(" | ")} |`);
  }
} finally {
  for (const finish of finishers) await finish();
  rmSync(workDir, { recursive: true });
}
