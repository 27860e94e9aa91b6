import type { SiteConfigAndDestination } from "../build/read-site-config.js";
import { formatDiagnostic } from "../diagnostics/format-diagnostic.js";
import { createReport } from "../diagnostics/report.js";
import type { TextStore } from "../util/text-store.js";
import { findSource } from "./check-source.js";
import type { Values } from "./command.js";
import { readNowMs, resolveConfigPaths, resolveDestination } from "./create-build-options.js";
import type { sourceOptions } from "./shared-options.js";
import type { World } from "./world.js";

export interface Settings extends SiteConfigAndDestination {
  /** Absolute. */
  readonly sourceDir: string;
  /** The moment of the command, in milliseconds. */
  readonly nowMs: number;
}

export type SettingsValues = Values<typeof sourceOptions> & {
  readonly destination?: string | undefined;
  readonly baseurl?: string | undefined;
};

/** The configuration for commands that do not build. `null` when it has errors, which are printed then. */
export async function readSettings(values: SettingsValues, world: World): Promise<Settings | null> {
  const { readSiteConfig } = await import("../build/read-site-config.js");
  const { terminal, currentDir } = world;
  const sourceDir = findSource(values.source, currentDir);
  const nowMs = readNowMs(world);
  const report = createReport();
  const read = readSiteConfig(
    {
      sourceDir,
      destinationDir: resolveDestination(values.destination, sourceDir, currentDir),
      configPaths: resolveConfigPaths(values.config, sourceDir, currentDir),
      overrides: values.baseurl === undefined ? {} : { baseurl: values.baseurl },
    },
    NO_STORE,
    report,
  );
  const errors = report.list().filter(({ severity }) => severity === "error");
  for (const error of errors) terminal.printError(formatDiagnostic(error, { color: terminal.errorColor }));
  return errors.length > 0 ? null : { ...read, sourceDir, nowMs };
}

/** These commands read a configuration once, and leave nothing behind. */
const NO_STORE: TextStore = { get: () => undefined, set: () => {} };
