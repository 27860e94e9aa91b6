/** `{% include_relative notes.md %}`: a file beside the one that is being written, or below it. */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import { folderOf } from "../../util/path.js";
import { joinPath } from "../../util/url.js";
import { stateOf, TemplateFault } from "../render-state.js";
import { renderInclude, renderName } from "./include.js";
import { parseInclude } from "./include-parameters.js";
import type { Rendering, TagDefinition, TagServices } from "./tag-context.js";

export function createIncludeRelativeTag(services: TagServices): TagDefinition {
  return {
    parse: (markup, { liquid }) => {
      const include = parseInclude(markup);
      return function* (context, emitter): Rendering {
        const { document, position } = stateOf(context);
        const base = document?.path ?? position?.source.path ?? "";
        const folder = folderOf(base);
        const name = renderName(include.file, context, liquid);
        const leaves = name.split("/").includes("..");
        const source = leaves ? null : services.world.services.readRelative(joinPath(folder, name));
        if (source === null) {
          const shown = folder === "" ? "the source folder" : folder;
          throw new TemplateFault((place) =>
            createDiagnostic("liquid-missing-include", { name, folder: shown, nearest: undefined }, place),
          );
        }
        yield* renderInclude(services, include, source, context, emitter, liquid);
      };
    },
  };
}
