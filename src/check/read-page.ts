/** What the HTML of one page holds that can be wrong: its references, ids and images. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** As messages call it. */
export type ReferenceKind = "link" | "image" | "script" | "style sheet" | "file" | "form" | "frame";

export interface PageReference {
  readonly kind: ReferenceKind;
  /** Entities decoded, spaces around it gone. */
  readonly url: string;
}

export interface PageFacts {
  /** In the order of the page, each once. */
  readonly references: readonly PageReference[];
  /** How often each `id` stands on the page. Also holds `name` of `a` elements. */
  readonly ids: ReadonlyMap<string, number>;
  /** `src` of images that have no `alt` and are not hidden from readers. */
  readonly imagesWithoutText: readonly string[];
  /** Where relative addresses start from, when the page says so with `base`. */
  readonly base: string | null;
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

interface Facts {
  readonly references: Map<string, PageReference>;
  readonly ids: Map<string, number>;
  readonly imagesWithoutText: Set<string>;
  base: string | null;
}

/** Parses as a browser does (WHATWG HTML). Content of `template` is not on the page and left out. */
export function readPage(html: string): PageFacts {
  const facts: Facts = { references: new Map(), ids: new Map(), imagesWithoutText: new Set(), base: null };
  const nodes: Node[] = [parse(html)];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ("tagName" in node) readElement(node, facts);
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) nodes.push(child);
  }
  return {
    ...facts,
    references: [...facts.references.values()],
    imagesWithoutText: [...facts.imagesWithoutText],
  };
}

function readElement(element: Element, facts: Facts): void {
  const attributes = new Map(element.attrs.map(({ prefix, name, value }) => [joinName(prefix, name), value]));
  const id = attributes.get("id");
  // The glyphs of a drawn formula repeat by design.
  if (id !== undefined && id !== "" && !id.startsWith("MJX-")) {
    facts.ids.set(id, (facts.ids.get(id) ?? 0) + 1);
  }
  const name = element.tagName === "a" ? attributes.get("name") : undefined;
  if (name !== undefined && !facts.ids.has(name)) facts.ids.set(name, 1);
  if (element.tagName === "base") facts.base ??= attributes.get("href") ?? null;
  else for (const reference of referencesOf(element.tagName, attributes)) addReference(reference, facts);
  if (element.tagName === "img" && lacksText(attributes)) {
    facts.imagesWithoutText.add(attributes.get("src") ?? "");
  }
}

function joinName(prefix: string | undefined, name: string): string {
  return prefix === undefined || prefix === "" ? name : `${prefix}:${name}`;
}

function addReference(reference: PageReference, { references }: Facts): void {
  references.set(`${reference.kind} ${reference.url}`, reference);
}

function lacksText(attributes: ReadonlyMap<string, string>): boolean {
  const isHidden =
    attributes.get("aria-hidden") === "true" ||
    ["presentation", "none"].includes(attributes.get("role") ?? "");
  return !isHidden && !attributes.has("alt") && !attributes.has("aria-label");
}

const SOURCE_KINDS: Readonly<Record<string, ReferenceKind>> = {
  img: "image",
  source: "file",
  input: "image",
  script: "script",
  iframe: "frame",
  video: "file",
  audio: "file",
  track: "file",
  embed: "file",
};

function referencesOf(tagName: string, attributes: ReadonlyMap<string, string>): PageReference[] {
  const found: PageReference[] = [];
  const add = (kind: ReferenceKind, url: string | undefined): void => {
    if (url !== undefined && url.trim() !== "") found.push({ kind, url: url.trim() });
  };
  if (tagName === "a" || tagName === "area") add("link", attributes.get("href"));
  if (tagName === "link") add(linkKind(attributes), linkUrl(attributes));
  add(SOURCE_KINDS[tagName] ?? "file", tagName in SOURCE_KINDS ? attributes.get("src") : undefined);
  if (tagName === "img" || tagName === "source") {
    for (const url of srcsetUrls(attributes.get("srcset") ?? "")) add("image", url);
  }
  if (tagName === "video") add("image", attributes.get("poster"));
  if (tagName === "object") add("file", attributes.get("data"));
  if (tagName === "form") add("form", attributes.get("action"));
  if (tagName === "use" || tagName === "image") {
    add("image", attributes.get("href") ?? attributes.get("xlink:href"));
  }
  return found;
}

function linkKind(attributes: ReadonlyMap<string, string>): ReferenceKind {
  return relations(attributes).includes("stylesheet") ? "style sheet" : "file";
}

/** Hints to browsers name hosts, not files. */
function linkUrl(attributes: ReadonlyMap<string, string>): string | undefined {
  const isHint = relations(attributes).some((relation) => ["preconnect", "dns-prefetch"].includes(relation));
  return isHint ? undefined : attributes.get("href");
}

function relations(attributes: ReadonlyMap<string, string>): readonly string[] {
  return (attributes.get("rel") ?? "").toLowerCase().split(/\s+/);
}

function srcsetUrls(srcset: string): string[] {
  return [...srcset.matchAll(/[\s,]*(\S*[^\s,])[^,]*/g)].map(([, url = ""]) => url);
}
