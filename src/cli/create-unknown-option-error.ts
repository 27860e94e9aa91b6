import { nearestName } from "../util/text.js";
import { type Command, type OptionTable, writtenName } from "./command.js";
import { UsageError } from "./usage-error.js";

/** Options that Jekyll's users are used to, and why there is no need of them here. */
const JEKYLL_OPTIONS: Readonly<Record<string, string>> = {
  watch: 'Leave it out: "postulate dev" always watches',
  livereload: 'Leave it out: "postulate dev" always reloads the browser',
  incremental: "Leave it out: only what changed is built and written anyway",
  trace: "Use --verbose",
  detach: 'Leave it out, and let the shell do it: "postulate dev &"',
  "skip-initial-build": 'Use "postulate preview", which serves what is built already',
  "open-url": "Leave it out: the address is printed",
  "disable-disk-cache":
    "Leave it out: a cached result is only used when nothing that it depends on has changed",
};

const JEKYLL_LETTERS: Readonly<Record<string, string>> = {
  w: "watch",
  l: "livereload",
  I: "incremental",
  t: "trace",
  B: "detach",
  o: "open-url",
};

export interface GivenName {
  /** Without hyphens. */
  readonly name: string;
  /** As written. */
  readonly rawName: string;
}

export function createUnknownOptionError(
  { name, rawName }: GivenName,
  command: Command,
  commands: readonly Command[],
): UsageError {
  const owners = commands
    .filter(({ options }) => hasOption(options, name))
    .map((owner) => `"postulate ${owner.name}"`);
  if (owners.length > 0) {
    return new UsageError(
      `${rawName} is no option of "postulate ${command.name}"`,
      `It belongs to ${owners.join(" and ")}`,
    );
  }
  return new UsageError(`There is no option ${rawName}`, hintFor(name, command));
}

function hintFor(name: string, { name: commandName, options }: Command): string {
  const known = JEKYLL_OPTIONS[JEKYLL_LETTERS[name] ?? name];
  if (known !== undefined) return known;
  const nearest = name.length === 1 ? undefined : nearestName(name, listWrittenNames(options));
  if (nearest !== undefined) return `Did you mean --${nearest}?`;
  return `"postulate ${commandName} --help" lists all options`;
}

function hasOption(options: OptionTable, name: string): boolean {
  return (
    listWrittenNames(options).includes(name) || Object.values(options).some(({ short }) => short === name)
  );
}

function listWrittenNames(options: OptionTable): readonly string[] {
  return [
    "help",
    ...Object.entries(options).flatMap(([name, option]) => {
      const written = writtenName(name);
      return option.type === "flag" && option.isNegatable ? [written, `no-${written}`] : [written];
    }),
  ];
}
