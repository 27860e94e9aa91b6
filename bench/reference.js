/**
 * The yardstick: the packages of the pipeline and nothing else, one thread, no cache, one page a post.
 *
 *   node bench/reference.js SOURCE DESTINATION [LANGUAGES]
 *
 * Left to itself @shikijs/rehype loads every language that Shiki has, which takes seconds. That is the yardstick, since
 * it is what the packages do; with names such as `python,rust` only these are loaded.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import rehypeShiki from "@shikijs/rehype";
import matter from "gray-matter";
import rehypeMathjax from "rehype-mathjax/svg";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const [source, destination, languages] = process.argv.slice(2);
if (source === undefined || destination === undefined) {
  console.error("Usage: node bench/reference.js SOURCE DESTINATION [LANGUAGES]");
  process.exit(2);
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkRehype)
  .use(rehypeMathjax)
  .use(rehypeShiki, {
    themes: { light: "github-light-default", dark: "github-dark-default" },
    ...(languages === undefined ? {} : { langs: languages.split(",") }),
  })
  .use(rehypeStringify)
  .freeze();

mkdirSync(destination, { recursive: true });
const posts = path.join(source, "_posts");
for (const name of readdirSync(posts).sort()) {
  const { data, content } = matter(readFileSync(path.join(posts, name), "utf8"), {});
  const body = String(await processor.process(content));
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${data.title}</title></head><body><h1>${data.title}</h1>${body}</body></html>`;
  writeFileSync(path.join(destination, name.replace(/\.md$/, ".html")), page);
}
