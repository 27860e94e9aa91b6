/** A dev server like that of the command, and what can be seen of its work. */
import { setTimeout } from "node:timers/promises";
import type { BuildOptions, BuildSession } from "../../../build/build-types.js";
import { startDevServer } from "../../../serve/start-dev-server.js";
import { contentHash } from "../../../util/hash.js";
import { listenToEvents } from "../../listen-to-events.js";
import { createSignal } from "./create-signal.js";

export interface Observations {
  /** Of all builds, also of those that ended with an exception. */
  readonly builds: () => number;
  readonly goodBuilds: () => number;
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
  const previews = new Map<string, Set<string>>();
  const errors: unknown[] = [];
  const versions = new Set<string>();
  const seen = createSignal();
  let [builds, goodBuilds, previewCount] = [0, 0, 0];
  let told: Set<string> | null = new Set();
  const server = await startDevServer({
    session: {
      ...session,
      async build(buildOptions) {
        const result = await session.build(buildOptions);
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
    },
    build: { ...options, destinationDir: null, configPaths: null },
    nowMs,
    port: 0,
    onBuildEnd({ ok }) {
      builds++;
      if (ok) goodBuilds++;
      if (ok) previews.clear();
      seen.tell();
    },
    onError(error) {
      builds++;
      errors.push(error);
      seen.tell();
    },
    onWatchError: (error) => errors.push(error),
  });
  const events = await listenToEvents(server.origin, ({ version, changed }) => {
    told = changed === null || told === null ? null : new Set([...told, ...changed]);
    versions.add(version);
    seen.tell();
  });
  return {
    ...{ origin: server.origin, errors, previews },
    builds: () => builds,
    goodBuilds: () => goodBuilds,
    previewCount: () => previewCount,
    told: () => told,
    forgetTold: () => {
      told = new Set();
    },
    waitForRest(longestMs) {
      const end = new AbortController();
      const atRest = server.idle().then(() => true);
      return Promise.race([atRest, setTimeout(longestMs, false, { signal: end.signal })]).finally(() =>
        end.abort(),
      );
    },
    waitForBuild(longestMs) {
      const before = builds;
      return seen.waitUntil(() => builds > before, longestMs);
    },
    waitForVersion: (version, longestMs) => seen.waitUntil(() => versions.has(version), longestMs),
    async close() {
      events.close();
      await server.close();
    },
  };
}
