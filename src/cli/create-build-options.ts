import { existsSync } from "node:fs";
import path from "node:path";
import type { BuildOptions } from "../build/build-types.js";
import { checkSource } from "./check-source.js";
import type { Values } from "./command.js";
import type { contentOptions, destinationOptions, sourceOptions, strictOptions } from "./shared-options.js";
import { UsageError } from "./usage-error.js";
import type { World } from "./world.js";

export type SiteValues = Values<
  typeof sourceOptions & typeof destinationOptions & typeof contentOptions & typeof strictOptions
>;

/** What of a build follows from the options that all commands share. */
export type SiteBuildOptions = Pick<
  BuildOptions,
  "sourceDir" | "destinationDir" | "cacheDir" | "configPaths" | "overrides" | "strict"
>;

/** Left out of the site by every build. */
const CACHE_FOLDER = ".postulate-cache";

/**
 * From the command line to what a build is asked for. The environment that templates see is `JEKYLL_ENV`, as in
 * Jekyll, else the command's own. Throws a `UsageError` when there is nothing to build.
 */
export function createBuildOptions(
  values: SiteValues,
  world: World,
  defaultEnvironment: "production" | "development",
): SiteBuildOptions {
  const sourceDir = checkSource(values.source, values.config !== undefined, world.currentDir);
  const { baseurl, drafts, future, unpublished, limitPosts } = values;
  return {
    sourceDir,
    destinationDir: resolveDestination(values.destination, sourceDir, world.currentDir),
    cacheDir: values.disableDiskCache === true ? null : path.join(sourceDir, CACHE_FOLDER),
    configPaths: resolveConfigPaths(values.config, sourceDir, world.currentDir),
    overrides: {
      ...(baseurl === undefined ? {} : { baseurl }),
      ...(drafts === undefined ? {} : { drafts }),
      ...(future === undefined ? {} : { future }),
      ...(unpublished === undefined ? {} : { unpublished }),
      ...(limitPosts === undefined ? {} : { limitPosts }),
      environment: world.environment.JEKYLL_ENV || defaultEnvironment,
    },
    strict: values.strict ?? false,
  };
}

/** As the person means it: from the current folder. `null` leaves it to the configuration. */
export function resolveDestination(
  destination: string | undefined,
  sourceDir: string,
  currentDir: string,
): string | null {
  if (destination === undefined) return null;
  const absolute = path.resolve(currentDir, destination);
  const toSource = path.relative(absolute, sourceDir);
  if (!toSource.startsWith("..") && !path.isAbsolute(toSource)) {
    throw new UsageError(
      `The destination ${absolute} holds the source itself`,
      "Choose a folder of its own, such as --destination dist",
    );
  }
  return absolute;
}

/**
 * From the current folder, as Jekyll has it, or else from the source; given back relative to the source where they
 * lie in it.
 */
export function resolveConfigPaths(
  config: readonly string[] | undefined,
  sourceDir: string,
  currentDir: string,
): readonly string[] | null {
  if (config === undefined) return null;
  return config.map((file) => {
    const absolute = path.resolve(currentDir, file);
    if (!existsSync(absolute)) return file;
    const relative = path.relative(sourceDir, absolute);
    return relative.startsWith("..") || path.isAbsolute(relative)
      ? absolute
      : relative.replaceAll(path.sep, "/");
  });
}

/**
 * The moment that the site is built for, in milliseconds: `SOURCE_DATE_EPOCH`, in seconds, makes builds repeatable
 * (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function readNowMs({ environment, clockMs }: Pick<World, "environment" | "clockMs">): number {
  const { SOURCE_DATE_EPOCH: epoch } = environment;
  if (epoch === undefined || epoch === "") return clockMs();
  if (/^\d{1,12}$/.test(epoch)) return Number(epoch) * 1000;
  throw new UsageError(`SOURCE_DATE_EPOCH must be whole seconds since 1970, but is "${epoch}"`);
}
