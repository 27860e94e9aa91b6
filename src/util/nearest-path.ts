import { nearestName } from "./text.js";

/**
 * The path that was most likely meant by one that leads nowhere: the only one of the same name in another folder, or
 * else the one with the fewest letters different.
 */
export function nearestPath(path: string, candidates: readonly string[]): string | undefined {
  const name = nameOf(path);
  const same = name === "" ? [] : candidates.filter((candidate) => nameOf(candidate) === name);
  return (same.length === 1 ? same[0] : undefined) ?? nearestName(path, candidates);
}

function nameOf(path: string): string {
  return /([^/]*?)(?:\.html)?\/?$/.exec(path)?.[1]?.toLowerCase() ?? "";
}
