import { lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { removeIfEmpty } from "./remove-if-empty.js";
import type { StagedFile } from "./staging.js";
import { createWriteFault, type WriteFault } from "./write-fault.js";

/** Renames staged files to where they belong and removes stale ones; returns those that were removed. */
export function putInPlace(
  destinationDir: string,
  staged: readonly StagedFile[],
  stale: readonly string[],
  faults: WriteFault[],
): string[] {
  const removed = new Set<string>();
  const removeFile = (file: string): void => {
    try {
      if (!isGone(path.join(destinationDir, file))) rmSync(path.join(destinationDir, file));
      removeEmptyFolders(destinationDir, path.posix.dirname(file));
      removed.add(file);
    } catch (error) {
      faults.push(createWriteFault(file, error));
    }
  };
  // A stale file that is now a folder, or stands in a folder that is now a file, has to make way first.
  const wayOf = new Set(staged.flatMap(({ path: file }) => [file, ...foldersAbove(file)]));
  const stagedPaths = new Set(staged.map(({ path: file }) => file));
  for (const file of stale) {
    if (wayOf.has(file) || foldersAbove(file).some((folder) => stagedPaths.has(folder))) removeFile(file);
  }
  for (const { path: file, stagedAt } of staged) {
    try {
      renameInto(stagedAt, path.join(destinationDir, file));
    } catch (error) {
      faults.push(createWriteFault(file, error));
      return [...removed];
    }
  }
  for (const file of stale) if (!removed.has(file)) removeFile(file);
  return [...removed];
}

/** The folder is nearly always there: nobody looks for it before it is missed. */
function renameInto(stagedAt: string, target: string): void {
  try {
    renameSync(stagedAt, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(path.dirname(target), { recursive: true });
    renameSync(stagedAt, target);
  }
}

/** A build that was killed may have put a folder in the place of a file, or a file in that of a folder above it. */
function isGone(file: string): boolean {
  try {
    return lstatSync(file).isDirectory();
  } catch (error) {
    return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
  }
}

function foldersAbove(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function removeEmptyFolders(destinationDir: string, folder: string): void {
  for (let current = folder; current !== "." && current !== ""; current = path.posix.dirname(current)) {
    if (!removeIfEmpty(path.join(destinationDir, current))) return;
  }
}
