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
  /** The current status for a browser that knows this version; `null` for one that says nothing of it. */
  statusSince(version: string | null): DevStatus;
  /** With errors, the site before stays, unless there never was one. `changedFiles` are absolute paths. */
  addResult(result: BuildResult, changedFiles: ReadonlySet<string>): DevState;
  addCrash(error: unknown, changedFiles: ReadonlySet<string>): DevState;
  /** A page ahead of its build. `null` when it is what it was. */
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
  let count = 0;
  let state: DevState = {
    site: { files: createOutputFiles(outputs, async () => ""), baseurl: "" },
    status: { version: `${run}-0`, changed: null, diagnostics: [], omitted: 0, crash: null },
  };
  log.add(state.status.version, null);
  return {
    current: () => state,
    statusSince: (version) => ({ ...state.status, changed: log.since(version) }),
    addResult(result, changedFiles) {
      const told = listTold(result.diagnostics);
      for (const file of changedFiles) waitingFiles.add(file);
      let { site } = state;
      let { version } = state.status;
      let changed: DevStatus["changed"] = [];
      if (result.ok || !hasGoodSite) {
        changed = findChangedOutputs(outputs, result.outputs, waitingFiles);
        waitingFiles.clear();
        const isMoved = site.baseurl !== result.config.baseurl;
        const isOther = changed.length > 0 || isMoved;
        if (changed.length > MOST_CHANGES_TOLD || isMoved) changed = null;
        if (isOther) {
          version = `${run}-${++count}`;
          log.add(version, changed);
        }
        outputs = result.outputs;
        hasGoodSite = result.ok;
        site = { files: createOutputFiles(outputs, result.read), baseurl: result.config.baseurl };
      }
      state = { site, status: { version, changed, ...told, crash: null } };
      return state;
    },
    addPage({ path, text, hash }) {
      const output = outputs.get(path);
      if (output === undefined || isMade(output, hash)) return null;
      outputs = new Map(outputs).set(path, { ...output, content: { madeHash: hash } });
      const { files, baseurl } = state.site;
      const page: ServedFile = { path, body: Buffer.from(text) };
      const withPage: SiteFiles = { find: async (asked) => (asked === path ? page : files.find(asked)) };
      const version = `${run}-${++count}`;
      log.add(version, [path]);
      state = {
        site: { files: withPage, baseurl },
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
