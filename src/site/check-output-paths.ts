/** Two sources must never be written to one file. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Place } from "../model/diagnostic.js";
import { folderOf } from "../util/path.js";

/** Something that will be written, and what it is made from. */
export interface ClaimedPath {
  readonly outputPath: string;
  readonly source: string;
  readonly place: Place;
}

/**
 * In the order of `claims`, the later one is the one at fault. Adds `output-path-taken`, `output-path-case` and
 * `output-path-below-file`, each with the other source as related place.
 */
export function checkOutputPaths(claims: readonly ClaimedPath[], report: Report): void {
  const exact = new Map<string, ClaimedPath>();
  const folded = new Map<string, ClaimedPath>();
  for (const claim of claims) {
    const { outputPath } = claim;
    const fold = outputPath.normalize("NFC").toLowerCase();
    const same = exact.get(outputPath);
    const similar = folded.get(fold);
    if (same !== undefined) reportTaken(same, claim, report);
    else if (similar !== undefined) reportCase(similar, claim, report);
    if (same === undefined) exact.set(outputPath, claim);
    if (similar === undefined) folded.set(fold, claim);
  }
  // Many files share a folder, and hardly ever is there a file in its way.
  const free = new Set<string>();
  for (const claim of exact.values()) {
    const folder = folderOf(claim.outputPath);
    if (free.has(folder)) continue;
    const files = [...foldersOf(claim.outputPath)].flatMap((path) => exact.get(path) ?? []);
    for (const file of files) reportBelowFile(file, claim, report);
    if (files.length === 0) free.add(folder);
  }
}

function reportTaken(first: ClaimedPath, second: ClaimedPath, report: Report): void {
  const facts = { outputPath: second.outputPath, first: first.source, second: second.source };
  report.add(createDiagnostic("output-path-taken", facts, second.place, relatedTo(first)));
}

function reportCase(first: ClaimedPath, second: ClaimedPath, report: Report): void {
  const facts = {
    outputPath: second.outputPath,
    otherPath: first.outputPath,
    first: first.source,
    second: second.source,
  };
  report.add(createDiagnostic("output-path-case", facts, second.place, relatedTo(first)));
}

function reportBelowFile(file: ClaimedPath, claim: ClaimedPath, report: Report): void {
  const facts = {
    outputPath: claim.outputPath,
    filePath: file.outputPath,
    first: file.source,
    second: claim.source,
  };
  report.add(createDiagnostic("output-path-below-file", facts, claim.place, relatedTo(file)));
}

function relatedTo({ outputPath, place }: ClaimedPath): { message: string; place: Place }[] {
  return [{ message: `"${outputPath}" comes from here`, place }];
}

/** `a`, `a/b` for `a/b/c.html`. */
function* foldersOf(path: string): Generator<string> {
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
    yield path.slice(0, slash);
  }
}
