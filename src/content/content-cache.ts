/** What one build of a session keeps for the next: the front matter of texts that did not change. */
import { type SplitText, splitFrontMatter } from "./split-front-matter.js";

/**
 * Remembers for each path its last text and what came of it. The text itself is compared, not a time stamp, so that a
 * kept value is always what a fresh one would be. Values are never changed once stored.
 */
export interface ContentCache {
  readonly split: (path: string, text: string) => SplitText;
  readonly data: <Value>(path: string, text: string, parse: () => Value) => Value;
}

/** Lives as long as its creator keeps it; forgets nothing but the former text of a path. */
export function createContentCache(): ContentCache {
  const kept = new Map<string, { readonly text: string; readonly value: unknown }>();
  const remember = <Value>(key: string, text: string, make: () => Value): Value => {
    const known = kept.get(key);
    // A key belongs to one kind of value, so what was stored under it has the type of what `make` makes.
    if (known?.text === text) return known.value as Value;
    const value = make();
    kept.set(key, { text, value });
    return value;
  };
  return {
    split: (path, text) => remember(`split ${path}`, text, () => splitFrontMatter(path, text)),
    data: (path, text, parse) => remember(`data ${path}`, text, parse),
  };
}
