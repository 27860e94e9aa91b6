/**
 * What a corpus holds, read from its files and not from its generator: what outputs are checked against.
 *
 *   node bench/count-corpus.js FOLDER
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const RE_CODE_BLOCK = /^```(\w+)\n([\s\S]*?)^```$/gm;
const RE_DISPLAY_MATH = /^\$\$\n([\s\S]+?)\n\$\$$/gm;
const RE_INLINE_MATH = /\$([^$\n]+)\$/g;

/** The formulas (display ones start with "$") and code blocks of one post. */
export function readPost(text) {
  const code = [...text.matchAll(RE_CODE_BLOCK)].map(([block]) => block);
  const withoutCode = text.replaceAll(RE_CODE_BLOCK, "");
  const display = [...withoutCode.matchAll(RE_DISPLAY_MATH)].map(([, tex]) => `$${tex}`);
  const inline = [...withoutCode.replaceAll(RE_DISPLAY_MATH, "").matchAll(RE_INLINE_MATH)];
  return { code, formulas: [...display, ...inline.map(([, tex]) => tex)] };
}

function readList(text, key) {
  return new RegExp(`^${key}: \\[(.*)\\]$`, "m").exec(text)?.[1].split(", ") ?? [];
}

/** Totals over the folder's `_posts`; `distinct…` are counts, too. */
export function countCorpus(folder) {
  const posts = path.join(folder, "_posts");
  const names = readdirSync(posts).sort();
  const seen = { formulas: new Set(), code: new Set(), categories: new Set(), tags: new Set() };
  const counts = { posts: names.length, bytes: 0, formulas: 0, codeBlocks: 0, postsWithMath: 0 };
  for (const name of names) {
    const text = readFileSync(path.join(posts, name), "utf8");
    const { code, formulas } = readPost(text);
    counts.bytes += Buffer.byteLength(text);
    counts.formulas += formulas.length;
    counts.codeBlocks += code.length;
    if (formulas.length > 0) counts.postsWithMath++;
    for (const formula of formulas) seen.formulas.add(formula);
    for (const block of code) seen.code.add(block);
    for (const category of readList(text, "categories")) seen.categories.add(category);
    for (const tag of readList(text, "tags")) seen.tags.add(tag);
  }
  return {
    ...counts,
    distinctFormulas: seen.formulas.size,
    distinctCodeBlocks: seen.code.size,
    categories: seen.categories.size,
    tags: seen.tags.size,
    newest: names.at(-1)?.slice(0, 10) ?? "",
  };
}

/** One line a fact, for whoever compares a corpus with its description. */
function formatCounts(counts) {
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
  return [
    `posts                 ${counts.posts}, the newest of ${counts.newest}`,
    `bytes a post          ${Math.round(counts.bytes / counts.posts)}`,
    `posts with formulas   ${percent(counts.postsWithMath, counts.posts)}`,
    `formulas a post       ${(counts.formulas / counts.posts).toFixed(2)}`,
    `distinct formulas     ${percent(counts.distinctFormulas, counts.formulas)}`,
    `code blocks a post    ${(counts.codeBlocks / counts.posts).toFixed(2)}`,
    `distinct code blocks  ${percent(counts.distinctCodeBlocks, counts.codeBlocks)}`,
    `categories, tags      ${counts.categories}, ${counts.tags}`,
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("Usage: node bench/count-corpus.js FOLDER");
    process.exitCode = 2;
  } else console.log(formatCounts(countCorpus(folder)));
}
