/** What stands for this program in keys of caches: its own code and every package below it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../../util/hash.js";
import { packageDir } from "../../util/package-dir.js";

/** Where installers write down each package that they installed, with its version. */
const INSTALLED = [".package-lock.json", ".modules.yaml", ".yarn-state.yml"];

/**
 * Another one for any other code: of this program (`lib/code.hash`, written when it is compiled), of its packages, of
 * Node, whose Unicode tables and time zones leave traces in pages.
 */
export function readProgramKey(): string {
  const own = readIfThere(path.join(packageDir, "lib", "code.hash")) ?? "";
  const { node, icu = "", unicode = "", tz = "" } = process.versions;
  return contentHash(JSON.stringify([own, readInstalled(), node, icu, unicode, tz]));
}

/** The list of the nearest `node_modules` above that has one; without any, the versions that the package asks for. */
function readInstalled(): string {
  for (let dir = packageDir; ; dir = path.dirname(dir)) {
    for (const name of INSTALLED) {
      const list = readIfThere(path.join(dir, "node_modules", name));
      if (list !== undefined) return list;
    }
    if (dir === path.dirname(dir)) return readIfThere(path.join(packageDir, "package.json")) ?? "";
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
