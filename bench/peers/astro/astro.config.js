// Astro with a content collection, formulas by MathJax and code by its own Shiki. Markdown goes through unified or, with
// BENCH_MARKDOWN=satteri, through the native processor that Astro has unless it is told otherwise.
import { unified } from "@astrojs/markdown-remark";
import { satteri } from "@astrojs/markdown-satteri";
import { defineConfig } from "astro/config";
import rehypeMathjax from "rehype-mathjax/svg";
import remarkMath from "remark-math";
import { typeset } from "./typeset-with-mathjax.js";

const replaceWithSvg = (node, context) =>
  context.replaceNode(node, { type: "html", value: typeset(node.value, node.type === "math") });

const processors = {
  unified: () => unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeMathjax] }),
  satteri: () =>
    satteri({
      features: { math: true },
      mdastPlugins: [{ name: "typeset-math", math: replaceWithSvg, inlineMath: replaceWithSvg }],
    }),
};

export default defineConfig({
  site: "https://corpus.example",
  cacheDir: "./.cache",
  markdown: {
    processor: processors[process.env.BENCH_MARKDOWN ?? "unified"](),
    shikiConfig: { themes: { light: "github-light-default", dark: "github-dark-default" } },
  },
});
