/** Random prose with random formulas in random places: every formula comes out, and nothing else changes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../testing/create-random.js";
import { createFormulaReader } from "../testing/read-formulas.js";
import { escapeHtml } from "../util/text.js";

const read = createFormulaReader({ enabled: true, singleBackslash: true });

interface Rendered {
  readonly formulas: readonly string[];
  /** With a word in the place of each formula. */
  readonly html: string;
  readonly faults: readonly string[];
}

function render(text: string): Rendered {
  const { formulas, faults, html } = read(text);
  return {
    formulas: formulas.map(({ tex }) => onOneLine(tex)).sort(),
    html: html((piece) => {
      if (piece.kind !== "formula") return "<pre></pre>";
      return piece.isBlock ? `<p>${WORD}</p>` : WORD;
    }),
    faults,
  };
}

const WORD = "formula";
const WORDS =
  'plain *emph* **strong** `code` `$5` "quoted" it\'s -- a--b wait... [link](u_v) <b>bold</b> 5&nbsp;m ~~no~~ snake_case \\*kept\\* \\$9 10% (so), end. ^1 a|b'.split(
    " ",
  );
const TEX = [
  ..."_ * | < > & ^ ~ ' -- ... \" # ! : @ [a](b) ![c](d) **e** __f__ ~~g~~ <b> &amp; {{h}} {%i%} {:.j}".split(
    " ",
  ),
  ..."\\\\ \\{ \\} \\, \\; \\_ \\& \\| \\# \\frac{a}{b} \\text{k} x_1 y^2 https://a.b/c_d << >> [^1] *[l]: = +".split(
    " ",
  ),
];

interface Formula {
  readonly tex: string;
  readonly written: string;
}

type Pick = <Item>(items: readonly Item[]) => Item;

function createPick(random: () => number): Pick {
  return (items) => {
    const item = items[Math.floor(random() * items.length)];
    assert.ok(item !== undefined);
    return item;
  };
}

function randomTex(pick: Pick, random: () => number, isLong: boolean): string {
  const parts = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(TEX));
  const breaks = isLong ? ["\n", " "] : [" ", ""];
  return ["a", ...parts, "z"].reduce(
    (left, right) => left + (/\\[a-z]*$/.test(left) ? " " : pick(breaks)) + right,
  );
}

/** What an author of a Jekyll blog types, for kramdown to undo. */
function escapeForKramdown(tex: string): string {
  return tex.replace(/\\[\\.*_+`<>()[\]{}#!:|"'$=~-]/g, (pair) =>
    [...pair].map((sign) => (sign === "\\" ? "\\\\" : sign)).join(""),
  );
}

function randomFormula(pick: Pick, random: () => number, isLong = false): Formula {
  const tex = randomTex(pick, random, isLong);
  const written = pick([
    `$${tex}$`,
    `$$${tex}$$`,
    `$\`${tex}\`$`,
    `\\\\(${escapeForKramdown(tex)}\\\\)`,
    `\\\\[${escapeForKramdown(tex)}\\\\]`,
    `\\(${tex}\\)`,
  ]);
  return { tex, written };
}

function onOneLine(tex: string): string {
  return tex.replace(/\s+/g, " ").trim();
}

type Fill = (isHtml?: boolean) => string;

/** Blocks of Markdown that hold what `fill` gives. */
const PLACES: readonly ((fill: Fill, block: () => string) => string)[] = [
  (fill) => fill(),
  (fill) => `${fill()}\n${fill()}`,
  (fill) => `- ${fill()}\n- ${fill()}\n  - ${fill()}`,
  (fill) => `1. ${fill()}\n\n2. ${fill()}`,
  (fill) => `> ${fill()}\n> ${fill()}`,
  (fill) => `> - ${fill()}`,
  (fill) => `## ${fill()}`,
  (fill) => `Heading ${fill()}\n===`,
  (fill) => `| a | b |\n|---|---|\n| ${fill().replaceAll("a|b", "ab")} | c |`,
  (fill) => `so *very ${fill()} done* and **so ${fill()} done**`,
  (fill) => `see [the ${fill().replace(/\[link\]\(.*?\)/g, "link")} here](url)`,
  (fill) => `note[^n]\n\n[^n]: ${fill()}`,
  (fill) => `term ${fill()}\n: text ${fill()}`,
  (fill) => `<table><tr><td>${fill(true)}</td></tr></table>`,
  (fill) => `<div markdown="1">\n${fill()}\n</div>`,
  (_, block) => block(),
  (_, block) => `> text\n>\n> ${block().replaceAll("\n", "\n> ")}`,
  (_, block) => `- text\n\n  ${block().replaceAll("\n", "\n  ")}`,
  (fill) => `\`\`\`\n$not math$\n\`\`\`\n\n${fill()}`,
];

interface Sample {
  readonly text: string;
  readonly plain: string;
  readonly formulas: readonly string[];
}

function createSample(seed: number): Sample {
  const random = createRandom(seed);
  const pick = createPick(random);
  const formulas: string[] = [];
  const plain: string[] = [];
  const holes: string[] = [];
  // A sign that nothing else uses marks where a formula, or a word, is put in.
  const hole = (written: string): string => `⟪${holes.push(written) - 1}⟫`;
  const add = ({ tex, written }: Formula): string => {
    formulas.push(onOneLine(tex));
    return hole(written);
  };
  const words = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(WORDS)).join(" ");
  const fill: Fill = (isHtml = false) => {
    const formula = randomFormula(pick, random);
    if (isHtml) return `text ${add(htmlFormula(formula))} text`;
    const around = pick([
      ["", ""],
      ["(", ")"],
      ['"', '"'],
      ["", ","],
      ["", "'s"],
    ]);
    return `Text ${words()} ${around[0]}${add(formula)}${around[1]} ${words()} text`;
  };
  const block = (): string => {
    const tex = randomTex(pick, random, random() < 0.5);
    const [open, close] = pick([
      ["$$", "$$"],
      ["$$\n", "\n$$"],
      ["$$ ", "\n$$"],
      ["\\[\n", "\n\\]"],
    ]);
    return add({ tex, written: `${open}${tex}${close}` });
  };
  const blocks = Array.from({ length: 2 }, () => {
    const text = pick(PLACES)(fill, block);
    plain.push(text);
    return text;
  });
  const put = (text: string, isPlain: boolean): string =>
    text
      .split("\n")
      .map((line) => {
        // Lines of a formula belong to the containers of its first line.
        const indent = /^(?:[> ]|- (?=⟪))*/.exec(line)?.[0].replaceAll("-", " ") ?? "";
        return line.replace(/⟪(\d+)⟫/g, (_, index: string) =>
          isPlain ? WORD : (holes[Number(index)] ?? "").replaceAll("\n", `\n${indent}`),
        );
      })
      .join("\n");
  const text = blocks.join("\n\n").replaceAll("[^n]", () => "[^n]");
  return { text: put(text, false), plain: put(text, true), formulas: formulas.sort() };
}

function htmlFormula({ tex, written }: Formula): Formula {
  return { tex, written: escapeHtml(written).replaceAll("&quot;", '"') };
}

test("every formula comes out, and prose is what it is with words in the place of formulas", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { text, plain, formulas } = createSample(seed);
    const rendered = render(text);
    assert.deepEqual(rendered.formulas, formulas, `seed ${seed}\n${text}`);
    assert.equal(rendered.html, render(plain).html, `seed ${seed}\n${text}`);
    assert.deepEqual(rendered.faults, [], `seed ${seed}\n${text}`);
  }
});
