/** Which images the texts on a page name: those get their sizes, wherever else an image comes from. */
import { documentSubject } from "../liquid/subjects.js";
import type { RenderedBody } from "../model/rendered.js";
import type { BodyRecord } from "./cache/build-state.js";

/** The body of a document; it may throw for one that is not there yet. */
export type FindBody = (documentPath: string) => Pick<RenderedBody, "images"> | undefined;

/** Addresses of images as the body of a document names them, and the bodies that its Liquid shows. */
export type ListImages = (documentPath: string) => readonly string[];

export function createImageLists(
  findBody: FindBody,
  records: ReadonlyMap<string, Pick<BodyRecord, "inquiries">>,
): ListImages {
  const add = (documentPath: string, visited: Set<string>, urls: Set<string>): void => {
    if (visited.has(documentPath)) return;
    visited.add(documentPath);
    for (const { url } of findBody(documentPath)?.images ?? []) urls.add(url);
    for (const { subject, questions } of records.get(documentPath)?.inquiries ?? [])
      for (const shown of listShown([[subject, questions]])) add(shown, visited, urls);
  };
  return (documentPath) => {
    const urls = new Set<string>();
    add(documentPath, new Set(), urls);
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
