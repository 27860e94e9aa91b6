/** A file or folder that could not be written, and why, in plain words. */
export interface WriteFault {
  readonly path: string;
  readonly reason: string;
}

export function createWriteFault(path: string, error: unknown): WriteFault {
  return { path, reason: reasonOf(error) };
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    ENOSPC: "the disk is full",
    EDQUOT: "no more space is granted to this user",
    EFBIG: "a file may not become that large",
    EACCES: "permission is denied",
    EPERM: "permission is denied",
    EROFS: "the disk is read-only",
    ENOTDIR: "a file stands where a folder is needed",
    EEXIST: "a file stands where a folder is needed",
    EISDIR: "a folder stands where a file is needed",
    ENOTEMPTY: "a folder stands where a file is needed",
  };
  return known[code ?? ""] ?? message;
}
