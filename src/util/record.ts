/** Plain objects with keys that are data: front matter, configuration, data files. */

export type PlainRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping, and no list. */
export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Jekyll's deep merge: records are merged key by key; anything else of `above` replaces what is `below`. With
 * `keepsBelowNull`, a null replaces nothing. Keys such as `__proto__` are ordinary keys.
 */
export function mergeDeep(
  below: PlainRecord,
  above: PlainRecord,
  { keepsBelowNull = false }: { readonly keepsBelowNull?: boolean } = {},
): PlainRecord {
  const merged = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) {
    const under = merged.get(key);
    if (keepsBelowNull && under !== undefined && (value === null || value === undefined)) continue;
    const joins = isRecord(under) && isRecord(value);
    merged.set(key, joins ? mergeDeep(under, value, { keepsBelowNull }) : value);
  }
  return Object.fromEntries(merged);
}
