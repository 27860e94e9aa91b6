import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { renderTestBody } from "../../testing/create-test-engine.js";

/** Each line with its origin, for comparing at a glance. */
function linesOf({ text, lineOrigins }: { text: string; lineOrigins: readonly number[] }): string[] {
  const lines = text.split("\n");
  assert.equal(lineOrigins.length, lines.length);
  return lines.map((line, index) => `${lineOrigins[index]} ${line}`);
}

describe("Liquid in a body", () => {
  it("never acts inside code and math", () => {
    const body =
      "`{{ page.title }}` $x_{{page.title}}$ {{ page.title }}\n\n```liquid\n{% for x in y %}\n{{ x }}\n```\n\n$$\na_{{1}}\n$$";
    assert.equal(renderTestBody(body).text, body.replace("$ {{ page.title }}", "$ post"));
  });

  it("does not take signs of code and math inside a tag for code or math", () => {
    const body = '{{ "$a" | remove: "$" }} and {{ "$b" | remove: "$" }} and {{ "`c`" | remove: "`" }}';
    assert.equal(renderTestBody(body).text, "a and b and c");
  });

  it("does not see code and math that hold no Liquid", () => {
    assert.equal(renderTestBody("$x$ `a}` {{ page.title }} `b`").text, "$x$ `a}` post `b`");
  });

  it("runs in code by indentation only inside a block, where authors indent their HTML", () => {
    const body = "{% for i in (1..2) %}\n\n    <li>{{ i }}</li>\n{% endfor %}\n\n    {{ code }}\n";
    assert.equal(renderTestBody(body).text, "\n\n    <li>1</li>\n\n\n    <li>2</li>\n\n\n    {{ code }}\n");
  });

  it("keeps raw text, inside a fence, around a fence and with whitespace control", () => {
    assert.equal(renderTestBody("```\n{% raw %}{{ a }}{% endraw %}\n```").text, "```\n{{ a }}\n```");
    assert.equal(renderTestBody("{% raw %}\n```\n{{ a }}\n```\n{% endraw %}").text, "\n```\n{{ a }}\n```\n");
    assert.equal(renderTestBody("x {%- raw -%} {{ a }} {%- endraw -%} y").text, "x{{ a }}y");
    assert.equal(renderTestBody("`{% raw %}{{ a }}{% endraw %}`").text, "`{{ a }}`");
  });

  it("shows quoted signs in code as what they are quoted for", () => {
    const body = `\`{{ "{%" }} include a.html {{ '%}' }}\` and \`{{ "a" }}\``;
    assert.equal(renderTestBody(body).text, '`{% include a.html %}` and `{{ "a" }}`');
  });

  it("gives back untouched what has no Liquid, and documents that ask for it", () => {
    const plain = "# A $x$\n\n`{{ a }}`";
    assert.deepEqual(linesOf(renderTestBody(plain)), ["5 # A $x$", "6 ", "7 `{{ a }}`"]);
    const off = renderTestBody("{{ 1 }}{% nope %}", {}, { rendersLiquid: false });
    assert.equal(off.text, "{{ 1 }}{% nope %}");
    assert.deepEqual(off.diagnostics, []);
  });

  it("acts everywhere in a document that is HTML", () => {
    assert.equal(
      renderTestBody("<code>`{{ page.title }}`</code>", {}, { isMarkdown: false }).text,
      "<code>`post`</code>",
    );
  });

  it("shows the author the text as written, also where code was hidden", () => {
    const [diagnostic] = renderTestBody("`{{ a }}` {{ 1 | nope }}").diagnostics;
    assert.equal(diagnostic?.place?.lineText, "`{{ a }}` {{ 1 | nope }}");
    assert.deepEqual([diagnostic?.place?.line, diagnostic?.place?.column], [5, 18]);
    assert.equal(diagnostic?.page, "_posts/2021-03-04-post.md");
  });

  it("gives filters and includes the code and math that were hidden from it", () => {
    const includes = { "note.html": "<b>{{ include.text | markdownify }}</b>" };
    const body =
      '{% capture c %}`{{ a }}`{% endcapture %}{{ c | markdownify }}{% include note.html text="$x_{{1}}$" %}';
    assert.equal(renderTestBody(body, { includes }).text, "<p>`{{ a }}`</p>\n<b><p>$x_{{1}}$</p>\n</b>");
  });
});

describe("a highlighted block", () => {
  it("that stands alone keeps only the signs of HTML escaped; in the middle of a line it hides everything", () => {
    const code = "{% highlight c %}$a < *b|{% endhighlight %}";
    assert.equal(
      renderTestBody(`${code}\n- x ${code}`).text,
      '<pre data-highlight="c"><code>$a &lt; *b|</code></pre>\n\n- x <pre data-highlight="c"><code>&#36;a &lt; &#42;b&#124;</code></pre>',
    );
  });
});

describe("the origin of lines", () => {
  it("is exact outside of Liquid, and the tag's line for what a tag prints", () => {
    const includes = { "two.html": "one\ntwo" };
    const body =
      "a\n{% if true %}\nb\n{% endif %}\nc {% include two.html %} d\ne\n{% for i in (1..2) %}\nf{{ i }}\n{% endfor %}\ng";
    assert.deepEqual(linesOf(renderTestBody(body, { includes })), [
      "5 a",
      "6 ",
      "7 b",
      "8 ",
      "9 c one",
      "9 two d",
      "10 e",
      "11 ",
      "12 f1",
      "11 ",
      "12 f2",
      "13 ",
      "14 g",
    ]);
  });

  it("counts the lines of hidden code", () => {
    const body = "{{ 1 }}\n\n```\n{{ a }}\n\n```\n\nz";
    assert.deepEqual(linesOf(renderTestBody(body)), [
      "5 1",
      "6 ",
      "7 ```",
      "8 {{ a }}",
      "9 ",
      "10 ```",
      "11 ",
      "12 z",
    ]);
  });

  it("is that of the tag for a highlighted block, which gets blank lines around it", () => {
    const body = "a\n{% highlight c %}\nx;\n\ny;\n{% endhighlight %}\nb";
    assert.deepEqual(linesOf(renderTestBody(body)), [
      "5 a",
      "6 ",
      '6 <pre data-highlight="c"><code>x;&#10;&#10;y;</code></pre>',
      "11 ",
      "11 b",
    ]);
  });
});
