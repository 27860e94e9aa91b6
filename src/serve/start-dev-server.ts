import path from "node:path";
import type { BuildOptions, BuildProgress, BuildResult, BuildSession } from "../build/build-types.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { addClientScript, EVENTS_PATH } from "./add-client-script.js";
import { createBuildLoop } from "./create-build-loop.js";
import { createClientHandler } from "./create-client-handler.js";
import { createEventStream, type EventStream } from "./create-event-stream.js";
import { createSiteHandler, type RequestHandler } from "./create-site-handler.js";
import { createDevStateKeeper, type DevStateKeeper } from "./dev-state.js";
import { readRequestPath } from "./read-request-path.js";
import { type RunningServer, startServer } from "./start-server.js";
import { watchSource } from "./watch-source.js";

export interface DevServerOptions {
  /** Kept for as long as the server runs, and closed with it. */
  readonly session: BuildSession;
  /** Of every build, which is made in memory: nothing is written to the destination. */
  readonly build: Pick<
    BuildOptions,
    "sourceDir" | "destinationDir" | "cacheDir" | "configPaths" | "overrides" | "strict"
  >;
  /** The moment of a build. */
  readonly nowMs: () => number;
  /** 4000 unless given; the next free one from there on. 0 for any. */
  readonly port?: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  readonly onBuildStart?: () => void;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly onBuildEnd?: (result: BuildResult) => void;
  /** The server ended, and this is to be said of what its builds leave to later ones. */
  readonly onEnd?: (diagnostics: readonly Diagnostic[]) => void;
  /** The system refuses to watch something; its changes go unseen. */
  readonly onWatchError?: (error: unknown) => void;
  /** A build ended with an exception, or a request did. The server runs on. */
  readonly onError?: (error: unknown) => void;
}

export interface DevServer extends RunningServer {
  /** Where the home page is. Follows the configuration. */
  url(): string;
  /** Resolves when all changes seen so far are built. */
  idle(): Promise<void>;
}

/**
 * How long the source must be still before it is built. Longer than the 50 ms for which chokidar holds its tongue
 * about a file after it told a change of it: what is written meanwhile must be there when the build reads it.
 */
const SETTLE_MS = 75;
const LONGEST_WAIT_MS = 1000;

/**
 * Builds, serves the result from memory, and builds again whenever the source changes; browsers change what
 * is another now, and show what is wrong. While a site has errors its last good pages stay served. Resolves after the first build.
 * Throws a `ServerStartError`.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { build, port = 4000, host = "127.0.0.1", onError } = options;
  const states = createDevStateKeeper();
  const events = createEventStream();
  /** How many times a build has started or ended. */
  let turns = 0;
  /** What the build that runs, or the last one, was started for; and files whose last change was one of their text alone. */
  let startedFor: ReadonlySet<string> = new Set();
  const editedTexts = new Set<string>();
  let destinationDir = build.destinationDir ?? path.join(build.sourceDir, "dist");

  const loop = createBuildLoop({
    settleMs: SETTLE_MS,
    longestWaitMs: LONGEST_WAIT_MS,
    async build(changedFiles) {
      turns++;
      startedFor = changedFiles;
      states.startBuild();
      try {
        options.onBuildStart?.();
        const result = await options.session.build(optionsOfBuild(options));
        destinationDir = result.destinationDir;
        states.addResult(result, changedFiles);
        options.onBuildEnd?.(result);
      } catch (error) {
        states.addCrash(error, changedFiles);
        onError?.(error);
      }
      turns++;
      events.send(states.current().status);
    },
  });

  /**
   * The page of an edited text, while the build that tells the rest waits for the source to be still, or for the build
   * before it to end. If that one is about more than texts, a page made from what was known before would take back what it
   * is about to show.
   */
  const showFirst = async (changed: string): Promise<void> => {
    const before = turns;
    try {
      const page = await options.session.rebuildPage(changed);
      if (page === null) editedTexts.delete(changed);
      else editedTexts.add(changed);
      const isForTexts = [...startedFor].every((file) => editedTexts.has(file));
      // A build that has started knows better, and one that has ended may.
      if (page === null || turns !== before || (loop.isRunning() && !isForTexts)) return;
      if (states.addPage(page) !== null) events.send(states.current().status);
    } catch {
      // Whatever it is, the build meets it too, and knows how to tell.
      editedTexts.delete(changed);
    }
  };

  const handler = createDevHandler(states, events);
  const server = await startServer({ host, port, handler, ...(onError === undefined ? {} : { onError }) });
  const watcher = await watchSource({
    sourceDir: build.sourceDir,
    extraFiles: (build.configPaths ?? []).map((file) => path.resolve(build.sourceDir, file)),
    ownFolders: () => [destinationDir, path.join(build.sourceDir, "_site")],
    onChange(changed) {
      loop.request(changed);
      void showFirst(changed);
    },
    onError: (error) => options.onWatchError?.(error),
  });
  loop.request(build.sourceDir);
  await loop.idle();
  return {
    ...server,
    url: () => `${server.origin}${encodeURI(states.current().site.baseurl)}/`,
    idle: loop.idle,
    async close() {
      await watcher.close();
      events.close();
      await Promise.all([server.close(), loop.close()]);
      const diagnostics = options.session.close();
      options.onEnd?.(diagnostics);
    },
  };
}

/** The site with the client script in its pages, and beside it what that script asks for. */
function createDevHandler(states: DevStateKeeper, events: EventStream): RequestHandler {
  const sendClient = createClientHandler();
  const sendSite = createSiteHandler({
    currentSite: () => states.current().site,
    changePage: (html, outputPath) => {
      const { site, status } = states.current();
      return addClientScript(html, { version: status.version, baseurl: site.baseurl, outputPath });
    },
  });
  return async (request, response) => {
    const asked = readRequestPath(request.url ?? "");
    if (asked?.path === EVENTS_PATH) {
      const since = new URLSearchParams(asked.query).get("since");
      events.connect(request, response, states.statusSince(since));
    } else if (!(await sendClient(request, response))) await sendSite(request, response);
  };
}

function optionsOfBuild({ build, nowMs, onProgress }: DevServerOptions): BuildOptions {
  return {
    ...build,
    // What can be built is served; the last good site is kept by the server itself.
    keepGoing: true,
    force: false,
    write: false,
    check: false,
    nowMs: nowMs(),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}
