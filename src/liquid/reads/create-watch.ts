import type { Reads } from "../../model/reads.js";

/** Notes everything that templates read while they run: the one place that knows what a page was made from. */
export interface Watch {
  /** Notes a question; outside of `during` nothing is noted. */
  note(subject: string, question: string): void;
  /** `note` for one subject of which much is asked. */
  noter(subject: string): (question: string) => void;
  /** What `run` gives, and every question that was noted meanwhile. Calls do not nest. */
  during<Result>(run: () => Result): { readonly result: Result; readonly reads: Reads };
}

export function createWatch(): Watch {
  let noted: Map<string, Set<string>> | null = null;
  let round = 0;
  const questionsOf = (subject: string, reads: Map<string, Set<string>>): Set<string> => {
    const known = reads.get(subject);
    if (known !== undefined) return known;
    const questions = new Set<string>();
    reads.set(subject, questions);
    return questions;
  };
  return {
    note(subject, question) {
      if (noted !== null) questionsOf(subject, noted).add(question);
    },
    noter(subject) {
      let lastRound = 0;
      let questions = new Set<string>();
      return (question) => {
        if (noted === null) return;
        if (lastRound !== round) {
          questions = questionsOf(subject, noted);
          lastRound = round;
        }
        questions.add(question);
      };
    },
    during(run) {
      const reads = new Map<string, Set<string>>();
      noted = reads;
      round++;
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
