/** Options that several commands have, with Jekyll's names where Jekyll has them. */
import type { OptionTable } from "./command.js";

export const sourceOptions = {
  source: {
    type: "text",
    short: "s",
    valueName: "DIR",
    description: "The folder of the site; the current one unless given",
  },
  config: {
    type: "list",
    valueName: "FILES",
    description: "Configuration files separated by commas, later ones win; _config.yml unless given",
  },
} as const satisfies OptionTable;

export const destinationOptions = {
  destination: {
    type: "text",
    short: "d",
    valueName: "DIR",
    description: "The folder of the finished site; dist in the source unless the configuration says another",
  },
  baseurl: {
    type: "text",
    short: "b",
    valueName: "PATH",
    mayBeEmpty: true,
    description: "The path below which the site is served, such as /blog",
  },
} as const satisfies OptionTable;

export const contentOptions = {
  drafts: {
    type: "flag",
    short: "D",
    isNegatable: true,
    description: "Builds the posts in _drafts and those marked as drafts, too",
  },
  future: { type: "flag", isNegatable: true, description: "Builds posts with a date in the future, too" },
  unpublished: {
    type: "flag",
    isNegatable: true,
    description: "Builds posts marked with published: false, too",
  },
  limitPosts: {
    type: "integer",
    valueName: "COUNT",
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    description: "Builds only this many of the newest posts; 0 for all",
  },
  disableDiskCache: {
    type: "flag",
    description: "Neither reads nor writes .postulate-cache, in which builds remember one another",
  },
} as const satisfies OptionTable;

export const strictOptions = {
  strict: { type: "flag", isNegatable: true, description: "Warnings fail as errors do" },
} as const satisfies OptionTable;

export const reportOptions = {
  quiet: { type: "flag", short: "q", description: "Prints only what makes the command fail" },
  verbose: { type: "flag", short: "V", description: "Prints everything, however much it is" },
} as const satisfies OptionTable;

export const jsonOptions = {
  json: { type: "flag", description: "Prints one JSON object on standard output and nothing else" },
} as const satisfies OptionTable;

export const profileOptions = {
  profile: {
    type: "flag",
    description:
      "Prints where the time went, the slowest posts, formulas and code, and why pages were made anew; with --json as a part of its object",
  },
  explain: {
    type: "text",
    valueName: "PATH",
    description: "Says why one page was made anew, or was not; by its path, address or source",
  },
} as const satisfies OptionTable;

export const serverOptions = {
  port: {
    type: "integer",
    short: "P",
    valueName: "PORT",
    min: 0,
    max: 65_535,
    description: "4000 unless given; the next free one when it is taken",
  },
  host: {
    type: "text",
    short: "H",
    valueName: "HOST",
    description: "The address to listen on; 127.0.0.1, seen only from this machine, unless given",
  },
} as const satisfies OptionTable;
