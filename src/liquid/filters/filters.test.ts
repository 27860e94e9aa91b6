import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { print, renderText, type TestSite, timeOf } from "../../testing/create-test-engine.js";

type Case = readonly [template: string, expected: string];

function check(
  cases: readonly Case[],
  site: TestSite = {},
  variables: Readonly<Record<string, unknown>> = {},
): void {
  for (const [template, expected] of cases) {
    assert.equal(print(template, site, { variables }), expected, template);
  }
}

describe("text filters", () => {
  it("change case, white space and parts as Ruby's Liquid does", () => {
    check(
      [
        ['{{ "a" | append: "b" | prepend: "c" }}', "cab"],
        ['{{ "hELLO wORLD" | capitalize }}|{{ "A" | downcase }}|{{ "a" | upcase }}', "Hello world|a|A"],
        ['[{{ "  a " | strip }}][{{ "  a " | lstrip }}][{{ "  a " | rstrip }}]', "[a][a ][  a]"],
        ['{{ "a-b-a" | replace: "a", "$&" }}|{{ "a-a" | replace_first: "a", "x" }}', "$&-b-$&|x-a"],
        ['{{ "a-a" | remove: "a" }}|{{ "a-a" | remove_first: "a" }}', "-|-a"],
        ['{{ "  a\n  b " | normalize_whitespace }}', "a b"],
        ['{{ "x<script>1</script><b>y</b><!-- z -->" | strip_html }}', "xy"],
        ['{{ "<p>Let <math>x^2</math></p>" | strip_html }}', "Let ⟦x^2⟧"],
        ["{{ page.lines | newline_to_br }}|{{ page.lines | strip_newlines }}", "a<br />\nb|ab"],
      ],
      {},
      { lines: "a\nb" },
    );
  });

  it("take a backslash as a character like any other", () => {
    check([[String.raw`{{ "a\b" | split: "\" | join: "/" }} {{ "\n" }}`, String.raw`a/b \n`]]);
  });

  it("escape for HTML, XML and CDATA", () => {
    check(
      [
        [`{{ page.text | escape }}`, "&lt;&amp;amp;&quot;&#39;"],
        [`{{ page.text | escape_once }}`, "&lt;&amp;&quot;&#39;"],
        [`{{ page.text | xml_escape }}`, "&lt;&amp;amp;&quot;&apos;"],
        ['{{ "a]]>b" | cdata_escape }}', "a]]]]><![CDATA[>b"],
      ],
      {},
      { text: `<&amp;"'` },
    );
  });

  it("split as Ruby does: one space means any white space, empty pieces at the end are dropped", () => {
    check([
      ['{{ " a  b " | split: " " | jsonify }}', '["a","b"]'],
      ['{{ "a,b,,c,," | split: "," | jsonify }}', '["a","b","","c"]'],
      ['{{ "añ😀" | split: "" | size }}', "3"],
    ]);
  });

  it("truncate by characters and by words, and only what is too long", () => {
    check([
      [
        '{{ "abcdefgh" | truncate: 5 }}|{{ "abc" | truncate: 3 }}|{{ "abcdef" | truncate: 4, "…" }}',
        "ab...|abc|abc…",
      ],
      [
        '{{ "a b c" | truncatewords: 3 }}|{{ "a b c" | truncatewords: 2 }}|{{ "a b c" | truncatewords: 2, "" }}',
        "a b c|a b...|a b",
      ],
    ]);
  });

  it("count words, CJK characters too when asked", () => {
    check([
      ['{{ "a b  c" | number_of_words }}|{{ "" | number_of_words }}', "3|0"],
      [
        '{{ "你好 a" | number_of_words }}|{{ "你好 a" | number_of_words: "cjk" }}|{{ "你好a" | number_of_words: "auto" }}',
        "2|3|3",
      ],
    ]);
  });

  it("join a sentence", () => {
    check([
      ['{{ "a,b,c" | split: "," | array_to_sentence_string }}', "a, b, and c"],
      ['{{ "a,b" | split: "," | array_to_sentence_string: "or" }}', "a or b"],
    ]);
  });

  it("slugify in each of Jekyll's modes", () => {
    check([
      ['{{ "The _config.yml é" | slugify }}', "the-config-yml-é"],
      ['{{ "The _config.yml é" | slugify: "pretty" }}', "the-_config.yml-é"],
      [
        '{{ "The é" | slugify: "ascii" }}|{{ "The é" | slugify: "latin" }}|{{ "The é" | slugify: "none" }}',
        "the|the-e|the é",
      ],
    ]);
  });

  it("set typographic signs, and leave tags and code alone", () => {
    check(
      [[`{{ page.text | smartify }}`, `it’s “q” – a — b … <a title="x">‘y’</a> <code>"z"</code>`]],
      {},
      { text: `it's "q" -- a --- b ... <a title="x">'y'</a> <code>"z"</code>` },
    );
  });
});

