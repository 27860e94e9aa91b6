/** The folder in a destination where new files wait until all of them are written. */
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { CopiedFile } from "../model/output.js";
import { isProcessRunning } from "../util/is-process-running.js";
import { listFolder } from "../util/temporary-files.js";
import { removeIfEmpty } from "./remove-if-empty.js";
import { createWriteFault, type WriteFault } from "./write-fault.js";

const STAGING_NAME = ".postulate-temporary";

export interface Staging {
  readonly dir: string;
  /** Writes a file under a number. `null`, and a fault, when it cannot be written. */
  add(file: string, content: StagedContent, faults: WriteFault[]): StagedFile | null;
  /** Removes what builds left behind that were killed. */
  removeAbandoned(): void;
  /** Removes what is left, and a destination that was made for it and holds nothing. */
  remove(): void;
}

export type StagedContent = string | Uint8Array | CopiedFile;

export interface StagedFile {
  /** Below the destination. */
  readonly path: string;
  readonly stagedAt: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/**
 * A folder of this process in the destination, on the same disk, so that renaming out of it is one step. It is made with
 * the first file.
 */
export function createStaging(destinationDir: string): Staging {
  const parent = path.join(destinationDir, STAGING_NAME);
  const dir = path.join(parent, String(process.pid));
  let count = 0;
  let madeDir: string | undefined;
  const removeAbandoned = (): void => {
    for (const name of listFolder(parent)) {
      const isOwn = name === String(process.pid);
      // In a container every build may have the same number.
      const isAbandoned = isOwn ? count === 0 : !isProcessRunning(Number(name));
      if (isAbandoned) rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  };
  const open = (): void => {
    removeAbandoned();
    madeDir = mkdirSync(dir, { recursive: true });
  };
  return {
    dir,
    add(file, content, faults) {
      try {
        if (count === 0) open();
        const stagedAt = path.join(dir, String(count++));
        if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(stagedAt, content);
        else copyFileSync(content.copyFrom, stagedAt);
        const { size, mtimeMs } = statSync(stagedAt);
        return { path: file, stagedAt, sizeBytes: size, modifiedMs: mtimeMs };
      } catch (error) {
        faults.push(createWriteFault(file, error));
        return null;
      }
    },
    removeAbandoned() {
      try {
        removeAbandoned();
        if (count === 0) removeIfEmpty(parent);
      } catch {
        // It can wait for a build that may do so.
      }
    },
    remove() {
      if (count === 0) return;
      try {
        rmSync(dir, { recursive: true, force: true });
        removeIfEmpty(parent);
        if (madeDir !== undefined && !madeDir.startsWith(parent)) removeIfEmpty(destinationDir);
      } catch {
        // Whatever keeps it from being removed kept it from being made, and has been reported.
      }
    },
  };
}
