import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  createTestEngine,
  PLAIN_PAGE,
  print,
  renderText,
  type TestSite,
} from "../../testing/create-test-engine.js";

const SITE: TestSite = {
  config: { values: { numbers: [3, 1, 2], deep: { list: [1, { name: "inner" }], size: 7 } } },
  documents: [
    { path: "_posts/2021-03-05-second.md", title: "Second", tags: ["x"] },
    { path: "_posts/2021-03-04-first.md", title: "First", tags: [] },
  ],
};

function check(cases: readonly (readonly [template: string, expected: string])[]): void {
  for (const [template, expected] of cases) assert.equal(print(template, SITE), expected, template);
}

describe("compiled templates", () => {
  it("run a loop with its limits in the order offset, limit, reversed, whatever the order of the markup", () =>
    check([
      ["{% for i in (1..6) reversed limit: 3 offset: 1 %}{{ i }}{% endfor %}", "432"],
      [
        "{% for i in (1..4) limit: 2 %}{{ i }}{% endfor %}|{% for i in (1..4) offset: continue %}{{ i }}{% endfor %}",
        "12|34",
      ],
      [
        "{% for i in (1..5) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}!",
        "13!",
      ],
      ["{% for i in site.nothing %}{{ i }}{% else %}none{% endfor %}", "none"],
      [
        "{% for i in 'text' %}<{{ i }}>{% endfor %}{% for i in '' %}{{ i }}{% else %}none{% endfor %}",
        "<text>none",
      ],
      ["{% for pair in site.deep %}{{ pair[0] }} {% endfor %}", "list size "],
    ]));

  it("show a loop as forloop, and take it away after the loop", () =>
    check([
      [
        "{% for i in (7..8) %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }}{{ forloop.first }}{{ forloop.last }} {% endfor %}{{ forloop }}",
        "1021truefalse 2110falsetrue ",
      ],
      ["{% for i in (1..2) %}{{ forloop.name }} {{ forloop.length }};{% endfor %}", "i-(1..2) 2;i-(1..2) 2;"],
      ["{% for i in (1..1) %}{{ forloop }}{% endfor %}", '{"i":0,"length":1,"name":"i-(1..1)"}'],
    ]));

  it("render every branch of a case that fits, each once", () =>
    check([
      ["{% case 2 %}{% when 1, 2, 2 %}a{% when 3 or 2 %}b{% else %}c{% endcase %}", "ab"],
      [
        "{% case site.nothing %}{% when nil %}nil{% when blank %}blank{% when empty %}empty{% endcase %}",
        "nilblank",
      ],
      ['{% case "2" %}{% when 2 %}number{% else %}text{% endcase %}', "text"],
    ]));

  it("join conditions from the right, and take everything but false and nil for true", () =>
    check([
      ["{% if false and false or true %}yes{% else %}no{% endif %}", "no"],
      ["{% if true or true and false %}yes{% else %}no{% endif %}", "yes"],
      [
        "{% if '' %}1{% endif %}{% if 0 %}2{% endif %}{% if empty %}3{% endif %}{% if nil %}4{% endif %}",
        "123",
      ],
      ["{% unless site.nothing %}1{% endunless %}{% unless true %}2{% elsif true %}3{% endunless %}", "13"],
      [
        "{% if nil == blank %}1{% endif %}{% if blank == nil %}2{% endif %}{% if empty == empty %}3{% endif %}{% if site.nothing == nil %}4{% endif %}",
        "24",
      ],
    ]));

  it("read by name, by index from either end and by what a variable holds, and no property of JavaScript", () =>
    check([
      [
        "{{ site.numbers[0] }}{{ site.numbers[-1] }}{{ site.numbers.first }}{{ site.numbers.last }}{{ site.numbers.size }}",
        "32323",
      ],
      [
        "{% assign key = 'list' %}{{ site.deep[key][1].name }}{{ site['deep'].list[-1]['name'] }}{{ site.deep.size }}",
        "innerinner7",
      ],
      ["{{ 'text'.size }}{{ page.title.size.size }}{{ site.nothing.at.all }}", "4"],
      [
        "[{{ site.deep.constructor }}{{ site.numbers.map }}{{ site.constructor }}{{ toString }}{{ constructor }}]",
        "[]",
      ],
      ["{% assign site = 'shadow' %}{{ site }}{{ site.title }}", "shadow"],
    ]));

  it("give tags that run as LiquidJS wrote them parts that were compiled", () =>
    check([
      [
        "{% tablerow i in (1..2) cols: 1 %}{% if i == 1 %}one{% else %}{{ i | plus: 1 }}{% endif %}{% endtablerow %}",
        '<tr class="row1"><td class="col1">one</td></tr><tr class="row2"><td class="col1">3</td></tr>',
      ],
      [
        "{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% increment n %}{% increment n %}{% decrement m %}",
        "aba01-1",
      ],
      ["{%- liquid\nassign z = 1\nif z == 1\necho 'one'\nendif\n-%}", "one"],
    ]));

  it("set variables of the whole page from within an include and a loop", () => {
    const test = {
      ...SITE,
      includes: {
        "set.html": "{% assign leaked = include.value %}{% capture held %}<{{ leaked }}>{% endcapture %}",
      },
    };
    assert.equal(
      print(
        "{% for i in (1..2) %}{% include set.html value=i %}{% endfor %}{{ leaked }}{{ held }}{{ include.value }}",
        test,
      ),
      "2<2>",
    );
  });

  it("go on after a fault, which stands at the innermost part", () => {
    const { text, diagnostics } = renderText("a{% if true %}b{{ 1 | divided_by: 0 }}c{% endif %}d", SITE);
    assert.equal(text, "abcd");
    assert.deepEqual(
      diagnostics.map(({ code, place }) => [code, place?.column]),
      [["liquid-runtime", 16]],
    );
  });

  it("tell what is wrong with the expression of a filter on every page that uses it", () => {
    const engine = createTestEngine({
      ...SITE,
      layouts: { main: '{{ site.posts | where_exp: "p", "p.title | nosuch" | size }}' },
    });
    const codesOf = (source: string) =>
      engine
        .renderLayouts({ ...PLAIN_PAGE, source, layout: "main" }, "")
        .diagnostics.map(({ code, page }) => [code, page]);
    assert.deepEqual(codesOf("a.md"), [["liquid-unknown-filter", "a.md"]]);
    assert.deepEqual(codesOf("b.md"), [["liquid-unknown-filter", "b.md"]]);
  });
});

