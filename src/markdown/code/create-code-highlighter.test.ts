import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createHighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { bundledLanguagesInfo } from "shiki/langs";
import { type BundledTheme, bundledThemes } from "shiki/themes";
import { contrastOf, readThemeColors } from "./code-colors.js";
import { createCodeHighlighter } from "./create-code-highlighter.js";
import { createPlainCode } from "./marked-code.js";

const highlighter = await createCodeHighlighter({
  lightTheme: "github-light-default",
  darkTheme: "github-dark-default",
});

function highlight(name: string, code: string, more: { lines?: boolean; marked?: number[] } = {}): string {
  const { html } = highlighter.highlight({
    ...createPlainCode(code, name),
    firstLineNumber: more.lines === true ? 1 : null,
    marks: more.marked === undefined ? {} : { marked: more.marked },
  });
  return html;
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name as string] ?? "",
    );
}

describe("highlighted code", () => {
  test("is coloured by classes and keeps its text", () => {
    const code = 'import os\n\n\ndef f(x):  # "a" <b> & c\n    return "é"';
    const html = highlight("python", code);
    assert.equal(textOf(html), `${code}\n`);
    assert.match(html, /<span class="l\d+ d\d+">import<\/span>/);
    assert.match(
      html,
      /<pre class="code" tabindex="0" role="group" aria-label="Python code"><code class="language-python">/,
    );
    assert.doesNotMatch(html, /style=/);
  });

  test("keeps its text in many languages", () => {
    const code = 'a <b> & "c" {d} [e] # f // g\n  h\tx\n\nend';
    const names = [
      "c",
      "bash",
      "r",
      "yaml",
      "javascript",
      "rust",
      "html",
      "cpp",
      "ruby",
      "java",
      "tex",
      "haskell",
      "diff",
      "json",
      "matlab",
      "liquid",
      "markdown",
    ];
    for (const name of names) assert.equal(textOf(highlight(name, code)), `${code}\n`, name);
  });

  test("without language is plain", () => {
    assert.equal(
      highlight("", "a < b"),
      '<div class="code-block"><pre class="code" tabindex="0" role="group" aria-label="Code"><code>a &lt; b\n</code></pre></div>',
    );
  });

  test("has numbered and marked lines where asked for", () => {
    const html = highlight("", "a\nb", { lines: true, marked: [2] });
    assert.match(html, /data-line-numbers/);
    assert.match(
      html,
      /<span class="line" data-line="1">a<\/span>\n<span class="line marked" data-line="2">b<\/span>/,
    );
  });
});

describe("names of languages", () => {
  test("those of Rouge and Pygments are known", () => {
    const names = [
      "python3",
      "c++",
      "console",
      "shell-session",
      "golang",
      "ipython",
      "cl",
      "coq",
      "nasm",
      "plaintext",
      "py",
      "sh",
      "C",
      "Python",
      "fortran",
      "text",
      "mermaid",
      "js",
      "csharp",
      "yml",
    ];
    for (const name of names) assert.notEqual(highlighter.languages.find(name), undefined, name);
  });

  test("an unknown one has a nearest", () => {
    assert.equal(highlighter.languages.find("pyton"), undefined);
    assert.equal(highlighter.languages.nearest("pyton"), "python");
  });
});

test("every bundled language loads under its id and each alias, and keeps its text", () => {
  const code = "a = (b + 'c') # d\n{ e: [1] }";
  for (const { id, aliases = [] } of bundledLanguagesInfo) {
    for (const name of [id, ...aliases]) {
      assert.notEqual(highlighter.languages.find(name), undefined, name);
      assert.equal(textOf(highlight(name, code)), `${code}\n`, name);
    }
  }
});

describe("colours", () => {
  test("have AA contrast in every theme of Shiki's, on the theme's own background and on marks", async () => {
    const names = Object.keys(bundledThemes) as BundledTheme[];
    const shiki = await createHighlighterCore({
      themes: names.map((name) => bundledThemes[name]()),
      engine: createJavaScriptRegexEngine(),
    });
    for (const name of names) {
      const { background, foreground, muted, tokens, surfaces, signs } = readThemeColors(
        shiki.getTheme(name),
      );
      const colors = [
        foreground,
        muted,
        ...Object.values(signs),
        ...[...tokens.values()].map(({ color }) => color),
      ];
      for (const ground of [background, ...Object.values(surfaces)]) {
        for (const color of colors)
          assert.ok(contrastOf(color, ground) >= 4.5, `${name} ${color} on ${ground}`);
      }
    }
  });

  test("every class that a block uses has a rule", () => {
    const html =
      highlight("python", "import os\nclass A:\n  @x\n  def f(self): return f'{1}' # c") +
      highlight("diff", "+a\n-b");
    for (const [, classes = ""] of html.matchAll(/<span class="([^"]+)"/g)) {
      for (const name of classes.split(" "))
        assert.match(highlighter.styleSheet, new RegExp(`\\.${name}\\{`), name);
    }
  });

  test("follow the system and an explicit choice", () => {
    assert.match(highlighter.styleSheet, /prefers-color-scheme:dark\)\{:root:not\(\[data-theme="light"\]\)/);
    assert.match(highlighter.styleSheet, /:root\[data-theme="dark"\]/);
  });
});
