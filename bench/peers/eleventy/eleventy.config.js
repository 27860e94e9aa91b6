// Eleventy with markdown-it, formulas by MathJax (or KaTeX, with BENCH_MATH=katex) and code by Shiki.
import { tex } from "@mdit/plugin-tex";
import markdownIt from "markdown-it";
import { createHighlighter } from "shiki";

const themes = { light: "github-light-default", dark: "github-dark-default" };
const langs = ["python", "c", "bash", "rust", "javascript"];

export default async function configure(eleventy) {
  const name = process.env.BENCH_MATH === "katex" ? "katex" : "mathjax";
  const { typeset } = await import(`./typeset-with-${name}.js`);
  const highlighter = await createHighlighter({ themes: Object.values(themes), langs });
  const markdown = markdownIt({
    html: true,
    highlight: (code, lang) => highlighter.codeToHtml(code, { lang, themes }),
  });
  eleventy.setLibrary("md", markdown.use(tex, { render: typeset }));

  eleventy.addCollection("posts", (api) => api.getFilteredByGlob("_posts/*.md").reverse());
  for (const key of ["categories", "tags"]) eleventy.addCollection(`by-${key}`, (api) => group(api, key));
}

/** Rows of a term and its posts, newest first. */
function group(api, key) {
  const terms = new Map();
  for (const post of api.getFilteredByGlob("_posts/*.md").reverse())
    for (const term of post.data[key] ?? []) terms.set(term, [...(terms.get(term) ?? []), post]);
  return [...terms].sort().map(([term, posts]) => ({ term, posts }));
}
