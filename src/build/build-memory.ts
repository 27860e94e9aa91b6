/** What a session keeps between builds: its cache, the state of each kind of build, and the renderer. */
import type { MarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import type { PieceStore } from "../markdown/piece-store.js";
import type { SiteConfig } from "../model/config.js";
import { contentHash } from "../util/hash.js";
import type { ValueStore, ValueStoreFault } from "../util/value-store/value-store.js";
import type { BuildState } from "./cache/build-state.js";
import { createPieceStore } from "./cache/create-piece-store.js";
import { type Cache, openCache } from "./cache/open-cache.js";
import type { LastBuild } from "./rebuild-page.js";
import type { Piece, PieceTiming } from "./threads/render-messages.js";

export interface BuildMemory {
  /** The cache in a folder (absolute), opened once; `null` for one that ends with the session. */
  cache(folder: string | null): Cache;
  /** What the last build with such options left, in this session or before it. */
  state(cache: Cache, options: string): BuildState;
  /**
   * What a build leaves. In memory at once; on disk if `isSaved`, or if it is the first of its kind, which took long;
   * else when the session is closed.
   */
  keepState(cache: Cache, options: string, state: BuildState, isSaved: boolean): void;
  renderer(config: RendererConfig, cache: Cache): RendererHandle;
  /** Forgets which bodies were rendered, and starts again with those that the cache still has. */
  forgetBodies(): void;
  /** What the last build without errors knew; `null` before there was one. */
  last: LastBuild | null;
  /** Writes what is not on disk yet, and lets go of the folder. Gives what kept it from being written. */
  close(): ValueStoreFault | null;
}

export type RendererConfig = Pick<SiteConfig, "math" | "code" | "markdown" | "blockLabels">;

/** A renderer that is loaded when somebody needs it: a build without work needs none. */
export interface RendererHandle {
  /** Stands for its options and for the program. */
  readonly key: string;
  readonly config: RendererConfig;
  load(): Promise<MarkdownRenderer>;
  /** `null` before `load` has ended. */
  readonly loaded: MarkdownRenderer | null;
  /** What `run` gives, and the formulas and code that were made meanwhile and were in no store. */
  gatherPieces<Result>(run: () => Result): Gathered<Result>;
}

export interface Gathered<Result> {
  readonly result: Result;
  readonly pieces: readonly Piece[];
  readonly timings: readonly PieceTiming[];
}

export function createBuildMemory(): BuildMemory {
  let opened: { readonly folder: string | null; readonly cache: Cache } | null = null;
  let renderer: RendererHandle | null = null;
  const states = new Map<string, BuildState>();
  const unsaved = new Map<string, { readonly cache: Cache; readonly state: BuildState }>();
  const memory: BuildMemory = {
    last: null,
    cache(folder) {
      if (opened !== null && opened.folder === folder) return opened.cache;
      memory.close();
      opened = { folder, cache: openCache(folder) };
      return opened.cache;
    },
    state(cache, options) {
      const state = states.get(options) ?? cache.readState(options);
      states.set(options, state);
      return state;
    },
    keepState(cache, options, state, isSaved) {
      const before = states.get(options);
      states.set(options, state);
      const isFirst = before === undefined || before.bodies.size === 0;
      if (isSaved || isFirst) {
        cache.writeState(options, state);
        unsaved.delete(options);
      } else unsaved.set(options, { cache, state });
    },
    renderer({ math, code, markdown, blockLabels }, cache) {
      const config = { math, code, markdown, blockLabels };
      const key = contentHash(JSON.stringify([cache.programKey, config]));
      if (renderer?.key !== key) renderer = createRendererHandle(key, config, cache);
      return renderer;
    },
    forgetBodies() {
      for (const [options, state] of states) states.set(options, { ...state, bodies: new Map() });
      if (opened !== null) opened = { ...opened, cache: readAllOf(opened.cache) };
    },
    close() {
      for (const [options, { cache, state }] of unsaved) cache.writeState(options, state);
      memory.last = null;
      states.clear();
      unsaved.clear();
      opened?.cache.values.close();
      const fault = opened?.cache.fault() ?? null;
      opened = null;
      return fault;
    },
  };
  return memory;
}

/** Where one value was damaged others may be: from now on, only a value that can be read is there. */
function readAllOf(cache: Cache): Cache {
  const { values } = cache;
  const has = (key: string): boolean => values.get(key) !== undefined;
  return { ...cache, values: Object.create(values, { has: { value: has } }) as ValueStore };
}

function createRendererHandle(key: string, config: RendererConfig, cache: Cache): RendererHandle {
  let loading: Promise<MarkdownRenderer> | null = null;
  let loaded: MarkdownRenderer | null = null;
  let made: Piece[] = [];
  let timings: PieceTiming[] = [];
  const values = {
    get: cache.values.get,
    set(name: string, value: Uint8Array) {
      cache.values.set(name, value);
      made.push([name, value]);
    },
  };
  const pieces = createPieceStore({
    ...{ programKey: cache.programKey, values },
    onMade: (origin, ms) => timings.push({ origin, ms }),
  });
  return {
    key,
    config,
    load() {
      loading ??= loadRenderer(config, pieces).then((renderer) => {
        loaded = renderer;
        return renderer;
      });
      return loading;
    },
    get loaded() {
      return loaded;
    },
    gatherPieces(run) {
      made = [];
      timings = [];
      const gathered = { result: run(), pieces: made, timings };
      made = [];
      timings = [];
      return gathered;
    },
  };
}

async function loadRenderer(config: RendererConfig, pieces: PieceStore): Promise<MarkdownRenderer> {
  const { createMarkdownRenderer } = await import("../markdown/create-markdown-renderer.js");
  return createMarkdownRenderer({ ...config, pieces });
}
