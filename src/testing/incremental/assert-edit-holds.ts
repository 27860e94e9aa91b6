import assert from "node:assert/strict";
import path from "node:path";
import type { BuildOptions, BuildResult } from "../../build/build-types.js";
import { createBuildSession } from "../../build/create-build-session.js";
import { buildSite } from "../build-tiny-site.js";
import { type Cleanup, createTemporaryFolder, readFiles, writeFiles } from "../temporary-folder.js";

type Files = Readonly<Record<string, string | Uint8Array>>;

export interface EditedSite {
  readonly sourceDir: string;
  readonly result: BuildResult;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Builds a site with a cache, edits it, builds it in another session, and holds this against a clean build, which gets
 * the same options. `edit` writes files, `null` removes one.
 */
export async function assertEditHolds(
  context: Cleanup,
  site: Files,
  edit: Readonly<Record<string, string | Uint8Array | null>>,
  options: Partial<BuildOptions> = {},
): Promise<EditedSite> {
  const sourceDir = createTemporaryFolder(context);
  const destinationDir = path.join(createTemporaryFolder(context), "dist");
  const cacheDir = path.join(createTemporaryFolder(context), "cache");
  writeFiles(sourceDir, site);
  const build = async (): Promise<EditedSite> => {
    const session = createBuildSession();
    const { result } = await buildSite(sourceDir, { session, destinationDir, cacheDir, ...options });
    session.close();
    return { sourceDir, result, files: readFiles(destinationDir) };
  };
  await build();
  writeFiles(sourceDir, edit);
  const incremental = await build();
  await assertEqualsClean(context, incremental, options);
  return incremental;
}

/** Of the outcome of a build: the same files and diagnostics as from nothing. */
export async function assertEqualsClean(
  context: Cleanup,
  { sourceDir, result, files }: EditedSite,
  options: Partial<BuildOptions> = {},
): Promise<void> {
  const destinationDir = path.join(createTemporaryFolder(context), "dist");
  const clean = await buildSite(sourceDir, { ...options, destinationDir, cacheDir: null });
  assert.deepEqual(result.diagnostics, clean.result.diagnostics);
  assert.deepEqual(result.summary, clean.result.summary);
  if (clean.result.ok) assert.deepEqual(withoutAssets(files), withoutAssets(readFiles(destinationDir)));
}

/** The theme's, which would fill the screen where something else differs. */
function withoutAssets(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith("assets/postulate/")));
}
