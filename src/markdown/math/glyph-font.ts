/** MathJax's font, asked by the names of variants that stand in ids. */
import { TeXFont } from "mathjax-full/js/output/svg/fonts/tex.js";
import { shortenPath } from "./shorten-path.js";

export class GlyphFont extends TeXFont {
  readonly #names = new Map(
    Object.entries(this.variant).map(([name, { cacheID }]) => [cacheID.replace("TEX-", ""), name]),
  );

  /** `undefined` for what is no glyph. */
  pathOf(variant: string, point: number): string | undefined {
    const name = this.#names.get(variant);
    const path = name === undefined ? undefined : this.getChar(name, point)?.[3]?.p;
    return path === undefined || path === "" ? path : shortenPath(`M${path}Z`);
  }
}
