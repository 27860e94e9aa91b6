/** Dates for posts that say none themselves. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { FoundFile, SourceDocument } from "../model/content.js";
import { fileNameOf } from "../util/path.js";
import { formatDay, type TimeZone } from "../util/time-zone.js";
import { findFirstCommits } from "./find-first-commits.js";

/**
 * Gives each post without a date the time of its first commit, else the modification time of its file, and says how to
 * pin it (`post-undated`). Drafts take the modification time, silently, as in Jekyll.
 */
export function dateUndatedPosts(
  documents: readonly SourceDocument[],
  sourceDir: string,
  files: readonly Pick<FoundFile, "path" | "modifiedMs">[],
  zone: TimeZone,
  report: Report,
): readonly SourceDocument[] {
  const isUndated = ({ kind, date }: SourceDocument): boolean =>
    date === null && (kind === "post" || kind === "draft");
  if (!documents.some(isUndated)) return documents;
  const undated = documents
    .filter((document) => document.kind === "post" && isUndated(document))
    .map(({ path }) => path);
  const modifiedMs = new Map(files.map((file) => [file.path, file.modifiedMs]));
  const commits = undated.length === 0 ? null : findFirstCommits(sourceDir, undated);
  return documents.map((document) => {
    const { kind, path } = document;
    if (!isUndated(document)) return document;
    const committedMs = kind === "post" ? commits?.times.get(path) : undefined;
    const wholeSeconds = Math.floor((committedMs ?? modifiedMs.get(path) ?? 0) / 1000) * 1000;
    const time = zone.at(wholeSeconds);
    const dateSource = committedMs === undefined ? "file" : "git";
    if (kind === "post") {
      const name = fileNameOf(path);
      const facts = {
        day: formatDay(time),
        dateSource,
        isShallow: commits?.isShallow ?? false,
        name,
      } as const;
      report.add(createDiagnostic("post-undated", facts, { path }));
    }
    return { ...document, date: time, dateSource };
  });
}
