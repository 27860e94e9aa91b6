/** The plug-ins of Jekyll that blogs use, and what becomes of each here. */

/** Their work is done without them, or nobody who reads the site misses it. */
export const COVERED_PLUGINS: readonly string[] = [
  ..."jekyll-feed jekyll-sitemap jekyll-seo-tag jekyll-paginate jekyll-redirect-from jekyll-archives".split(
    " ",
  ),
  ..."jekyll-include-cache jekyll-toc jekyll-gist jekyll-sass-converter jekyll-commonmark".split(" "),
  ..."jekyll-commonmark-ghpages jekyll-remote-theme jekyll-mathjax jekyll-katex".split(" "),
  ..."kramdown kramdown-parser-gfm kramdown-math-katex kramdown-math-mathjaxnode rouge".split(" "),
  ..."jekyll-watch jekyll-livereload jekyll-admin jekyll-compose jekyll-minifier jekyll-tidy webrick".split(
    " ",
  ),
];

/** What will be missing without the plug-in; completes a sentence. */
export const MISSING_WITHOUT: Readonly<Record<string, string>> = {
  jemoji: "names such as :smile: stay text",
  "jekyll-avatar": "the tag avatar is unknown",
  "jekyll-mentions": "@names do not become links",
  "jekyll-relative-links": "links to Markdown files are not turned into links to their pages",
  "jekyll-readme-index": "README.md does not become the index of its folder",
  "jekyll-titles-from-headings": "a page without a title does not take its first heading",
  "jekyll-optional-front-matter": "only Markdown files with front matter become pages",
  "jekyll-default-layout": "a page without a layout does not get one by itself; set one in defaults",
  "jekyll-github-metadata": "site.github is empty",
  "jekyll-paginate-v2": "only the list on the home page has pages; categories and tags have a page each",
  "jekyll-last-modified-at": "only the front matter says when a post was last changed",
  "jekyll-scholar": "the tags cite, reference and bibliography are unknown",
  "jekyll-twitter-plugin": "the tag twitter is unknown",
  "jekyll-octicons": "the tag octicon is unknown",
  "jekyll-spaceship": "its diagrams, media and table syntax stay text",
  "jekyll-diagrams": "its diagrams stay text",
  "jekyll-target-blank": "links to other sites open in the same window",
  "jekyll-email-protect": "addresses are written as they are",
  "jekyll-imagemagick": "images are not converted",
  "jekyll-responsive-image": "images are not resized",
  "jekyll-picture-tag": "the tag picture is unknown",
  "jekyll-coffeescript": "CoffeeScript is not compiled",
  "jekyll-polyglot": "the site is built in one language",
  "jekyll-multiple-languages-plugin": "the site is built in one language",
  "jekyll-get-json": "data is not fetched from other sites",
  "jekyll-external-posts": "posts of other sites are not fetched",
};
