/** Names of those whom templates ask, for whoever has to do with them without running a template. */

/** A document of the site, by its path. */
export function documentSubject(path: string): string {
  return `document ${path}`;
}

/** What one page sees as `site.related_posts`; the path is empty for a page without a document. */
export function relatedSubject(path: string): string {
  return `related ${path}`;
}

export const SITE_SUBJECT = "site";
export const CONFIG_SUBJECT = "config";
export const LINK_SUBJECT = "link";
export const POST_URL_SUBJECT = "post_url";

/** The question that the moment of the build answers, and nothing else does. */
export const TIME_QUESTION = ".time";

const OF_THE_SITE: ReadonlySet<string> = new Set([
  SITE_SUBJECT,
  CONFIG_SUBJECT,
  LINK_SUBJECT,
  POST_URL_SUBJECT,
  "layout",
  "include",
]);

/**
 * Whether such questions are answered from the assembled site, its bodies and its templates alone: not from a file that
 * is looked at then, and not by the clock.
 */
export function isAnsweredBySite(subject: string, questions: readonly string[]): boolean {
  if (subject === SITE_SUBJECT && questions.includes(TIME_QUESTION)) return false;
  return (
    OF_THE_SITE.has(subject) ||
    subject.startsWith(documentSubject("")) ||
    subject.startsWith(relatedSubject(""))
  );
}
