/** Documents and sites made of a few words, for tests of what comes after reading. */
import { createReport, type Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { Content, SourceDocument, StaticFile } from "../model/content.js";
import type { RenderedBody } from "../model/rendered.js";
import type { Site } from "../model/site.js";
import type { ZonedTime } from "../model/time.js";
import { assembleSite } from "../site/assemble-site.js";
import { createKnownText } from "../util/known-text.js";
import { fileNameOf } from "../util/path.js";

/** The moment of every assembly in tests: noon of 2026-06-01, UTC. */
const NOW_MS = Date.UTC(2026, 5, 1, 12);

const CONFIG: SiteConfig = {
  title: "Notes",
  description: "",
  url: "https://example.org",
  baseurl: "",
  destination: "dist",
  lang: "en",
  timezone: "UTC",
  author: "",
  permalink: "date",
  paginate: null,
  paginatePath: "/page:num/",
  excerptSeparator: "\n\n",
  exclude: [],
  include: [],
  keepFiles: [],
  markdownExtensions: ["md"],
  defaults: [],
  collections: [],
  future: false,
  showDrafts: false,
  unpublished: false,
  limitPosts: 0,
  environment: "production",
  layoutsDir: "_layouts",
  includesDir: "_includes",
  dataDir: "_data",
  sassDir: "_sass",
  staticDir: null,
  markdown: { smartPunctuation: true, isForKramdown: false },
  math: { enabled: true, singleBackslash: false, macros: {}, tags: "none", packages: [], output: "svg" },
  code: { lightTheme: "github-light-default", darkTheme: "github-dark-default" },
  blockLabels: {
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
    theorem: "Theorem",
    lemma: "Lemma",
    proposition: "Proposition",
    corollary: "Corollary",
    definition: "Definition",
    example: "Example",
    remark: "Remark",
    proof: "Proof",
  },
  feed: { enabled: true, path: "feed.xml", postsLimit: 10, categories: true },
  values: {},
};

export function exampleConfig(changes: Partial<SiteConfig> = {}): SiteConfig {
  return { ...CONFIG, ...changes };
}

/** Midnight, UTC, of `2021-03-04`. */
export function utcDay(day: string): ZonedTime {
  return { epochMs: Date.parse(`${day}T00:00:00Z`), offsetMinutes: 0 };
}

/** A document as reading its path alone would give it: `_posts/2021-03-04-name.md`, `_label/name.md`, `about.md`. */
export function exampleDocument(path: string, changes: Partial<SourceDocument> = {}): SourceDocument {
  const file = fileNameOf(path);
  const extension = /(?<=.)\.[^.]+$/.exec(file)?.[0] ?? "";
  const name = file.slice(0, file.length - extension.length);
  const [, day, dated] = /^(\d{4}-\d\d-\d\d)-(.*)$/.exec(name) ?? [];
  const [, folder] = /(?:^|\/)_(\w+)\//.exec(path) ?? [];
  const kind =
    { posts: "post", drafts: "draft" }[folder ?? ""] ?? (folder === undefined ? "page" : "document");
  return {
    kind: kind as SourceDocument["kind"],
    collection: folder === "drafts" ? "posts" : (folder ?? null),
    path,
    frontMatter: {},
    keyPositions: [],
    version: path,
    textHash: "",
    headHash: "",
    body: createKnownText(""),
    bodyLine: 1,
    extension,
    isMarkdown: extension === ".md",
    title: dated ?? name,
    slug: (dated ?? name).replace(/\.+$/, ""),
    date: day === undefined ? null : utcDay(day),
    dateSource: day === undefined ? null : "file-name",
    lastModified: null,
    categories: [],
    tags: [],
    layout: null,
    permalink: null,
    description: "",
    excerpt: null,
    excerptSeparator: "\n\n",
    image: "",
    isDraft: kind === "draft",
    isPublished: true,
    redirectFrom: [],
    redirectTo: null,
    rendersLiquid: true,
    ...changes,
  };
}

/** What an empty body renders to. */
export function exampleBody(changes: Partial<RenderedBody> = {}): RenderedBody {
  return {
    html: "",
    feedHtml: "",
    excerptHtml: "",
    excerptText: "",
    words: 0,
    headings: [],
    references: [],
    images: [],
    formulas: 0,
    codeBlocks: 0,
    diagnostics: [],
    ...changes,
  };
}

export function exampleFile(path: string): StaticFile {
  return { path, absolutePath: `/source/${path}`, sizeBytes: 1, modifiedMs: 0, stamp: "", isSettled: true };
}

export interface ExampleSiteOptions {
  readonly config?: Partial<SiteConfig>;
  readonly content?: Partial<Content>;
  readonly report?: Report;
}

/** The site of these documents, assembled on 2026-06-01. */
export function exampleSite(
  documents: readonly SourceDocument[],
  { config = {}, content = {}, report = createReport() }: ExampleSiteOptions = {},
): Site {
  const whole: Content = {
    documents,
    layouts: new Map(),
    includes: new Map(),
    data: {},
    staticFiles: [],
    skipped: [],
    ...content,
  };
  return assembleSite({ content: whole, config: exampleConfig(config), nowMs: NOW_MS }, report);
}
