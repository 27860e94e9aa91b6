/** `{% include file.html key="value" %}`, and `include_cached`, which is the same: every template is parsed once anyway. */
import { type Context, type Emitter, type Liquid, Value } from "liquidjs";
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { TemplateSource } from "../../model/content.js";
import { nearestName } from "../../util/text.js";
import { compileValue } from "../evaluate/compile-value.js";
import type { Evaluate } from "../evaluate/evaluate.js";
import { renderParts } from "../evaluate/render-parts.js";
import { stateOf, TemplateFault } from "../render-state.js";
import { compileParameters, parseInclude } from "./include-parameters.js";
import type { TagDefinition, TagServices } from "./tag-context.js";

/** Deep enough for menus that include themselves, and far from the end of the stack. */
const MAX_DEPTH = 50;

export function createIncludeTag(services: TagServices): TagDefinition {
  const { includes, config } = services.world;
  return {
    parse: (markup, { liquid }) => {
      const include = compileInclude(markup, liquid);
      return (context, emitter) => {
        const name = include.readName(context);
        const source = includes.get(name);
        if (source === undefined) {
          const nearest = nearestName(name, includes.names());
          const folder = config.includesDir;
          throw new TemplateFault((place) =>
            createDiagnostic("liquid-missing-include", { name, folder, nearest }, place),
          );
        }
        renderInclude(services, include, source, context, emitter);
      };
    },
  };
}

export interface CompiledInclude {
  readonly readName: (context: Context) => string;
  readonly readParameters: (context: Context) => Record<string, unknown>;
}

/** Throws what is wrong with the form. */
export function compileInclude(markup: string, liquid: Liquid): CompiledInclude {
  const { file, parameters } = parseInclude(markup);
  return { readName: compileName(file, liquid), readParameters: compileParameters(parameters) };
}

/** The name with its variables filled in. What is wrong with one of them is thrown when the name is read. */
export function compileName(file: string, liquid: Liquid): (context: Context) => string {
  const [start = "", ...rest] = file.split(/\{\{-?([\s\S]*?)-?\}\}/);
  if (rest.length === 0) {
    const name = withoutRoot(file);
    return () => name;
  }
  const pieces = rest.map((piece, index) =>
    index % 2 === 0 ? compileLate(piece.trim(), liquid) : () => piece,
  );
  return (context) => withoutRoot(pieces.reduce((name, piece) => name + String(piece(context) ?? ""), start));
}

function withoutRoot(name: string): string {
  return name.replace(/^\.?\/+/, "");
}

function compileLate(markup: string, liquid: Liquid): Evaluate {
  let evaluate: Evaluate | null = null;
  return (context) => {
    evaluate ??= compileValue(new Value(markup, liquid), liquid);
    return evaluate(context);
  };
}

/** Renders a template with its parameters under `include`; the variables of its surroundings stay visible. */
export function renderInclude(
  { store }: TagServices,
  { readParameters }: CompiledInclude,
  source: TemplateSource,
  context: Context,
  emitter: Emitter,
): void {
  const state = stateOf(context);
  if (state.includeStack.length >= MAX_DEPTH) {
    const chain = [...state.includeStack.slice(0, 3), "…", source.name];
    throw new TemplateFault((place) => createDiagnostic("liquid-include-recursion", { chain }, place));
  }
  const { parts, diagnostics } = store.parse(source);
  if (!state.usedTemplates.has(source.path)) {
    state.usedTemplates.add(source.path);
    state.diagnostics.push(...diagnostics.map((diagnostic) => ({ ...diagnostic, page: state.page })));
  }
  state.includeStack.push(source.name);
  context.push({ include: readParameters(context) });
  try {
    renderParts(parts, context, emitter);
  } finally {
    context.pop();
    state.includeStack.pop();
  }
}
