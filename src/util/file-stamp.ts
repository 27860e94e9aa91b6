/** Whether a file is still what it was, without reading it. */
import type { Stats } from "node:fs";

/**
 * Another one after any change of the file's content. Programs can set a modification time back, but not the time of
 * the last change of any kind (POSIX `st_ctime`); a file that was put in the place of another has another inode.
 */
export function createStamp({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** Clocks of file systems tick in steps, of some milliseconds or (FAT, old HFS+) of up to two seconds. */
const TICK_MS = 50;
const COARSE_TICK_MS = 2_100;

/**
 * Whether a change that comes after `seenMs`, when the stamp was taken, is sure to change it: one within the same tick
 * of the file system's clock is not. The same reasoning as of Git's "racily clean" entries.
 */
export function isSettled({ mtimeMs, ctimeMs }: Stats, seenMs: number): boolean {
  const isCoarse = mtimeMs % 1000 === 0;
  const age = seenMs - Math.max(mtimeMs, ctimeMs);
  return age > (isCoarse ? COARSE_TICK_MS : TICK_MS);
}
