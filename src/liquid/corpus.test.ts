import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { print, renderTestBody, renderText, type TestSite } from "../testing/create-test-engine.js";

/** Written after what 47 public blogs hold, each construct as often met as it is there: often first. */
const SITE: TestSite = {
  config: {
    baseurl: "/blog",
    values: { repository: "a/b", date_format: "%b %-d, %Y", google_analytics: "UA-1" },
  },
  documents: [
    {
      path: "_posts/2021-03-05-second.md",
      title: "Second & last",
      tags: ["x"],
      frontMatter: { cover: "/c.png" },
    },
    { path: "_posts/2021-03-04-first.md", title: "First", tags: ["x", "y"] },
    {
      path: "about.md",
      title: "About",
      url: "/about/",
      outputPath: "about/index.html",
      frontMatter: { nav_order: 2 },
    },
    { path: "index.md", title: "Home", url: "/", outputPath: "index.html", frontMatter: { nav_order: 1 } },
  ],
  tags: [
    {
      name: "x",
      slug: "x",
      url: "/tag/x/",
      posts: ["_posts/2021-03-05-second.md", "_posts/2021-03-04-first.md"],
    },
  ],
  data: { members: [{ name: "Ada", since: "2010-01-02" }], settings: { menu: { main: "Menu" } } },
  includes: {
    "figure.html":
      '<figure><img src="{{ include.src | relative_url }}" alt="{{ include.alt | default: include.caption | strip_html | escape }}">{% if include.caption %}<figcaption>{{ include.caption | markdownify | remove: "<p>" | remove: "</p>" | strip }}</figcaption>{% endif %}</figure>',
    "analytics.html":
      "{% if jekyll.environment == 'production' and site.google_analytics %}[{{ site.google_analytics }}]{% endif %}",
  },
};
const PAGE = {
  document: "_posts/2021-03-05-second.md",
  source: "_posts/2021-03-05-second.md",
  url: "/second.html",
};

const TEMPLATES: readonly (readonly [template: string, expected: string])[] = [
  [
    '<a href="{{ site.baseurl }}{{ post.url }}">{{ "/css/main.css" | prepend: site.baseurl | prepend: site.url }}</a>',
    '<a href="/blog">https://example.org/blog/css/main.css</a>',
  ],
  ["{% if page.title %}{{ page.title | escape }} - {% endif %}{{ site.title }}", "Second &amp; last - Site"],
  ["{{ page.title | strip_html | strip_newlines | truncate: 160 | replace: '&', 'and' }}", "Second and last"],
  [
    "{% for post in site.posts limit:1 %}{{ post.date | date: site.date_format }} {{ post.title }}{% unless forloop.last %}, {% endunless %}{% endfor %}",
    "Mar 5, 2021 Second & last",
  ],
  [
    "{%- assign sorted = site.pages | sort: 'nav_order' -%}{%- for p in sorted -%}{{ p.title }}{% if p.url == page.url %}*{% endif %} {% endfor %}",
    "Home About ",
  ],
  [
    "{% assign dates = site.posts | group_by_exp: 'post', \"post.date | date: '%Y'\" %}{% for year in dates %}{{ year.name }}: {% for post in year.items %}{{ post.title }};{% endfor %}{% endfor %}",
    "2021: Second & last;First;",
  ],
  [
    '{% for tag in site.tags %}{% assign name = tag | first %}{% assign posts = tag | last %}<a href="#{{ name | slugify }}">{{ name }} ({{ posts | size }})</a>{% endfor %}',
    '<a href="#x">x (2)</a>',
  ],
  [
    "{% capture tags %}{% for tag in site.tags %}{{ tag[0] }}{% unless forloop.last %},{% endunless %}{% endfor %}{% endcapture %}{% assign words = tags | split:',' | sort %}{{ words | join: '-' }}",
    "x",
  ],
  [
    "{% for member in site.data.members %}{{ member.name }} {{ member.since | date: '%Y' }}{% endfor %} {{ site.data.settings.menu.main }}",
    "Ada 2010 Menu",
  ],
  [
    "{% if page.previous.url %}<a>{{ page.previous.title }}</a>{% endif %}{% if page.comments != false and page.toc == nil %}c{% endif %}",
    "c",
  ],
  ["{% case page.layout %}{% when 'post' %}P{% when 'page', 'home' %}Q{% else %}R{% endcase %}", "R"],
  [
    "{% assign words = content | number_of_words %}{% if words < 360 %}1{% else %}{{ words | divided_by: 180 }}{% endif %} min",
    "1 min",
  ],
  [
    "{% include figure.html src='/a b.png' caption='A *plot*' %}",
    '<figure><img src="/blog/a%20b.png" alt="A *plot*"><figcaption>A *plot*</figcaption></figure>',
  ],
  ["{% include analytics.html %}{% include_cached analytics.html %}", "[UA-1][UA-1]"],
  [
    "<updated>{{ site.time | date_to_xmlschema }}</updated><title>{{ site.posts[0].title | xml_escape }}</title>",
    "<updated>2024-05-06T07:08:09+00:00</updated><title>Second &amp; last</title>",
  ],
  [
    "{% assign list = '' | split: '' %}{% for post in site.posts %}{% assign list = list | push: post.title %}{% endfor %}{{ list | jsonify }}",
    '["Second & last","First"]',
  ],
  [
    "{% assign x = site.posts | where_exp: 'p', \"p.tags contains 'y'\" | first %}{{ x.title }} {{ site.posts | map: 'title' | uniq | size }}",
    "First 2",
  ],
  [
    "{% for i in (1..3) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}{{ page.url | remove_first: '/' | append: '?x' | url_encode }}",
    "13second.html%3Fx",
  ],
  [
    '{{ page.cover | absolute_url }} {{ "x" | relative_url | cgi_escape }}',
    "https://example.org/blog/c.png %2Fblog%2Fx",
  ],
];

