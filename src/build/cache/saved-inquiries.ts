/** Inquiries as JSON. */
import { createNumbering } from "../../util/create-numbering.js";
import type { Inquiry, Stage } from "./ledger.js";

/** In columns, since there are tens of thousands. */
export interface SavedInquiries {
  /** Each subject, and each list of questions with its stage, once: whole families of pages share them. */
  readonly subjects: readonly string[];
  readonly lists: readonly (readonly [stage: Stage, questions: readonly string[]])[];
  /** Of each inquiry: the number of its subject, of its list, and the hash of its answers. */
  readonly subject: readonly number[];
  readonly list: readonly number[];
  readonly answers: readonly string[];
}

export function saveInquiries(inquiries: readonly Inquiry[]): SavedInquiries {
  const subjects = createNumbering<string>();
  const lists = createNumbering<string>();
  return {
    subject: inquiries.map(({ subject }) => subjects.numberOf(subject)),
    list: inquiries.map(({ stage, questions }) => lists.numberOf(JSON.stringify([stage, questions]))),
    answers: inquiries.map(({ answers }) => answers),
    subjects: subjects.values(),
    lists: lists.values().map((list) => JSON.parse(list) as SavedInquiries["lists"][number]),
  };
}

export function loadInquiries({
  subjects,
  lists,
  subject,
  list,
  answers,
}: SavedInquiries): readonly Inquiry[] {
  return answers.map((hash, index): Inquiry => {
    const [stage, questions] = lists[list[index] ?? -1] ?? [];
    const about = subjects[subject[index] ?? -1];
    if (stage === undefined || questions === undefined || about === undefined)
      throw new Error("An inquiry was saved without its subject or its questions.");
    return { stage, subject: about, questions, answers: hash };
  });
}
