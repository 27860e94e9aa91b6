import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTestEngine, PLAIN_PAGE, print, renderText } from "../../testing/create-test-engine.js";

const VARIABLES = { variables: { a: 1, b: 2, x: [7, 8] } };

/** What Ruby's Liquid prints of each, `=` apart, which Ruby answers with an error in the page. */
const LAX: readonly (readonly [template: string, text: string, code: string])[] = [
  ["{{{f(), g()}}}", "}", "liquid-malformed"],
  ['a {{ "https://x b', 'a {{ "https://x b', "liquid-unclosed-output"],
  ['{{"a": "b"}}', "a", "liquid-malformed"],
  ["{% if (page.a == 1) %}Y{% else %}N{% endif %}", "N", "liquid-malformed"],
  ["{% for i in (page.x) %}[{{ i }}]{% endfor %}", "[7][8]", "liquid-malformed"],
  ["{{ page.t | | upcase }}", "T", "liquid-malformed"],
  ["{% assign x = 1 + 2 %}{{ x }}", "1", "liquid-malformed"],
  ["[{{}}]", "[]", "liquid-malformed"],
  ["{% if page.a = 1 %}Y{% endif %}", "Y", "liquid-malformed"],
];

describe("markup that Ruby's Liquid passes over", () => {
  for (const [template, text, code] of LAX) {
    it(`is read as far as it goes, with a warning: ${template}`, () => {
      const result = renderText(template, {}, { variables: { ...VARIABLES.variables, t: "t" } });
      assert.equal(result.text, text);
      assert.deepEqual(
        result.diagnostics.map(({ code: found, severity }) => [found, severity]),
        [[code, "warning"]],
      );
    });
  }

  it("is told with what it was read as", () => {
    const [diagnostic] = renderText("x\n  {{ page.a && b }}", {}, VARIABLES).diagnostics;
    assert.equal(diagnostic?.message, '"page.a && b" is not valid Liquid; it is read as "page.a"');
    assert.deepEqual(diagnostic?.place, {
      path: "_layouts/main.html",
      line: 2,
      column: 5,
      length: 13,
      lineText: "  {{ page.a && b }}",
    });
  });

  it("may hold conditions joined by and and or", () => {
    const { text } = renderText(
      "{% if page.a = 1 and page.b = 3 or page.b = 2 %}Y{% else %}N{% endif %}",
      {},
      VARIABLES,
    );
    assert.equal(text, "Y");
  });

  it("includes outputs that start with a dot, and names of nothing", () => {
    assert.equal(print("[{{.ID}}][{{ nothing.at.all }}]{% if nothing > 1 %}Y{% endif %}"), "[][]");
  });

  it("includes what follows else and the end of a block", () => {
    assert.equal(print("{% if false %}a{% else if true %}b{% endif if %}"), "b");
  });
});

describe("conditions", () => {
  it("know Ruby's truth: empty text and zero are true, nil and false are not", () => {
    assert.equal(
      print(
        '{% if "" %}1{% endif %}{% if 0 %}2{% endif %}{% if nil %}3{% endif %}{% if false %}4{% endif %}',
      ),
      "12",
    );
  });

  it("compare nothing with anything as false, and never numbers with text", () => {
    assert.equal(
      print(
        '{% if nil < 1 %}1{% endif %}{% if nil >= 0 %}2{% endif %}{% if "5" > 1 %}3{% endif %}{% if 2 > 1 %}4{% endif %}',
      ),
      "4",
    );
  });

  it("know <>, contains, empty and blank", () => {
    const site = { data: { list: [1], none: [] } };
    const template =
      "{% if 1 <> 2 %}1{% endif %}{% if 'abc' contains 'b' %}2{% endif %}{% if site.data.list contains 1 %}3{% endif %}{% if site.data.none == empty %}4{% endif %}{% if site.data != empty %}5{% endif %}{% if '' == blank %}6{% endif %}{% if site != empty %}7{% endif %}{% if nil contains 'x' %}8{% endif %}";
    assert.equal(print(template, site), "1234567");
  });

  it("compare dates as moments", () => {
    const site = { documents: [{ lastModified: { epochMs: Date.UTC(2022, 0, 1), offsetMinutes: 0 } }] };
    const page = { document: "_posts/2021-03-04-post.md" };
    assert.equal(
      print(
        "{% if page.last_modified_at > page.date %}later{% endif %}{% if page.date < site.time %} past{% endif %}",
        site,
        page,
      ),
      "later past",
    );
  });

  it("join from the right, as Ruby does", () => {
    assert.equal(print("{% if true or false and false %}Y{% else %}N{% endif %}"), "Y");
  });
});

describe("assign", () => {
  it("takes a dotted name, which changes nothing that can be read", () => {
    const { text, diagnostics } = renderText('{% assign site.title = "x" %}{{ site.title }}');
    assert.deepEqual([text, diagnostics], ["Site", []]);
  });
});

