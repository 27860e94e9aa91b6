/** `{% include_relative notes.md %}`: a file beside the one that is being written, or below it. */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { TemplateSource } from "../../model/content.js";
import { folderOf } from "../../util/path.js";
import { joinPath } from "../../util/url.js";
import { valueAt } from "../reads/create-watch.js";
import { stateOf, TemplateFault } from "../render-state.js";
import type { ScopeWorld } from "../scope/scope-world.js";
import { compileInclude, renderInclude } from "./include.js";
import type { TagDefinition, TagServices } from "./tag-context.js";

export function createIncludeRelativeTag(services: TagServices): TagDefinition {
  return {
    parse: (markup, { liquid }) => {
      const include = compileInclude(markup, liquid);
      return (context, emitter) => {
        const { document, position } = stateOf(context);
        const base = document?.path ?? position?.source.path ?? "";
        const folder = folderOf(base);
        const name = include.readName(context);
        const leaves = name.split("/").includes("..");
        const source = leaves ? null : readFile(joinPath(folder, name), services.world);
        if (source === null) {
          const shown = folder === "" ? "the source folder" : folder;
          throw new TemplateFault((place) =>
            createDiagnostic("liquid-missing-include", { name, folder: shown, nearest: undefined }, place),
          );
        }
        renderInclude(services, include, source, context, emitter);
      };
    },
  };
}

export const FILE_SUBJECT = "file";

function readFile(path: string, { services, watch }: ScopeWorld): TemplateSource | null {
  watch.note(FILE_SUBJECT, valueAt(path));
  return services.readRelative(path);
}
