/** A small site for tests of templates: documents and templates from a few words each. */
import {
  createTemplateEngine,
  type TemplateEngine,
  type TemplateServices,
} from "../liquid/create-template-engine.js";
import { parseTime } from "../liquid/dates/parse-time.js";
import type { SiteConfig } from "../model/config.js";
import type { TemplateSource } from "../model/content.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { PlannedPage } from "../model/page.js";
import type { RenderedBody, TextRange } from "../model/rendered.js";
import type { Site, SiteDocument, Term } from "../model/site.js";
import { createKnownText } from "../util/known-text.js";
import { createTimeZone } from "../util/time-zone.js";
import { exampleBody, exampleConfig, exampleDocument, exampleFile } from "./example-site.js";

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
      return body === undefined ? undefined : exampleBody(body);
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
  const post = createDocument({ body: createKnownText(body), bodyLine: 5, ...document });
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
function createDocument(given: Partial<SiteDocument> = {}): SiteDocument {
  const document = exampleDocument(given.path ?? "_posts/2021-03-04-post.md", { excerptSeparator: "" });
  const { slug } = document;
  return {
    ...document,
    title: slug,
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
function findTestLiterals(text: string): TextRange[] {
  const literal =
    /^```[^\n]*\n[\s\S]*?^```$|`[^`\n]+`|\$\$[^$]+\$\$|\$\S[^$\n]*\$|(?<=\n\n)(?: {4}[^\n]*(?:\n|$))+/gm;
  return [...text.matchAll(literal)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

function createServices({ relative = {}, services }: TestSite): TemplateServices {
  return {
    markdownify: (text) => `<p>${text}</p>\n`,
    renderInline: (text) => ({
      html: text.replace(/\$([^$]+)\$/g, "<math>$1</math>"),
      text: text.replace(/\$([^$]+)\$/g, "$1").replaceAll("\\alpha", "α"),
      formulas: 0,
    }),
    formulasToText: (html) => html.replace(/<math>(.*?)<\/math>/g, "⟦$1⟧"),
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
    config: exampleConfig({
      title: "Site",
      math: { enabled: true, singleBackslash: true, macros: {}, tags: "none", packages: [], output: "svg" },
      ...test.config,
    }),
    time: timeOf("2024-05-06 07:08:09", test.config?.timezone),
    posts,
    pages: documents.filter(({ collection }) => collection === null),
    collections,
    categories: test.categories ?? [],
    tags: test.tags ?? [],
    years: [{ year: 2021, url: "/2021/", posts: posts.map(({ path }) => path) }],
    data: test.data ?? {},
    staticFiles: (test.staticFiles ?? []).map(exampleFile),
    skipped: [],
  };
}
