import { createReport, type Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { survivesJson } from "../util/survives-json.js";
import type { TextStore } from "../util/text-store.js";
import { type ConfigInput, readConfig } from "./read-config.js";

export interface KeptConfigInput extends Omit<ConfigInput, "codeThemes"> {
  /** Names of the code themes that exist: they belong to the program, and are asked for when something is read anew. */
  readonly listCodeThemes: () => readonly string[];
}

interface KeptConfig {
  readonly config: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What `readConfig` gives, and the same diagnostics; from the store if the same files were read with the same overrides
 * before. The package that reads YAML is not even loaded then.
 */
export function readKeptConfig(input: KeptConfigInput, store: TextStore, report: Report): SiteConfig {
  const { files, overrides, hasGemfile, listCodeThemes } = input;
  const key = `config ${JSON.stringify([files, overrides, hasGemfile])}`;
  const stored = store.get(key);
  if (stored !== undefined) {
    const { config, diagnostics } = JSON.parse(stored) as KeptConfig;
    report.add(...diagnostics);
    return config;
  }
  const own = createReport();
  const config = readConfig({ files, overrides, hasGemfile, codeThemes: listCodeThemes() }, own);
  const kept: KeptConfig = { config, diagnostics: own.list() };
  if (survivesJson(kept)) store.set(key, JSON.stringify(kept));
  report.add(...kept.diagnostics);
  return config;
}
