import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { liquidCatalogue } from "../diagnostics/catalogue/liquid.js";
import { catalogue } from "../diagnostics/catalogue.js";
import {
  createTestEngine,
  PLAIN_PAGE,
  print,
  renderTestBody,
  renderText,
  type TestSite,
} from "../testing/create-test-engine.js";
import { createKnownText } from "../util/known-text.js";

describe("layouts", () => {
  const site: TestSite = {
    layouts: {
      base: "<{{ content }}|{{ layout.title }}|{{ layout.nested.a }}{{ layout.nested.b }}>",
      post: "({{ content }} {{ layout.title }}{{ x }})",
    },
    layoutFrontMatter: {
      base: { title: "outer", nested: { a: 1, b: 1 } },
      post: { layout: "base", title: "inner", nested: { a: 2 } },
    },
  };

  it("nest through their own front matter, whose inner values win", () => {
    const result = createTestEngine(site).renderLayouts({ ...PLAIN_PAGE, layout: "post" }, "body");
    assert.equal(result.text, "<(body inner)|inner|21>");
    assert.deepEqual(result.usedTemplates, ["_layouts/post.html", "_layouts/base.html"]);
    assert.deepEqual(result.diagnostics, []);
  });

  it("are none for null and none", () => {
    for (const layout of [null, "none"]) {
      assert.equal(createTestEngine(site).renderLayouts({ ...PLAIN_PAGE, layout }, "body").text, "body");
    }
  });

  it("are named with the nearest one when missing, where the document names them", () => {
    const document = { path: "a.md", keyPositions: ["layout", 3, 9] };
    const engine = createTestEngine({ ...site, documents: [document] });
    const { text, diagnostics } = engine.renderLayouts(
      { ...PLAIN_PAGE, source: "a.md", document: "a.md", layout: "pots" },
      "body",
    );
    assert.equal(text, "body");
    assert.equal(diagnostics[0]?.code, "liquid-missing-layout");
    assert.equal(diagnostics[0]?.hint, 'Did you mean "post"?');
    assert.deepEqual(diagnostics[0]?.place, { path: "a.md", line: 3, column: 9 });
  });

  it("that lead back to themselves are an error", () => {
    const layoutFrontMatter = { a: { layout: "b" }, b: { layout: "a" } };
    const engine = createTestEngine({ layouts: { a: "", b: "" }, layoutFrontMatter });
    const { diagnostics } = engine.renderLayouts({ ...PLAIN_PAGE, layout: "a" }, "");
    assert.equal(diagnostics[0]?.code, "liquid-layout-cycle");
    assert.match(diagnostics[0]?.message ?? "", /a > b > a/);
  });

  it("have variables of their own: assignments do not leak from one to the next", () => {
    const layouts = { inner: "{% assign x = 1 %}i", outer: "{{ content }}[{{ x }}]" };
    const engine = createTestEngine({ layouts, layoutFrontMatter: { inner: { layout: "outer" } } });
    assert.equal(engine.renderLayouts({ ...PLAIN_PAGE, layout: "inner" }, "").text, "i[]");
  });
});

