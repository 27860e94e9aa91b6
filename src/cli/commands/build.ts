import { defineCommand } from "../command.js";
import { printProfile } from "../print-profile.js";
import { runBuild } from "../run-build.js";
import {
  contentOptions,
  destinationOptions,
  jsonOptions,
  profileOptions,
  reportOptions,
  sourceOptions,
  strictOptions,
} from "../shared-options.js";

export const buildCommand = defineCommand({
  name: "build",
  aliases: ["b"],
  summary: "Builds the site: posts, layouts and static files to a folder ready to publish",
  description: [
    "Builds the site into its destination. Only files whose bytes changed are written, and files of earlier builds that the site no longer has are removed; files that Postulate did not write are never touched.",
    "With errors nothing is written, the last good site stays, and the exit code is 1.",
  ],
  positional: null,
  options: {
    ...sourceOptions,
    ...destinationOptions,
    ...contentOptions,
    ...strictOptions,
    keepGoing: {
      type: "flag",
      description: "Writes what can be built in spite of errors (the exit code stays 1)",
    },
    force: { type: "flag", description: "Overwrites files in the destination that Postulate did not write" },
    ...profileOptions,
    ...reportOptions,
    ...jsonOptions,
  },
  async run(values, _positional, world) {
    const { result, exitCode } = await runBuild(values, world, {
      command: "build",
      verbose: values.verbose ?? false,
      profile: values.profile ?? false,
      keepGoing: values.keepGoing ?? false,
      force: values.force ?? false,
      write: true,
      check: false,
    });
    if (values.json !== true) printProfile(result, values, world);
    return exitCode;
  },
});
