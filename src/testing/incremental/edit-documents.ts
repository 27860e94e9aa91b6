/** Edits of posts, pages, drafts and documents of collections, as authors make them. */
import { postPath, proseOf, TERMS, WORDS } from "./fragments.js";
import type { Operation } from "./operation.js";
import type { Scene } from "./scene.js";

type Edit = (scene: Scene) => readonly Operation[];

const DOCUMENTS = /^(?:_posts\/20|_drafts\/|_notes\/|sub\/|later\/|[a-z]+\.(?:md|html)$)/;

const REFERRED = /^_posts\/2024-0[123]-15-(?:alpha|beta|gamma)\.md$/;

/** Each by itself leaves a site that can be read, most of them one without errors. */
export const DOCUMENT_EDITS: readonly Edit[] = [
  (scene) => onDocument(scene, (text) => `${text}\n${proseOf(scene)}\n`),
  (scene) => onDocument(scene, (text) => `${headOf(text)}${proseOf(scene)}\n`),
  (scene) => onDocument(scene, (text) => `${headOf(text)}Short.\n`),
  (scene) => onDocument(scene, (text) => setKey(text, ...keyAndValue(scene))),
  (scene) => onDocument(scene, (text) => setKey(text, ...keyAndValue(scene))),
  (scene) => onDocument(scene, (text) => setKey(text, scene.pick(KEYS), null)),
  (scene) => onDocument(scene, turnKeysAround),
  (scene) => onDocument(scene, sameLength, "keepsTime"),
  (scene) => replaceDocument(scene),
  (scene) => renameDocument(scene),
  (scene) => [{ kind: "remove", path: pickDocument(scene) }],
  (scene) => [{ kind: "folder", path: scene.pick(LATER) }],
  (scene) => [addDocument(scene)],
  (scene) => [addDocument(scene)],
  (scene) => [
    {
      kind: "touch",
      path: pickDocument(scene),
      modifiedMs: Date.UTC(2025, scene.below(12), 1, 1, 2, 3, 456),
    },
  ],
];

/** Folders that may be there before their first file is. */
const LATER = ["_posts/later", "later", "later/_posts", "_notes/later"];

const VALUES: Readonly<Record<string, Edit | ((scene: Scene) => string)>> = {
  title: ({ below }: Scene) => `Title ${below(9)} of $y$`,
  categories: ({ pick }: Scene) => `[${pick(TERMS)}, ${pick(TERMS)}]`,
  tags: ({ pick }: Scene) => pick(["a", "b", "[A, b]", "[]"]),
  date: ({ below }: Scene) => `2024-0${1 + below(9)}-02 0${below(9)}:30`,
  layout: ({ pick }: Scene) =>
    pick(["default", "post", "post", "default", "own", "inner", "none", "missing"]),
  mood: ({ pick }: Scene) => pick(WORDS),
  number: ({ pick }: Scene) => pick(["1", "3", "0", "-0.0", ".inf", "-.inf", ".nan", "null"]),
  published: ({ pick }: Scene) => pick(["true", "false"]),
  permalink: ({ pick }: Scene) => pick(["/same.html", "/own/", "/:title/", "/at/:title.html"]),
  excerpt: ({ below }: Scene) => `"An *excerpt* ${below(9)}"`,
  excerpt_separator: () => '"<!--more-->"',
  description: ({ below }: Scene) => `Described ${below(9)}`,
  redirect_from: ({ pick }: Scene) => `/old-${pick(WORDS)}/`,
  image: ({ pick }: Scene) => pick(["/img/one.png", "/img/two.svg"]),
  author: ({ pick }: Scene) => pick(["ada", "Bob"]),
  last_modified_at: ({ below }: Scene) => `2025-01-0${1 + below(9)}`,
  math: ({ pick }: Scene) => `{macros: {R: '${pick(["\\mathbb{R}", "\\mathbf{R}"])}'}}`,
  sitemap: () => "false",
  render_with_liquid: ({ pick }: Scene) => pick(["true", "false"]),
  slug: ({ pick }: Scene) => pick(WORDS),
};
/** Those that more than the document itself shows come up more often. */
const KEYS = [...Object.keys(VALUES), "title", "title", "date", "date", "permalink", "categories", "mood"];

function keyAndValue(scene: Scene): [key: string, value: string] {
  const key = scene.pick(KEYS);
  return [key, String(VALUES[key]?.(scene))];
}

/** Those that others refer to are edited as often as all the rest. */
function pickDocument(scene: Scene): string {
  const paths = scene.paths(scene.chance(0.5) ? REFERRED : DOCUMENTS);
  return paths.length === 0 ? postPath("alpha", 1) : scene.pick(paths);
}

function onDocument(
  scene: Scene,
  change: (text: string) => string,
  time?: "keepsTime",
): readonly Operation[] {
  const path = pickDocument(scene);
  const text = change(scene.files.get(path) ?? "---\ntitle: Again\n---\nAgain.\n");
  return [{ kind: "write", path, text, keepsTime: time !== undefined }];
}

function replaceDocument(scene: Scene): readonly Operation[] {
  const path = pickDocument(scene);
  return [{ kind: "replace", path, text: sameLength(scene.files.get(path) ?? "Text.\n") }];
}

function renameDocument(scene: Scene): readonly Operation[] {
  return [{ kind: "rename", path: pickDocument(scene), to: newPath(scene) }];
}

function addDocument(scene: Scene): Operation {
  const keys = Array.from({ length: scene.below(4) }, () => keyAndValue(scene));
  const head = Object.entries(Object.fromEntries([["title", `New ${scene.below(50)}`], ...keys]));
  const lines = head.map(([key, value]) => `${key}: ${value}\n`).join("");
  return { kind: "write", path: newPath(scene), text: `---\n${lines}---\n${proseOf(scene)}\n` };
}

function newPath({ pick, below }: Scene): string {
  const word = pick(WORDS);
  return pick([
    postPath(word, 1 + below(4)),
    postPath(word, 1 + below(4)),
    `sub/_posts/2024-05-05-${word}.md`,
    `_posts/2026-12-0${1 + below(5)}-${word}.md`,
    `_posts/2024-06-06-${word}.html`,
    `_drafts/${word}.md`,
    `_notes/${word}.md`,
    `${word}.md`,
    `${word}.html`,
    `${pick(LATER)}/2024-07-07-${word}.md`,
    `${pick(LATER)}/2024-07-07-${word}.md`,
  ]);
}

function headOf(text: string): string {
  return /^---\n.*?\n---\n/s.exec(text)?.[0] ?? "---\ntitle: Headless\n---\n";
}

function setKey(text: string, key: string, value: string | null): string {
  const lines = headOf(text).split("\n").slice(1, -2);
  const others = lines.filter((line) => !line.startsWith(`${key}:`));
  const all = value === null ? others : [...others, `${key}: ${value}`];
  return `---\n${all.map((line) => `${line}\n`).join("")}---\n${text.slice(headOf(text).length)}`;
}

/** The same keys on other lines. */
function turnKeysAround(text: string): string {
  const head = headOf(text);
  const lines = head.split("\n").slice(1, -2).reverse();
  return `---\n${lines.map((line) => `${line}\n`).join("")}---\n${text.slice(head.length)}`;
}

/** Other content of the same length. */
function sameLength(text: string): string {
  return text.replace(/[a-z](?=[^a-z]*$)/, (letter) => (letter === "x" ? "y" : "x"));
}
