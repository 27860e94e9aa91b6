/** Where a document stands in the site: its URL, its file and its id. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { SourceDocument } from "../model/content.js";
import type { Place } from "../model/diagnostic.js";
import { positionOfKey } from "../util/key-positions.js";
import { baseNameOf } from "../util/path.js";
import { nearestName } from "../util/text.js";
import { decodePath } from "../util/url.js";
import {
  expandPermalink,
  findEscape,
  type ParsedPermalink,
  PERMALINK_STYLES,
  parsePermalink,
} from "./expand-permalink.js";
import { placeholderTable } from "./placeholder-values.js";

export interface DocumentLocation {
  readonly url: string;
  readonly outputPath: string;
  readonly id: string;
}

/** Tells where a document stands, and adds what is wrong with its permalink. */
export type Locate = (document: SourceDocument, report: Report) => DocumentLocation;

/**
 * By the document's own permalink, or the one of its collection, or the site's style.
 * Adds `permalink-outside-site`, `permalink-unknown-placeholder`, `permalink-date-missing`, `permalink-style-as-path`.
 * Source: https://jekyllrb.com/docs/permalinks/
 */
export function createLocator(config: SiteConfig): Locate {
  const readTemplate = createTemplateReader();
  return (document, report) => {
    const { template, place } = findTemplate(document, config);
    const extension = outputExtensionOf(document);
    const placeholders = placeholderTable(document, extension);
    const { wayOut, parsed } = readTemplate(template);
    if (wayOut !== undefined) {
      report.add(createDiagnostic("permalink-outside-site", { permalink: template, reason: wayOut }, place));
    }
    if (document.permalink !== null && Object.hasOwn(PERMALINK_STYLES, document.permalink)) {
      report.add(createDiagnostic("permalink-style-as-path", { style: document.permalink }, place));
    }
    const safe = wayOut === undefined ? parsed : readTemplate(fallbackTemplate(document)).parsed;
    const { url, unknown } = expandPermalink(safe, (name) => {
      const value = placeholders.find(name);
      if (value !== null) return value;
      const facts = { placeholder: name, permalink: template };
      const faultPlace = document.permalink === null ? { path: document.path } : place;
      report.add(createDiagnostic("permalink-date-missing", facts, faultPlace));
      return "";
    });
    for (const placeholder of unknown) {
      const nearest = nearestName(placeholder, placeholders.names);
      const facts = { placeholder, permalink: template, nearest, known: placeholders.names };
      report.add(createDiagnostic("permalink-unknown-placeholder", facts, place));
    }
    return { url, outputPath: outputPathAt(url, extension), id: idAt(url, document) };
  };
}

interface ReadTemplate {
  /** Why it leads out of the site, in words; `undefined` when it does not. */
  readonly wayOut: string | undefined;
  readonly parsed: ParsedPermalink;
}

/** Reads each template once. */
function createTemplateReader(): (template: string) => ReadTemplate {
  const known = new Map<string, ReadTemplate>();
  return (template) => {
    const read = known.get(template) ?? { wayOut: findEscape(template), parsed: parsePermalink(template) };
    known.set(template, read);
    return read;
  };
}

/** Where a document stands whose permalink leads out of the site, when the build goes on all the same. */
function fallbackTemplate({ kind }: SourceDocument): string {
  return kind === "page" ? "/:path/:basename:output_ext" : "/:collection/:path:output_ext";
}

interface PermalinkTemplate {
  readonly template: string;
  readonly place: Place;
}

function findTemplate(document: SourceDocument, config: SiteConfig): PermalinkTemplate {
  const { permalink, keyPositions, path } = document;
  if (permalink !== null) {
    const position = positionOfKey(keyPositions, "permalink");
    const length = Math.max(1, permalink.length);
    return { template: permalink, place: position === undefined ? { path } : { path, ...position, length } };
  }
  return { template: findDefaultTemplate(document, config), place: { path: "_config.yml" } };
}

function findDefaultTemplate(document: SourceDocument, config: SiteConfig): string {
  const style = config.permalink;
  if (document.kind === "page") return pageTemplate(document, style);
  const own = config.collections.find(({ label }) => label === document.collection)?.permalink ?? null;
  if (own !== null) return own;
  if (document.collection !== "posts") return withEnding("/:collection/:path", style);
  return Object.hasOwn(PERMALINK_STYLES, style) ? (PERMALINK_STYLES[style] ?? style) : style;
}

/** `Jekyll::Page#template`. */
function pageTemplate(document: SourceDocument, style: string): string {
  const isHtml = [".html", ".xhtml", ".htm"].includes(outputExtensionOf(document));
  if (!isHtml) return "/:path/:basename:output_ext";
  return baseNameOf(document.path) === "index" ? "/:path/" : withEnding("/:path/:basename", style);
}

/** Pages and documents end as the posts' style does (`Jekyll::Utils.add_permalink_suffix`). */
function withEnding(template: string, style: string): string {
  if (style === "pretty" || style.endsWith("/")) return `${template}/`;
  const hasEnding = ["date", "ordinal", "none"].includes(style) || style.endsWith(":output_ext");
  return hasEnding ? `${template}:output_ext` : template;
}

/** The ending of the file that is written: the own permalink's, or what the source's ending becomes. */
function outputExtensionOf({ permalink, extension, isMarkdown }: SourceDocument): string {
  const own = permalink === null || permalink.endsWith("/") ? "" : endingOf(permalink);
  if (own !== "") return own;
  if (isMarkdown) return ".html";
  return [".scss", ".sass"].includes(extension) ? ".css" : extension;
}

function endingOf(path: string): string {
  return /[^/]\.([^./:]+)$/.exec(path)?.[1]?.replace(/^/, ".") ?? "";
}

/** Static hosts find `/a` in `a.html` and `/a/` in `a/index.html`. */
function outputPathAt(url: string, extension: string): string {
  const path = decodePath(url).replace(/^\/+/, "");
  if (path === "" || path.endsWith("/")) return `${path}index${extension === "" ? ".html" : extension}`;
  return path.endsWith(extension) ? path : path + extension;
}

/** `Jekyll::Document#id`: the folder of the URL and the slug. Pages have none there; theirs is the URL. */
function idAt(url: string, document: SourceDocument): string {
  if (document.kind === "page") return url.replace(/(?<=[^/])(?:\/|\.[^./]*)$/, "");
  const withoutSlash = url.replace(/\/$/, "");
  const name = document.slug === "" ? baseNameOf(document.path) : document.slug;
  return `${withoutSlash.slice(0, withoutSlash.lastIndexOf("/"))}/${name}`;
}
