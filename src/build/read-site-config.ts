/** The first step of a build: from configuration files and the command line to one `SiteConfig` and a destination. */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { ConfigFile } from "../config/parse-config-file.js";
import { readKeptConfig } from "../config/read-kept-config.js";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import { listThemeNames } from "../markdown/code/list-theme-names.js";
import type { SiteConfig } from "../model/config.js";
import type { TextStore } from "../util/text-store.js";
import type { BuildOptions } from "./build-types.js";

export interface SiteConfigAndDestination {
  readonly config: SiteConfig;
  /** Absolute. */
  readonly destinationDir: string;
}

export type SiteConfigOptions = Pick<
  BuildOptions,
  "sourceDir" | "destinationDir" | "configPaths" | "overrides"
>;

/** The configuration comes from `store` when its files were read before. */
export function readSiteConfig(
  options: SiteConfigOptions,
  store: TextStore,
  report: Report,
): SiteConfigAndDestination {
  const { sourceDir, overrides } = options;
  const config = readKeptConfig(
    {
      files: readConfigFiles(options, report),
      listCodeThemes: listThemeNames,
      hasGemfile: existsSync(path.join(sourceDir, "Gemfile")),
      overrides: {
        baseurl: overrides.baseurl,
        showDrafts: overrides.drafts,
        future: overrides.future,
        unpublished: overrides.unpublished,
        limitPosts: overrides.limitPosts,
        environment: overrides.environment,
      },
    },
    store,
    report,
  );
  const destinationDir = options.destinationDir ?? path.resolve(sourceDir, config.destination);
  checkDestination(sourceDir, destinationDir, report);
  return { config, destinationDir };
}

function readConfigFiles(
  { sourceDir, configPaths }: SiteConfigOptions,
  report: Report,
): readonly ConfigFile[] {
  const paths =
    configPaths ?? ["_config.yml", "_config.yaml"].filter((name) => existsSync(path.join(sourceDir, name)));
  return paths.flatMap((configPath) => {
    try {
      return [{ path: configPath, text: readFileSync(path.resolve(sourceDir, configPath), "utf8") }];
    } catch (error) {
      const reason =
        (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : String(error);
      report.add(createDiagnostic("config-file-unreadable", { path: configPath, reason }));
      return [];
    }
  });
}

/** A destination must be a folder of its own: what is removed from it must never be a source. */
function checkDestination(sourceDir: string, destinationDir: string, report: Report): void {
  const source = realPath(sourceDir);
  const destination = realPath(destinationDir);
  const fromDestination = path.relative(destination, source);
  if (!fromDestination.startsWith("..") && !path.isAbsolute(fromDestination)) {
    report.add(createDiagnostic("destination-holds-source", { destination: destinationDir }));
  }
  const [folder = ""] = path.relative(source, destination).split(path.sep);
  if (
    /^_(?:posts|drafts|layouts|includes|data|sass)$/.test(folder) ||
    folder === "layouts" ||
    folder === "static"
  ) {
    report.add(createDiagnostic("destination-holds-posts", { destination: destinationDir, folder }));
  }
}

/** With links followed as far as the path exists. */
function realPath(dir: string): string {
  try {
    return realpathSync(dir);
  } catch {
    const parent = path.dirname(dir);
    return parent === dir ? dir : path.join(realPath(parent), path.basename(dir));
  }
}
