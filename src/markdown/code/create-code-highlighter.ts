/** Code to HTML through Shiki. Blocks met before are not tokenised again; Shiki is loaded for the first one that was not. */
import { createRequire } from "node:module";
import { type BundledTheme, bundledThemes } from "shiki/themes";
import type { CodeConfig } from "../../model/config.js";
import { createBoundedCache } from "../bounded-cache.js";
import { createStoredPieces, loadEngine, type PieceStore, type StoredPieces } from "../piece-store.js";
import { postpone } from "../postpone.js";
import { readEscapes, removeEscapes } from "./ansi-escapes.js";
import { readThemeColors } from "./code-colors.js";
import { type CodeLanguage, createLanguageTable, type LanguageTable } from "./code-languages.js";
import { findTooLong, type TooLong } from "./code-limits.js";
import { createCodeStyleSheet } from "./code-style-sheet.js";
import type { TokenLines } from "./code-tokens.js";
import type { MarkedCode } from "./marked-code.js";
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

// Node >= 20.19 can `require` an ES module, which keeps rendering synchronous; a dynamic import could not.
const require = createRequire(import.meta.url);

export async function createCodeHighlighter(
  config: CodeConfig,
  pieces?: PieceStore,
): Promise<CodeHighlighter> {
  const names = {
    light: findTheme(config.lightTheme, FALLBACK_THEMES.light),
    dark: findTheme(config.darkTheme, FALLBACK_THEMES.dark),
  };
  const [light, dark] = await Promise.all([bundledThemes[names.light](), bundledThemes[names.dark]()]);
  const themes = postpone(() => {
    const { normalizeTheme }: typeof import("./normalize-theme.js") = require("./normalize-theme.js");
    return { light: normalizeTheme(light.default), dark: normalizeTheme(dark.default) };
  });
  const colors = postpone(() => ({
    light: readThemeColors(themes().light),
    dark: readThemeColors(themes().dark),
  }));
  const styleSheet = postpone(() => createCodeStyleSheet(colors().light, colors().dark));
  const tokenizer = postpone(() =>
    loadEngine(pieces, "Shiki", () => {
      const { createTokenizer }: typeof import("./create-tokenizer.js") = require("./create-tokenizer.js");
      return createTokenizer(themes(), pieces);
    }),
  );
  const languages = createLanguageTable();
  const cache = createBoundedCache<HighlightedCode>(CACHE_SIZE);
  const stored = createStoredHighlights(names, pieces);

  const find = (key: string): HighlightedCode | undefined => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const kept = stored.get(key);
    if (kept !== undefined) cache.set(key, kept);
    return kept;
  };

  const highlightWith = (
    key: string,
    code: string,
    language: CodeLanguage | undefined,
    write: (lines: TokenLines | undefined) => string,
  ): HighlightedCode => {
    if (language === undefined || language.id === "text")
      return { html: write(undefined), tooLong: undefined };
    const known = find(key);
    if (known !== undefined) return known;
    const lines = findTooLong(code) ?? tokenizer().tokenize(code, language.id);
    const isTooLong = typeof lines === "string";
    const result = isTooLong
      ? { html: write(undefined), tooLong: lines }
      : { html: write(lines), tooLong: undefined };
    cache.set(key, result);
    // How long a line takes depends on the machine, and what is too long takes no time.
    if (!isTooLong) stored.set(key, result);
    return result;
  };

  return {
    highlight(marked) {
      const language = languages.find(marked.languageName);
      const key = JSON.stringify(marked);
      if (language?.id !== "ansi")
        return highlightWith(key, marked.code, language, (lines) =>
          writeBlock(marked, language, lines, colors()),
        );
      const shown = { ...marked, code: removeEscapes(marked.code) };
      return highlightWith(key, readEscapes(marked.code), language, (lines) =>
        writeBlock(shown, language, lines, colors()),
      );
    },
    highlightSpan: (code, language) =>
      highlightWith(JSON.stringify([code, language.id]), code, language, (lines) =>
        writeSpan(code, language, lines, colors()),
      ),
    languages,
    get styleSheet() {
      return styleSheet();
    },
  };
}

/** Coloured code that was kept from another process. */
function createStoredHighlights(
  themes: { readonly light: string; readonly dark: string },
  store: PieceStore | undefined,
): StoredPieces<HighlightedCode> {
  return createStoredPieces(store, {
    name: "code",
    engine: "shiki",
    options: [themes.light, themes.dark],
    read: (value) => (typeof value === "string" ? { html: value, tooLong: undefined } : undefined),
    write: ({ html }) => html,
    nameOf: nameOfCode,
  });
}

/** The code itself. A key is that of a block, or of code within a sentence: its code and language. */
function nameOfCode(key: string): string {
  const marked = JSON.parse(key) as MarkedCode | readonly [code: string, language: string];
  return "code" in marked ? marked.code : marked[0];
}

function findTheme(name: string, fallback: BundledTheme): BundledTheme {
  return isBundledTheme(name) ? name : fallback;
}

function isBundledTheme(name: string): name is BundledTheme {
  return Object.hasOwn(bundledThemes, name);
}
