/** The configuration of a site: unknown YAML in, a complete `SiteConfig` out. */
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import { isNothing, type LocatedMapping, mergeMappings } from "../yaml/located-value.js";
import { checkJekyllKeys } from "./check-jekyll-keys.js";
import { configKeys } from "./config-keys.js";
import { checkScopeTypes } from "./document-types.js";
import { findLookalikes } from "./find-lookalikes.js";
import { JEKYLL_ONLY_KEYS } from "./jekyll-keys.js";
import { mergeTemplateValues } from "./merge-template-values.js";
import { nameFields } from "./name-fields.js";
import { type ConfigFile, parseConfigFile } from "./parse-config-file.js";
import { settleAddress, type Written } from "./settle-address.js";
import { type ReadContext, readKeys, type ValuesOf } from "./value-type.js";

export type { ConfigFile } from "./parse-config-file.js";

/** What the command line says; it wins over every file. */
export interface ConfigOverrides {
  readonly url?: string;
  readonly baseurl?: string;
  readonly destination?: string;
  readonly future?: boolean;
  readonly showDrafts?: boolean;
  readonly unpublished?: boolean;
  readonly limitPosts?: number;
  readonly environment?: string;
}

export interface ConfigInput {
  /** Later ones win. None at all is a site of defaults. */
  readonly files: readonly ConfigFile[];
  readonly overrides: ConfigOverrides;
  /** Whether a `Gemfile` stands beside the configuration, as in every site made for Jekyll. */
  readonly hasGemfile: boolean;
  /** Names of the code themes that exist. Without them, any name is believed. */
  readonly codeThemes?: readonly string[];
}

/**
 * Reads, merges and checks. The result is complete whatever is wrong with the files: a value that cannot be used is its
 * default, and a file that cannot be read counts as empty. Adds only diagnostics whose codes start with `config-`.
 */
export function readConfig(input: ConfigInput, report: Report): SiteConfig {
  const context: ReadContext = { report, codeThemes: input.codeThemes ?? null };
  const mapping = input.files
    .map((file) => parseConfigFile(file, report))
    .filter((parsed) => parsed !== null)
    .reduce(mergeMappings, EMPTY);
  findLookalikes(configKeys, mapping, "", context);
  checkJekyllKeys(mapping, report);
  const settled = settleConfig(readKeys(configKeys, mapping, "", context), mapping, input, report);
  return { ...settled, values: mergeTemplateValues(configKeys, mapping, settled) };
}

const EMPTY: LocatedMapping = { kind: "mapping", entries: new Map(), place: { path: "" } };

function findWritten(
  mapping: LocatedMapping,
  key: string,
  text: string,
  override: string | undefined,
): Written {
  if (override !== undefined) return { text: override.trim(), place: undefined };
  return { text, place: mapping.entries.get(key)?.value.place };
}

function isSet(mapping: LocatedMapping, key: string): boolean {
  return !isNothing(mapping.entries.get(key)?.value);
}

function isMadeForJekyll({ hasGemfile }: ConfigInput, mapping: LocatedMapping): boolean {
  return hasGemfile || JEKYLL_ONLY_KEYS.some((key) => isSet(mapping, key));
}

/** From keys on their own to a configuration in which they agree with each other and with the command line. */
function settleConfig(
  keys: ValuesOf<typeof configKeys>,
  mapping: LocatedMapping,
  input: ConfigInput,
  report: Report,
): Omit<SiteConfig, "values"> {
  const { overrides } = input;
  const address = settleAddress(
    findWritten(mapping, "url", keys.url, overrides.url),
    findWritten(mapping, "baseurl", keys.baseurl, overrides.baseurl),
    report,
  );
  const labels = keys.collections.map(({ label }) => label);
  const posts = keys.collections.find(({ label }) => label === "posts");
  return {
    ...address,
    ...nameFields(keys),
    permalink: posts?.permalink ?? keys.permalink,
    collections: keys.collections.filter(({ label }) => label !== "posts"),
    defaults: checkScopeTypes(keys.defaults, labels, mapping.entries.get("defaults")?.value, report),
    future: overrides.future ?? keys.future,
    showDrafts: overrides.showDrafts ?? keys.show_drafts,
    unpublished: overrides.unpublished ?? keys.unpublished,
    limitPosts: overrides.limitPosts ?? keys.limit_posts,
    environment: overrides.environment ?? "development",
    destination: overrides.destination ?? keys.destination,
    staticDir: isSet(mapping, "static_dir")
      ? keys.static_dir
      : isMadeForJekyll(input, mapping)
        ? null
        : "static",
  };
}
