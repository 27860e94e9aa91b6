/** Pages that change in place, in a real Chromium: what stays for the author, what becomes new, and what is loaded. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, type TestContext, test } from "node:test";
import type { Browser, Page, Route } from "playwright-core";
import { createFakeSession } from "../testing/create-fake-session.js";
import { openBrowser } from "../testing/open-browser.js";
import { startDevSite } from "../testing/start-dev-site.js";

const THEME = readFileSync(new URL("../../static/assets/postulate/theme.js", import.meta.url), "utf8");
const STYLES =
  ".tall { height: 3000px } .box { width: 100px; overflow: auto } .wide { width: 900px; height: 9px }";

interface Facts {
  readonly head?: string;
  readonly title?: string;
}

const page = (body: string, { head = "", title = "T" }: Facts = {}): string =>
  `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n` +
  `<link rel="stylesheet" href="/a.css">\n<script src="/theme.js"></script>\n${head}</head>\n` +
  `<body class="page">\n${body}\n<p id="end">end</p>\n</body>\n</html>\n`;

const finishers: (() => unknown)[] = [];
let browser: Browser;

before(async () => {
  browser = await openBrowser({ after: (finish) => finishers.push(finish) });
});

after(async () => {
  for (const finish of finishers.reverse()) await finish();
});

interface Opened {
  readonly page: Page;
  readonly origin: string;
  readonly troubles: readonly string[];
  edit(files: Readonly<Record<string, string | null>>): void;
  /** Edits the page, and resolves when the browser has swapped it. */
  swap(html: string): Promise<void>;
  /** Edits, and resolves when the page was loaded again. */
  load(files: Readonly<Record<string, string | null>>): Promise<void>;
  /** What an expression of the browser is. */
  see(expression: string): Promise<unknown>;
}

async function open(context: TestContext, html: string): Promise<Opened> {
  const files = { "index.html": html, "a.css": STYLES, "theme.js": THEME, "favicon.ico": "" };
  const { server, edit } = await startDevSite(context, files, createFakeSession());
  const window = await browser.newContext({ viewport: { width: 800, height: 600 } });
  context.after(() => window.close());
  const opened = await window.newPage();
  const troubles: string[] = [];
  opened.on("console", (message) => troubles.push(message.text()));
  opened.on("pageerror", (error) => troubles.push(error.message));
  await opened.goto(server.origin, { waitUntil: "load" });
  await opened.evaluate(`window.isSameDocument = true; window.swaps = 0;
    document.addEventListener("postulate:swap", () => window.swaps++)`);
  await waitUntil(
    opened,
    "performance.getEntriesByType('resource').some((one) => one.initiatorType === 'fetch')",
  );
  let swaps = 0;
  return {
    page: opened,
    origin: server.origin,
    troubles,
    edit,
    async swap(next) {
      edit({ "index.html": next });
      swaps++;
      await waitUntil(opened, `window.swaps === ${swaps}`);
      assert.equal(await opened.evaluate("window.isSameDocument"), true);
    },
    async load(files) {
      const loaded = opened.waitForEvent("load");
      edit(files);
      await loaded;
      assert.equal(await opened.evaluate("window.isSameDocument"), undefined);
    },
    see: (expression) => opened.evaluate(expression),
  };
}

async function waitUntil(opened: Page, condition: string): Promise<void> {
  await opened.waitForFunction(condition, undefined, { timeout: 20_000, polling: 20 });
}

test("a changed paragraph changes, and what did not change is the same node in the same place", async (context) => {
  const { swap, see, troubles } = await open(
    context,
    page('<p>a</p><p id="x">one <em>two</em> three</p><div class="tall"></div><p>b</p>'),
  );
  await see("window.nodes = [...document.querySelectorAll('p, em, div, link, html')]; scrollTo(0, 1234)");
  await swap(page('<p>a</p><p id="x">uno <em>two</em> tre</p><div class="tall"></div><p>b</p>'));
  assert.equal(await see("document.querySelector('#x').innerHTML"), "uno <em>two</em> tre");
  assert.equal(await see("scrollY"), 1234);
  assert.equal(
    await see(
      "[...document.querySelectorAll('p, em, div, link, html')].every((one, at) => one === nodes[at]) && nodes.length",
    ),
    8,
  );
  assert.deepEqual(troubles, []);
});

