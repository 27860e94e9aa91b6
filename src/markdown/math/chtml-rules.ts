/** MathJax's style sheet of CHTML in two parts: what holds for the whole site, and what draws single glyphs. */
import { liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import { HTMLHandler } from "mathjax-full/js/handlers/html/HTMLHandler.js";
import { CHTML } from "mathjax-full/js/output/chtml.js";
import type { GlyphRule } from "./glyph-rules.js";
import { COMMON_RULES, TEXT_RULES } from "./math-rules.js";
import { CHTML_OPTIONS } from "./mathjax-options.js";

export interface ChtmlRules {
  readonly site: string;
  /** In MathJax's order, in which a later rule wins. */
  readonly glyphs: readonly GlyphRule[];
}

export function createChtmlRules(): ChtmlRules {
  const site: string[] = [];
  const glyphs: GlyphRule[] = [];
  for (const written of listRules()) {
    const rule = shortenRule(written);
    const key = keyOf(rule);
    if (key === undefined) site.push(rule);
    else glyphs.push({ key, rule });
  }
  return { site: `${site.join("\n")}\n${TEXT_RULES}${COMMON_RULES}`, glyphs };
}

/** Each as `selector {`, its properties on lines of their own, `}`. */
function listRules(): readonly string[] {
  const jax = new CHTML(CHTML_OPTIONS);
  jax.styleSheet(new HTMLHandler(liteAdaptor()).create("", { OutputJax: jax }));
  return jax.cssStyles.getStyleRules();
}

/** For which glyph the rule is, in the form that `createGlyphRules` asks for; `undefined` for rules of all glyphs. */
function keyOf(rule: string): string | undefined {
  const [, context, code, letter = ""] =
    /^(mjx-stretchy-[vh]|\.mjx-stretched mjx-c|mjx-c)\.mjx-c([0-9A-F]+)(?:\.TEX-(\w+))?/.exec(rule) ?? [];
  return context === undefined ? undefined : `${context} ${code} ${letter}`.trim();
}

/** `mjx-c {`, `  padding: 0.5em;`, `}` -> `mjx-c{padding:.5em}`, without comments and the name of the output. */
function shortenRule(written: string): string {
  const [selector = "", body = ""] = written.split(/ \{\n/);
  const properties = body
    .replace(/\n\}$/, "")
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/;$/, "")
        .replace(/^\/\*.*?\*\/\s*/, "")
        .replace(/^([\w-]+): /, "$1:")
        .replace(/\b0\.(?=\d+em)/g, "."),
    );
  return `${selector.replace(/\s*\/\*.*?\*\//g, "").replaceAll('[jax="CHTML"]', "")}{${properties.join(";")}}`;
}
