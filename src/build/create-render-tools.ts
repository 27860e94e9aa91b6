/** Joins the islands that make pages: templates may ask for Markdown, Markdown asks nobody. */
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { createTemplateEngine, type TemplateEngine } from "../liquid/create-template-engine.js";
import type { MarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import type { Content, TemplateSource } from "../model/content.js";
import type { RenderedInline } from "../model/rendered.js";
import type { Site } from "../model/site.js";
import { contentHash } from "../util/hash.js";
import type { RendererHandle } from "./build-memory.js";
import type { Answer } from "./cache/ledger.js";
import type { StoredBody } from "./cache/stored-body.js";
import { createSassCompiler, type SassCompiler } from "./compile-sass.js";

export interface RenderTools {
  readonly renderer: RendererHandle;
  /** Its `renderBody` and `renderLayouts` need the renderer: `renderer.load()` comes first. */
  readonly templates: TemplateEngine;
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
}

/** What a style sheet asks of: the folder of sheets that it may import. */
export const SASS_SUBJECT = "sass";

export function createRenderTools({ site, content, sourceDir, renderer }: RenderToolsInput): RenderTools {
  const sassDir = path.join(sourceDir, site.config.sassDir);
  const sass = createSassCompiler([sassDir]);
  const loaded = (): MarkdownRenderer => {
    if (renderer.loaded === null) throw new Error("The renderer was used before it was loaded.");
    return renderer.loaded;
  };
  const renderInline = rememberResults((text: string) => loaded().renderInline(text));
  let visibleBodies: VisibleBodies = new Map();
  const templates = createTemplateEngine({
    site,
    layouts: content.layouts,
    includes: content.includes,
    rendered: (documentPath) => visibleBodies.get(documentPath),
    contentVersion: (documentPath) => visibleBodies.get(documentPath)?.key,
    services: {
      markdownify: (text) => loaded().renderFragment(text),
      renderInline,
      findLiterals: (text) => loaded().findLiterals(text),
      readRelative: (relativePath) => readRelative(sourceDir, relativePath),
      compileSass: (text, syntax) => sass.compileText(text, syntax),
    },
  });
  const answerForSass = rememberResults(() => describeFolder(sassDir));
  return {
    renderer,
    templates,
    sass,
    renderInline,
    answer: (subject, question) =>
      subject === SASS_SUBJECT ? answerForSass(question) : templates.answer(subject, question),
    showBodies: (bodies) => {
      visibleBodies = bodies;
    },
  };
}

function rememberResults<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const result = results.get(text) ?? compute(text);
    results.set(text, result);
    return result;
  };
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

/** Names and contents of all files of a folder; a new file there may come before another one. */
function describeFolder(dir: string): string {
  try {
    const names = readdirSync(dir, { recursive: true, encoding: "utf8" }).sort();
    return JSON.stringify(names.map((name) => [name, hashOfFile(path.join(dir, name))]));
  } catch {
    return "";
  }
}

function hashOfFile(file: string): string {
  try {
    return contentHash(readFileSync(file));
  } catch {
    return "";
  }
}
