/**
 * Writes a blog of technical posts, the same for the same seed: about 5.5 kB of Markdown a post; formulas in 70 % of
 * the posts, 13 on average over all, 45 % of them distinct at 1,000 posts; two or three code blocks, 96 % of them distinct;
 * 8 categories and 60 tags.
 *
 *   node bench/generate-corpus.js FOLDER [--posts 1000] [--seed 1] [--without-math]
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { createRandom } from "./random.js";

const CATEGORIES = [
  "algebra",
  "analysis",
  "statistics",
  "physics",
  "python",
  "systems",
  "algorithms",
  "notes",
];
const TAGS = Array.from({ length: 60 }, (_, index) => `topic-${index + 1}`);
const WORDS =
  "the of a to in is that we for it with as on by this are be from an at which or have not can one but if all so their more when there will our than each other into only these its most also two then first new because must way through under such where after even between should case number point result value step function model error sample matrix vector space limit series proof bound signal thread memory pointer cache branch graph node edge tree search order".split(
    " ",
  );
const SYMBOLS = [
  "x",
  "y",
  "z",
  "n",
  "k",
  "\\alpha",
  "\\beta",
  "\\theta",
  "\\lambda",
  "\\mu",
  "\\sigma",
  "p",
  "q",
  "t",
];
const COMMON_COMMANDS = [
  "python -m venv .venv\nsource .venv/bin/activate",
  "make clean && make -j4",
  'git commit --all --message "Mend the tests"',
  "cargo test --release",
];
const LANGUAGES = ["python", "c", "bash", "rust", "javascript"];

export function createPost(random, number, { hasMath = true } = {}) {
  // Seven of any ten neighbours, so that a corpus of any size has the same share.
  const writeMath = hasMath && (number * 7) % 10 < 7;
  const parts = [`## ${sentence(random, 4, 7).slice(0, -1)}`];
  // 18.6 formulas in posts that have any make 13 on average over all posts.
  const count = writeMath ? 18 + (random.next() < 0.57 ? 1 : 0) : 0;
  const formulas = Array.from({ length: count }, () => createFormula(random));
  const codeBlocks = Array.from({ length: random.integer(2, 3) }, () => createCode(random, number));
  for (let section = 0; section < 9; section++) {
    if (section > 0 && section % 3 === 0) parts.push(`### ${sentence(random, 3, 6).slice(0, -1)}`);
    parts.push(paragraph(random, formulas.splice(0, 1)));
    const display = section % 2 === 1 ? formulas.shift() : undefined;
    if (display !== undefined) parts.push(`$$\n${display}\n$$`);
    if (section === 4) parts.push(list(random, formulas.splice(0, 3)));
    if (section % 3 === 2 && codeBlocks.length > 0) parts.push(codeBlocks.shift());
    if (section === 6)
      parts.push(`| name | value |\n|---|---|\n| ${random.pick(WORDS)} | ${random.integer(1, 99)} |`);
  }
  parts.push(paragraph(random, formulas), ...codeBlocks);
  const tags = Array.from({ length: 4 }, () => random.pick(TAGS));
  const date = new Date(Date.UTC(1995, 0, 1 + number)).toISOString().slice(0, 10);
  const title = `${sentence(random, 3, 6).slice(0, -1)} ${number}`;
  const head = `---\nlayout: post\ntitle: "${title}"\ncategories: [${random.pick(CATEGORIES)}]\ntags: [${[...new Set(tags)].join(", ")}]\n---\n`;
  return { name: `${date}-post-${number}.md`, text: `${head}\n${parts.join("\n\n")}\n` };
}

function sentence(random, low, high) {
  const words = Array.from({ length: random.integer(low, high) }, () => random.pick(WORDS));
  const text = words.join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function paragraph(random, formulas) {
  const sentences = Array.from({ length: random.integer(4, 7) }, () => sentence(random, 9, 18));
  formulas.forEach((formula, index) => {
    sentences.splice(1 + index, 0, `Here $${formula}$ holds for every *${random.pick(WORDS)}*.`);
  });
  if (random.next() < 0.3) sentences.push(`See [the notes](https://example.org/${random.pick(WORDS)}).`);
  if (random.next() < 0.3) sentences.push(`It is called \`${random.pick(WORDS)}_${random.pick(WORDS)}\`.`);
  return sentences.join(" ");
}

function list(random, formulas) {
  const items = [0, 1, 2].map((index) => {
    const formula = formulas[index];
    return `- ${sentence(random, 6, 10)}${formula === undefined ? "" : ` Then $${formula}$.`}`;
  });
  return items.join("\n");
}

/** From a small space of shapes and symbols, so that a site repeats formulas as real ones do. */
function createFormula(random) {
  const symbol = () => random.pick(SYMBOLS);
  const shapes = [
    () => symbol(),
    () => `${symbol()} = ${random.integer(0, 20)}`,
    () => `${symbol()}_{${symbol()}}`,
    () => `${symbol()}^${random.integer(2, 4)} + ${symbol()}^${random.integer(2, 4)}`,
    () => `\\frac{${symbol()}}{${symbol()}}`,
    () => `\\sum_{k=1}^{n} ${symbol()}_k ${symbol()}^{k}`,
    () =>
      `\\int_0^{${symbol()}} f(${symbol()})\\,d${random.pick(["x", "t", "y"])} = ${random.integer(1, 99)}`,
    () =>
      `\\mathbf{${random.pick(["A", "B", "X"])}} ${symbol()} = \\sqrt{${symbol()} + ${random.integer(1, 99)}}`,
  ];
  return random.pick(shapes)();
}

