/** Environments of amsmath by name, bare as authors write them: `\begin{align}` … without any delimiter. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exampleConfig } from "../testing/example-site.js";
import { createMarkdownRenderer } from "./create-markdown-renderer.js";

const { math, code } = exampleConfig();
const renderer = await createMarkdownRenderer({ math: { ...math, tags: "ams" }, code });

/** The environments that stand at the top level, what one holds, and how many numbers that gives. */
const TOP_LEVEL: readonly (readonly [name: string, body: string, numbers: number])[] = [
  ["equation", "a = b", 1],
  ["equation*", "a = b", 0],
  ["align", "a &= b \\\\\nc &= d", 2],
  ["align*", "a &= b \\\\\nc &= d", 0],
  ["alignat", "{2}\na &= b & c &= d", 1],
  ["alignat*", "{2}\na &= b & c &= d", 0],
  ["flalign", "a &= b & c &= d", 1],
  ["flalign*", "a &= b & c &= d", 0],
  ["gather", "a = b \\\\\nc = d", 2],
  ["gather*", "a = b \\\\\nc = d", 0],
  ["multline", "a + b \\\\\n+ c", 1],
  ["multline*", "a + b \\\\\n+ c", 0],
  ["eqnarray", "a &=& b \\\\\nc &=& d", 2],
  ["eqnarray*", "a &=& b \\\\\nc &=& d", 0],
  ["xalignat", "{2}\na &= b & c &= d", 1],
  ["xalignat*", "{2}\na &= b & c &= d", 0],
  ["xxalignat", "{2}\na &= b & c &= d", 0],
];

/** Those that stand inside of others, or alone where nothing has to be numbered. */
const INNER: readonly (readonly [name: string, body: string])[] = [
  ["split", "a &= b \\\\\n&= c"],
  ["aligned", "a &= b \\\\\nc &= d"],
  ["alignedat", "{2}\na &= b & c &= d"],
  ["gathered", "a \\\\\nb"],
  ["multlined", "a \\\\\nb"],
  ["cases", "a & b \\\\\nc & d"],
  ["dcases", "a & b \\\\\nc & d"],
  ["rcases", "a & b \\\\\nc & d"],
  ["array", "{cc}\na & b \\\\\nc & d"],
  ["subarray", "{c}\na \\\\\nb"],
  ["CD", "A @>>> B"],
  ...["matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix"].map(
    (name) => [name, "a & b \\\\\nc & d"] as const,
  ),
];

/** What LaTeX has and MathJax 3 has not. */
const UNKNOWN: readonly (readonly [name: string, body: string])[] = [
  ["subequations", "\\begin{align}\na &= b\n\\end{align}"],
  ["xxalignat*", "{2}\na &= b & c &= d"],
  ["math", "a"],
  ["displaymath", "a"],
  ["dmath", "a = b"],
  ["tikzpicture", "\\draw"],
];

function write(name: string, body: string): string {
  const isArgument = body.startsWith("{");
  return `\\begin{${name}}${isArgument ? "" : "\n"}${body}\n\\end{${name}}`;
}

function render(text: string) {
  const body = renderer.render({ ...{ path: "a.md", text, lineOrigins: [], excerptSeparator: "" } });
  const tex = Array.from(body.html.matchAll(/x-tex">([\s\S]*?)<\/annotation>/g), ([, found = ""]) =>
    found.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
  const displays = body.html.match(/<math display="block">/g)?.length ?? 0;
  const numbers = body.html.match(/<mtext>\(\d+\)<\/mtext>/g)?.length ?? 0;
  const faults = body.diagnostics.map((fault) => `${fault.code} ${fault.place?.line}: ${fault.message}`);
  return { tex, displays, numbers, faults };
}

/** All of its TeX, byte for byte, as one display that stands alone. */
function assertDrawn(text: string, environment: string, numbers?: number): void {
  const found = render(text);
  const expected = { tex: [environment], displays: 1, numbers: numbers ?? found.numbers, faults: [] };
  assert.deepEqual(found, expected);
}

describe("a bare environment of amsmath is a display, numbered as its name says", () => {
  for (const [name, body, numbers] of TOP_LEVEL)
    test(name, () => {
      const environment = write(name, body);
      assertDrawn(environment, environment, numbers);
      assertDrawn(`text\n\n${environment}\n\nmore`, environment, numbers);
      assertDrawn(`text\n${environment}\nmore`, environment, numbers);
      assertDrawn(`- text\n\n  ${environment.replaceAll("\n", "\n  ")}`, environment, numbers);
      assertDrawn(`> ${environment.replaceAll("\n", "\n> ")}`, environment, numbers);
    });
});

describe("an environment that stands inside of others is a display alone too", () => {
  for (const [name, body] of INNER)
    test(name, () => {
      const environment = write(name, body);
      assertDrawn(`text\n\n${environment}\n\nmore`, environment);
      const outer = write("equation", `x = ${environment}`);
      assertDrawn(`text\n\n${outer}\n\nmore`, outer);
    });
});

describe("an environment that MathJax does not know is a fault that names it", () => {
  for (const [name, body] of UNKNOWN)
    test(name, () => {
      const { faults, tex } = render(`text\n\n${write(name, body)}\n\nmore`);
      assert.deepEqual(tex, []);
      assert.deepEqual(faults, [
        `math-tex-error 3: MathJax cannot read this formula: Unknown environment '${name}'`,
      ]);
    });
});
