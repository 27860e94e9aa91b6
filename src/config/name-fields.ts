/** The fields of `SiteConfig` that are keys of `_config.yml` under another name, and nothing else. */
import type { SiteConfig } from "../model/config.js";
import type { configKeys } from "./config-keys.js";
import type { ValuesOf } from "./value-type.js";

/** Whatever depends on a second key or on the command line is not among them. */
type PlainFields = Omit<
  SiteConfig,
  | "url"
  | "baseurl"
  | "permalink"
  | "collections"
  | "defaults"
  | "future"
  | "showDrafts"
  | "unpublished"
  | "limitPosts"
  | "environment"
  | "destination"
  | "staticDir"
  | "values"
>;

export function nameFields(keys: ValuesOf<typeof configKeys>): PlainFields {
  const { math, code, feed } = keys;
  return {
    title: keys.title,
    description: keys.description,
    lang: keys.lang,
    timezone: keys.timezone,
    author: keys.author,
    paginate: keys.paginate,
    paginatePath: keys.paginate_path,
    excerptSeparator: keys.excerpt_separator,
    exclude: keys.exclude,
    include: keys.include,
    keepFiles: keys.keep_files,
    markdownExtensions: keys.markdown_ext,
    layoutsDir: keys.layouts_dir,
    includesDir: keys.includes_dir,
    dataDir: keys.data_dir,
    sassDir: keys.sass.sass_dir,
    math: {
      enabled: math.enabled,
      singleBackslash: math.single_backslash,
      macros: math.macros,
      tags: math.tags,
      packages: math.packages,
      output: math.output,
    },
    code: { lightTheme: code.light_theme, darkTheme: code.dark_theme },
    blockLabels: keys.block_labels,
    feed: {
      enabled: feed.enabled,
      path: feed.path,
      postsLimit: feed.posts_limit,
      categories: feed.categories,
    },
  };
}