test("elements are added and removed where the author did so, and attributes follow", async (context) => {
  const { swap, see } = await open(
    context,
    page('<p>a</p>\n<h2 id="h">b</h2>\n<p class="x y">c</p>\n<ul><li>1</li></ul>'),
  );
  await see("window.kept = document.querySelector('.x')");
  await swap(
    page(
      '<h1>n</h1>\n<p>a</p>\n<p class="y z" title="t">c!</p>\n<table></table>\n<ul><li>0</li><li>1</li></ul>',
    ),
  );
  assert.equal(
    await see("document.body.innerHTML.split('<p id=\"end\">')[0].trim()"),
    '<h1>n</h1>\n<p>a</p>\n<p class="y z" title="t">c!</p>\n<table></table>\n<ul><li>0</li><li>1</li></ul>',
  );
  assert.equal(await see("kept === document.querySelector('.z')"), true);
});

test("the living page is what a load would show, whatever was edited", async (context) => {
  const blocks = [
    "<p>one</p>",
    "<p>two</p>",
    "<ul><li>a</li>\n<li>b</li></ul>",
    "text",
    "<!-- c -->",
    "<h2 id=i>I</h2>",
  ];
  const { swap, see, page: opened } = await open(context, page(blocks.join("\n")));
  const edits: readonly (readonly string[])[] = [
    [...blocks].reverse(),
    [],
    ["<p>two</p>", "<section><p>one</p></section>", "<p>two</p>"],
    ["<section>x<p>one</p>y</section>", "<p>two</p>", "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>"],
    blocks,
  ];
  const shown = "document.documentElement.outerHTML.replace(/<script type=.module.*?<.script>/g, '')";
  for (const edited of edits) {
    await swap(page(edited.join("\n"), { title: `${edited.length}` }));
    const other = await opened.context().newPage();
    await other.goto(opened.url());
    assert.equal(await see(shown), await other.evaluate(shown));
    await other.close();
  }
});

test("title, metadata and linked data follow, and styles come without a moment in which they are missing", async (context) => {
  const data = (name: string): string => `<script type="application/ld+json">{"name":"${name}"}</script>\n`;
  const head = `<meta name="description" content="d">\n<style>#end { color: rgb(1, 1, 1) }</style>\n${data("a")}`;
  const { swap, see, edit, page: opened } = await open(context, page("<p>a</p>", { head }));
  edit({ "b.css": "#end { width: 77px }" });
  await see(`window.sheet = document.querySelector("link");
    document.addEventListener("postulate:swap", () => { window.width = getComputedStyle(document.querySelector("#end")).width })`);
  const next = `<meta name="description" content="e">\n<link rel="stylesheet" href="/b.css">\n<style>#end { color: rgb(2, 2, 2) }</style>\n${data("b")}`;
  await swap(page("<p>a</p>", { head: next, title: "New" }));
  assert.equal(await opened.title(), "New");
  assert.equal(await see("document.querySelector('meta[name]').content"), "e");
  assert.equal(await see("window.width"), "77px");
  await waitUntil(opened, "document.querySelectorAll('link').length === 2");
  assert.equal(await see("getComputedStyle(document.querySelector('#end')).color"), "rgb(2, 2, 2)");
  assert.equal(await see("sheet === document.querySelector('link')"), true);
  assert.match(String(await see("document.querySelector('[type*=json]').text")), /"b"/);
});

test("open details stay open unless the author says otherwise", async (context) => {
  const details = (text: string, open = ""): string =>
    `<details${open}><summary>s</summary>${text}</details>`;
  const { swap, see } = await open(context, page(details("one")));
  const isOpen = "document.querySelector('details').open";
  await see(`${isOpen} = true`);
  await swap(page(`<p>before</p>${details("two")}`));
  assert.equal(await see(isOpen), true);
  assert.equal(await see("document.querySelector('details').textContent"), "stwo");
  await swap(page(details("two", " open")));
  await swap(page(details("two")));
  assert.equal(await see(isOpen), false);
});

test("focus, caret, what was typed and a selection stay", async (context) => {
  const form = (label: string): string =>
    `<form><label>${label} <input value="v"></label><textarea>t</textarea></form>`;
  const { swap, see, page: opened } = await open(context, page(`${form("a")}<p id="s">some words</p>`));
  await opened.fill("textarea", "typed");
  await opened.fill("input", "abcdef");
  await see("document.querySelector('input').setSelectionRange(2, 4)");
  await swap(page(`<h1>h</h1>${form("b")}<p id="s">some words</p>`));
  assert.deepEqual(
    await see(
      "(({ localName, value, selectionStart, selectionEnd }) => [localName, value, selectionStart, selectionEnd])(document.activeElement)",
    ),
    ["input", "abcdef", 2, 4],
  );
  assert.equal(await see("document.querySelector('textarea').value"), "typed");
  await see("getSelection().setBaseAndExtent(s.firstChild, 0, s.firstChild, 4)");
  await swap(page(`<h1>h</h1>${form("b")}<p id="s">some more words</p>`));
  assert.equal(await see("getSelection().toString()"), "some");
});

