/**
 * The story: find -> read -> assemble -> render -> lay out -> write. There is no other build; see
 * docs/architecture.md. Nothing here prints.
 */
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { type FoundContent, findContent, readContent } from "../content/read-content.js";
import { createReport } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import { assembleSite } from "../site/assemble-site.js";
import { packageDir } from "../util/package-dir.js";
import { endingOf } from "../util/path.js";
import { addLineTexts } from "./add-line-texts.js";
import type { BuildMemory } from "./build-memory.js";
import type { BuildOptions, BuildProgress, BuildResult } from "./build-types.js";
import { createBuildContext } from "./create-build-context.js";
import { createProfiler } from "./create-profile.js";
import { makeSite } from "./make-site.js";
import { readSiteConfig } from "./read-site-config.js";
import { reportCacheFault } from "./report-cache-fault.js";
import { startAgain } from "./start-again.js";
import { summarize } from "./summarize.js";
import { createThreadPool } from "./threads/create-thread-pool.js";

/** Builds the site once, reusing of `memory` what is still true. */
export function build(options: BuildOptions, memory: BuildMemory): Promise<BuildResult> {
  return startAgain(() => buildOnce(options, memory), memory);
}

async function buildOnce(options: BuildOptions, memory: BuildMemory): Promise<BuildResult> {
  const startedMs = performance.now();
  const { sourceDir, nowMs } = options;
  const profiler = createProfiler();
  const progress = (told: BuildProgress): void => {
    profiler.startStep(told.step);
    options.onProgress?.(told);
  };
  /** Each step lets other work of the process, such as answering a browser, have its turn first. */
  const startStep = (step: BuildProgress["step"], total: number): Promise<void> => {
    progress({ step, done: 0, total, current: "" });
    return setImmediate();
  };
  const report = createReport({ isStrict: options.strict });

  progress({ step: "find", done: 0, total: 1, current: sourceDir });
  const cache = memory.cache(options.cacheDir);
  const { config, destinationDir } = readSiteConfig(options, cache.texts, report);
  const stateName = JSON.stringify([destinationDir, options.configPaths, options.overrides]);
  const before = memory.state(cache, stateName);

  // Here lie `layouts/` and `static/` of the default theme, too.
  const reading = { sourceDir, destinationDir, themeDir: packageDir, config };
  const found = findContent(reading, report);
  // Where nothing is known of an earlier build, all has to be rendered: threads get ready while this one reads.
  const pool = createThreadPool({
    ...{ wanted: options.threads ?? null, config: memory.renderer(config, cache).config, cache },
    likely: before.bodies.size === 0 ? countCharacters(found, config) : 0,
  });
  const make = async () => {
    await startStep("read", found.files.length);
    const content = readContent(reading, report, before.content, found);
    await startStep("assemble", content.documents.length);
    const site = assembleSite({ content, config, nowMs, store: cache.texts }, report);
    await setImmediate();
    const context = createBuildContext({
      ...{ site, content, sourceDir, memory, cache, before, report, progress, profiler, pool },
    });
    const made = await makeSite({ options, config, destinationDir, site, context });
    return { site, context, made };
  };
  // It is closed when all bodies are rendered, and here when it did not come to that.
  const { site, context, made } = await make().finally(pool.close);
  const { bodies } = made;
  const ok = report.count("error") === 0;
  memory.keepState(cache, stateName, context.after, options.write);
  reportCacheFault(cache.fault(), sourceDir, report);
  if (ok) memory.last = { sourceDir, context, bodies, pages: made.pages, watched: made.watched };
  return {
    ok,
    write: made.write,
    summary: summarize(site, bodies, made.pages),
    diagnostics: addLineTexts(report.list(), sourceDir),
    skipped: site.skipped,
    config,
    destinationDir,
    outputs: made.outputs,
    read: made.read,
    profile: profiler.profile(),
    elapsedMs: performance.now() - startedMs,
  };
}

/** How much there is to render, as far as sizes of files tell. */
function countCharacters({ files }: FoundContent, { markdownExtensions }: SiteConfig): number {
  return files
    .filter(({ path }) => markdownExtensions.includes(endingOf(path)))
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
