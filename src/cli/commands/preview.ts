import { existsSync } from "node:fs";
import { defineCommand } from "../command.js";
import { readSettings } from "../read-settings.js";
import { listenOptions, serveUntilShutdown } from "../serve-until-shutdown.js";
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
    const settings = await readSettings(values, world);
    if (settings === null) return 1;
    const { config, destinationDir } = settings;
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
        ...listenOptions(values),
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
