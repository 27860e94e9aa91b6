import assert from "node:assert/strict";
import { test } from "node:test";
import { createHighlighterCoreSync } from "shiki/core";
import { EncodedTokenMetadata, INITIAL } from "shiki/textmate";
import darkTheme from "shiki/themes/github-dark-default.mjs";
import { createRandom } from "../../testing/create-random.js";
import { loadGrammar } from "./code-languages.js";
import { createLineTokenizer, type Grammar } from "./create-line-tokenizer.js";
import { createOnigEngine } from "./create-onig-engine.js";

function createGrammar(id: string): Grammar {
  const engine = createOnigEngine();
  const shiki = createHighlighterCoreSync({ themes: [darkTheme], langs: [loadGrammar(id)], engine });
  shiki.setTheme(darkTheme.name ?? "");
  return shiki.getLanguage(id);
}

const looksOf = (foreground: number, background: number) => ({
  light: { color: `${foreground}`, fontStyle: 0 },
  dark: { color: `${background}`, fontStyle: 0 },
});

/** What opens, closes and stands in comments, texts, blocks and templates of one language or another. */
const LINES = [
  ...[
    "x = 1",
    "  return x;",
    "}",
    "{",
    "/*",
    "*/",
    "// c",
    "# c",
    '"""',
    "'''",
    "`a ${b",
    "c}`",
    '"',
    "  - a: |",
  ],
  ...[
    "    text",
    "cat <<EOF",
    "cat <<-END",
    "EOF",
    "END",
    "```python",
    "```",
    "> q",
    "<b>",
    "</b>",
    "<script>",
  ],
  ...[
    "</script>",
    "$$",
    "\\begin{a}",
    "\\end{a}",
    "=begin",
    "=end",
    "{-",
    "-}",
    "#if A",
    "#endif",
    "(",
    ")",
    "@",
  ],
];

const LANGUAGES = [
  ...["python", "cpp", "bash", "ruby", "yaml", "markdown", "html", "latex", "tsx", "php", "haskell", "julia"],
];

for (const id of LANGUAGES) {
  test(`a line of ${id} has the same tokens whatever lines and blocks were met before`, () => {
    const grammar = createGrammar(id);
    const { tokenizeLine } = createLineTokenizer(grammar, looksOf);
    const random = createRandom(id.length);
    let known = 0;
    const seen = new Map<unknown, unknown>();
    for (let block = 0; block < 80; block++) {
      let [state, plainState] = [INITIAL, INITIAL];
      for (let row = 0; row < 9; row++) {
        const line = LINES[Math.floor(random() * random() * LINES.length)] ?? "";
        const tokenized = tokenizeLine(line, state, 0);
        const plain = grammar.tokenizeLine2(line, plainState, 0);
        assert.ok(tokenized !== "time");
        assert.equal(describe(tokenized.tokens), describePlain(line, plain.tokens), `${block}: ${line}`);
        if (seen.has(tokenized)) known++;
        seen.set(tokenized, true);
        [state, plainState] = [tokenized.stateAfter, plain.ruleStack];
      }
    }
    assert.ok(known > 100, `${known} lines were met before`);
  });
}

type Tokens = Exclude<ReturnType<ReturnType<typeof createLineTokenizer>["tokenizeLine"]>, "time">["tokens"];

function describe(tokens: Tokens): string {
  return tokens.map(({ text, light, dark }) => `${light.color} ${dark.color} ${text}`).join("\n");
}

function describePlain(line: string, tokens: Uint32Array): string {
  const starts = [...tokens].filter((_, index) => index % 2 === 0);
  return starts
    .map((start, number) => {
      const metadata = tokens[2 * number + 1] ?? 0;
      const foreground = EncodedTokenMetadata.getForeground(metadata);
      const background = EncodedTokenMetadata.getBackground(metadata);
      return `${foreground} ${background} ${line.slice(start, starts[number + 1] ?? line.length)}`;
    })
    .join("\n");
}
