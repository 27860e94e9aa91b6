import { createTerminal } from "./terminal/create-terminal.js";
import type { World } from "./world.js";

/** The world of a real process. */
export function createProcessWorld(): World {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    // `postulate build | head` closes the pipe before everything is said; the build is none the worse for it.
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    terminal: createTerminal({ stdout, stderr, environment: env }),
    environment: env,
    currentDir: process.cwd(),
    clockMs: Date.now,
    async createSession() {
      const { createBuildSession } = await import("../build/create-build-session.js");
      return createBuildSession();
    },
    waitForShutdown: () =>
      new Promise((resolve) => {
        // Only once: whoever presses Ctrl+C again does not want to wait.
        process.once("SIGINT", () => resolve());
        process.once("SIGTERM", () => resolve());
      }),
  };
}
