// Astro with a content collection, formulas by rehype-mathjax and code by its own Shiki.
import { defineConfig } from "astro/config";
import rehypeMathjax from "rehype-mathjax/svg";
import remarkMath from "remark-math";

export default defineConfig({
  site: "https://corpus.example",
  cacheDir: "./.cache",
  markdown: {
    remarkPlugins: [remarkMath],
    rehypePlugins: [rehypeMathjax],
    shikiConfig: { themes: { light: "github-light-default", dark: "github-dark-default" } },
  },
});
