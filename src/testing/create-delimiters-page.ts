/** `docs/math-delimiters.md`: every way to write a formula, with what the parsers make of it. */
import type { SyntaxOptions } from "../markdown/syntax/create-parsers.js";
import { createFormulaReader } from "./read-formulas.js";

/** What is written, and what is said about it. */
type Row = readonly [written: string, remark?: string];

const INLINE: readonly Row[] = [
  ["so $a_1 * b_2$ holds", "no space inside the dollars, no digit behind the closing one"],
  ["so $a\n- b$ holds", "over lines, whatever they begin with"],
  ["so $`a_1 * b_2`$ holds", "GitHub's and GitLab's form; dollars may stand inside"],
  [
    "so \\\\(a\\_1 \\\\{b\\\\}\\\\) holds",
    "Jekyll's form: a backslash before punctuation is undone, as kramdown does",
  ],
  ["so $$a_1$$ holds", "in a paragraph, as in kramdown"],
  ['so <script type="math/tex">a_1</script> holds', "what old versions of kramdown wrote"],
  ["<td>$a &lt; b$ and \\(c\\)</td>", "in the text of your HTML, as MathJax in the browser finds it"],
];

const DISPLAY: readonly Row[] = [
  ["$$a_1$$", "on a line of its own"],
  ["$$\na_1 \\\\\nb_2\n$$"],
  ["$$a_1\n+ b_2$$", "TeX on the lines of the delimiters"],
  ["$$\na_1\n$$ and text", "over lines, with text behind it"],
  ["text\n$$a_1$$\nmore text", "between lines of a paragraph, which it divides"],
  ["- item\n  $$a_1$$"],
  ["> $$\n> a_1\n> $$"],
  ["\\\\[ a\\_1 \\\\\\\\ b \\\\]", "Jekyll's form"],
  ["\\\\[\na_1\n\\\\]"],
  ["so \\\\[a_1\\\\] holds", "in a paragraph or heading"],
  ["\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}", "any environment that starts a line"],
  ["```math\na_1\n```"],
  ['<script type="math/tex; mode=display">a_1</script>'],
  ["<td>$$a_1$$</td>", "in the text of your HTML"],
];

const SINGLE: readonly Row[] = [["so \\(a_1\\) holds"], ["\\[\na_1\n\\]"], ["so \\[a_1\\] holds"]];

const KRAMDOWN: readonly Row[] = [
  ["so $\\\\{a\\_1\\\\}$ holds"],
  ["\\begin{align}\na \\\\\\\\ b\n\\end{align}"],
  ["$$a \\\\ b\\_1$$", "kramdown knows these delimiters and leaves what is inside alone"],
];

const TEXT: readonly Row[] = [
  ["from $5 to $10", "prices"],
  ["a $ b $ c", "spaces inside the dollars"],
  ["\\$a\\$", "escaped"],
  ["`$a$`", "code"],
  ["\\(a\\)", "without `single_backslash`, an escaped bracket"],
  ["<code>$a$</code>", "code in HTML"],
];

const SETTINGS: SyntaxOptions["math"] = { enabled: true, singleBackslash: false };

export function createDelimitersPage(): string {
  return `# Every way to write a formula

Each table shows what you write and what MathJax gets. Nothing in a formula means anything to Markdown, to typographic
punctuation, to tables or to Liquid. Made by \`npm run docs\` from what the parsers really do; a test holds it to that.

## In the line

${table(INLINE, SETTINGS)}

## On its own

${table(DISPLAY, SETTINGS)}

All of them may stand in lists, quotes, footnotes and definition lists; those that fit on a line also in tables and
headings.

## With \`math.single_backslash: true\`

${table(SINGLE, { ...SETTINGS, singleBackslash: true })}

## With \`markdown: kramdown\`

${table(KRAMDOWN, { ...SETTINGS, isForKramdown: true })}

## What is no formula

${table(TEXT, SETTINGS)}

An opening \`$$\`, \`\\\\(\` or \`\\\\[\` that nothing closes is reported where it stands, and takes no text with it.
`;
}

function table(rows: readonly Row[], math: SyntaxOptions["math"]): string {
  const read = createFormulaReader(math);
  const lines = rows.map(([written, remark = ""]) => {
    const { formulas } = read(written);
    const kinds = formulas.map(({ isDisplay }) => (isDisplay ? "display" : "inline"));
    const tex = formulas.map((formula) => code(formula.tex));
    return `| ${code(written)} | ${[...new Set(kinds)].join(", ") || "text"} | ${tex.join(" and ")} | ${cell(remark)} |`;
  });
  return ["| you write | it is | TeX | |", "|---|---|---|---|", ...lines].join("\n");
}

/** Each line as a code span, with more backticks around than inside. */
function code(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const fence = "`".repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length)));
      const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
      return cell(`${fence}${space}${line}${space}${fence}`);
    })
    .join("<br>");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
