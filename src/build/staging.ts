/** The folder in a destination where new files wait until all of them are written. */
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Output } from "../model/output.js";
import { isProcessRunning } from "../util/is-process-running.js";
import { removeIfEmpty } from "./remove-if-empty.js";
import { createWriteFault, type WriteFault } from "./write-fault.js";

const STAGING_NAME = ".postulate-temporary";

export interface Staging {
  readonly dir: string;
  remove(): void;
}

/** A folder of this process in the destination, on the same disk, so that renaming out of it is one step. */
export function createStaging(destinationDir: string): Staging {
  const parent = path.join(destinationDir, STAGING_NAME);
  removeAbandonedStagings(parent);
  const dir = path.join(parent, String(process.pid));
  return {
    dir,
    remove: () => {
      try {
        rmSync(dir, { recursive: true, force: true });
        removeIfEmpty(parent);
      } catch {
        // Whatever keeps it from being removed kept it from being made, and has been reported.
      }
    },
  };
}

function removeAbandonedStagings(parent: string): void {
  for (const name of listFolder(parent)) {
    if (!isProcessRunning(Number(name)) || name === String(process.pid)) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

export interface StagedFile {
  readonly path: string;
  readonly stagedAt: string;
}

/** Writes every file into the staging folder under a number. `null`, with its faults, when one cannot be written. */
export function stageFiles(
  stagingDir: string,
  files: readonly Output[],
  faults: WriteFault[],
): readonly StagedFile[] | null {
  let current = stagingDir;
  try {
    mkdirSync(stagingDir, { recursive: true });
    return files.map(({ path: file, content }, index) => {
      current = file;
      const stagedAt = path.join(stagingDir, String(index));
      if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(stagedAt, content);
      else copyFileSync(content.copyFrom, stagedAt);
      return { path: file, stagedAt };
    });
  } catch (error) {
    faults.push(createWriteFault(current, error));
    return null;
  }
}

function listFolder(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
