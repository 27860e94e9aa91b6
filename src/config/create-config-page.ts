/** `docs/configuration.md`: an introduction by hand, and the table of keys in words. */
import { configGroups, configKeys } from "./config-keys.js";
import { KEYS_WITHOUT_EFFECT, UNSUPPORTED_KEYS } from "./jekyll-keys.js";
import { COVERED_PLUGINS, MISSING_WITHOUT } from "./jekyll-plugins.js";
import { PERMALINK_STYLES, PLACEHOLDERS } from "./permalink-types.js";
import type { ConfigKey, ConfigKeys } from "./value-type.js";

/** The text of docs/configuration.md. */
export function createConfigPage(): string {
  const groups = Object.entries(configGroups).map(([group, title]) => describeGroup(group, title));
  return `${[INTRODUCTION, ...groups, describeJekyll()].join("\n\n")}\n`;
}

const INTRODUCTION = `<!-- Made from the table of keys in src/config by scripts/write-config-docs.js; edits belong there. -->

# Configuration

A blog needs no configuration at all: a folder with \`_posts\` is a site. When you want to give it a name or an address,
write a file \`_config.yml\` beside \`_posts\`:

\`\`\`yaml
# yaml-language-server: $schema=./node_modules/postulate/docs/config.schema.json
title: Notes on numbers
author: Sophie Germain
url: https://example.org
timezone: Europe/Paris
paginate: 10
\`\`\`

The names are Jekyll's, so a Jekyll blog's own \`_config.yml\` works as it is. The first line is optional: editors that
use the YAML language server (VS Code with the YAML extension, and many others) then complete keys, show what they mean
and underline what is wrong. [config.schema.json](config.schema.json) is that schema.

**Your own keys.** Any key that is not on this page is data for your templates: \`motto: Ever onward\` is
\`{{ site.motto }}\`. A key that looks like a slip of one on this page (\`permalnk\`, \`base_url\`) is reported with a
suggestion.

**Several files.** \`--config _config.yml,_config.local.yml\` reads them in this order, and later ones win. Mappings are
joined key by key; lists and single values are replaced; a key without a value changes nothing. The command line
(\`--baseurl\`, \`--drafts\`, \`--future\` and so on) wins over all files.

**Environment.** Templates can ask \`{% if jekyll.environment == "production" %}\`. It is what the environment variable
\`JEKYLL_ENV\` says; when that is not set, \`production\` for \`build\` and \`check\`, and \`development\` for \`dev\`.

**Dates stay text.** YAML's dates are not converted, so \`since: 2011-03-04\` is the text \`2011-03-04\` everywhere, on any
machine.

**Mistakes.** A value of the wrong kind is an error at its line and column, and nothing is written until it is right.
What Jekyll would pass over and the site survives (an address with a slash too many, a key that is there twice) is a
warning that says how it was understood.`;

function describeGroup(group: string, title: string): string {
  const rows = findRows(group, configKeys, "");
  const table = [
    "| Key | Value | Default | Meaning |",
    "|---|---|---|---|",
    ...rows.map(({ name, key }) => {
      const cells = [`\`${name}\``, key.type.keys ? "a mapping" : key.type.words, describeDefault(name, key)];
      return `| ${[...cells, key.description].map(escapeCell).join(" | ")} |`;
    }),
  ].join("\n");
  const example = `\`\`\`yaml\n${writeExamples(group).join("\n")}\n\`\`\``;
  const more = group === "addresses" ? [describePermalinks()] : [];
  return [`## ${title}`, table, example, ...more].join("\n\n");
}

interface Row {
  readonly name: string;
  readonly key: ConfigKey<unknown>;
}

function findRows(group: string, keys: ConfigKeys, prefix: string): readonly Row[] {
  return Object.entries(keys).flatMap(([name, key]) => {
    const own = key.group === group ? [{ name: prefix + name, key }] : [];
    return [
      ...own,
      ...(key.type.keys === undefined ? [] : findRows(group, key.type.keys, `${prefix}${name}.`)),
    ];
  });
}

/** The examples of a group as one piece of YAML; those of a mapping's keys stand below its name. */
function writeExamples(group: string): readonly string[] {
  return Object.entries<ConfigKey<unknown>>(configKeys).flatMap(([name, key]) => {
    if (key.group !== group) return [];
    if (key.type.keys === undefined) return key.example.split("\n");
    const inner = Object.values(key.type.keys).flatMap(({ example }) => example.split("\n"));
    return [`${name}:`, ...inner.map((line) => `  ${line}`)];
  });
}

function describeDefault(name: string, key: ConfigKey<unknown>): string {
  if (name === "static_dir") return "`static`, or none";
  if (key.type.keys !== undefined) return "";
  const standard = key.defaultAsWritten ?? key.default;
  if (standard === "\n\n") return "an empty line";
  if (standard === null || standard === "") return "none";
  if (Array.isArray(standard)) return standard.length === 0 ? "none" : `\`[${standard.join(", ")}]\``;
  if (typeof standard === "object") return "none";
  return `\`${String(standard)}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function describePermalinks(): string {
  const styles = Object.entries(PERMALINK_STYLES).map(
    ([name, template]) => `| \`${name}\` | \`${template}\` |`,
  );
  const placeholders = Object.entries(PLACEHOLDERS).map(([name, words]) => `| \`:${name}\` | ${words} |`);
  return [
    "The styles of `permalink` and the templates that they stand for:",
    ["| Style | Template |", "|---|---|", ...styles].join("\n"),
    "The placeholders of a template, filled in for a post of Thursday, 4 March 2021, at 05:06:07:",
    ["| Placeholder | Filled with |", "|---|---|", ...placeholders].join("\n"),
  ].join("\n\n");
}

function describeJekyll(): string {
  const missing = Object.entries(MISSING_WITHOUT).map(([name, words]) => `| \`${name}\` | ${words} |`);
  const unsupported = Object.entries(UNSUPPORTED_KEYS).map(([name, words]) => `| \`${name}\` | ${words} |`);
  const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
  return [
    "## Coming from Jekyll",
    `Nothing needs to be removed from a Jekyll blog's configuration. These keys are known and have no effect, because what
they set up is not there or works by itself: ${code([...KEYS_WITHOUT_EFFECT].filter((key) => !(key in UNSUPPORTED_KEYS)).sort())}.`,
    "These are reported, because something will be different:",
    ["| Key | What to expect |", "|---|---|", ...unsupported].join("\n"),
    `Plug-ins are Ruby programs and do not run here. The work of these is done without them: ${code(COVERED_PLUGINS)}.`,
    "Of these, something will be missing, and a warning says so:",
    ["| Plug-in | What to expect |", "|---|---|", ...missing].join("\n"),
    "Any other plug-in in the list is noted once, so that you know where to look when something is missing.",
  ].join("\n\n");
}
