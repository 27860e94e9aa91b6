import type { ImageSize } from "./read-image-size.js";

/** CSS pixels of the units that a length may have. Source: CSS Values 4, section 6. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  rem: 16,
};

/** From `width` and `height` of the root; what is missing, or in per cent, follows from the `viewBox`. */
export function readSvgSize(bytes: Buffer): ImageSize | undefined {
  const text = bytes.toString("utf8").replace(/<!--[\s\S]*?-->/g, "");
  const root = /<svg(?=[\s>])((?:[^>"']|"[^"]*"|'[^']*')*)>/.exec(text)?.[1];
  if (root === undefined) return undefined;
  const width = readLength(readAttribute(root, "width"));
  const height = readLength(readAttribute(root, "height"));
  const box = (readAttribute(root, "viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = box;
  const ratio = boxWidth / boxHeight;
  const size = {
    width: Math.round(width ?? (height === undefined ? boxWidth : height * ratio)),
    height: Math.round(height ?? (width === undefined ? boxHeight : width / ratio)),
  };
  return Number.isFinite(size.width) && Number.isFinite(size.height) ? size : undefined;
}

function readAttribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

function readLength(text: string | undefined): number | undefined {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(text ?? "");
  const unit = UNITS[match?.[2]?.toLowerCase() ?? "?"];
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}
