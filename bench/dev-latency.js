/**
 * How long it takes in `dev` from the save of a post until the browser is told and gets the new page.
 *
 *   node bench/dev-latency.js [--posts 1000] [--saves 30] [--pause 400]
 *
 * The pause between two saves, in milliseconds, is longer than any debounce, so that each save is a build of its own.
 * At 10,000 posts a build takes longer than the usual pause, and a save that comes meanwhile is shown between its steps.
 *
 * "told" is the first server-sent event after the save whose page is the new one; "page" is when that page has arrived.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { listenToEvents } from "./event-listener.js";
import { describeMachine, formatTable } from "./format-results.js";
import { generateCorpus } from "./generate-corpus.js";
import { percentile } from "./statistics.js";

const main = path.join(path.dirname(import.meta.dirname), "lib", "bundle", "main.js");
const SLOWEST_MS = 60_000;

/** Starts `dev` on any free port; resolves with where it serves. */
async function startDev(source) {
  const child = spawn(process.execPath, [main, "dev", "--source", source, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  const origin = await new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      const [, found] = /Serving at (http:\/\/[^/\s]+)/.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`dev ended with ${code}: ${printed}`)));
  });
  return { child, origin };
}

/** The paths of pages by the names of their posts, as the site's own map has them. */
async function readPagePaths(origin) {
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
  return new Map(paths.map((one) => [path.posix.basename(one, ".html"), one]));
}

/** Milliseconds from the save until the browser was told, and until it had the page. */
async function measureSave({ file, address, events, save }) {
  const text = `${readFileSync(file, "utf8")}\nSaved as number ${save}.\n`;
  const started = performance.now();
  events.clear();
  writeFileSync(file, text);
  for (;;) {
    const left = started + SLOWEST_MS - performance.now();
    const toldMs = await events.next(left);
    const page = await (await fetch(address)).text();
    if (page.includes(`Saved as number ${save}.`))
      return { told: toldMs - started, page: performance.now() - started };
  }
}

async function measureSaves(source, saves, pauseMs) {
  const started = performance.now();
  const { child, origin } = await startDev(source);
  try {
    const readyMs = performance.now() - started;
    const paths = await readPagePaths(origin);
    const events = await listenToEvents(`${origin}/__postulate/events`);
    const folder = path.join(source, "_posts");
    const names = readdirSync(folder).sort();
    const measures = [];
    for (let save = 1; save <= saves; save++) {
      // From all over the site, so that no single post's size decides.
      const name = names[Math.floor(((save - 0.5) / saves) * names.length)];
      const page = paths.get(name.slice("0000-00-00-".length, -".md".length));
      await sleep(pauseMs);
      measures.push(
        await measureSave({ file: path.join(folder, name), address: origin + page, events, save }),
      );
    }
    events.close();
    return { readyMs, measures };
  } finally {
    child.removeAllListeners("exit");
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
}

const { values } = parseArgs({
  options: {
    posts: { type: "string", default: "1000" },
    saves: { type: "string", default: "30" },
    pause: { type: "string", default: "400" },
  },
});
const source = mkdtempSync(path.join(tmpdir(), "postulate-dev-"));
try {
  generateCorpus(source, { posts: Number(values.posts) });
  const { readyMs, measures } = await measureSaves(source, Number(values.saves), Number(values.pause));
  const row = (title, key) => [
    title,
    ...[0.5, 0.95, 1].map((share) =>
      percentile(
        measures.map((one) => one[key]),
        share,
      ).toFixed(0),
    ),
  ];
  console.log(`${describeMachine()}; ${values.posts} posts, ${measures.length} saves\n`);
  console.log(`Ready after ${(readyMs / 1000).toFixed(1)} s\n`);
  console.log(
    formatTable(
      ["Save of one post", "median ms", "95th percentile ms", "slowest ms"],
      [row("until the browser is told", "told"), row("until it has the new page", "page")],
    ),
  );
} finally {
  rmSync(source, { recursive: true, force: true, maxRetries: 5 });
}
