import { defineCommand } from "../command.js";
import { createBuildOptions, readNowMs } from "../create-build-options.js";
import {
  contentOptions,
  destinationOptions,
  jsonOptions,
  reportOptions,
  sourceOptions,
  strictOptions,
} from "../shared-options.js";
import { createProgress } from "../terminal/create-progress.js";
import { formatJson } from "../terminal/format-json.js";
import { hasFailed, printResult } from "../terminal/print-result.js";

export const checkCommand = defineCommand({
  name: "check",
  aliases: ["doctor"],
  summary: "Lists everything wrong with the site: TeX, links, anchors, images, front matter",
  description: [
    "Builds the site in memory, writes nothing, and checks the links, anchors and images of the result too. The exit code is 1 when there are errors, with --strict also when there are warnings.",
  ],
  positional: null,
  options: {
    ...sourceOptions,
    ...destinationOptions,
    ...contentOptions,
    ...strictOptions,
    ...reportOptions,
    ...jsonOptions,
  },
  async run(values, _positional, world) {
    const { terminal, currentDir } = world;
    const { strict, ...site } = createBuildOptions(values, world, "production");
    const nowMs = readNowMs(world);
    const session = await world.createSession();
    const result = await session.build({
      ...site,
      strict,
      // What one fault hides may hold another.
      keepGoing: true,
      force: false,
      write: false,
      check: true,
      nowMs,
      onProgress: createProgress(terminal.statusLine, world.clockMs),
    });
    terminal.statusLine?.clear();
    const failed = hasFailed(result, strict);
    if (values.json) {
      terminal.print(formatJson(result, !failed));
    } else {
      const { quiet = false } = values;
      printResult(result, { quiet, verbose: true, strict, command: "check", currentDir }, terminal);
      if (!quiet && !result.diagnostics.some(({ severity }) => severity !== "note"))
        terminal.print("Nothing is wrong");
    }
    return failed ? 1 : 0;
  },
});
