/** The complete configuration of a site: every field has a value once `config/` has read `_config.yml`. */

/** One row of Jekyll's `defaults`: front-matter values for the documents that its scope matches. */
export interface DefaultsRule {
  readonly scope: {
    /** A folder prefix or a glob, relative to the source. Empty matches everything. */
    readonly path: string;
    /** `posts`, `drafts`, `pages` or the label of a collection. `null` matches every type. */
    readonly type: string | null;
  };
  readonly values: Readonly<Record<string, unknown>>;
}

/** One of Jekyll's collections: the documents of the folder `_<label>`. Never `posts`, which every site has. */
export interface CollectionConfig {
  readonly label: string;
  /** Whether each document becomes a page. */
  readonly output: boolean;
  /** A permalink template, or `null` for `/:collection/:path:output_ext`. */
  readonly permalink: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface MathConfig {
  /** Whether formulas are recognised at all. */
  readonly enabled: boolean;
  /** Whether `\(…\)` and `\[…\]` with one backslash are formulas too. */
  readonly singleBackslash: boolean;
  /** TeX macros: name without backslash -> definition, or [definition, number of arguments]. */
  readonly macros: Readonly<Record<string, string | readonly [string, number]>>;
  /** Which equations are numbered: none, those of amsmath's numbered environments, or all that stand alone. */
  readonly tags: "none" | "ams" | "all";
  /** Names of MathJax's TeX packages that are on beside the usual ones. */
  readonly packages: readonly string[];
  /** Drawings or text in MathJax's fonts, both with MathML for screen readers; or MathML that browsers draw. */
  readonly output: "svg" | "chtml" | "mathml";
}

export interface MarkdownConfig {
  /** Whether plain quotes, dashes and dots become typographic ones. */
  readonly smartPunctuation: boolean;
  /** Whether posts were written for kramdown, which undoes escapes in `$…$`: `markdown: kramdown`. */
  readonly isForKramdown: boolean;
}

export interface CodeConfig {
  /** Names of bundled Shiki themes. */
  readonly lightTheme: string;
  readonly darkTheme: string;
}

/** What alerts and theorem-like blocks are called in the language of the site. */
export interface BlockLabels {
  readonly note: string;
  readonly tip: string;
  readonly important: string;
  readonly warning: string;
  readonly caution: string;
  readonly theorem: string;
  readonly lemma: string;
  readonly proposition: string;
  readonly corollary: string;
  readonly definition: string;
  readonly example: string;
  readonly remark: string;
  readonly proof: string;
}

export interface FeedConfig {
  readonly enabled: boolean;
  /** Where the site's feed is written, relative to the site's root. */
  readonly path: string;
  /** How many of the newest posts it holds. */
  readonly postsLimit: number;
  /** Whether each category has a feed of its own. */
  readonly categories: boolean;
}

export interface SiteConfig {
  readonly title: string;
  readonly description: string;
  /** Scheme and host, `https://example.org`, without a slash at the end. Empty when unknown. */
  readonly url: string;
  /** Path under which the site is served, `/blog`, without a slash at the end. Empty for the root. */
  readonly baseurl: string;
  /** BCP 47. */
  readonly lang: string;
  /** IANA name. `UTC` unless set, so that no result depends on the machine. */
  readonly timezone: string;
  /** The author's name; empty when unknown. */
  readonly author: string;

  /** A permalink style of Jekyll (`date pretty ordinal weekdate none`) or a template with placeholders. */
  readonly permalink: string;
  /** Posts on each page of the home page's list; 0 for all on one. `null` when not set. */
  readonly paginate: number | null;
  /** `/page:num/`, or a template of its own holding `:num`. */
  readonly paginatePath: string;
  readonly excerptSeparator: string;
  /** Globs and paths left out, beside the names that Jekyll always leaves out. */
  readonly exclude: readonly string[];
  /** Names that are kept although they start with `.` or `_`. */
  readonly include: readonly string[];
  /** Paths below the destination that are never removed. */
  readonly keepFiles: readonly string[];
  /** Endings of Markdown files, without the dot. */
  readonly markdownExtensions: readonly string[];
  readonly defaults: readonly DefaultsRule[];
  readonly collections: readonly CollectionConfig[];
  readonly future: boolean;
  readonly showDrafts: boolean;
  readonly unpublished: boolean;
  /** Newest posts that are built; 0 for all. */
  readonly limitPosts: number;
  /** What templates see as `jekyll.environment`. */
  readonly environment: string;
  /** Where the site is written: relative to the source, or absolute. `dist` unless set. */
  readonly destination: string;
  /** Folders, relative to the source. */
  readonly layoutsDir: string;
  readonly includesDir: string;
  readonly dataDir: string;
  readonly sassDir: string;
  /**
   * The folder whose files are copied to the site's root. `null` when the site was made for Jekyll, where a folder
   * called `static` is an ordinary one that keeps its name in every URL.
   */
  readonly staticDir: string | null;

  readonly markdown: MarkdownConfig;
  readonly math: MathConfig;
  readonly code: CodeConfig;
  readonly blockLabels: BlockLabels;
  readonly feed: FeedConfig;

  /** Everything that the YAML held, merged over the defaults: what templates see as `site.<key>`. */
  readonly values: Readonly<Record<string, unknown>>;
}
