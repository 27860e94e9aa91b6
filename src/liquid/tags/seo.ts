/** `{% seo %}`: title, description, canonical link, Open Graph, Twitter card and JSON-LD, as jekyll-seo-tag writes them. */
import { escapeHtml } from "../../util/text.js";
import { stateOf } from "../render-state.js";
import { readSeoFacts, type SeoFacts } from "./seo-facts.js";
import type { TagDefinition, TagServices } from "./tag-context.js";

export function createSeoTag({ world }: TagServices): TagDefinition {
  return {
    parse: (markup) => {
      const showsTitle = !/title=false/i.test(markup);
      return (context, emitter) => {
        const facts = readSeoFacts(stateOf(context), world);
        emitter.write([...renderHead(facts, showsTitle), renderJsonLd(facts)].join("\n"));
      };
    },
  };
}

function renderHead(facts: SeoFacts, showsTitle: boolean): string[] {
  const { image, card } = facts;
  const lines: string[] = [];
  const property = (name: string, content: string): void => {
    if (content !== "") lines.push(`<meta property="${name}" content="${escapeHtml(content)}" />`);
  };
  const named = (name: string, content: string): void => {
    if (content !== "") lines.push(`<meta name="${name}" content="${escapeHtml(content)}" />`);
  };
  const link = (relation: string, href: string): void => {
    if (href !== "") lines.push(`<link rel="${relation}" href="${escapeHtml(href)}" />`);
  };
  if (showsTitle && facts.fullTitle !== "") lines.push(`<title>${escapeHtml(facts.fullTitle)}</title>`);
  property("og:title", facts.title);
  named("author", facts.author);
  property("og:locale", facts.locale);
  named("description", facts.description);
  property("og:description", facts.description);
  link("canonical", facts.canonical);
  property("og:url", facts.canonical);
  property("og:site_name", facts.siteTitle);
  property("og:image", image?.url ?? "");
  property("og:image:height", image?.height ?? "");
  property("og:image:width", image?.width ?? "");
  property("og:image:alt", image?.alt ?? "");
  property("og:type", facts.published === "" ? "website" : "article");
  property("article:published_time", facts.published);
  link("prev", facts.previousPage);
  link("next", facts.nextPage);
  named("twitter:card", card);
  property("twitter:image", image?.url ?? "");
  named("twitter:image:alt", image?.alt ?? "");
  property("twitter:title", facts.title);
  named("twitter:site", facts.twitterSite);
  named("twitter:creator", facts.twitterCreator);
  for (const [name, value] of facts.verifications) named(name, value);
  return lines;
}

/** Keys in alphabetical order, absent ones left out. */
function renderJsonLd(facts: SeoFacts): string {
  const { author, canonical, image } = facts;
  const url = canonical === "" ? undefined : canonical;
  const data = {
    "@context": "https://schema.org",
    "@type": facts.type,
    author:
      author === "" ? undefined : { "@type": "Person", name: author, url: facts.authorUrl || undefined },
    dateModified: facts.modified || undefined,
    datePublished: facts.published || undefined,
    description: facts.description || undefined,
    headline: facts.title || undefined,
    image: image?.url,
    mainEntityOfPage:
      facts.type === "BlogPosting" && url !== undefined ? { "@id": url, "@type": "WebPage" } : undefined,
    name: facts.name || undefined,
    sameAs: facts.links.length === 0 ? undefined : facts.links,
    url,
  };
  // A "<" would let a title end the script.
  return `<script type="application/ld+json">\n${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
}
