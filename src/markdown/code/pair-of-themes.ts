/**
 * Two themes in the place of one: grammars ask their theme for the style of each scope, and write its numbers into the
 * tokens. Here such a number stands for a pair of looks, so that code is tokenised once, not once for each theme.
 */
import type { ThemeRegistrationResolved } from "shiki/core";
import { Theme } from "shiki/textmate";
import type { TokenLooks } from "./code-tokens.js";

export interface Themes {
  readonly light: ThemeRegistrationResolved;
  readonly dark: ThemeRegistrationResolved;
}

export interface PairOfLooks {
  readonly light: TokenLooks;
  readonly dark: TokenLooks;
}

/** The scopes around a piece of code, the innermost first. */
interface ScopePath {
  readonly parent: ScopePath | null;
  readonly scopeName: string;
}

/** What a theme says of a scope: 0, or -1 for the font's style, where it leaves what the scopes around it say. */
interface Style {
  readonly fontStyle: number;
  readonly foregroundId: number;
  readonly backgroundId: number;
}

/** What a grammar asks its theme for. */
export interface ThemeProvider {
  getDefaults(): Style;
  themeMatch(path: ScopePath): Style;
}

export interface PairOfThemes {
  readonly provider: ThemeProvider;
  /** What the numbers in a token stand for. */
  findLooks(foregroundId: number, backgroundId: number): PairOfLooks;
}

/** How many numbers a token has room for, without 0. */
const FOREGROUNDS = 511;
const BACKGROUNDS = 255;
/** Paths remembered. Code that a person wrote has some hundreds in each language. */
const MOST_PATHS = 20_000;

/** A path of scopes and what the two themes make of it, all scopes around it included. */
interface KnownPath {
  readonly light: Style;
  readonly dark: Style;
  readonly style: Style;
  readonly inside: Map<string, KnownPath>;
}

export function createPairOfThemes(themes: Themes): PairOfThemes {
  const [light, dark] = [themes.light, themes.dark].map((theme) => Theme.createFromRawTheme(theme));
  if (light === undefined || dark === undefined) throw new Error("no theme");
  const pairs = createPairs((lightStyle, darkStyle) => ({
    light: looksOf(lightStyle, themes.light, light.getColorMap()),
    dark: looksOf(darkStyle, themes.dark, dark.getColorMap()),
  }));
  const createKnown = (lightStyle: Style, darkStyle: Style): KnownPath => ({
    light: lightStyle,
    dark: darkStyle,
    style: pairs.styleOf(lightStyle, darkStyle),
    inside: new Map(),
  });
  const createRoot = (): KnownPath => createKnown(light.getDefaults(), dark.getDefaults());
  let root = createRoot();
  let found = new WeakMap<ScopePath, KnownPath>();
  let count = 0;

  const find = (path: ScopePath): KnownPath => {
    const before = found.get(path);
    if (before !== undefined) return before;
    const around = path.parent === null ? root : find(path.parent);
    let known = around.inside.get(path.scopeName);
    if (known === undefined) {
      const scopes = path as Parameters<typeof light.match>[0];
      known = createKnown(merge(around.light, light.match(scopes)), merge(around.dark, dark.match(scopes)));
      around.inside.set(path.scopeName, known);
      count += 1;
    }
    found.set(path, known);
    return known;
  };

  return {
    provider: {
      getDefaults: () => root.style,
      themeMatch(path) {
        if (count > MOST_PATHS) [root, found, count] = [createRoot(), new WeakMap(), 0];
        return find(path).style;
      },
    },
    findLooks: pairs.find,
  };
}

function merge(around: Style, own: Style | null): Style {
  if (own === null) return around;
  return {
    fontStyle: own.fontStyle === -1 ? around.fontStyle : own.fontStyle,
    foregroundId: own.foregroundId || around.foregroundId,
    backgroundId: own.backgroundId || around.backgroundId,
  };
}

/** As Shiki reads a token: of its background it takes no notice. */
function looksOf(
  { fontStyle, foregroundId }: Style,
  { colorReplacements }: ThemeRegistrationResolved,
  colors: readonly string[],
): TokenLooks {
  const color = colors[foregroundId];
  return { color: (color && colorReplacements?.[color.toLowerCase()]) || color, fontStyle };
}

interface Pairs {
  /** A style of the numbers of this pair, the same for the same pair. */
  styleOf(light: Style, dark: Style): Style;
  find(foregroundId: number, backgroundId: number): PairOfLooks;
}

function createPairs(createLooks: (light: Style, dark: Style) => PairOfLooks): Pairs {
  const styles = new Map<string, Style>();
  const looks: PairOfLooks[] = [];
  return {
    styleOf(light, dark) {
      const key = [light, dark]
        .map(({ fontStyle, foregroundId, backgroundId }) => [fontStyle, foregroundId, backgroundId])
        .join();
      const known = styles.get(key);
      if (known !== undefined) return known;
      const index = looks.push(createLooks(light, dark)) - 1;
      const style: Style = {
        fontStyle: 0,
        foregroundId: 1 + (index % FOREGROUNDS),
        backgroundId: 1 + (Math.floor(index / FOREGROUNDS) % BACKGROUNDS),
      };
      styles.set(key, style);
      return style;
    },
    find(foregroundId, backgroundId) {
      const found = looks[foregroundId - 1 + (backgroundId - 1) * FOREGROUNDS];
      if (found === undefined) throw new Error("a token without looks");
      return found;
    },
  };
}
