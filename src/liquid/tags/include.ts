/** `{% include file.html key="value" %}`, and `include_cached`, which is the same: every template is parsed once anyway. */
import { type Context, type Emitter, type Liquid, toValueSync } from "liquidjs";
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { TemplateSource } from "../../model/content.js";
import { nearestName } from "../../util/text.js";
import { stateOf, TemplateFault } from "../render-state.js";
import { type IncludeMarkup, parseInclude, readParameters } from "./include-parameters.js";
import type { Rendering, TagDefinition, TagServices } from "./tag-context.js";

/** Deep enough for menus that include themselves, and far from the end of the stack. */
const MAX_DEPTH = 50;

export function createIncludeTag(services: TagServices): TagDefinition {
  const { includes, config } = services.world;
  return {
    parse: (markup, { liquid }) => {
      const include = parseInclude(markup);
      return function* (context, emitter): Rendering {
        const name = renderName(include.file, context, liquid);
        const source = includes.get(name);
        if (source === undefined) {
          const nearest = nearestName(name, includes.names());
          const folder = config.includesDir;
          throw new TemplateFault((place) =>
            createDiagnostic("liquid-missing-include", { name, folder, nearest }, place),
          );
        }
        yield* renderInclude(services, include, source, context, emitter, liquid);
      };
    },
  };
}

/** The name with its variables filled in. */
export function renderName(file: string, context: Context, liquid: Liquid): string {
  const name = file.replace(/\{\{-?([\s\S]*?)-?\}\}/g, (_all, markup: string) =>
    String(toValueSync(liquid._evalValue(markup.trim(), context)) ?? ""),
  );
  return name.replace(/^\.?\/+/, "");
}

/** Renders a template with its parameters under `include`; the variables of its surroundings stay visible. */
export function* renderInclude(
  { store }: TagServices,
  { parameters }: IncludeMarkup,
  source: TemplateSource,
  context: Context,
  emitter: Emitter,
  liquid: Liquid,
): Rendering {
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
  context.push({ include: readParameters(parameters, context) });
  try {
    yield liquid.renderer.renderTemplates(parts, context, emitter);
  } finally {
    context.pop();
    state.includeStack.pop();
  }
}
