/** One file to a document: its keys checked and given their meaning. */
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { DocumentKind, SourceDocument } from "../model/content.js";
import { createKnownText } from "../util/known-text.js";
import { isRecord } from "../util/record.js";
import type { TimeZone } from "../util/time-zone.js";
import type { FindDefaults } from "./apply-defaults.js";
import { describeVersion } from "./describe-version.js";
import type { SiteFile } from "./find-files.js";
import { createFrontMatter, type DocumentText, type FrontMatter } from "./front-matter.js";
import { isWholePage } from "./is-whole-page.js";
import { parseFileName, titleizeSlug } from "./parse-file-name.js";
import { readDate, readDocumentDate } from "./read-date.js";
import { readFlag, readNonEmptyText, readText, readTexts, reportType } from "./read-keys.js";
import { reportNearMisses } from "./report-near-misses.js";

/** What a document needs to know of its site. */
export interface ReadingContext {
  readonly config: SiteConfig;
  readonly zone: TimeZone;
  readonly findDefaults: FindDefaults;
  /** Whether the site was made with layouts of its own, in Jekyll's folder. Then none is given to a document unasked. */
  readonly hasOwnLayouts: boolean;
  readonly report: Report;
}

/**
 * Understands a document whose front matter is sound. `date` is `null` for a post that says none; whoever reads all
 * posts dates those. Adds a diagnostic for each key with a wrong value and goes on as if that key were absent.
 */
export function readDocument(file: SiteFile, source: DocumentText, context: ReadingContext): SourceDocument {
  const { config, zone, report } = context;
  const { split, path } = source;
  const kind = kindOf(file);
  const defaults = context.findDefaults(path, kind, file.collection);
  const frontMatter = createFrontMatter(source, defaults, kind === "page");
  reportNearMisses(frontMatter, Object.keys(split.values), report);
  checkKeysOfOthers(frontMatter, report);

  const name = parseFileName(path);
  const isMarkdown = config.markdownExtensions.includes(name.extension.slice(1).toLowerCase());
  const stem =
    kind === "page" ? path.slice(path.lastIndexOf("/") + 1, path.length - name.extension.length) : name.slug;
  const { date, source: dateSource } =
    kind === "page" ? { date: null, source: null } : readDocumentDate(frontMatter, name, zone, report);
  const document = {
    kind,
    collection: file.collection,
    path,
    frontMatter: frontMatter.values,
    keyPositions: frontMatter.keyPositions,
    textHash: source.textHash,
    headHash: source.headHash,
    body: createKnownText(split.body),
    bodyLine: split.bodyLine,
    extension: name.extension,
    isMarkdown,
    title: readNonEmptyText(frontMatter, "title", report) ?? (kind === "page" ? "" : titleizeSlug(stem)),
    slug: readNonEmptyText(frontMatter, "slug", report) ?? stem,
    date,
    dateSource,
    lastModified:
      readDate(frontMatter, "last_modified_at", zone, report) ??
      readDate(frontMatter, "last-modified-at", zone, report),
    ...readTerms(file, frontMatter, report),
    layout: readLayout(frontMatter, { kind, isMarkdown, body: split.body }, context),
    permalink: readPermalink(frontMatter, report),
    description: readText(frontMatter, "description", report)?.trim() ?? "",
    excerpt: readExcerpt(frontMatter, report),
    excerptSeparator: readText(frontMatter, "excerpt_separator", report) ?? config.excerptSeparator,
    image: readImage(frontMatter, report),
    isDraft: kind === "draft" || readFlag(frontMatter, "draft", { absent: false, whenWrong: true }, report),
    isPublished: readFlag(frontMatter, "published", { absent: true, whenWrong: false }, report),
    ...readRedirects(frontMatter, report),
    rendersLiquid: readFlag(frontMatter, "render_with_liquid", { absent: true, whenWrong: true }, report),
  };
  return { ...document, version: describeVersion(document) };
}

