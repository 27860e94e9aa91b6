import type { Report } from "../diagnostics/report.js";
import { documentSubject, isAnsweredBySite } from "../liquid/subjects.js";
import type { Content } from "../model/content.js";
import type { Site, SiteDocument } from "../model/site.js";
import { contentHash } from "../util/hash.js";
import type { BuildMemory } from "./build-memory.js";
import type { BuildProgress } from "./build-types.js";
import { type BuildState, createBuildState, listInquiries } from "./cache/build-state.js";
import { createLedger, type Ledger, type Stage } from "./cache/ledger.js";
import type { Cache } from "./cache/open-cache.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { Profiler } from "./create-profile.js";
import { createRenderTools, type RenderTools } from "./create-render-tools.js";
import { createSiteDescriber } from "./describe-site.js";
import { createDocumentVersions, type DocumentVersions } from "./document-versions.js";
import type { ThreadPool } from "./threads/create-thread-pool.js";
import type { WatchedSite } from "./watch-site.js";

/** What the steps after assembling share. */
export interface BuildContext {
  readonly site: Site;
  readonly tools: RenderTools;
  readonly cache: Cache;
  /** What the last build left, and what this one leaves. */
  readonly before: BuildState;
  readonly after: BuildState;
  readonly ledger: Ledger;
  readonly versions: DocumentVersions;
  readonly report: Report;
  readonly progress: (progress: BuildProgress) => void;
  readonly pool: ThreadPool;
  readonly profiler: Profiler;
  /**
   * A stage begins, with the bodies that templates can see in it. Of documents that are what they were, and of a site that
   * is, nothing need be asked.
   */
  startStage(stage: Stage, bodies: ReadonlyMap<string, StoredBody>): void;
  /** From now on, questions about links and images have their answers here. */
  settleFiles(site: WatchedSite): void;
}

export interface BuildContextInput {
  readonly site: Site;
  readonly content: Content;
  readonly sourceDir: string;
  readonly memory: BuildMemory;
  readonly cache: Cache;
  readonly before: BuildState;
  readonly report: Report;
  readonly progress: (progress: BuildProgress) => void;
  readonly pool: ThreadPool;
  readonly profiler: Profiler;
}

export function createBuildContext(input: BuildContextInput): BuildContext {
  const { site, content, sourceDir, memory, cache, before, report, progress } = input;
  const renderer = memory.renderer(site.config, cache);
  const tools = createRenderTools({ site, content, sourceDir, renderer, texts: cache.texts });
  const versions = createDocumentVersions(site);
  const describeSite = createSiteDescriber(site, content);
  const after = { ...createBuildState(), content: before.content };
  let files: WatchedSite | null = null;
  const ledger = createLedger({
    earlier: () => listInquiries(before),
    answer: (subject, question) => files?.answer(subject, question) ?? tools.answer(subject, question),
    isUnchanged({ stage, subject, questions }) {
      const siteVersion = after.siteVersions[stage];
      if (siteVersion !== undefined && before.siteVersions[stage] === siteVersion) {
        if (isAnsweredBySite(subject, questions)) return true;
      }
      const version = stage === "layouts" ? after.versions.get(subject) : undefined;
      return version !== undefined && before.versions.get(subject) === version;
    },
  });
  return {
    ...{
      site,
      tools,
      cache,
      before,
      after,
      ledger,
      versions,
      report,
      progress,
      pool: input.pool,
      profiler: input.profiler,
    },
    startStage(stage, bodies) {
      const hashes = new Map<string, string>();
      const describe = (document: SiteDocument): string => {
        const description = versions.describe(document, bodies.get(document.path)?.key ?? "");
        if (stage === "layouts") hashes.set(documentSubject(document.path), contentHash(description));
        return description;
      };
      after.siteVersions = { ...after.siteVersions, [stage]: describeSite(describe) };
      if (stage === "layouts") after.versions = hashes;
    },
    settleFiles(watched) {
      files = watched;
    },
  };
}
