import { realpathSync } from "node:fs";
import path from "node:path";

/**
 * Whether a folder below the source leads back, by a link, to a folder that holds it: who follows it never comes to
 * an end. Both paths are absolute.
 */
export function isLoopingLink(sourceDir: string, dir: string): boolean {
  const segments = path.relative(sourceDir, dir).split(path.sep);
  const source = realPath(sourceDir);
  const target = realPath(dir);
  if (source === null || target === null || target === path.join(source, ...segments)) return false;
  if (source === target || source.startsWith(target.endsWith(path.sep) ? target : target + path.sep))
    return true;
  return segments.slice(0, -1).some((_, index) => {
    return realPath(path.join(sourceDir, ...segments.slice(0, index + 1))) === target;
  });
}

function realPath(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}
