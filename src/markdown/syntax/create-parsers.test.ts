import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Nodes } from "../mdast-nodes.js";
import { createParsers } from "./create-parsers.js";

const OPTIONS = {
  math: { enabled: true, singleBackslash: false },
  kramdown: true,
  smartPunctuation: false,
  htmlRegions: true,
};
const { parseBody, parseInline, parseTemplate } = createParsers(OPTIONS);
const { parseBody: parseSingle } = createParsers({
  ...OPTIONS,
  math: { enabled: true, singleBackslash: true },
});

/** Every formula of a text: `$x$` for one in a paragraph, `[x]` for one between paragraphs. */
function formulasOf(text: string, parse = parseBody): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "inlineMath") found.push(`$${node.value}$`);
    if (node.type === "math") found.push(`[${node.value}]`);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(parse(text));
  return found;
}

function typesOf(text: string): string[] {
  return parseBody(text).children.map(({ type }) => type);
}

function check(cases: Readonly<Record<string, readonly string[]>>, parse = parseBody): void {
  for (const [text, expected] of Object.entries(cases))
    assert.deepEqual(formulasOf(text, parse), expected, text);
}

describe("formulas in a paragraph", () => {
  test("single dollars follow Pandoc's rule", () => {
    check({
      "a $x$ b": ["$x$"],
      "$x_1*y_2*$ and $z$": ["$x_1*y_2*$", "$z$"],
      "costs $5 and then $10": [],
      "from $5-$10": [],
      "$ x$ and $x $": [],
      "\\$5 and \\$6": [],
      "$a\\$b$": ["$a\\$b$"],
      "one $ alone": [],
      "$a\nb$": ["$a\nb$"],
      $$$: [],
      "**$a*b$** [$c$](u)": ["$a*b$", "$c$"],
    });
  });

  test("two dollars inside a paragraph are a formula of the paragraph", () => {
    check({
      "so $$a_b$$ holds": ["$a_b$"],
      "$$a$$ and $$b$$": ["$a$", "$b$"],
      "$$\na\n$$ and text": ["$\na\n$"],
      "$$\\text{if $x$}$$ holds": ["$\\text{if $x$}$"],
    });
  });

  test("brackets behind two backslashes lose kramdown's escapes", () => {
    check({
      "so \\\\( a = x^2 \\\\) holds": ["$ a = x^2 $"],
      "so \\\\( a\\_b \\\\{ c \\\\} \\\\) holds": ["$ a_b \\{ c \\} $"],
      "so \\\\[ a \\\\\\\\ b \\\\] holds": ["$ a \\\\ b $"],
      "so \\\\[ a \\\\\\\\[2pt] b \\\\] holds": ["$ a \\\\[2pt] b $"],
      "so \\\\( a\\, b \\\\)": ["$ a\\, b $"],
    });
  });

  test("brackets behind one backslash only when the site asks for them", () => {
    check({ "so \\(x\\) and \\[y\\]": [] });
    check(
      { "so \\(x_1\\) and \\[y\\]": ["$x_1$", "$y$"], "\\[\na\n\\]": ["[\na\n]".replace(/\n/g, "")] },
      parseSingle,
    );
  });

  test("an environment at the start of a line may be indented", () => {
    const environment = "\\begin{align}\na\n\\end{align}";
    check({
      [`so\n${environment} holds`]: [`$${environment}$`],
      [`so\n  ${environment} holds`]: [`$${environment}$`],
      [`so \\* $x$\n  ${environment} holds`]: ["$x$", `$${environment}$`],
      [`so ${environment}`]: [],
    });
  });

  test("code spans win over math", () => {
    check({ "`$a$` $b$ `\\\\(c\\\\)`": ["$b$"], "`` `$a` `` and $x$": ["$x$"] });
  });

  test("math wins over emphasis, links and HTML", () => {
    check({ "$a<b>c$ *d$e*f$": ["$a<b>c$", "$e*f$"], "$[a](b)$": ["$[a](b)$"] });
  });

  test("titles are one paragraph", () => {
    check({ "1. The $O(n)$ rule": ["$O(n)$"], "# $x$": ["$x$"] }, parseInline);
    assert.equal(parseInline("1. The rule").children[0]?.type, "paragraph");
  });
});

