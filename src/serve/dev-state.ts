/** What the dev server knows between builds: the last good site, and what browsers are told. */
import { randomUUID } from "node:crypto";
import type { BuildResult, RebuiltPage } from "../build/build-types.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Output } from "../model/output.js";
import { createChangeLog } from "./create-change-log.js";
import { createOutputFiles } from "./create-output-files.js";
import type { ServedSite } from "./create-site-handler.js";
import { findChangedOutputs } from "./find-changed-outputs.js";
import type { ServedFile, SiteFiles } from "./site-files.js";

/** Sent to browsers when they connect and after each build. `client/client.js` reads it. */
export interface DevStatus {
  /** Of the served site: another one for other bytes. */
  readonly version: string;
  /** The outputs that changed since the version that was told before; `null` for "too many to tell, or not known". */
  readonly changed: readonly string[] | null;
  /** Errors and warnings of the last build. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many more there are than are sent. */
  readonly omitted: number;
  /** The exception that ended the last build. */
  readonly crash: { readonly message: string; readonly stack: string } | null;
}

export interface DevState {
  readonly site: ServedSite;
  readonly status: DevStatus;
}

const MOST_CHANGES_TOLD = 500;
/** A tab that was hidden for more of them is loaded again. */
const MOST_VERSIONS_KEPT = 200;
const MOST_DIAGNOSTICS_SENT = 40;

export interface DevStateKeeper {
  current(): DevState;
  /** From now on files are read for the next result. */
  startBuild(): void;
  /** The current status for a browser that knows this version; `null` for one that says nothing of it. */
  statusSince(version: string | null): DevStatus;
  /** With errors, the site before stays, unless there never was one. `changedFiles` are absolute paths. */
  addResult(result: BuildResult, changedFiles: ReadonlySet<string>): DevState;
  addCrash(error: unknown, changedFiles: ReadonlySet<string>): DevState;
  /** A page ahead of its build. The result of a build that had begun before does not replace it. `null` when it is what it was. */
  addPage(page: RebuiltPage): DevState | null;
}

export function createDevStateKeeper(): DevStateKeeper {
  // A browser that outlives one server must not take the first version of the next for its own.
  const run = randomUUID().slice(0, 8);
  let outputs: ReadonlyMap<string, Output> = new Map();
  const log = createChangeLog({ mostVersions: MOST_VERSIONS_KEPT, mostChanges: MOST_CHANGES_TOLD });
  let hasGoodSite = false;
  /** Since the outputs were taken over: browsers hear of a change that came with an error when the error is gone. */
  const waitingFiles = new Set<string>();
  /** Those that the build that runs, if one does, may have come too early for. */
  const pagesAhead = new Map<string, RebuiltPage>();
  let count = 0;
  let state: DevState = {
    site: { files: createOutputFiles(outputs, async () => ""), baseurl: "" },
    status: { version: `${run}-0`, changed: null, diagnostics: [], omitted: 0, crash: null },
  };
  log.add(state.status.version, null);
  return {
    current: () => state,
    statusSince: (version) => ({ ...state.status, changed: log.since(version) }),
    startBuild: () => pagesAhead.clear(),
    addResult(result, changedFiles) {
      const told = listTold(result.diagnostics);
      for (const file of changedFiles) waitingFiles.add(file);
      let { site } = state;
      let { version } = state.status;
      let changed: DevStatus["changed"] = [];
      if (result.ok || !hasGoodSite) {
        for (const path of pagesAhead.keys()) if (!result.outputs.has(path)) pagesAhead.delete(path);
        const built = addPages(result.outputs, pagesAhead);
        changed = findChangedOutputs(outputs, built, waitingFiles);
        waitingFiles.clear();
        const isMoved = site.baseurl !== result.config.baseurl;
        const isOther = changed.length > 0 || isMoved;
        if (changed.length > MOST_CHANGES_TOLD || isMoved) changed = null;
        if (isOther) {
          version = `${run}-${++count}`;
          log.add(version, changed);
        }
        outputs = built;
        hasGoodSite = result.ok;
        const files = servePages(createOutputFiles(result.outputs, result.read), pagesAhead);
        site = { files, baseurl: result.config.baseurl };
      }
      state = { site, status: { version, changed, ...told, crash: null } };
      return state;
    },
    addPage(page) {
      const { path, hash } = page;
      const output = outputs.get(path);
      if (output === undefined) return null;
      pagesAhead.set(path, page);
      if (isMade(output, hash)) return null;
      const pages = new Map([[path, page]]);
      outputs = addPages(outputs, pages);
      const { files, baseurl } = state.site;
      const version = `${run}-${++count}`;
      log.add(version, [path]);
      state = {
        site: { files: servePages(files, pages), baseurl },
        status: { ...state.status, version, changed: [path], crash: null },
      };
      return state;
    },
    addCrash(error, changedFiles) {
      for (const file of changedFiles) waitingFiles.add(file);
      const crash = error instanceof Error ? error : new Error(String(error));
      state = {
        site: state.site,
        status: {
          ...state.status,
          changed: [],
          diagnostics: [],
          omitted: 0,
          crash: { message: crash.message, stack: crash.stack ?? "" },
        },
      };
      return state;
    },
  };
}

/** The outputs with these pages in the place of their own. */
function addPages(
  outputs: ReadonlyMap<string, Output>,
  pages: ReadonlyMap<string, RebuiltPage>,
): ReadonlyMap<string, Output> {
  const all = new Map(outputs);
  for (const { path, hash } of pages.values()) {
    const output = all.get(path);
    if (output !== undefined) all.set(path, { ...output, content: { madeHash: hash } });
  }
  return all;
}

/** `pages` as they are now, and all else from `files`. */
function servePages(files: SiteFiles, pages: ReadonlyMap<string, RebuiltPage>): SiteFiles {
  const held = new Map(Array.from(pages.values(), ({ path, text }) => [path, Buffer.from(text)]));
  return {
    async find(path): Promise<ServedFile | null> {
      const body = held.get(path);
      return body === undefined ? files.find(path) : { path, body };
    },
  };
}

function isMade({ content }: Output, hash: string): boolean {
  return typeof content === "object" && "madeHash" in content && content.madeHash === hash;
}

/** Errors first; notes are for the terminal. */
function listTold(all: readonly Diagnostic[]): { diagnostics: readonly Diagnostic[]; omitted: number } {
  const told = [
    ...all.filter(({ severity }) => severity === "error"),
    ...all.filter(({ severity }) => severity === "warning"),
  ];
  return {
    diagnostics: told.slice(0, MOST_DIAGNOSTICS_SENT),
    omitted: Math.max(0, told.length - MOST_DIAGNOSTICS_SENT),
  };
}
