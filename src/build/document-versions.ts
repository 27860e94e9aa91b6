/** What stands for a document in keys: another one whenever anything about it is another. */
import type { Site, SiteDocument } from "../model/site.js";
import { contentHash } from "../util/hash.js";

export interface DocumentVersions {
  /** Of the document as it was assembled: its file, its front matter, its address and neighbours. */
  versionOf(document: SiteDocument): string;
  /**
   * Of all that a template could see of the document, as a text of some length. `bodyKey` stands for its rendered body. How
   * titles are rendered is no part of it: whatever asks for one has the renderer among its own inputs, and is made anew before
   * it is asked.
   */
  describe(document: SiteDocument, bodyKey: string): string;
}

export function createDocumentVersions(site: Site): DocumentVersions {
  const known = new Map<string, string>();
  const terms = listTerms(site);
  const versionOf = (document: SiteDocument): string => {
    const version = known.get(document.path) ?? contentHash(describeOwn(document));
    known.set(document.path, version);
    return version;
  };
  return {
    versionOf,
    describe: (document, bodyKey) => `${versionOf(document)} ${bodyKey} ${terms.get(document.path) ?? ""}`,
  };
}

/** What was made of the document after it was read. */
function describeOwn(document: SiteDocument): string {
  const { version, url, outputPath, id, previous, next, related, date, dateSource } = document;
  const time = date === null ? "" : `${date.epochMs} ${date.offsetMinutes}`;
  return JSON.stringify([version, url, outputPath, id, previous, next, related, time, dateSource]);
}

/** For each post the names and addresses of its categories and tags, which other posts have a say in. */
function listTerms({ categories, tags }: Site): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const { name, url, posts } of [...categories, ...tags]) {
    const text = JSON.stringify([name, url]);
    for (const path of posts) terms.set(path, (terms.get(path) ?? "") + text);
  }
  return terms;
}
