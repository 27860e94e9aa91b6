import { build } from "./build.js";
import { type BuildMemory, createBuildMemory } from "./build-memory.js";
import type { BuildSession } from "./build-types.js";
import { rebuildPage } from "./rebuild-page.js";

/** A session that holds nothing yet, unless a memory is given. Its builds may follow one another, but not run at the same time. */
export function createBuildSession(memory: BuildMemory = createBuildMemory()): BuildSession {
  return {
    build: (options) => build(options, memory),
    rebuildPage: async (absolutePath) =>
      memory.last === null ? null : rebuildPage(absolutePath, memory.last),
    close: memory.close,
  };
}
