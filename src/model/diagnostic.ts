/** What the project says about a fault in somebody's site. Plain data: made in one place, shown in another, stored in a cache. */

/**
 * - `error`: building on would publish something wrong or lose something.
 * - `warning`: the page still reads, but not as its author meant it.
 * - `note`: nothing is wrong; something happened that its author should know (a draft was left out).
 */
export type Severity = "error" | "warning" | "note";

/** A place in a text file of the site. */
export interface Place {
  /** Path relative to the site's source folder, with forward slashes. */
  readonly path: string;
  /** Counts from 1. Absent when the fault concerns the file as a whole. */
  readonly line?: number;
  /** Counts from 1, in UTF-16 code units. Present only with `line`. */
  readonly column?: number;
  /** How many code units of the line are meant; the caret is this long. At least 1. */
  readonly length?: number;
  /** The text of the line, without its line break, so that a frame can be drawn without opening the file. */
  readonly lineText?: string;
}

/** A second place that explains the first, such as the other of two posts with one URL. */
export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

export interface Diagnostic {
  /** A permanent name, the key of its row in the catalogue: `front-matter-yaml`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and why, quoting the offending value. One sentence, no full stop needed. */
  readonly message: string;
  /** What to do about it. Empty only when nothing can be done. */
  readonly hint: string;
  readonly place?: Place;
  readonly related?: readonly RelatedPlace[];
  /** The source path of the page that was being made, when the fault is in a template. */
  readonly page?: string;
}
