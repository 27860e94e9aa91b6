import assert from "node:assert/strict";
import { test } from "node:test";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { createRandom } from "../../testing/create-random.js";
import { createParsers } from "./create-parsers.js";

const { parseBody } = createParsers({
  math: { enabled: false, singleBackslash: false },
  kramdown: false,
  smartPunctuation: false,
  htmlRegions: false,
});
const gfm = unified().use(remarkParse).use(remarkGfm);

/** Addresses, what looks like one, and what may stand around and inside them. */
const PARTS = [
  ...["a@b.co", "me.x+y@ex-am.ple.org", "a@b", "@b.c", "a_b-c@d.e_f", "a@b.c1", "mailto:a@b.co", "a@@b.co"],
  ...[
    "www.a.b/c?d=(e)&f;",
    "www.",
    "wwww.a.b",
    "WWW.A.B",
    "http://a.b",
    "https://c.d/(e)f",
    "HTTPS://G.H",
    "ftp://a.b",
  ],
  ...["http:/a", "xhttp://a.b", "word", "w", "h", "é", "😀", "&amp;", "&#64;", "\\@", "\\w", "&lt;"],
  ...[" ", " ", "\n", "\n\n", "> ", "- ", "\t", "\r\n", "|", "| - |\n"],
  ...["*", "_", "~~", "`", "[", "](", "](u)", ")", "(", "<", ">", ".", "-", ":", "/", "!", "'", '"'],
];

test("addresses are found as GFM finds them, whatever stands around them", () => {
  const random = createRandom(5);
  for (let round = 0; round < 3000; round++) {
    const length = 1 + Math.floor(random() * 25);
    const text = Array.from({ length }, () => PARTS[Math.floor(random() * PARTS.length)]).join("");
    assert.deepEqual(parseBody(text), gfm.parse(text), JSON.stringify(text));
  }
});
