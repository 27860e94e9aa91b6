import type { BuildSession } from "../build/build-types.js";
import type { Terminal } from "./terminal/create-terminal.js";

/** Everything outside the program that commands use. */
export interface World {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly currentDir: string;
  /** Milliseconds since 1970. */
  readonly clockMs: () => number;
  readonly createSession: () => Promise<BuildSession>;
  /** Resolves when the person or the system asks the program to end. */
  readonly waitForShutdown: () => Promise<void>;
}
