import type { KeyPositions } from "../model/content.js";

/** Both from 1. */
export interface KeyPosition {
  readonly line: number;
  readonly column: number;
}

/** `undefined` when the key is absent. */
export function positionOfKey(positions: KeyPositions, key: string): KeyPosition | undefined {
  const at = positions.indexOf(key);
  return at === -1 ? undefined : { line: Number(positions[at + 1]), column: Number(positions[at + 2]) };
}
