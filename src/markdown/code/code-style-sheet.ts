/** The style sheet of code: colours of both themes, numbers, marks and captions. It works with any theme of pages. */
import type { Surface, ThemeColors } from "./code-colors.js";

/** Two short classes a token. Follows the system unless the page's root says `data-theme="light"` or `"dark"`. */
export function createCodeStyleSheet(light: ThemeColors, dark: ThemeColors): string {
  const lightBlock = variablesOf(light);
  const darkBlock = variablesOf(dark);
  const darkRoot = ':root:not([data-theme="light"])';
  const explicitRoot = ':root[data-theme="dark"]';
  const rules = [
    `:root{${lightBlock}}`,
    ".code{background:var(--code-background);color:var(--code-foreground)}",
    // Themes give all code a box and a background, which would stand once more inside of the block's.
    ".code code{background:none;border:0;padding:0;color:inherit}",
    ".code span{color:var(--l,inherit)}",
    ".code .r{background:var(--l,var(--code-foreground));color:var(--code-background)}",
    `@media (prefers-color-scheme:dark){${darkRoot}{${darkBlock}}${darkRules(darkRoot)}}`,
    `${explicitRoot}{${darkBlock}}${darkRules(explicitRoot)}`,
    ".code .i{font-style:italic}.code .b{font-weight:bold}.code .u{text-decoration:underline}.code .s{text-decoration:line-through}",
    ...CAPTION_RULES,
    ...LINE_RULES,
    ...MARK_RULES,
    ...FORCED_COLOR_RULES,
    ...PRINT_RULES,
  ];
  for (const { index, color } of light.tokens.values()) rules.push(`.l${index}{--l:${color}}`);
  for (const { index, color } of dark.tokens.values()) rules.push(`.d${index}{--d:${color}}`);
  return `${rules.join("\n")}\n`;
}

function darkRules(root: string): string {
  return `${root} .code span{color:var(--d,inherit)}${root} .code .r{background:var(--d,var(--code-foreground));color:var(--code-background)}`;
}

function variablesOf({ background, foreground, muted, surfaces, signs }: ThemeColors): string {
  const named = (Object.entries(surfaces) as [Surface, string][]).map(
    ([name, color]) => `--code-${name}:${color}`,
  );
  const strong = Object.entries(signs).map(([name, color]) => `--code-${name}-sign:${color}`);
  return [
    `--code-background:${background}`,
    `--code-foreground:${foreground}`,
    `--code-muted:${muted}`,
    ...named,
    ...strong,
  ].join(";");
}

/** Generated content is never copied; a browser that knows the syntax does not read it aloud either. */
const LINE_RULES: readonly string[] = [
  "code.code{background:var(--code-inline)}",
  ".code[data-lines]{--code-inset:1.1em;padding-inline:0}",
  // As wide as the longest line, so that a mark reaches as far as the block can be scrolled.
  ".code[data-lines]>code{display:block;inline-size:max-content;min-inline-size:100%}",
  ".code .line{position:relative;display:inline-block;box-sizing:border-box;min-inline-size:100%;padding-inline:var(--code-inset);vertical-align:top}",
  // An empty line has a height too.
  '.code .line:empty::before{content:"\\200b"}',
  ".code[data-line-numbers]{--code-digits:2ch}",
  ...[3, 4, 5, 6, 7].map((digits) => `.code[data-line-numbers="${digits}"]{--code-digits:${digits}ch}`),
  '.code .line[data-line]::before{content:attr(data-line);content:attr(data-line)/"";display:inline-block;inline-size:var(--code-digits);margin-inline-end:1.6ch;color:var(--code-muted);text-align:end;user-select:none}',
];

const MARK_RULES: readonly string[] = [
  ...["marked", "ins", "del", "error", "warning"].map(
    (mark) =>
      `.code .line.${mark}{background:var(--code-${mark});box-shadow:inset 3px 0 var(--code-${mark}-sign)}`,
  ),
  ".code .line::after{position:absolute;inset:0 auto auto calc(3px + .15em);user-select:none}",
  ...Object.entries({ ins: "+", del: "−", error: "×", warning: "!" }).map(
    ([mark, sign]) => `.code .line.${mark}::after{content:"${sign}";color:var(--code-${mark}-sign)}`,
  ),
  ".code .word{border-radius:2px;background:var(--code-marked);box-shadow:0 0 0 1px var(--code-marked-sign)}",
  // Out of focus is without colours, but as readable as before; whoever points at the block or enters it gets them back.
  ".code[data-focus]:not(:hover,:focus) .line:not(.focused),.code[data-focus]:not(:hover,:focus) .line:not(.focused) span{--l:var(--code-muted);--d:var(--code-muted)}",
];

const CAPTION_RULES: readonly string[] = [
  "figure.code-block{margin-inline:0}",
  ".code-block>figcaption{box-sizing:border-box;border:1px solid var(--rule,color-mix(in srgb,var(--code-foreground) 20%,var(--code-background)));border-block-end:0;border-radius:4px 4px 0 0;background:var(--code-inline);padding:.5em 1.1em;padding-inline-end:5.5em;color:var(--code-foreground);font-family:var(--mono,ui-monospace,monospace);font-size:.8125em;line-height:1.5;overflow-wrap:anywhere;user-select:none}",
  ".code-block>figcaption+.code{margin-block-start:0;border-start-start-radius:0;border-start-end-radius:0}",
];

const FORCED_COLOR_RULES: readonly string[] = [
  "@media (forced-colors:active){.code .line:is(.marked,.ins,.del,.error,.warning){border-inline-start:3px solid Highlight}.code .word{outline:1px solid Highlight}}",
];

const PRINT_RULES: readonly string[] = [
  "@media print{.code[data-lines]>code{inline-size:auto}.code .line{print-color-adjust:exact}}",
];
