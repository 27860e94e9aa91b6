/** SCSS and indented Sass to CSS, as Jekyll's converter does. The compiler is large: it is loaded when the first one is met. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type * as Sass from "sass";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";

export type SassSyntax = "scss" | "sass";

export interface SassCompiler {
  /**
   * The CSS of a style sheet whose imports are looked for in the `_sass` folder. With a fault: no text, and a
   * diagnostic at the line of the sheet, moved down by the lines of its front matter.
   */
  compile(request: SassRequest): { readonly text: string; readonly diagnostics: readonly Diagnostic[] };
  /** The CSS of a text that stands in a template. Throws what the compiler says of a fault. */
  compileText(text: string, syntax: SassSyntax): string;
}

export interface SassRequest {
  readonly text: string;
  readonly syntax: SassSyntax;
  /** Path of the source, and the line of it on which `text` starts. */
  readonly path: string;
  readonly textLine: number;
}

/** `loadPaths` are absolute folders. */
export function createSassCompiler(loadPaths: readonly string[]): SassCompiler {
  const require = createRequire(import.meta.url);
  const load = (): typeof Sass => require("sass") as typeof Sass;
  const compileText = (text: string, syntax: SassSyntax): string =>
    load().compileString(text, {
      syntax: syntax === "sass" ? "indented" : "scss",
      loadPaths: [...loadPaths],
      logger: load().Logger.silent,
    }).css;
  return {
    compileText,
    compile({ text, syntax, path, textLine }) {
      try {
        return { text: `${compileText(text, syntax)}\n`, diagnostics: [] };
      } catch (error) {
        if (!(error instanceof load().Exception)) throw error;
        const { span, sassMessage } = error;
        const isImported = span.url !== undefined && span.url !== null;
        const place: Place = isImported
          ? {
              path: importedPath(span.url, loadPaths) ?? path,
              line: span.start.line + 1,
              column: span.start.column + 1,
            }
          : { path, line: span.start.line + textLine, column: span.start.column + 1 };
        return { text: "", diagnostics: [createDiagnostic("sass-error", { detail: sassMessage }, place)] };
      }
    },
  };
}

/** The path below `_sass` of an imported sheet, as its author knows it. */
function importedPath(url: URL | undefined, loadPaths: readonly string[]): string | undefined {
  const found = loadPaths.find((folder) => url?.href.startsWith(pathToFileURL(folder).href));
  if (url === undefined || found === undefined) return undefined;
  return `_sass${decodeURIComponent(url.href.slice(pathToFileURL(found).href.length))}`;
}
