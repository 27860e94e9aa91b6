/** Joins the islands that make pages: templates may ask for Markdown, Markdown asks nobody. */
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { createTemplateEngine, type TemplateEngine } from "../liquid/create-template-engine.js";
import type { MarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import type { Content, TemplateSource } from "../model/content.js";
import type { RenderedBody, RenderedInline } from "../model/rendered.js";
import type { Site, SiteDocument } from "../model/site.js";
import type { BuildMemory } from "./build-memory.js";
import { createSassCompiler, type SassCompiler } from "./compile-sass.js";

export interface RenderTools {
  readonly markdown: MarkdownRenderer;
  readonly templates: TemplateEngine;
  readonly memory: BuildMemory;
  /** A title or another short text, rendered once in a build. */
  readonly renderInline: (text: string) => RenderedInline;
  readonly sass: SassCompiler;
  /**
   * From now on, templates see these bodies. Only whole steps are shown: what a body sees of others must not depend
   * on which of them happens to be rendered first.
   */
  showBodies(bodies: ReadonlyMap<string, RenderedBody>): void;
}

export interface RenderToolsInput {
  readonly site: Site;
  readonly content: Content;
  readonly sourceDir: string;
  readonly memory: BuildMemory;
}

export async function createRenderTools({
  site,
  content,
  sourceDir,
  memory,
}: RenderToolsInput): Promise<RenderTools> {
  const markdown = await memory.markdownRenderer(site.config);
  const sass = createSassCompiler([path.join(sourceDir, site.config.sassDir)]);
  const renderInline = rememberResults((text: string) => markdown.renderInline(text));
  let visibleBodies: ReadonlyMap<string, RenderedBody> = new Map();
  const templates = createTemplateEngine({
    site,
    layouts: content.layouts,
    includes: content.includes,
    rendered: (documentPath) => visibleBodies.get(documentPath),
    services: {
      markdownify: (text) => markdown.renderFragment(text),
      renderInline,
      findLiterals: (text) => markdown.findLiterals(text),
      readRelative: (relativePath) => readRelative(sourceDir, relativePath),
      compileSass: (text, syntax) => sass.compileText(text, syntax),
    },
  });
  return {
    markdown,
    templates,
    memory,
    renderInline,
    sass,
    showBodies: (bodies) => {
      visibleBodies = new Map(bodies);
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

export function isSassDocument({ extension }: SiteDocument): boolean {
  return extension === ".scss" || extension === ".sass";
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
