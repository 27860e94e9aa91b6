/** A site as browsers get it, without what the dev server adds for itself. */
import { Agent } from "node:http";
import type { DevStatus } from "../../../serve/dev-state.js";
import { contentHash } from "../../../util/hash.js";
import { listenToEvents } from "../../listen-to-events.js";
import { request } from "../../request.js";

export interface ServedSite {
  readonly status: DevStatus;
  /** Hashes of bodies by URL path; what is answered with another status than 200 has this in its place. */
  readonly answers: ReadonlyMap<string, string>;
}

const RE_CLIENT_SCRIPT =
  /<script type="module" src="\/__postulate\/client\.js" data-version="([^"]*)"[^>]*><\/script>\n/g;

export async function readServedSite(origin: string, urlPaths: Iterable<string>): Promise<ServedSite> {
  const status = await readStatus(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const answers = await Promise.all(
    [...urlPaths].map(async (urlPath) => {
      const answer = await request(origin, urlPath, { agent });
      const isPage = answer.headers["content-type"]?.startsWith("text/html") ?? false;
      const body = isPage ? withoutClientScript(answer.bytes, status.version) : answer.bytes;
      const words = body === null ? "without the client script of this version" : contentHash(body);
      return [urlPath, answer.status === 200 ? words : `status ${answer.status}`] as const;
    }),
  );
  agent.destroy();
  return { status, answers: new Map(answers) };
}

/** `/blog/a/b.html`, as a link to an output has it. */
export function urlPathOf(baseurl: string, outputPath: string): string {
  return `${baseurl}/${outputPath}`.split("/").map(encodeURIComponent).join("/");
}

async function readStatus(origin: string): Promise<DevStatus> {
  const events = await listenToEvents(origin);
  const status = await events.next();
  events.close();
  return status;
}

/** `null` when it is not there once. Bytes stay as they are. */
function withoutClientScript(bytes: Buffer, version: string): Buffer | null {
  const text = bytes.toString("latin1");
  const scripts = [...text.matchAll(RE_CLIENT_SCRIPT)];
  if (scripts.length !== 1 || scripts[0]?.[1] !== version) return null;
  return Buffer.from(text.replace(RE_CLIENT_SCRIPT, ""), "latin1");
}
