import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../../util/hash.js";

export interface TreeFile {
  /** Of its bytes. */
  readonly hash: string;
  /** Another one when the file was written or replaced, be it with the same bytes. */
  readonly identity: string;
}

/** Every file below a folder by its path with forward slashes, sorted; of a folder that is not there, none. */
export function readTree(dir: string): ReadonlyMap<string, TreeFile> {
  const tree = new Map<string, TreeFile>();
  for (const name of listAll(dir)) {
    const stats = statSync(path.join(dir, name));
    if (!stats.isFile()) continue;
    const hash = contentHash(readFileSync(path.join(dir, name)));
    tree.set(name, { hash, identity: `${stats.ino} ${stats.mtimeMs}` });
  }
  return tree;
}

function listAll(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll(path.sep, "/"))
      .sort();
  } catch {
    return [];
  }
}
