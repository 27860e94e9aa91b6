import { existsSync } from "node:fs";
import { findSource } from "../check-source.js";
import { defineCommand } from "../command.js";
import { readNowMs, resolveConfigPaths, resolveDestination } from "../create-build-options.js";
import { serveUntilShutdown } from "../serve-until-shutdown.js";
import { destinationOptions, reportOptions, serverOptions, sourceOptions } from "../shared-options.js";
import { shortPath } from "../terminal/format-summary.js";
import { UsageError } from "../usage-error.js";

export const previewCommand = defineCommand({
  name: "preview",
  aliases: [],
  summary: "Serves the built site exactly as a static host would",
  description: [
    "Serves the destination as it was last built: /x/ is x/index.html, /x is x.html, what is missing gets 404.html. Nothing is built and nothing is added to the pages.",
  ],
  positional: null,
  options: { ...sourceOptions, ...destinationOptions, ...serverOptions, ...reportOptions },
  async run(values, _positional, world) {
    const { terminal, currentDir } = world;
    const sourceDir = findSource(values.source, currentDir);
    const { readSiteConfig } = await import("../../build/read-site-config.js");
    const { createReport } = await import("../../diagnostics/report.js");
    const { config, destinationDir } = readSiteConfig(
      {
        sourceDir,
        destinationDir: resolveDestination(values.destination, sourceDir, currentDir),
        configPaths: resolveConfigPaths(values.config, sourceDir, currentDir),
        overrides: values.baseurl === undefined ? {} : { baseurl: values.baseurl },
        strict: false,
        keepGoing: false,
        force: false,
        write: false,
        check: false,
        nowMs: readNowMs(world),
      },
      createReport(),
    );
    if (!existsSync(destinationDir)) {
      throw new UsageError(
        `There is no built site in ${destinationDir}`,
        'Build it first with "postulate build"',
      );
    }
    const { startPreviewServer } = await import("../../serve/start-preview-server.js");
    return serveUntilShutdown(world, async () => {
      const server = await startPreviewServer({
        rootDir: destinationDir,
        baseurl: config.baseurl,
        port: values.port ?? 4000,
        host: values.host ?? "127.0.0.1",
        onError: (error) => terminal.printError(String(error)),
      });
      terminal.print(
        `Serving ${shortPath(destinationDir, currentDir)} at ${server.origin}${encodeURI(config.baseurl)}/`,
      );
      if (!values.quiet) terminal.print("Ctrl+C ends it");
      return server;
    });
  },
});
