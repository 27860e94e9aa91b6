/** Code to coloured tokens, within limits: no block may stall a build. */
import { codeToTokensWithThemes, type HighlighterCore, type ShikiPrimitive } from "shiki/core";
import { loadGrammar } from "./code-languages.js";

/** In characters, so that a build does the same on any machine. What people write by hand is far below. */
export const LONGEST_LINE = 5_000;
export const LONGEST_BLOCK = 100_000;

/**
 * The last net, for the few grammars that lose themselves in lines that no person writes (C++ in five hundred
 * brackets). No line within the limits above comes near it.
 */
const LONGEST_LINE_MS = 5_000;

/** A piece of a line, its looks in the light and in the dark theme. */
export interface Token {
  readonly text: string;
  readonly light: TokenLooks;
  readonly dark: TokenLooks;
}

export interface TokenLooks {
  /** As the theme writes them. */
  readonly color?: string | undefined;
  readonly background?: string | undefined;
  /** Shiki's set of bits; -1 where the theme does not say. */
  readonly fontStyle?: number | undefined;
}

export type TokenLines = readonly (readonly Token[])[];

/** Why code has no colours though its language has a grammar. */
export type TooLong = "line" | "block" | "time";

export function findTooLong(code: string): TooLong | undefined {
  if (code.length > LONGEST_BLOCK) return "block";
  return code.split("\n").some((line) => line.length > LONGEST_LINE) ? "line" : undefined;
}

interface Themes {
  readonly light: string;
  readonly dark: string;
}

/** The code must be within the limits. */
export function tokenizeCode(
  shiki: HighlighterCore,
  code: string,
  id: string,
  themes: Themes,
  longestLineMs = LONGEST_LINE_MS,
): TokenLines | "time" {
  if (id === "ansi") return tokenizeAnsi(shiki, code, themes);
  if (!shiki.getLoadedLanguages().includes(id)) shiki.loadLanguageSync(loadGrammar(id));
  const watch = { isOver: false };
  const lines = codeToTokensWithThemes(watchTime(shiki, watch), code, {
    lang: id,
    themes: { ...themes },
    tokenizeTimeLimit: longestLineMs,
  });
  if (watch.isOver) return "time";
  return lines.map((line) =>
    line.map(({ content, variants: { light = {}, dark = {} } }) => ({ text: content, light, dark })),
  );
}

/** Shiki keeps to itself that a line ran out of time; its grammars tell. After the first such line no other is tried. */
function watchTime(shiki: HighlighterCore, watch: { isOver: boolean }): ShikiPrimitive {
  return {
    ...shiki,
    getLanguage(name) {
      const grammar = shiki.getLanguage(name);
      const watched: typeof grammar = Object.create(grammar);
      watched.tokenizeLine2 = (line, stack, limitMs) => {
        const result = grammar.tokenizeLine2(watch.isOver ? "" : line, stack, limitMs);
        watch.isOver ||= result.stoppedEarly;
        return result;
      };
      return watched;
    },
  };
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
