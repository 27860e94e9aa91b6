/** Shell patterns as Ruby reads them, turned into regular expressions. */

/**
 * Tells whether a whole path matches a pattern as Ruby's `File.fnmatch` decides it without flags, which is what Jekyll's
 * `include` and `exclude` use: `*` and `?` match slashes too, `[…]` is a set, braces are ordinary characters.
 */
export function createPatternMatcher(pattern: string): (path: string) => boolean {
  if (!/[*?[\\]/.test(pattern)) return (path) => pattern === path;
  const style = { star: "[\\s\\S]*", any: "[\\s\\S]", crossing: "[\\s\\S]*", hasBraces: false };
  const expression = compile(pattern, style, "$");
  return (path) => expression.test(path);
}

/**
 * Tells whether a path, or one of the folders that it lies in, matches a pattern as Ruby's `Dir.glob` reads it, which is
 * what the scopes of Jekyll's `defaults` use: `*` stays within a folder, two stars cross folders, `{a,b}` chooses.
 */
export function createGlobMatcher(pattern: string): (path: string) => boolean {
  const style = { star: "[^/]*", any: "[^/]", crossing: "(?:[^/]+/)*", hasBraces: true };
  const expression = compile(pattern, style, "(?:/|$)");
  return (path) => expression.test(path);
}

interface Style {
  /** What `*` and `?` match. */
  readonly star: string;
  readonly any: string;
  /** What two stars and a slash match. */
  readonly crossing: string;
  readonly hasBraces: boolean;
}

function compile(pattern: string, style: Style, end: string): RegExp {
  const tokens = pattern.match(/\\[\s\S]|\*\*\/|\*+|\[[!^]?\]?[^\]]*\]|[\s\S]/g) ?? [];
  let depth = 0;
  const source = tokens.map((token) => {
    if (style.hasBraces && token === "{") return depth++ >= 0 ? "(?:" : "";
    if (depth > 0 && token === ",") return "|";
    if (depth > 0 && token === "}") return depth-- > 0 ? ")" : "";
    return sourceOf(token, style);
  });
  return new RegExp(`^${source.join("")}${")".repeat(depth)}${end}`, "u");
}

function sourceOf(token: string, { star, any, crossing }: Style): string {
  if (token === "**/") return crossing;
  if (token.startsWith("*")) return star;
  if (token === "?") return any;
  if (token.startsWith("[") && token.length > 2) {
    const isNegated = token[1] === "!" || token[1] === "^";
    const members = token.slice(isNegated ? 2 : 1, -1).replace(/[\\[\]&]/g, "\\$&");
    return `[${isNegated ? "^" : ""}${members}]`;
  }
  return (token.length === 2 ? token.slice(1) : token).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
