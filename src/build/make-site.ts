/** The last steps of a build: bodies are rendered, pages laid out, checked if that was asked for, and written. */
import { setImmediate } from "node:timers/promises";
import type { SiteConfig } from "../model/config.js";
import type { ReadOutput, WriteSummary } from "../model/output.js";
import type { Site } from "../model/site.js";
import type { BuildOptions } from "./build-types.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import { type CreatedOutputs, createOutputs } from "./create-outputs.js";
import { createSiteWriter, type SiteWriter } from "./create-site-writer.js";
import { createOutputReader } from "./output-reader.js";
import { planOutputs } from "./plan-outputs.js";
import { renderBodies } from "./render-bodies.js";

export interface MakeSiteInput {
  readonly options: BuildOptions;
  readonly config: SiteConfig;
  readonly destinationDir: string;
  readonly site: Site;
  readonly context: BuildContext;
}

export interface MadeSite extends CreatedOutputs {
  readonly bodies: ReadonlyMap<string, StoredBody>;
  readonly read: ReadOutput;
  /** `null` when nothing was written. */
  readonly write: WriteSummary | null;
}

export async function makeSite(input: MakeSiteInput): Promise<MadeSite> {
  const { options, config, destinationDir, context } = input;
  const writer = createSiteWriter({
    destinationDir,
    keepFiles: config.keepFiles,
    isWanted: () => isWanted(input),
    before: context.before.written,
  });
  try {
    const reader = createOutputReader(options.write ? writer.offer : null, context.tools.renderer);
    const plan = await planOutputs(context);
    await setImmediate();
    const { bodies, early } = await renderBodies(plan, reader.take, context);
    await context.pool.close();
    context.startStage("layouts", bodies);
    await setImmediate();
    const created = await createOutputs({ plan, bodies, early, take: reader.take }, context);
    reader.setProducts(created.products);
    if (options.check) await check(input, bodies, created, reader.read);
    const write = await writeSite(input, created, reader.read, writer);
    context.after.written = write === null ? context.before.written : writer.written();
    return { ...created, bodies, read: reader.read, write };
  } finally {
    writer.abandon();
  }
}

/** Whether what is made is to be written, as far as can be told by now. */
function isWanted({ options, context }: MakeSiteInput): boolean {
  return options.write && (options.keepGoing || context.report.count("error") === 0);
}

/** Loaded with its parser of HTML only by whoever asks for it. */
async function check(
  { config, site, context }: MakeSiteInput,
  bodies: ReadonlyMap<string, StoredBody>,
  { outputs }: CreatedOutputs,
  read: ReadOutput,
): Promise<void> {
  const { checkSite } = await import("../check/check-site.js");
  await checkSite({ outputs, read, config, bodies, site }, context.report);
}

async function writeSite(
  input: MakeSiteInput,
  { outputs }: CreatedOutputs,
  read: ReadOutput,
  writer: SiteWriter,
): Promise<WriteSummary | null> {
  const { options, destinationDir, context } = input;
  const { report, progress } = context;
  progress({ step: "write", done: 0, total: outputs.size, current: destinationDir });
  if (!isWanted(input)) return null;
  const removeStale = report.count("error") === 0;
  return writer.finish(outputs, { force: options.force, removeStale, read, report });
}
