/** What can go wrong in `liquid/`: templates that cannot be read, and what they ask for and do not get. */
import { row, suggest } from "../row.js";

interface MissingLink {
  readonly tag: string;
  readonly target: string;
  readonly nearest: string | undefined;
  /** Why the post exists but is not built. */
  readonly leftOut: string | undefined;
}

export const liquidCatalogue = {
  "liquid-malformed": row(
    "warning",
    ({ markup, reading }: { markup: string; reading: string }) =>
      `"${markup}" is not valid Liquid; it is read as ${reading}`,
    () => "Correct it, or put {% raw %} and {% endraw %} around text that is not meant as Liquid",
  ),
  "liquid-unclosed-output": row(
    "warning",
    ({ text }: { text: string }) => `"${text}" opens an output that no "}}" closes; it is kept as text`,
    () => 'Close it with "}}", or put {% raw %} and {% endraw %} around it',
  ),
  "liquid-unclosed-tag": row(
    "error",
    ({ text }: { text: string }) => `"${text}" opens a tag that no "%}" closes`,
    () => 'Close it with "%}", or put {% raw %} and {% endraw %} around it',
  ),
  "liquid-tag-syntax": row(
    "error",
    ({ tag, reason }: { tag: string; reason: string }) => `The tag "${tag}" cannot be read: ${reason}`,
    () => "Compare it with the tag's form at https://jekyllrb.com/docs/liquid/tags/",
  ),
  "liquid-unclosed-block": row(
    "error",
    ({ tag }: { tag: string }) => `The block "{% ${tag} %}" that opens here is never closed`,
    ({ tag }) => `Add {% end${tag} %} where the block ends`,
  ),
  "liquid-stray-tag": row(
    "error",
    ({ tag }: { tag: string }) => `"{% ${tag} %}" belongs to no block that is open here`,
    () => "Remove it, or open its block before it; blocks close in the reverse order of opening",
  ),
  "liquid-unknown-tag": row(
    "error",
    ({ tag }: { tag: string; nearest: string | undefined }) => `There is no Liquid tag "${tag}"`,
    ({ nearest }) =>
      suggest(
        nearest,
        "Tags of Jekyll plug-ins are not run. Remove it, or put {% raw %} and {% endraw %} around it",
      ),
  ),
  "liquid-unknown-filter": row(
    "warning",
    ({ filter }: { filter: string; nearest: string | undefined }) =>
      `There is no Liquid filter "${filter}"; its input passes through unchanged`,
    ({ nearest }) => suggest(nearest, "Remove it, or use one of Jekyll's filters."),
  ),
  "liquid-missing-include": row(
    "error",
    ({ name, folder }: { name: string; folder: string; nearest: string | undefined }) =>
      `The include "${name}" was not found in ${folder}`,
    ({ name, folder, nearest }) =>
      suggest(nearest, `Add the file "${name}" to ${folder}, or correct its name.`),
  ),
  "liquid-include-recursion": row(
    "error",
    ({ chain }: { chain: readonly string[] }) => `Includes never end: ${chain.join(" > ")}`,
    () => "Put the include that leads back behind a condition that becomes false",
  ),
  "liquid-missing-layout": row(
    "error",
    ({ name }: { name: string; nearest: string | undefined }) => `The layout "${name}" does not exist`,
    ({ nearest }) => suggest(nearest, "Add it to the layouts folder, or name another one under `layout`."),
  ),
  "liquid-layout-cycle": row(
    "error",
    ({ chain }: { chain: readonly string[] }) => `Layouts lead back to one another: ${chain.join(" > ")}`,
    () => "Let the front matter of one of them name another layout, or none",
  ),
  "liquid-missing-link": row(
    "error",
    ({ tag, target, leftOut }: MissingLink) =>
      `The tag "${tag}" names "${target}", which is ${leftOut === undefined ? "not in the site" : `left out: ${leftOut}`}`,
    ({ tag, nearest, leftOut }) =>
      leftOut !== undefined
        ? "Build the post too, or take the link out until it is published"
        : suggest(
            nearest,
            tag === "post_url"
              ? "Name a post by its file without the ending: 2021-03-04-name"
              : "Name a file by its path from the source folder: _posts/2021-03-04-name.md",
          ),
  ),
  "liquid-runtime": row(
    "warning",
    ({ message }: { message: string }) => `Liquid error: ${message}; nothing is printed here`,
    () => "Check the values that are used here",
  ),
  "liquid-sass-unavailable": row(
    "warning",
    ({ filter }: { filter: string }) =>
      `The filter "${filter}" cannot compile style sheets here; its input is kept`,
    () => "Keep Sass in a .scss file of its own, or write plain CSS",
  ),
  "liquid-gist-link": row(
    "note",
    ({ gist }: { gist: string }) =>
      `The gist "${gist}" is linked, not embedded, because embedding needs a script of a third party`,
    () => "Copy its code into a fenced code block to show it on the page",
  ),
};
