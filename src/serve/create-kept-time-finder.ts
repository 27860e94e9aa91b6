import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";

/** Finds changes of files that kept their modification time, or were given an older one. */
export type KeptTimeFinder = (absolutePath: string) => Promise<boolean>;

/**
 * chokidar takes what happens to a file whose modification time stayed for a mere reading of it, and is silent. But
 * some editors, archives and tools of synchronisation set the time back. Only the time of the last change of the file's
 * entry cannot be set, so a change that it alone shows is what this finds, each one once.
 */
export function createKeptTimeFinder(startedMs: number): KeptTimeFinder {
  const found = new Map<string, number>();
  return async (absolutePath) => {
    const stats = await statFile(absolutePath);
    if (stats === null || stats.ctimeMs <= stats.mtimeMs) return false;
    if (stats.ctimeMs <= (found.get(absolutePath) ?? startedMs)) return false;
    found.set(absolutePath, stats.ctimeMs);
    return true;
  };
}

async function statFile(absolutePath: string): Promise<Stats | null> {
  try {
    const stats = await stat(absolutePath);
    return stats.isFile() ? stats : null;
  } catch {
    return null;
  }
}
