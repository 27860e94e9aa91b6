/** Code to HTML through Shiki: one highlighter, grammars loaded when first met, blocks met before not tokenised again. */
import { createHighlighterCore } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import { type BundledTheme, bundledThemes } from "shiki/themes";
import type { CodeConfig } from "../../model/config.js";
import { createBoundedCache } from "../bounded-cache.js";
import { readEscapes, removeEscapes } from "./ansi-escapes.js";
import { readThemeColors } from "./code-colors.js";
import { type CodeLanguage, createLanguageTable, type LanguageTable } from "./code-languages.js";
import { createCodeStyleSheet } from "./code-style-sheet.js";
import type { MarkedCode } from "./marked-code.js";
import { findTooLong, type TokenLines, type TooLong, tokenizeCode } from "./tokenize-code.js";
import { writeBlock, writeSpan } from "./write-code.js";

export interface HighlightedCode {
  readonly html: string;
  /** Why it has no colours though its language has a grammar. */
  readonly tooLong: TooLong | undefined;
}

export interface CodeHighlighter {
  /** The whole block: box, caption, `pre` and `code`. An unknown language is plain text. */
  highlight(code: MarkedCode): HighlightedCode;
  /** Code within a sentence. */
  highlightSpan(code: string, language: CodeLanguage): HighlightedCode;
  readonly languages: LanguageTable;
  readonly styleSheet: string;
}

const CACHE_SIZE = 5_000;
const FALLBACK_THEMES = { light: "github-light-default", dark: "github-dark-default" } as const;

export async function createCodeHighlighter(config: CodeConfig): Promise<CodeHighlighter> {
  const light = findTheme(config.lightTheme, FALLBACK_THEMES.light);
  const dark = findTheme(config.darkTheme, FALLBACK_THEMES.dark);
  const shiki = await createHighlighterCore({
    themes: [bundledThemes[light](), bundledThemes[dark]()],
    engine: createOnigurumaEngine(import("shiki/wasm")),
  });
  const colors = {
    light: readThemeColors(shiki.getTheme(light)),
    dark: readThemeColors(shiki.getTheme(dark)),
  };
  const languages = createLanguageTable();
  const cache = createBoundedCache<HighlightedCode>(CACHE_SIZE);

  const tokenize = (code: string, language: CodeLanguage | undefined): TokenLines | TooLong | undefined => {
    if (language === undefined || language.id === "text") return undefined;
    return findTooLong(code) ?? tokenizeCode(shiki, code, language.id, { light, dark });
  };
  const highlightWith = (
    key: string,
    code: string,
    language: CodeLanguage | undefined,
    write: (lines: TokenLines | undefined) => string,
  ): HighlightedCode => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const lines = tokenize(code, language);
    const result =
      typeof lines === "string"
        ? { html: write(undefined), tooLong: lines }
        : { html: write(lines), tooLong: undefined };
    cache.set(key, result);
    return result;
  };

  return {
    highlight(marked) {
      const language = languages.find(marked.languageName);
      const key = JSON.stringify(marked);
      if (language?.id !== "ansi")
        return highlightWith(key, marked.code, language, (lines) =>
          writeBlock(marked, language, lines, colors),
        );
      const shown = { ...marked, code: removeEscapes(marked.code) };
      return highlightWith(key, readEscapes(marked.code), language, (lines) =>
        writeBlock(shown, language, lines, colors),
      );
    },
    highlightSpan: (code, language) =>
      highlightWith(JSON.stringify([code, language.id]), code, language, (lines) =>
        writeSpan(code, language, lines, colors),
      ),
    languages,
    styleSheet: createCodeStyleSheet(colors.light, colors.dark),
  };
}

function findTheme(name: string, fallback: BundledTheme): BundledTheme {
  return isBundledTheme(name) ? name : fallback;
}

function isBundledTheme(name: string): name is BundledTheme {
  return Object.hasOwn(bundledThemes, name);
}

/** Names of the themes that Shiki brings. */
export function listThemeNames(): readonly string[] {
  return Object.keys(bundledThemes);
}
