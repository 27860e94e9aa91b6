/** A whole site in a test: `{path: text}` in, its files and diagnostics out. */
import path from "node:path";
import type { BuildOptions, BuildResult, BuildSession } from "../build/build-types.js";
import { createBuildSession } from "../build/create-build-session.js";
import { type Cleanup, createTemporaryFolder, readFiles, writeFiles } from "./temporary-folder.js";

/** The moment at which all tests are run: noon of 2026-12-01, UTC. */
export const TEST_NOW_MS = Date.UTC(2026, 11, 1, 12);

export interface BuiltSite {
  readonly result: BuildResult;
  /** What stands in the destination afterwards, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly sourceDir: string;
}

export interface TinySiteOptions extends Partial<BuildOptions> {
  /** A session to go on with. */
  readonly session?: BuildSession;
}

/** Writes the files into a new folder and builds it into its `dist`. */
export async function buildTinySite(
  context: Cleanup,
  site: Readonly<Record<string, string | Uint8Array>>,
  options: TinySiteOptions = {},
): Promise<BuiltSite> {
  const sourceDir = createTemporaryFolder(context);
  writeFiles(sourceDir, site);
  return buildSite(sourceDir, options);
}

/** Builds a folder into its `dist`. */
export async function buildSite(sourceDir: string, options: TinySiteOptions): Promise<BuiltSite> {
  const { session = createBuildSession(), ...overrides } = options;
  const result = await session.build({ ...defaultOptions(sourceDir), ...overrides });
  return { result, files: readFiles(path.join(sourceDir, "dist")), sourceDir };
}

/** Diagnostics as `error front-matter-yaml _posts/x.md:2:8`, as a test compares them. */
export function listDiagnostics({ diagnostics }: BuildResult): string[] {
  return diagnostics.map(({ severity, code, place }) =>
    [severity, code, [place?.path, place?.line, place?.column].filter((part) => part !== undefined).join(":")]
      .join(" ")
      .trim(),
  );
}

function defaultOptions(sourceDir: string): BuildOptions {
  return {
    sourceDir,
    destinationDir: null,
    cacheDir: null,
    configPaths: null,
    overrides: {},
    strict: false,
    keepGoing: false,
    force: false,
    write: true,
    check: false,
    nowMs: TEST_NOW_MS,
  };
}
