import path from "node:path";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { ValueStoreFault } from "../util/value-store/value-store.js";
import { createWriteFault } from "./write-fault.js";

/** Tells that the next build will know nothing of this one. Adds `cache-not-writable`. */
export function reportCacheFault(fault: ValueStoreFault | null, sourceDir: string, report: Report): void {
  if (fault === null) return;
  const below = path.relative(sourceDir, fault.folder).replaceAll(path.sep, "/");
  const isInside = !below.startsWith("../") && !path.isAbsolute(below);
  report.add(
    createDiagnostic("cache-not-writable", createWriteFault(isInside ? below : fault.folder, fault.error)),
  );
}
