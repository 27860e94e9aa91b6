/** Which documents are built. What is left out is told with its reason and how to build it anyway. */
import type { SiteConfig } from "../model/config.js";
import type { SkippedDocument, SourceDocument } from "../model/content.js";
import { compareText, countOf } from "../util/text.js";
import { formatDay } from "../util/time-zone.js";

export interface Selection {
  /** Newest first; of two with one date the later path first. */
  readonly posts: readonly SourceDocument[];
  /** By path. */
  readonly pages: readonly SourceDocument[];
  /** Documents of collections, in no order. */
  readonly documents: readonly SourceDocument[];
  /** Paths of documents that templates see although they get no page: they lie in the future. */
  readonly withoutPage: ReadonlySet<string>;
  readonly skipped: readonly SkippedDocument[];
}

export function selectDocuments(
  all: readonly SourceDocument[],
  config: SiteConfig,
  nowMs: number,
): Selection {
  const skipped: SkippedDocument[] = [];
  const withoutPage = new Set<string>();
  const withOutput = new Set(config.collections.filter(({ output }) => output).map(({ label }) => label));
  const kept = all.filter((document) => {
    const skip = findReason(document, config, nowMs);
    if (skip === undefined) return true;
    const isDocument = document.kind === "document";
    const staysVisible = isDocument && skip.reason === "future";
    if (staysVisible) withoutPage.add(document.path);
    if (!staysVisible || withOutput.has(document.collection ?? "")) skipped.push(skip);
    return staysVisible;
  });
  const posts = kept.filter(({ kind }) => kind === "post" || kind === "draft").sort(compareNewestFirst);
  const limit = config.limitPosts > 0 ? config.limitPosts : posts.length;
  for (const { path } of posts.slice(limit)) {
    const explanation = `beyond the newest ${countOf(limit, "post")}; raise limit_posts, or set it to 0 for all`;
    skipped.push({ path, reason: "over-limit", explanation });
  }
  return {
    posts: posts.slice(0, limit),
    pages: kept
      .filter(({ kind }) => kind === "page")
      .sort((left, right) => compareText(left.path, right.path)),
    documents: kept.filter(({ kind }) => kind === "document"),
    withoutPage,
    skipped,
  };
}

/** Jekyll compares whole seconds (`Publisher#hidden_in_the_future?`); pages are never in the future. */
function findReason(
  { kind, path, date, isDraft, isPublished }: SourceDocument,
  config: SiteConfig,
  nowMs: number,
): SkippedDocument | undefined {
  if (!isPublished && !config.unpublished) {
    const explanation = "says published: false; build with --unpublished, or take that line out";
    return { path, reason: "unpublished", explanation };
  }
  if ((isDraft || kind === "draft") && !config.showDrafts) {
    const publish =
      kind === "draft" ? "move it to _posts with a date in its name" : "take draft: true out of it";
    return {
      path,
      reason: "draft",
      explanation: `is a draft; build with --drafts, or ${publish} to publish it`,
    };
  }
  const isFuture =
    kind !== "page" && date !== null && Math.floor(date.epochMs / 1000) > Math.floor(nowMs / 1000);
  if (isFuture && date !== null && !config.future) {
    const explanation = `dated ${formatDay(date)}, after now; build with --future or set future: true`;
    return { path, reason: "future", explanation };
  }
  return undefined;
}

function compareNewestFirst(left: SourceDocument, right: SourceDocument): number {
  return (right.date?.epochMs ?? 0) - (left.date?.epochMs ?? 0) || compareText(right.path, left.path);
}
