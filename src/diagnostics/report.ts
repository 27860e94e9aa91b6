import type { Diagnostic, Severity } from "../model/diagnostic.js";
import { compareText } from "../util/text.js";

/** The one thing that the steps of a build add to: what they found wrong. */
export interface Report {
  add(...diagnostics: readonly Diagnostic[]): void;
  /** Each diagnostic once, by file, line and column, whatever order they were added in. */
  list(): readonly Diagnostic[];
  count(severity: Severity): number;
}

/** With `isStrict`, a warning is an error. */
export function createReport({ isStrict = false } = {}): Report {
  const byIdentity = new Map<string, Diagnostic>();
  return {
    add(...diagnostics) {
      for (const diagnostic of diagnostics) {
        const isRaised = isStrict && diagnostic.severity === "warning";
        byIdentity.set(identityOf(diagnostic), isRaised ? { ...diagnostic, severity: "error" } : diagnostic);
      }
    },
    list: () => [...byIdentity.values()].sort(compareDiagnostics),
    count: (severity) =>
      [...byIdentity.values()].filter((diagnostic) => diagnostic.severity === severity).length,
  };
}

/** A fault in a layout is met once for each page made with it, and told once. */
function identityOf({ code, message, place }: Diagnostic): string {
  return JSON.stringify([code, message, place?.path, place?.line, place?.column]);
}

function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    compareText(left.place?.path ?? "", right.place?.path ?? "") ||
    (left.place?.line ?? 0) - (right.place?.line ?? 0) ||
    (left.place?.column ?? 0) - (right.place?.column ?? 0) ||
    compareText(left.code, right.code) ||
    compareText(left.message, right.message)
  );
}
