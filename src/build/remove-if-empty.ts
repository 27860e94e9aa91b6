import { rmdirSync } from "node:fs";

/** Removes a folder that holds nothing; says whether it did. */
export function removeIfEmpty(dir: string): boolean {
  try {
    rmdirSync(dir);
    return true;
  } catch {
    return false;
  }
}
