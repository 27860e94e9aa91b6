/** A site on disk, a dev server that watches it, and what is expected of this server. */
import { isDeepStrictEqual } from "node:util";
import type { BuildSession } from "../../../build/build-types.js";
import { type CleanBuild, completeOptions, NOON_MS } from "../build-cleanly.js";
import { applyOperation, type Operation, type SceneOptions } from "../operation.js";
import { describeFiles } from "./describe-files.js";
import { createExpectedSite } from "./expected-site.js";
import { readServedSite, urlPathOf } from "./read-served-site.js";
import { type ObservedServer, startObservedServer } from "./start-observed-server.js";

export interface ServedSceneInput {
  readonly sourceDir: string;
  readonly cacheDir: string;
  readonly createSession: () => BuildSession;
  readonly buildFromNothing: (options: ReturnType<typeof completeOptions>) => Promise<CleanBuild>;
}

export interface ServedScene {
  /** At once. Where it means other options of the command, the server is started again, with the edits made meanwhile. */
  edit(operations: readonly Operation[]): Promise<void>;
  /** Waits until the server is at rest and all is as it has to be; `null` then, else what is not. */
  findDifference(): Promise<string | null>;
  close(): Promise<void>;
  readonly counts: () => ServedCounts;
}

/** How much was tried. */
export interface ServedCounts {
  readonly builds: number;
  readonly previews: number;
  readonly comparisons: number;
  readonly starts: number;
}

/**
 * In milliseconds. A server that has begun no build by then has not seen an edit: it is to begin one within a second, and
 * a machine under load gets some more.
 */
const LONGEST_QUIET_MS = 5000;

type CommandOptions = Required<Pick<SceneOptions, "overrides" | "strict">>;

export async function openServedScene(input: ServedSceneInput): Promise<ServedScene> {
  const { sourceDir, cacheDir, createSession, buildFromNothing } = input;
  const everServed = new Set<string>();
  const counts = { builds: 0, previews: 0, comparisons: 0, starts: 0 };
  let command: CommandOptions = { overrides: {}, strict: false };
  let clockMs = NOON_MS;
  /** Of the last build: time alone starts none. */
  let builtAtMs = clockMs;
  const readClock = (): number => {
    builtAtMs = clockMs;
    return clockMs;
  };
  const start = (): Promise<ObservedServer> => {
    counts.starts++;
    return startObservedServer({ sourceDir, cacheDir, ...command }, createSession(), readClock);
  };
  const stop = async (): Promise<void> => {
    counts.builds += server.builds();
    counts.previews += server.previewCount();
    await server.close();
  };
  let server = await start();
  let expected = createExpectedSite();
  let buildsBefore = 0;
  let isBuildDue = false;

  const compareNow = async (clean: CleanBuild): Promise<string | null> => {
    const [error] = server.errors;
    if (error !== undefined) return error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (isBuildDue && server.builds() === buildsBefore) return "no build followed the edit";
    for (const output of clean.hashes.keys()) everServed.add(urlPathOf(clean.result.config.baseurl, output));
    const served = await readServedSite(server.server.origin, everServed);
    const isTold = await server.waitForVersion(served.status.version, LONGEST_QUIET_MS);
    if (!isTold) return `browsers were not told of version ${served.status.version}`;
    const words = expected.compare(served, clean, server);
    if (words === null) expected.settle(served, clean, server);
    return words;
  };
  return {
    counts: () => counts,
    async edit(operations) {
      const states = describeFiles(operations, sourceDir);
      const changes = operations.map((one) => (one.kind === "options" ? one.options : {}));
      const wanted: SceneOptions = Object.assign({ ...command, nowMs: clockMs }, ...changes);
      clockMs = wanted.nowMs ?? clockMs;
      const next = { overrides: wanted.overrides ?? {}, strict: wanted.strict ?? false };
      const isStartedAgain = !isDeepStrictEqual(command, next);
      if (isStartedAgain) await stop();
      for (const operation of operations) applyOperation(operation, { sourceDir, destinationDirs: [] });
      isBuildDue ||= states !== describeFiles(operations, sourceDir);
      if (!isStartedAgain) return;
      command = next;
      server = await start();
      expected = createExpectedSite();
      buildsBefore = 0;
      isBuildDue = false;
    },
    async findDifference() {
      for (;;) {
        await server.server.idle();
        const builds = server.builds();
        const where = { sourceDir, destinationDir: null, cacheDir: null };
        const options = completeOptions({ ...where, ...command, keepGoing: true, nowMs: builtAtMs });
        const words = await compareNow(await buildFromNothing(options));
        await server.server.idle();
        if (builds !== server.builds()) continue;
        if (words === null) {
          counts.comparisons++;
          buildsBefore = builds;
          isBuildDue = false;
          return null;
        }
        if (!(await server.waitForBuild(LONGEST_QUIET_MS))) return words;
      }
    },
    close: stop,
  };
}
