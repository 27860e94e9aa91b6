/**
 * Files that are written under a name of their process and renamed when they are complete, so that nobody ever
 * sees half of one under its final name; and how those of processes that were killed are found and removed.
 */
import { randomBytes } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { isProcessRunning } from "./is-process-running.js";

const RE_OWNER = /^\.(\d+)-[0-9a-f]{16}\.temporary$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A path in `folder` that no other process and no other call has: `<base>.<process id>-<random>.temporary`. */
export function createTemporaryPath(folder: string, base: string): string {
  return path.join(folder, `${base}.${process.pid}-${randomBytes(8).toString("hex")}.temporary`);
}

/**
 * Removes the temporary files of `base` in `folder` that nobody will finish. Files of other names are left alone, and
 * so is what cannot be removed now: the next call tries again. Never throws.
 */
export function removeAbandonedFiles(folder: string, base: string): void {
  for (const name of listFolder(folder)) {
    const owner = name.startsWith(base) ? RE_OWNER.exec(name.slice(base.length))?.[1] : undefined;
    if (owner === undefined) continue;
    const file = path.join(folder, name);
    if (isAbandoned(file, Number(owner))) removeFile(file);
  }
}

/**
 * The id alone does not tell: in a container every run may have the same one, and after a restart of the machine
 * some daemon may have it. So one's own id counts only for files younger than this process, and no file for longer
 * than a day after the last byte was written to it.
 */
function isAbandoned(file: string, owner: number): boolean {
  if (!isProcessRunning(owner)) return true;
  const writtenMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (writtenMs === undefined) return false;
  const startedMs = Date.now() - process.uptime() * 1000;
  return (owner === process.pid && writtenMs < startedMs) || writtenMs < Date.now() - DAY_MS;
}

/** The names in a folder, sorted; none when it cannot be read. */
export function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Removes a file, if it is there and the system lets it. */
export function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // On Windows a file that somebody has open may stay. It does no harm: whoever meets it next removes it.
  }
}
