/** Code to coloured tokens, through Shiki's grammars. */
import {
  createHighlighterCoreSync,
  guessEmbeddedLanguages,
  type HighlighterCore,
  type LanguageRegistration,
} from "shiki/core";
import { INITIAL } from "shiki/textmate";
import { loadEngine, type PieceStore } from "../piece-store.js";
import { postpone } from "../postpone.js";
import { createLanguageTable, loadGrammar } from "./code-languages.js";
import type { Token, TokenLines } from "./code-tokens.js";
import { createLineTokenizer, type Grammar, type LineTokenizer } from "./create-line-tokenizer.js";
import { createOnigEngine, SHIKI_GRAMMARS } from "./create-onig-engine.js";
import { createPairOfThemes, type ThemeProvider, type Themes } from "./pair-of-themes.js";

/**
 * The last net, for the few grammars that lose themselves in lines that no person writes (C++ in five hundred
 * brackets). No line within the limits of `findTooLong` comes near it.
 */
const LONGEST_LINE_MS = 5_000;

export interface Tokenizer {
  /** The code must be within the limits of `findTooLong`; `id` is Shiki's. `time` when a line took too long. */
  tokenize(code: string, id: string, longestLineMs?: number): TokenLines | "time";
}

/** `pieces` are told how long grammars take to load. */
export function createTokenizer(themes: Themes, pieces?: PieceStore): Tokenizer {
  const engine = createOnigEngine(pieces);
  const pair = createPairOfThemes(themes);
  const createShiki = (langs: LanguageRegistration[]): HighlighterCore =>
    createHighlighterCoreSync({ themes: [themes.light, themes.dark], langs, engine, warnings: false });
  const createForLanguage = (id: string, more: readonly string[]): LineTokenizer =>
    loadEngine(pieces, SHIKI_GRAMMARS, () => {
      const grammar = createShiki([...more, id].flatMap(loadGrammar)).getLanguage(id);
      setTheme(grammar, pair.provider);
      return createLineTokenizer(grammar, pair.findLooks);
    });
  const findForCode = createLanguageTokenizers(createForLanguage);
  const plainShiki = postpone(() => createShiki([]));
  return {
    tokenize: (code, id, longestLineMs = LONGEST_LINE_MS) =>
      id === "ansi"
        ? tokenizeAnsi(plainShiki(), code, themes)
        : tokenizeLines(findForCode(id, code), code, longestLineMs),
  };
}

/**
 * Each language has a Shiki of its own: languages that share one change each other, for one that comes later is then
 * coloured inside those before it, and a block would depend on what was met before. What a language may hold of others
 * without always needing them (Markdown in its fences) is loaded for the blocks that name it.
 */
function createLanguageTokenizers(
  create: (id: string, more: readonly string[]) => LineTokenizer,
): (id: string, code: string) => LineTokenizer {
  const tokenizers = new Map<string, LineTokenizer>();
  const languages = createLanguageTable();
  return (id, code) => {
    const optional = optionalLanguages(id);
    const named = optional.length === 0 ? [] : guessEmbeddedLanguages(code, id);
    const inside = new Set(named.map((name) => languages.find(name)?.id));
    const more = optional.filter((name) => inside.has(name));
    const key = [id, ...more].join();
    const known = tokenizers.get(key);
    if (known !== undefined) return known;
    const tokenizer = create(id, more);
    tokenizers.set(key, tokenizer);
    return tokenizer;
  };
}

function optionalLanguages(id: string): readonly string[] {
  return loadGrammar(id).find(({ name }) => name === id)?.embeddedLangsLazy ?? [];
}

/** Which theme a grammar asks is not in its public types; were it kept elsewhere one day, no token would find its looks. */
function setTheme(grammar: Grammar, provider: ThemeProvider): void {
  Object.defineProperty(grammar, "themeProvider", { value: provider });
}

function tokenizeLines(
  { tokenizeLine }: LineTokenizer,
  code: string,
  longestLineMs: number,
): TokenLines | "time" {
  const lines: (readonly Token[])[] = [];
  let state = INITIAL;
  for (const line of code.split(/\r?\n/)) {
    if (line === "") {
      lines.push([]);
      continue;
    }
    const tokenized = tokenizeLine(line, state, longestLineMs);
    if (tokenized === "time") return "time";
    state = tokenized.stateAfter;
    lines.push(tokenized.tokens);
  }
  return lines;
}

function tokenizeAnsi(shiki: HighlighterCore, code: string, { light, dark }: Themes): TokenLines {
  const [lightLines = [], darkLines = []] = [light, dark].map((theme) =>
    shiki.codeToTokensBase(code, { lang: "ansi", theme }),
  );
  return lightLines.map((line, row) =>
    line.map((token, column) => {
      const other = darkLines[row]?.[column];
      return {
        text: token.content,
        light: { color: token.color, background: token.bgColor, fontStyle: token.fontStyle },
        dark: { color: other?.color, background: other?.bgColor, fontStyle: token.fontStyle },
      };
    }),
  );
}
