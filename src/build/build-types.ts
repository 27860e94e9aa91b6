/** What a build is asked for and what it gives back. */
import type { SiteConfig } from "../model/config.js";
import type { SkippedDocument } from "../model/content.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Output, ReadOutput, WriteSummary } from "../model/output.js";
import type { BuildProfile } from "./create-profile.js";

export interface BuildOptions {
  /** Absolute. */
  readonly sourceDir: string;
  /** Absolute; `null` for the configuration's `destination`, or `dist` below the source. */
  readonly destinationDir: string | null;
  /** Absolute; where builds remember one another. `null` for a session that remembers on its own. */
  readonly cacheDir: string | null;
  /** Paths of configuration files, relative to the source or absolute, later ones win. `null` for `_config.yml`, where there is one. */
  readonly configPaths: readonly string[] | null;
  /** What the command line says over the configuration. */
  readonly overrides: {
    readonly baseurl?: string;
    readonly drafts?: boolean;
    readonly future?: boolean;
    readonly unpublished?: boolean;
    readonly limitPosts?: number;
    readonly environment?: string;
  };
  /** Warnings stop the build as errors do. */
  readonly strict: boolean;
  /** Writes what can be built in spite of errors. */
  readonly keepGoing: boolean;
  /** Overwrites files in the destination that this program did not write. */
  readonly force: boolean;
  /** `false` to build in memory only. */
  readonly write: boolean;
  /** Whether links, anchors and images of the built site are checked too. */
  readonly check: boolean;
  /** The moment of the build, in milliseconds since 1970. */
  readonly nowMs: number;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** How many threads render, this one included. As many as the machine has and the work is worth, unless given. */
  readonly threads?: number;
}

/** Told often; cheap to ignore. */
export interface BuildProgress {
  readonly step: "find" | "read" | "assemble" | "render" | "lay out" | "write";
  readonly done: number;
  readonly total: number;
  /** What is worked on: a source path. */
  readonly current: string;
}

export interface BuildSummary {
  readonly posts: number;
  readonly pages: number;
  readonly categories: number;
  readonly tags: number;
  readonly formulas: number;
  readonly codeBlocks: number;
}

export interface BuildResult {
  /** Whether the site has no errors. */
  readonly ok: boolean;
  /** `null` when nothing was written. */
  readonly write: WriteSummary | null;
  readonly summary: BuildSummary;
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
  readonly skipped: readonly SkippedDocument[];
  readonly config: SiteConfig;
  readonly destinationDir: string;
  /** Everything that belongs into the destination, by path. */
  readonly outputs: ReadonlyMap<string, Output>;
  /** Gives the content of one of the outputs. Those that are not held are made again: ask for few of them. */
  readonly read: ReadOutput;
  readonly elapsedMs: number;
  readonly profile: BuildProfile;
}

/** The builds of one process: what they read and rendered, and what earlier processes left, is used again while it is true. */
export interface BuildSession {
  build(options: BuildOptions): Promise<BuildResult>;
  /**
   * A page ahead of the next build, when only the body of the document in this file (absolute) was edited since the last
   * one that ended; else `null`. May be called while a build runs, which it does not disturb.
   */
  rebuildPage(absolutePath: string): Promise<RebuiltPage | null>;
  /** Leaves what the builds made to later processes. Gives what is to be said of that: `cache-not-writable`. */
  close(): readonly Diagnostic[];
}

export interface RebuiltPage {
  /** Of the output. */
  readonly path: string;
  readonly text: string;
  /** As of a `MadeText`. */
  readonly hash: string;
}
