/** What stands for a whole site and its templates: the same when templates would be answered the same, whatever they ask. */
import type { Content } from "../model/content.js";
import type { Site, SiteDocument } from "../model/site.js";
import { describeValue } from "../util/describe-value.js";
import { contentHash } from "../util/hash.js";

export type DescribeSite = (describe: (document: SiteDocument) => string) => string;

/** All but the moment of the build, and files that nobody has read yet. `describe` says what is to be seen of documents. */
export function createSiteDescriber(
  { posts, pages, collections, ...site }: Site,
  { layouts, includes }: Content,
): DescribeSite {
  const { config, categories, tags, data, skipped } = site;
  const files = site.staticFiles.map(({ path, modifiedMs }) => `${path} ${modifiedMs}`);
  const terms = [...categories, ...tags].map(({ name, url }) => [name, url]);
  const fixed = contentHash(
    describeValue([config, terms, data, files, skipped, [...layouts.values()], [...includes.values()]]),
  );
  const documents = [...posts, ...pages, ...Object.values(collections).flat()];
  return (describe) =>
    contentHash(
      `${fixed} ${documents.map((document) => `${document.path} ${describe(document)}`).join("\n")}`,
    );
}
