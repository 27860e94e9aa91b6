/** Jekyll's `defaults`: front matter that the configuration gives to documents by path and type. */
import type { DefaultsRule } from "../model/config.js";
import type { DocumentKind } from "../model/content.js";
import { mergeDeep, type PlainRecord } from "../util/record.js";
import { createGlobMatcher } from "./match-glob.js";

/** Finds the defaults of a document. Documents that match the same rules share one value. */
export type FindDefaults = (path: string, kind: DocumentKind, collection: string | null) => PlainRecord;

/**
 * Rules are merged deeply, the more exact one on top: a longer path, then a scope with a type, then the later rule.
 * A draft matches `drafts` and `posts`. Pages take no `permalink` from defaults.
 * Source: https://jekyllrb.com/docs/configuration/front-matter-defaults/
 */
export function createFindDefaults(rules: readonly DefaultsRule[]): FindDefaults {
  const ordered = rules
    .map((rule) => {
      const path = rule.scope.path.replace(/^\/+/, "");
      return { ...rule, path, holds: createScope(path) };
    })
    .sort(
      (left, right) =>
        left.path.length - right.path.length ||
        Number(left.scope.type !== null) - Number(right.scope.type !== null),
    );
  const merged = new Map<string, PlainRecord>();
  return (path, kind, collection) => {
    const types = kind === "draft" ? ["posts", "drafts"] : [kind === "page" ? "pages" : (collection ?? "")];
    const matching = ordered.filter(
      (rule) => (rule.scope.type === null || types.includes(rule.scope.type)) && rule.holds(path),
    );
    const key = `${kind === "page"} ${matching.map((rule) => ordered.indexOf(rule)).join(" ")}`;
    const known = merged.get(key);
    if (known !== undefined) return known;
    const values = matching.reduce<PlainRecord>((below, rule) => mergeDeep(below, rule.values), {});
    const { permalink: _, ...withoutPermalink } = values;
    const result = kind === "page" ? withoutPermalink : values;
    merged.set(key, result);
    return result;
  };
}

function createScope(scopePath: string): (path: string) => boolean {
  return scopePath.includes("*") ? createGlobMatcher(scopePath) : (path) => path.startsWith(scopePath);
}
