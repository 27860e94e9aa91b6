/**
 * The table of keys: everything in `_config.yml` that has a meaning. Reading, checking, the JSON Schema for editors and
 * `docs/configuration.md` are all made from it. To add a key, add a field to `SiteConfig` and a row here.
 */
import { author, codeTheme, feedCategories, language, macros, sitePath, timeZone } from "./blog-types.js";
import { collections, defaults } from "./document-types.js";
import { mathPackages, oneOf } from "./math-types.js";
import { pagePath, permalink } from "./permalink-types.js";
import {
  count,
  countOrNone,
  destination,
  fileEndings,
  folder,
  folderOrNone,
  text,
  texts,
  trimmedText,
  trueOrFalse,
} from "./plain-types.js";
import { defaultsOf, defineKey, settings } from "./value-type.js";

/** Headings of the documentation, in its order; a row names one by its key. */
export const configGroups = {
  site: "The site",
  addresses: "Addresses",
  posts: "Posts and drafts",
  lists: "Lists and excerpts",
  documents: "Front matter for many files, and collections",
  files: "Files and folders",
  markdown: "Markdown",
  math: "Mathematics",
  code: "Code",
  blocks: "Notes and theorems",
  feed: "Feeds",
} as const;

const mathKeys = {
  enabled: defineKey({
    group: "math",
    type: trueOrFalse,
    default: true,
    description: "Whether formulas are recognised at all.",
    example: "enabled: true",
  }),
  single_backslash: defineKey({
    group: "math",
    type: trueOrFalse,
    default: false,
    description:
      "Whether `\\(…\\)` and `\\[…\\]` with one backslash are formulas too; two backslashes, `$` and `$$` always are.",
    example: "single_backslash: true",
  }),
  macros: defineKey({
    group: "math",
    type: macros,
    default: {},
    description:
      "TeX macros for all pages: a definition, or a list of a definition and its number of arguments.",
    example: "macros:\n  R: '\\mathbb{R}'\n  norm: ['\\left\\lVert #1 \\right\\rVert', 1]",
  }),
  tags: defineKey<"none" | "ams" | "all">({
    group: "math",
    type: oneOf(["none", "ams", "all"]),
    default: "none",
    description:
      "Which equations are numbered, from 1 in each post: none but those with a `\\tag`, those of amsmath's numbered environments such as `align`, or all that stand alone.",
    example: "tags: ams",
  }),
  packages: defineKey<readonly string[]>({
    group: "math",
    type: mathPackages,
    default: [],
    description:
      "More of [MathJax's TeX packages](https://docs.mathjax.org/en/v3.2/input/tex/extensions/index.html): `physics` and `colorv2` change the meaning of usual commands, so they are off; all others are on.",
    example: "packages: [physics]",
  }),
  output: defineKey<"svg" | "chtml" | "mathml">({
    group: "math",
    type: oneOf(["svg", "chtml", "mathml"]),
    default: "svg",
    description:
      "What formulas become: drawings that look the same everywhere (`svg`), text in MathJax's fonts, which the site then serves (`chtml`), both with MathML for screen readers; or MathML alone, which each browser draws with its own fonts (`mathml`).",
    example: "output: chtml",
  }),
};

const codeKeys = {
  light_theme: defineKey({
    group: "code",
    type: codeTheme("github-light-default"),
    default: "github-light-default",
    description: "The [Shiki theme](https://shiki.style/themes) of code on a light page.",
    example: "light_theme: one-light",
  }),
  dark_theme: defineKey({
    group: "code",
    type: codeTheme("github-dark-default"),
    default: "github-dark-default",
    description: "The Shiki theme of code on a dark page.",
    example: "dark_theme: nord",
  }),
};

/** One word of the site's language. */
function defineLabel(standard: string, example: string) {
  return defineKey({
    group: "blocks",
    type: trimmedText,
    default: standard,
    description: `What stands in place of “${standard}”.`,
    example: `${standard.toLowerCase()}: ${example}`,
  });
}

const blockLabelKeys = {
  note: defineLabel("Note", "Hinweis"),
  tip: defineLabel("Tip", "Tipp"),
  important: defineLabel("Important", "Wichtig"),
  warning: defineLabel("Warning", "Warnung"),
  caution: defineLabel("Caution", "Vorsicht"),
  theorem: defineLabel("Theorem", "Satz"),
  lemma: defineLabel("Lemma", "Hilfssatz"),
  proposition: defineLabel("Proposition", "Aussage"),
  corollary: defineLabel("Corollary", "Korollar"),
  definition: defineLabel("Definition", "Begriff"),
  example: defineLabel("Example", "Beispiel"),
  remark: defineLabel("Remark", "Bemerkung"),
  proof: defineLabel("Proof", "Beweis"),
};

