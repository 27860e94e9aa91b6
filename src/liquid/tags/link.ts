/** `{% link _posts/2021-03-04-name.md %}` and `{% post_url 2021-03-04-name %}`: the URL, with `baseurl`, of what a file becomes. */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { SkippedDocument } from "../../model/content.js";
import type { SiteDocument } from "../../model/site.js";
import { baseNameOf } from "../../util/path.js";
import { nearestName } from "../../util/text.js";
import { encodePath } from "../../util/url.js";
import { toRelativeUrl } from "../filters/urls.js";
import { valueAt } from "../reads/create-watch.js";
import { TemplateFault } from "../render-state.js";
import { allDocuments, type ScopeWorld } from "../scope/scope-world.js";
import { LINK_SUBJECT, POST_URL_SUBJECT } from "../subjects.js";
import { compileName } from "./include.js";
import type { TagDefinition, TagServices } from "./tag-context.js";

export function createLinkTag({ world }: TagServices): TagDefinition {
  return createTag("the path of a file is missing", LINK_SUBJECT, world);
}

export function createPostUrlTag({ world }: TagServices): TagDefinition {
  return createTag("the name of a post is missing", POST_URL_SUBJECT, world);
}

export type LinkSubject = typeof LINK_SUBJECT | typeof POST_URL_SUBJECT;

function createTag(whenEmpty: string, subject: LinkSubject, world: ScopeWorld): TagDefinition {
  return {
    parse: (markup, { liquid }) => {
      if (markup.trim() === "") throw new Error(whenEmpty);
      const readTarget = compileName(unquote(markup), liquid);
      return (context, emitter) => {
        const target = readTarget(context);
        world.watch.note(subject, valueAt(target));
        const found = findTarget(subject, target, world);
        if (found.url === undefined) throw missing(subject, target, found);
        emitter.write(toRelativeUrl(found.url, world.config.baseurl));
      };
    },
  };
}

/** What a link leads to, without `baseurl`; else what its author may have meant. */
export interface LinkTarget {
  readonly url?: string;
  readonly nearest?: string | undefined;
  readonly leftOut?: string | undefined;
}

export function findTarget(subject: LinkSubject, target: string, world: ScopeWorld): LinkTarget {
  const { site } = world;
  const url = subject === LINK_SUBJECT ? findUrl(target, world) : findPost(target, site.posts)?.url;
  if (url !== undefined) return { url };
  const isTarget = ({ path }: SkippedDocument): boolean =>
    path === target || baseNameOf(path) === target.replace(/^.*\//, "");
  const postNames = (): string[] => site.posts.map(({ path }) => baseNameOf(path));
  return {
    nearest: subject === LINK_SUBJECT ? nearestPath(target, world) : nearestName(target, postNames()),
    leftOut: site.skipped.find(isTarget)?.explanation,
  };
}

function findUrl(path: string, { site, documentAt }: ScopeWorld): string | undefined {
  const document = documentAt(path);
  if (document !== undefined) return document.url;
  const file = site.staticFiles.find((candidate) => candidate.path === path);
  return file === undefined ? undefined : `/${encodePath(file.path)}`;
}

function unquote(markup: string): string {
  const text = markup.trim();
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

function missing(tag: LinkSubject, target: string, { nearest, leftOut }: LinkTarget): TemplateFault {
  return new TemplateFault((place) =>
    createDiagnostic("liquid-missing-link", { tag, target, nearest, leftOut }, place),
  );
}

/** The nearest path; when only the folder or the ending is wrong, the file of that name. */
function nearestPath(path: string, { site }: ScopeWorld): string | undefined {
  const paths = [...allDocuments(site), ...site.staticFiles].map((file) => file.path);
  const stem = baseNameOf(path);
  return paths.find((candidate) => baseNameOf(candidate) === stem) ?? nearestName(path, paths);
}

/** By file name, with folders above or below `_posts` when the tag names them; else by date and slug, as old Jekyll did. */
function findPost(name: string, posts: readonly SiteDocument[]): SiteDocument | undefined {
  const wanted = name.replace(/^\/+|\.(?:md|markdown|html)$/g, "");
  const withoutFolder = (path: string): string =>
    path.replace(/\.[^.]+$/, "").replace(/(^|\/)_posts\//, "$1");
  return (
    posts.find(({ path }) => withoutFolder(path) === wanted) ??
    posts.find(({ path }) => baseNameOf(path) === wanted) ??
    posts.find(({ path, slug }) => `${baseNameOf(path).slice(0, 11)}${slug}` === wanted)
  );
}
