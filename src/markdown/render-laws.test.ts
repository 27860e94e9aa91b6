/** What a body becomes depends on nothing but itself and the options: not on other bodies, their order, or the thread. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { Worker } from "node:worker_threads";
import type { RenderRequest } from "../model/rendered.js";
import { createRandom } from "../testing/create-random.js";
import { exampleConfig } from "../testing/example-site.js";
import { generateMathBody } from "../testing/generate-math-posts.js";
import { createMarkdownRenderer, type MarkdownRenderer } from "./create-markdown-renderer.js";

const { math, code } = exampleConfig();
const OPTIONS = {
  math: { ...math, macros: { R: "\\mathbb{R}", norm: ["\\lVert #1 \\rVert", 1] as const } },
  code,
};

/** Bodies that would change others if anything leaked: definitions, labels, faults, and the same formulas without. */
const LEAKY: readonly string[] = [
  "$\\newcommand{\\mine}{a+b}$ $\\mine^2$",
  "$\\mine^2$ and $\\R$ and $\\norm{x}$",
  "$\\renewcommand{\\R}{R} \\R$ then $\\R$",
  "$\\def\\norm#1{|#1|} \\norm{x}$",
  "$\\norm{x} + \\alpha$ $\\R$",
  "$\\let\\alpha\\beta \\alpha$",
  "$\\DeclareMathOperator{\\rank}{rank} \\rank A$",
  "$\\rank A$",
  "$\\definecolor{ours}{RGB}{255,0,0} \\color{ours} x$",
  "$\\color{ours} x$ $y$",
  "$$\n\\definecolor{ours}{RGB}{0,255,0}\n$$\n\n$\\color{ours} x$ $y$",
  "$\\newenvironment{twice}{2(}{)} \\begin{twice} x \\end{twice}$",
  "$\\begin{twice} x \\end{twice}$",
  "$$\n\\begin{equation} x \\label{eq:one} \\end{equation}\n$$\n\n$\\eqref{eq:one}$",
  "$$\n\\begin{equation} y \\label{eq:one} \\tag{A} \\end{equation}\n$$\n\n$\\ref{eq:one}$",
  "$\\eqref{eq:one}$ and $\\ref{eq:two}$",
  "$\\alpa$ $\\frac{1}$ $a^2^3$",
  "$x^2$ $$x^2$$\n\n$$x^2$$\n\n$$\nx^2\n$$",
  "$\\Newextarrow{\\xours}{5,5}{0x21C0} \\xours{a}$",
  "$\\xours{a}$ $\\xrightarrow{a}$",
  "$\\ce{H2O}$ $\\ket{\\psi}$ $\\mathtoolsset{showonlyrefs} x$",
  "$\\require{cancel} \\cancel{x}$ $\\cancel{y}$",
  "```pyton\nx\n```\n\n```python\nx = 1\n```\n\n`$x$`",
  "```js\nlet a = b;\n```\n\n# A\n\n# A {#b}\n\n[^1]\n\n[^1]: $x^2$",
];

const postsDir = new URL("../../_posts/", import.meta.url);
const TEXTS: readonly string[] = [
  ...LEAKY,
  ...readdirSync(postsDir)
    .sort()
    .map((file) => readFileSync(new URL(file, postsDir), "utf8")),
  ...Array.from({ length: 20 }, (_, number) => generateMathBody(number)),
];

const REQUESTS: readonly RenderRequest[] = TEXTS.map((text, index) => ({
  path: `_posts/${index}.md`,
  text,
  lineOrigins: text.split("\n").map((_, line) => line + 1),
  excerptSeparator: "\n\n",
}));

const write = (renderer: MarkdownRenderer, request: RenderRequest): string =>
  JSON.stringify(renderer.render(request));

function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

describe("a body becomes the same", () => {
  /** By path, as each body comes out of a renderer that has met them in the order of the list. */
  let expected: ReadonlyMap<string, string> = new Map();

  before(async () => {
    const renderer = await createMarkdownRenderer(OPTIONS);
    expected = new Map(REQUESTS.map((request) => [request.path, write(renderer, request)]));
  });

  /** Not `equal`, whose report of two long lines takes minutes to read. */
  const check = (request: RenderRequest, written: string | undefined): void => {
    assert.ok(written !== undefined && written === expected.get(request.path), request.text);
  };

  test("again and again, in any order", async () => {
    const random = createRandom(7);
    const renderer = await createMarkdownRenderer(OPTIONS);
    for (let round = 0; round < 6; round++)
      for (const request of shuffle(REQUESTS, random)) check(request, write(renderer, request));
  });

  test("alone, in a renderer that has seen nothing else", async () => {
    for (const request of REQUESTS.slice(0, LEAKY.length))
      check(request, write(await createMarkdownRenderer(OPTIONS), request));
  });

  test("beside titles and fragments that hold formulas of their own", async () => {
    const renderer = await createMarkdownRenderer(OPTIONS);
    const random = createRandom(11);
    for (const request of shuffle(REQUESTS, random)) {
      const [title = "", fragment = ""] = shuffle(LEAKY, random);
      renderer.renderInline(title);
      renderer.renderFragment(fragment);
      check(request, write(renderer, request));
    }
  });

  test("in a thread of its own", async () => {
    const requests = shuffle(REQUESTS, createRandom(13));
    const worker = new Worker(new URL("../testing/render-worker.js", import.meta.url), {
      workerData: { options: OPTIONS, requests },
    });
    const [written] = (await once(worker, "message")) as [readonly string[]];
    await worker.terminate();
    assert.equal(written.length, requests.length);
    for (const [index, request] of requests.entries()) check(request, written[index]);
  });
});

test("a formula becomes the same with any others beside it", async () => {
  const renderer = await createMarkdownRenderer(OPTIONS);
  const formulas = ["x^2", "\\frac{a}{b}", "\\R", "\\sum_i i", "\\norm{v}", "\\text{if } x", "\\sqrt[3]{y}"];
  const htmlOf = (texts: readonly string[]): readonly string[] =>
    renderer
      .render({
        ...{ path: "a.md", lineOrigins: [], excerptSeparator: "" },
        text: texts.map((tex) => `$${tex}$`).join("\n\n"),
      })
      .html.split("\n");
  const alone = new Map(formulas.map((tex) => [tex, htmlOf([tex])[0]]));
  const random = createRandom(17);
  for (let round = 0; round < 20; round++) {
    const some = shuffle([...formulas, ...formulas], random).slice(0, 8);
    assert.deepEqual(
      htmlOf(some),
      some.map((tex) => alone.get(tex)),
    );
  }
});
