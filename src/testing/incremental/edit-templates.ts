/** Edits of layouts, includes, data, style sheets and files that are copied. */
import { includeOf, templateOf, WORDS } from "./fragments.js";
import type { Operation } from "./operation.js";
import { pngOf, svgOf } from "./proving-site.js";
import type { Scene } from "./scene.js";

type Edit = (scene: Scene) => readonly Operation[];

const write = (path: string, text: string): readonly Operation[] => [{ kind: "write", path, text }];

const LAYOUTS = ["_layouts/post.html", "_layouts/default.html", "_layouts/own.html", "_layouts/inner.html"];

const INCLUDES = [...WORDS.map((word) => `_includes/${word}.html`), "_includes/head.html"];

const RELATIVES = ["reads/_alpha.md", "_posts/more/_alpha.md", "_posts/more/_beta.md"];

export const TEMPLATE_EDITS: readonly Edit[] = [
  (scene) => write(scene.pick(LAYOUTS), layoutText(scene)),
  (scene) => write(scene.pick(LAYOUTS), layoutText(scene)),
  (scene) => [{ kind: "remove", path: scene.pick(LAYOUTS) }],
  (scene) => write(scene.pick(INCLUDES), includeOf(scene)),
  (scene) => write(scene.pick(INCLUDES), includeOf(scene)),
  (scene) => write(`layouts/includes/${scene.pick(WORDS)}.html`, includeOf(scene)),
  (scene) => [{ kind: "remove", path: scene.pick(INCLUDES) }],
  ({ pick, below }) => write(pick(RELATIVES), `More ${below(99)}.\n`),
  ({ pick, below }) => write(pick(RELATIVES), `More ${below(99)}.\n`),
  ({ pick }) => [{ kind: "remove", path: pick(RELATIVES) }],
];

export const FILE_EDITS: readonly Edit[] = [
  ({ pick, below }) =>
    write("_data/people.yml", pick([`- name: Ada ${below(9)}\n`, "- name: Bob\n", "- {}\n"])),
  ({ pick }) => write("_data/facts.json", `{"value": ${pick(["1", "2", '"x"', "-0.0", "null"])}}\n`),
  ({ pick }) => write("_data/facts.yml", `value: ${pick([".inf", ".nan", "-0.0", "0", "null"])}\n`),
  ({ below }) => write("_data/table.csv", `a,b\n1,${below(9)}\n`),
  ({ below }) => write("_data/authors.yml", `ada: {name: Ada ${below(9)}, url: 'https://ada.example'}\n`),
  ({ pick }) => [
    { kind: "remove", path: `_data/${pick(["people.yml", "facts.yml", "facts.json", "authors.yml"])}` },
  ],
  ({ pick }) => write("_sass/_part.scss", `$c: ${pick(["red", "blue", "rgb("])};\n`),
  ({ pick }) => write("shared.scss", `$c: ${pick(["green", "gray"])};\n`),
  () => write("_sass/_part.scss", "@import '../shared';\n"),
  () => [{ kind: "remove", path: "_sass/_part.scss" }],
  ({ pick }) =>
    write("css/main.scss", `---\n---\n@import 'part';\nbody { color: ${pick(["$c", "black", "$d"])} }\n`),
  ({ below }) => write("img/one.png", pngOf(1 + below(4), 6)),
  ({ below }) => write("img/two.svg", svgOf(1 + below(4), 4)),
  ({ pick }) => [{ kind: "remove", path: pick(["img/one.png", "img/two.svg", "a.txt"]) }],
  ({ below }) => write("a.txt", `A file ${below(9)}.\n`),
  ({ below }) => [{ kind: "write", path: "a.txt", text: `A file ${below(9)}.\n`, keepsTime: true }],
  ({ below }) => [{ kind: "replace", path: "a.txt", text: `A file ${below(9)}.\n` }],
  ({ below }) => [{ kind: "touch", path: "a.txt", modifiedMs: Date.UTC(2025, below(12), 1) }],
  ({ pick, below }) => write(`static/${pick(["robots.txt", "favicon.svg", "a.txt"])}`, `# ${below(9)}\n`),
  ({ pick }) => [{ kind: "remove", path: `static/${pick(["robots.txt", "favicon.svg", "a.txt"])}` }],
];

function layoutText(scene: Scene): string {
  const outer = scene.pick([
    "",
    "layout: default\n",
    "layout: own\n",
    "",
    "layout: default\n",
    scene.chance(0.3) ? "layout: missing\n" : "",
  ]);
  return `---\n${outer}color: c${scene.below(5)}\n---\n<main>{{ content }}\n${templateOf(scene)}</main>\n`;
}
