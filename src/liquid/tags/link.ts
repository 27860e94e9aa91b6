/** `{% link _posts/2021-03-04-name.md %}` and `{% post_url 2021-03-04-name %}`: the URL, with `baseurl`, of what a file becomes. */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { SkippedDocument } from "../../model/content.js";
import type { SiteDocument } from "../../model/site.js";
import { baseNameOf } from "../../util/path.js";
import { nearestName } from "../../util/text.js";
import { encodePath } from "../../util/url.js";
import { toRelativeUrl } from "../filters/urls.js";
import { TemplateFault } from "../render-state.js";
import { allDocuments, type ScopeWorld } from "../scope/scope-world.js";
import { renderName } from "./include.js";
import type { TagDefinition, TagServices } from "./tag-context.js";

export function createLinkTag({ world }: TagServices): TagDefinition {
  const { site } = world;
  return {
    parse: (markup, { liquid }) => {
      if (markup.trim() === "") throw new Error("the path of a file is missing");
      return (context, emitter) => {
        const path = renderName(unquote(markup), context, liquid);
        const file = site.staticFiles.find((candidate) => candidate.path === path);
        const url =
          world.documentAt(path)?.url ?? (file === undefined ? undefined : `/${encodePath(file.path)}`);
        if (url === undefined) throw missing("link", path, nearestPath(path, world), world);
        emitter.write(toRelativeUrl(url, site.config.baseurl));
      };
    },
  };
}

export function createPostUrlTag({ world }: TagServices): TagDefinition {
  const { site } = world;
  return {
    parse: (markup, { liquid }) => {
      if (markup.trim() === "") throw new Error("the name of a post is missing");
      return (context, emitter) => {
        const name = renderName(unquote(markup), context, liquid);
        const post = findPost(name, site.posts);
        if (post === undefined) {
          throw missing(
            "post_url",
            name,
            nearestName(
              name,
              site.posts.map(({ path }) => baseNameOf(path)),
            ),
            world,
          );
        }
        emitter.write(toRelativeUrl(post.url, site.config.baseurl));
      };
    },
  };
}

function unquote(markup: string): string {
  const text = markup.trim();
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

function missing(
  tag: string,
  target: string,
  nearest: string | undefined,
  { site }: ScopeWorld,
): TemplateFault {
  const isTarget = ({ path }: SkippedDocument): boolean =>
    path === target || baseNameOf(path) === target.replace(/^.*\//, "");
  const leftOut = site.skipped.find(isTarget)?.explanation;
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
