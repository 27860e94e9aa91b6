/**
 * The last step of a build: makes the destination equal to the outputs. Only files whose bytes differ are written.
 * All of them are first staged beside the destination's files, then renamed into place, so that a full disk or a
 * missing permission is met before anything has changed.
 */
import { lstatSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { MANIFEST_NAME } from "../content/manifest-name.js";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Output, WriteSummary } from "../model/output.js";
import { compareText } from "../util/text.js";
import { formatManifest, readManifest, replaceManifest } from "./manifest.js";
import { putInPlace } from "./put-in-place.js";
import { createStaging, stageFiles } from "./staging.js";
import type { WriteFault } from "./write-fault.js";

export interface WriteOptions {
  readonly destinationDir: string;
  /** Whether files that we did not write may be overwritten. */
  readonly force: boolean;
  /** Whether files of the last build that are no longer outputs are removed: not after a build with errors. */
  readonly removeStale: boolean;
  /** Paths below the destination that are never removed. */
  readonly keepFiles: readonly string[];
}

/**
 * Writes what differs and removes what this program wrote before and no longer makes. `null`, with a diagnostic,
 * when the destination cannot take it; then nothing has changed, unless the diagnostic says so.
 */
export function writeOutputs(
  outputs: ReadonlyMap<string, Output>,
  options: WriteOptions,
  report: Report,
): WriteSummary | null {
  const { destinationDir } = options;
  const ours = readManifest(destinationDir);
  const changed = [...outputs.values()].filter((output) => differs(destinationDir, output));
  const foreign = changed.filter(
    ({ path: file }) => !ours.has(file) && isFile(path.join(destinationDir, file)),
  );
  const [firstForeign] = foreign;
  if (firstForeign !== undefined && !options.force) {
    report.add(
      createDiagnostic("destination-file-not-ours", { path: firstForeign.path, others: foreign.length - 1 }),
    );
    return null;
  }
  const stale = options.removeStale
    ? [...ours].filter((file) => !outputs.has(file) && !isKept(file, options.keepFiles)).sort(compareText)
    : [];
  const remaining = options.removeStale ? [...outputs.keys()] : [...new Set([...ours, ...outputs.keys()])];
  const isManifestTrue = ours.size === remaining.length && remaining.every((file) => ours.has(file));
  if (changed.length === 0 && stale.length === 0 && isManifestTrue) {
    return { written: [], unchanged: outputs.size, removed: [] };
  }
  const staging = createStaging(destinationDir);
  const faults: WriteFault[] = [];
  try {
    // Until the end, the manifest names the old files and the new: an interrupted build leaves none without an owner.
    const staged = stageFiles(
      staging.dir,
      [
        { path: MANIFEST_NAME, content: formatManifest([...ours, ...outputs.keys()]), source: "" },
        ...changed,
      ],
      faults,
    );
    if (staged === null) {
      report.add(...faults.map((fault) => createDiagnostic("destination-not-writable", fault)));
      return null;
    }
    const removed = putInPlace(destinationDir, staged, stale, faults);
    if (faults.length === 0) replaceManifest(destinationDir, staging.dir, formatManifest(remaining), faults);
    report.add(...faults.map((fault) => createDiagnostic("destination-interrupted", fault)));
    return {
      written: changed.map((output) => output.path),
      unchanged: outputs.size - changed.length,
      removed,
    };
  } finally {
    staging.remove();
  }
}

function differs(destinationDir: string, { path: file, content }: Output): boolean {
  const target = path.join(destinationDir, file);
  try {
    const { size } = statSync(target);
    if (typeof content === "string") return !readFileSync(target).equals(Buffer.from(content));
    if (content instanceof Uint8Array) return !readFileSync(target).equals(content);
    return (
      statSync(content.copyFrom).size !== size || !readFileSync(target).equals(readFileSync(content.copyFrom))
    );
  } catch {
    return true;
  }
}

/** A folder in the way is no file to lose; putting a file in its place fails unless it is empty by then. */
function isFile(file: string): boolean {
  try {
    return !lstatSync(file).isDirectory();
  } catch {
    return false;
  }
}

function isKept(file: string, keepFiles: readonly string[]): boolean {
  return keepFiles.some((kept) => file === kept || file.startsWith(`${kept.replace(/\/$/, "")}/`));
}