describe("what templates see", () => {
  const a = "_posts/2021-03-04-a.md";
  const b = "_posts/2021-03-05-b.md";
  const site: TestSite = {
    config: {
      baseurl: "/blog",
      values: { custom: { key: "v" }, title: "ignored" },
      collections: [{ label: "notes", output: true, permalink: null, values: { extra: 1 } }],
    },
    documents: [
      {
        path: b,
        title: "On $\\alpha$",
        tags: ["t"],
        categories: ["Math"],
        previous: a,
        related: [a],
        frontMatter: { subtitle: "S", when: "2020-01-02" },
      },
      { path: a, title: "A", next: b, excerpt: "own *excerpt*" },
      { path: "about.md", url: "/about/", outputPath: "about/index.html" },
      { path: "feed.xml", url: "/feed.xml", outputPath: "feed.xml" },
      { path: "_notes/n.md", kind: "document", collection: "notes", title: "N" },
    ],
    categories: [{ name: "Math", slug: "math", url: "/category/math/", posts: [b] }],
    tags: [{ name: "t", slug: "t", url: "/tag/t/", posts: [b] }],
    staticFiles: ["img/a.png", "x.html"],
    data: { nav: [{ title: "Home" }] },
    rendered: {
      [b]: {
        html: "<p>B</p>",
        excerptHtml: "<p>ex</p>",
        excerptText: "ex",
        words: 700,
        formulas: 2,
        headings: [{ level: 2, id: "h", html: "H", text: "H" }],
      },
    },
  };
  const page = { ...PLAIN_PAGE, source: b, document: b };

  const cases: readonly (readonly [title: string, template: string, expected: string])[] = [
    [
      "the site's lists",
      "{{ site.posts.size }} {{ site.pages.size }} {{ site.html_pages.size }} {{ site.static_files.size }} {{ site.html_files.size }} {{ site.documents.size }} {{ site.notes[0].title }}",
      "2 2 1 2 1 3 N",
    ],
    [
      "any key of the configuration, its own values first",
      "{{ site.custom.key }} {{ site.title }} {{ site.baseurl }} {{ site.url }}",
      "v Site /blog https://example.org",
    ],
    [
      "collections with their documents",
      "{% for c in site.collections %}{{ c.label }}:{{ c.docs.size }}:{{ c.output }}{{ c.extra }} {% endfor %}",
      "notes:1:true1 posts:2:true ",
    ],
    [
      "categories and tags as pairs and by name",
      "{% for c in site.categories %}{{ c[0] }}={{ c[1].size }}{{ c.first }}{{ c.last[0].slug }}{% endfor %} {{ site.categories.Math.size }} {{ site.categories['math'].size }} {{ site.tags.size }}",
      "Math=1Mathb 1 1 1",
    ],
    [
      "categories and tags as lists",
      "{% for c in site.category_list %}{{ c.name }} {{ c.slug }} {{ c.url }} {{ c.count }} {{ c.posts[0].slug }}{% endfor %} {{ site.tag_list[0].url }}",
      "Math math /category/math/ 1 b /tag/t/",
    ],
    [
      "years",
      "{% for y in site.years %}{{ y.year }} {{ y.url }} {{ y.posts.size }}{% endfor %}",
      "2021 /2021/ 2",
    ],
    [
      "data and static files",
      "{{ site.data.nav[0].title }} {{ site.static_files[0].path }} {{ site.static_files[0].extname }} {{ site.static_files[0].basename }}",
      "Home /img/a.png .png a",
    ],
    [
      "a document",
      "{{ page.url }} {{ page.id }} {{ page.slug }} {{ page.path }} {{ page.name }} {{ page.ext }} {{ page.collection }} {{ page.draft }} {{ page.date }}",
      `/page/ /b b ${b} 2021-03-05-b.md .md posts false 2021-03-05 00:00:00 +0000`,
    ],
    [
      "front matter, dates in it too",
      "{{ page.subtitle }} {{ page.when | date: '%d.%m.%Y' }} {{ page.tags }} {{ page.categories[0] }}",
      "S 02.01.2020 t Math",
    ],
    [
      "titles as written, as HTML and as text",
      "{{ page.title }}|{{ page.title_html }}|{{ page.title_text }}",
      "On $\\alpha$|On <math>\\alpha</math>|On α",
    ],
    [
      "what was rendered",
      "{{ page.content }}{{ page.excerpt }}{{ page.excerpt_text }} {{ page.reading_time }} {{ page.word_count }} {{ page.has_math }} {{ page.has_code }} {{ page.headings[0].id }}",
      "<p>B</p><p>ex</p>ex 3 700 true false h",
    ],
    [
      "neighbours and relations",
      "{{ page.previous.title }}{{ page.next.title }} {{ page.related_posts[0].slug }} {{ site.related_posts | map: 'slug' }} {{ page.previous.next.slug }}",
      "A a a b",
    ],
    [
      "links of categories and tags",
      "{{ page.category_links[0].name }} {{ page.category_links[0].url }} {{ page.tag_links[0].url }}",
      "Math /category/math/ /tag/t/",
    ],
    [
      "an excerpt of the front matter before any other",
      "{{ page.previous.excerpt }}{{ page.previous.excerpt_text }}",
      "<p>own *excerpt*</p>\nown *excerpt*",
    ],
    [
      "the environment",
      "{{ jekyll.environment }} {{ jekyll.version | size }} {{ theme.name }}{{ paginator.page }}",
      "production 5 ",
    ],
  ];
  for (const [title, template, expected] of cases) {
    it(`holds ${title}`, () => assert.equal(print(template, site, page), expected));
  }

  it("holds the variables of a planned page, its paths of posts as posts", () => {
    const planned = { posts: [b, a], variables: { title: "Cat $x$", category: { name: "Math" } } };
    assert.equal(
      print(
        "{{ page.title }} {{ page.title_html }} {{ page.title_text }} {{ page.posts | map: 'slug' }} {{ page.category.name }} {{ page.path }}",
        site,
        planned,
      ),
      "Cat $x$ Cat <math>x</math> Cat x ba Math page.md",
    );
  });

  it("holds the paginator", () => {
    const paginator = {
      page: 2,
      perPage: 1,
      posts: [a],
      totalPosts: 2,
      totalPages: 2,
      previousPage: 1,
      previousPagePath: "/",
      nextPage: null,
      nextPagePath: null,
    };
    const template =
      "{{ paginator.page }}{{ paginator.per_page }}{{ paginator.posts[0].slug }}{{ paginator.total_posts }}{{ paginator.total_pages }}{{ paginator.previous_page }}{{ paginator.previous_page_path }}{% if paginator.next_page %}x{% endif %}{{ paginator.next_page_path }}";
    assert.equal(print(template, site, { paginator }), "21a221/");
  });

  it("has the source of a body that is not rendered yet", () => {
    assert.equal(
      renderTestBody("{{ site.posts[0].content }}", {
        documents: [{ path: "_posts/2020-01-01-other.md", body: createKnownText("raw *b*") }],
      }).text,
      "raw *b*",
    );
  });

  it("hides what JavaScript adds to objects", () => {
    assert.equal(
      print("[{{ site.data.constructor }}{{ site.data.toString }}{{ page.constructor.name }}]", site, page),
      "[]",
    );
  });
});

