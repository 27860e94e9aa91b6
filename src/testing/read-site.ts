/** Sites of a few lines, read from disk, for tests of reading. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readContent } from "../content/read-content.js";
import { createReport } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { Content, SourceDocument } from "../model/content.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { exampleConfig } from "./example-site.js";
import { writeFiles } from "./temporary-folder.js";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What no configuration file at all gives, as far as reading content goes. */
export const plainConfig: SiteConfig = exampleConfig({
  title: "",
  url: "",
  include: [".htaccess"],
  markdownExtensions: ["markdown", "mkdown", "mkdn", "mkd", "md"],
  environment: "development",
  staticDir: "static",
});

/** Runs `use` with a folder that holds the files, and removes the folder. */
export function withFolder<Result>(files: Files, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "postulate-content-"));
  try {
    writeFiles(folder, files);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface ReadSite {
  readonly content: Content;
  readonly diagnostics: readonly Diagnostic[];
  /** `code path:line:column` of each diagnostic. */
  readonly told: readonly string[];
}

/** What comes of a folder; its theme is its own folder `theme`, which is no part of the site. */
export function readFolder(folder: string, config: Partial<SiteConfig> = {}): ReadSite {
  const report = createReport();
  const options = {
    sourceDir: join(folder, "site"),
    destinationDir: join(folder, "site", "dist"),
    themeDir: join(folder, "theme"),
    config: { ...plainConfig, ...config },
  };
  const content = readContent(options, report);
  const diagnostics = report.list();
  const told = diagnostics.map(({ code, place }) =>
    [code, [place?.path, place?.line, place?.column].filter((part) => part !== undefined).join(":")].join(
      " ",
    ),
  );
  return { content, diagnostics, told };
}

/** What comes of a site of the given files. */
export function readSite(files: Files, config: Partial<SiteConfig> = {}): ReadSite {
  const inSite = Object.entries(files).map(([path, text]): [string, string | Uint8Array] => [
    path.startsWith("theme/") ? path : `site/${path}`,
    text,
  ]);
  return withFolder(Object.fromEntries(inSite), (folder) => readFolder(folder, config));
}

/** The one document of a site with one post that has this front matter. */
export function readPost(
  frontMatter: string,
  config: Partial<SiteConfig> = {},
  path = "_posts/2021-03-04-a-post.md",
): SourceDocument & Pick<ReadSite, "told" | "diagnostics"> {
  const { content, told, diagnostics } = readSite({ [path]: `---\n${frontMatter}\n---\nBody\n` }, config);
  const [document] = content.documents;
  if (document === undefined) throw new Error(`no document: ${told.join(", ")}`);
  return { ...document, told, diagnostics };
}