/** Nearly always a block of its own; now and then a command that many posts show. */
function createCode(random, number) {
  if (random.next() < 0.042) return `\`\`\`bash\n${random.pick(COMMON_COMMANDS)}\n\`\`\``;
  const name = `${random.pick(WORDS)}_${number}_${random.integer(1, 999)}`;
  const value = random.integer(1, 9999);
  const bodies = {
    python: `def ${name}(items, limit=${value}):\n    total = 0\n    for index, item in enumerate(items):\n        if item > limit:\n            total += item * index  # ${random.pick(WORDS)}\n    return total\n\nprint(${name}([1, 2, ${value}]))`,
    c: `int ${name}(const int *items, size_t count) {\n  int total = ${value};\n  for (size_t i = 0; i < count; i++) {\n    total += items[i] * 2; /* ${random.pick(WORDS)} */\n  }\n  return total;\n}`,
    bash: `for file in *.txt; do\n  ${name}=$(wc -l < "$file")\n  if [ "$${name}" -gt ${value} ]; then echo "$file"; fi\ndone`,
    rust: `fn ${name}(items: &[u64]) -> u64 {\n    let mut total = ${value};\n    for item in items.iter().filter(|x| **x > 3) {\n        total += item;\n    }\n    total\n}`,
    javascript: `export function ${name}(items) {\n  const total = items.filter((item) => item > ${value}).reduce((sum, item) => sum + item, 0);\n  return { total, text: \`${random.pick(WORDS)} \${total}\` };\n}`,
  };
  const language = random.pick(LANGUAGES);
  return `\`\`\`${language}\n${bodies[language]}\n\`\`\``;
}

/** Writes the corpus into an emptied folder. */
export function generateCorpus(folder, { posts = 1000, seed = 1, hasMath = true } = {}) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "_posts"), { recursive: true });
  writeFileSync(
    path.join(folder, "_config.yml"),
    "title: Corpus\nurl: https://corpus.example\ndescription: Technical posts\npaginate: 10\n",
  );
  const random = createRandom(seed);
  for (let number = 1; number <= posts; number++) {
    const { name, text } = createPost(random, number, { hasMath });
    writeFileSync(path.join(folder, "_posts", name), text);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { posts: { type: "string" }, seed: { type: "string" }, "without-math": { type: "boolean" } },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error("Usage: node bench/generate-corpus.js FOLDER [--posts 1000] [--seed 1] [--without-math]");
    process.exitCode = 2;
  } else {
    generateCorpus(folder, {
      posts: Number(values.posts ?? 1000),
      seed: Number(values.seed ?? 1),
      hasMath: !values["without-math"],
    });
  }
}
