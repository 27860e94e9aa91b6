/** Faulty TeX, and every place of a post where a formula may stand, for tests of where a fault is reported. */

/** Stands before what the report must point at; where two places are as good, before both. */
export const MARK = "‸";

/** One fault each, which is a fault whatever TeX stands before and behind it. */
export const TEX_FAULTS: readonly string[] = [
  // Names that do not exist: typos of real ones, and others.
  ...["x + ‸\\alpa", "‸\\fracc{a}{b}", "\\beta + ‸\\bet + \\beta", "‸\\Sum x", "‸\\mathbbb{R}"],
  ...["\\frac{‸\\gama}{2}", "\\sqrt{1 + \\frac{1}{‸\\infti}}", "a \\leqq b ‸\\lesss c"],
  ...["\\operatorname{sin}‸\\xyzzy", "e^{‸\\ipi}", "x_{‸\\indx}", "‸\\foobarbaz{1}", "\\text{a} ‸\\tozero b"],
  ...["\\left( ‸\\thetha \\right)", "\\begin{pmatrix} 1 & ‸\\zet \\\\ 2 & 3 \\end{pmatrix}"],
  ...[
    "\\begin{aligned} a &= b \\\\ c &= ‸\\delt \\end{aligned}",
    "\\mathrm{d}x ‸\\timess y",
    "\\lim_{n ‸\\tto 0} x",
  ],
  ...["\\begin{cases} 1 & x > 0 \\\\ ‸\\omeg & x < 0 \\end{cases}", "\\sum_{i=1}^{n} ‸\\sgma_i"],
  // Braces.
  ...[
    "\\frac{a}‸{b",
    "‸{a + b",
    "‸{b - \\sqrt{a}",
    "‸\\left[ \\frac{1}{2}",
    "a‸} b",
    "\\sqrt‸{1 + x",
    "a + ‸{b + {c} + {d}",
  ],
  ...["{a} + b‸}", "\\mathbf‸{x + y", "x^‸{2 + y", "\\frac{a}{b}‸} + c", "\\text‸{if x"],
  // Environments.
  ...[
    "‸\\begin‸{‸aligne} a \\end{aligne}",
    "‸\\begin‸{‸matrx} 1 & 2 \\end{matrx}",
    "a + ‸\\begin‸{‸casess} a \\end{casess}",
  ],
  ...[
    "‸\\begin{pmatrix} 1 & 2",
    "a ‸\\end{pmatrix}",
    "‸\\begin{pmatrix} 1 & 2 ‸\\end{bmatrix}",
    "‸\\begin{cases} a & b \\\\ c & d",
  ],
  // Scripts.
  ...[
    "a^2‸^3",
    "a_1‸_2",
    "x_1 + x_1‸_2 + y",
    "\\mathrm{x^a‸^b}",
    "a^2‸'",
    "\\sum_{i}‸_{j} i",
    "\\int_0^1‸^2 x",
  ],
  // Delimiters.
  ...[
    "‸\\left( a + b",
    "a + b ‸\\right)",
    "‸\\left‸x a \\right)",
    "a ‸\\middle| b",
    "‸\\bigl‸x a",
    "‸\\left( ‸\\left[ a \\right)",
  ],
  // What stands in a wrong place.
  ...["a ‸& b", "x + 1 ‸& = 2", "\\frac{a ‸& b}{c}", "a \\over b ‸\\over c", "a ‸\\limits_b", "1 + ‸#1"],
  // Arguments.
  ...["‸\\sqrt‸[3{x}", "a ‸\\hspace{3foo} b", "‸\\cfrac[x]{1}{2}"],
];

/** Faults only at the end of a formula: what would come next is what is missing. */
export const TEX_FAULTS_AT_END: readonly string[] = [
  ...["1 + ‸\\frac{1}", "‸\\sqrt", "\\binom{n}{k} + ‸\\binom{n}", "x + y‸^", "x + y‸_", "a + ‸\\mathbf"],
  ...["‸\\genfrac{(}{)}{0pt}", "\\sqrt{a} - ‸\\sqrt", "‸\\overline", "a + ‸\\hat"],
];

