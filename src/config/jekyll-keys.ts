/** Keys of Jekyll that this program knows and does not need, and the ones that it cannot honour. */

/** Of no effect here, and nothing is missing without them: servers, caches, the innards of Ruby libraries. */
export const KEYS_WITHOUT_EFFECT: readonly string[] = [
  ..."plugins gems plugins_dir whitelist safe markdown kramdown redcarpet rdiscount highlighter pygments".split(
    " ",
  ),
  ..."incremental regeneration livereload livereload_port port host watch force_polling detach".split(" "),
  ..."serving show_dir_listing open_url show_full_offenders ssl_cert ssl_key lsi profile quiet verbose".split(
    " ",
  ),
  ..."trace disable_disk_cache cache_dir strict_front_matter liquid encoding theme remote_theme".split(" "),
  ..."webrick maruku textile_ext disable_theme_gem_watch".split(" "),
];

/** Below `feed`, as jekyll-feed has them, and without effect here. */
export const FEED_KEYS_WITHOUT_EFFECT = [
  "excerpt_only",
  "icon",
  "logo",
  "disable_in_development",
  "stylesheet",
];

/** Keys that only a site made for Jekyll has. In such a site, a folder called `static` is an ordinary one. */
export const JEKYLL_ONLY_KEYS: readonly string[] =
  "plugins gems theme remote_theme markdown highlighter kramdown sass redcarpet".split(" ");

/** Keys whose effect will be missing, and what that means. A dot leads into a mapping. */
export const UNSUPPORTED_KEYS: Readonly<Record<string, string>> = {
  collections_dir: "collections, posts and drafts are looked for in the site's own folder",
  source: "the site is read from the folder given by --source, or else the current one",
  theme: "its layouts come in a Ruby gem; the built-in ones are used where the site has none of its own",
  remote_theme: "its layouts are not fetched; the built-in ones are used where the site has none of its own",
  "feed.collections": "feeds hold posts only",
  "feed.tags": "there are feeds of the site and of categories only",
};

/** Values of `markdown` and `highlighter` that name today's engines, or none. */
export const KNOWN_ENGINES: Readonly<Record<string, { names: readonly string[]; instead: string }>> = {
  markdown: {
    names: ["kramdown", "gfm", "commonmark", "commonmarkghpages"],
    instead: "posts are read as GitHub's Markdown with kramdown's additions",
  },
  highlighter: { names: ["rouge", "none", "false", "shiki"], instead: "code is coloured by Shiki" },
};

/** Common data of templates that happens to look like a key with a meaning. */
export const COMMON_DATA: readonly string[] =
  "authors feeds langs codes themes features sources titles descriptions repository locale".split(" ");
