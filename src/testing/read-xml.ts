/** A strict reader of the XML that feeds and sitemaps are made of, so that tests see what a feed reader sees. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text of this element itself, entities decoded. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\?xml[^>]*\?>|<\/([\w:-]+)>|<([\w:-]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** The root element. Throws at anything that is not well-formed, such as a bare `&` or a control character. */
export function readXml(xml: string): XmlElement {
  const root: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  let end = 0;
  for (const match of xml.matchAll(TOKEN)) {
    const [whole, closing, opening, attributes = "", empty, text] = match;
    end = match.index + whole.length;
    const parent = open.at(-1);
    if (parent === undefined) throw new Error(`text after the root: ${whole}`);
    if (text !== undefined) parent.text += decode(text);
    if (closing !== undefined && open.pop()?.name !== closing) throw new Error(`misplaced ${whole}`);
    if (opening === undefined) continue;
    const element = { name: opening, attributes: readAttributes(attributes), children: [], text: "" };
    parent.children.push(element);
    if (empty === "") open.push(element);
  }
  const [element] = root.children;
  if (end !== xml.length || open.length !== 1 || element === undefined) throw new Error(`broken at ${end}`);
  return element;
}

export function findChild({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child) => child.name === name);
}

export function findChildren({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, decode(value)]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function decode(text: string): string {
  if (/[^\t\n\r\P{Cc}]/u.test(text.replace(/[\u0080-\u009F\u007F]/g, "")))
    throw new Error("control character");
  return text.replace(/&(\w*;?)/g, (whole, name: string) => {
    const character = ENTITIES[name.replace(";", "")];
    if (character === undefined || !name.endsWith(";")) throw new Error(`bare ${whole}`);
    return character;
  });
}
