/** Pieces of texts that read the site in every way that a template can. */
import type { Scene } from "./scene.js";

/** Things that a site may or may not have. */
export const WORDS = ["alpha", "beta", "gamma", "delta", "epsilon"] as const;
export const TERMS = ["math", "code", "Life & Art", "Math"] as const;

export const postPath = (word: string, month: number): string => `_posts/2024-0${month}-15-${word}.md`;

type Fragment = (scene: Scene) => string;

/** For bodies and layouts alike. */
export const SITE_FRAGMENTS: readonly Fragment[] = [
  () =>
    "{% for p in site.posts limit: 3 %}{{ p.title }} {{ p.url }} {{ p.date | date: '%F %H:%M' }};{% endfor %}",
  () => "{{ site.posts.first.content | strip_html | truncate: 60 }}",
  ({ pick }) => `<img src="/img/${pick(["one.png", "two.svg"])}" alt="A picture">`,
  () => "{% for p in site.posts offset: 1 limit: 2 %}{{ p.excerpt | strip_html }}{% endfor %}",
  () => "{{ page.previous.excerpt | strip_html }} {{ page.next.title }} {{ page.next.word_count }}",
  ({ pick }) => `{{ site.posts | where: "mood", "${pick(WORDS)}" | map: "title" | join: ", " }}`,
  () =>
    '{% assign g = site.posts | group_by: "mood" %}{% for x in g %}{{ x.name }}:{{ x.size }} {% endfor %}',
  () => '{{ site.posts | sort: "title" | map: "url" | join: " " }}',
  () => '{{ site.related_posts | map: "title" | join: ", " }}{{ page.related_posts | map: "url" | join }}',
  () => '{{ site.static_files | map: "path" | join: " " }}',
  () =>
    '{% for f in site.static_files %}{% if f.name == "a.txt" %}{{ f.modified_time }}{% endif %}{% endfor %}',
  () => "{{ site.time | date: '%F %T' }}",
  () => "{{ 'now' | date: '%F' }}",
  () => "{{ 86400 | date: '%F %H:%M %z' }} {{ '2024-07-01 12:00' | date_to_xmlschema }}",
  () => "{% for x in page %}{{ x[0] }}={{ x[1] | inspect | truncate: 40 }};{% endfor %}",
  () => "{% for x in site.posts.first %}{{ x[0] }} {% endfor %}",
  () => "{{ page | jsonify | strip_html | truncate: 900 }}",
  () => "{{ site.data | jsonify }}",
  () =>
    "{{ site.data.facts.value }} {{ site.data.people[0].name }} {{ site.data.table | map: 'b' | join: '-' }}",
  ({ pick }) => `{{ site.categories["${pick(TERMS)}"] | map: "title" | join: "/" }} {{ site.tags | size }}`,
  () => "{% for c in site.categories %}{{ c[0] }} {{ c[1].size }};{% endfor %}",
  () => "{% for t in site.tag_list %}{{ t.name }} {{ t.url }} {{ t.count }};{% endfor %}",
  () => "{{ page.category_links | map: 'url' | join: ' ' }} {{ page.headings | size }} {{ page.has_math }}",
  () => "{{ site.notes | map: 'title' | join: ',' }} {{ site.notes.first.content | strip_html }}",
  () => "{{ site.collections | map: 'label' | join: ',' }} {{ site.years | map: 'year' | join: ',' }}",
  () => "{{ site.pages | map: 'path' | sort | join: ' ' }}",
  () => "{{ site.title_html }} {{ site.baseurl }} {{ site.url }} {{ site.unknown }} {{ site.timezone }}",
  () => "{{ jekyll.environment }} {{ page.mood | inspect }} {{ page.number | times: 2 }}",
  () => "{{ '/alpha.html' | relative_url }} {{ 'a.txt' | absolute_url }}",
  () => "{{ \"@import 'part'; a { b: $c }\" | scssify | strip_newlines }}",
  (scene) =>
    `{% include ${nameOf(scene, /^_includes\/([a-z]+\.html)$/, `${scene.pick(WORDS)}.html`)} text="given" %}`,
  (scene) => `{% post_url ${nameOf(scene, /^_posts\/(20.*)\.md$/, `2024-01-15-${scene.pick(WORDS)}`)} %}`,
  (scene) =>
    `{% link ${nameOf(scene, /^((?:_posts\/20|[a-z]+\.|_notes\/).*)$/, `${scene.pick(WORDS)}.md`)} %}`,
];

/** For Markdown. */
const PROSE_FRAGMENTS: readonly Fragment[] = [
  ({ below }) => `Words ${below(1000)} and *more*.`,
  ({ below }) => `The sum $\\sum_{i=${below(5)}} x_i$ and $\\R$.`,
  ({ below }) => `$$\n\\label{eq:one} a^{${below(9)}} \\tag{${below(3)}}\n$$\n\nSee \\eqref{eq:one}.`,
  ({ below }) => `> [!THEOREM]\n> Number ${below(9)}.`,
  ({ below }) => `\`\`\`python\nx = ${below(9)}\n\`\`\``,
  ({ below }) => `## Heading ${below(3)}\n\nText.`,
  ({ pick }) => `![A picture](/img/${pick(["one.png", "two.svg", "gone.png"])})`,
  ({ pick, below }) =>
    `[A post](/${postPath(pick(WORDS), 1 + below(4))}) and [a page](/${pick(WORDS)}.md) [x](/a.txt)`,
  ({ below }) => `$\\unknowncommand${below(2) === 0 ? "a" : "b"}$`,
  (scene) =>
    `{% include_relative more/${nameOf(scene, /^_posts\/more\/(.*)$/, `_${scene.pick(WORDS)}.md`)} %}`,
  () => "{% if page.number > 2 %}Large{% else %}Small{% endif %}\n\n<!--more-->",
];

/** For layouts. */
const LAYOUT_FRAGMENTS: readonly Fragment[] = [
  () => "{% seo %}",
  () => "{% feed_meta %}",
  () => "{{ layout.color }}",
  () => "{{ page.title_html }} {{ page.excerpt_text }} {{ page.reading_time }}",
  () => "{% for p in paginator.posts %}{{ p.title }} {% endfor %}{{ paginator.next_page_path }}",
  () => "{% for p in page.posts %}{{ p.url }} {% endfor %}",
  () => "{% include head.html %}",
  () => "{{ 'A *set* $\\R$' | markdownify }}{% highlight python %}x = 1{% endhighlight %}",
];

/** Mostly one that is there: `pattern` has it in its brackets. */
function nameOf(scene: Scene, pattern: RegExp, other: string): string {
  const path = scene.pick(scene.paths(pattern));
  return path === undefined || scene.chance(0.1) ? other : (pattern.exec(path)?.[1] ?? other);
}

export function proseOf(scene: Scene): string {
  const count = 1 + scene.below(3);
  return parts(scene, count, [...PROSE_FRAGMENTS, ...PROSE_FRAGMENTS, ...SITE_FRAGMENTS]).join("\n\n");
}

export function templateOf(scene: Scene): string {
  return parts(scene, 1 + scene.below(3), [...SITE_FRAGMENTS, ...LAYOUT_FRAGMENTS]).join("\n");
}

/** What stands in an include: another include now and then. */
export function includeOf(scene: Scene): string {
  return `<i>{{ include.text }} ${scene.below(100)} ${scene.pick(SITE_FRAGMENTS)(scene)}</i>`;
}

function parts(scene: Scene, count: number, fragments: readonly Fragment[]): string[] {
  return Array.from({ length: count }, () => scene.pick(fragments)(scene));
}
