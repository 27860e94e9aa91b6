/** Tells what of a Jekyll site's configuration will have no effect. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import {
  isNothing,
  type LocatedEntry,
  type LocatedMapping,
  type LocatedValue,
} from "../yaml/located-value.js";
import { KNOWN_ENGINES, UNSUPPORTED_KEYS } from "./jekyll-keys.js";
import { COVERED_PLUGINS, MISSING_WITHOUT } from "./jekyll-plugins.js";

/** Adds `config-without-effect`, `config-old-engine`, `config-old-name`, `config-plugin` and `config-plugin-unknown`. */
export function checkJekyllKeys(mapping: LocatedMapping, report: Report): void {
  for (const [key, missing] of Object.entries(UNSUPPORTED_KEYS)) {
    const entry = findEntry(mapping, key.split("."));
    if (entry === undefined || isUnset(entry.value)) continue;
    report.add(createDiagnostic("config-without-effect", { key, missing }, entry.keyPlace));
  }
  for (const [key, { names, instead }] of Object.entries(KNOWN_ENGINES)) {
    const value = mapping.entries.get(key)?.value;
    if (value?.kind !== "scalar" || isNothing(value) || names.includes(String(value.value).toLowerCase()))
      continue;
    report.add(
      createDiagnostic("config-old-engine", { key, value: String(value.value), instead }, value.place),
    );
  }
  const gems = mapping.entries.get("gems");
  if (gems !== undefined) {
    report.add(createDiagnostic("config-old-name", { old: "gems", now: "plugins" }, gems.keyPlace));
    checkPlugins(gems.value, report);
  }
  checkPlugins(mapping.entries.get("plugins")?.value, report);
}

function findEntry(
  mapping: LocatedMapping,
  [key = "", ...rest]: readonly string[],
): LocatedEntry | undefined {
  const entry = mapping.entries.get(key);
  if (rest.length === 0) return entry;
  return entry?.value.kind === "mapping" ? findEntry(entry.value, rest) : undefined;
}

/** `.` is the source that every site has anyway. */
function isUnset(value: LocatedValue): boolean {
  return (
    isNothing(value) || (value.kind === "scalar" && ["", ".", "./", false].includes(value.value as string))
  );
}

function checkPlugins(value: LocatedValue | undefined, report: Report): void {
  const items = value?.kind === "list" ? value.items : value === undefined ? [] : [value];
  for (const item of items) {
    if (item.kind !== "scalar" || isNothing(item)) continue;
    const name = String(item.value);
    const bare = name.toLowerCase().replaceAll("_", "-").split("/")[0] ?? "";
    if (COVERED_PLUGINS.includes(bare)) continue;
    const missing = Object.hasOwn(MISSING_WITHOUT, bare) ? MISSING_WITHOUT[bare] : undefined;
    report.add(
      missing === undefined
        ? createDiagnostic("config-plugin-unknown", { name }, item.place)
        : createDiagnostic("config-plugin", { name, missing }, item.place),
    );
  }
}
