/** Code through the whole renderer: settings around it, faults with their places, feeds. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { RenderedBody } from "../model/rendered.js";
import { exampleConfig } from "../testing/example-site.js";
import { createMarkdownRenderer } from "./create-markdown-renderer.js";

const renderer = await createMarkdownRenderer(exampleConfig());

function render(text: string): RenderedBody {
  const lineOrigins = text.split("\n").map((_, index) => index + 1);
  return renderer.render({ path: "_posts/a.md", text, lineOrigins, excerptSeparator: "\n\n" });
}

/** Without colours. */
function htmlOf(text: string): string {
  return render(text).html.replace(/<span class="[ld]\d[^>]*>(.*?)<\/span>/g, "$1");
}

/** Each line as its classes, its number if it has one, and its text. */
function linesOf(text: string): string[] {
  const html = htmlOf(text);
  return [...html.matchAll(/<span class="line([^"]*)"(?: data-line="(\d+)")?>(.*?)<\/span>(?=\n)/g)].map(
    ([, classes = "", number = "", line = ""]) => [number, classes.trim(), line].filter(Boolean).join(" "),
  );
}

function faultsOf(text: string): string[] {
  return render(text).diagnostics.map(
    ({ code, place, hint }) => `${code} ${place?.line}:${place?.column}+${place?.length} ${hint}`,
  );
}

function fence(info: string, lines = "a\nb\nc"): string {
  return `\`\`\`${info}\n${lines}\n\`\`\``;
}

describe("a title", () => {
  test("is a caption, and names the block", () => {
    assert.match(
      htmlOf(fence('python title="a <b>.py"', "x")),
      /^<figure class="code-block"><figcaption>a &lt;b&gt;.py<\/figcaption><pre class="code" tabindex="0" role="group" aria-label="a &lt;b&gt;.py, Python code"><code class="language-python">x\n<\/code><\/pre><\/figure>$/,
    );
  });

  test("may be called what other tools call it", () => {
    for (const text of [
      fence("python file=a.py"),
      fence("python filename='a.py'"),
      fence("python:a.py"),
      `${fence("python")}\n{: file="a.py" }`,
      `${fence("python")}\n{: title="a.py"}`,
      '<pre data-highlight="python" data-title="a.py"><code>x</code></pre>',
    ])
      assert.match(htmlOf(text), /<figcaption>a.py<\/figcaption>/, text);
  });
});

describe("marks", () => {
  test("are lines and ranges", () => {
    assert.deepEqual(linesOf(fence("js {1,3}")), ["marked a", "b", "marked c"]);
    assert.deepEqual(linesOf(fence("js ins={1} del={2-3} focus={3}")), ["ins a", "del b", "del focused c"]);
    assert.deepEqual(linesOf(`${fence("js")}\n{: mark_lines="2 3"}`), ["a", "marked b", "marked c"]);
    assert.deepEqual(linesOf('<pre data-highlight="c" data-mark-lines="1 2"><code>a&#10;b</code></pre>'), [
      "marked a",
      "marked b",
    ]);
  });

  test("come from notations too, which are nowhere in the output", () => {
    const { html, feedHtml, diagnostics } = render(fence("js {2}", "a // [!code ++]\n// [!code focus]\nb"));
    assert.doesNotMatch(html + feedHtml, /!code/);
    assert.match(html, /<span class="line ins">.*\n<span class="line marked focused">/);
    assert.match(html, /data-focus/);
    assert.deepEqual(diagnostics, []);
  });

  test("of words cut the colours and keep the text", () => {
    const { html } = render(fence("python /import os/", "import os, os"));
    assert.match(html, /<span class="l\d+ d\d+ word">import<\/span>/);
    assert.equal(html.replace(/<[^>]*>/g, ""), "import os, os\n");
  });
});