const feedKeys = {
  enabled: defineKey({
    group: "feed",
    type: trueOrFalse,
    default: true,
    description: "Whether the site has feeds at all.",
    example: "enabled: true",
  }),
  path: defineKey({
    group: "feed",
    type: sitePath,
    default: "feed.xml",
    description: "Where the site's feed is written, from the site's root.",
    example: "path: atom.xml",
  }),
  posts_limit: defineKey({
    group: "feed",
    type: count,
    default: 10,
    description: "How many of the newest posts a feed holds.",
    example: "posts_limit: 20",
  }),
  categories: defineKey({
    group: "feed",
    type: feedCategories,
    default: true,
    description: "Whether each category has a feed of its own.",
    example: "categories: false",
  }),
};

const sassKeys = {
  sass_dir: defineKey({
    group: "files",
    type: folder,
    default: "_sass",
    description: "The folder of Sass files that style sheets import.",
    example: "sass_dir: assets/_sass",
  }),
};

export const configKeys = {
  title: defineKey({
    group: "site",
    type: trimmedText,
    default: "",
    description: "The name of the blog, for the head of each page, the feed and search engines.",
    example: "title: Notes on numbers",
  }),
  description: defineKey({
    group: "site",
    type: trimmedText,
    default: "",
    description: "One sentence on what the blog is about, for search engines and the feed.",
    example: "description: Number theory for people who like to compute",
  }),
  author: defineKey({
    group: "site",
    type: author,
    default: "",
    description: "Who writes: a name, or a mapping with `name`, `email` and what else templates use.",
    example: "author:\n  name: Sophie Germain\n  email: sophie@example.org",
  }),
  lang: defineKey({
    group: "site",
    type: language,
    default: "en",
    description: "The language of the pages, as a BCP 47 tag.",
    example: "lang: pt-BR",
  }),
  timezone: defineKey({
    group: "site",
    type: timeZone,
    default: "UTC",
    description:
      "The time zone in which dates are read and shown, by its IANA name; never that of the machine, so that a build is the same anywhere.",
    example: "timezone: Europe/Berlin",
  }),
  url: defineKey({
    group: "addresses",
    type: trimmedText,
    default: "",
    description: "Scheme and host of the published site; feeds, the sitemap and previews need it.",
    example: "url: https://example.org",
  }),
  baseurl: defineKey({
    group: "addresses",
    type: trimmedText,
    default: "",
    description: "The path below which the site is served, when that is not the root of the host.",
    example: "baseurl: /blog",
  }),
  permalink: defineKey({
    group: "addresses",
    type: permalink,
    default: "date",
    description:
      "Where posts are written: one of the styles below, or a template with placeholders. A post's own `permalink` wins.",
    example: "permalink: /:categories/:title/",
  }),
  future: defineKey({
    group: "posts",
    type: trueOrFalse,
    default: false,
    description: "Whether posts with a date in the future are published.",
    example: "future: true",
  }),
  show_drafts: defineKey({
    group: "posts",
    type: trueOrFalse,
    default: false,
    description: "Whether the drafts in `_drafts` are published.",
    example: "show_drafts: true",
  }),
  unpublished: defineKey({
    group: "posts",
    type: trueOrFalse,
    default: false,
    description: "Whether documents with `published: false` are published all the same.",
    example: "unpublished: true",
  }),
  limit_posts: defineKey({
    group: "posts",
    type: count,
    default: 0,
    description: "How many of the newest posts are built; 0 for all.",
    example: "limit_posts: 20",
  }),
  paginate: defineKey<number | null>({
    group: "lists",
    type: countOrNone,
    default: null,
    description: "How many posts each page of the list of posts shows; 0 for all on one page.",
    example: "paginate: 10",
  }),
  paginate_path: defineKey({
    group: "lists",
    type: pagePath,
    default: "/page:num/",
    description: "Where the second and later pages of the list are written; `:num` is the page's number.",
    example: "paginate_path: /blog/page/:num/",
  }),
  excerpt_separator: defineKey({
    group: "lists",
    type: text,
    default: "\n\n",
    description: "What ends the excerpt of a post: an empty line, unless set; an empty text for no excerpts.",
    example: "excerpt_separator: <!--more-->",
  }),
  defaults: defineKey({
    group: "documents",
    type: defaults,
    default: [],
    description:
      "Front matter for all documents of a folder (`path`) or a kind (`type`: `posts`, `drafts`, `pages` or a collection); what a document says itself wins.",
    example: "defaults:\n  - scope:\n      path: talks\n      type: posts\n    values:\n      layout: talk",
  }),
  collections: defineKey({
    group: "documents",
    type: collections,
    default: [],
    description:
      "Collections by name: the documents of the folder `_name`, which become pages when `output` is true. Settings of `posts` apply to posts.",
    example: "collections:\n  proofs:\n    output: true\n    permalink: /proofs/:name/",
  }),
  include: defineKey({
    group: "files",
    type: texts,
    default: [".htaccess"],
    description: "Files and folders that are taken although their names start with `.` or `_`.",
    example: "include: [.well-known, _pages]",
  }),
  exclude: defineKey({
    group: "files",
    type: texts,
    default: [],
    description:
      "Files, folders and patterns that are left out, beside those that Jekyll always leaves out (`Gemfile`, `node_modules`, `vendor/bundle` and the like).",
    example: "exclude: [README.md, notes/*.tmp]",
  }),
  keep_files: defineKey({
    group: "files",
    type: texts,
    default: [".git", ".svn"],
    description: "Paths in the destination that are never removed.",
    example: "keep_files: [.git, old-site]",
  }),
  markdown_ext: defineKey({
    group: "files",
    type: fileEndings,
    default: ["markdown", "mkdown", "mkdn", "mkd", "md"],
    defaultAsWritten: "markdown,mkdown,mkdn,mkd,md",
    description: "The endings of Markdown files.",
    example: "markdown_ext: md,markdown",
  }),
  destination: defineKey({
    group: "files",
    type: destination,
    default: "dist",
    description: "The folder that the finished site is written to.",
    example: "destination: _site",
  }),
  static_dir: defineKey<string | null>({
    group: "files",
    type: folderOrNone,
    default: null,
    description:
      "The folder whose files are copied to the site's root as they are, or `false` for none. Without the key it is `static`, except in a site made for Jekyll (one with a Gemfile, a theme or plug-ins), where `static` is an ordinary folder.",
    example: "static_dir: public",
  }),
  layouts_dir: defineKey({
    group: "files",
    type: folder,
    default: "_layouts",
    description: "The folder of layouts; what is missing there comes from the built-in theme.",
    example: "layouts_dir: templates",
    oldNames: ["layouts"],
  }),
  includes_dir: defineKey({
    group: "files",
    type: folder,
    default: "_includes",
    description: "The folder of templates for `{% include %}`.",
    example: "includes_dir: partials",
  }),
  data_dir: defineKey({
    group: "files",
    type: folder,
    default: "_data",
    description: "The folder of data files, `site.data` in templates.",
    example: "data_dir: facts",
    oldNames: ["data_source"],
  }),
  sass: defineKey({
    group: "files",
    type: settings(sassKeys, null),
    default: defaultsOf(sassKeys),
    description: "Settings of Sass.",
    example: "",
  }),
  markdown: defineKey({
    group: "markdown",
    type: trimmedText,
    default: "",
    description:
      "The engine that the posts were written for. With `kramdown`, Jekyll's, which takes `$…$` for text, a backslash before punctuation is undone there before TeX is read: `$\\\\{a\\\\}$` is `\\{a\\}`.",
    example: "markdown: kramdown",
  }),
  smart_punctuation: defineKey({
    group: "markdown",
    type: trueOrFalse,
    default: true,
    description:
      "Whether plain quotes, `--`, `---`, `...`, `<<` and `>>` become typographic signs, as in Jekyll; never in code, math, addresses and HTML.",
    example: "smart_punctuation: false",
  }),
  math: defineKey({
    group: "math",
    type: settings(mathKeys, "enabled"),
    default: defaultsOf(mathKeys),
    description: "How formulas are read. `math: false` turns them off.",
    example: "math: false",
  }),
  code: defineKey({
    group: "code",
    type: settings(codeKeys, null),
    default: defaultsOf(codeKeys),
    description: "How code is coloured.",
    example: "",
  }),
  block_labels: defineKey({
    group: "blocks",
    type: settings(blockLabelKeys, null),
    default: defaultsOf(blockLabelKeys),
    description: "What alerts and theorem-like blocks are called, for sites in other languages than English.",
    example: "",
  }),
  feed: defineKey({
    group: "feed",
    type: settings(feedKeys, "enabled"),
    default: defaultsOf(feedKeys),
    description: "The Atom feeds. `feed: false` turns them off.",
    example: "feed: false",
  }),
};
