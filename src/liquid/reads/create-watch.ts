import type { Reads } from "../../model/reads.js";

/** Notes everything that templates read while they run: the one place that knows what a page was made from. */
export interface Watch {
  /** Notes a question; outside of `during` nothing is noted. */
  note(subject: string, question: string): void;
  /** What `run` gives, and every question that was noted meanwhile. Calls do not nest. */
  during<Result>(run: () => Result): { readonly result: Result; readonly reads: Reads };
}

export function createWatch(): Watch {
  let noted: Map<string, Set<string>> | null = null;
  return {
    note(subject, question) {
      if (noted === null) return;
      const questions = noted.get(subject);
      if (questions === undefined) noted.set(subject, new Set([question]));
      else questions.add(question);
    },
    during(run) {
      const reads = new Map<string, Set<string>>();
      noted = reads;
      try {
        return { result: run(), reads };
      } finally {
        noted = null;
      }
    },
  };
}

/** The question for the list of keys of an object, or of names of templates. */
export const ALL_KEYS = "*";

/** The question for the value of a key; any text may be a key, so that it can never look like `ALL_KEYS`. */
export function valueAt(key: string): string {
  return `.${key}`;
}
