/** The colours of a theme, readable on the theme's own background and on that of marks. */
import type { ThemeRegistrationResolved } from "shiki/core";

/** WCAG 2.2, success criterion 1.4.3: the least contrast of text. */
const LEAST_CONTRAST = 4.5;

export interface ThemeColor {
  /** Number of its class. */
  readonly index: number;
  /** A readable version of it. */
  readonly color: string;
}

export interface ThemeColors {
  readonly background: string;
  readonly foreground: string;
  /** Weaker than the text, and still readable: numbers of lines, lines out of focus. */
  readonly muted: string;
  /** Colour as the theme writes it, in lower case -> its class. */
  readonly tokens: ReadonlyMap<string, ThemeColor>;
  /** The class of a colour; the nearest one for a colour that is none of the theme's, as terminals may ask for. */
  find(name: string): ThemeColor | undefined;
  /** Backgrounds of marked lines and of code in a sentence, on which every colour is readable. */
  readonly surfaces: Readonly<Record<Surface, string>>;
  /** The same hues, strong enough for bars and signs. */
  readonly signs: Readonly<Record<Exclude<Surface, "inline">, string>>;
}

export type Surface = "marked" | "ins" | "del" | "error" | "warning" | "inline";

/** WCAG 2.2, success criterion 1.4.11, asks for 3 of what is no text; signs are text. */
const SIGN_CONTRAST = LEAST_CONTRAST;

const HUES = {
  marked: "#1f6feb",
  ins: "#2da44e",
  del: "#cf222e",
  error: "#cf222e",
  warning: "#bf8700",
} as const;

/** Every colour of the theme; those with too little contrast are moved towards the theme's plain text colour. */
export function readThemeColors(theme: ThemeRegistrationResolved): ThemeColors {
  const background = toHex(theme.bg, "#ffffff");
  const isOnDark = isDark(background);
  const extreme = isOnDark ? "#ffffff" : "#000000";
  const surfaces = createSurfaces(background, extreme, isOnDark);
  const grounds = [background, ...Object.values(surfaces)];
  const foreground = ensureContrast(toHex(theme.fg, background), grounds, extreme);
  const readable = (color: string): string => ensureContrast(toHex(color, background), grounds, foreground);
  const ofTokens = theme.settings.flatMap(({ settings }) => settings?.foreground?.toLowerCase() ?? []);
  const ofTerminals = Object.entries(theme.colors ?? {})
    .filter(([name]) => name.startsWith("terminal.ansi"))
    .map(([, color]) => color.toLowerCase());
  const plain = theme.fg.toLowerCase();
  const names = [...new Set([...ofTokens, ...ofTerminals])].filter((name) => name !== plain);
  const tokens = new Map(names.map((name, index) => [name, { index, color: readable(name) }] as const));
  return {
    background,
    foreground,
    muted: ensureContrast(mix(background, foreground, 0.5), grounds, foreground),
    tokens,
    find: (name) =>
      tokens.get(name.toLowerCase()) ?? findNearest(name.toLowerCase(), plain, background, tokens),
    surfaces,
    signs: {
      marked: ensureContrast(HUES.marked, grounds, extreme, SIGN_CONTRAST),
      ins: ensureContrast(HUES.ins, grounds, extreme, SIGN_CONTRAST),
      del: ensureContrast(HUES.del, grounds, extreme, SIGN_CONTRAST),
      error: ensureContrast(HUES.error, grounds, extreme, SIGN_CONTRAST),
      warning: ensureContrast(HUES.warning, grounds, extreme, SIGN_CONTRAST),
    },
  };
}

function createSurfaces(background: string, extreme: string, isOnDark: boolean): ThemeColors["surfaces"] {
  const tint = (hue: string, share: number): string => mix(background, hue, isOnDark ? share * 1.6 : share);
  return {
    marked: tint(HUES.marked, 0.1),
    ins: tint(HUES.ins, 0.13),
    del: tint(HUES.del, 0.1),
    error: tint(HUES.error, 0.1),
    warning: tint(HUES.warning, 0.15),
    inline: mix(background, extreme, isOnDark ? 0.1 : 0.05),
  };
}

/** `undefined` for the theme's plain text colour, which needs no class, and for what is no colour. */
function findNearest(
  name: string,
  plain: string,
  background: string,
  tokens: ReadonlyMap<string, ThemeColor>,
): ThemeColor | undefined {
  if (name === plain || !/^#[0-9a-f]{3,8}$/.test(name)) return undefined;
  const wanted = channels(toHex(name, background));
  let nearest: ThemeColor | undefined;
  let nearestDistance = Number.POSITIVE_INFINITY;
  for (const [candidate, color] of tokens) {
    const found = channels(toHex(candidate, background));
    const distance = wanted.reduce((sum, value, index) => sum + (value - (found[index] ?? 0)) ** 2, 0);
    if (distance < nearestDistance) [nearest, nearestDistance] = [color, distance];
  }
  return nearest;
}

/** Two opaque colours' contrast after WCAG 2.2, from 1 to 21. */
export function contrastOf(left: string, right: string): number {
  const [darker = 0, lighter = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

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

/** The colour itself, or the nearest to it on the way to another that is readable on all of the grounds. */
function ensureContrast(
  color: string,
  grounds: readonly string[],
  towards: string,
  least = LEAST_CONTRAST,
): string {
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = mix(color, towards, share);
    if (grounds.every((ground) => contrastOf(mixed, ground) >= least)) return mixed;
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
