/** Several patterns of Oniguruma's that are sought at once: the first match in a text wins, then the first pattern. */
import type { PatternScanner } from "shiki/core";
import type { OnigMemory } from "./onig-memory.js";
import { OnigText } from "./onig-text.js";

type Match = NonNullable<ReturnType<PatternScanner["findNextMatchSync"]>>;

export function createOnigScanner(
  memory: OnigMemory,
  createText: (content: string) => OnigText,
  patterns: readonly string[],
): PatternScanner {
  const scanner = compile(memory, patterns.map(createText));
  const find = (text: OnigText, start: number, options: number): Match | null => {
    const { id, pointer, length } = text;
    const found = memory.findNextOnigScannerMatch(
      ...([scanner, id, pointer, length, text.byteOffset(start), options] as const),
    );
    return found === 0 ? null : readMatch(memory.words(), found / 4, text);
  };
  return {
    findNextMatchSync(given, start, options) {
      if (given instanceof OnigText) return find(given, start, options);
      const text = createText(typeof given === "string" ? given : given.content);
      try {
        return find(text, start, options);
      } finally {
        text.dispose();
      }
    },
    dispose: () => memory.freeOnigScanner(scanner),
  };
}

function compile(memory: OnigMemory, patterns: readonly OnigText[]): number {
  const size = 4 * patterns.length;
  const pointers = memory.omalloc(size);
  const lengths = memory.omalloc(size);
  const words = memory.words();
  for (const [index, { pointer, length }] of patterns.entries()) {
    words[pointers / 4 + index] = pointer;
    words[lengths / 4 + index] = length;
  }
  const scanner = memory.createOnigScanner(pointers, lengths, patterns.length);
  for (const pattern of patterns) pattern.dispose();
  memory.ofree(pointers);
  memory.ofree(lengths);
  if (scanner === 0) throw new Error(readText(memory.bytes(), memory.getLastOnigError()));
  return scanner;
}

/** The pattern's number, the number of its groups, then each group's start and end. */
function readMatch(words: Uint32Array, start: number, text: OnigText): Match {
  const index = words[start] ?? 0;
  const count = words[start + 1] ?? 0;
  const captureIndices: Match["captureIndices"] = [];
  for (let group = 0; group < count; group++) {
    const at = start + 2 + 2 * group;
    const from = text.unitOffset(words[at] ?? 0);
    const to = text.unitOffset(words[at + 1] ?? 0);
    captureIndices.push({ start: from, end: to, length: to - from });
  }
  return { index, captureIndices };
}

/** Up to the zero byte at its end. */
function readText(bytes: Uint8Array, start: number): string {
  return new TextDecoder().decode(bytes.subarray(start, bytes.indexOf(0, start)));
}
