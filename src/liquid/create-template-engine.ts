/** Jekyll's templates: Liquid in bodies, and pages through their layouts. */
import type { Emitter } from "liquidjs";
import type { TemplateSource } from "../model/content.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { PlannedPage } from "../model/page.js";
import type { Reads } from "../model/reads.js";
import type { Paginator, SiteDocument } from "../model/site.js";
import { mergeDeep } from "../util/record.js";
import { type BodyText, renderBody } from "./body/render-body.js";
import { createLiquid } from "./create-liquid.js";
import { renderParts } from "./evaluate/render-parts.js";
import { TextEmitter } from "./evaluate/text-emitter.js";
import { findLayoutChain } from "./layout-chain.js";
import { OriginEmitter } from "./line-origins.js";
import { originalOf } from "./parse/error-message.js";
import { type Answer, createAnswerer } from "./reads/create-answerer.js";
import { type RenderState, StateContext } from "./render-state.js";
import { createScopeWorld } from "./scope/create-scope-world.js";
import { createConstants, createPageScope, createPaginatorScope } from "./scope/page-scope.js";
import { createSiteScope, createSiteScopeFor } from "./scope/site-scope.js";
import type { TemplateEngineOptions, TemplateServices } from "./services.js";

export type { BodyText } from "./body/render-body.js";
export type { TemplateEngineOptions, TemplateServices } from "./services.js";

export interface LaidOutPage {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the layouts and includes that were rendered, each once, in the order of their first use. */
  readonly usedTemplates: readonly string[];
  /** What the text and the diagnostics depend on beside the plan of the page and its content. */
  readonly reads: Reads;
}

export interface TemplateEngine {
  /**
   * Liquid in the body of a document, before Markdown; never inside code and math. `page` is the document.
   * A body without Liquid, and one of a document with `rendersLiquid` false, comes back as it is.
   */
  renderBody(document: SiteDocument, paginator?: Paginator | null): RenderedText;
  /**
   * A page through its layouts, innermost first. `content` is its rendered body. A missing layout is an error, and
   * what was laid out up to there is the text.
   */
  renderLayouts(page: PlannedPage, content: string): LaidOutPage;
  /**
   * What a rendering would see now where an earlier one asked this, provided that the renderer is the same: whoever
   * keeps an answer keeps the renderer's key with it.
   */
  readonly answer: Answer;
}

/** The text of a body, and what it depends on beside the document and the plan of its page. */
export interface RenderedText extends BodyText {
  readonly reads: Reads;
}

/**
 * An engine for one state of a site. Each layout and include is parsed once, when first used. What templates see is
 * made once too, but what depends on `options.rendered` is asked for again on every read.
 */
export function createTemplateEngine(options: TemplateEngineOptions): TemplateEngine {
  const world = createScopeWorld(options);
  const { liquid, store } = createLiquid(world);
  const siteScope = createSiteScope(world);
  const constants = createConstants(world);

  const createState = (page: PlannedPage, document: SiteDocument | null): RenderState => ({
    page: page.source,
    document,
    pageScope: createPageScope(page, document, world),
    siteScope: createSiteScopeFor(siteScope, document, world),
    paginatorScope: page.paginator === null ? null : createPaginatorScope(page.paginator, world),
    diagnostics: [],
    usedTemplates: new Set(),
    includeStack: [],
    position: null,
    reveal: (text) => text,
  });

  const run = (source: TemplateSource, state: RenderState, extra: object, emitter: Emitter): string => {
    const { parts, diagnostics } = store.parse(source);
    state.diagnostics.push(...diagnostics.map((diagnostic) => ({ ...diagnostic, page: state.page })));
    const { siteScope: site, pageScope: page, paginatorScope: paginator } = state;
    const context = new StateContext({ ...constants, site, page, paginator, ...extra }, liquid, state);
    try {
      renderParts(parts, context, emitter);
    } catch (error) {
      throw originalOf(error);
    }
    return emitter.buffer;
  };

  const runBody = (
    document: SiteDocument,
    paginator: Paginator | null,
    source: TemplateSource,
    reveal: (text: string) => string,
  ): BodyText => {
    const state = { ...createState(planOf(document, paginator), document), reveal };
    const emitter = new OriginEmitter(source);
    const text = run(source, state, {}, emitter);
    const usedTemplates = [...state.usedTemplates];
    return { text, lineOrigins: emitter.origins(), diagnostics: unique(state.diagnostics), usedTemplates };
  };

  const layOut = (page: PlannedPage, content: string): Omit<LaidOutPage, "reads"> => {
    const document = page.document === null ? null : (world.documentAt(page.document) ?? null);
    const state = createState(page, document);
    const chain = findLayoutChain(page, document, world.layouts);
    state.diagnostics.push(...chain.diagnostics);
    let text = content;
    let layout: Readonly<Record<string, unknown>> = {};
    for (const source of chain.layouts) {
      state.usedTemplates.add(source.path);
      // Jekyll's order: the inner layout's values stay, hash by hash.
      layout = mergeDeep(source.frontMatter, layout);
      text = run(source, state, { content: text, layout }, new TextEmitter());
    }
    return { text, diagnostics: unique(state.diagnostics), usedTemplates: [...state.usedTemplates] };
  };

  return {
    renderBody(document, paginator = null) {
      const { result, reads } = world.watch.during(() =>
        renderBody(document, options.services, (source, reveal) =>
          runBody(document, paginator, source, reveal),
        ),
      );
      return { ...result, reads };
    },
    renderLayouts(page, content) {
      const { result, reads } = world.watch.during(() => layOut(page, content));
      return { ...result, reads };
    },
    answer: createUnrenderedAnswer(options),
  };
}

/**
 * Answers show short texts as they were written: what they become is the renderer's alone, which is no part of any
 * answer. So questions can be answered before a renderer is loaded, and where none is ever needed.
 */
function createUnrenderedAnswer(options: TemplateEngineOptions): Answer {
  const services: TemplateServices = {
    ...options.services,
    markdownify: (text) => text,
    renderInline: (text) => ({ html: text, text, formulas: 0 }),
  };
  const world = createScopeWorld({ ...options, services });
  const siteScope = createSiteScope(world);
  return createAnswerer({ world, siteScope, layouts: options.layouts, includes: options.includes });
}

/** A fault inside a loop is met on every round, and told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byIdentity = new Map(
    diagnostics.map((diagnostic) => {
      const { code, message, place } = diagnostic;
      return [JSON.stringify([code, message, place?.path, place?.line, place?.column]), diagnostic];
    }),
  );
  return [...byIdentity.values()];
}

/** The page that a document is before it is laid out. */
function planOf({ path, url, outputPath, layout }: SiteDocument, paginator: Paginator | null): PlannedPage {
  return {
    source: path,
    url,
    outputPath,
    layout,
    document: path,
    variables: {},
    posts: null,
    paginator,
    isListed: true,
  };
}
