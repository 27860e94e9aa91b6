/** The list of files that this program wrote into a destination. It lies there too, so that the two are never apart. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { MANIFEST_NAME } from "../content/manifest-name.js";
import { compareText } from "../util/text.js";
import { createWriteFault, type WriteFault } from "./write-fault.js";

/** Paths below the destination that we wrote. Empty when there is no manifest, or none that can be read. */
export function readManifest(destinationDir: string): ReadonlySet<string> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path.join(destinationDir, MANIFEST_NAME), "utf8"));
    const files = (parsed as { files?: unknown } | null)?.files;
    if (!Array.isArray(files)) return new Set();
    return new Set(files.filter((file): file is string => typeof file === "string" && isInside(file)));
  } catch {
    return new Set();
  }
}

/** One path a line, sorted, so that two builds of one site write the same bytes. */
export function formatManifest(files: Iterable<string>): string {
  return `${JSON.stringify({ files: [...files].sort(compareText) }, null, 1)}\n`;
}

/** A manifest is read from a folder that others can write to: it must never lead out of it. */
function isInside(file: string): boolean {
  const normal = path.posix.normalize(file);
  return (
    normal === file &&
    !path.posix.isAbsolute(file) &&
    !file.startsWith("..") &&
    !file.includes("\0") &&
    !/^[a-z]:|\\/i.test(file)
  );
}

/** Puts a new manifest in the place of the old one in one step. */
export function replaceManifest(
  destinationDir: string,
  stagingDir: string,
  text: string,
  faults: WriteFault[],
): void {
  try {
    const stagedAt = path.join(stagingDir, "manifest");
    writeFileSync(stagedAt, text);
    renameSync(stagedAt, path.join(destinationDir, MANIFEST_NAME));
  } catch (error) {
    faults.push(createWriteFault(MANIFEST_NAME, error));
  }
}
