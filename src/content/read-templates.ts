/** Layouts and includes: the theme's, and over them the site's own, file by file. */
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { TemplateSource } from "../model/content.js";
import type { ContentCache } from "./content-cache.js";
import { findFilesOfSpecialFolders, type SiteFile } from "./find-files.js";
import { headOf } from "./head-of.js";
import { readFirstBytes, readTextFile } from "./read-text-file.js";
import { type SplitText, splitFrontMatter, startsWithFrontMatter } from "./split-front-matter.js";

export interface Templates {
  readonly layouts: ReadonlyMap<string, TemplateSource>;
  readonly includes: ReadonlyMap<string, TemplateSource>;
}

/**
 * Reads all layouts and includes, by name in code unit order. Jekyll's folders win over `layouts/`, and both over the
 * theme (`themeFiles`, whose paths in messages start with `theme:`). Binary files among them are passed over. Adds what
 * front matter can be wrong with.
 */
export function readTemplates(
  files: readonly SiteFile[],
  themeFiles: readonly SiteFile[],
  config: SiteConfig,
  report: Report,
  cache: ContentCache,
): Templates {
  const jekyllFolders = [config.layoutsDir, config.includesDir];
  const isJekylls = (file: SiteFile): boolean => jekyllFolders.includes(file.folder);
  const ordered = [
    ...themeFiles.map((file) => ({ ...file, path: `theme:${file.path}` })),
    ...files.filter((file) => !isJekylls(file)),
    ...files.filter(isJekylls),
  ];
  const layouts = new Map<string, TemplateSource>();
  const includes = new Map<string, TemplateSource>();
  for (const file of ordered) {
    if (file.role !== "layout" && file.role !== "include") continue;
    const isLayout = file.role === "layout";
    const name = isLayout ? file.innerPath.replace(/\.[^./]+$/, "") : file.innerPath;
    const template = readTemplate(file, name, report, cache);
    if (template !== null) (isLayout ? layouts : includes).set(name, template);
  }
  return { layouts: sortByName(layouts), includes: sortByName(includes) };
}

function sortByName(templates: Map<string, TemplateSource>): ReadonlyMap<string, TemplateSource> {
  return new Map([...templates].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function readTemplate(
  file: SiteFile,
  name: string,
  report: Report,
  cache: ContentCache,
): TemplateSource | null {
  const start = readFirstBytes(file, 512, report);
  if (start === null || start.includes("\0")) return null;
  const text = readTextFile(file, report);
  if (text === null) return null;
  const { path } = file;
  // Three hyphens at the start of an include may be ordinary text; only front matter that ends is taken for such.
  if (!startsWithFrontMatter(start)) return { name, path, text, textLine: 1, frontMatter: {} };
  // Who works on a layout seldom changes its front matter, and what reads that takes a while to load.
  const head = headOf(text);
  const split = cache.understand(`template ${path}`, head, () => splitTemplate(path, head));
  const isOrdinaryText = file.role === "include" && !split.isSound;
  if (isOrdinaryText) return { name, path, text, textLine: 1, frontMatter: {} };
  report.add(...split.diagnostics);
  return {
    name,
    path,
    text: text.slice(split.bodyOffset),
    textLine: split.bodyLine,
    frontMatter: split.values,
  };
}

interface SplitTemplate extends Pick<SplitText, "isSound" | "values" | "bodyLine" | "diagnostics"> {
  /** Where the body starts in the text. */
  readonly bodyOffset: number;
}

function splitTemplate(path: string, text: string): SplitTemplate {
  const { isSound, values, body, bodyLine, diagnostics } = splitFrontMatter(path, text);
  return { isSound, values, bodyOffset: text.length - body.length, bodyLine, diagnostics };
}

/** The default theme as a source of its own; nothing when the site is the theme, so that nothing is read twice. */
export function findThemeFiles(
  themeDir: string,
  sourceDir: string,
  config: SiteConfig,
  report: Report,
): readonly SiteFile[] {
  if (!existsSync(themeDir)) return [];
  const isItself = existsSync(sourceDir) && realpathSync(sourceDir) === realpathSync(themeDir);
  if (isItself && config.staticDir !== null) return [];
  const themeConfig: SiteConfig = { ...config, ...THEME_FOLDERS };
  const files = findFilesOfSpecialFolders(
    { sourceDir: themeDir, destinationDir: join(themeDir, "dist"), config: themeConfig },
    report,
  );
  return files.filter(
    ({ role, innerPath }) =>
      role === "layout" || role === "include" || (role === "static" && RE_THEME_ASSET.test(innerPath)),
  );
}

/** Of the theme's static files, what its layouts ask for. The others belong to the blog in the theme's own folder. */
const RE_THEME_ASSET = /^(?:assets\/postulate\/.*|favicon\.svg)$/;

const THEME_FOLDERS = {
  layoutsDir: "layouts",
  includesDir: "layouts/includes",
  staticDir: "static",
  dataDir: "_data",
  sassDir: "_sass",
  collections: [],
  exclude: [],
  include: [],
} satisfies Partial<SiteConfig>;
