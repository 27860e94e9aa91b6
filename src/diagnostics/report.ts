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
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  let sorted: readonly Diagnostic[] | null = null;
  const keep = (diagnostic: Diagnostic): void => {
    const identity = identityOf(diagnostic);
    const known = byIdentity.get(identity);
    if (known !== undefined) counts[known.severity]--;
    counts[diagnostic.severity]++;
    byIdentity.set(identity, diagnostic);
  };
  return {
    add(...diagnostics) {
      if (diagnostics.length > 0) sorted = null;
      for (const diagnostic of diagnostics) {
        const isRaised = isStrict && diagnostic.severity === "warning";
        keep(isRaised ? { ...diagnostic, severity: "error" } : diagnostic);
      }
    },
    list() {
      sorted ??= [...byIdentity.values()].sort(compareDiagnostics);
      return sorted;
    },
    count: (severity) => counts[severity],
  };
}

/**
 * A fault in a layout is met once for each page made with it, and told once. No path holds a NUL, so that the parts
 * cannot be taken for one another.
 */
function identityOf({ code, message, place }: Diagnostic): string {
  const { path, line, column } = place ?? {};
  return `${code}\0${place === undefined ? "" : `${path}\0${line}\0${column}`}\0${message}`;
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
