/** SCSS and indented Sass to CSS, as Jekyll's converter does. The compiler is large: it is loaded when the first one is met. */
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type * as Sass from "sass";
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import { folderQuestion, SASS_FAULT, SASS_FOLDER, type SassAnswer } from "./create-sass-answer.js";

export type SassSyntax = "scss" | "sass";

export interface SassCompiler {
  /**
   * The CSS of a style sheet whose imports are looked for in the `_sass` folder. With a fault: no text, and a
   * diagnostic at the line of the sheet, moved down by the lines of its front matter.
   */
  compile(
    request: SassRequest,
    note: NoteSass,
  ): { readonly text: string; readonly diagnostics: readonly Diagnostic[] };
  /** The CSS of a text that stands in a template. Throws what the compiler says of a fault. */
  compileText(text: string, syntax: SassSyntax, note: NoteSass): string;
}

/** Told of what a sheet asks of the files around it: see `createSassAnswer`. */
export type NoteSass = (question: string) => void;

export interface SassRequest {
  readonly text: string;
  readonly syntax: SassSyntax;
  /** Path of the source, and the line of it on which `text` starts. */
  readonly path: string;
  readonly textLine: number;
}

/**
 * `sassDir` is absolute: the folder that sheets are imported from. `answer` describes it before a sheet is compiled, and is
 * asked afterwards whether it stayed so: what is kept must not be of another state than what is noted of it.
 */
export function createSassCompiler(sassDir: string, answer: SassAnswer): SassCompiler {
  const require = createRequire(import.meta.url);
  const load = (): typeof Sass => require("sass") as typeof Sass;
  const compileText = (text: string, syntax: SassSyntax, note: NoteSass): string => {
    note(SASS_FOLDER);
    answer(SASS_FOLDER);
    try {
      const { css, loadedUrls } = load().compileString(text, {
        syntax: syntax === "sass" ? "indented" : "scss",
        loadPaths: [sassDir],
        logger: load().Logger.silent,
      });
      for (const url of loadedUrls) noteFolder(url, sassDir, note);
      return css;
    } catch (error) {
      // Nobody knows which files would have been read: it is tried again in every build.
      note(SASS_FAULT);
      throw error;
    } finally {
      answer.assertUnchanged();
    }
  };
  return {
    compileText,
    compile({ text, syntax, path, textLine }, note) {
      try {
        return { text: `${compileText(text, syntax, note)}\n`, diagnostics: [] };
      } catch (error) {
        if (!(error instanceof load().Exception)) throw error;
        const { span, sassMessage } = error;
        const isImported = span.url !== undefined && span.url !== null;
        const place: Place = isImported
          ? {
              path: importedPath(span.url, sassDir) ?? path,
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
function importedPath(url: URL | undefined, sassDir: string): string | undefined {
  const folder = pathToFileURL(sassDir).href;
  if (url === undefined || !url.href.startsWith(folder)) return undefined;
  return `_sass${decodeURIComponent(url.href.slice(folder.length))}`;
}

/** A sheet may import from outside of the folder, by a path with `..`. */
function noteFolder(url: URL, sassDir: string, note: NoteSass): void {
  if (url.protocol !== "file:") return;
  const folder = path.relative(sassDir, path.dirname(fileURLToPath(url)));
  if (folder.split(path.sep)[0] === "..") note(folderQuestion(folder));
}
