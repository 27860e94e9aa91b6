/** Edits of the configuration, of what the command line says, of the clock, and of the destination by others. */
import type { Operation, SceneOptions } from "./operation.js";
import { CONFIG_LINES, configOf } from "./proving-site.js";
import type { Scene } from "./scene.js";

type Edit = (scene: Scene) => readonly Operation[];

/** Values of keys; the first one is the usual, which leaves the key out unless the site has it. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  title: ["Laws of $x$", "Other *laws*"],
  description: ["", "What is *described*"],
  url: ["https://laws.example", '""', "https://other.example"],
  baseurl: ["/blog", "", "/other"],
  permalink: ["", "/:categories/:title/", "pretty", "/:year/:title.html"],
  timezone: ["Europe/Berlin", "Europe/Paris", "Asia/Tokyo", "America/New_York"],
  paginate: ["2", "1", "null"],
  feed: [
    "",
    "{categories: true}",
    "{enabled: false}",
    "{posts_limit: 1}",
    "{path: atom.xml, excerpt_only: true}",
  ],
  math: ["", "{macros: {R: '\\mathbb{R}'}}", "{output: mathml}", "{tags: ams}", "{enabled: false}"],
  code: ["", "{light_theme: one-light}"],
  collections: ["{notes: {output: true}}", "{notes: {output: false}}", "{}"],
  defaults: [
    "",
    "[{scope: {path: ''}, values: {mood: default, layout: own}}]",
    "[{scope: {type: posts}, values: {author: ada}}]",
  ],
  exclude: ["", "[a.txt]", "[img, sub]"],
  author: ["", "Somebody", "{name: Me}"],
  unknown: ["", "value", ".inf", ".nan"],
  lang: ["", "de"],
  block_labels: ["", "{theorem: Satz}"],
  smart_punctuation: ["", "false"],
  excerpt_separator: ["", '"<!--more-->"'],
  show_drafts: ["", "true"],
  limit_posts: ["", "2"],
  future: ["", "true"],
};

/** What filters and tags read by themselves. */
const OFTEN = ["url", "baseurl", "timezone", "permalink", "feed", "math", "math"];

export const SETTING_EDITS: readonly Edit[] = [
  ...Array.from({ length: 6 }, () => changeSetting),
  (scene) => [
    { kind: "write", path: "_config.yml", text: configOf(CONFIG_LINES), keepsTime: scene.chance(0.2) },
  ],
  ({ pick }) => [{ kind: "options", options: { nowMs: pick(CLOCKS) } }],
  ({ pick }) => [{ kind: "options", options: { nowMs: pick(CLOCKS) } }],
  ({ pick }) => [{ kind: "options", options: { overrides: pick(OVERRIDES) } }],
  ({ pick }) => [{ kind: "options", options: pick(MODES) }],
];

/** Around the dates of posts that are to come. */
const CLOCKS = [1, 2, 3, 4, 6, 20].map((day) => Date.UTC(2026, 11, day, 12, day));

const OVERRIDES: readonly SceneOptions["overrides"][] = [
  {},
  { drafts: true },
  { future: true },
  { unpublished: true },
  { limitPosts: 2 },
  { environment: "production" },
  { baseurl: "/preview" },
];

const MODES: readonly SceneOptions[] = [
  { strict: true },
  { strict: false, keepGoing: false, check: false },
  { strict: false, keepGoing: false, check: false },
  { keepGoing: true },
  { check: true },
];

/** What others do to a destination: files emptied, changed, removed; all of it removed. */
export const DESTINATION_EDITS: readonly Edit[] = [
  ({ pick }) => [{ kind: "tamper", path: pick(OUTPUTS), text: "Changed.\n" }],
  ({ pick }) => [{ kind: "tamper", path: pick(OUTPUTS), text: null }],
  () => [{ kind: "tamper", path: "", text: null }],
  () => [],
];

const OUTPUTS = [
  "index.html",
  "alpha.html",
  "feed.xml",
  "a.txt",
  "css/main.css",
  "img/one.png",
  "categories",
  "2024",
];

function changeSetting(scene: Scene): readonly Operation[] {
  const lines = readLines(scene.files.get("_config.yml") ?? "");
  const key = scene.pick([...Object.keys(SETTINGS), ...OFTEN]);
  const value = scene.pick(SETTINGS[key] ?? [""]);
  const { [key]: _before, ...others } = lines;
  const next = value === "" ? others : { ...others, [key]: value };
  return [{ kind: "write", path: "_config.yml", text: configOf(next) }];
}

function readLines(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split("\n").flatMap((line) => {
      const [, key, value] = /^(\w+): (.*)$/.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value]];
    }),
  );
}
