/**
 * Which questions renderings asked, and what they were answered. A rendering of an earlier build holds as long as each
 * of its questions would be answered the same today: nothing is declared, and nothing else can make a difference.
 */
import type { Reads } from "../../model/reads.js";
import { contentHash } from "../../util/hash.js";

/** Questions to one subject that one rendering asked, and what stands for the answers. Plain data, never changed. */
export interface Inquiry {
  /** Before the bodies of posts are rendered, before those of pages, after all: templates see more each time. */
  readonly stage: Stage;
  readonly subject: string;
  /** Sorted. */
  readonly questions: readonly string[];
  /** The hash of the answers, in the order of the questions. */
  readonly answers: string;
}

export type Stage = "posts" | "pages" | "layouts";

/** The answer of today, as text. */
export type Answer = (subject: string, question: string) => string;

/** An inquiry without its answers. */
type Asked = Omit<Inquiry, "answers">;

function nameOf({ stage, subject, questions }: Asked): string {
  return `${stage}\n${subject}\n${JSON.stringify(questions)}`;
}

function asksSame(left: Asked, right: Asked): boolean {
  return (
    left.subject === right.subject &&
    left.stage === right.stage &&
    left.questions.length === right.questions.length &&
    left.questions.every((question, index) => question === right.questions[index])
  );
}

export interface Ledger {
  /**
   * Turns what a rendering asked into what is kept with it. To be called in the stage in which it was asked. `known` is what
   * the same rendering asked in the last build: most of it is asked again.
   */
  record(stage: Stage, reads: Reads, known?: readonly Inquiry[]): readonly Inquiry[];
  /** The first inquiry that would be answered otherwise today; `undefined` when all hold. */
  findChange(inquiries: readonly Inquiry[]): Inquiry | undefined;
}

export interface LedgerOptions {
  readonly answer: Answer;
  /** Whether an inquiry is sure to be answered as before, because nothing changed that it could be answered from. */
  readonly isUnchanged: (inquiry: Inquiry) => boolean;
  /** What earlier renderings asked: those that ask the same again are likely to be answered the same. */
  readonly earlier: () => Iterable<Inquiry>;
}

/** A ledger of one build, in which each question has one answer in each stage. */
export function createLedger({ answer, isUnchanged, earlier }: LedgerOptions): Ledger {
  const answered = new Map<string, Inquiry>();
  // Many pages share an inquiry, which is why it is looked at once.
  const holds = new Map<Inquiry, boolean>();

  const inquire = (stage: Stage, subject: string, questions: readonly string[]): Inquiry => {
    const name = nameOf({ stage, subject, questions });
    const known = answered.get(name);
    if (known !== undefined) return known;
    const texts = questions.map((question) => answer(subject, question));
    const inquiry = { stage, subject, questions, answers: contentHash(JSON.stringify(texts)) };
    answered.set(name, inquiry);
    return inquiry;
  };

  const isTrue = (inquiry: Inquiry): boolean => {
    const known = holds.get(inquiry);
    if (known !== undefined) return known;
    const { stage, subject, questions, answers } = inquiry;
    const result = isUnchanged(inquiry) || inquire(stage, subject, questions).answers === answers;
    holds.set(inquiry, result);
    return result;
  };

  let byName: Map<string, Inquiry> | null = null;
  /** Takes a while the first time: what few renderings ask is looked for in what they asked before. */
  const findAnywhere = (asked: Asked): Inquiry | undefined => {
    byName ??= new Map(Array.from(earlier(), (inquiry) => [nameOf(inquiry), inquiry]));
    return byName.get(nameOf(asked));
  };
  /** The inquiry of an earlier rendering, if it still holds: its answers need not be written and hashed again. */
  const findEarlier = (asked: Asked, known: readonly Inquiry[]): Inquiry | undefined => {
    const found = known.find((inquiry) => asksSame(inquiry, asked)) ?? findAnywhere(asked);
    return found !== undefined && isTrue(found) ? found : undefined;
  };

  return {
    record: (stage, reads, known = []) =>
      Array.from(reads, ([subject, asked]) => {
        const questions = [...asked].sort();
        return findEarlier({ stage, subject, questions }, known) ?? inquire(stage, subject, questions);
      }),
    findChange: (inquiries) => inquiries.find((inquiry) => !isTrue(inquiry)),
  };
}
