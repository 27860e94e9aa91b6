import type { ChildProcess } from "node:child_process";

/** The address that a server prints when it is ready. */
export function readUrl(child: ChildProcess): Promise<string> {
  let stdout = "";
  return new Promise((resolve) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      const found = /at (http:\S+)\n/.exec(stdout)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}
