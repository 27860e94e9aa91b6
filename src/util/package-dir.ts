/**
 * The folder of this package, with `layouts/`, `static/`, `docs/` and `package.json` in it: the nearest one above that has
 * the latter. The command runs from a bundle and tests run the modules that it is made of, which lie at other depths.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const packageDir = findAbove(path.dirname(fileURLToPath(import.meta.url)));

function findAbove(dir: string): string {
  const parent = path.dirname(dir);
  return existsSync(path.join(dir, "package.json")) || parent === dir ? dir : findAbove(parent);
}