describe("numbers", () => {
  test("start where they are told to", () => {
    assert.deepEqual(linesOf(fence("js linenos", "a\nb")), ["1 a", "2 b"]);
    for (const info of [
      "js linenos=9",
      "js start=9",
      "js showLineNumbers=9",
      "js showLineNumbers{9}",
      "{.js startFrom=9}",
    ])
      assert.deepEqual(linesOf(fence(info, "a\nb")), ["9 a", "10 b"], info);
    assert.deepEqual(linesOf(`${fence("js", "a")}\n{: linenos }`), ["1 a"]);
    assert.deepEqual(linesOf(`${fence("js", "a")}\n{: .line-numbers }`), ["1 a"]);
    assert.match(htmlOf(fence("js linenos=99", "a\nb")), /data-line-numbers="3"/);
  });

  test("may be forbidden", () => {
    assert.deepEqual(linesOf(`${fence("js linenos", "a")}\n{: .nolineno }`), []);
    assert.deepEqual(linesOf(fence("js linenos=false", "a")), []);
  });

  test("are no text", () => {
    assert.equal(htmlOf(fence("text linenos=50")).replace(/<[^>]*>/g, ""), "a\nb\nc\n");
  });
});

describe("a change", () => {
  const change = " def f():\n-    return 1\n+    return 2";

  test("keeps the colours of its language, and its signs are no text", () => {
    for (const text of [fence("python diff", change), fence('diff lang="python"', change)]) {
      assert.deepEqual(linesOf(text), ["def f():", "del     return 1", "ins     return 2"]);
      assert.match(htmlOf(text), /class="language-python"/);
    }
  });

  test("may be written without the column of spaces", () => {
    assert.deepEqual(
      linesOf(fence("js diff", "a\n+b\n\n- c")),
      ["a", "ins b", "", "del  c"].map((line) => line),
    );
  });

  test("of the language diff stays as it is", () => {
    assert.equal(render(fence("diff", "+a\n-b")).html.replace(/<[^>]*>/g, ""), "+a\n-b\n");
  });
});

describe("attribute lists", () => {
  test("behind a block name its language, and what is no setting goes to an element around it", () => {
    const html = htmlOf(`${fence("", "puts 1")}\n{: .ruby #listing .wide data-x="y" }`);
    assert.match(html, /^<div data-x="y" id="listing" class="wide"><div class="code-block">/);
    assert.match(html, /class="language-ruby"/);
    assert.doesNotMatch(render(`${fence("js", "a")}\n{: #listing }`).feedHtml, /id=/);
  });

  test("behind code in a sentence name its language", () => {
    const { html, feedHtml, codeBlocks } = render(
      "See `import os`{:.language-python} and `x`{:.python .wide}.",
    );
    assert.match(
      html,
      /^<p>See <code class="code language-python"><span class="l\d+ d\d+">import<\/span> os<\/code>/,
    );
    assert.match(html, /<span class="wide"><code class="code language-python">x<\/code><\/span>/);
    assert.match(feedHtml, /<code>import os<\/code>/);
    assert.equal(codeBlocks, 0);
    assert.match(htmlOf("`a`{:.wide}"), /<code class="wide">a<\/code>/);
  });

  test("keep the text of headings and excerpts whole", () => {
    const { headings, excerptText } = render("Use `x = 1`{:.python} now.\n\n# On `x = 1`{:.python}");
    assert.equal(excerptText, "Use x = 1 now.");
    assert.deepEqual(headings[0]?.text, "On x = 1");
    assert.deepEqual(headings[0]?.id, "on-x--1");
  });
});

describe("terminal output", () => {
  test("has the terminal's colours, and no escape sequence", () => {
    const { html, feedHtml } = render(
      fence("ansi", "␛[31mred␛[0m \\e[1;42mb\\x1b[0m \u001b[38;5;208mo\u001b[0m"),
    );
    assert.match(html, /<span class="l\d+ d\d+">red <\/span>/);
    assert.match(html, /<span class="l\d+ d\d+ b r">b<\/span>/);
    assert.equal(html.replace(/<[^>]*>/g, ""), "red b o\n");
    assert.equal(feedHtml, "<pre><code>red b o\n</code></pre>");
  });
});

describe("for feeds", () => {
  test("a block is plain, with its title, and with signs where lines came and went", () => {
    assert.equal(
      render(fence('js title="a" linenos {1}', "a < b")).feedHtml,
      "<figure><figcaption>a</figcaption><pre><code>a &lt; b\n</code></pre></figure>",
    );
    assert.equal(
      render(fence("js linenos ins={1} del={2}")).feedHtml,
      "<pre><code>+a\n-b\n c\n</code></pre>",
    );
  });
});

