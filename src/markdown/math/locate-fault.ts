/** Finds the place of a fault in a formula: MathJax says what is wrong, and only indirectly where. */
import { findUnbalanced, type Unbalanced } from "./find-unbalanced.js";
import { locateSwallowedEnd } from "./locate-swallowed-end.js";
import type { TexFault, TexReader } from "./tex-fault.js";
import type { FaultSpan } from "./typeset-types.js";

/** Offsets into the TeX; `undefined` for a fault that is nowhere in particular. */
export function locateFault(tex: string, { id, message, readers }: TexFault): FaultSpan | undefined {
  const end = locateEnd(tex, readers);
  const found = locateUnbalanced(tex, id) ?? locateTaken(tex, message, end);
  if (found !== undefined) return found;
  const command = quotedCommand(id, message);
  // A command at the end of an environment takes the environment's end for its argument.
  if (command === "\\end" || /^Missing \\begin/.test(message)) return lastBeforeEnd(tex);
  if (command !== undefined) {
    const start = findBefore(tex, command, end);
    if (start !== undefined) return { start, length: command.length };
  }
  const sign = REPEATED[id]?.exec(tex.slice(0, end));
  if (sign !== null && sign !== undefined) return { start: sign.index, length: 1 };
  const character = SINGLE_CHARACTERS.exec(tex.slice(Math.max(0, end - 1), end))?.[0];
  if (character !== undefined) return { start: end - 1, length: 1 };
  const before = lastCommand(tex, end);
  return before ?? (end > 0 ? { start: Math.min(end, tex.length) - 1, length: 1 } : undefined);
}

/** Faults of what opens and closes: the formula itself tells where, better than how far it was read. */
const UNBALANCED: Readonly<Record<string, readonly Unbalanced[]>> = {
  MissingCloseBrace: ["open-brace"],
  ExtraOpenMissingClose: ["open-brace"],
  ExtraCloseMissingOpen: ["close-brace"],
  ExtraCloseLooking: ["close-brace"],
  ExtraLeftMissingRight: ["left"],
  MissingRight: ["left"],
  ExtraRight: ["right"],
  MissingLeft: ["right"],
  MissingLeftExtraRight: ["right"],
  EnvMissingEnd: ["begin"],
  EnvBadEnd: ["end"],
  MissingBeginExtraEnd: ["open-brace", "left", "end"],
};

function locateUnbalanced(tex: string, id: string): FaultSpan | undefined {
  for (const kind of UNBALANCED[id] ?? []) {
    const span = findUnbalanced(tex, kind);
    if (span !== undefined) return span;
  }
  return undefined;
}

/** What is said when the end of an environment was taken for the argument of what stands before it. */
const TAKEN_END = /^Missing argument for \\end$|^Missing \\begin\{.*\} or extra \\end\{/;

function locateTaken(tex: string, message: string, end: number): FaultSpan | undefined {
  return TAKEN_END.test(message) ? locateSwallowedEnd(tex, tex.lastIndexOf("\\end", end)) : undefined;
}

/** A sign that has just been read, or that opened what never closes. */
const REPEATED: Readonly<Record<string, RegExp>> = {
  DoubleExponent: /\^\s*$/,
  DoubleExponentPrime: /'\s*$/,
  DoubleSubscripts: /_\s*$/,
  MathNotTerminated: /\$[^$]*$/,
};

const SINGLE_CHARACTERS = /[\^_&}#'$~]/;

/** The command or name that a message is about, as it stands in the source. */
function quotedCommand(id: string, message: string): string | undefined {
  if (id === "UnknownEnv" || id === "InvalidEnv") {
    const name = /'(.+)'/s.exec(message)?.[1];
    return name === undefined ? undefined : `{${name}}`;
  }
  if (id === "UnknownLabel" || id === "UnnumberedLabel") {
    const label = /'(.+)'/s.exec(message)?.[1];
    return label === undefined ? undefined : `{${label}}`;
  }
  if (id === "ErroneousNestingEq") return "\\begin";
  if (id === "Misplaced" && /&$/.test(message)) return "&";
  if (/^Double(?:Exponent|Subscripts)/.test(id)) return undefined;
  return /\\(?:[A-Za-z]+|[^A-Za-z\s])/.exec(message)?.[0];
}

/** The last occurrence that ends at or before `end`, with a little room for what was read on; `\foo` is not in `\foobar`. */
function findBefore(tex: string, word: string, end: number): number | undefined {
  const isWhole = (at: number): boolean =>
    !/[A-Za-z]$/.test(word) || !/[A-Za-z]/.test(tex[at + word.length] ?? "");
  for (let at = tex.lastIndexOf(word, end); at >= 0; at = at === 0 ? -1 : tex.lastIndexOf(word, at - 1)) {
    if (isWhole(at)) return at;
  }
  for (let at = tex.indexOf(word, end); at >= 0; at = tex.indexOf(word, at + 1)) if (isWhole(at)) return at;
  return undefined;
}

/** What stands before the last `\end` and waits for an argument. */
function lastBeforeEnd(tex: string): FaultSpan | undefined {
  const before = tex.slice(0, Math.max(0, tex.lastIndexOf("\\end"))).trimEnd();
  return /[\^_]$/.test(before) ? { start: before.length - 1, length: 1 } : lastCommand(tex, before.length);
}

function lastCommand(tex: string, end: number): FaultSpan | undefined {
  const commands = [...tex.slice(0, end).matchAll(/\\(?:[A-Za-z]+|[^A-Za-z])/g)];
  const last = commands.at(-1);
  return last === undefined ? undefined : { start: last.index, length: last[0].length };
}

/** How far the formula was read. Each reader reads a part of what the next one has just passed. */
function locateEnd(tex: string, readers: readonly TexReader[]): number {
  let position: { string: string; i: number } | undefined;
  for (const reader of readers) {
    position = position === undefined ? reader : placeIn(reader, position);
  }
  if (position === undefined) return tex.length;
  return placeIn({ string: tex, i: tex.length }, position).i;
}

/**
 * A position in a part as a position in the whole, whose reader stands behind the part. Spaces do not count: MathJax
 * adds some to what it reads.
 */
function placeIn(whole: TexReader, part: TexReader): TexReader {
  const outer = withoutSpaces(whole);
  const inner = withoutSpaces(part);
  const at = inner.string === "" ? -1 : outer.string.lastIndexOf(inner.string, outer.i);
  return { string: whole.string, i: endIn(whole.string, at < 0 ? behindMacro(outer, inner) : at + inner.i) };
}

/** A macro was expanded in the part: what is left to read is the same from the end. */
function behindMacro(whole: TexReader, part: TexReader): number {
  const rest = part.string.slice(part.i);
  const common = whole.string.endsWith(rest) ? rest.length : commonEnd(whole.string, part.string);
  return common > 0 || rest === "" ? whole.string.length - common : whole.i;
}

function withoutSpaces({ string, i }: TexReader): TexReader {
  return { string: string.replace(/\s/g, ""), i: string.slice(0, i).replace(/\s/g, "").length };
}

/** The offset behind this many characters that are no spaces. */
function endIn(text: string, count: number): number {
  let left = count;
  for (let index = 0; index < text.length; index++) {
    if (left === 0) return index;
    if (/\S/.test(text[index] ?? "")) left--;
  }
  return text.length;
}

function commonEnd(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left.at(-1 - length) === right.at(-1 - length))
    length++;
  return length;
}
