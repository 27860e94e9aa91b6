/** The filters of jekyll-toc, on HTML whose headings have ids. */
const HEADING = /<h([1-6])\b([^>]*)>([\s\S]*?)<\/h\1>/gi;

interface TocHeading {
  readonly level: number;
  readonly id: string;
  readonly html: string;
}

/** Nested lists of links to the headings; empty when there are none. */
export function renderToc(html: string): string {
  const headings = findHeadings(html);
  if (headings.length === 0) return "";
  return `<ul id="toc" class="section-nav">\n${renderLevel(headings)}</ul>`;
}

/** Headings with the class `no_toc` are left out. */
function findHeadings(html: string): TocHeading[] {
  return [...html.matchAll(HEADING)].flatMap(([, level = "", attributes = "", content = ""]) => {
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1];
    if (id === undefined || /\bclass="[^"]*\bno_toc\b/.test(attributes)) return [];
    // A link inside the heading, to itself for instance, would nest links.
    return [
      { level: Number(level), id, html: content.replace(/<a\b[^>]*>#?<\/a>|<\/?a\b[^>]*>/gi, "").trim() },
    ];
  });
}

/** The items of one level, each with the deeper headings up to its next neighbour inside it. */
function renderLevel(headings: readonly TocHeading[]): string {
  let items = "";
  for (let index = 0; index < headings.length; ) {
    const heading = headings[index];
    if (heading === undefined) break;
    const offset = headings.slice(index + 1).findIndex(({ level }) => level <= heading.level);
    const end = offset < 0 ? headings.length : index + 1 + offset;
    const inner = headings.slice(index + 1, end);
    const nested = inner.length === 0 ? "" : `\n<ul>\n${renderLevel(inner)}</ul>\n`;
    items += `<li class="toc-entry toc-h${heading.level}"><a href="#${heading.id}">${heading.html}</a>${nested}</li>\n`;
    index = end;
  }
  return items;
}

/** Puts a link to itself at the start of each heading that has none. */
export function injectAnchors(html: string): string {
  return html.replace(HEADING, (whole, level: string, attributes: string, content: string) => {
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1];
    if (id === undefined || content.includes(`href="#${id}"`)) return whole;
    const anchor = `<a class="anchor" href="#${id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`;
    return `<h${level}${attributes}>${anchor}${content}</h${level}>`;
  });
}