describe("number filters", () => {
  it("divide whole numbers to whole numbers unless the divisor is written as a fraction", () => {
    check([
      [
        "{{ 7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }} {{ -7 | divided_by: 2 }} {{ 7.5 | divided_by: 2 }}",
        "3 3.5 -4 3.75",
      ],
      ["{{ 0.1 | plus: 0.2 }} {{ 3 | times: 4 }} {{ 3 | minus: 5 }} {{ -7 | modulo: 3 }}", "0.3 12 -2 2"],
      ['{{ "3" | plus: "4.5" }} {{ "x" | plus: 1 }} {{ nil | plus: 1 }}', "7.5 1 1"],
    ]);
  });

  it("round, bound and convert", () => {
    check([
      [
        "{{ 2.5 | round }} {{ -2.5 | round }} {{ 1.005 | round: 2 }} {{ 1.2 | ceil }} {{ 1.8 | floor }} {{ -3 | abs }}",
        "3 -3 1.01 2 1 3",
      ],
      ["{{ 5 | at_most: 3 }} {{ 5 | at_least: 8 }}", "3 8"],
      ['{{ "3.7" | to_integer }} {{ true | to_integer }} {{ "x" | to_integer }}', "3 1 0"],
    ]);
  });
});

const ITEMS = [
  { name: "b", year: 2001, tags: ["x", "y"] },
  { name: "a", year: 1999, tags: ["y"] },
  { name: "C", tags: "x" },
];

describe("array filters", () => {
  it("give parts and orders without changing their input", () => {
    check(
      [
        [
          '{% assign a = "x,y,z" | split: "," %}{{ a | push: "w" }} {{ a | pop }} {{ a | shift }} {{ a | unshift: "v" }} {{ a }}',
          "xyzw xy yz vxyz xyz",
        ],
        [
          '{% assign a = "x,y" | split: "," %}{{ a.first }}{{ a | last }}{{ a | size }}{{ a[-1] }}{{ a | reverse }}{{ a | concat: a }}',
          "xy2yyxxyxy",
        ],
        [
          '{{ "b,a,b" | split: "," | uniq | sort }} {{ "abcd" | slice: 1, 2 }} {{ "abcd" | slice: -2, 2 }}',
          "ab bc cd",
        ],
        [
          "{{ page.mixed | compact | join }} {{ page.items | map: 'name' | join: '-' }} {{ page.items | sum: 'year' }}",
          "1 2 b-a-C 4000",
        ],
      ],
      {},
      { mixed: [1, null, 2], items: ITEMS },
    );
  });

  it("sort nil first unless told otherwise, and number-like text as numbers", () => {
    check(
      [
        ["{{ page.items | sort: 'year' | map: 'name' | join }}", "C a b"],
        ["{{ page.items | sort: 'year', 'last' | map: 'name' | join }}", "a b C"],
        [
          "{{ page.items | sort: 'name' | map: 'name' | join }} {{ page.items | sort_natural: 'name' | map: 'name' | join }}",
          "C a b a b C",
        ],
        ['{{ "10,9,2" | split: "," | sort | join }}', "2 9 10"],
      ],
      {},
      { items: ITEMS },
    );
  });

  it("draw the same lots in every build of a page", () => {
    const lots = new Set(Array.from({ length: 5 }, () => print('{{ "a,b,c,d,e" | split: "," | sample }}')));
    assert.equal(lots.size, 1);
    assert.equal(print('{{ "a,b,c" | split: "," | sample: 2 | size }}'), "2");
  });
});

