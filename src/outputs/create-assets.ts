import type { Output } from "../model/output.js";

/** Below the destination. */
export const assetPaths = {
  math: "assets/postulate/math.css",
  code: "assets/postulate/code.css",
  fonts: "assets/postulate/fonts",
} as const;

export interface StyleSheets {
  readonly math: string;
  readonly code: string;
  /** The fonts that the style sheet of formulas names, as files somewhere else. */
  readonly fonts: readonly { readonly name: string; readonly absolutePath: string }[];
}

/**
 * The style sheets of formulas and of code, once for the site, and fonts that they need. An empty one is left out: no
 * page links it.
 */
export function createAssets({ math, code, fonts }: StyleSheets): readonly Output[] {
  const sheets = [
    { path: assetPaths.math, content: math, source: "the style sheet of formulas" },
    { path: assetPaths.code, content: code, source: "the style sheet of code" },
  ];
  const fontFiles = fonts.map(({ name, absolutePath }) => ({
    path: `${assetPaths.fonts}/${name}`,
    content: { copyFrom: absolutePath, stamp: null, foundStamp: null },
    source: "a font of formulas",
  }));
  return [...sheets.filter(({ content }) => content !== ""), ...fontFiles];
}
