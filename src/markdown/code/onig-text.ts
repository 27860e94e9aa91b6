/** A text in UTF-8 within Oniguruma's memory, and where its characters stand there. */
import type { OnigMemory } from "./onig-memory.js";

export class OnigText {
  readonly content: string;
  /** No two texts have the same: Oniguruma remembers by it what it found. */
  readonly id: number;
  readonly pointer: number;
  /** In bytes. */
  readonly length: number;
  readonly #memory: OnigMemory;
  /** `null` when offsets in code units and in bytes are the same. */
  readonly #places: Places | null;

  constructor(memory: OnigMemory, content: string, id: number) {
    this.#memory = memory;
    this.content = content;
    this.id = id;
    this.length = byteLength(content);
    this.pointer = memory.omalloc(this.length);
    const bytes = memory.bytes();
    const isPlain = this.length === content.length;
    if (isPlain) writePlain(content, bytes, this.pointer);
    this.#places = isPlain ? null : writeAndPlace(content, this.length, bytes, this.pointer);
  }

  byteOffset(unitOffset: number): number {
    return this.#places === null ? unitOffset : (this.#places.bytes[unitOffset] ?? this.length);
  }

  unitOffset(byteOffset: number): number {
    return this.#places === null ? byteOffset : (this.#places.units[byteOffset] ?? this.content.length);
  }

  dispose(): void {
    this.#memory.ofree(this.pointer);
  }
}

interface Places {
  /** For each offset in code units that in bytes. */
  readonly bytes: Uint32Array;
  /** For each offset in bytes that in code units. */
  readonly units: Uint32Array;
}

function byteLength(content: string): number {
  let length = content.length;
  for (let index = 0; index < content.length; index++) {
    const point = content.charCodeAt(index);
    if (point < 0x80) continue;
    length += point < 0x800 ? 1 : 2;
    // Two code units that are one character are four bytes.
    if ((content.codePointAt(index) ?? 0) > 0xffff) index++;
  }
  return length;
}

function writePlain(content: string, bytes: Uint8Array, start: number): void {
  for (let index = 0; index < content.length; index++) bytes[start + index] = content.charCodeAt(index);
}

/** A half of a pair that stands alone is three bytes, which no valid UTF-8 has, but which match themselves. */
function writeAndPlace(content: string, length: number, bytes: Uint8Array, start: number): Places {
  const places = { bytes: new Uint32Array(content.length + 1), units: new Uint32Array(length + 1) };
  let at = 0;
  for (let index = 0; index < content.length; index++) {
    const point = content.codePointAt(index) ?? 0;
    const width = point < 0x80 ? 1 : point < 0x800 ? 2 : point <= 0xffff ? 3 : 4;
    places.bytes[index] = at;
    places.units.fill(index, at, at + width);
    writePoint(point, width, bytes, start + at);
    if (width === 4) places.bytes[++index] = at;
    at += width;
  }
  places.bytes[content.length] = length;
  places.units[length] = content.length;
  return places;
}

/** The marks of a character's first byte, by the number of its bytes. */
const LEADS = [0, 0, 0xc0, 0xe0, 0xf0];

function writePoint(point: number, width: number, bytes: Uint8Array, start: number): void {
  let rest = point;
  for (let index = width - 1; index > 0; index--) {
    bytes[start + index] = 0x80 | (rest & 0x3f);
    rest >>= 6;
  }
  bytes[start] = (LEADS[width] ?? 0) | rest;
}