describe("templates as public blogs write them", () => {
  for (const [template, expected] of TEMPLATES) {
    it(template, () => assert.equal(print(template, SITE, PAGE), expected));
  }

  it("use filters that never existed, and pass their input on with one warning each", () => {
    for (const filter of ["slugize", "strip_slash", "shfit", "add: 1", "widont", "encode_email"]) {
      const { text, diagnostics } = renderText(`{{ "a" | ${filter} }}`, SITE);
      assert.equal(text, "a");
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ["liquid-unknown-filter"],
      );
    }
  });
});

describe("bodies as public blogs write them", () => {
  it("mix links, includes, highlighted code, raw text and loops", () => {
    const body = `See [the first]({% post_url 2021-03-04-first %}) and [about]({% link about.md %}).

{% highlight python %}
x = {"a": {"b": 1}}
{% endhighlight %}

{% include figure.html src="/p.png" %}

{% raw %}{{ mustache }}{% endraw %} and $\\frac{a}{b_{{c}}}$.

{% assign n = 2 %}
{% for post in site.posts %}
* {{ post.title }}
{% endfor %}
`;
    const { text, diagnostics } = renderTestBody(body, SITE);
    assert.deepEqual(diagnostics, []);
    assert.match(text, /\[the first\]\(\/blog\/first\.html\) and \[about\]\(\/blog\/about\/\)/);
    assert.match(
      text,
      /\n\n<pre data-highlight="python"><code>x = \{&quot;a&quot;: \{&quot;b&quot;: 1\}\}<\/code><\/pre>\n\n/,
    );
    assert.match(text, /<img src="\/blog\/p\.png" alt="">/);
    assert.ok(text.includes("{{ mustache }} and $\\frac{a}{b_{{c}}}$."));
    assert.match(text, /\* Second & last\n\n\* First\n/);
  });
});

describe("no text at all", () => {
  /** A generator that gives the same numbers on every run: Lehmer's, with Park and Miller's constants. */
  function createRandom(seed: number): (limit: number) => number {
    let state = seed;
    return (limit) => {
      state = (state * 48271) % 2147483647;
      return state % limit;
    };
  }
  const PIECES = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{%-",
    "-%}",
    " if ",
    " endif ",
    " for i in ",
    "(1..2)",
    "endfor",
    "raw",
    "endraw",
    "comment",
    "endcomment",
    "highlight c",
    "endhighlight",
    "include a.html",
    " x=",
    '"',
    "'",
    "|",
    " upcase",
    ":",
    ",",
    ".",
    "[",
    "]",
    "(",
    ")",
    "=",
    "==",
    " and ",
    "page",
    "a",
    "1",
    "\n",
    "\n\n    ",
    "`",
    "```\n",
    "$",
    "$$",
    " ",
    "é",
    "\uF8E0",
    "assign x = ",
    "case ",
    "when ",
    "else",
    "capture c",
    "endcapture",
  ];

  it("makes the engine fail or lose count of its lines, however malformed", () => {
    const random = createRandom(20240506);
    for (let round = 0; round < 1500; round++) {
      const text = Array.from({ length: 1 + random(24) }, () => PIECES[random(PIECES.length)]).join("");
      const body = renderTestBody(text, { includes: { "a.html": "A{{ include.x }}\n" } });
      assert.equal(body.lineOrigins.length, body.text.split("\n").length, JSON.stringify(text));
      const lastLine = 4 + text.split("\n").length;
      assert.ok(
        body.lineOrigins.every((line) => line >= 5 && line <= lastLine),
        JSON.stringify(text),
      );
      for (const { place } of body.diagnostics) assert.ok((place?.line ?? 5) >= 1, JSON.stringify(text));
      assert.ok(!body.text.includes("\uF8E1"), JSON.stringify(text));
    }
  });
});
