/** What one rendering carries along: whose page is made, where in which template it is, what was found wrong. */
import { Context, type Liquid, type Token } from "liquidjs";
import { placeAtOffset } from "../diagnostics/place-in-text.js";
import type { TemplateSource } from "../model/content.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { SiteDocument } from "../model/site.js";
import type { ScopeObject } from "./scope/scope-object.js";

export interface RenderState {
  /** The source of the page that is made, for messages. */
  readonly page: string;
  readonly document: SiteDocument | null;
  /** What templates see as `page`, `site` and `paginator`. */
  readonly pageScope: ScopeObject;
  readonly siteScope: ScopeObject;
  readonly paginatorScope: ScopeObject | null;
  readonly diagnostics: Diagnostic[];
  /** Paths of the layouts and includes that were rendered. */
  readonly usedTemplates: Set<string>;
  /** Names of the includes that are being rendered, outermost first. */
  readonly includeStack: string[];
  /** The output or tag that is being rendered. */
  position: { readonly source: TemplateSource; readonly token: Token } | null;
  /** Puts hidden code and math back into text that is about to leave Liquid. */
  reveal(text: string): string;
}

/** A context of LiquidJS that carries the state of its rendering: every output and tag asks for it. */
export class StateContext extends Context {
  readonly state: RenderState;

  constructor(scope: object, liquid: Liquid, state: RenderState) {
    super(scope, liquid.options, { sync: true }, { liquid });
    this.state = state;
  }
}

export function stateOf(context: Context): RenderState {
  if (context instanceof StateContext) return context.state;
  throw new Error("A template was rendered without its state.");
}

/** A fault that a tag or filter meets: whoever knows the place turns it into a diagnostic. */
export class TemplateFault extends Error {
  readonly create: (place: Place | undefined) => Diagnostic;

  constructor(create: (place: Place | undefined) => Diagnostic) {
    super("A template asks for something that is not there.");
    this.create = create;
  }
}

/** Adds a diagnostic that stands at the output or tag being rendered. */
export function reportHere(state: RenderState, create: (place: Place | undefined) => Diagnostic): void {
  const { position } = state;
  const place =
    position === null ? undefined : placeOfRange(position.source, position.token.begin, position.token.end);
  state.diagnostics.push({ ...create(place), page: state.page });
}

/** Where a range of a template stands in its file, whose front matter was cut off. */
export function placeOfRange(source: TemplateSource, begin: number, end: number): Place {
  const place = placeAtOffset(source.path, source.text, begin, 1);
  const [firstLine = ""] = source.text.slice(begin, end).split("\n", 1);
  return { ...place, length: Math.max(1, firstLine.length), line: (place.line ?? 1) + source.textLine - 1 };
}
