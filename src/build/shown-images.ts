/** Which images the texts on a page name: those get their sizes, wherever else an image comes from. */
import { documentSubject } from "../liquid/subjects.js";
import type { RenderedBody } from "../model/rendered.js";
import type { BodyRecord } from "./cache/build-state.js";

/** The body of a document; it may throw for one that is not there yet. */
export type FindBody = (documentPath: string) => Pick<RenderedBody, "images"> | undefined;

/**
 * Addresses of images as a body names them, and the bodies that its Liquid shows: the body of a document by its path, or one
 * of the bodies of a paginated page by the name of its record, of which only what it shows is known here.
 */
export type ListImages = (bodyName: string) => readonly string[];

export function createImageLists(
  findBody: FindBody,
  records: ReadonlyMap<string, Pick<BodyRecord, "inquiries">>,
): ListImages {
  const add = (name: string, visited: Set<string>, urls: Set<string>): void => {
    if (visited.has(name)) return;
    visited.add(name);
    for (const { url } of findBody(name)?.images ?? []) urls.add(url);
    for (const { subject, questions } of records.get(name)?.inquiries ?? [])
      for (const shown of listShown([[subject, questions]])) add(shown, visited, urls);
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
