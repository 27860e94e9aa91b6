/** What a whole site holds for each value of `math.output`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBuildSession } from "../build/create-build-session.js";
import { buildSite, buildTinySite } from "./build-tiny-site.js";
import { writeFiles } from "./temporary-folder.js";

const PAGE = "2024/01/01/a.html";
const SHEET = "assets/postulate/math.css";

function siteWith(output: string): Readonly<Record<string, string>> {
  return {
    "_config.yml": `title: T\nurl: https://example.org\nbaseurl: /blog\nmath: {output: ${output}}`,
    "_posts/2024-01-01-a.md": "---\ntitle: A\n---\nSo $x^2$ and\n\n$$\\sum_{i=1}^n i$$",
    "_posts/2024-01-02-b.md": "No formula.",
  };
}

function fontsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(files).filter((path) => path.endsWith(".woff"));
}

test("chtml: the site serves the fonts that its style sheet names, and asks no other host", async (context) => {
  const { files, result } = await buildTinySite(context, siteWith("chtml"), { check: true });
  assert.deepEqual(result.diagnostics, []);
  const sheet = files[SHEET] ?? "";
  const named = Array.from(sheet.matchAll(/url\("(fonts[^"]+)"\)/g), ([, url]) => `assets/postulate/${url}`);
  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter((path) => !fontsOf(files).includes(path)),
    [],
  );
  const page = files[PAGE] ?? "";
  assert.match(page, /<link rel="stylesheet" href="\/blog\/assets\/postulate\/math\.css">/);
  assert.match(page, /<style class="math-glyphs">mjx-c\./);
  assert.doesNotMatch(page + sheet, /<use|url\("?https?:/);
  assert.equal(page.match(/<math[ >]/g)?.length, 2);
  // A page without formulas carries nothing for them.
  assert.doesNotMatch(files["2024/01/02/b.html"] ?? "", /math-glyphs|math\.css/);
});

test("svg and mathml: no font is written", async (context) => {
  const drawn = await buildTinySite(context, siteWith("svg"));
  const plain = await buildTinySite(context, siteWith("mathml"));
  assert.deepEqual([...fontsOf(drawn.files), ...fontsOf(plain.files)], []);
  assert.match(drawn.files[PAGE] ?? "", /<svg class="math-glyphs"/);
  assert.doesNotMatch(plain.files[PAGE] ?? "", /math-glyphs|mjx-container/);
});

test("a build after the output was changed equals a clean one", async (context) => {
  const { files: clean } = await buildTinySite(context, siteWith("chtml"));
  const session = createBuildSession();
  const { sourceDir } = await buildTinySite(context, siteWith("svg"), { session });
  writeFiles(sourceDir, siteWith("chtml"));
  assert.deepEqual((await buildSite(sourceDir, { session })).files, clean);
});
