import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Place } from "../../model/diagnostic.js";
import { buildTinySite, listDiagnostics } from "../../testing/build-tiny-site.js";
import { exampleConfig } from "../../testing/example-site.js";
import {
  FAULT_PLACEMENTS,
  type FaultPlacement,
  readMarks,
  TEX_FAULTS,
  TEX_FAULTS_AT_END,
} from "../../testing/tex-faults.js";
import { createMarkdownRenderer, type MarkdownRenderer } from "../create-markdown-renderer.js";

interface Outcome {
  readonly text: string;
  readonly codes: readonly string[];
  readonly isLineRight: boolean;
  readonly isColumnRight: boolean;
}

/** Each fault in each place. */
const SEEDS: readonly { readonly fault: string; readonly placement: FaultPlacement }[] =
  FAULT_PLACEMENTS.flatMap((placement) =>
    [...TEX_FAULTS, ...(placement.hasMore ? [] : TEX_FAULTS_AT_END)].map((fault) => ({ fault, placement })),
  );

describe("faults of TeX in every delimiter, in paragraphs, lists, tables, quotes, headings and notes", () => {
  let outcomes: readonly Outcome[] = [];

  before(async () => {
    const { math, code } = exampleConfig();
    const plain = await createMarkdownRenderer({ math, code });
    const single = await createMarkdownRenderer({ math: { ...math, singleBackslash: true }, code });
    outcomes = SEEDS.map(({ fault, placement }) =>
      seed(placement.isSingleBackslash ? single : plain, placement.write(fault)),
    );
  });

  /** The texts of those that are not right. */
  const wrong = (isRight: (outcome: Outcome) => boolean): readonly string[] =>
    outcomes.filter((outcome) => !isRight(outcome)).map(({ text }) => text);

  test("are reported, each once and as nothing else", () => {
    assert.ok(outcomes.length >= 3000, `${outcomes.length} faults`);
    assert.deepEqual(
      wrong(({ codes }) => codes.length === 1 && codes[0] === "math-tex-error"),
      [],
    );
  });

  test("are reported on their line", () => {
    assert.deepEqual(
      wrong(({ isLineRight }) => isLineRight),
      [],
    );
  });

  test("are reported in their column, nine of ten at least", () => {
    const count = wrong(({ isColumnRight }) => isColumnRight).length;
    assert.ok(count <= outcomes.length / 10, `${count} of ${outcomes.length} are in another column`);
  });
});

function seed(renderer: MarkdownRenderer, marked: string): Outcome {
  const { text, places } = readMarks(marked);
  const lineOrigins = text.split("\n").map((_, index) => index + 1);
  const { diagnostics } = renderer.render({ path: "_posts/a.md", text, lineOrigins, excerptSeparator: "" });
  const place = diagnostics[0]?.place;
  return { text, codes: diagnostics.map(({ code }) => code), ...compare(place, places) };
}

function compare(
  place: Place | undefined,
  places: readonly { readonly line: number; readonly column: number }[],
): Pick<Outcome, "isLineRight" | "isColumnRight"> {
  return {
    isLineRight: places.some(({ line }) => line === place?.line),
    isColumnRight: places.some(({ line, column }) => line === place?.line && column === place.column),
  };
}

test("faults behind front matter and Liquid are reported where the author's file has them", async (context) => {
  const marked = [
    "---",
    "title: Faults",
    "---",
    "{% include many-lines.html %}",
    "{% for i in (1..3) %}",
    "Round {{ i }}",
    "{% endfor %}",
    "",
    "{{ page.title }} and {% if true %}then",
    "{% endif %}",
    "",
    ...TEX_FAULTS.flatMap((fault) => [`A formula $${fault}$ in the text.`, ""]),
    "{% comment %}",
    "Nothing of this is printed.",
    "{% endcomment %}",
    "",
    ...TEX_FAULTS.flatMap((fault) => ["$$", "a + b +", fault, "$$", ""]),
  ].join("\n");
  const { text, places } = readMarks(marked);
  const { result } = await buildTinySite(context, {
    "_posts/2024-01-01-faults.md": text,
    "_includes/many-lines.html": "<p>one</p>\n\n<p>two</p>\n\n<p>three</p>\n",
  });
  const faults = result.diagnostics.filter(({ code }) => code === "math-tex-error");
  assert.equal(faults.length, 2 * TEX_FAULTS.length, listDiagnostics(result).join("\n"));
  const outcomes = faults.map(({ place }) => compare(place, places));
  assert.ok(outcomes.every(({ isLineRight }) => isLineRight));
  const rightColumns = outcomes.filter(({ isColumnRight }) => isColumnRight).length;
  assert.ok(rightColumns >= 0.9 * faults.length, `${rightColumns} of ${faults.length} columns`);
});