test("a box that scrolls inside keeps its place when its content changes", async (context) => {
  const box = (text: string): string => `<div class="box"><div class="wide">${text}</div></div>`;
  const { swap, see } = await open(context, page(`<p>a</p>${box("one")}`));
  await see("document.querySelector('.box').scrollLeft = 321");
  await swap(page(`<p>b</p><p>c</p>${box("<b>two</b>")}`));
  assert.equal(await see("document.querySelector('.box').scrollLeft"), 321);
});

test("what scripts did to the page stays: added elements, attributes and classes", async (context) => {
  const { swap, see } = await open(context, page('<div class="a"><p>one</p></div>'));
  await see(`document.documentElement.dataset.theme = "dark";
    document.querySelector(".a").classList.add("ready");
    document.querySelector(".a").prepend(Object.assign(document.createElement("p"), { textContent: "tool" }));
    document.body.append(document.createElement("aside"))`);
  await swap(page('<div class="b"><p>two</p><p>three</p></div>').replace('lang="en"', 'lang="de"'));
  assert.equal(
    await see("document.querySelector('.b').outerHTML"),
    '<div class="ready b"><p>tool</p><p>two</p><p>three</p></div>',
  );
  assert.equal(await see("document.querySelectorAll('aside').length"), 1);
  assert.deepEqual(
    await see(
      "[document.documentElement.className, document.documentElement.lang, document.documentElement.dataset.theme]",
    ),
    ["scripted", "de", "dark"],
  );
});

test("an element that a script made something else of is replaced when the author changes it, and no other", async (context) => {
  const { swap, see } = await open(
    context,
    page('<div><p id="m" tabindex="0">a $x$ b</p><p id="o">o</p></div>'),
  );
  await see("m.innerHTML = 'a <i>x</i> b'; window.other = o; window.old = m; m.focus()");
  await swap(page('<div><p id="m" tabindex="0">c $x$ b</p><p id="o">o</p></div>'));
  assert.equal(await see("m.innerHTML"), "c $x$ b");
  assert.equal(await see("other === o"), true);
  assert.equal(await see("document.activeElement === m && m !== old"), true);
});

test("a block of code that is added gets its button, and one that stays keeps its one", async (context) => {
  const block = (code: string): string =>
    `<div class="code-block"><pre tabindex="0" aria-label="${code} code"><code>${code}\n</code></pre></div>`;
  const { swap, see } = await open(context, page(block("a")));
  await see("window.button = document.querySelector('.copy')");
  await swap(page(`${block("b")}<p>x</p>${block("aa")}`));
  assert.deepEqual(
    await see(
      "[...document.querySelectorAll('.code-block')].map((one) => one.querySelectorAll('.copy').length)",
    ),
    [1, 1],
  );
  assert.equal(await see("document.querySelectorAll('.copy')[1] === button"), true);
  assert.equal(await see("document.querySelectorAll('.copy')[0].getAttribute('aria-label')"), "Copy b code");
});

test("a formula that is added finds its glyphs, old ones and new ones", async (context) => {
  const draw = (...names: readonly string[]): string =>
    `<svg class="${names.join()}" width="50" height="20">${names.map((name) => `<use href="#${name}"/>`).join("")}</svg>`;
  const glyphs = (...names: readonly string[]): string =>
    `<svg width="0" height="0" style="position:absolute"><defs>${names.map((name) => `<path id="${name}" d="M0 0h9v9z"/>`).join("")}</defs></svg>`;
  const { swap, see } = await open(context, page(`<p>${draw("g1")}</p>${glyphs("g1")}`));
  await swap(page(`<p>${draw("g1")} ${draw("g0", "g1", "g2")}</p>${glyphs("g0", "g1", "g2")}`));
  assert.deepEqual(
    await see("[...document.querySelectorAll('use')].map((one) => one.getBBox().width)"),
    [9, 9, 9, 9],
  );
});

