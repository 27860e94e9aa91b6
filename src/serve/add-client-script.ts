import { escapeHtml } from "../util/text.js";

const CLIENT_SCRIPT_PATH = "/__postulate/client.js";
export const EVENTS_PATH = "/__postulate/events";

export interface PageFacts {
  /** Of the site that the page belongs to. */
  readonly version: string;
  readonly baseurl: string;
  /** The output that is the page; `null` for the answer to a path that has none. */
  readonly outputPath: string | null;
}

/** Adds the script that keeps the page up to date to its end. */
export function addClientScript(html: string, { version, baseurl, outputPath }: PageFacts): string {
  const data = { version, baseurl, output: outputPath ?? "" };
  const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${escapeHtml(value)}"`);
  const script = `<script type="module" src="${CLIENT_SCRIPT_PATH}" ${attributes.join(" ")}></script>`;
  const end = [...html.matchAll(/<\/body\s*>/gi)].at(-1)?.index ?? html.length;
  return `${html.slice(0, end)}${script}\n${html.slice(end)}`;
}
