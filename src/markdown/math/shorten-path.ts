/** The path of a glyph the way it is seen, in few characters: the same points, said relative to the one before where that is shorter. */

/** How many numbers a command of MathJax's font takes. */
const SIZES: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, Q: 4, C: 6, H: 1, V: 1 };

/** A part of a path that draws, in absolute numbers. */
interface Segment {
  readonly command: string;
  readonly numbers: readonly number[];
  readonly start: Point;
  readonly end: Point;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A path of absolute commands whose `y` counts upwards, as one whose `y` counts downwards. `undefined` for one with
 * other commands than the font's.
 */
export function shortenPath(path: string): string | undefined {
  const outlines = readOutlines(path);
  if (outlines === undefined) return undefined;
  let pen: Point = { x: 0, y: 0 };
  let short = "";
  for (const outline of outlines) {
    const [first, ...others] = turns(outline).map((segments) => ({
      text: writeOutline(segments, pen),
      start: segments[0]?.end ?? pen,
    }));
    if (first === undefined) continue;
    const best = others.reduce((one, other) => (other.text.length < one.text.length ? other : one), first);
    short += best.text;
    pen = best.start;
  }
  return short;
}

function readOutlines(path: string): readonly (readonly Segment[])[] | undefined {
  const outlines: Segment[][] = [];
  let pen: Point = { x: 0, y: 0 };
  for (const [, letter = "", list = ""] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    if (letter === "Z") continue;
    const size = SIZES[letter];
    const all = list.match(/-?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
    if (size === undefined || all.length === 0 || all.length % size !== 0) return undefined;
    for (let index = 0; index < all.length; index += size) {
      // What follows the first point of a `M` is a line.
      const command = letter === "M" && index > 0 ? "L" : letter;
      const numbers = all
        .slice(index, index + size)
        .map((number, at) => (isVertical(command, at) ? -number + 0 : number));
      const end = endOf(command, numbers, pen);
      if (command === "M") outlines.push([]);
      outlines.at(-1)?.push(straighten({ command, numbers, start: pen, end }));
      pen = end;
    }
    if (outlines.length === 0) return undefined;
  }
  return outlines;
}

function endOf(command: string, numbers: readonly number[], pen: Point): Point {
  if (command === "H") return { x: numbers[0] ?? pen.x, y: pen.y };
  if (command === "V") return { x: pen.x, y: numbers[0] ?? pen.y };
  return { x: numbers.at(-2) ?? pen.x, y: numbers.at(-1) ?? pen.y };
}

/** A line along an axis needs one number. */
function straighten(segment: Segment): Segment {
  const { command, start, end } = segment;
  if (command !== "L") return segment;
  if (start.y === end.y) return { ...segment, command: "H", numbers: [end.x] };
  return start.x === end.x ? { ...segment, command: "V", numbers: [end.y] } : segment;
}

/**
 * The same outline from each of its points that a straight line leads to: that line is what the end of an outline draws
 * anyway. All lead around in the same direction.
 */
function turns([move, ...drawn]: readonly Segment[]): readonly (readonly Segment[])[] {
  if (move === undefined) return [];
  const end = drawn.at(-1)?.end ?? move.end;
  const isClosed = end.x === move.end.x && end.y === move.end.y;
  const closing = { command: "L", numbers: [move.end.x, move.end.y], start: end, end: move.end };
  const ring = isClosed ? drawn : [...drawn, straighten(closing)];
  const found = ring.flatMap((line, index) => {
    const next = ring[(index + 1) % ring.length];
    // A smooth curve goes on from the one before it, and cannot come first.
    if (!"LHV".includes(line.command) || next?.command === "T") return [];
    const { x, y } = line.end;
    const start = { command: "M", numbers: [x, y], start: line.end, end: line.end };
    return [[start, ...ring.slice(index + 1), ...ring.slice(0, index)]];
  });
  return found.length === 0 ? [[move, ...drawn]] : found;
}

/** The shorter of two ways to write all segments so far, by whether the last is absolute or relative. */
function writeOutline(segments: readonly Segment[], pen: Point): string {
  let ways: readonly Way[] = [{ text: "", letter: "" }];
  segments.forEach((segment, index) => {
    const start = index === 0 ? pen : segment.start;
    const relative = segment.numbers.map((number, at) =>
      round(number - (isVertical(segment.command, at) ? start.y : start.x)),
    );
    ways = [
      shortest(ways, segment.command, writeNumbers(segment.numbers)),
      shortest(ways, segment.command.toLowerCase(), writeNumbers(relative)),
    ];
  });
  return `${ways.reduce((best, way) => (way.text.length < best.text.length ? way : best)).text}Z`;
}

interface Way {
  readonly text: string;
  readonly letter: string;
}

function shortest(ways: readonly Way[], letter: string, numbers: string): Way {
  const texts = ways.map((way) => {
    // A letter holds until the next one, but for that of a move.
    if (way.letter !== letter || /m/i.test(letter)) return way.text + letter + numbers;
    return way.text + (numbers.startsWith("-") ? numbers : ` ${numbers}`);
  });
  return { letter, text: texts.reduce((best, text) => (text.length < best.length ? text : best)) };
}

function isVertical(command: string, index: number): boolean {
  return command === "V" || (command !== "H" && index % 2 === 1);
}

function writeNumbers(numbers: readonly number[]): string {
  return numbers.map((number, index) => (index > 0 && number >= 0 ? ` ${number}` : String(number))).join("");
}

/** Differences of decimals are no longer than the decimals. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
