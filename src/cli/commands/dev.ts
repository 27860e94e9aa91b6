import { defineCommand } from "../command.js";
import { createBuildOptions, readNowMs } from "../create-build-options.js";
import { listenOptions, serveUntilShutdown } from "../serve-until-shutdown.js";
import {
  contentOptions,
  destinationOptions,
  reportOptions,
  serverOptions,
  sourceOptions,
  strictOptions,
} from "../shared-options.js";
import { createNewsFilter } from "../terminal/create-news-filter.js";
import { createProgress } from "../terminal/create-progress.js";
import { formatException, formatWatchError } from "../terminal/format-exception.js";
import { printDiagnostics, printResult } from "../terminal/print-result.js";

export const devCommand = defineCommand({
  name: "dev",
  aliases: ["serve", "server", "s"],
  summary: "Serves the site while you write: builds and reloads the browser at each change",
  description: [
    "Builds the site in memory and serves it. Whenever a file changes it is built again, the browser reloads what changed and shows errors over the page until they are fixed. The destination is not written: what is published stays as it was.",
    "Templates see jekyll.environment as development, unless JEKYLL_ENV says otherwise.",
  ],
  positional: null,
  options: {
    ...sourceOptions,
    ...destinationOptions,
    ...contentOptions,
    ...serverOptions,
    ...strictOptions,
    ...reportOptions,
  },
  async run(values, _positional, world) {
    const { terminal, currentDir } = world;
    const { quiet = false, verbose = false } = values;
    const build = createBuildOptions(values, world, "development");
    readNowMs(world);
    const session = await world.createSession();
    const { startDevServer } = await import("../../serve/start-dev-server.js");
    return serveUntilShutdown(world, async () => {
      let showProgress = createProgress(null, world.clockMs);
      const findNews = createNewsFilter();
      const printOptions = { quiet, verbose, strict: build.strict, command: "dev", currentDir } as const;
      const server = await startDevServer({
        session,
        build,
        nowMs: () => readNowMs(world),
        ...listenOptions(values),
        onBuildStart: () => {
          showProgress = createProgress(terminal.statusLine, world.clockMs);
        },
        onProgress: (progress) => showProgress(progress),
        onBuildEnd: (result) => printResult(result, printOptions, terminal, findNews(result)),
        onEnd: (diagnostics) =>
          printDiagnostics(findNews({ diagnostics, skipped: [] }).diagnostics, printOptions, terminal),
        onWatchError: (error) => terminal.printError(formatWatchError(error)),
        onError: (error) => terminal.printError(formatException(error, verbose)),
      });
      terminal.print(`Serving at ${server.url()}`);
      if (!quiet) terminal.print("Watching for changes; Ctrl+C ends it");
      return server;
    });
  },
});
