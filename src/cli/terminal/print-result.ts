/** What a person reads after a build. */
import { existsSync } from "node:fs";
import type { BuildResult } from "../../build/build-types.js";
import { formatDiagnostic } from "../../diagnostics/format-diagnostic.js";
import type { Diagnostic, Severity } from "../../model/diagnostic.js";
import { countOf, formatCount } from "../../util/text.js";
import type { Terminal } from "./create-terminal.js";
import { formatSummary, formatWriteSummary } from "./format-summary.js";

export interface PrintOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Whether warnings fail. */
  readonly strict: boolean;
  readonly command: "build" | "check" | "dev";
  readonly currentDir: string;
}

/** So many of a kind are read; more only hide the first ones. */
const MOST_PRINTED = 40;
const MOST_SKIPPED_PRINTED = 20;

export type ToldOfResult = Pick<BuildResult, "diagnostics" | "skipped">;

/** Whether the command fails. */
export function hasFailed({ ok, diagnostics }: BuildResult, strict: boolean): boolean {
  return !ok || (strict && diagnostics.some(({ severity }) => severity === "warning"));
}

/** Diagnostics go to standard error, everything else to standard output. `told` may leave out what was told before. */
export function printResult(
  result: BuildResult,
  options: PrintOptions,
  terminal: Terminal,
  told: ToldOfResult = result,
): void {
  printDiagnostics(told.diagnostics, options, terminal);
  if (!options.quiet) {
    printSkipped(told, options, terminal);
    const isLost = options.command !== "check" && result.write === null && hasFailed(result, options.strict);
    if (!isLost) terminal.print(formatSummary(result, options.command === "check" ? "Checked" : "Built"));
    if (result.write !== null) terminal.print(formatWriteSummary(result, result.write, options.currentDir));
  }
  printVerdict(result, options, terminal);
}

/** To standard error. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: Pick<PrintOptions, "quiet" | "strict" | "verbose">,
  terminal: Terminal,
): void {
  const fails = (severity: Severity): boolean =>
    severity === "error" || (options.strict && severity === "warning");
  const wanted = diagnostics.filter(({ severity }) => !options.quiet || fails(severity));
  const left: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  const printed: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const diagnostic of wanted) {
    if (!options.verbose && printed[diagnostic.severity] === MOST_PRINTED) {
      left[diagnostic.severity]++;
      continue;
    }
    printed[diagnostic.severity]++;
    terminal.printError(`${formatDiagnostic(diagnostic, { color: terminal.errorColor })}\n`);
  }
  const more = (["error", "warning", "note"] as const).filter((severity) => left[severity] > 0);
  if (more.length > 0) {
    const counts = more.map((severity) => `${formatCount(left[severity])} more ${severity}s`);
    terminal.printError(`… and ${counts.join(", ")}; --verbose prints them all\n`);
  }
}

function printSkipped({ skipped }: ToldOfResult, { verbose }: PrintOptions, terminal: Terminal): void {
  if (skipped.length === 0) return;
  const shown = verbose ? skipped : skipped.slice(0, MOST_SKIPPED_PRINTED);
  terminal.print(`Left out ${countOf(skipped.length, "file")}:`);
  for (const { path, reason, explanation } of shown) {
    terminal.print(`  ${path}: ${explanation === "" ? reason : explanation}`);
  }
  if (shown.length < skipped.length) {
    terminal.print(`  … and ${skipped.length - shown.length} more; --verbose prints them all`);
  }
  terminal.print("");
}

function printVerdict(result: BuildResult, options: PrintOptions, terminal: Terminal): void {
  const count = (severity: Severity): number =>
    result.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const isFailure = hasFailed(result, options.strict);
  const parts = [
    ...(errors > 0 || (isFailure && warnings === 0)
      ? [terminal.paintError("red", countOf(errors, "error"))]
      : []),
    ...(warnings > 0 ? [terminal.paintError("yellow", countOf(warnings, "warning"))] : []),
  ];
  if (parts.length === 0 || (options.quiet && !isFailure)) return;
  const strictly = isFailure && errors === 0 ? " (and --strict is given)" : "";
  const consequence = isFailure ? describeConsequence(result, options) : "";
  terminal.printError(`${parts.join(", ")}${strictly}${consequence}`);
}

function describeConsequence({ write, destinationDir }: BuildResult, { command }: PrintOptions): string {
  if (command === "check") return "";
  if (command === "dev") return ": the pages follow once that is fixed";
  if (write !== null) return ": what could be built was written";
  return existsSync(destinationDir)
    ? `: nothing was written; the last good ${destinationDir} stays as it is`
    : ": nothing was written";
}
