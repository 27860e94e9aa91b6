/** What an author is told of a formula that cannot be typeset. */
import { nearestName } from "../../util/text.js";
import { locateFault } from "./locate-fault.js";
import { TexFault } from "./tex-fault.js";
import type { FormulaFault } from "./typeset-types.js";

/** Of the faults of definitions that never end: those that MathJax stops itself, and those that fill the stack. */
const ENDLESS = "its macros never end: one of them stands in its own definition";

export function describeFault(cause: unknown, tex: string): FormulaFault {
  if (cause instanceof RangeError) return { message: `it is nested too deeply, or ${ENDLESS}` };
  if (!(cause instanceof TexFault)) {
    return { message: cause instanceof Error ? cause.message : "MathJax gave no result" };
  }
  const { id } = cause;
  const span = locateFault(tex, cause);
  const place = span === undefined ? {} : { span };
  if (/^Max(?:BufferSize|MacroSub)/.test(id)) return { message: ENDLESS, ...place };
  if (id === "UnknownLabel" || id === "UnnumberedLabel") {
    const label = /'(.*)'/s.exec(cause.message)?.[1] ?? "";
    return { message: cause.message, label, ...place };
  }
  const suggestion = suggestName(cause);
  return { message: cause.message, ...place, ...(suggestion === undefined ? {} : { suggestion }) };
}

function suggestName(fault: TexFault): string | undefined {
  const macro = /^Undefined control sequence \\(.+)$/s.exec(fault.message)?.[1];
  if (macro !== undefined) {
    const nearest = nearestName(macro, fault.knownNames("macro"));
    return nearest === undefined ? undefined : `\\${nearest}`;
  }
  const environment = /^Unknown environment '(.+)'$/s.exec(fault.message)?.[1];
  return environment === undefined ? undefined : nearestName(environment, fault.knownNames("environment"));
}
