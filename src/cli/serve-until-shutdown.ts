import type { RunningServer } from "../serve/start-server.js";
import type { ExitCode, Values } from "./command.js";
import type { serverOptions } from "./shared-options.js";
import { UsageError } from "./usage-error.js";
import type { World } from "./world.js";

/** What the command line says of where to listen. */
export function listenOptions({ port, host }: Values<typeof serverOptions>): {
  port?: number;
  host?: string;
} {
  return { ...(port === undefined ? {} : { port }), ...(host === undefined ? {} : { host }) };
}

/** Starts a server and keeps it until the program is asked to end. A host or port that cannot be had is bad usage. */
export async function serveUntilShutdown(
  { waitForShutdown }: World,
  start: () => Promise<RunningServer>,
): Promise<ExitCode> {
  const { ServerStartError } = await import("../serve/start-server.js");
  // Asked to end while it starts, it ends as soon as it has.
  const shutdown = waitForShutdown();
  try {
    const server = await start();
    await shutdown;
    await server.close();
    return 0;
  } catch (error) {
    if (error instanceof ServerStartError)
      throw new UsageError(error.message, "Choose others with --host and --port");
    throw error;
  }
}