test("a hash in the address scrolls nothing when its element changes", async (context) => {
  const { swap, see, page: opened } = await open(context, page('<h2 id="h">a</h2><div class="tall"></div>'));
  await opened.goto(`${opened.url()}#h`);
  await see("scrollTo(0, 500)");
  await swap(page('<h2 id="h">b</h2><div class="tall"></div>'));
  assert.equal(await see("scrollY"), 500);
});

test("a file that the page uses loads it when it changes, and one that it does not use changes nothing", async (context) => {
  const { swap, load, edit, see } = await open(context, page("<p>a</p>"));
  edit({ "new.png": "1", "fonts/other.woff2": "1", "notes/unused.css": "a {}" });
  await swap(page('<p>a</p><img src="/new.png" alt="">'));
  await see("document.querySelector('img').decode().catch(() => {})");
  await load({ "new.png": "2" });
});

test("in a long page the right elements change, also among those that a script added", async (context) => {
  const rows = Array.from({ length: 1500 }, (_, index) => `<p>row ${index}</p>`);
  const { swap, see } = await open(context, page(`<main>${rows.join("\n")}</main>`));
  // More than are compared with one another: each of them differs from what was sent.
  await see(`for (const row of document.querySelectorAll("main p")) {
      row.dataset.row = row.textContent;
      if (row.textContent.endsWith("0")) row.before(Object.assign(document.createElement("p"), { className: "tool" }));
    }
    window.rows = [...document.querySelectorAll("[data-row]")]`);
  const edited = rows.flatMap((row, index) => {
    if (index === 700) return [];
    return index === 20 ? ["<h2>new</h2>", row] : [index % 2 === 0 ? row.replace("row", "line") : row];
  });
  await swap(page(`<main>${edited.join("\n")}</main>`));
  assert.equal(
    await see("[...document.querySelectorAll('main > :not(.tool)')].map((one) => one.textContent).join()"),
    edited.map((one) => one.replace(/<.*?>/g, "")).join(),
  );
  assert.deepEqual(
    await see("[document.querySelectorAll('.tool').length, rows.filter((one) => one.isConnected).length]"),
    [150, 1499],
  );
});

test("what only a load can change loads the page where it was scrolled to", async (context) => {
  const body = '<p>a</p><div class="tall"></div>';
  const pages = [
    page(body, { head: "<script>window.a = 1</script>" }),
    page(body, { head: "<script>window.a = 2</script>" }),
    page(`${body}<script src="/theme.js"></script>`),
    page(body, { head: '<base target="_blank">' }),
    page(body, { head: '<meta http-equiv="Content-Security-Policy" content="img-src *">' }),
    page(body, { head: "<template>x</template>" }),
    page(body).replace("<!doctype html>", ""),
  ];
  const { load, see, page: opened } = await open(context, page(body));
  for (const html of pages) {
    await see("scrollTo(0, 432)");
    await load({ "index.html": html });
    // Without a doctype the margin at the top is gone, and the browser goes along.
    await waitUntil(opened, "Math.abs(scrollY - 432) < 10");
    await see("window.isSameDocument = true");
  }
});

test("a page that cannot be fetched or is gone is loaded", async (context) => {
  const { load, see, page: opened } = await open(context, page("<p>a</p>"));
  await opened.route("**/", (route) =>
    route.request().resourceType() === "fetch" ? route.abort() : route.continue(),
  );
  await load({ "index.html": page("<p>b</p>") });
  assert.equal(await see("document.querySelector('p').textContent"), "b");
  await opened.unrouteAll();
  await see("window.isSameDocument = true");
  await load({ "index.html": null });
  assert.equal(await see("document.title"), "404");
});

test("of several edits in a row the last one is what is shown, even when an answer comes late", async (context) => {
  const { edit, see, page: opened } = await open(context, page("<p>0</p>"));
  for (let count = 1; count < 9; count++) {
    edit({ "index.html": page(`<p>${count}</p>`.repeat(count)) });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await waitUntil(opened, "document.querySelector('p').textContent === '8'");
  assert.equal(await see("document.querySelectorAll('p').length"), 9);

  const late: Route[] = [];
  await opened.route("**/", (route) => {
    if (late.length === 0) late.push(route);
    else route.continue();
  });
  edit({ "index.html": page("<p>late</p>") });
  while (late.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  edit({ "index.html": page("<p>last</p>") });
  await waitUntil(opened, "document.querySelector('p').textContent === 'last'");
  await late[0]?.continue().catch(() => {});
  await see("fetch('/a.css').then((one) => one.text())");
  assert.equal(await see("document.querySelector('p').textContent"), "last");
  assert.equal(await see("window.isSameDocument"), true);
});
