/** The configuration of a site: unknown YAML in, a complete `SiteConfig` out. */
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import { checkJekyllKeys } from "./check-jekyll-keys.js";
import { configKeys } from "./config-keys.js";
import { checkScopeTypes } from "./document-types.js";
import { findLookalikes } from "./find-lookalikes.js";
import { JEKYLL_ONLY_KEYS } from "./jekyll-keys.js";
import { isNothing, type LocatedMapping, mergeMappings } from "./located-value.js";
import { mergeTemplateValues } from "./merge-template-values.js";
import { type ConfigFile, parseConfigFile } from "./parse-config-file.js";
import { settleAddress, type Written } from "./settle-address.js";
import { type ReadContext, readKeys } from "./value-type.js";

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
  const { overrides } = input;
  const context: ReadContext = { report, codeThemes: input.codeThemes ?? null };
  const mapping = input.files
    .map((file) => parseConfigFile(file, report))
    .filter((parsed) => parsed !== null)
    .reduce(mergeMappings, EMPTY);
  findLookalikes(configKeys, mapping, "", context);
  checkJekyllKeys(mapping, report);
  const keys = readKeys(configKeys, mapping, "", context);
  const address = settleAddress(
    findWritten(mapping, "url", keys.url, overrides.url),
    findWritten(mapping, "baseurl", keys.baseurl, overrides.baseurl),
    report,
  );
  const labels = keys.collections.map(({ label }) => label);
  const settled = {
    ...address,
    title: keys.title,
    description: keys.description,
    lang: keys.lang,
    timezone: keys.timezone,
    author: keys.author,
    permalink: keys.collections.find(({ label }) => label === "posts")?.permalink ?? keys.permalink,
    paginate: keys.paginate,
    future: overrides.future ?? keys.future,
    unpublished: overrides.unpublished ?? keys.unpublished,
    destination: overrides.destination ?? keys.destination,
    exclude: keys.exclude,
    include: keys.include,
    math: {
      enabled: keys.math.enabled,
      singleBackslash: keys.math.single_backslash,
      macros: keys.math.macros,
    },
    code: { lightTheme: keys.code.light_theme, darkTheme: keys.code.dark_theme },
    feed: {
      enabled: keys.feed.enabled,
      path: keys.feed.path,
      postsLimit: keys.feed.posts_limit,
      categories: keys.feed.categories,
    },
    paginatePath: keys.paginate_path,
    excerptSeparator: keys.excerpt_separator,
    keepFiles: keys.keep_files,
    markdownExtensions: keys.markdown_ext,
    defaults: checkScopeTypes(keys.defaults, labels, mapping.entries.get("defaults")?.value, context),
    collections: keys.collections.filter(({ label }) => label !== "posts"),
    showDrafts: overrides.showDrafts ?? keys.show_drafts,
    limitPosts: overrides.limitPosts ?? keys.limit_posts,
    environment: overrides.environment ?? "development",
    layoutsDir: keys.layouts_dir,
    includesDir: keys.includes_dir,
    dataDir: keys.data_dir,
    sassDir: keys.sass.sass_dir,
    staticDir: isSet(mapping, "static_dir")
      ? keys.static_dir
      : isMadeForJekyll(input, mapping)
        ? null
        : "static",
  };
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