describe("faults", () => {
  test("an unknown option is told at its place with the nearest name", () => {
    assert.deepEqual(faultsOf(`> ${fence('python titel="x"').replaceAll("\n", "\n> ")}`), [
      'code-unknown-option 1:13+9 Did you mean "title"?',
    ]);
    assert.equal(faultsOf(fence("js linenos zebra")).length, 1);
    assert.deepEqual(faultsOf(`${fence("js")}\n{: titel="x" }`), [
      'code-unknown-option 6:4+5 Did you mean "title"?',
    ]);
    assert.deepEqual(faultsOf(`${fence("js")}\n{: data-line="x" .any #id style="a" width="3" }`), []);
  });

  test("options of other tools are none", () => {
    for (const info of [
      "rust,should_panic",
      '{r plot, fig.cap="x"}',
      "{.python .foo #id}",
      "go {style=emacs}",
    ])
      assert.deepEqual(faultsOf(fence(info)), [], info);
  });

  test("a value that cannot be read is told", () => {
    assert.match(faultsOf(fence("js linenos=x"))[0] ?? "", /^code-option-value 1:7\+9 Write a number/);
    assert.match(faultsOf(fence("js {3-1}"))[0] ?? "", /^code-option-value 1:7\+5 Write lines/);
    for (const info of ["js ins", "js title", "js start=a", "js {}"])
      assert.match(faultsOf(fence(info))[0] ?? "", /^code-option-value /, info);
  });

  test("a line outside the block is told", () => {
    assert.match(faultsOf(fence("js {2,5-7}"))[0] ?? "", /^code-line-outside 1:7\+7 /);
    assert.match(render(fence("js {2,5-7}")).diagnostics[0]?.message ?? "", /Line 5 .* 3 lines/);
    assert.match(faultsOf(fence("js {1-9999999}"))[0] ?? "", /^code-line-outside/);
    assert.deepEqual(faultsOf(fence("js start=5 {3}")), []);
  });

  test("a notation of an unknown name is told on its line", () => {
    assert.deepEqual(faultsOf(`x\n\n${fence("js", "a\nb // [!code hilight]")}`), [
      'code-unknown-notation 5:6+15 Did you mean "highlight"?',
    ]);
  });

  test("an unknown language in a sentence is told at its name", () => {
    assert.deepEqual(faultsOf("a `x`{:.language-pyton}"), [
      'code-unknown-language 1:18+5 Did you mean "python"?',
    ]);
  });
});

test("every example of the documentation is read without a fault", () => {
  const page = new URL("../../docs/code.md", import.meta.url);
  const examples = [...readFileSync(page, "utf8").matchAll(/^````markdown\n(.*?)\n````$/gms)];
  assert.ok(examples.length >= 4);
  for (const [, example = ""] of examples)
    assert.deepEqual(faultsOf(example.replaceAll("…", "\n".repeat(6))), []);
});

test("every option of the documentation is one", () => {
  const page = new URL("../../docs/code.md", import.meta.url);
  const rows = readFileSync(page, "utf8").match(/^\| `.*$/gm) ?? [];
  assert.equal(rows.length, 10);
  for (const row of rows) {
    for (const [, option = ""] of row.matchAll(/`([^`]+)`/g)) {
      const info = option.replace("…", "1").replace(/=$/, '="1"');
      if (["+", "-"].includes(option)) continue;
      const isWhole = /^(?:js[:{]|diff lang)/.test(info);
      assert.deepEqual(faultsOf(fence(isWhole ? info : `js ${info}`, "a\n".repeat(9))), [], option);
    }
  }
});

describe("limits", () => {
  test("a line or a block that is too long is plain text, with a warning at its fence", () => {
    const cases = [`x = "${"a".repeat(5_000)}"`, "import os\n".repeat(11_000)];
    for (const code of cases) {
      const { html, diagnostics } = render(`text\n\n${fence("python", code)}`);
      assert.doesNotMatch(html, /<span/);
      assert.match(html, /class="language-python"/);
      assert.deepEqual(
        diagnostics.map(
          ({ code: name, severity, place }) => `${severity} ${name} ${place?.line}:${place?.column}`,
        ),
        ["warning code-too-long 3:1"],
      );
    }
    assert.deepEqual(faultsOf(fence("text", "a".repeat(200_000))), []);
  });
});
