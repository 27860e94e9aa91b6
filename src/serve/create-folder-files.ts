import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { SiteFiles } from "./site-files.js";

/**
 * The files of a folder. Links are followed as long as they stay in the folder. The folder is looked up anew each
 * time, so that it may be replaced, or made later.
 */
export function createFolderFiles(rootDir: string): SiteFiles {
  return {
    async find(filePath) {
      if (isPrivateFile(filePath)) return null;
      try {
        const root = await realpath(rootDir);
        const absolutePath = await realpath(path.join(root, filePath));
        if (!absolutePath.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) return null;
        if (isPrivateFile(path.relative(root, absolutePath))) return null;
        const stats = await stat(absolutePath);
        if (!stats.isFile()) return null;
        return {
          path: filePath,
          body: { absolutePath, sizeBytes: stats.size, modifiedMs: stats.mtimeMs },
        };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}

/** What the build keeps beside the site for itself is not a part of it. */
function isPrivateFile(filePath: string): boolean {
  return filePath.startsWith(".postulate-");
}

/** Names that are too long or run through a file are only missing too. */
function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EACCES", "EPERM", "ELOOP", "EINVAL"].includes(code);
}
