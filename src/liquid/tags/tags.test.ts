import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PLAIN_PAGE, print, renderTestBody, renderText } from "../../testing/create-test-engine.js";

describe("include", () => {
  it("takes an unquoted file name and parameters of all kinds, also over lines", () => {
    const includes = {
      "a/b.html":
        "[{{ include.text }}|{{ include.number }}|{{ include.value }}|{{ include.flag }}|{{ include.quote }}]",
    };
    const template =
      '{% include a/b.html text="x y"\n  number=3 value=page.deep.key\n  flag=true quote="say \\"hi\\"" %}';
    assert.equal(
      print(template, { includes }, { variables: { deep: { key: "v" } } }),
      '[x y|3|v|true|say "hi"]',
    );
  });

  it("finds a file whose name is in a variable", () => {
    const includes = { "icon-x.html": "X{{ include.a }}" };
    assert.equal(
      print(
        '{% include icon-{{ page.icon }}.html a="1" %}{% include {{ page.file }} %}',
        { includes },
        { variables: { icon: "x", file: "icon-x.html" } },
      ),
      "X1X",
    );
  });

  it("sees the variables around it, and keeps its parameters to itself", () => {
    const includes = {
      "a.html": "{{ x }}{{ include.p }}{% include b.html %}{% assign y = 2 %}",
      "b.html": "({{ include.p }})",
    };
    assert.equal(
      print('{% assign x = 1 %}{% include a.html p="q" %}{{ include.p }}{{ y }}', { includes }),
      "1q()2",
    );
  });

  it("includes include_cached", () => {
    assert.equal(
      print('{% include_cached a.html p="q" %}', { includes: { "a.html": "{{ include.p }}" } }),
      "q",
    );
  });

  it("names a missing file and the nearest one", () => {
    const { diagnostics } = renderText("{% include hed.html %}", { includes: { "head.html": "" } });
    assert.equal(diagnostics[0]?.code, "liquid-missing-include");
    assert.equal(diagnostics[0]?.hint, 'Did you mean "head.html"?');
  });

  it("places a fault in the included file, and lists the files that were used", () => {
    const { diagnostics, usedTemplates } = renderText("a\n{% include a.html %}", {
      includes: { "a.html": "\n\n {{ 1 | nope }}" },
    });
    assert.deepEqual(
      diagnostics.map(({ place, page }) => [place?.path, place?.line, place?.column, page]),
      [["_includes/a.html", 3, 9, "page.md"]],
    );
    assert.deepEqual(usedTemplates, ["_layouts/main.html", "_includes/a.html"]);
  });

  it("may come back to itself, but not for ever", () => {
    const includes = {
      "tree.html":
        "{{ include.n }}{% if include.n < 20 %}{% assign m = include.n | plus: 1 %}{% include tree.html n=m %}{% endif %}",
      "loop.html": "{% include loop.html %}",
    };
    assert.match(print("{% include tree.html n=1 %}", { includes }), /^1234.*20$/);
    const { diagnostics } = renderText("{% include loop.html %}", { includes });
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["liquid-include-recursion"],
    );
  });
});

describe("include_relative", () => {
  it("reads a file beside the document, and none outside its folder", () => {
    const site = { relative: { "_posts/part.md": "PART {{ page.title }} {{ include.a }}" } };
    assert.equal(renderTestBody('x {% include_relative part.md a="1" %}', site).text, "x PART post 1");
    for (const name of ["nope.md", "../secret.md"]) {
      const { diagnostics } = renderTestBody(`{% include_relative ${name} %}`, site);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ["liquid-missing-include"],
      );
    }
  });
});

describe("link and post_url", () => {
  const site = {
    config: { baseurl: "/blog" },
    documents: [
      { path: "_posts/2021-03-04-name.md", url: "/x/name.html" },
      { path: "math/_posts/2021-03-05-b.md", url: "/math/b.html" },
      { path: "about.md", url: "/about/" },
    ],
    staticFiles: ["assets/a b.pdf"],
  };

  it("give URLs with baseurl", () => {
    assert.equal(
      print(
        "{% link _posts/2021-03-04-name.md %} {% link about.md %} {% link /assets/a b.pdf %} {% link {{ page.to }} %}",
        site,
        { variables: { to: "about.md" } },
      ),
      "/blog/x/name.html /blog/about/ /blog/assets/a%20b.pdf /blog/about/",
    );
    assert.equal(
      print(
        "{% post_url 2021-03-04-name %} {% post_url math/2021-03-05-b %} {% post_url 2021-03-05-b %} {% post_url /2021-03-04-name %}",
        site,
      ),
      "/blog/x/name.html /blog/math/b.html /blog/math/b.html /blog/x/name.html",
    );
  });

  it("say what is missing, and what may be meant", () => {
    const { diagnostics } = renderText(
      "{% link _posts/2021-03-04-nam.md %}{% post_url 2021-03-04-nam %}{% link posts/2021-03-04-name.md %}{% post_url 1999-01-01-zzz %}",
      site,
    );
    assert.deepEqual(
      diagnostics.map(({ code, hint }) => [code, hint]),
      [
        ["liquid-missing-link", 'Did you mean "_posts/2021-03-04-name.md"?'],
        ["liquid-missing-link", 'Did you mean "2021-03-04-name"?'],
        ["liquid-missing-link", 'Did you mean "_posts/2021-03-04-name.md"?'],
        ["liquid-missing-link", "Name a post by its file without the ending: 2021-03-04-name"],
      ],
    );
  });
});

