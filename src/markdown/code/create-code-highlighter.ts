/** Code to HTML through Shiki: one highlighter, grammars loaded when first met, blocks met before not tokenised again. */
import { createHighlighterCore, type HighlighterCore, type ThemedTokenWithVariants } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import { type BundledTheme, bundledThemes } from "shiki/themes";
import type { CodeConfig } from "../../model/config.js";
import { escapeHtml } from "../../util/text.js";
import { createBoundedCache } from "../bounded-cache.js";
import { createCodeStyleSheet, readThemeColors, type ThemeColors } from "./code-colors.js";
import { type CodeLanguage, createLanguageTable, type LanguageTable, loadGrammar } from "./code-languages.js";

export interface CodeBlock {
  /** Without the line break at its end. */
  readonly code: string;
  /** As the author wrote it; empty for none. */
  readonly languageName: string;
  /** `undefined` when there is none, or none of this name. */
  readonly language: CodeLanguage | undefined;
  readonly hasLineNumbers: boolean;
  /** Numbers of lines, from 1. */
  readonly markedLines: readonly number[];
}

export interface CodeHighlighter {
  /** The whole block: box, `pre` and `code`. */
  highlight(block: CodeBlock): string;
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
  const cache = createBoundedCache<string>(CACHE_SIZE);
  return {
    highlight(block) {
      const key = JSON.stringify([
        block.language?.id ?? block.languageName,
        block.hasLineNumbers,
        block.markedLines,
        block.code,
      ]);
      const known = cache.get(key);
      if (known !== undefined) return known;
      const html = writeBlock(block, tokenize(shiki, block, { light, dark }), colors);
      cache.set(key, html);
      return html;
    },
    languages: createLanguageTable(),
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

type Lines = readonly (readonly ThemedTokenWithVariants[])[];

/** `undefined` for code without a grammar. */
function tokenize(
  shiki: HighlighterCore,
  { code, language }: CodeBlock,
  themes: { readonly light: string; readonly dark: string },
): Lines | undefined {
  if (language === undefined || language.id === "text") return undefined;
  if (!shiki.getLoadedLanguages().includes(language.id)) shiki.loadLanguageSync(loadGrammar(language.id));
  return shiki.codeToTokensWithThemes(code, { lang: language.id, themes });
}

function writeBlock(
  block: CodeBlock,
  lines: Lines | undefined,
  colors: { light: ThemeColors; dark: ThemeColors },
): string {
  const written =
    lines?.map((line) => writeLine(line, colors)) ?? block.code.split("\n").map((line) => escapeHtml(line));
  const hasLines = block.hasLineNumbers || block.markedLines.length > 0;
  const inside = hasLines
    ? written.map((line, index) => {
        const marked = block.markedLines.includes(index + 1) ? " marked" : "";
        return `<span class="line${marked}">${line}</span>`;
      })
    : written;
  const { id = block.languageName, name = "" } = block.language ?? {};
  const languageClass = id === "" ? "" : ` class="language-${escapeHtml(id)}"`;
  const numbers = block.hasLineNumbers ? " data-line-numbers" : "";
  const label = escapeHtml(name === "" ? "Code" : `${name} code`);
  return `<div class="code-block"><pre class="code" tabindex="0" role="group" aria-label="${label}"${numbers}><code${languageClass}>${inside.join("\n")}\n</code></pre></div>`;
}

/** Neighbours of the same looks become one element; spaces have no looks and join either neighbour. */
function writeLine(
  line: readonly ThemedTokenWithVariants[],
  colors: { light: ThemeColors; dark: ThemeColors },
): string {
  const runs: { classes: string; text: string }[] = [];
  for (const token of line) {
    const last = runs.at(-1);
    const isBlank = token.content.trim() === "" && !/\bu\b/.test(last?.classes ?? "");
    const classes = isBlank ? (last?.classes ?? "") : classesOf(token, colors);
    if (last !== undefined && last.classes === classes) last.text += token.content;
    else runs.push({ classes, text: token.content });
  }
  return runs
    .map(({ classes, text }) =>
      classes === "" ? escapeText(text) : `<span class="${classes}">${escapeText(text)}</span>`,
    )
    .join("");
}

function classesOf(
  { variants }: ThemedTokenWithVariants,
  colors: { light: ThemeColors; dark: ThemeColors },
): string {
  const classes: string[] = [];
  const light = colors.light.tokens.get(variants.light?.color?.toLowerCase() ?? "");
  const dark = colors.dark.tokens.get(variants.dark?.color?.toLowerCase() ?? "");
  if (light !== undefined) classes.push(`l${light.index}`);
  if (dark !== undefined) classes.push(`d${dark.index}`);
  // Shiki's font style is a set of bits; -1 says that the theme does not set it.
  const style = Math.max(0, variants.light?.fontStyle ?? 0);
  if (style & 1) classes.push("i");
  if (style & 2) classes.push("b");
  if (style & 4) classes.push("u");
  return classes.join(" ");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
