/** The site of builds that are killed: enough text for threads, every page another one after each edit. */
import { generateMathPost } from "../generate-math-posts.js";

type Files = Readonly<Record<string, string | Uint8Array | null>>;

const POSTS = 8;

/** Costs little to render, and counts for how many threads a text is worth. */
const REMARK = `\n\n<!-- ${"A remark that is long. ".repeat(1400)} -->\n`;

export function createKilledSite(): Readonly<Record<string, string | Uint8Array>> {
  const posts = Array.from({ length: POSTS }, (_, number) => generateMathPost(number));
  return {
    "_config.yml": "title: Killed\nurl: https://killed.example\nkeep_files: [kept]\n",
    "_layouts/post.html": layoutOf(0),
    "large.bin": new Uint8Array(2_000_000).fill(7),
    "a.txt": "A file.\n",
    "b/index.md": "---\ntitle: B\n---\nA folder.\n",
    ...Object.fromEntries(posts.map(({ path, text }) => [path, text + REMARK])),
  };
}

/** What has to go before an edit, since a folder takes the place of a file there, or a file that of a folder. */
export const IN_THE_WAY: Files = { "a.txt": null, b: null };

/** Something becomes other, something is new, something goes, and a file and a folder change places. */
export function editKilledSite(number: number): Files {
  const added = generateMathPost(1000 + number);
  const before = generateMathPost(999 + number);
  const edited = generateMathPost(number % POSTS);
  const isFolder = number % 2 === 1;
  return {
    "_layouts/post.html": layoutOf(number),
    "large.bin": new Uint8Array(2_000_000 + number).fill(number),
    [edited.path]: `${edited.text}More in $x^{${number}}$.${REMARK}`,
    [before.path]: null,
    [added.path]: added.text,
    ...(isFolder
      ? { "a.txt/index.md": "---\ntitle: A\n---\nA folder now.\n", b: "A file now.\n" }
      : { "a.txt": "A file.\n", "b/index.md": "---\ntitle: B\n---\nA folder.\n" }),
  };
}

function layoutOf(number: number): string {
  return `<h1>{{ page.title }}, ${number}</h1>{{ content }}{{ page.next.title }}\n`;
}
