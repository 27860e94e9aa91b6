/** The colours of a light and a dark theme as two short classes a token, readable on the theme's own background. */
import type { ThemeRegistrationResolved } from "shiki/core";

/** WCAG 2.2, success criterion 1.4.3: the least contrast of text. */
const LEAST_CONTRAST = 4.5;

export interface ThemeColors {
  readonly background: string;
  readonly foreground: string;
  /** Colour as the theme writes it, in lower case -> number of its class and a readable version of it. */
  readonly tokens: ReadonlyMap<string, { readonly index: number; readonly color: string }>;
}

/** Every colour of the theme; those with too little contrast are moved towards the theme's plain text colour. */
export function readThemeColors(theme: ThemeRegistrationResolved): ThemeColors {
  const background = toHex(theme.bg, "#ffffff");
  const foreground = ensureContrast(
    toHex(theme.fg, background),
    background,
    isDark(background) ? "#ffffff" : "#000000",
  );
  const names = theme.settings.flatMap(({ settings }) => settings?.foreground?.toLowerCase() ?? []);
  const unique = [...new Set(names)].filter((name) => name !== theme.fg.toLowerCase());
  const tokens = new Map(
    unique.map((name, index) => {
      const color = ensureContrast(toHex(name, background), background, foreground);
      return [name, { index, color }] as const;
    }),
  );
  return { background, foreground, tokens };
}

/** Two opaque colours' contrast after WCAG 2.2, from 1 to 21. */
export function contrastOf(left: string, right: string): number {
  const [darker = 0, lighter = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The rules for both themes: follows the system unless the page's root says `data-theme="light"` or `"dark"`. */
export function createCodeStyleSheet(light: ThemeColors, dark: ThemeColors): string {
  const lightBlock = `--code-background:${light.background};--code-foreground:${light.foreground}`;
  const darkBlock = `--code-background:${dark.background};--code-foreground:${dark.foreground}`;
  const darkRoot = ':root:not([data-theme="light"])';
  const rules = [
    `:root{${lightBlock}}`,
    ".code{background:var(--code-background);color:var(--code-foreground)}",
    // Themes give all code a box and a background, which would stand once more inside of the block's.
    ".code code{background:none;border:0;padding:0;color:inherit}",
    ".code span{color:var(--l,inherit)}",
    `@media (prefers-color-scheme:dark){${darkRoot}{${darkBlock}}${darkRoot} .code span{color:var(--d,inherit)}}`,
    `:root[data-theme="dark"]{${darkBlock}}:root[data-theme="dark"] .code span{color:var(--d,inherit)}`,
    ".code .i{font-style:italic}.code .b{font-weight:bold}.code .u{text-decoration:underline}",
    ...LINE_RULES,
  ];
  for (const { index, color } of light.tokens.values()) rules.push(`.l${index}{--l:${color}}`);
  for (const { index, color } of dark.tokens.values()) rules.push(`.d${index}{--d:${color}}`);
  return `${rules.join("\n")}\n`;
}

const LINE_RULES: readonly string[] = [
  ".code[data-line-numbers]{counter-reset:line}",
  ".code[data-line-numbers] .line::before{counter-increment:line;content:counter(line);display:inline-block;min-width:2ch;margin-right:1.5ch;text-align:right;user-select:none}",
  ".code .marked{outline:1px solid currentColor}",
];

/** `#abc`, `#aabbcc` or `#aabbccdd` as opaque `#aabbcc`, laid over the background where it is translucent. */
function toHex(color: string, background: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])?$/i.exec(color);
  const long =
    short === null
      ? color
      : `#${short
          .slice(1)
          .map((digit) => (digit ?? "").repeat(2))
          .join("")}`;
  if (!/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/i.test(long)) return isDark(background) ? "#ffffff" : "#000000";
  const opacity = long.length === 9 ? Number.parseInt(long.slice(7), 16) / 255 : 1;
  return mix(background, long.slice(0, 7).toLowerCase(), opacity);
}

function ensureContrast(color: string, background: string, towards: string): string {
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = mix(color, towards, share);
    if (contrastOf(mixed, background) >= LEAST_CONTRAST) return mixed;
  }
  return towards;
}

function mix(from: string, to: string, share: number): string {
  const [start, end] = [channels(from), channels(to)];
  const parts = start.map((value, index) => Math.round(value + ((end[index] ?? 0) - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}

function isDark(color: string): boolean {
  return luminance(color) < 0.18;
}

/** Relative luminance after WCAG 2.2, from 0 to 1. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