describe("highlight", () => {
  it("becomes one line that hides its signs from Markdown and math", () => {
    assert.equal(
      print('{% highlight Python linenos mark_lines="2 5" %}\n\nif $a$:\n\n  {{ b }}*\n\n{% endhighlight %}'),
      '<pre data-highlight="python" data-linenos="inline" data-mark-lines="2 5"><code>if &#36;a&#36;&#58;&#10;&#10;  &#123;&#123; b &#125;&#125;&#42;</code></pre>',
    );
  });

  it("knows linenos=table, hl_lines, and raw inside", () => {
    assert.equal(
      print(
        '{% highlight c++ linenos=table hl_lines="1" %}{% raw %}\n{{ x }}\n{% endraw %}{% endhighlight %}',
      ),
      '<pre data-highlight="c&#43;&#43;" data-linenos="table" data-mark-lines="1"><code>&#123;&#123; x &#125;&#125;</code></pre>',
    );
  });

  it("leaves out the indentation that its closing tag has too", () => {
    assert.match(print("- {% highlight c %}\n  a\n    b\n  {% endhighlight %}"), /<code>a&#10; {2}b<\/code>/);
  });

  it("asks for a language and for its end", () => {
    assert.deepEqual(
      renderText("{% highlight %}a{% endhighlight %}").diagnostics.map(({ code }) => code),
      ["liquid-tag-syntax"],
    );
    assert.deepEqual(
      renderText("{% highlight c %}a").diagnostics.map(({ code }) => code),
      ["liquid-unclosed-block"],
    );
  });
});

describe("ifchanged", () => {
  it("prints only what differs from the last time", () => {
    assert.equal(
      print(
        "{% for i in page.list %}{% ifchanged %}{{ i }}{% endifchanged %}.{% endfor %}",
        {},
        { variables: { list: [1, 1, 2] } },
      ),
      "1..2.",
    );
  });
});

describe("gist and feed_meta", () => {
  it("link a gist, embed nothing, and say so", () => {
    const { text, diagnostics } = renderText("{% gist user/123 a.py %}");
    assert.equal(
      text,
      '<p class="gist"><a href="https://gist.github.com/user/123">Gist user/123: a.py</a></p>',
    );
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [["liquid-gist-link", "note"]],
    );
  });

  it("point to the feed unless it is switched off", () => {
    assert.equal(
      print("{% feed_meta %}", { config: { baseurl: "/b" } }),
      '<link type="application/atom+xml" rel="alternate" href="https://example.org/b/feed.xml" title="Site" />',
    );
    assert.equal(
      print("{% feed_meta %}", {
        config: { feed: { enabled: false, path: "", postsLimit: 0, categories: false } },
      }),
      "",
    );
  });
});

describe("seo", () => {
  const post = {
    path: "_posts/2021-03-04-post.md",
    title: String.raw`The $\alpha$ "test" <b>`,
    description: "What $x$ is",
    url: "/post.html",
    frontMatter: { image: "/a.png", author: "ada" },
  };
  const site = {
    documents: [post],
    config: { values: { twitter: { username: "@me" } }, description: "About" },
    data: { authors: { ada: { name: "Ada L.", twitter: "ada" } } },
  };
  const page = { ...PLAIN_PAGE, source: post.path, document: post.path, url: post.url };

  it("describes a post with readable text, never TeX", () => {
    const head = print("{% seo %}", site, page);
    for (const line of [
      "<title>The α &quot;test&quot; &lt;b&gt; | Site</title>",
      '<meta name="description" content="What x is" />',
      '<link rel="canonical" href="https://example.org/post.html" />',
      '<meta property="og:image" content="https://example.org/a.png" />',
      '<meta property="og:type" content="article" />',
      '<meta property="article:published_time" content="2021-03-04T00:00:00+00:00" />',
      '<meta name="twitter:card" content="summary_large_image" />',
      '<meta name="twitter:site" content="@me" />',
      '<meta name="twitter:creator" content="@ada" />',
      '<meta name="author" content="Ada L." />',
    ]) {
      assert.ok(head.includes(line), line);
    }
    assert.doesNotMatch(head, /\\alpha|\$/);
  });

  it("holds JSON-LD that no title can break out of", () => {
    const json =
      /<script type="application\/ld\+json">\n(.*)<\/script>/.exec(print("{% seo %}", site, page))?.[1] ?? "";
    assert.doesNotMatch(json, /</);
    const data = JSON.parse(json) as Record<string, unknown>;
    assert.equal(data.headline, 'The α "test" <b>');
    assert.equal(data["@type"], "BlogPosting");
    assert.deepEqual(Object.keys(data), Object.keys(data).toSorted());
  });

  it("names no absolute URL of a site whose own is unknown, and leaves the title out on request", () => {
    const head = print("{% seo title=false %}", { ...site, config: { url: "" } }, page);
    assert.doesNotMatch(head, /<title>|canonical|og:url|og:image|https:\/\/example/);
  });

  it("counts the pages of a list and links its neighbours", () => {
    const paginator = {
      page: 2,
      perPage: 1,
      posts: [],
      totalPosts: 3,
      totalPages: 3,
      previousPage: 1,
      previousPagePath: "/",
      nextPage: 3,
      nextPagePath: "/page3/",
    };
    const head = print("{% seo %}", site, { ...PLAIN_PAGE, url: "/page2/", paginator });
    assert.match(head, /<title>Page 2 of 3 for Site \| About<\/title>/);
    assert.match(
      head,
      /<link rel="prev" href="https:\/\/example.org\/" \/>\n<link rel="next" href="https:\/\/example.org\/page3\/" \/>/,
    );
  });
});
