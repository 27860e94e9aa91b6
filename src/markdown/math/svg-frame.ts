/** Where a part of a drawing stands: how far it is moved and how much smaller it is than what it is written into. */

/** In units of the drawing, of which a thousand are as wide as the text is high; `y` counts downwards. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const WHOLE: Frame = { x: 0, y: 0, scale: 1 };

/** A `transform` of MathJax's: a move, a change of size, and whatever else follows. Its `y` counts upwards. */
export interface ReadTransform {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Turns, and changes of size that are not the same in both directions. */
  readonly rest: string;
}

export function readTransform(transform: unknown): ReadTransform {
  let rest = typeof transform === "string" ? transform.trim() : "";
  let [x, y, scale] = [0, 0, 1];
  for (;;) {
    const move = /^translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)\s*/.exec(rest);
    const size = move === null ? /^scale\(([\d.]+)\)\s*/.exec(rest) : null;
    const [whole] = move ?? size ?? [];
    if (whole === undefined) return { x, y, scale, rest };
    if (move !== null) {
      x += Number(move[1]) * scale;
      y += Number(move[2]) * scale;
    } else scale *= Number(size?.[1]);
    rest = rest.slice(whole.length);
  }
}

/** The frame of what has this transform, when it stands in `frame`. */
export function moveFrame(frame: Frame, { x, y, scale }: ReadTransform): Frame {
  return { x: frame.x + x * frame.scale, y: frame.y - y * frame.scale, scale: frame.scale * scale };
}

/** ` transform="…"`, or nothing for what is neither moved nor smaller. */
export function writeFrame({ x, y, scale }: Frame, rest = ""): string {
  const moves = round(x) === "0" && round(y) === "0" ? "" : `translate(${round(x)},${round(y)})`;
  const sizes = scale === 1 ? "" : `scale(${Math.round(scale * 1000) / 1000})`;
  const all = shortenNumbers(moves + sizes) + rest;
  return all === "" ? "" : ` transform="${all}"`;
}

export function writePosition({ x, y }: Pick<Frame, "x" | "y">): string {
  return (round(x) === "0" ? "" : ` x="${round(x)}"`) + (round(y) === "0" ? "" : ` y="${round(y)}"`);
}

/** A thousandth of the size of the text: less than a hundredth of a pixel. */
export function round(value: number): string {
  return String(Math.round(value) + 0);
}

/** `0.5` -> `.5` */
export function shortenNumbers(text: string): string {
  return text.replace(/\b0\.(?=\d)/g, ".");
}
