/* global hexo */
// Code by Shiki; formulas reach the filter that typesets them as they were written.
const { createHighlighter } = require("shiki");

const themes = { light: "github-light-default", dark: "github-dark-default" };
const langs = ["python", "c", "bash", "rust", "javascript"];
let highlighter;

// Hexo renders posts in a filter of the same name with priority 10.
hexo.extend.filter.register(
  "before_generate",
  async () => {
    highlighter ??= await createHighlighter({ themes: Object.values(themes), langs });
  },
  1,
);

hexo.extend.highlight.register("shiki", (code, { lang }) => highlighter.codeToHtml(code, { lang, themes }));

// Markdown would take backslashes and underscores for its own.
hexo.extend.filter.register("markdown-it:renderer", (markdown) => {
  markdown.inline.ruler.before("escape", "formula", (state, silent) => {
    const [formula] = /^(\$\$?)[^$]+\1/.exec(state.src.slice(state.pos, state.posMax)) ?? [];
    if (formula === undefined) return false;
    if (!silent) state.push("text", "", 0).content = formula;
    state.pos += formula.length;
    return true;
  });
});
