import { existsSync } from "node:fs";
import path from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { createKeptTimeFinder } from "./create-kept-time-finder.js";
import { isLoopingLink } from "./is-looping-link.js";
import { isWatchedPath } from "./is-watched-path.js";

export interface SourceWatcher {
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Absolute. */
  readonly sourceDir: string;
  /** Absolute paths of files outside the source that the site is made from, too. */
  readonly extraFiles: readonly string[];
  /** Absolute folders whose changes are the build's own. Asked for each event, since the configuration may move them. */
  readonly ownFolders: () => readonly string[];
  /** Told the absolute path of each file that was added, changed or removed, and of each folder that was added. */
  readonly onChange: (absolutePath: string) => void;
  /** The system refuses to watch (too many files); the watcher goes on with what it has. */
  readonly onError: (error: unknown) => void;
}

/** How often a source folder that has vanished is looked for. */
const RETURN_POLL_MS = 500;

/** Of the clock of a file system behind that of the process. */
const CLOCK_LAG_MS = 100;

/** Watches until closed, also over the deletion and return of the source folder. Resolves once it watches. */
export async function watchSource(options: WatchOptions): Promise<SourceWatcher> {
  const { sourceDir, ownFolders, onChange } = options;
  const isOwn = (one: string): boolean => ownFolders().some((own) => isWithin(own, one));
  const isOfSource = (one: string): boolean => isWatchedPath(relativeTo(sourceDir, one)) && !isOwn(one);
  const hasKeptTime = createKeptTimeFinder(Date.now() - CLOCK_LAG_MS);
  let watcher = await startWatching(options);
  let wasGone = false;
  const poll = setInterval(async () => {
    const isGone = !existsSync(sourceDir);
    if (isGone === wasGone) return;
    wasGone = isGone;
    // A watcher holds on to the folder that it was given, not to its name.
    if (!isGone) {
      const before = watcher;
      watcher = await startWatching(options);
      await closeWatcher(before);
    }
    onChange(sourceDir);
  }, RETURN_POLL_MS);
  poll.unref();
  return {
    async close() {
      clearInterval(poll);
      await closeWatcher(watcher);
    },
  };

  function startWatching({ extraFiles, onError }: WatchOptions): Promise<FSWatcher> {
    const started = watch([sourceDir, ...extraFiles], {
      ignoreInitial: true,
      ignored: (one, stats) =>
        !isOfSource(one) || (stats?.isDirectory() === true && isLoopingLink(sourceDir, one)),
    });
    started.on("all", (event, changed) => {
      // A folder that was added counts: it is read first and watched then, and nothing tells what came in between. Of one
      // that was removed, the files are told.
      if (event !== "unlinkDir" && !isOwn(changed)) onChange(changed);
    });
    started.on("raw", async (_event, name: string | null, details) => {
      const { watchedPath } = details as { readonly watchedPath: string };
      // The watch of a folder names a file in it, that of a file the file itself.
      for (const one of [watchedPath, path.join(watchedPath, name ?? "")]) {
        if (isOfSource(one) && (await hasKeptTime(one)) && !started.closed) onChange(one);
      }
    });
    started.on("error", onError);
    return new Promise((resolve) => started.once("ready", () => resolve(started)));
  }
}

/** chokidar begins anew when it hears after its end that a file is gone; nobody could end that any more. */
function closeWatcher(watcher: FSWatcher): Promise<void> {
  watcher.add = () => watcher;
  return watcher.close();
}

function relativeTo(dir: string, absolutePath: string): string {
  return path.relative(dir, absolutePath).replaceAll(path.sep, "/");
}

function isWithin(dir: string, absolutePath: string): boolean {
  return absolutePath === dir || absolutePath.startsWith(dir + path.sep);
}