export interface FaultPlacement {
  readonly name: string;
  /** Whether it needs `math.single_backslash`. */
  readonly isSingleBackslash: boolean;
  /** Whether more TeX follows. */
  readonly hasMore: boolean;
  /** The text of a post around the TeX. */
  readonly write: (tex: string) => string;
}

/** Where kramdown would take away a backslash, the author writes two. */
const doubleBackslashes = (tex: string): string => tex.replace(/\\(?=[\\.*_+`<>()[\]{}#!:|"'$=-])/g, "\\\\");

const INLINE: Readonly<Record<string, (tex: string) => string>> = {
  "$…$": (tex) => `$${tex}$`,
  "$$…$$": (tex) => `$$${tex}$$`,
  "\\\\(…\\\\)": (tex) => `\\\\(${doubleBackslashes(tex)}\\\\)`,
  "\\\\[…\\\\]": (tex) => `\\\\[ ${doubleBackslashes(tex)} \\\\]`,
  "\\(…\\)": (tex) => `\\( ${tex} \\)`,
};

const DISPLAY: Readonly<Record<string, (tex: string) => readonly string[]>> = {
  "$$ on lines of its own": (tex) => ["$$", "a + b +", `${tex}`, "+ c", "$$"],
  "$$ around lines": (tex) => ["$$ a + b", `+ ${tex}`, "+ c $$"],
  "\\\\[ on lines of its own": (tex) => ["\\\\[", "a + b +", doubleBackslashes(tex), "+ c", "\\\\]"],
  "\\[ on lines of its own": (tex) => ["\\[", "a + b +", tex, "+ c", "\\]"],
  environment: (tex) => ["\\begin{equation}", "a + b +", tex, "\\end{equation}"],
  fence: (tex) => ["```math", "a + b +", `  ${tex}`, "```"],
};

const TEXT_AROUND: Readonly<Record<string, (formula: string) => string>> = {
  paragraph: (formula) => `One line.\nAnother ${formula} line\nand a third.`,
  list: (formula) => `- one\n- two ${formula} words\n  - three\n`,
  table: (formula) => `| a | b |\n|---|---|\n| c | d |\n| ${formula} | e |`,
  quote: (formula) => `> one\n> *two* ${formula} words`,
  heading: (formula) => `words\n\n## Heading ${formula} here\n\nwords`,
  footnote: (formula) => `words[^1]\n\n[^1]: A note ${formula} here.`,
  "strong text in a list": (formula) => `1. one\n\n2. **two ${formula}** words`,
};

const LINES_AROUND: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  "between paragraphs": (lines) => ["One.", "", ...lines, "", "Two."].join("\n"),
  "in a list": (lines) => ["- one", "", ...lines.map((line) => `  ${line}`), "- two"].join("\n"),
  "in a quote": (lines) => ["> one", ">", ...lines.map((line) => `> ${line}`), "> two"].join("\n"),
};

export const FAULT_PLACEMENTS: readonly FaultPlacement[] = [
  ...Object.entries(INLINE).flatMap(([delimiter, wrap]) =>
    Object.entries(TEXT_AROUND).map(([container, around]) => ({
      name: `${delimiter} in a ${container}`,
      isSingleBackslash: /^\\[([]/.test(delimiter),
      hasMore: false,
      write: (tex: string) => around(wrap(tex)),
    })),
  ),
  ...Object.entries(DISPLAY).flatMap(([delimiter, wrap]) =>
    Object.entries(LINES_AROUND).map(([container, around]) => ({
      name: `${delimiter} ${container}`,
      isSingleBackslash: /^\\\[/.test(delimiter),
      hasMore: wrap("").some((line) => line.startsWith("+ c")),
      write: (tex: string) => around(wrap(tex)),
    })),
  ),
];

export interface MarkedText {
  readonly text: string;
  /** The places of the marks, line and column from 1, in a text without marks. */
  readonly places: readonly { readonly line: number; readonly column: number }[];
}

export function readMarks(marked: string): MarkedText {
  const places = marked.split("\n").flatMap((line, index) => {
    const parts = line.split(MARK).slice(0, -1);
    let length = 0;
    return parts.map((part) => {
      length += part.length;
      return { line: index + 1, column: length + 1 };
    });
  });
  return { text: marked.replaceAll(MARK, ""), places };
}