function kindOf({ role }: SiteFile): DocumentKind {
  return role === "post" || role === "draft" || role === "document" ? role : "page";
}

/** Keys that templates and outputs read from the front matter itself. */
function checkKeysOfOthers(frontMatter: FrontMatter, report: Report): void {
  readText(frontMatter, "lang", report);
  readFlag(frontMatter, "hidden", { absent: false, whenWrong: false }, report);
  // A sitemap plug-in keeps a map here: `sitemap: {lastmod: …}`.
  if (!isRecord(frontMatter.get("sitemap")?.value)) {
    readFlag(frontMatter, "sitemap", { absent: true, whenWrong: true }, report);
  }
}

/** Folders above `_posts` are categories, those inside are not; `category` is one, `categories` may be several. */
function readTerms(
  { path, folder, role }: SiteFile,
  frontMatter: FrontMatter,
  report: Report,
): Pick<SourceDocument, "categories" | "tags"> {
  const isPost = role === "post" || role === "draft";
  const folders = isPost && path !== folder ? folder.split("/").slice(0, -1) : [];
  const inherited = { ...frontMatter, get: (key: string) => frontMatter.getDefault(key) };
  const categories = [
    ...folders,
    ...readTexts(inherited, "categories", true, report),
    ...readTexts(frontMatter, "categories", true, report),
    ...readTexts(frontMatter, "category", false, report),
  ];
  const tags = [
    ...readTexts(frontMatter, "tags", true, report),
    ...readTexts(frontMatter, "tag", false, report),
  ];
  return { categories: [...new Set(categories)], tags: [...new Set(tags)] };
}

/**
 * The named layout; `none`, `false` and a written-out `null` mean none. Unnamed, Jekyll gives none. So do we for a site
 * with layouts of its own and for files that are complete in themselves; where our theme lays out, posts get `post`
 * and other Markdown gets `page`.
 */
function readLayout(
  frontMatter: FrontMatter,
  { kind, isMarkdown, body }: { kind: DocumentKind; isMarkdown: boolean; body: string },
  { hasOwnLayouts, report }: ReadingContext,
): string | null {
  if (frontMatter.get("layout")?.value === false) return null;
  const named = readNonEmptyText(frontMatter, "layout", report);
  if (named !== null) return named === "none" ? null : named;
  if (frontMatter.isNull("layout") || hasOwnLayouts) return null;
  if (isWholePage(body)) return null;
  if (kind === "post" || kind === "draft") return "post";
  return isMarkdown ? "page" : null;
}

function readPermalink(frontMatter: FrontMatter, report: Report): string | null {
  const found = frontMatter.get("permalink");
  const permalink = readText(frontMatter, "permalink", report);
  if (found !== null && permalink !== null && permalink.trim() === "") {
    reportType(report, "permalink", "a path such as /about/", permalink, found.place);
    return null;
  }
  return permalink?.trim() ?? null;
}

/** An empty excerpt is one; `false` asks for the usual one, as in Jekyll. */
function readExcerpt(frontMatter: FrontMatter, report: Report): string | null {
  return frontMatter.get("excerpt")?.value === false ? null : readText(frontMatter, "excerpt", report);
}

/** A path or URL, or a map that has it as `path`. Themes keep other things in such a map, so it need not. */
function readImage(frontMatter: FrontMatter, report: Report): string {
  const found = frontMatter.get("image");
  if (found === null || found.value === false) return "";
  if (!isRecord(found.value)) return readText(frontMatter, "image", report)?.trim() ?? "";
  const { path = "" } = found.value;
  if (typeof path === "string") return path.trim();
  reportType(report, "image.path", "a text", path, found.place);
  return "";
}

function readRedirects(
  frontMatter: FrontMatter,
  report: Report,
): Pick<SourceDocument, "redirectFrom" | "redirectTo"> {
  const targets = readTexts(frontMatter, "redirect_to", false, report);
  return {
    redirectFrom: readTexts(frontMatter, "redirect_from", false, report),
    redirectTo: targets[0] ?? null,
  };
}
