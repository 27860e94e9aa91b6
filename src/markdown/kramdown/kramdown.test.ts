/**
 * Each Markdown here was given to kramdown 2.4 with Jekyll's settings, which wrote the same HTML up to white space and
 * the order of attributes.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exampleConfig } from "../../testing/example-site.js";
import { createMarkdownRenderer } from "../create-markdown-renderer.js";

const OPTIONS = exampleConfig();
const renderer = await createMarkdownRenderer({
  ...OPTIONS,
  markdown: { smartPunctuation: true, isForKramdown: false },
});

const htmlOf = (text: string): string => renderer.renderFragment(text).trim();

const AS_KRAMDOWN: readonly (readonly [markdown: string, html: string])[] = [
  ["# H {#x-y}\n\nH2 {#foo}\n---", '<h1 id="x-y">H</h1>\n<h2 id="foo">H2</h2>'],
  ["text {:.foo} more", "<p>text {:.foo} more</p>"],
  ["*a*{:.b} c", '<p><em class="b">a</em> c</p>'],
  ["*a* {:.b} c", "<p><em>a</em> {:.b} c</p>"],
  ["{:.b}\ntext", '<p class="b">text</p>'],
  ["text\n{:.b}", '<p class="b">text</p>'],
  ["text\n{:.b}\nmore", '<p class="b">text</p>\n<p>more</p>'],
  ["text\n\n{:.b}\nmore", '<p>text</p>\n<p class="b">more</p>'],
  ["{:n: .b #c k='v'}\ntext\n{: n .d}", '<p k="v" id="c" class="b d">text</p>'],
  ["- a\n- b\n{:.c}", '<ul class="c">\n<li>a</li>\n<li>b</li>\n</ul>'],
  ["- {:.c} a\n- b", '<ul>\n<li class="c">a</li>\n<li>b</li>\n</ul>'],
  ["- a\n  {:.c}\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
  ["> q\n{:.c}", '<blockquote class="c">\n<p>q</p>\n</blockquote>'],
  ["> q\n> {:.c}", '<blockquote>\n<p class="c">q</p>\n</blockquote>'],
  [
    "| a |\n|---|\n| b |\n{:.c}",
    '<table class="c">\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
  ],
  ["t\n: d", "<dl><dt>t</dt><dd>d</dd></dl>"],
  ["t\nu\n: d\n: e", "<dl><dt>t</dt><dt>u</dt><dd>d</dd><dd>e</dd></dl>"],
  ["a\n\n: d", "<dl><dt>a</dt><dd><p>d</p></dd></dl>"],
  ["t\n:d", "<p>t\n:d</p>"],
  [
    "*[HTML]: Hyper Text\n*[W3C]: W\n\nHTML and W3C in `HTML` [HTML](u) XHTML",
    '<p><abbr title="Hyper Text">HTML</abbr> and <abbr title="W">W3C</abbr> in <code>HTML</code> <a href="u"><abbr title="Hyper Text">HTML</abbr></a> XHTML</p>',
  ],
  ['the HTML\n\n*[HTML]: a "b" *c*', '<p>the <abbr title="a &#x22;b&#x22; *c*">HTML</abbr></p>'],
  ["*[HTML]:\nHTML", "<p><abbr>HTML</abbr></p>"],
  [
    '<div markdown="1">\n**x**\n\n- a\n</div>',
    "<div>\n<p><strong>x</strong></p>\n<ul>\n<li>a</li>\n</ul>\n</div>",
  ],
  ['<div markdown="1">\n  text *a*\n\n  more\n</div>', "<div>\n<p>text <em>a</em></p>\n<p>more</p>\n</div>"],
  ['<p markdown="1">a *b*</p>', "<p>a <em>b</em></p>"],
  ['<div markdown="block">\na *b*\n</div>', "<div>\n<p>a <em>b</em></p>\n</div>"],
  ['<div markdown="0">a *b* <p markdown="1">*c*</p></div>', "<div>a *b* <p><em>c</em></p></div>"],
  ['<div>\n<p markdown="1">*c*</p>\n*d*\n</div>', "<div>\n<p><em>c</em></p>\n*d*\n</div>"],
  ['<div markdown="1">\n<div>\n*a*\n</div>\n</div>', "<div>\n<div>\n*a*\n</div>\n</div>"],
  ["{::nomarkdown}\n<b>*x*</b>\n\ny\n{:/}", "<b>*x*</b>\n\ny"],
  ["{::nomarkdown}\n<b>*x*</b>\n{:/nomarkdown}\nnext", "<b>*x*</b>\n<p>next</p>"],
  ["a {::nomarkdown}*b*{:/} c", "<p>a *b* c</p>"],
  ["{::comment}\nhidden\n\nx\n{:/comment}\n\ny", "<!-- hidden\n\nx -->\n<p>y</p>"],
  ["a {::comment}b{:/comment} c", "<p>a <!-- b --> c</p>"],
  ['{::options toc_levels="1..2" /}\n\na', "<p>a</p>"],
  ['{::options auto_ids="false" /}\n# a', "<h1>a</h1>"],
  ["* a\n^\n* b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>"],
  ["a\n^\nb", "<p>a</p>\n<p>b</p>"],
  [
    "|---|---|\n| a | b |\n| c | d |",
    "<table><tbody><tr>\n<td>a</td>\n<td>b</td>\n</tr><tr>\n<td>c</td>\n<td>d</td>\n</tr></tbody></table>",
  ],
  [
    "| a | b |\n| c | d |",
    "<table><tbody><tr>\n<td>a</td>\n<td>b</td>\n</tr><tr>\n<td>c</td>\n<td>d</td>\n</tr></tbody></table>",
  ],
  [
    "| h | i |\n|---|---|\n| a | b |\n|---|---|\n| c | d |\n|===|===|\n| e | f |",
    "<table><thead>\n<tr>\n<th>h</th>\n<th>i</th>\n</tr>\n</thead><tbody><tr>\n<td>a</td>\n<td>b</td>\n</tr></tbody><tbody><tr>\n<td>c</td>\n<td>d</td>\n</tr></tbody><tfoot><tr>\n<td>e</td>\n<td>f</td>\n</tr></tfoot></table>",
  ],
  [
    "| a | b |\n|===|===|\n| c | d |",
    "<table><tbody><tr>\n<td>a</td>\n<td>b</td>\n</tr></tbody><tfoot><tr>\n<td>c</td>\n<td>d</td>\n</tr></tfoot></table>",
  ],
  [
    '"x" \'y\' it\'s \'80s "\'a\' b" ("c") *"d"* "*e*" -- --- ... <<a>> << b >> \\"n\\" \\-- \\...',
    '<p>“x” ‘y’ it’s ’80s “‘a’ b” (“c”) <em>“d”</em> “<em>e</em>” – — … «a» « b » "n" -- ...</p>',
  ],
  ['"a"b "(c)" [\'d\'] "1" \'1\' "é" \'é "“a”', "<p>“a”b “(c)” [‘d’] “1” ‘1’ “é” ‘é ““a”</p>"],
  ["{:/}", "<p>{:/}</p>"],
  ["{::foo}\nx\n{:/foo}", "<p>{::foo}\nx\n{:/foo}</p>"],
  ["{::foo /} x", "<p>{::foo /} x</p>"],
  ["{: .a}\n{: .b}\ntext", '<p class="a b">text</p>'],
  [
    '`a`{:.b} [l](u){:target="_blank" .c #d} ![i](u){: width="3"} **s**{:.x}*e*{:.y}',
    '<p><code class="b">a</code> <a href="u" target="_blank" id="d" class="c">l</a> <img src="u" alt="i" width="3"> <strong class="x">s</strong><em class="y">e</em></p>',
  ],
  ["<b>x</b>{:.y}", '<p><b class="y">x</b></p>'],
  ["*a*{:toc}", "<p><em>a</em></p>"],
  ["***\n{:.c}", '<hr class="c">'],
  ["<div>a</div>\n{:.c}", '<div class="c">a</div>'],
  ["term\n{:.x}\n: d", '<p class="x">term</p>\n<p>: d</p>'],
  ["term\n: d\n{:.y}", '<dl class="y"><dt>term</dt><dd>d</dd></dl>'],
  ["{:.x}\nterm\n: {:.z} d", '<dl class="x"><dt>term</dt><dd class="z">d</dd></dl>'],
  ["*a*{:.b}{:.c}", '<p><em class="b c">a</em></p>'],
  ["{:.b}", ""],
  ["a\n{:.b}\n\n{:.c}\n\nd", '<p class="b">a</p>\n<p class="c">d</p>'],
  ['"*e*" \'*e*\' "_e_" x"*e*"', "<p>“<em>e</em>” ‘<em>e</em>’ “<em>e</em>” x”<em>e</em>”</p>"],
  ['"\'a\'" \'"a"\' "\'a" \'"a', "<p>“‘a’” ‘“a”’ “‘a” ‘“a</p>"],
  ['("a") ["a"] {"a"} -"a" --"a"', "<p>(“a”) [“a”] {“a”} -“a” –“a”</p>"],
  ["a \"b c\" d 'e f' g", "<p>a “b c” d ‘e f’ g</p>"],
  ["a\"b a'b 1'2 1\"2", "<p>a”b a’b 1’2 1”2</p>"],
  ['\n"a\n"b\nc"\n', "<p>“a\n“b\nc”</p>"],
  ["*a*'s **a**\" [a](b)'s", '<p><em>a</em>’s <strong>a</strong>” <a href="b">a</a>’s</p>'],
  ['é\'é 中"中" "中"', "<p>é’é 中”中” “中”</p>"],
  ["\"é\" 'é'", "<p>“é” ‘é’</p>"],
  ["(a)' (a)\" ]' }\"", "<p>(a)’ (a)” ]’ }”</p>"],
  ["a--- b--- -- ---- ----- a-->b <-- <--", "<p>a— b— – —- —– a–>b &#x3C;– &#x3C;–</p>"],
  ["a.. a... a.... a..... ...a", "<p>a.. a… a…. a….. …a</p>"],
  ["<<a>> << a >> <<  a  >> a<<b a>>b <<< >>>", "<p>«a» « a » «  a  » a«b a»b «&#x3C; »></p>"],
  ["\"a -- b\" 'a...'", "<p>“a – b” ‘a…’</p>"],
  ['"[a]" "[a](b)" \'[a](b)\'', '<p>“[a]” “<a href="b">a</a>” ‘<a href="b">a</a>’</p>'],
  ["\"<b>a</b>\" '<b>a</b>'", "<p>“<b>a</b>” ‘<b>a</b>’</p>"],
  ['<p markdown="1">a *b*.</p>', "<p>a <em>b</em>.</p>"],
  ["t\n: {:.z} d", '<dl><dt>t</dt><dd class="z">d</dd></dl>'],
  ['*a*\'s "b"', "<p><em>a</em>’s “b”</p>"],
  ["a^b", "<p>a^b</p>"],
  [
    "*[A]: x\n\nA B A-B (A) AB `A` *A*",
    '<p><abbr title="x">A</abbr> B <abbr title="x">A</abbr>-B (<abbr title="x">A</abbr>) AB <code>A</code> <em><abbr title="x">A</abbr></em></p>',
  ],
  [
    "term\n: one\n: two\n\nother\n: three",
    "<dl><dt>term</dt><dd>one</dd><dd>two</dd><dt>other</dt><dd>three</dd></dl>",
  ],
  ["t\n: > quote", "<dl><dt>t</dt><dd><blockquote>\n<p>quote</p>\n</blockquote></dd></dl>"],
  ["t\n: a\n  b", "<dl><dt>t</dt><dd>a\nb</dd></dl>"],
  ["t\n: a\n\n  - x\n  - y", "<dl><dt>t</dt><dd>a<ul>\n<li>x</li>\n<li>y</li>\n</ul></dd></dl>"],
  ["- t\n  : d", "<ul>\n<li>\n<dl><dt>t</dt><dd>d</dd></dl>\n</li>\n</ul>"],
  ["> t\n> : d", "<blockquote>\n<dl><dt>t</dt><dd>d</dd></dl>\n</blockquote>"],
  ["text: not\n\nlist", "<p>text: not</p>\n<p>list</p>"],
  ["a\n{:.b #c}\n\nd", '<p id="c" class="b">a</p>\n<p>d</p>'],
  ["## H {#own-id}", '<h2 id="own-id">H</h2>'],
  ["{:.x}\n- a\n- b", '<ul class="x">\n<li>a</li>\n<li>b</li>\n</ul>'],
  ["- a\n- b\n{:.x #y}", '<ul id="y" class="x">\n<li>a</li>\n<li>b</li>\n</ul>'],
  ["1. a\n2. b\n{:.x}", '<ol class="x">\n<li>a</li>\n<li>b</li>\n</ol>'],
  [
    "> a\n\n{:.x}\n> b",
    '<blockquote>\n<p>a</p>\n</blockquote>\n<blockquote class="x">\n<p>b</p>\n</blockquote>',
  ],
  ["*a*{:.x} **b**{:#y}", '<p><em class="x">a</em> <strong id="y">b</strong></p>'],
  ['[a](b){:rel="n" .c}', '<p><a href="b" rel="n" class="c">a</a></p>'],
  ['![a](b){:.c width="10"}', '<p><img src="b" alt="a" width="10" class="c"></p>'],
  ["~~a~~{:.x}", '<p><del class="x">a</del></p>'],
  ['{:w: .wide width="3"}\n![a](b){:w}', '<p><img src="b" alt="a" width="3" class="wide"></p>'],
  ["a {::comment}b{:/} c", "<p>a <!-- b --> c</p>"],
  ["{::comment}\na\n{:/}", "<!-- a -->"],
  ["{::nomarkdown}\n*a*\n{:/}", "*a*"],
  ["*a* {::nomarkdown}*a*{:/nomarkdown}", "<p><em>a</em> *a*</p>"],
  ["a -- b --- c ... d", "<p>a – b — c … d</p>"],
  ["\"a\" 'b' it's", "<p>“a” ‘b’ it’s</p>"],
  ["<<a>>", "<p>«a»</p>"],
  ['`"a" -- ...`', '<p><code>"a" -- ...</code></p>'],
  ['["a"](b--c)', '<p><a href="b--c">“a”</a></p>'],
  ["*a*{: .b .c key='v w'}", '<p><em key="v w" class="b c">a</em></p>'],
  ["^\ntext", "<p>text</p>"],
  ["a\n\n^\n\nb", "<p>a</p>\n<p>b</p>"],
  [
    "| a |\n| b |\n{:.x}",
    '<table class="x"><tbody><tr>\n<td>a</td>\n</tr><tr>\n<td>b</td>\n</tr></tbody></table>',
  ],
  [
    "| a | b |\n|:--|--:|\n| c | d |",
    '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="left">c</td>\n<td align="right">d</td>\n</tr>\n</tbody>\n</table>',
  ],
  [
    '<div markdown="1">\n*a*\n\n<p markdown="1">*b*</p>\n</div>',
    "<div>\n<p><em>a</em></p>\n<p><em>b</em></p>\n</div>",
  ],
];

test("the same HTML as kramdown's", () => {
  for (const [markdown, html] of AS_KRAMDOWN) assert.equal(htmlOf(markdown), html, markdown);
});

describe("where we differ on purpose", () => {
  test("Markdown may stand on the line of its tag", () => {
    assert.equal(htmlOf('<div markdown="1">**x**</div>'), "<div>\n<p><strong>x</strong></p>\n</div>");
  });

  test("one line with bars is no table, so that |x| stays", () => {
    assert.equal(htmlOf("|x| + |y|"), "<p>|x| + |y|</p>");
  });

  test("words without their first letters have apostrophes", () => {
    assert.equal(htmlOf("'tis rock 'n' roll"), "<p>’tis rock ’n’ roll</p>");
  });
});

describe("punctuation", () => {
  test("stays as typed in code, math, addresses and HTML", () => {
    const html = htmlOf('`"a" --` [b](c--d) <http://e.f/--> <i title=\'"g"\'>h</i> it’s $x--y\'$');
    assert.match(html, /<code>"a" --<\/code> <a href="c--d">b<\/a> <a href="http:\/\/e\.f\/--">/);
    assert.match(html, /<i title="&#x22;g&#x22;">h<\/i> it’s/);
  });

  test("stays as typed when switched off", async () => {
    const plain = await createMarkdownRenderer({
      ...OPTIONS,
      markdown: { smartPunctuation: false, isForKramdown: false },
    });
    assert.equal(plain.renderFragment('"a" -- it\'s...').trim(), '<p>"a" -- it\'s...</p>');
  });

  test("is left out of ids of headings, as in Jekyll", () => {
    const request = { path: "a.md", text: '# It\'s "so" -- or...', lineOrigins: [1], excerptSeparator: "" };
    assert.equal(renderer.render(request).headings[0]?.id, "its-so--or");
  });
});

test("options in the text are noted, and have no effect", () => {
  const text = 'a\n\n{::options toc_levels="1..2" /}';
  const request = { path: "a.md", text, lineOrigins: [1, 2, 3], excerptSeparator: "" };
  const [diagnostic] = renderer.render(request).diagnostics;
  assert.equal(diagnostic?.code, "kramdown-options-ignored");
  assert.equal(diagnostic?.severity, "note");
  assert.equal(diagnostic?.place?.line, 3);
});

test("a fault in Markdown inside HTML is told at its own place", () => {
  const text = '> <div markdown="1">\n> *a* $\\alpa$\n> </div>';
  const request = { path: "a.md", text, lineOrigins: [1, 2, 3], excerptSeparator: "" };
  const [diagnostic] = renderer.render(request).diagnostics;
  assert.equal(diagnostic?.code, "math-tex-error");
  assert.equal(diagnostic?.place?.line, 2);
});

test("code and math in Markdown inside HTML are kept from Liquid", () => {
  const text = '<div markdown="1">\n`{{a}}` $\\{{b}}$\n</div>\n\n<td>$\\{{c}}$</td>';
  const ranges = renderer.findLiterals(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(ranges, ["`{{a}}`", "$\\{{b}}$", "$\\{{c}}$"]);
});
