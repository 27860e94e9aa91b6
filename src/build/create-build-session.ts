import { createReport } from "../diagnostics/report.js";
import { build } from "./build.js";
import { type BuildMemory, createBuildMemory } from "./build-memory.js";
import type { BuildSession } from "./build-types.js";
import { rebuildPage } from "./rebuild-page.js";
import { reportCacheFault } from "./report-cache-fault.js";

/** A session that holds nothing yet, unless a memory is given. Its builds may follow one another, but not run at the same time. */
export function createBuildSession(memory: BuildMemory = createBuildMemory()): BuildSession {
  let sourceDir = "";
  return {
    build(options) {
      sourceDir = options.sourceDir;
      return build(options, memory);
    },
    rebuildPage: async (absolutePath) =>
      memory.last === null ? null : rebuildPage(absolutePath, memory.last),
    close() {
      const report = createReport();
      reportCacheFault(memory.close(), sourceDir, report);
      return report.list();
    },
  };
}
