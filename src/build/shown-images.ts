/** Which images the texts on a page name: those get their sizes, wherever else an image comes from. */
import { documentSubject } from "../liquid/subjects.js";
import type { BodyRecord } from "./cache/build-state.js";

/** Addresses of images as a body names them, and the bodies that its Liquid shows; by the name of its record. */
export type ListImages = (bodyName: string) => readonly string[];

/** `findRecord` may throw for a body that is not there yet. */
export function createImageLists(
  findRecord: (bodyName: string) => Pick<BodyRecord, "inquiries" | "facts"> | undefined,
): ListImages {
  const add = (name: string, visited: Set<string>, urls: Set<string>): void => {
    if (visited.has(name)) return;
    visited.add(name);
    const { facts, inquiries = [] } = findRecord(name) ?? {};
    for (const { url } of facts?.images ?? []) urls.add(url);
    const asked = inquiries.map(({ subject, questions }) => [subject, questions] as const);
    for (const shown of listShown(asked)) add(shown, visited, urls);
  };
  return (bodyName) => {
    const urls = new Set<string>();
    add(bodyName, new Set(), urls);
    return [...urls].sort();
  };
}

const DOCUMENT = documentSubject("");
const TEXTS = new Set([".content", ".excerpt"]);

/** The documents whose texts were asked for, by what was asked of which subject. */
export function listShown(
  asked: Iterable<readonly [subject: string, questions: Iterable<string>]>,
): readonly string[] {
  return Array.from(asked).flatMap(([subject, questions]) =>
    subject.startsWith(DOCUMENT) && [...questions].some((question) => TEXTS.has(question))
      ? [subject.slice(DOCUMENT.length)]
      : [],
  );
}
