import type { Output } from "../model/output.js";

/** Below the destination. */
export const assetPaths = {
  math: "assets/postulate/math.css",
  code: "assets/postulate/code.css",
} as const;

export interface StyleSheets {
  readonly math: string;
  readonly code: string;
}

/** The style sheets of formulas and of code, once for the site. An empty one is left out: no page links it. */
export function createAssets({ math, code }: StyleSheets): readonly Output[] {
  const sheets = [
    { path: assetPaths.math, content: math, source: "the style sheet of formulas" },
    { path: assetPaths.code, content: code, source: "the style sheet of code" },
  ];
  return sheets.filter(({ content }) => content !== "");
}
