/**
 * Whether a built site has what the corpus asks for: a page for each post, every formula typeset, every block of code
 * coloured. A competitor that leaves something out is not measured as if it were fast.
 *
 *   node bench/check-output.js COMPETITOR SITE CORPUS
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { competitors } from "./competitors.js";
import { countCorpus } from "./count-corpus.js";

/** What MathJax and KaTeX draw in the place of a formula that they cannot read. */
const FORMULA_FAULT = /data-mml-node="merror"|data-mjx-error|class="katex-error"/g;

/** The HTML of every post's page, without style sheets: MathJax's own names what is counted here. */
export function readPostPages({ output, postPage }, site) {
  const folder = path.join(site, output);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => postPage.test(file))
    .map((file) =>
      readFileSync(path.join(folder, file), "utf8").replaceAll(/<style\b[\s\S]*?<\/style>/g, ""),
    );
}

const count = (pages, pattern) => pages.reduce((sum, page) => sum + (page.match(pattern)?.length ?? 0), 0);

/** What is wrong, a sentence each; none for an output that is whole. `counts` are those of `countCorpus`. */
export function checkOutput(competitor, site, counts) {
  const pages = readPostPages(competitor, site);
  const faults = [];
  const expect = (what, found, wanted) => {
    if (found !== wanted) faults.push(`${found} ${what} instead of ${wanted}`);
  };
  expect("pages of posts", pages.length, counts.posts);
  if (competitor.formula !== null) {
    expect("typeset formulas", count(pages, competitor.formula), counts.formulas);
    expect("formulas with a fault", count(pages, FORMULA_FAULT), 0);
  }
  expect("coloured blocks of code", count(pages, competitor.code), counts.codeBlocks);
  // A block without a colour in it is only wrapped.
  const uncoloured = pages.filter(
    (page) => page.match(competitor.code) && !competitor.colour.test(page),
  ).length;
  expect("pages whose code has no colours", uncoloured, 0);
  return faults;
}

/** How many pages of posts hold a text: what an edit has to reach. */
export function countPagesWith(competitor, site, text) {
  return readPostPages(competitor, site).filter((page) => page.includes(text)).length;
}

if (process.argv[1] === import.meta.filename) {
  const [name, site, corpus] = process.argv.slice(2);
  const competitor = competitors.find((one) => one.name === name);
  if (competitor === undefined || site === undefined || corpus === undefined) {
    console.error("Usage: node bench/check-output.js COMPETITOR SITE CORPUS");
    process.exitCode = 2;
  } else {
    const faults = checkOutput(competitor, site, countCorpus(corpus));
    console.log(faults.length === 0 ? `${name}: whole` : `${name}: ${faults.join("; ")}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}
