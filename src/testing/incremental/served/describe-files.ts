import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../../../util/hash.js";
import type { Operation } from "../operation.js";

/** Of each file that the operations name, whether it is there, its time and its bytes, as a text that can be compared. */
export function describeFiles(operations: readonly Operation[], sourceDir: string): string {
  const paths = operations.flatMap((operation) => {
    if (operation.kind === "options" || operation.kind === "tamper") return [];
    return operation.kind === "rename" ? [operation.path, operation.to] : [operation.path];
  });
  return paths.map((name) => describeFile(path.join(sourceDir, name))).join("\n");
}

function describeFile(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return "none";
  return `${stats.mtimeMs} ${contentHash(readFileSync(file))}`;
}