describe("the catalogue of faults", () => {
  it("holds no code of templates that no template can trigger", () => {
    const includes = { "loop.html": "{% include loop.html %}" };
    const all = [
      "{{ a b | | c }}{{ x",
      "{% if",
      "{% for %}{% endfor %}",
      "{% if a %}",
      "{% endif %}{% nope %}{{ 1 | nope }}",
      '{% include nope.html %}{% include loop.html %}{% link nope %}{{ 1 | divided_by: 0 }}{{ "" | scssify }}{% gist 1 %}',
    ].flatMap((template) => renderText(template, { includes }).diagnostics);
    const engine = createTestEngine({ layouts: { a: "" }, layoutFrontMatter: { a: { layout: "a" } } });
    const layouts = ["a", "b"].flatMap(
      (layout) => engine.renderLayouts({ ...PLAIN_PAGE, layout }, "").diagnostics,
    );
    const met = new Set([...all, ...layouts].map(({ code }) => code));
    assert.deepEqual([...met].sort(), Object.keys(liquidCatalogue).sort());
    for (const { code, message, hint, severity } of [...all, ...layouts]) {
      assert.equal(severity, catalogue[code as keyof typeof catalogue].severity);
      assert.ok(message.length > 10 && hint.length > 10, code);
    }
  });
});

describe("site.tags", () => {
  it("comes in the order in which posts name its members, oldest first", () => {
    const term = (name: string, path: string) => ({ name, slug: name, url: `/tag/${name}/`, posts: [path] });
    const documents = ["_posts/2022-01-01-new.md", "_posts/2021-01-01-old.md"].map((path, index) => ({
      path,
      tags: index === 0 ? ["a"] : ["z", "y"],
    }));
    const tags = [
      term("a", documents[0]?.path ?? ""),
      ...["y", "z"].map((name) => term(name, documents[1]?.path ?? "")),
    ];
    const { text } = renderText("{% for tag in site.tags %}{{ tag[0] }}{% endfor %}", { documents, tags });
    assert.equal(text, "zya");
  });
});
