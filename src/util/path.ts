/** Parts of paths with forward slashes, whatever the machine. */

/** `name.md` for `a/b/name.md`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `name` for `a/name.md`. A name that only starts with a dot has no ending, as in Ruby's `File.extname`. */
export function baseNameOf(path: string): string {
  return fileNameOf(path).replace(/(?<=.)\.[^.]*$/, "");
}

/** `a/b` for `a/b/name.md`; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** `md` for `a/b.MD`: what stands after the last dot, in small letters, as lists of endings have it. */
export function endingOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}
