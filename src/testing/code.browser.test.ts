/** Blocks of code in a real Chromium: what is copied, what is reached, what is read. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startPreviewServer } from "../serve/start-preview-server.js";
import { buildTinySite } from "./build-tiny-site.js";
import { openBrowser } from "./open-browser.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const LONG_LINE = `x = "${"long ".repeat(40)}"`;

/** Each block as it is written, and as it is to be copied. */
const BLOCKS: readonly { readonly written: string; readonly copied: string }[] = [
  { written: "```python\nimport os\n\n\n  # end\n```", copied: "import os\n\n\n  # end" },
  {
    written: `\`\`\`python title="train.py" linenos=98 {2} focus={3}\nimport os\n\n${LONG_LINE}\n\`\`\``,
    copied: `import os\n\n${LONG_LINE}`,
  },
  {
    written: '```rust linenos diff\n fn main() {\n-    a();\n+    b("<&");\n }\n```',
    copied: 'fn main() {\n    a();\n    b("<&");\n}',
  },
  {
    written:
      "```js linenos\n// [!code highlight:2]\nconst a = 1 // [!code ++]\nlet b // [!code error]\nlet c // [!code word:c] [!code warning]\n```",
    copied: "const a = 1\nlet b\nlet c",
  },
  { written: '```ansi title="out"\n␛[31mred␛[0m ␛[7mx␛[0m\n```', copied: "red x" },
  {
    written: '{% highlight python linenos mark_lines="2" %}\na = 1\nb = 2\n{% endhighlight %}',
    copied: "a = 1\nb = 2",
  },
];

const finishers: (() => unknown)[] = [];
let browser: Browser;
let address = "";

after(async () => {
  for (const finish of finishers.reverse()) await finish();
});

before(async () => {
  const context = { after: (finish: () => unknown) => finishers.push(finish) };
  const body = ["First.", ...BLOCKS.map(({ written }) => written), "Last `x = 1`{:.python}."].join("\n\n");
  const { result, sourceDir } = await buildTinySite(context, {
    "_config.yml": "title: T\nurl: https://t.example\n",
    "_posts/2026-01-02-code.md": `---\ntitle: Code\n---\n\n${body}\n`,
  });
  assert.deepEqual(result.diagnostics, []);
  const server = await startPreviewServer({ rootDir: `${sourceDir}/dist`, baseurl: "", port: 0 });
  context.after(() => server.close());
  browser = await openBrowser(context);
  address = `${server.origin}/2026/01/02/code.html`;
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

const readClipboard = (page: Page): Promise<string> => page.evaluate("navigator.clipboard.readText()");

test("the button copies the code and nothing else, by mouse and by keyboard", async () => {
  const page = await open();
  const buttons = page.locator(".code-block .copy");
  assert.equal(await buttons.count(), BLOCKS.length);
  for (const [index, { copied }] of BLOCKS.entries()) {
    await buttons.nth(index).click();
    assert.equal(await readClipboard(page), copied);
    await page.evaluate("navigator.clipboard.writeText('')");
    await page.locator(".code-block pre").nth(index).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(50);
    assert.equal(await readClipboard(page), copied);
  }
  await page.context().close();
});

test("the button says what it copies, and that it has", async () => {
  const page = await open();
  const button = page.getByRole("button", { name: "Copy train.py, Python code", exact: true });
  await button.click();
  await page.getByRole("button", { name: "Copied train.py, Python code", exact: true }).waitFor();
  await page.context().close();
});

test("selecting everything copies the code without numbers, signs, titles and words of buttons", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open({ javaScriptEnabled });
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+C");
    const reader = await page
      .context()
      .browser()
      ?.newContext({ permissions: ["clipboard-read"] });
    const other = await reader?.newPage();
    await other?.goto(address);
    const text = other === undefined ? "" : await readClipboard(other);
    const body = text.slice(text.indexOf("First."), text.indexOf("Last x = 1."));
    const expected = BLOCKS.map(({ copied }) => copied).join("\n\n");
    assert.equal(body.replace(/\n{2,}/g, "\n").trim(), `First.\n${expected.replace(/\n{2,}/g, "\n")}`);
    for (const { copied } of BLOCKS) assert.ok(text.includes(copied), copied);
    await reader?.close();
    await page.context().close();
  }
});

test("the text of a block is its code", async () => {
  const page = await open();
  const texts = await page.locator(".code-block code").allTextContents();
  assert.deepEqual(
    texts,
    BLOCKS.map(({ copied }) => `${copied}\n`),
  );
  await page.context().close();
});

test("a block is named after its title and its language", async () => {
  const page = await open();
  await page.getByRole("group", { name: "train.py, Python code", exact: true }).waitFor();
  await page.getByRole("figure").first().waitFor();
  assert.equal(await page.getByText("train.py", { exact: true }).isVisible(), true);
  await page.context().close();
});

test("a mark reaches as far as its block scrolls, an empty line has a height, and the page does not scroll", async () => {
  const page = await open({ viewport: { width: 320, height: 700 } });
  const [block, marked, line, overflow] = (await page.evaluate(`(() => {
    const pre = document.querySelectorAll(".code-block pre")[1];
    const lines = [...pre.querySelectorAll(".line")].map((line) => line.getBoundingClientRect());
    const root = document.documentElement;
    return [pre.scrollWidth, lines[1].width, lines.map(({ height }) => height), root.scrollWidth - root.clientWidth];
  })()`)) as [number, number, number[], number];
  assert.ok(block > 320);
  assert.ok(Math.abs(block - marked) <= 1, `${block} ${marked}`);
  assert.equal(new Set(line).size, 1);
  assert.equal(overflow, 0);
  await page.context().close();
});

test("axe finds nothing wrong, in light and in dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await open({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(axeSource);
    const violations = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html).join(", ")))`,
    );
    assert.deepEqual(violations, [], colorScheme);
    await page.context().close();
  }
});
