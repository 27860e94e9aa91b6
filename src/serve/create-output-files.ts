import { stat } from "node:fs/promises";
import type { HeldContent, Output, ReadOutput } from "../model/output.js";
import type { ServedFile, SiteFiles } from "./site-files.js";

/** The files of a site that was built in memory. */
export function createOutputFiles(outputs: ReadonlyMap<string, Output>, read: ReadOutput): SiteFiles {
  return {
    async find(path) {
      const output = outputs.get(path);
      return output === undefined ? null : readFile(path, await read(output));
    },
  };
}

async function readFile(path: string, content: HeldContent): Promise<ServedFile | null> {
  if (typeof content === "string") return { path, body: Buffer.from(content) };
  if (content instanceof Uint8Array) return { path, body: content };
  // The file may have been deleted since the build; the next one will know.
  const stats = await stat(content.copyFrom).catch(() => null);
  if (stats === null || !stats.isFile()) return null;
  return {
    path,
    body: { absolutePath: content.copyFrom, sizeBytes: stats.size, modifiedMs: stats.mtimeMs },
  };
}
