/** A site on disk, a dev server that watches it, and what is expected of this server. */
import { isDeepStrictEqual } from "node:util";
import type { BuildOptions, BuildSession } from "../../../build/build-types.js";
import { type CleanBuild, completeOptions, NOON_MS } from "../build-cleanly.js";
import { applyOperation, type Operation, type SceneOptions } from "../operation.js";
import { describeFiles } from "./describe-files.js";
import { createServerLife, type ServerLife } from "./server-life.js";
import { startObservedServer } from "./start-observed-server.js";

export interface ServedSceneInput {
  readonly sourceDir: string;
  readonly cacheDir: string;
  readonly createSession: () => BuildSession;
  readonly buildFromNothing: (options: BuildOptions) => Promise<CleanBuild>;
}

export interface ServedScene {
  /** At once. Where it means other options of the command, the server is started again, with the edits made meanwhile. */
  edit(operations: readonly Operation[]): Promise<void>;
  /** Waits until the server is at rest and all is as it has to be; `null` then, else what is not. */
  findDifference(): Promise<string | null>;
  close(): Promise<void>;
  readonly counts: ServedCounts;
}

/** How much was tried. What a server did counts when it has ended. */
export interface ServedCounts {
  readonly builds: number;
  readonly previews: number;
  readonly comparisons: number;
  readonly starts: number;
}

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
  const start = async (): Promise<ServerLife> => {
    counts.starts++;
    const server = await startObservedServer({ sourceDir, cacheDir, ...command }, createSession(), readClock);
    return createServerLife(server, everServed);
  };
  const stop = async ({ server }: ServerLife): Promise<void> => {
    counts.builds += server.builds();
    counts.previews += server.previewCount();
    await server.close();
  };
  const buildNow = (): Promise<CleanBuild> => {
    const nowhere = { sourceDir, destinationDir: null, cacheDir: null };
    return buildFromNothing(completeOptions({ ...nowhere, ...command, keepGoing: true, nowMs: builtAtMs }));
  };
  let life = await start();
  return {
    counts,
    async edit(operations) {
      const states = describeFiles(operations, sourceDir);
      const next = readCommandOptions(command, operations);
      clockMs = readClockOption(clockMs, operations);
      const isStartedAgain = !isDeepStrictEqual(command, next);
      if (isStartedAgain) await stop(life);
      for (const operation of operations) applyOperation(operation, { sourceDir, destinationDirs: [] });
      command = next;
      if (isStartedAgain) life = await start();
      else if (states !== describeFiles(operations, sourceDir)) life.expectBuild();
    },
    async findDifference() {
      const words = await life.findDifference(buildNow);
      if (words === null) counts.comparisons++;
      return words;
    },
    close: () => stop(life),
  };
}

function optionsOf(operations: readonly Operation[]): SceneOptions {
  return Object.assign({}, ...operations.map((one) => (one.kind === "options" ? one.options : {})));
}

function readCommandOptions(before: CommandOptions, operations: readonly Operation[]): CommandOptions {
  const { overrides = before.overrides, strict = before.strict } = optionsOf(operations);
  return { overrides, strict };
}

function readClockOption(before: number, operations: readonly Operation[]): number {
  return optionsOf(operations).nowMs ?? before;
}