describe("filters that choose and group", () => {
  it("find by a property: text, member of a list, or nothing at all", () => {
    check(
      [
        ["{{ page.items | where: 'year', 1999 | map: 'name' }}", "a"],
        ["{{ page.items | where: 'year', '1999' | map: 'name' }}", "a"],
        ["{{ page.items | where: 'tags', 'x' | map: 'name' }}", "bC"],
        ["{{ page.items | where: 'year', nil | map: 'name' }}", "C"],
        ["{% assign f = page.items | find: 'year', 1999 %}{{ f.name }}", "a"],
      ],
      {},
      { items: ITEMS },
    );
  });

  it("find by an expression", () => {
    check(
      [
        ["{{ page.items | where_exp: 'item', 'item.year > 2000' | map: 'name' }}", "b"],
        [
          "{{ page.items | where_exp: 'item', \"item.tags contains 'y' and item.year < 2000\" | map: 'name' }}",
          "a",
        ],
        ["{% assign f = page.items | find_exp: 'item', 'item.year == nil' %}{{ f.name }}", "C"],
      ],
      {},
      { items: ITEMS },
    );
  });

  it("group with name, items and size", () => {
    check(
      [
        [
          "{% assign g = page.items | group_by: 'year' %}{% for x in g %}{{ x.name }}:{{ x.size }}:{{ x.items[0].name }} {% endfor %}",
          "2001:1:b 1999:1:a :1:C ",
        ],
        [
          "{% assign g = page.items | group_by_exp: 'i', 'i.year | divided_by: 1000' %}{% for x in g %}{{ x.name }}{{ x.size }} {% endfor %}",
          "21 11 01 ",
        ],
      ],
      {},
      { items: ITEMS },
    );
  });

  it("tell of an expression that is malformed or asks for an unknown filter", () => {
    const { diagnostics } = renderText(
      "{{ page.items | where_exp: 'i', 'i.year = 1' | size }}{{ page.items | group_by_exp: 'i', 'i.year | upcas' | size }}",
      {},
      { variables: { items: ITEMS } },
    );
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["liquid-malformed", "liquid-unknown-filter"],
    );
    assert.equal(diagnostics[1]?.hint, 'Did you mean "upcase"?');
  });
});

