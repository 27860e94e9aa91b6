/** Joins the islands that make pages: templates may ask for Markdown, Markdown asks nobody. */
import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { TemplateEngine } from "../liquid/create-template-engine.js";
import { SASS_SUBJECT } from "../liquid/services.js";
import type { MarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import type { Content, TemplateSource } from "../model/content.js";
import type { RenderedInline } from "../model/rendered.js";
import type { Site } from "../model/site.js";
import type { TextStore } from "../util/text-store.js";
import type { RendererHandle } from "./build-memory.js";
import type { Answer } from "./cache/ledger.js";
import type { StoredBody } from "./cache/stored-body.js";
import { createSassCompiler, type SassCompiler } from "./compile-sass.js";
import { createSassAnswer } from "./create-sass-answer.js";

export interface RenderTools {
  readonly renderer: RendererHandle;
  /**
   * Loaded and made when it is first asked for. Its `renderBody` and `renderLayouts` need the renderer:
   * `renderer.load()` comes first.
   */
  readonly templates: () => TemplateEngine;
  readonly sass: SassCompiler;
  /** A title or another short text, rendered once in a build. Needs the renderer. */
  readonly renderInline: (text: string) => RenderedInline;
  /** Answers what templates asked, and what style sheets did. */
  readonly answer: Answer;
  /**
   * From now on, templates see these bodies. Only whole steps are shown: what a body sees of others must not depend
   * on which of them happens to be rendered first.
   */
  showBodies(bodies: VisibleBodies): void;
}

/** By the path of their document. */
export type VisibleBodies = Pick<ReadonlyMap<string, StoredBody>, "get">;

export interface RenderToolsInput {
  readonly site: Site;
  readonly content: Content;
  readonly sourceDir: string;
  readonly renderer: RendererHandle;
  /** For titles that were rendered before. */
  readonly texts: TextStore;
}

export function createRenderTools({
  site,
  content,
  sourceDir,
  renderer,
  texts,
}: RenderToolsInput): RenderTools {
  const sassDir = path.join(sourceDir, site.config.sassDir);
  const answerForSass = createSassAnswer(sassDir);
  const sass = createSassCompiler(sassDir, answerForSass);
  const loaded = (): MarkdownRenderer => {
    if (renderer.loaded === null) throw new Error("The renderer was used before it was loaded.");
    return renderer.loaded;
  };
  const renderInline = rememberResults((text) => readInline(text, loaded(), renderer.key, texts));
  let visibleBodies: VisibleBodies = new Map();
  const createEngine = (): TemplateEngine =>
    loadTemplates().createTemplateEngine({
      site,
      layouts: content.layouts,
      includes: content.includes,
      rendered: (documentPath) => visibleBodies.get(documentPath),
      contentVersion: (documentPath) => visibleBodies.get(documentPath)?.key,
      services: {
        markdownify: (text) => loaded().renderFragment(text),
        renderInline,
        formulasToText: (html) => loaded().formulasToText(html),
        findLiterals: (text) => loaded().findLiterals(text),
        // Each file is read once in a build: what is rendered and what is noted of it must not be two states of it.
        readRelative: rememberResults((relativePath) => readRelative(sourceDir, relativePath)),
        compileSass: (text, syntax, note) => sass.compileText(text, syntax, note),
      },
    });
  let engine: TemplateEngine | null = null;
  const templates = (): TemplateEngine => {
    engine ??= createEngine();
    return engine;
  };
  return {
    renderer,
    templates,
    sass,
    renderInline,
    answer: (subject, question) =>
      subject === SASS_SUBJECT ? answerForSass(question) : templates().answer(subject, question),
    showBodies: (bodies) => {
      visibleBodies = bodies;
    },
  };
}

// Node >= 20.19 can `require` an ES module: a build without work loads no template language.
const require = createRequire(import.meta.url);

function loadTemplates(): typeof import("../liquid/create-template-engine.js") {
  return require("../liquid/create-template-engine.js") as typeof import("../liquid/create-template-engine.js");
}

function rememberResults<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    if (!results.has(text)) results.set(text, compute(text));
    return results.get(text) as Result;
  };
}

/** Titles of plain words are made at once; for others, what reads Markdown would have to be loaded. */
function readInline(text: string, renderer: MarkdownRenderer, key: string, texts: TextStore): RenderedInline {
  if (/^[\p{L}\p{Nd} ]*$/u.test(text)) return renderer.renderInline(text);
  const name = `inline ${key} ${text}`;
  const stored = texts.get(name);
  if (stored !== undefined) return JSON.parse(stored) as RenderedInline;
  const rendered = renderer.renderInline(text);
  texts.set(name, JSON.stringify(rendered));
  return rendered;
}

/** A file for `include_relative`; `null` when there is none, or it lies outside the site's folder. */
function readRelative(sourceDir: string, relativePath: string): TemplateSource | null {
  try {
    const root = realpathSync(sourceDir);
    const file = realpathSync(path.resolve(root, relativePath));
    if (!file.startsWith(root + path.sep)) return null;
    const text = readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n");
    return { name: relativePath, path: relativePath, text, textLine: 1, frontMatter: {} };
  } catch {
    return null;
  }
}