describe("what is remembered between pages", () => {
  it("is noted on each of them as on the first", () => {
    const layout =
      "{% seo %}{% feed_meta %}{% for post in site.posts %}{{ post.date | date: '%Y' }}{{ post.url | relative_url }}{{ post.title_html }}{% endfor %}{{ 'now' | date: '%Y' }}{{ site.posts | where_exp: 'p', 'p.title != nil and p.tags' | size }}{% include foot.html %}";
    const engine = createTestEngine({
      ...SITE,
      layouts: { main: layout },
      includes: { "foot.html": "{{ site.title }}" },
    });
    const laidOut = ["a.md", "b.md"].map((source) =>
      engine.renderLayouts({ ...PLAIN_PAGE, source, layout: "main" }, ""),
    );
    const [first, second] = laidOut.map(({ reads }) =>
      Object.fromEntries([...reads].map(([subject, asked]) => [subject, [...asked]])),
    );
    assert.deepEqual(first, second);
    assert.deepEqual(first?.config, [".url", ".baseurl", ".feed", ".title"]);
    assert.deepEqual(first?.["document _posts/2021-03-04-first.md"], [
      ".date",
      ".url",
      ".title_html",
      ".title",
      ".tags",
    ]);
    assert.ok(first?.site?.includes(".time"));
    assert.equal(laidOut[0]?.text, laidOut[1]?.text);
  });

  it("reads both sides of a condition, although one of them decides", () => {
    const engine = createTestEngine({
      ...SITE,
      layouts: { main: "{% if site.title or site.lang %}{% endif %}" },
    });
    const { reads } = engine.renderLayouts({ ...PLAIN_PAGE, layout: "main" }, "");
    assert.deepEqual([...(reads.get("site") ?? [])], [".title", ".lang"]);
  });
});
