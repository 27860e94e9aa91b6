import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "../model/diagnostic.js";
import { formatDiagnostic } from "./format-diagnostic.js";

const diagnostic: Diagnostic = {
  code: "date-invalid",
  severity: "error",
  message: '"soon" is not a date',
  hint: "Write it as 2021-03-04",
  place: { path: "_posts/x.md", line: 3, column: 7, length: 4, lineText: "date: soon" },
};

test("a diagnostic shows its place, the line with a caret under the fault, and what to do", () => {
  assert.equal(
    formatDiagnostic(diagnostic, { color: false }),
    [
      'error "soon" is not a date [date-invalid]',
      "  at _posts/x.md:3:7",
      "  3 | date: soon",
      "    |       ^^^^",
      "  hint Write it as 2021-03-04",
    ].join("\n"),
  );
});

test("colour is only used when asked for", () => {
  const escapeCharacter = String.fromCharCode(27);
  assert.ok(!formatDiagnostic(diagnostic, { color: false }).includes(escapeCharacter));
  assert.ok(formatDiagnostic(diagnostic, { color: true }).includes(escapeCharacter));
});

test("of a very long line only the part around the fault is shown, with the caret under it", () => {
  const lineText = `${"a".repeat(300)}X${"b".repeat(300)}`;
  const [, , frame = "", caret = ""] = formatDiagnostic(
    { ...diagnostic, place: { path: "x", line: 1, column: 301, length: 1, lineText } },
    { color: false },
  ).split("\n");
  assert.ok(frame.length < 120);
  assert.equal(frame[caret.indexOf("^")], "X");
});

test("related places are shown below with their own frames", () => {
  const text = formatDiagnostic(
    {
      ...diagnostic,
      related: [
        { message: "the other post", place: { path: "_posts/y.md", line: 1, column: 1, lineText: "---" } },
      ],
    },
    { color: false },
  );
  assert.match(text, /the other post\n {2}at _posts\/y\.md:1:1\n {2}1 \| ---/);
});
