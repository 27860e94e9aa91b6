/** What can go wrong in `config/`. */
import { row, suggest } from "../row.js";

interface YamlFacts {
  readonly problem: string;
  readonly hint: string;
}

interface TypeFacts {
  readonly key: string;
  readonly expected: string;
  readonly found: string;
  readonly hint: string;
}

interface NameFacts {
  readonly name: string;
  readonly nearest: string | undefined;
}

export const configCatalogue = {
  "config-yaml": row<YamlFacts>(
    "error",
    ({ problem }) => `The configuration is not valid YAML: ${problem}`,
    ({ hint }) => hint,
  ),
  "config-yaml-tab": row<object>(
    "warning",
    () => "A tab is used as indentation, which YAML does not allow; it was read as spaces",
    () => "Indent with spaces",
  ),
  "config-yaml-duplicate-key": row<{ key: string }>(
    "warning",
    ({ key }) => `The key "${key}" is there twice; only this last one counts`,
    () => "Remove one of them",
  ),
  "config-yaml-second-document": row<object>(
    "warning",
    () =>
      'This line ends the configuration: nothing below it is read, because "---" starts a second document',
    () => "Remove the line, or what follows it",
  ),
  "config-not-mapping": row<{ found: string }>(
    "error",
    ({ found }) => `The configuration must be keys with values, and this file is ${found}`,
    () => 'Write lines such as "title: My blog"',
  ),
  "config-type": row<TypeFacts>(
    "error",
    ({ key, expected, found }) => `"${key}" must be ${expected}, not ${found}`,
    ({ hint }) => hint,
  ),
  "config-quoted-number": row<{ key: string; text: string }>(
    "warning",
    ({ key, text }) =>
      `"${key}" must be a number, and "${text}" in quotes is a text; it was read as the number ${text}`,
    ({ text }) => `Write ${text} without quotes`,
  ),
  "config-unknown-key": row<{ key: string; nearest: string; prefix: string }>(
    "warning",
    ({ key }) => `"${key}" is no key with a meaning here; templates see it as data and nothing else happens`,
    ({ nearest, prefix }) => suggest(`${prefix}${nearest}`, ""),
  ),
  "config-old-name": row<{ old: string; now: string }>(
    "note",
    ({ old, now }) => `"${old}" is the old name of "${now}"; it was read as such`,
    ({ now }) => `Write "${now}"`,
  ),
  "config-old-engine": row<{ key: string; value: string; instead: string }>(
    "note",
    ({ key, value, instead }) => `"${key}: ${value}" has no effect: ${instead}`,
    ({ key }) => `Remove "${key}"`,
  ),
  "config-without-effect": row<{ key: string; missing: string }>(
    "warning",
    ({ key, missing }) => `"${key}" is not supported: ${missing}`,
    ({ key }) => `Remove "${key}" once the site does not need it`,
  ),
  "config-plugin": row<{ name: string; missing: string }>(
    "warning",
    ({ name, missing }) => `The plug-in "${name}" does not run here: ${missing}`,
    ({ name }) => `Remove "${name}" from the list once the site does without it`,
  ),
  "config-plugin-unknown": row<{ name: string }>(
    "note",
    ({ name }) =>
      `The plug-in "${name}" is a Ruby program and does not run here; what it adds to pages will be missing`,
    ({ name }) => `Remove "${name}" from the list once the site does without it`,
  ),
  "config-time-zone": row<NameFacts>(
    "error",
    ({ name }) => `There is no time zone called "${name}"`,
    ({ nearest }) => suggest(nearest, 'Write a name such as "Europe/Berlin" or "UTC"'),
  ),
  "config-lang": row<{ text: string }>(
    "warning",
    ({ text }) => `"${text}" is no language tag, so browsers and search engines will not know the language`,
    () => 'Write a tag such as "en", "de" or "pt-BR"',
  ),
  "config-url": row<{ text: string }>(
    "error",
    ({ text }) => `"url" must be the site's address, and "${text}" is none`,
    () => "Write scheme and host, such as https://example.org",
  ),
  "config-normalized": row<{ key: string; text: string; understood: string; why: string }>(
    "warning",
    ({ key, text, understood, why }) => `"${key}" is "${text}", ${why}; it was read as "${understood}"`,
    ({ key, understood }) => `Write ${key}: ${understood === "" ? '""' : understood}`,
  ),
  "config-permalink-style": row<NameFacts & { known: readonly string[] }>(
    "error",
    ({ name }) => `There is no permalink style called "${name}"`,
    ({ nearest, known }) =>
      suggest(nearest, `Write one of ${known.join(", ")}, or a template that starts with "/"`),
  ),
  "config-permalink-placeholder": row<NameFacts & { key: string }>(
    "error",
    ({ key, name }) => `"${name}" in "${key}" is no placeholder, so it cannot be filled in`,
    ({ nearest }) => suggest(nearest, "Write one such as :title, :year or :categories"),
  ),
  "config-paginate-path": row<{ text: string }>(
    "error",
    ({ text }) => `"paginate_path" is "${text}", and without :num all pages would have one address`,
    () => "Put :num where the page's number belongs, as in /page:num/",
  ),
  "config-code-theme": row<NameFacts & { instead: string }>(
    "warning",
    ({ name, instead }) => `There is no code theme called "${name}"; "${instead}" is used`,
    ({ nearest }) => suggest(nearest, "Choose one of https://shiki.style/themes"),
  ),
  "config-math-package": row<NameFacts>(
    "warning",
    ({ name }) => `There is no TeX package called "${name}"`,
    ({ nearest }) => suggest(nearest, "The names are listed under `math.packages` in docs/math.md"),
  ),
  "config-macro-name": row<{ name: string }>(
    "error",
    ({ name }) => `"${name}" cannot be the name of a TeX macro`,
    () => "A name is letters only, or one other character; it is written without its backslash",
  ),
  "config-scope-type": row<NameFacts>(
    "warning",
    ({ name }) => `There are no documents of the type "${name}", so these defaults apply to nothing`,
    ({ nearest }) => suggest(nearest, "Write posts, drafts, pages or the name of a collection"),
  ),
  "config-folder-outside": row<{ key: string; text: string }>(
    "error",
    ({ key, text }) => `"${key}" is "${text}", which lies outside the site`,
    () => "Name a folder inside the site",
  ),
  "config-destination": row<{ text: string }>(
    "error",
    ({ text }) => `"destination" is "${text}", which would mix the finished site with its sources`,
    () => "Name a folder of its own, such as dist",
  ),
};
