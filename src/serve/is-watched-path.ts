/** Folders that hold no source of a site but may hold very many files, wherever they lie. */
import { fileNameOf } from "../util/path.js";

const IGNORED_FOLDERS =
  /(?:^|\/)(?:node_modules|bower_components|\.git|\.hg|\.svn|\.bundle|\.postulate-[^/]*|\.jekyll-cache|\.sass-cache|\.idea|\.vscode|vendor\/(?:bundle|gems|cache|ruby))(?:\/|$)/;

/** What editors and file managers put beside a file for the time of an edit. */
const TEMPORARY_FILES = new RegExp(
  [
    "~$",
    String.raw`^\.?#`,
    String.raw`^\..*\.sw[a-z]$`,
    String.raw`\.(?:tmp|temp|bak|crswap|part|crdownload)$`,
    "___jb_(?:tmp|old)___$",
    String.raw`^\.goutputstream-`,
    String.raw`^\.~lock\.`,
    String.raw`^\.fuse_hidden`,
    String.raw`^(?:4913|\.DS_Store|Thumbs\.db|desktop\.ini)$`,
  ].join("|"),
);

/** Whether a change of this path, relative to the source and with forward slashes, calls for a build. */
export function isWatchedPath(path: string): boolean {
  const name = fileNameOf(path);
  return !IGNORED_FOLDERS.test(path) && !TEMPORARY_FILES.test(name);
}
