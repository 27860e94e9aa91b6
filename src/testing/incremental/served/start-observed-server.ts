/** A dev server like that of the command, and what can be seen of its work. */
import { setTimeout } from "node:timers/promises";
import type { BuildOptions, BuildResult, BuildSession } from "../../../build/build-types.js";
import type { DevStatus } from "../../../serve/dev-state.js";
import { type DevServerOptions, startDevServer } from "../../../serve/start-dev-server.js";
import { contentHash } from "../../../util/hash.js";
import { listenToEvents } from "../../listen-to-events.js";
import { createSignal, type Signal } from "./create-signal.js";

export interface Observations {
  /** Of all builds, also of those that ended with an exception. */
  readonly builds: () => number;
  readonly goodBuilds: () => number;
  /** What the last good one gave; `null` before there was one. */
  readonly lastGood: () => BuildResult | null;
  /** Hashes of pages that were made ahead of a build since the last good one, by output path. */
  readonly previews: ReadonlyMap<string, ReadonlySet<string>>;
  readonly previewCount: () => number;
  /** Outputs that browsers were told of since `forgetTold`; `null` for all. */
  readonly told: () => ReadonlySet<string> | null;
  forgetTold(): void;
  /** Exceptions of builds and requests. */
  readonly errors: readonly unknown[];
}

export interface ObservedServer extends Observations {
  readonly origin: string;
  /** Resolves when all changes seen so far are built, with `false` when they are not in this time. */
  waitForRest(longestMs: number): Promise<boolean>;
  /** Resolves when a build ends, with `false` when none does in this time. */
  waitForBuild(longestMs: number): Promise<boolean>;
  /** Resolves when browsers were told of this version, with `false` when they are not in this time. */
  waitForVersion(version: string, longestMs: number): Promise<boolean>;
  close(): Promise<void>;
}

export type ServedOptions = Pick<BuildOptions, "sourceDir" | "cacheDir" | "overrides" | "strict">;

/** How much longer every other build takes, as that of a larger site does: edits come while it runs. */
const LONG_BUILD_MS = 150;

export async function startObservedServer(
  options: ServedOptions,
  session: BuildSession,
  nowMs: () => number,
): Promise<ObservedServer> {
  const observer = createObserver();
  const { seen, hasTold } = observer;
  const server = await startDevServer({
    ...observer.hooks,
    session: observer.observe(session),
    build: { ...options, destinationDir: null, configPaths: null },
    nowMs,
    port: 0,
  });
  const events = await listenToEvents(server.origin, observer.onStatus);
  return {
    ...observer.observations,
    origin: server.origin,
    waitForRest(longestMs) {
      const end = new AbortController();
      const atRest = server.idle().then(() => true);
      return Promise.race([atRest, setTimeout(longestMs, false, { signal: end.signal })]).finally(() =>
        end.abort(),
      );
    },
    waitForBuild(longestMs) {
      const { builds } = observer.observations;
      const before = builds();
      return seen.waitUntil(() => builds() > before, longestMs);
    },
    waitForVersion: (version, longestMs) => seen.waitUntil(() => hasTold(version), longestMs),
    async close() {
      events.close();
      await server.close();
    },
  };
}

interface Observer {
  readonly observations: Observations;
  /** Told of whatever is seen. */
  readonly seen: Signal;
  readonly hasTold: (version: string) => boolean;
  readonly hooks: Pick<DevServerOptions, "onBuildEnd" | "onError" | "onWatchError">;
  readonly onStatus: (status: DevStatus) => void;
  observe(session: BuildSession): BuildSession;
}

function createObserver(): Observer {
  const previews = new Map<string, Set<string>>();
  const errors: unknown[] = [];
  const versions = new Set<string>();
  const seen = createSignal();
  let [builds, goodBuilds, previewCount] = [0, 0, 0];
  let lastGood: BuildResult | null = null;
  let told: Set<string> | null = new Set();
  return {
    seen,
    hasTold: (version) => versions.has(version),
    observations: {
      ...{ errors, previews, builds: () => builds, goodBuilds: () => goodBuilds },
      lastGood: () => lastGood,
      previewCount: () => previewCount,
      told: () => told,
      forgetTold: () => {
        told = new Set();
      },
    },
    hooks: {
      onBuildEnd(result) {
        builds++;
        if (result.ok) {
          goodBuilds++;
          lastGood = result;
          previews.clear();
        }
        seen.tell();
      },
      onError(error) {
        builds++;
        errors.push(error);
        seen.tell();
      },
      onWatchError: (error) => errors.push(error),
    },
    onStatus({ version, changed }) {
      told = changed === null || told === null ? null : new Set([...told, ...changed]);
      versions.add(version);
      seen.tell();
    },
    observe: (session) => ({
      ...session,
      async build(options) {
        const result = await session.build(options);
        if (builds % 2 === 1) await setTimeout(LONG_BUILD_MS);
        return result;
      },
      async rebuildPage(absolutePath) {
        const page = await session.rebuildPage(absolutePath);
        if (page === null) return null;
        previewCount++;
        previews.set(page.path, new Set(previews.get(page.path)).add(contentHash(page.text)));
        return page;
      },
    }),
  };
}
