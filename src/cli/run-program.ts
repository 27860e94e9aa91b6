import type { ExitCode } from "./command.js";
import { commands } from "./commands.js";
import { parseCommandLine } from "./parse-command-line.js";
import { readVersion } from "./read-version.js";
import { formatException } from "./terminal/format-exception.js";
import { formatCommandHelp, formatProgramHelp } from "./terminal/format-help.js";
import { UsageError } from "./usage-error.js";
import type { World } from "./world.js";

/** Runs what the arguments ask for. Nothing that a command throws gets out of here. */
export async function runProgram(args: readonly string[], world: World): Promise<ExitCode> {
  const { terminal } = world;
  try {
    const line = parseCommandLine(args, commands);
    if (line.kind === "run") return await line.command.run(line.values, line.positional, world);
    if (line.kind === "nothing") {
      terminal.printError(formatProgramHelp(commands, terminal));
      return 2;
    }
    if (line.kind === "version") terminal.print(readVersion());
    else if (line.command === null) terminal.print(formatProgramHelp(commands, terminal));
    else terminal.print(formatCommandHelp(line.command, terminal));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.printError(`${terminal.paintError(["red", "bold"], "error")} ${error.message}`);
      if (error.hint !== "") terminal.printError(`  ${terminal.paintError("green", "hint")} ${error.hint}`);
      return 2;
    }
    const verbose = args.some((arg) => arg === "--verbose" || arg === "-V");
    terminal.printError(formatException(error, verbose));
    return 1;
  }
}