describe("errors of templates", () => {
  const cases: readonly (readonly [template: string, code: string, line: number, column: number])[] = [
    ["a\n{% if true %}\nb", "liquid-unclosed-block", 2, 1],
    ["{% raw %}x", "liquid-unclosed-block", 1, 1],
    ["a {% endif %}", "liquid-stray-tag", 1, 3],
    ["a\nb {% inclde x %}", "liquid-unknown-tag", 2, 3],
    ["a {% if", "liquid-unclosed-tag", 1, 3],
    ["{% for x %}a{% endfor %}", "liquid-tag-syntax", 1, 1],
    ["{% %}", "liquid-tag-syntax", 1, 1],
    ["{% include x.html a=b=c %}", "liquid-tag-syntax", 1, 1],
    ["{{ 1 | upcas }}", "liquid-unknown-filter", 1, 8],
    ["{{ 1 | divided_by: 0 }}", "liquid-runtime", 1, 1],
  ];
  for (const [template, code, line, column] of cases) {
    it(`stand where they are met: ${template.replaceAll("\n", "↵")} (${code})`, () => {
      const { diagnostics } = renderText(template, { layoutLine: 4 });
      assert.deepEqual(
        diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.place?.line, diagnostic.place?.column]),
        [[code, line + 3, column]],
      );
      assert.equal(diagnostics[0]?.page, "page.md");
      assert.equal(diagnostics[0]?.place?.lineText, template.split("\n")[line - 1]);
    });
  }

  it("suggest the nearest tag and filter", () => {
    const { diagnostics } = renderText("{% inclde x %}{{ 1 | upcas }}");
    assert.deepEqual(
      diagnostics.map(({ hint }) => hint),
      ['Did you mean "include"?', 'Did you mean "upcase"?'],
    );
  });

  it("do not keep the rest of the template from rendering", () => {
    assert.equal(renderText("a{% nope %}b{{ 1 | divided_by: 0 }}c").text, "abc");
  });

  it("are told once although a loop meets them on every round", () => {
    assert.equal(
      renderText("{% for i in (1..5) %}{{ i | divided_by: 0 }}{% endfor %}").diagnostics.length,
      1,
    );
  });

  it("are told for every page that is made with the template, which is parsed once", () => {
    const engine = createTestEngine({ layouts: { main: "{{ 1 | upcas }}" } });
    const pages = ["a.md", "b.md"].map((source) =>
      engine.renderLayouts({ ...PLAIN_PAGE, source, layout: "main" }, ""),
    );
    assert.deepEqual(
      pages.map(({ diagnostics }) => diagnostics[0]?.page),
      ["a.md", "b.md"],
    );
  });
});

describe("Liquid's own tags", () => {
  it("assign, capture, count and cycle", () => {
    assert.equal(
      print(
        '{% assign a = "x" %}{% capture b %}{{ a }}y{% endcapture %}{{ b }}{% increment n %}{% increment n %}{% decrement m %}{% cycle "p", "q" %}{% cycle "p", "q" %}',
      ),
      "xy01-1pq",
    );
  });

  it("choose with case and unless", () => {
    assert.equal(
      print(
        "{% case page.a %}{% when 2, 3 %}A{% when 1 or 4 %}B{% else %}C{% endcase %}{% unless page.a == 2 %}U{% else %}V{% endunless %}",
        {},
        VARIABLES,
      ),
      "BU",
    );
  });

  it("loop over lists, ranges and hashes, with limit, offset, reversed, break, continue and else", () => {
    assert.equal(
      print(
        "{% for i in (1..5) limit:3 offset:1 reversed %}{{ i }}{% unless forloop.last %},{% endunless %}{% endfor %}",
      ),
      "4,3,2",
    );
    assert.equal(
      print(
        "{% for i in (1..9) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}",
      ),
      "13",
    );
    assert.equal(
      print(
        "{% for p in site.data.h %}{{ p[0] }}={{ p[1] }}{{ p.first }}{% endfor %}{% for i in nothing %}{% else %}none{% endfor %}",
        { data: { h: { k: "v" } } },
      ),
      "k=vknone",
    );
  });

  it("leave comments out and raw text alone, and trim on request", () => {
    assert.equal(print("a{% comment %}{% nope %}{{ x{% comment %}y{% endcomment %}z{% endcomment %}b"), "ab");
    assert.equal(
      print("{% raw %}{{ x }} {% y %}{% endraw %}|a  {{- 1 -}}  b {%- raw -%} {{ c }} {%- endraw -%} d"),
      "{{ x }} {% y %}|a1b{{ c }}d",
    );
  });

  it("lay out a table", () => {
    assert.match(
      print("{% tablerow i in page.x cols:1 %}{{ i }}{% endtablerow %}", {}, VARIABLES),
      /<tr class="row1">.*7.*<tr class="row2">.*8/,
    );
  });
});
