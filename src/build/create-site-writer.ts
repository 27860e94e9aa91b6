/**
 * The last step of a build: makes the destination equal to the outputs. Only files whose bytes differ are written.
 * All of them are first written into a temporary folder of the destination, so that a full disk or a failing read
 * leaves the site as it was; only then are they renamed into place.
 */
import { statSync } from "node:fs";
import { MANIFEST_NAME } from "../content/manifest-name.js";
import { SourceChanged } from "../content/source-changed.js";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { CopiedFile, Output, ReadOutput, WriteSummary } from "../model/output.js";
import { createStamp } from "../util/file-stamp.js";
import type { WrittenRecord } from "./cache/build-state.js";
import type { TakeText } from "./make-products.js";
import { formatManifest, readManifest, replaceManifest } from "./manifest.js";
import { findForeign, planWriting } from "./plan-writing.js";
import { putInPlace } from "./put-in-place.js";
import { createStaging, type StagedContent, type StagedFile } from "./staging.js";
import type { WriteFault } from "./write-fault.js";
import { createWrittenFiles, describeContent } from "./written-files.js";

export interface SiteWriterOptions {
  readonly destinationDir: string;
  /** Paths below the destination that are never removed. */
  readonly keepFiles: readonly string[];
  /** Whether the build may still be written; what is offered after it may not is passed over. */
  readonly isWanted: () => boolean;
  /** What the last build into this destination left there. */
  readonly before: ReadonlyMap<string, WrittenRecord>;
}

export interface FinishOptions {
  /** Whether files that we did not write may be overwritten. */
  readonly force: boolean;
  /** Whether files of the last build that are no longer outputs are removed: not after a build with errors. */
  readonly removeStale: boolean;
  readonly read: ReadOutput;
  readonly report: Report;
}

export interface SiteWriter {
  /** Gets a text ahead of `finish`, when it is at hand: what differs waits on disk, and need not be held or made again. */
  readonly offer: TakeText;
  /**
   * Writes what differs and removes what this program wrote before and no longer makes. `null`, with a diagnostic,
   * when the destination cannot take it; then nothing has changed, unless the diagnostic says so.
   */
  finish(outputs: ReadonlyMap<string, Output>, options: FinishOptions): Promise<WriteSummary | null>;
  /** How the files of the destination were left, for the next build. */
  written(): ReadonlyMap<string, WrittenRecord>;
  /** Removes what waits. To be called in the end, whatever happened. */
  abandon(): void;
}

export function createSiteWriter(options: SiteWriterOptions): SiteWriter {
  const { destinationDir, keepFiles, isWanted, before } = options;
  const files = createWrittenFiles(destinationDir, before);
  const staging = createStaging(destinationDir);
  const staged = new Map<string, StagedFile>();
  const faults: WriteFault[] = [];
  const stage = (file: string, content: StagedContent): void => {
    if (faults.length > 0) return;
    const added = staging.add(file, content, faults);
    if (added !== null) staged.set(file, added);
    // A page may show the size that the file had before.
    if (added !== null && isCopied(content) && !isAsFound(content)) throw new SourceChanged(file);
  };
  const isDone = (file: string): boolean => staged.has(file) || files.isSettled(file);

  /** Every output is either known to stand in the destination or waits. */
  const stageAll = async (outputs: Iterable<Output>, read: ReadOutput): Promise<void> => {
    for (const output of outputs) {
      if (faults.length > 0) return;
      if (isDone(output.path) || files.holds(output.path, output.content)) continue;
      stage(output.path, await read(output));
    }
  };

  return {
    offer(file, text, hash) {
      if (isWanted() && !files.holds(file, { madeHash: hash })) stage(file, text);
    },
    async finish(outputs, { force, removeStale, read, report }) {
      const ours = readManifest(destinationDir);
      staging.removeAbandoned();
      await stageAll(outputs.values(), read);
      const tellFaults = (code: "destination-not-writable" | "destination-interrupted"): void =>
        report.add(...faults.map((fault) => createDiagnostic(code, fault)));
      if (faults.length > 0) {
        tellFaults("destination-not-writable");
        return null;
      }
      const plan = planWriting({ ours, outputs, staged, removeStale, keepFiles });
      const foreign = findForeign(plan, ours, destinationDir);
      if (foreign !== null && !force) {
        report.add(createDiagnostic("destination-file-not-ours", foreign));
        return null;
      }
      const unchanged = outputs.size - plan.changed.length;
      if (plan.isNothing) return { written: [], unchanged, removed: [] };
      // Until the end, the manifest names the old files and the new: an interrupted build leaves none without an owner.
      const manifest = staging.add(MANIFEST_NAME, formatManifest([...ours, ...outputs.keys()]), faults);
      if (manifest === null) {
        tellFaults("destination-not-writable");
        return null;
      }
      const waiting = plan.changed.flatMap((file) => staged.get(file) ?? []);
      const removed = putInPlace(destinationDir, [manifest, ...waiting], plan.stale, faults);
      if (faults.length === 0) {
        replaceManifest(destinationDir, staging.dir, formatManifest(plan.remaining), faults);
      }
      tellFaults("destination-interrupted");
      if (faults.length > 0) files.forgetAll();
      else
        for (const file of waiting) files.noteWritten(file, describeContent(outputs.get(file.path)?.content));
      return { written: plan.changed, unchanged, removed };
    },
    written: () => files.records(),
    abandon: () => staging.remove(),
  };
}

function isCopied(content: StagedContent): content is CopiedFile {
  return typeof content === "object" && "copyFrom" in content;
}

function isAsFound({ copyFrom, foundStamp }: CopiedFile): boolean {
  if (foundStamp === null) return true;
  const stats = statSync(copyFrom, { throwIfNoEntry: false });
  return stats !== undefined && createStamp(stats) === foundStamp;
}
