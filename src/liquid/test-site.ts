/** A small site for the tests of this folder: documents and templates from a few words each. */
import type { SiteConfig } from "../model/config.js";
import type { StaticFile, TemplateSource } from "../model/content.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { PlannedPage } from "../model/page.js";
import type { RenderedBody, TextRange } from "../model/rendered.js";
import type { Site, SiteDocument, Term } from "../model/site.js";
import { createTimeZone } from "../util/time-zone.js";
import {
  createTemplateEngine,
  type TemplateEngine,
  type TemplateServices,
} from "./create-template-engine.js";
import { parseTime } from "./dates/parse-time.js";

export interface TestSite {
  readonly config?: Partial<SiteConfig>;
  readonly documents?: readonly Partial<SiteDocument>[];
  readonly layouts?: Readonly<Record<string, string>>;
  readonly includes?: Readonly<Record<string, string>>;
  /** Front matter of layouts by name. */
  readonly layoutFrontMatter?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Line on which the text of layouts starts. */
  readonly layoutLine?: number;
  readonly relative?: Readonly<Record<string, string>>;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly categories?: readonly Term[];
  readonly tags?: readonly Term[];
  readonly staticFiles?: readonly string[];
  readonly rendered?: Readonly<Record<string, Partial<RenderedBody>>>;
  readonly services?: Partial<TemplateServices>;
}

export function createTestEngine(test: TestSite = {}): TemplateEngine {
  return createTemplateEngine({
    site: createSite(test),
    layouts: templatesOf(test.layouts, "_layouts/", ".html", test),
    includes: templatesOf(test.includes, "_includes/", "", test),
    services: createServices(test),
    rendered: (path) => {
      const body = test.rendered?.[path];
      return body === undefined ? undefined : { ...EMPTY_BODY, ...body };
    },
  });
}

/** What a text gives as the only layout of a page. */
export function renderText(
  text: string,
  test: TestSite = {},
  page: Partial<PlannedPage> = {},
): {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly usedTemplates: readonly string[];
} {
  const engine = createTestEngine({ ...test, layouts: { ...test.layouts, main: text } });
  return engine.renderLayouts({ ...PLAIN_PAGE, ...page, layout: "main" }, "CONTENT");
}

/** The text alone, of a template in which nothing may be wrong. */
export function print(text: string, test: TestSite = {}, page: Partial<PlannedPage> = {}): string {
  const result = renderText(text, test, page);
  if (result.diagnostics.length > 0) throw new Error(JSON.stringify(result.diagnostics));
  return result.text;
}

/** Liquid in the body of `_posts/2021-03-04-post.md`, whose first line is line 5 of the file. */
export function renderTestBody(body: string, test: TestSite = {}, document: Partial<SiteDocument> = {}) {
  const post = createDocument({ body, bodyLine: 5, ...document });
  return createTestEngine(test).renderBody(post);
}

export const PLAIN_PAGE: PlannedPage = {
  source: "page.md",
  url: "/page/",
  outputPath: "page/index.html",
  layout: null,
  document: null,
  variables: {},
  posts: null,
  paginator: null,
  isListed: true,
};

/** A post unless told otherwise; `path` gives what the rest leaves open. */
export function createDocument(given: Partial<SiteDocument> = {}): SiteDocument {
  const path = given.path ?? "_posts/2021-03-04-post.md";
  const name = path.slice(path.lastIndexOf("/") + 1);
  const slug = name.replace(/^\d{4}-\d\d-\d\d-/, "").replace(/\.\w+$/, "");
  const day = /\d{4}-\d\d-\d\d/.exec(name)?.[0];
  const isPost = day !== undefined;
  return {
    kind: isPost ? "post" : "page",
    collection: isPost ? "posts" : null,
    path,
    frontMatter: {},
    keyPositions: {},
    body: "",
    bodyLine: 1,
    extension: ".md",
    isMarkdown: true,
    title: slug,
    slug,
    date: day === undefined ? null : timeOf(day),
    dateSource: isPost ? "file-name" : null,
    lastModified: null,
    categories: [],
    tags: [],
    layout: null,
    permalink: null,
    description: "",
    excerpt: null,
    excerptSeparator: "",
    image: "",
    isDraft: false,
    isPublished: true,
    redirectFrom: [],
    redirectTo: null,
    rendersLiquid: true,
    url: `/${slug}.html`,
    outputPath: `${slug}.html`,
    id: `/${slug}`,
    previous: null,
    next: null,
    related: [],
    ...given,
  };
}

