/**
 * The story: find -> read -> assemble -> render -> lay out -> write. There is no other build; see
 * docs/architecture.md. Nothing here prints.
 */
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { checkSite } from "../check/check-site.js";
import { readContent } from "../content/read-content.js";
import { createReport } from "../diagnostics/report.js";
import { assembleSite } from "../site/assemble-site.js";
import { addLineTexts } from "./add-line-texts.js";
import type { BuildMemory } from "./build-memory.js";
import type { BuildOptions, BuildResult } from "./build-types.js";
import { createOutputs } from "./create-outputs.js";
import { createRenderTools } from "./create-render-tools.js";
import { layOutPages } from "./lay-out-pages.js";
import { readSiteConfig } from "./read-site-config.js";
import { renderBodies } from "./render-bodies.js";
import { summarize } from "./summarize.js";
import { writeOutputs } from "./write-outputs.js";

/** Holds `layouts/` and `static/` of the default theme: the root of this package. */
const themeDir = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** Builds the site once, reusing of `memory` what is still true. */
export async function build(options: BuildOptions, memory: BuildMemory): Promise<BuildResult> {
  const startedMs = performance.now();
  const report = createReport({ isStrict: options.strict });
  const progress = options.onProgress ?? (() => {});

  progress({ step: "find", done: 0, total: 1, current: options.sourceDir });
  const { config, destinationDir } = readSiteConfig(options, report);
  progress({ step: "read", done: 0, total: 1, current: options.sourceDir });
  const content = readContent(
    { sourceDir: options.sourceDir, destinationDir, themeDir, config },
    report,
    memory.content,
  );
  progress({ step: "assemble", done: 0, total: content.documents.length, current: "" });
  const site = assembleSite({ content, config, nowMs: options.nowMs }, report);

  const tools = await createRenderTools({ site, content, sourceDir: options.sourceDir, memory });
  const bodies = await renderBodies(site, tools, report, progress);
  const pages = await layOutPages(site, bodies, tools, report, progress);
  const { styleSheets, highlightHtml, addGlyphSheet, spellFormulas } = tools.markdown;
  const outputs = createOutputs(
    {
      ...{ site, bodies, pages, styleSheets, renderInline: tools.renderInline },
      ...{ highlightHtml, addGlyphSheet, spellFormulas },
    },
    report,
  );
  memory.endBuild();

  if (options.check) checkSite({ outputs, config, bodies, site }, report);
  const isComplete = report.count("error") === 0;
  const write =
    options.write && (isComplete || options.keepGoing)
      ? writeOutputs(
          outputs,
          { destinationDir, force: options.force, removeStale: isComplete, keepFiles: config.keepFiles },
          report,
        )
      : null;
  return {
    ok: report.count("error") === 0,
    write,
    summary: summarize(site, bodies, pages),
    diagnostics: addLineTexts(report.list(), options.sourceDir),
    skipped: site.skipped,
    config,
    destinationDir,
    outputs,
    elapsedMs: performance.now() - startedMs,
  };
}
