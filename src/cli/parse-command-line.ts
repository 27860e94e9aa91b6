import { parseArgs } from "node:util";
import { nearestName } from "../util/text.js";
import { type Command, type Option, type Values, writtenName } from "./command.js";
import { createUnknownOptionError } from "./create-unknown-option-error.js";
import { readOptionValue } from "./read-option-value.js";
import { UsageError } from "./usage-error.js";

export type CommandLine =
  | { readonly kind: "version" }
  /** Of the whole program when `command` is `null`. */
  | { readonly kind: "help"; readonly command: Command | null }
  | { readonly kind: "nothing" }
  | {
      readonly kind: "run";
      readonly command: Command;
      readonly values: Values<Record<string, Option>>;
      readonly positional: string;
    };

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];
type OptionToken = Extract<Token, { kind: "option" }>;

/** The first word is the command, options may stand anywhere. Throws a `UsageError`. */
export function parseCommandLine(args: readonly string[], commands: readonly Command[]): CommandLine {
  const tokens = readTokens(args, commands);
  const options = tokens.filter((token) => token.kind === "option");
  const words = tokens.filter((token) => token.kind === "positional").map(({ value }) => value);
  const [name, ...rest] = words;
  if (name === "help")
    return { kind: "help", command: rest[0] === undefined ? null : findCommand(rest[0], commands) };
  const asksHelp = options.some((token) => isOption(token, "help", "h"));
  if (!asksHelp && options.some((token) => isOption(token, "version", "v"))) return { kind: "version" };
  if (name === undefined) {
    const [stray] = options.filter((token) => !isOption(token, "help", "h"));
    if (stray !== undefined)
      throw new UsageError(`${stray.rawName} needs a command before it`, listCommands(commands));
    return asksHelp ? { kind: "help", command: null } : { kind: "nothing" };
  }
  const command = findCommandBeside(options, name, commands);
  if (asksHelp) return { kind: "help", command };
  const values = readValues(options, command, commands);
  if (rest.length > 0 && command.positional === null) throw createStrayWordError(command, rest[0] ?? "");
  return { kind: "run", command, values, positional: rest.join(" ") };
}

/** An option has the same type in each command that has it, so that the command need not come first. */
function readTokens(args: readonly string[], commands: readonly Command[]): readonly Token[] {
  const options: Record<string, { type: "boolean" | "string"; short?: string }> = {
    help: { type: "boolean", short: "h" },
    version: { type: "boolean", short: "v" },
  };
  for (const [name, { type, short }] of commands.flatMap((command) => Object.entries(command.options))) {
    options[writtenName(name)] = {
      type: type === "flag" ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
    };
  }
  const spelled = args.map((arg) => arg.replace(/^--[^=]+/, (written) => written.replaceAll("_", "-")));
  const end = args.indexOf("--");
  const known = end === -1 ? spelled : [...spelled.slice(0, end), ...args.slice(end)];
  return parseArgs({ args: known, options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function readValues(
  tokens: readonly OptionToken[],
  command: Command,
  commands: readonly Command[],
): Values<Record<string, Option>> {
  const byWrittenName = new Map(
    Object.entries(command.options).map(([name, option]) => [writtenName(name), { name, option }]),
  );
  const values: Record<string, boolean | string | number | readonly string[]> = {};
  for (const token of tokens) {
    const negated = token.name.startsWith("no-") ? byWrittenName.get(token.name.slice(3)) : undefined;
    const isNegation = negated?.option.type === "flag" && negated.option.isNegatable === true;
    const found = isNegation ? negated : byWrittenName.get(token.name);
    if (found === undefined) throw createUnknownOptionError(token, command, commands);
    const value = readOptionValue(token, found.option, values[found.name]);
    values[found.name] = isNegation ? false : value;
  }
  return values as Values<Record<string, Option>>;
}

/** The first word is no command but a value, when it follows an option that nobody knows. */
function findCommandBeside(
  tokens: readonly OptionToken[],
  name: string,
  commands: readonly Command[],
): Command {
  try {
    return findCommand(name, commands);
  } catch (error) {
    const [first] = commands;
    const isKnown = (token: OptionToken): boolean =>
      commands.some(({ options }) => Object.keys(options).some((key) => writtenName(key) === token.name));
    const unknown = tokens.find((token) => !isKnown(token) && !token.name.startsWith("no-"));
    if (unknown === undefined || first === undefined) throw error;
    throw createUnknownOptionError(unknown, first, commands);
  }
}

function findCommand(name: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === name || command.aliases.includes(name));
  if (found !== undefined) return found;
  const nearest = nearestName(
    name,
    commands.flatMap((command) => [command.name, ...command.aliases]),
  );
  throw new UsageError(
    `There is no command "${name}"`,
    nearest === undefined ? listCommands(commands) : `Did you mean "postulate ${nearest}"?`,
  );
}

function createStrayWordError(command: Command, word: string): UsageError {
  return new UsageError(
    `"postulate ${command.name}" takes no argument, but was given "${word}"`,
    "source" in command.options
      ? `To work on another folder: postulate ${command.name} --source ${word}`
      : "",
  );
}

function listCommands(commands: readonly Command[]): string {
  return `The commands are: ${commands.map(({ name }) => name).join(", ")}`;
}

function isOption(token: OptionToken, name: string, short: string): boolean {
  return token.name === name || token.rawName === `-${short}`;
}