export function timeOf(text: string, zone = "UTC") {
  const timeZone = createTimeZone(zone);
  const time = timeZone === null ? null : parseTime(text, timeZone);
  if (time === null) throw new Error(`No time: ${text}`);
  return time;
}

/** Fences, code spans and `$…$`: enough of Markdown for these tests. */
export function findTestLiterals(text: string): TextRange[] {
  const literal =
    /^```[^\n]*\n[\s\S]*?^```$|`[^`\n]+`|\$\$[^$]+\$\$|\$\S[^$\n]*\$|(?<=\n\n)(?: {4}[^\n]*(?:\n|$))+/gm;
  return [...text.matchAll(literal)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

const EMPTY_BODY: RenderedBody = {
  html: "",
  feedHtml: "",
  excerptHtml: "",
  excerptText: "",
  words: 0,
  headings: [],
  references: [],
  formulas: 0,
  codeBlocks: 0,
  diagnostics: [],
};

function createServices({ relative = {}, services }: TestSite): TemplateServices {
  return {
    markdownify: (text) => `<p>${text}</p>\n`,
    renderInline: (text) => ({
      html: text.replace(/\$([^$]+)\$/g, "<math>$1</math>"),
      text: text.replace(/\$([^$]+)\$/g, "$1").replaceAll("\\alpha", "α"),
      formulas: 0,
    }),
    findLiterals: findTestLiterals,
    readRelative: (path) => {
      const text = relative[path];
      return text === undefined ? null : { name: path, path, text, textLine: 1, frontMatter: {} };
    },
    ...services,
  };
}

function templatesOf(
  texts: Readonly<Record<string, string>> = {},
  folder: string,
  ending: string,
  { layoutFrontMatter = {}, layoutLine = 1 }: TestSite,
): ReadonlyMap<string, TemplateSource> {
  return new Map(
    Object.entries(texts).map(([name, text]) => [
      name,
      {
        name,
        path: `${folder}${name}${ending}`,
        text,
        textLine: layoutLine,
        frontMatter: layoutFrontMatter[name] ?? {},
      },
    ]),
  );
}

function createSite(test: TestSite): Site {
  const documents = (test.documents ?? []).map(createDocument);
  const collections: Record<string, SiteDocument[]> = {};
  for (const document of documents) {
    const { collection } = document;
    if (collection === null || collection === "posts") continue;
    const members = collections[collection] ?? [];
    collections[collection] = [...members, document];
  }
  const posts = documents.filter(({ collection }) => collection === "posts");
  return {
    config: createConfig(test.config),
    time: timeOf("2024-05-06 07:08:09", test.config?.timezone),
    posts,
    pages: documents.filter(({ collection }) => collection === null),
    collections,
    categories: test.categories ?? [],
    tags: test.tags ?? [],
    years: [{ year: 2021, url: "/2021/", posts: posts.map(({ path }) => path) }],
    data: test.data ?? {},
    staticFiles: (test.staticFiles ?? []).map(createStaticFile),
    skipped: [],
  };
}

function createStaticFile(path: string): StaticFile {
  return { path, absolutePath: `/site/${path}`, sizeBytes: 1, modifiedMs: 0 };
}

function createConfig(given: Partial<SiteConfig> = {}): SiteConfig {
  return {
    title: "Site",
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
    math: { enabled: true, singleBackslash: true, macros: {} },
    code: { lightTheme: "github-light-default", darkTheme: "github-dark-default" },
    feed: { enabled: true, path: "feed.xml", postsLimit: 10, categories: false },
    values: {},
    ...given,
  };
}