describe("formulas on lines of their own", () => {
  test("two dollars", () => {
    check({
      $$x$$: ["[x]"],
      "$$\nx\n$$": ["[x]"],
      "$$ a\n+ b $$": ["[ a\n+ b ]"],
      "$$ a\n+ b\n$$": ["[ a\n+ b]"],
      "$$\na\n\n- b\n$$": ["[a\n\n- b]"],
      "text\n$$x$$\nmore": ["[x]"],
      "text\n$$\nx\n$$\nmore": ["[x]"],
      "   $$x$$  ": ["[x]"],
      "    $$x$$": [],
    });
    assert.deepEqual(typesOf("text\n$$\nx\n$$\nmore"), ["paragraph", "math", "paragraph"]);
  });

  test("brackets, also on adjacent lines", () => {
    check({
      "\\\\[ b = x^2 + y^2 \\\\]\n\\\\[ b = \\frac{1}{n^2}\\\\]": [
        "[ b = x^2 + y^2 ]",
        "[ b = \\frac{1}{n^2}]",
      ],
      "text\n\\\\[\na\\_b \\\\\\\\\nc\n\\\\]": ["[a_b \\\\\nc]"],
    });
  });

  test("environments without delimiters", () => {
    check({
      "\\begin{align}\na &= b \\\\\n\\end{align}": ["[\\begin{align}\na &= b \\\\\n\\end{align}]"],
      "\\begin{align*} x \\end{align*}\ntext": ["[\\begin{align*} x \\end{align*}]"],
      "text\n\\begin{cases} x \\end{cases}, so": ["$\\begin{cases} x \\end{cases}$"],
      "the command \\begin{align} x \\end{align}": [],
    });
  });

  test("inside list items and quotes", () => {
    check({
      "- item\n  $$\n  a\n  > b\n  $$\n- $$c$$": ["[  a\n  > b]".replaceAll("  ", ""), "[c]"],
      "> $$\n> a|b\n> $$\n> text": ["[a|b]"],
      "1. x\n\n   \\\\[\n   y\n   \\\\]\n2. z": ["[y]"],
    });
  });

  test("an opening that never closes takes nothing with it", () => {
    check({
      "$$ a\n\nSome words of prose\n\n$$\ny\n$$": ["[y]"],
      "$$ a\n\n# Heading\n\n$$x$$": ["[x]"],
      "- $$ a\n\ntext $$": [],
    });
    assert.deepEqual(typesOf("$$ a\n\n- one\n- two"), ["paragraph", "list"]);
    assert.deepEqual(typesOf("\\\\[ a\n\n> quote"), ["paragraph", "blockquote"]);
  });
});

describe("tables", () => {
  test("a bar in a formula divides no cells", () => {
    const table = "| a | b |\n|---|---|\n| $P(A|B)$ | \\\\( |x| \\\\) and $$|y|$$ |";
    assert.deepEqual(formulasOf(table), ["$P(A|B)$", "$ |x| $", "$|y|$"]);
    const [node] = parseBody(table).children;
    assert.ok(node?.type === "table");
    assert.deepEqual(
      node.children.map((row) => row.children.length),
      [2, 2],
    );
  });

  test("a bar in a formula of the head divides no cells", () => {
    assert.deepEqual(formulasOf("| $|a|$ | b |\n|---|---|\n| c | d |"), ["$|a|$"]);
    assert.deepEqual(typesOf("$|a|$ | b\n--- | ---\nc | d"), ["table"]);
  });

  test("a bar in a formula makes no table", () => {
    assert.deepEqual(typesOf("a $x|y$ b\n--- | ---"), ["paragraph"]);
  });

  test("dollars in code of a cell open nothing", () => {
    const [node] = parseBody("| a | b |\n|---|---|\n| `$x` | `$y` |").children;
    assert.ok(node?.type === "table");
    assert.equal(node.children[1]?.children.length, 2);
  });
});

describe("TeX comes through byte for byte", () => {
  const strings = [
    ..."_*|<>&{}^~'\"#`[]()!@%:;,.?=+-/".split("").map((sign) => `a${sign}b`),
    "a_b*c_d*e",
    "\\frac{a}{b} \\\\ \\{x\\} \\| \\_ \\&",
    "<b>&amp;</b>",
    "[a](b) ![c](d)",
    "**x** __y__ ~~z~~",
    "a^{b}_{c}|d|",
    "{{x}} {% y %}",
    "https://example.org/a_b",
    "x  y\\ z",
    "f'' :smile: [^1]",
    "中文 é α",
  ];
  const containers: Readonly<Record<string, (tex: string) => string>> = {
    paragraph: (tex) => `text ${tex} text`,
    "list item": (tex) => `- item ${tex} text\n- other`,
    quote: (tex) => `> quote ${tex}`,
    "table cell": (tex) => `| a | b |\n|---|---|\n| ${tex} | x |`,
    heading: (tex) => `## Heading ${tex}`,
    emphasis: (tex) => `**bold ${tex} text**`,
  };
  for (const [name, wrap] of Object.entries(containers)) {
    test(`in a ${name}`, () => {
      for (const tex of strings) {
        if (name === "table cell" && tex.includes("`")) continue;
        assert.deepEqual(formulasOf(wrap(`$${tex}$`)), [`$${tex}$`], tex);
        assert.deepEqual(formulasOf(wrap(`$$${tex}$$`)), [`$${tex}$`], tex);
      }
    });
  }

  test("on lines of their own", () => {
    for (const tex of strings) {
      assert.deepEqual(formulasOf(`$$\n${tex}\n$$`), [`[${tex}]`], tex);
      assert.deepEqual(formulasOf(`> - $$${tex}$$`), [`[${tex}]`], tex);
    }
  });
});

test("nothing is a formula when math is switched off", () => {
  const { parseBody: parse } = createParsers({ ...OPTIONS, math: { ...OPTIONS.math, enabled: false } });
  check({ "$x$ $$y$$": [], "$$\nx\n$$": [], "\\\\[ x \\\\]": [] }, parse);
});

test("reads a template whose tag goes on in the next line, inside of a link's address", () => {
  assert.deepEqual(formulasOf("[a\nb]({% link\n_posts/c.md %}) $x$", parseTemplate), ["$x$"]);
});
