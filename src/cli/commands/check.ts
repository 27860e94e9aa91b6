import { defineCommand } from "../command.js";
import { runBuild } from "../run-build.js";
import {
  contentOptions,
  destinationOptions,
  jsonOptions,
  reportOptions,
  sourceOptions,
  strictOptions,
} from "../shared-options.js";

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
    const { result, exitCode } = await runBuild(values, world, {
      command: "check",
      verbose: true,
      profile: false,
      // What one fault hides may hold another.
      keepGoing: true,
      force: false,
      write: false,
      check: true,
    });
    const isSound = !result.diagnostics.some(({ severity }) => severity !== "note");
    if (isSound && !values.quiet && !values.json) world.terminal.print("Nothing is wrong");
    return exitCode;
  },
});
