/** What a command is: the data from which its arguments are parsed and its help is written, and what it does. */
import type { World } from "./world.js";

interface OptionBase {
  /** One letter. */
  readonly short?: string;
  /** A sentence without a full stop. */
  readonly description: string;
}

/** Is there or not. `--no-<name>` takes it back where the configuration or the default may have set it. */
export interface FlagOption extends OptionBase {
  readonly type: "flag";
  readonly isNegatable?: boolean;
}

export interface TextOption extends OptionBase {
  readonly type: "text";
  /** What stands for the value in the help: `DIR`. */
  readonly valueName: string;
  readonly mayBeEmpty?: boolean;
}

export interface IntegerOption extends OptionBase {
  readonly type: "integer";
  readonly valueName: string;
  readonly min: number;
  readonly max: number;
}

/** Values separated by commas; may be given several times. */
export interface ListOption extends OptionBase {
  readonly type: "list";
  readonly valueName: string;
}

export type Option = FlagOption | TextOption | IntegerOption | ListOption;

/** By name in camel case: `limitPosts` is `--limit-posts`, also written `--limit_posts` as Jekyll does. */
export type OptionTable = Readonly<Record<string, Option>>;

type ValueOf<Type extends Option["type"]> = {
  flag: boolean;
  text: string;
  integer: number;
  list: readonly string[];
}[Type];

/** What the command line said; `undefined` for what it left unsaid. */
export type Values<Options extends OptionTable> = {
  readonly [Name in keyof Options]: ValueOf<Options[Name]["type"]> | undefined;
};

/** 0: done. 1: the site has errors. 2: the command was used wrongly. */
export type ExitCode = 0 | 1 | 2;

/** Words that are no options, joined by spaces to one value. */
export interface Positional {
  readonly name: string;
  readonly description: string;
}

export interface Command<Options extends OptionTable = OptionTable> {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line for the list of commands. */
  readonly summary: string;
  /** Paragraphs for the command's own help. */
  readonly description: readonly string[];
  readonly positional: Positional | null;
  readonly options: Options;
  run(values: Values<Options>, positional: string, world: World): Promise<ExitCode>;
}

/** Checks a command against its own options, and makes it one of the list of all commands. */
export function defineCommand<const Options extends OptionTable>(command: Command<Options>): Command {
  return command as unknown as Command;
}

/** `limitPosts` -> `limit-posts`. */
export function writtenName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