describe("date filters", () => {
  const cases: readonly Case[] = [
    ['{{ page.day | date: "%Y-%m-%d %H:%M %z" }}', "2021-03-04 00:00 +0100"],
    ['{{ page.moment | date: "%-d %B %Y, %l:%M %p" }}', "4 March 2021, 10:00 AM"],
    ["{{ page.moment | date_to_xmlschema }}", "2021-03-04T06:00:00+01:00"],
    ["{{ page.moment | date_to_rfc822 }}", "Thu, 04 Mar 2021 06:00:00 +0100"],
    ["{{ page.day | date_to_string }}|{{ page.day | date_to_long_string }}", "04 Mar 2021|04 March 2021"],
    [
      '{{ page.day | date_to_string: "ordinal" }}|{{ page.day | date_to_string: "ordinal", "US" }}',
      "4th Mar 2021|Mar 4th, 2021",
    ],
    ['{{ page.day | date_to_long_string: "ordinal" }}', "4th March 2021"],
    [
      '{{ "March 4, 2021" | date: "%F" }} {{ "4 Mar 2021 10:20" | date: "%F %R" }} {{ 0 | date: "%F" }}',
      "2021-03-04 2021-03-04 10:20 1970-01-01",
    ],
    ['{{ "foo" | date: "%Y" }}[{{ nil | date: "%Y" }}][{{ "" | date: "%Y" }}]', "foo[][]"],
    [
      '{{ "now" | date: "%F %T" }} {{ "today" | date: "%F" }} {{ site.time | date: "%Z" }}',
      "2024-05-06 07:08:09 2024-05-06 +0200",
    ],
    ['{{ page.day | date: "%j %U %V %a %^b %y %s %%" }}', "063 09 09 Thu MAR 21 1614812400 %"],
  ];

  it("show every date in the site's time zone, whatever the machine's is", () => {
    const zone = process.env.TZ;
    try {
      for (const machine of ["Asia/Tokyo", "America/Los_Angeles", "UTC"]) {
        process.env.TZ = machine;
        check(
          cases,
          { config: { timezone: "Europe/Berlin" } },
          { day: "2021-03-04", moment: "2021-03-04 10:00:00 +0500" },
        );
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("print a date alone as Ruby prints a Time", () => {
    const page = { document: "_posts/2021-03-04-post.md" };
    assert.equal(print("{{ page.date }}", { documents: [{}] }, page), "2021-03-04 00:00:00 +0000");
    const date = timeOf("2021-07-04 10:00", "America/New_York");
    assert.equal(print("{{ page.date }}", { documents: [{ date }] }, page), "2021-07-04 10:00:00 -0400");
  });
});

describe("URL filters", () => {
  const site = { config: { url: "https://x.org", baseurl: "/blog" } };

  it("put baseurl and url in front of paths, once encoded, and leave other hosts alone", () => {
    check(
      [
        [
          '{{ "/a/" | relative_url }} {{ "a b/ü?x=1#y" | relative_url }} {{ "/a%20b" | relative_url }}',
          "/blog/a/ /blog/a%20b/%C3%BC?x=1#y /blog/a%20b",
        ],
        [
          '{{ "" | relative_url }} {{ "/" | relative_url }} {{ "mailto:a@b" | relative_url }}',
          "/blog /blog/ mailto:a@b",
        ],
        [
          '{{ "" | absolute_url }} {{ "/a/" | absolute_url }} {{ "https://y.org/z" | absolute_url }}[{{ nil | absolute_url }}]',
          "https://x.org/blog https://x.org/blog/a/ https://y.org/z[]",
        ],
        ['{{ "/a/index.html" | strip_index }}', "/a/"],
      ],
      site,
    );
  });

  it("give a relative URL where the site's own is unknown", () => {
    check([['{{ "/a/" | absolute_url }}', "/a/"]], { config: { url: "" } });
  });

  it("encode and decode", () => {
    check(
      [
        [
          "{{ page.text | cgi_escape }} {{ page.text | url_encode }}",
          "a+b%26%C3%BC%2A%27%28%29%21~ a+b%26%C3%BC%2A%27%28%29%21~",
        ],
        ["{{ page.text | uri_escape }}", "a%20b&%C3%BC*'()!~"],
        ['{{ "a+b%20c" | url_decode }} {{ "%zz" | url_decode }}', "a b c %zz"],
      ],
      {},
      { text: "a b&ü*'()!~" },
    );
  });
});

describe("filters that show values", () => {
  it("fall back for nil, false and what is empty", () => {
    check([
      [
        '{{ nil | default: "d" }}{{ "" | default: "d" }}{{ false | default: "d" }}{{ 0 | default: "d" }}',
        "ddd0",
      ],
      ['{{ false | default: "d", allow_false: true }}', "false"],
    ]);
  });

  it("write documents as JSON without running in circles", () => {
    const documents = [
      { path: "_posts/2021-03-04-a.md", next: "_posts/2021-03-05-b.md" },
      { path: "_posts/2021-03-05-b.md", previous: "_posts/2021-03-04-a.md" },
    ];
    const json = print("{{ site.posts | jsonify }}", { documents });
    const posts = JSON.parse(json) as { title: string; next: unknown; date: string }[];
    assert.equal(posts[0]?.date, "2021-03-04 00:00:00 +0000");
    assert.deepEqual(posts[0]?.next, {
      title: "b",
      url: "/b.html",
      id: "/b",
      date: "2021-03-05 00:00:00 +0000",
      path: "_posts/2021-03-05-b.md",
    });
    check([['{{ "a</b>é" | jsonify }} {{ nil | jsonify }} {{ 1.5 | jsonify }}', '"a</b>é" null 1.5']]);
  });

  it("inspect as Ruby does", () => {
    check(
      [["{{ page.value | inspect }}", "{&quot;a&quot;=&gt;[1, nil, true]}"]],
      {},
      { value: { a: [1, null, true] } },
    );
  });
});

describe("filters that need the Markdown renderer", () => {
  it("turn Markdown into HTML", () => {
    check([['{{ "x" | markdownify }}{{ nil | markdownify }}', "<p>x</p>\n"]]);
  });

  it("compile Sass where that is possible, and warn where it is not", () => {
    const compileSass = (text: string, syntax: string): string => `${syntax}:${text}`;
    check([['{{ "x" | scssify }} {{ "y" | sassify }}', "scss:x sass:y"]], { services: { compileSass } });
    const { text, diagnostics } = renderText('{{ "x" | scssify }}');
    assert.equal(text, "x");
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["liquid-sass-unavailable"],
    );
  });

  it("make a table of contents of the headings that have ids", () => {
    const html =
      '<h2 id="a">A <em>x</em></h2><h3 id="b">B</h3><h2 id="c">C</h2><h2 class="no_toc" id="d">D</h2>';
    const toc = print("{{ page.html | toc_only }}", {}, { variables: { html } });
    assert.match(
      toc,
      /<a href="#a">A <em>x<\/em><\/a>\s*<ul>\s*<li class="toc-entry toc-h3"><a href="#b">B<\/a><\/li>\s*<\/ul>/,
    );
    assert.doesNotMatch(toc, /#d/);
    const anchored = print("{{ page.html | inject_anchors }}", {}, { variables: { html } });
    assert.match(anchored, /<h2 id="a"><a class="anchor" href="#a"/);
    assert.equal(print("{{ page.html | toc }}", {}, { variables: { html } }), toc + anchored);
  });
});
