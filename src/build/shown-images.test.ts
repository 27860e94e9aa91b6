/** Which images get their sizes on a page is decided by its texts, and follows each edit of them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertEditHolds } from "../testing/incremental/assert-edit-holds.js";

const CONFIG = "title: Images\nurl: https://images.example\n";

test("an image of a layout gets its size on a page as soon as the body of that page names it, too", async (context) => {
  const svg = "<svg width='3' height='4'/>\n";
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_layouts/page.html": "{{ content }}<img src='/image.svg'>",
      "a.md": "---\nlayout: page\n---\nText.\n",
      "b.md": "---\nlayout: page\n---\nText.\n",
      "c.md": "---\nlayout: page\n---\n![Other](/other.svg)\n",
      "image.svg": svg,
      "other.svg": svg,
    },
    { "b.md": "---\nlayout: page\n---\n![Image](/image.svg)\n" },
  );
  const sized = Object.keys(files).filter((name) => /image\.svg' [^>]*width="3"/.test(files[name] ?? ""));
  assert.deepEqual(sized, ["b.html"]);
});

test("an image of a layout gets its size as soon as a text that the page shows an excerpt of names it", async (context) => {
  const post = (text: string): string => `---\nlayout: none\n---\nFirst.\n\n${text}\n`;
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_layouts/list.html": "{% for one in site.posts %}{{ one.excerpt }}{% endfor %}<img src='/image.svg'>",
      "list.md": "---\nlayout: list\n---\n",
      "_posts/2024-01-01-a.md": post("Second."),
      "image.svg": "<svg width='3' height='4'/>\n",
    },
    { "_posts/2024-01-01-a.md": post("![Second](/image.svg)") },
  );
  assert.match(files["list.html"] ?? "", /First[\s\S]*image\.svg' width="3"/);
});

test("an image of a layout gets its size as soon as the Liquid of the body reads a text that names it", async (context) => {
  const post = (text: string): string => `---\nlayout: none\n---\n${text}\n`;
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_layouts/list.html": "{{ content }}<img src='/image.svg'>",
      "list.md": "---\nlayout: list\n---\n{% assign unused = site.posts.first.content %}Text.\n",
      "_posts/2024-01-01-a.md": post("Text."),
      "image.svg": "<svg width='3' height='4'/>\n",
    },
    { "_posts/2024-01-02-b.md": post("![Image](/image.svg)") },
  );
  assert.match(files["list.html"] ?? "", /image\.svg' width="3"/);
});

test("a page without Markdown knows the sizes of images in the texts that its Liquid shows", async (context) => {
  const { files } = await assertEditHolds(
    context,
    {
      "_config.yml": CONFIG,
      "_layouts/outer.html": "{% for one in site.pages %}{{ one.content }}{% endfor %}",
      "list.html": "---\nlayout: null\n---\n{% for one in site.posts %}{{ one.content }}{% endfor %}",
      "outer.md": "---\nlayout: outer\n---\n",
      "_posts/2024-01-01-a.md": "---\nlayout: none\n---\n![Image](/image.svg)\n",
      "image.svg": "<svg width='3' height='4'/>\n",
    },
    { "image.svg": "<svg width='5' height='4'/>\n" },
  );
  for (const name of ["list.html", "outer.html"])
    assert.match(files[name] ?? "", /image\.svg" [^>]*width="5"/);
});
