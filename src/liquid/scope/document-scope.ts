/** What templates see of a document: Jekyll's variables, its front matter, and what a reader of mathematics needs more. */
import type { SiteDocument, Term } from "../../model/site.js";
import { documentSubject } from "../subjects.js";
import { ScopeObject } from "./scope-object.js";
import type { ScopeWorld } from "./scope-world.js";

type Read = (document: SiteDocument, world: ScopeWorld) => unknown;

const WORDS_PER_MINUTE = 230;

/** Every variable beside the front matter, which stands below them. */
const VARIABLES: Readonly<Record<string, Read>> = {
  title: ({ title }) => (title === "" ? null : title),
  url: ({ url }) => url,
  id: ({ id }) => id,
  date: ({ date }, world) => world.time(date),
  categories: ({ categories }) => categories,
  tags: ({ tags }) => tags,
  path: ({ path }) => path,
  relative_path: ({ path }) => path,
  dir: ({ url }) => url.slice(0, url.lastIndexOf("/") + 1),
  name: ({ path }) => path.slice(path.lastIndexOf("/") + 1),
  slug: ({ slug }) => slug,
  ext: ({ extension }) => extension,
  collection: ({ collection }) => collection,
  draft: ({ isDraft }) => isDraft,
  layout: ({ layout }) => layout,
  description: ({ description }) => (description === "" ? null : description),
  content: (document, { rendered }) => rendered(document.path)?.html ?? document.body.read(),
  excerpt: readExcerpt,
  previous: ({ previous }, world) => readNeighbour(previous, world),
  next: ({ next }, world) => readNeighbour(next, world),
  last_modified_at: ({ lastModified, frontMatter }, world) =>
    world.time(lastModified) ?? frontMatter.last_modified_at ?? null,
  title_html: ({ title }, { inline }) => inline(title).html,
  title_text: ({ title }, { inline }) => inline(title).text,
  excerpt_text: readExcerptText,
  reading_time: (document, world) => Math.max(1, Math.round(countWords(document, world) / WORDS_PER_MINUTE)),
  word_count: countWords,
  headings: ({ path }, { rendered }) => rendered(path)?.headings ?? [],
  category_links: ({ path }, { categoriesOf }) => categoriesOf(path).map(linkOf),
  tag_links: ({ path }, { tagsOf }) => tagsOf(path).map(linkOf),
  related_posts: ({ related }, { scopesOf }) => scopesOf(related),
  has_math: ({ path }, { rendered }) => (rendered(path)?.formulas ?? 0) > 0,
  has_code: ({ path }, { rendered }) => (rendered(path)?.codeBlocks ?? 0) > 0,
};

const READS: ReadonlyMap<string, Read> = new Map(Object.entries(VARIABLES));

/** `null` of one of these lets the front matter speak, where Jekyll knows no such variable. */
const OPTIONAL = new Set(["description", "excerpt"]);

export function createDocumentScope(document: SiteDocument, world: ScopeWorld): ScopeObject {
  const { frontMatter } = document;
  const subject = documentSubject(document.path);
  return new ScopeObject({
    name: subject,
    note: world.watch.noter(subject),
    read: (key) => {
      const value = READS.get(key)?.(document, world);
      const speaks = value === undefined || (value === null && OPTIONAL.has(key));
      return speaks && Object.hasOwn(frontMatter, key) ? frontMatter[key] : value;
    },
    keys: () => [...new Set([...READS.keys(), ...Object.keys(frontMatter)])],
  });
}

/** HTML. An excerpt of the front matter is Markdown, and wins. */
function readExcerpt(document: SiteDocument, { rendered, services }: ScopeWorld): string | null {
  if (document.excerpt !== null) return services.markdownify(document.excerpt);
  return rendered(document.path)?.excerptHtml || null;
}

function readExcerptText(document: SiteDocument, { inline, rendered }: ScopeWorld): string {
  if (document.excerpt !== null) return inline(document.excerpt.trim()).text;
  return rendered(document.path)?.excerptText ?? "";
}

function readNeighbour(path: string | null, world: ScopeWorld): ScopeObject | null {
  const document = path === null ? undefined : world.documentAt(path);
  return document === undefined ? null : world.scopeOf(document);
}

function countWords({ path, body }: SiteDocument, { rendered }: ScopeWorld): number {
  return (
    rendered(path)?.words ??
    body
      .read()
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{Nd}]/u.test(word)).length
  );
}

function linkOf({ name, url }: Term): { readonly name: string; readonly url: string } {
  return { name, url };
}
