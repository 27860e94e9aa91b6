/** The site that edits start from: something of everything, and small. */
import { createRandom } from "../create-random.js";
import { SITE_FRAGMENTS } from "./fragments.js";
import { applyOperation } from "./operation.js";
import { createScene } from "./scene.js";

/** A picture of which only the size is there, as Latin 1. */
export function pngOf(width: number, height: number): string {
  const number = (value: number): string => String.fromCharCode(0, 0, value >> 8, value & 255);
  return `\x89PNG\r\n\x1a\n${number(13)}IHDR${number(width)}${number(height)}\x08\x06\x00\x00\x00${number(0)}`;
}

export function svgOf(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>\n`;
}

export const CONFIG_LINES: Readonly<Record<string, string>> = {
  title: "Laws of $x$",
  url: "https://laws.example",
  baseurl: "/blog",
  timezone: "Europe/Berlin",
  paginate: "2",
  collections: "{notes: {output: true}}",
};

export function configOf(lines: Readonly<Record<string, string>>): string {
  return Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("");
}

const DOCUMENTS_AND_FILES: Readonly<Record<string, string>> = {
  "_config.yml": configOf(CONFIG_LINES),
  "index.html":
    "---\nlayout: default\ntitle: Home\n---\n{% for p in paginator.posts %}{{ p.title }} {% endfor %}\n",
  "alpha.md": "---\ntitle: About\n---\nAbout $x^2$. {{ site.posts.size }}\n",
  "feed-like.xml": "---\n---\n{% for p in site.posts %}<p>{{ p.excerpt | xml_escape }}</p>{% endfor %}\n",
  "_posts/2024-01-15-alpha.md":
    "---\ntitle: First\ncategories: math\ntags: [a, b]\nmood: beta\n---\nThe sum $\\sum_i x_i$.\n",
  "_posts/2024-02-15-beta.md":
    "---\ntitle: Second\ncategories: [math, code]\ndate: 2024-02-29 23:30\n---\n{{ page.previous.excerpt }}\n",
  "_posts/2024-03-15-gamma.md":
    "---\ntitle: Third\ntags: b\nauthor: ada\nlayout: post\n---\n## Heading\n\n![One](/img/one.png)\n",
  "_posts/2026-12-05-delta.md": "---\ntitle: Future\n---\nNot yet.\n",
  "_drafts/epsilon.md": "---\ntitle: Idea\n---\nA draft.\n",
  "_notes/alpha.md": "---\ntitle: Note\n---\nA note.\n",
  "_posts/2024-04-15-delta.html": "---\n---\n{% include_relative more/_alpha.md %}{% include alpha.html %}\n",
  "reads/_alpha.md": "Beside.\n",
  "_posts/2024-04-20-terms.md":
    "---\nlayout: terms\ncategories: math\ntags: b\ntitel: Wrong\n---\nNamed by others. $\\unknown$\n",
  "_layouts/terms.html": "{{ page.category_links | jsonify }}{{ page.tag_links | jsonify }}\n",
  "_posts/2024-04-16-near.md": "---\nlayout: near\n---\nAfter one that includes.\n",
  "_layouts/near.html": "{{ page.previous.content }}{{ page.previous.word_count }}\n",
  "_posts/more/_alpha.md": "More.\n",
  "_layouts/own.html":
    "---\nlayout: inner\ncolor: red\n---\n{{ content }}{% include beta.html %}{{ layout.color }}\n",
  "_layouts/inner.html": "<main>{{ content }}</main>{{ page.next.title_html }}\n",
  "_includes/beta.html": "<b>{% include alpha.html text='nested' %}{{ page.title_text }}</b>\n",
  "beta.md": "---\nlayout: own\n---\n[A post](/_posts/2024-01-15-alpha.md), ![two](/img/two.svg)\n",
  "_includes/alpha.html": "<i>{{ include.text }}</i>\n",
  "_data/people.yml": "- name: Ada\n",
  "_data/facts.json": '{"value": 1}\n',
  "_data/table.csv": "a,b\n1,2\n",
  "_data/authors.yml": "ada: {name: Ada L.}\n",
  "_sass/_part.scss": "$c: red;\n",
  "css/main.scss": "---\n---\n@import 'part';\nbody { color: $c }\n",
  "img/one.png": pngOf(8, 6),
  "img/two.svg": svgOf(3, 4),
  "a.txt": "A file.\n",
};

/** What the last step over a page asks of the site. */
const LINKING = [
  '<a href="/a.txt">A file</a>',
  '<a href="2024-01-15-alpha.md">A post by its name</a>',
  '<a href="/_posts/2024-02-15-beta.md">A post by its path</a>',
  '{% for p in site.posts %}{{ p.excerpt | size }}{% endfor %}<img src="/img/one.png">',
  '{{ site.posts.last.content }}<img src="/img/two.svg">',
  "{% include_relative _alpha.md %}",
];

/**
 * For each way to read the site a page that reads nothing else, so that whatever is not noted of it is missed. No edit
 * changes these pages.
 */
function createReaders(): Readonly<Record<string, string>> {
  const scene = createScene(DOCUMENTS_AND_FILES, createRandom(7));
  const texts = [
    ...SITE_FRAGMENTS.map((fragment) => fragment({ ...scene, chance: () => false })),
    ...LINKING,
  ];
  return Object.fromEntries(
    texts.map((text, index) => [`reads/${index}.html`, `---\nlayout: none\n---\n${text}\n`]),
  );
}

export const PROVING_SITE: Readonly<Record<string, string>> = { ...DOCUMENTS_AND_FILES, ...createReaders() };

export function writeProvingSite(sourceDir: string): void {
  for (const [path, text] of Object.entries(PROVING_SITE)) {
    applyOperation({ kind: "write", path, text }, { sourceDir, destinationDirs: [] });
  }
}
