/** Random edits of random pages to which a script has added things: what comes out is what a load would show. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFakeSession } from "../testing/create-fake-session.js";
import { createRandom } from "../testing/create-random.js";
import { openBrowser } from "../testing/open-browser.js";
import { startDevSite } from "../testing/start-dev-site.js";

const ROUNDS = 600;
const TAGS = ["div", "section", "ul", "span", "details", "h3"];
const TEXTS = ["a", "b", "one", "two words", "and three words", "\n", "<!--c-->"];

type Random = (below: number) => number;

interface Element {
  tag: string;
  className: string;
  id: string;
  children: Child[];
}

type Child = string | Element;

function createElement(random: Random, depth: number): Element {
  return {
    tag: pick(random, depth > 0 ? ["span"] : TAGS),
    className: pick(random, ["", "", "k", "l", "k l"]),
    id: pick(random, ["", "", "", "i", "j"]),
    children: createChildren(random, depth + 1),
  };
}

function createChildren(random: Random, depth: number): Child[] {
  return Array.from({ length: random(depth > 2 ? 2 : 6) }, () =>
    random(3) === 0 ? pick(random, TEXTS) : createElement(random, depth),
  );
}

function pick<T>(random: Random, all: readonly T[]): T {
  return all[random(all.length)] as T;
}

function write(children: readonly Child[]): string {
  return children
    .map((child) => {
      if (typeof child === "string") return child;
      const { tag, className, id, children: inner } = child;
      return `<${tag}${className && ` class="${className}"`}${id && ` id="${id}"`}>${write(inner)}</${tag}>`;
    })
    .join("");
}

function edit(random: Random, children: Child[]): void {
  const at = random(children.length + 1);
  const child = children[at];
  if (typeof child === "object" && random(3) > 0) {
    if (random(4) === 0) child.className = pick(random, ["", "k", "m"]);
    else edit(random, child.children);
  } else if (random(2) === 0) children.splice(at, 1);
  else if (random(3) === 0) children.reverse();
  else children.splice(at, 0, random(2) === 0 ? pick(random, TEXTS) : createElement(random, 1));
}

/** Adds buttons and attributes to every few elements, changes the page, takes them out again, and compares. */
const COMPARE = `async (pairs) => {
  const { planChanges } = await import("/__postulate/plan-changes.js");
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  const clean = (page) => {
    for (const one of page.querySelectorAll(".tool")) one.remove();
    for (const one of page.querySelectorAll("[data-tool]")) one.removeAttribute("data-tool");
    for (const one of page.querySelectorAll("[class], [id]")) {
      const names = [one.className, one.id];
      one.removeAttribute("class");
      one.removeAttribute("id");
      [one.className, one.id] = names;
    }
    page.body.normalize();
    return page.body.innerHTML;
  };
  return pairs.flatMap(([before, after], round) => {
    const living = parse(before);
    const elements = [...living.body.querySelectorAll("*")];
    for (let at = round % 5; at < elements.length; at += 2 + (round % 5)) {
      elements[at].dataset.tool = "";
      const tool = Object.assign(living.createElement(at % 2 ? "span" : "button"), { className: "tool", textContent: "Copy" });
      elements[at][["before", "append", "prepend", "after"][round % 4]](tool);
    }
    const plan = planChanges(parse(before), parse(after), living);
    for (const step of plan?.steps ?? []) step();
    const [found, wanted] = [clean(living), clean(parse(after))];
    return found === wanted ? [] : [{ before, after: wanted, found }];
  });
}`;

test("whatever is edited in whatever page, what a script added changes nothing of the outcome", async (context) => {
  const files = { "index.html": "<!doctype html><title>T</title>", "favicon.ico": "" };
  const { server } = await startDevSite(context, files, createFakeSession());
  const page = await (await openBrowser(context)).newPage();
  await page.goto(server.origin);
  const next = createRandom(20_260_828);
  const random: Random = (below) => Math.floor(next() * below);
  const pairs = Array.from({ length: ROUNDS }, () => {
    const children = createChildren(random, 0);
    const before = write(children);
    for (let count = random(4); count >= 0; count--) edit(random, children);
    return [before, write(children)];
  });
  assert.deepEqual(await page.evaluate(`(${COMPARE})(${JSON.stringify(pairs)})`), []);
});
