import { readFileSync } from "node:fs";
import path from "node:path";
import { packageDir } from "../util/package-dir.js";

/** The version of this package, as its `package.json` says it. */
export function readVersion(): string {
  const text = readFileSync(path.join(packageDir, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
