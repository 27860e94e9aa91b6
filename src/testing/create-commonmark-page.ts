/** Writes docs/commonmark.md from what really becomes of the examples. */
import type { Changes, CommonmarkComparison } from "./compare-commonmark.js";
import { GFM_DEVIATIONS, GFM_EXAMPLES } from "./gfm-examples.js";

export function createCommonmarkPage(comparison: CommonmarkComparison): string {
  return [
    "# CommonMark and GitHub Flavored Markdown",
    "",
    "What Postulate reads is CommonMark 0.31, then GitHub Flavored Markdown (GFM), then what this program adds. A test",
    "runs CommonMark's own examples through it and writes this page; another holds the page against the next result.",
    "Two results are the same when a browser would make the same page of them.",
    "",
    ...describeStandard(comparison),
    "",
    ...describeGfm(comparison),
    "",
    ...describeAdditions(comparison),
    "",
  ].join("\n");
}

function describeStandard({ total, deviations }: CommonmarkComparison): readonly string[] {
  const same = total - deviations.length;
  return [
    "## With all additions off",
    "",
    `${same} of the ${total} examples give what the standard says.`,
    ...(deviations.length === 0 ? ["There is no deviation."] : [`These do not: ${deviations.join(", ")}.`]),
  ];
}

function describeGfm({ total, gfm }: CommonmarkComparison): readonly string[] {
  return [
    "## With GFM",
    "",
    `GFM changes ${gfm.length} of the ${total} examples (${gfm.join(", ")}): a bare address becomes a link. Its own rules,`,
    "each with an example that a test runs:",
    "",
    "| extension | rules shown |",
    "|---|---|",
    ...Object.entries(GFM_EXAMPLES).map(([name, examples]) => `| ${name} | ${examples.length} |`),
    "",
    "What GFM says and Postulate does otherwise:",
    "",
    "| GFM | here | why |",
    "|---|---|---|",
    ...GFM_DEVIATIONS.map(({ rule, result, reason }) => `| ${rule} | ${result} | ${reason} |`),
  ];
}

function describeAdditions({ total, additions }: CommonmarkComparison): readonly string[] {
  const changed = new Set(additions.flatMap(({ examples }) => examples)).size;
  return [
    "## With all additions on",
    "",
    `${total - changed} of the ${total} examples stay as GFM has them. The others change by what stands here and nothing else:`,
    "",
    "| addition | examples | numbers |",
    "|---|---|---|",
    ...additions.map(describeChanges),
  ];
}

function describeChanges({ name, examples }: Changes): string {
  return `| ${name} | ${examples.length} | ${toRanges(examples)} |`;
}

/** `1, 2, 3, 5` as `1-3, 5`. */
function toRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}
