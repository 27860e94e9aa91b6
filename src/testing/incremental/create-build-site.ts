/** Builds that share their renderers: what one renders depends on its options alone, and loading it takes long. */
import { build } from "../../build/build.js";
import { type BuildMemory, createBuildMemory, type RendererHandle } from "../../build/build-memory.js";
import type { BuildOptions, BuildResult, BuildSession } from "../../build/build-types.js";
import { openCache } from "../../build/cache/open-cache.js";
import { createBuildSession } from "../../build/create-build-session.js";

export interface BuildSite {
  /** With a memory that holds nothing but what the cache folder of the options has. */
  fresh(options: BuildOptions): Promise<BuildResult>;
  /** With the memory of all builds that were made so. */
  kept(options: BuildOptions): Promise<BuildResult>;
  /** With a memory of its own. */
  session(): BuildSession;
}

/** By their options. */
export type Renderers = Map<string, RendererHandle>;

export function createBuildSite(renderers: Renderers): BuildSite {
  const createMemory = (): BuildMemory => {
    let own: RendererHandle | null = null;
    return {
      ...createBuildMemory(),
      renderer(config) {
        const key = JSON.stringify(config);
        const shared = renderers.get(key) ?? createBuildMemory().renderer(config, openCache(null));
        renderers.set(key, shared);
        if (own?.key !== shared.key) own = createLazyHandle(shared);
        return own;
      },
    };
  };
  const keptMemory = createMemory();
  return {
    async fresh(options) {
      const memory = createMemory();
      try {
        return await build(options, memory);
      } finally {
        memory.close();
      }
    },
    kept: (options) => build(options, keptMemory),
    session: () => createBuildSession(createMemory()),
  };
}

/** Not loaded until it is asked for in this memory: what uses a renderer too early fails here, too. */
function createLazyHandle(shared: RendererHandle): RendererHandle {
  let loaded: RendererHandle["loaded"] = null;
  const load = async (): Promise<NonNullable<RendererHandle["loaded"]>> => {
    loaded = await shared.load();
    return loaded;
  };
  return Object.create(shared, { load: { value: load }, loaded: { get: () => loaded } }) as RendererHandle;
}
