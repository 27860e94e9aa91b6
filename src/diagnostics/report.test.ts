import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "../model/diagnostic.js";
import { createReport } from "./report.js";

const warning = (path: string, line: number): Diagnostic => ({
  code: "test",
  severity: "warning",
  message: "m",
  hint: "",
  place: { path, line, column: 1 },
});

test("diagnostics are listed by file and line, whatever order they were added in", () => {
  const report = createReport();
  report.add(warning("b.md", 1), warning("a.md", 10), warning("a.md", 9));
  assert.deepEqual(
    report.list().map(({ place }) => `${place?.path}:${place?.line}`),
    ["a.md:9", "a.md:10", "b.md:1"],
  );
});

test("a fault met twice at one place is told once", () => {
  const report = createReport();
  report.add(warning("layouts/post.html", 3));
  report.add({ ...warning("layouts/post.html", 3), page: "another.md" });
  assert.equal(report.list().length, 1);
});

test("a strict report counts warnings as errors", () => {
  const report = createReport({ isStrict: true });
  report.add(warning("a.md", 1));
  assert.equal(report.count("error"), 1);
  assert.equal(report.count("warning"), 0);
});

test("what is added after a look at the report is listed in its place and counted once", () => {
  const report = createReport();
  report.add(warning("b.md", 1));
  const before = report.list();
  report.add(warning("a.md", 1), warning("b.md", 1), warning("b.md", 2));
  assert.equal(before.length, 1);
  assert.deepEqual(
    report.list().map(({ place }) => `${place?.path}:${place?.line}`),
    ["a.md:1", "b.md:1", "b.md:2"],
  );
  assert.deepEqual([report.count("warning"), report.count("error"), report.count("note")], [3, 0, 0]);
});
