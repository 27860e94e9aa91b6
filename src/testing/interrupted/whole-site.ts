/** A site that builds are killed over, and what must be true of it whenever a build came to its end. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { BuildOptions } from "../../build/build-types.js";
import { formatManifest } from "../../build/manifest.js";
import { MANIFEST_NAME } from "../../content/manifest-name.js";
import { contentHash } from "../../util/hash.js";
import { listFolder } from "../../util/temporary-files.js";
import { compareText } from "../../util/text.js";
import { buildCleanly, completeOptions } from "../incremental/build-cleanly.js";
import { createBuildSite, type Renderers } from "../incremental/create-build-site.js";
import { readTree } from "../incremental/read-tree.js";
import { writeFiles } from "../temporary-folder.js";
import type { Hashes } from "./find-broken-promise.js";
import { createKilledSite, editKilledSite, IN_THE_WAY } from "./killed-site.js";
import { type KilledBuild, type KillMoment, runKilledBuild } from "./run-killed-build.js";

const CACHE = ".postulate-cache";
const RE_CACHE_FILE = /^(?:\.gitignore|state-[0-9a-f]{12}\.json|values-[0-9a-f]{16}\.segment)$/;

const FOREIGN = { "kept/by-hand.txt": "By hand.\n", "note.txt": "Not ours.\n" };
export const FOREIGN_HASHES: Hashes = new Map(
  Object.entries(FOREIGN).map(([file, text]) => [file, contentHash(text)]),
);

export interface WholeSite {
  readonly destinationDir: string;
  /** Removes the cache, and all of the destination but what somebody else put there. */
  forget(): void;
  /** Every page becomes another one. */
  edit(): void;
  /** What a build is to leave, made from nothing. */
  hashes(): Promise<Hashes>;
  /** The command in a process of its own. */
  run(moment: KillMoment | null): Promise<KilledBuild>;
  /**
   * Builds to the end: the destination is as from nothing, foreign files are there, no temporary file is left anywhere,
   * and one more build has nothing to do.
   */
  assertRecovers(expected: Hashes): Promise<void>;
}

/** In an empty folder. */
export function createWholeSite(folder: string, renderers: Renderers): WholeSite {
  const sourceDir = path.join(folder, "site");
  const temporaryDir = path.join(folder, "temporary");
  const destinationDir = path.join(sourceDir, "dist");
  const cacheDir = path.join(sourceDir, CACHE);
  const { fresh } = createBuildSite(renderers);
  mkdirSync(temporaryDir);
  writeFiles(sourceDir, createKilledSite());
  writeFiles(destinationDir, FOREIGN);
  const options: BuildOptions = completeOptions({
    ...{ sourceDir, destinationDir: null, cacheDir, overrides: { environment: "production" } },
  });
  let edits = 0;
  let sources = listSources(sourceDir);
  /** Until the next edit. */
  let known: Hashes | null = null;
  const run = (moment: KillMoment | null) =>
    runKilledBuild({ sourceDir, destinationDir, temporaryDir }, moment);
  return {
    destinationDir,
    forget() {
      rmSync(cacheDir, { recursive: true, force: true });
      rmSync(destinationDir, { recursive: true, force: true });
      writeFiles(destinationDir, FOREIGN);
    },
    edit() {
      known = null;
      writeFiles(sourceDir, IN_THE_WAY);
      writeFiles(sourceDir, editKilledSite(++edits));
      sources = listSources(sourceDir);
    },
    async hashes() {
      // Threads would take longer to start than they save, with the renderer that is at hand.
      known ??= (await buildCleanly({ ...options, threads: 1 }, fresh)).hashes;
      return known;
    },
    run,
    async assertRecovers(expected) {
      const { code, stderr } = await run(null);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
      assert.deepEqual(hashFiles(destinationDir), expectedDestination(expected));
      assert.ok(!existsSync(path.join(destinationDir, ".postulate-temporary")));
      const inCache = listFolder(cacheDir).filter((name) => !RE_CACHE_FILE.test(name));
      assert.deepEqual([inCache, listSources(sourceDir)], [[], sources]);
      assert.deepEqual([listFolder(temporaryDir), listFolder(folder)], [[], ["site", "temporary"]]);
      const again = await fresh(options);
      assert.deepEqual([again.write?.written, again.write?.removed], [[], []]);
    },
  };
}

/** By path. */
function expectedDestination(hashes: Hashes): Hashes {
  const manifest = contentHash(formatManifest(hashes.keys()));
  const all: readonly Named[] = [...hashes, ...FOREIGN_HASHES, [MANIFEST_NAME, manifest]];
  return new Map([...all].sort(compareNames));
}

function hashFiles(dir: string): Hashes {
  return new Map([...readTree(dir)].map(([file, { hash }]) => [file, hash] as const).sort(compareNames));
}

type Named = readonly [name: string, hash: string];

const compareNames = ([one]: Named, [other]: Named): number => compareText(one, other);

/** All that is there beside what builds make. */
function listSources(sourceDir: string): readonly string[] {
  return [...readTree(sourceDir).keys()].filter((file) => !/^(?:dist|\.postulate-cache)\//.test(file));
}
