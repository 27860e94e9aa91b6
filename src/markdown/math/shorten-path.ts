/** The path of a glyph in fewer characters: the same points, said relative to the one before where that is shorter. */

/** How many numbers a command of MathJax's font takes. */
const SIZES: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, Q: 4, C: 6, H: 1, V: 1 };

/** A path of absolute commands. One with others than the font's usual ones stays as it is. */
export function shortenPath(path: string): string {
  const pen = { x: 0, y: 0, startX: 0, startY: 0 };
  let short = "";
  let last = "";
  for (const [, command = "", list = ""] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    if (command === "Z") {
      short += "Z";
      last = "Z";
      pen.x = pen.startX;
      pen.y = pen.startY;
      continue;
    }
    const size = SIZES[command];
    const numbers = list.match(/-?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
    if (size === undefined || numbers.length === 0 || numbers.length % size !== 0) return path;
    for (let index = 0; index < numbers.length; index += size) {
      const absolute = numbers.slice(index, index + size);
      const relative = absolute.map((number, at) =>
        round(number - (isVertical(command, at) ? pen.y : pen.x)),
      );
      // What follows the first point of a `M` is a line.
      const name = command === "M" && index > 0 ? "L" : command;
      const [letter, values] =
        writeNumbers(relative).length < writeNumbers(absolute).length
          ? [name.toLowerCase(), relative]
          : [name, absolute];
      const written = writeNumbers(values);
      const isRepeated = letter === last && letter !== "M" && letter !== "m";
      short += isRepeated ? (written.startsWith("-") ? written : ` ${written}`) : letter + written;
      last = letter;
      movePen(pen, command, absolute);
      if (name === "M") [pen.startX, pen.startY] = [pen.x, pen.y];
    }
  }
  return short;
}

function isVertical(command: string, index: number): boolean {
  return command === "V" || (command !== "H" && index % 2 === 1);
}

function movePen(pen: { x: number; y: number }, command: string, absolute: readonly number[]): void {
  if (command === "V") pen.y = absolute[0] ?? pen.y;
  else if (command === "H") pen.x = absolute[0] ?? pen.x;
  else {
    pen.x = absolute.at(-2) ?? pen.x;
    pen.y = absolute.at(-1) ?? pen.y;
  }
}

function writeNumbers(numbers: readonly number[]): string {
  return numbers.map((number, index) => (index > 0 && number >= 0 ? ` ${number}` : String(number))).join("");
}

/** Differences of decimals are no longer than the decimals. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
