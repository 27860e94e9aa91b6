import type { Output } from "../model/output.js";
import type { Site } from "../model/site.js";

/** Every static file, copied as it is. */
export function copyStaticFiles({ staticFiles }: Site): readonly Output[] {
  return staticFiles.map(({ path, absolutePath, stamp, isSettled }) => ({
    path,
    content: { copyFrom: absolutePath, stamp: isSettled ? stamp : null, foundStamp: stamp },
    source: path,
  }));
}
