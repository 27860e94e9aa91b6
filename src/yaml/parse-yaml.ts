/** YAML to values that know where they stand: what configuration, front matter and data files are read with. */
import { createRequire } from "node:module";
import type { Places } from "../diagnostics/places.js";
import type { Place } from "../model/diagnostic.js";
import type { DuplicateKey, YamlFault } from "./locate-values.js";
import type { LocatedValue } from "./located-value.js";

/** A text that can be read; one with nothing in it is a scalar whose value is `null`. */
export interface ReadYaml {
  readonly fault: null;
  readonly root: LocatedValue;
  readonly duplicates: readonly DuplicateKey[];
  /** Where a second document starts that has something in it. */
  readonly secondDocument: Place | null;
  /** The first tab that was read as spaces. */
  readonly tab: Place | null;
}

/** The first fault of a text; those after it mostly follow from it. */
export interface BrokenYaml {
  readonly fault: YamlFault;
}

export interface YamlOptions {
  /** Whether tabs as indentation are read as spaces where they can only mean one thing. */
  readonly widensTabs: boolean;
}

// The package is large: it is loaded for the first text, and a build whose files are all known has none.
const require = createRequire(import.meta.url);

/**
 * Reads YAML 1.2 the way Ruby's YAML reads blogs: `yes`, `no`, `on` and `off` are truth values, `<<` merges, of
 * duplicate keys the last one counts, every key is text, values in quotes and brackets may go on without indentation,
 * and only the first document is read. Unlike Ruby's, dates stay text. Never throws.
 * `places` belongs to the same text, which is all of a file or a part of it.
 */
export function parseYaml(text: string, places: Places, options: YamlOptions): ReadYaml | BrokenYaml {
  const { readYaml }: typeof import("./read-yaml.js") = require("./read-yaml.js");
  return readYaml(text, places, options);
}
