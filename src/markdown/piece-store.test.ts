import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { exampleConfig } from "../testing/example-site.js";
import { generateMathBody } from "../testing/generate-math-posts.js";
import { createMarkdownRenderer, type MarkdownOptions } from "./create-markdown-renderer.js";
import { PIECE_FORMAT, type PieceStore } from "./piece-store.js";

const { math, code } = exampleConfig();
const OPTIONS = { math: { ...math, macros: { R: "\\mathbb{R}" } }, code };

const BODY = [
  "$x^2$ and $\\R$ and $\\alpa$, $$\\frac{a}{b}$$, `x = 1`{:.python}",
  "$$\n\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}\n$$",
  '```python title="a.py" {2}\nimport os\nprint(os.name)\n```',
  "```\nplain\n```",
  "```ansi\n\u001b[31mred\u001b[0m\n```",
].join("\n\n");

interface FilledStore extends PieceStore {
  readonly values: Map<string, string>;
  /** Keys that were asked for in vain. */
  readonly missed: string[];
}

function createStore(values = new Map<string, string>()): FilledStore {
  const missed: string[] = [];
  return {
    values,
    missed,
    get(key) {
      if (!values.has(key)) missed.push(key);
      return values.get(key);
    },
    set: (key, value) => values.set(key, value),
    load: (_name, load) => load(),
  };
}

async function renderPage(options: MarkdownOptions, text = BODY): Promise<string> {
  const renderer = await createMarkdownRenderer(options);
  const body = renderer.render({ path: "a.md", text, lineOrigins: [], excerptSeparator: "\n\n" });
  return JSON.stringify([body, renderer.collectGlyphs(body.html), renderer.styleSheets]);
}

describe("a store of pieces", () => {
  test("changes nothing, neither while it is filled nor when it is full", async () => {
    const expected = await renderPage(OPTIONS);
    const store = createStore();
    assert.equal(await renderPage({ ...OPTIONS, pieces: store }), expected);
    assert.ok(store.values.size > 10, `${store.values.size}`);
    const full = createStore(store.values);
    assert.equal(await renderPage({ ...OPTIONS, pieces: full }), expected);
    assert.deepEqual(full.missed, []);
  });

  test("keeps MathJax and the grammars from being loaded", async () => {
    const store = createStore();
    const expected = await renderPage({ ...OPTIONS, pieces: store });
    const script = `
      import { createRequire } from "node:module";
      import { createMarkdownRenderer } from ${JSON.stringify(new URL("create-markdown-renderer.js", import.meta.url))};
      const { options, text, values } = JSON.parse(process.argv[1]);
      const kept = new Map(values);
      const store = { get: (key) => kept.get(key), set() {}, load: (_name, load) => load() };
      const renderer = await createMarkdownRenderer({ ...options, pieces: store });
      const body = renderer.render({ path: "a.md", text, lineOrigins: [], excerptSeparator: "\\n\\n" });
      const page = JSON.stringify([body, renderer.collectGlyphs(body.html), renderer.styleSheets]);
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      process.stdout.write(JSON.stringify({ page, loaded }));
    `;
    const input = JSON.stringify({ options: OPTIONS, text: BODY, values: [...store.values] });
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "--eval", script, "--", input],
      { encoding: "utf8" },
    );
    assert.equal(stderr, "");
    const { page, loaded } = JSON.parse(stdout) as { page: string; loaded: string[] };
    assert.equal(page, expected);
    assert.deepEqual(
      loaded.filter((file) => /mathjax-full.*\.js$|create-tokenizer|@shikijs.langs/.test(file)),
      [],
    );
  });

  test("has nothing for other options", async () => {
    const store = createStore();
    await renderPage({ ...OPTIONS, pieces: store });
    const size = store.values.size;
    for (const options of [
      { ...OPTIONS, math: { ...math, macros: { R: "R" } } },
      { ...OPTIONS, math: { ...OPTIONS.math, output: "mathml" as const } },
      { ...OPTIONS, math: { ...OPTIONS.math, packages: ["physics"] } },
      { ...OPTIONS, code: { ...code, darkTheme: "nord" } },
    ]) {
      const other = createStore(new Map(store.values));
      assert.equal(await renderPage({ ...options, pieces: other }), await renderPage(options));
      assert.ok(other.values.size > size && other.missed.length > 0);
    }
  });

  test("is not asked for what depends on its text: numbers, labels, references, definitions", async () => {
    const store = createStore();
    const numbered = { ...OPTIONS, math: { ...OPTIONS.math, tags: "ams" as const }, pieces: store };
    const text = "$$\n\\begin{equation} x \\label{eq:a} \\end{equation}\n$$\n\n$y = \\eqref{eq:a}$ $\\no$";
    await renderPage(numbered, text);
    await renderPage(numbered, "$\\def\\mine{1} \\mine$ $x$");
    assert.deepEqual(
      [...store.values.keys()].filter((key) => key.includes('"formula"')),
      [],
    );
  });

  test("may be spoiled: what is no such value is made again", async () => {
    const store = createStore();
    const expected = await renderPage({ ...OPTIONS, pieces: store });
    for (const value of ["", "{", "null", "[1]", '{"message":1}']) {
      const spoiled = createStore(new Map([...store.values.keys()].map((key) => [key, value])));
      assert.equal(await renderPage({ ...OPTIONS, pieces: spoiled }), expected);
      assert.deepEqual(spoiled.values, store.values);
    }
  });
});

/**
 * What `PIECE_FORMAT` stands for. When this test fails, the digest is to be replaced, and the number raised unless it was
 * a package's new version that changed the pieces.
 */
const FORMAT = { number: 2, digest: "a2efec6b1378d36b" };

test("a change of what pieces become raises their format's number", async () => {
  const store = createStore();
  const bodies = Array.from({ length: 10 }, (_, number) => generateMathBody(number));
  await renderPage({ ...OPTIONS, pieces: store }, [BODY, ...bodies].join("\n\n"));
  const values = [...store.values.values()].sort();
  const digest = createHash("sha256").update(values.join("\n")).digest("hex").slice(0, 16);
  assert.deepEqual({ number: PIECE_FORMAT, digest }, FORMAT);
});
