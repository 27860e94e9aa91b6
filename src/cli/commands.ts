/** All commands, in the order of the help. */
import type { Command } from "./command.js";
import { buildCommand } from "./commands/build.js";
import { checkCommand } from "./commands/check.js";
import { devCommand } from "./commands/dev.js";
import { newCommand } from "./commands/new.js";
import { previewCommand } from "./commands/preview.js";

export const commands: readonly Command[] = [
  buildCommand,
  devCommand,
  previewCommand,
  newCommand,
  checkCommand,
];
