/**
 * Who takes part, a row each: how a site of theirs is built, where its pages are, and by what a typeset formula, a
 * block of code and its colours are known in them.
 */
import path from "node:path";
import { findAstroNode } from "./find-obstacle.js";

const BENCH = import.meta.dirname;
const ROOT = path.dirname(BENCH);

const MATHJAX = /<mjx-container\b/g;
const SHIKI = /<pre class="shiki\b/g;
const SHIKI_COLOUR = /<span style="[^"]*--shiki-dark:/;
const PAGE_IN_FOLDER = /^posts\/[^/]+\/index\.html$/;

/**
 * The fields that most rows share. `postsFolder`, `output`, `caches` and `layout` are paths in the site; `layout` has
 * an `</article>`. A competitor that keeps nothing for its next process has `isAlwaysWhole`: any build is its cold one.
 */
const common = {
  folder: null,
  postsFolder: "_posts",
  caches: [],
  environment: {},
  layout: null,
  postPage: PAGE_IN_FOLDER,
  formula: MATHJAX,
  code: SHIKI,
  colour: SHIKI_COLOUR,
  isAlwaysWhole: false,
  isPeer: true,
};

const referenceCommand = (site, ...words) => [
  process.execPath,
  path.join(BENCH, "reference.js"),
  site,
  path.join(site, "dist"),
  ...words,
];

const reference = {
  ...common,
  name: "reference",
  title: "reference",
  output: "dist",
  postPage: /^[^/]+\.html$/,
  isAlwaysWhole: true,
  isPeer: false,
  command: (site) => referenceCommand(site),
};

const eleventy = {
  ...common,
  name: "eleventy",
  title: "Eleventy, MathJax",
  folder: "eleventy",
  output: "_site",
  layout: "_includes/post.njk",
  isAlwaysWhole: true,
  command: () => ["node_modules/.bin/eleventy", "--quiet"],
};

const astro = {
  ...common,
  name: "astro",
  title: "Astro, unified",
  folder: "astro",
  output: "dist",
  caches: [".cache", ".astro"],
  layout: "src/layouts/post.astro",
  code: /<pre class="astro-code\b/g,
  environment: { ASTRO_TELEMETRY_DISABLED: "1" },
  command: () => [findAstroNode(), "node_modules/astro/bin/astro.mjs", "build", "--silent"],
};

export const competitors = [
  reference,
  {
    ...reference,
    name: "reference-languages",
    title: "reference, told the five languages",
    command: (site) => referenceCommand(site, "python,c,bash,rust,javascript"),
  },
  {
    ...common,
    name: "postulate",
    title: "Postulate",
    output: "dist",
    caches: [".postulate-cache"],
    layout: "_layouts/post.html",
    postPage: /^[^/]+\/\d{4}\/\d\d\/\d\d\/[^/]+\.html$/,
    code: /<pre class="code\b/g,
    colour: /<span class="l\d+ d\d+"/,
    isPeer: false,
    command: (site) => [
      process.execPath,
      path.join(ROOT, "lib", "bundle", "main.js"),
      ...["build", "--source", site, "--quiet"],
    ],
  },
  eleventy,
  {
    ...eleventy,
    name: "eleventy-katex",
    title: "Eleventy, KaTeX",
    environment: { BENCH_MATH: "katex" },
    formula: /<span class="katex"/g,
  },
  astro,
  {
    ...astro,
    name: "astro-satteri",
    title: "Astro, native Markdown",
    environment: { ...astro.environment, BENCH_MARKDOWN: "satteri" },
  },
  {
    ...common,
    name: "hexo",
    title: "Hexo",
    folder: "hexo",
    postsFolder: "source/_posts",
    output: "public",
    caches: ["db.json"],
    layout: "themes/plain/layout/post.ejs",
    command: () => ["node_modules/.bin/hexo", "generate", "--silent"],
  },
  {
    ...common,
    name: "jekyll",
    title: "Jekyll, without math",
    folder: "jekyll",
    output: "_site",
    caches: [".jekyll-metadata", ".jekyll-cache"],
    layout: "_layouts/post.html",
    formula: null,
    code: /<pre class="highlight\b/g,
    colour: /<span class="k\w*"/,
    program: "jekyll",
    command: () => ["jekyll", "build", "--incremental", "--quiet"],
  },
  {
    ...common,
    name: "hugo",
    title: "Hugo, without math",
    folder: "hugo",
    postsFolder: "content/posts",
    output: "public",
    caches: ["resources"],
    layout: "layouts/_default/single.html",
    formula: null,
    code: /<div class="highlight\b/g,
    colour: /<span style="color:/,
    program: "hugo",
    command: () => ["hugo", "--quiet"],
  },
];
