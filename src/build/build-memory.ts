/**
 * What a session keeps between builds. Everything in it is keyed by all that it depends on, so that it can only be
 * missing, never out of date.
 */
import { type ContentCache, createContentCache } from "../content/content-cache.js";
import { createMarkdownRenderer, type MarkdownRenderer } from "../markdown/create-markdown-renderer.js";
import type { SiteConfig } from "../model/config.js";
import type { RenderedBody, RenderRequest } from "../model/rendered.js";
import { contentHash } from "../util/hash.js";

export interface BuildMemory {
  /** The renderer for the configuration's options; a new one only when they changed. */
  markdownRenderer(config: Pick<SiteConfig, "math" | "code" | "blockLabels">): Promise<MarkdownRenderer>;
  /** The body of this request, rendered once. */
  renderOnce(renderer: MarkdownRenderer, request: RenderRequest): RenderedBody;
  /** What was read from files and is still true of them. */
  readonly content: ContentCache;
  /** Forgets bodies that the build just ended did not ask for. */
  endBuild(): void;
}

export function createBuildMemory(): BuildMemory {
  let renderer: { readonly key: string; readonly value: Promise<MarkdownRenderer> } | null = null;
  let bodies = new Map<string, RenderedBody>();
  let used = new Map<string, RenderedBody>();
  return {
    content: createContentCache(),
    markdownRenderer({ math, code, blockLabels }) {
      const key = JSON.stringify({ math, code, blockLabels });
      if (renderer?.key !== key) {
        renderer = { key, value: createMarkdownRenderer({ math, code, blockLabels }) };
        bodies = new Map();
      }
      return renderer.value;
    },
    renderOnce(markdown, request) {
      const key = contentHash(JSON.stringify(request));
      const body = used.get(key) ?? bodies.get(key) ?? markdown.render(request);
      used.set(key, body);
      return body;
    },
    endBuild() {
      bodies = used;
      used = new Map();
    },
  };
}
