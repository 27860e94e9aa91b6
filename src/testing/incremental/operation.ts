/** What happens to a site between two builds, as plain data: it can be replayed, left out and printed. */
import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BuildOptions } from "../../build/build-types.js";

export type SceneOptions = Partial<
  Pick<BuildOptions, "overrides" | "strict" | "keepGoing" | "check" | "nowMs" | "threads">
>;

export type Operation =
  /** `keepsTime` sets the modification time back to what it was, as some editors and archives do. */
  | { readonly kind: "write"; readonly path: string; readonly text: string; readonly keepsTime?: boolean }
  | { readonly kind: "remove"; readonly path: string }
  /** An empty one, whose files come later; one that is there stays as it is. */
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  /** A file of another name, written before, takes its place. */
  | { readonly kind: "replace"; readonly path: string; readonly text: string }
  | { readonly kind: "touch"; readonly path: string; readonly modifiedMs: number }
  /** Somebody else changes the destination; no text removes the file, no path the folder. */
  | { readonly kind: "tamper"; readonly path: string; readonly text: string | null }
  | { readonly kind: "options"; readonly options: SceneOptions };

export interface Step {
  readonly operations: readonly Operation[];
  /** A new process with its cache on disk, or a session that goes on with nothing on disk. */
  readonly session: "new" | "kept";
  /** Files grow old enough for their stamps to be trusted, and are built once more before the edit. */
  readonly isSettled: boolean;
  /** Of both builds: one, and now and then another, which takes long to start. */
  readonly threads: number;
}

export interface SceneFolders {
  readonly sourceDir: string;
  /** Of both kinds of session. */
  readonly destinationDirs: readonly string[];
}

/** Applies one to the disk; what it means to change may be gone. Options are for the caller. */
export function applyOperation(operation: Operation, { sourceDir, destinationDirs }: SceneFolders): void {
  if (operation.kind === "options") return;
  if (operation.kind === "tamper") {
    for (const dir of destinationDirs) tamper(dir, operation.path, operation.text);
    return;
  }
  const file = path.join(sourceDir, operation.path);
  const stats = statSync(file, { throwIfNoEntry: false });
  switch (operation.kind) {
    case "write":
      writeFile(file, operation.text);
      if (operation.keepsTime && stats !== undefined) utimesSync(file, stats.atime, stats.mtime);
      return;
    case "folder":
      mkdirSync(file, { recursive: true });
      return;
    case "remove":
      rmSync(file, { force: true });
      return;
    case "rename":
      if (stats === undefined) return;
      mkdirSync(path.dirname(path.join(sourceDir, operation.to)), { recursive: true });
      renameSync(file, path.join(sourceDir, operation.to));
      return;
    case "replace":
      writeFile(`${file}~`, operation.text);
      if (stats !== undefined) utimesSync(`${file}~`, stats.atime, stats.mtime);
      renameSync(`${file}~`, file);
      return;
    case "touch":
      if (stats !== undefined) utimesSync(file, operation.modifiedMs / 1000, operation.modifiedMs / 1000);
  }
}

/** Bytes of pictures are written as Latin 1. */
function writeFile(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, file.replace(/~$/, "").endsWith(".png") ? "latin1" : "utf8");
}

function tamper(dir: string, name: string, text: string | null): void {
  const file = path.join(dir, name);
  if (text === null) rmSync(file, { recursive: true, force: true });
  else if (statSync(file, { throwIfNoEntry: false })?.isFile()) writeFileSync(file, text);
}
