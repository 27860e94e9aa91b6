/** The site as the maker of edits knows it, and its chances. */
import type { SceneOptions } from "./operation.js";

export interface Scene {
  readonly files: Map<string, string>;
  options: SceneOptions;
  readonly random: () => number;
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Paths that match, in the order in which they came to be. */
  paths(pattern: RegExp): readonly string[];
}

export function createScene(files: Readonly<Record<string, string>>, random: () => number): Scene {
  const known = new Map(Object.entries(files));
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    files: known,
    options: {},
    random,
    below,
    chance: (probability) => random() < probability,
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    paths: (pattern) => [...known.keys()].filter((path) => pattern.test(path)),
  };
}
