/** What the last step over a page asks of the site, noted as everything is that decides what becomes of it. */
import type { Reads } from "../model/reads.js";
import type { ImageSizes } from "../outputs/images/create-image-sizes.js";
import type { SiteLinks } from "../outputs/site-links.js";
import { contentHash } from "../util/hash.js";
import type { ListImages } from "./shown-images.js";

export interface FinishedSite {
  readonly links: SiteLinks;
  readonly sizes: ImageSizes;
  readonly listImages: ListImages;
}

export interface WatchedSite {
  /** Stands for what is the same for all pages. */
  readonly key: string;
  /** What `run` gives, and `reads` with all that was asked meanwhile. */
  during<Result>(
    reads: Reads,
    run: (site: FinishedSite) => Result,
  ): { readonly result: Result; readonly reads: Reads };
  /** `undefined` for a subject that is none of the site's. */
  answer(subject: string, question: string): string | undefined;
}

type Ask = (site: FinishedSite, question: string) => unknown;

/** Each question by its subject. */
const QUESTIONS = {
  output: ({ links }, path) => links.hasOutput(path),
  source: ({ links }, path) => links.urlOfSource(path),
  "post file": ({ links }, name) => links.urlOfPost(name),
  "images of body": ({ listImages }, path) => listImages(path),
  "size of image": ({ sizes }, path) => sizes.find(path),
} as const satisfies Readonly<Record<string, Ask>>;

type Subject = keyof typeof QUESTIONS;

export function watchSite(site: FinishedSite): WatchedSite {
  const { links } = site;
  return {
    key: contentHash(JSON.stringify([links.url, links.baseurl, [...links.sourceExtensions].sort()])),
    during(reads, run) {
      const noted = new Map([...reads].map(([subject, questions]) => [subject, new Set(questions)]));
      const note = (subject: Subject, question: string): void => {
        const questions = noted.get(subject);
        if (questions === undefined) noted.set(subject, new Set([question]));
        else questions.add(question);
      };
      const ask = <Name extends Subject>(
        subject: Name,
        question: string,
      ): ReturnType<(typeof QUESTIONS)[Name]> => {
        note(subject, question);
        return QUESTIONS[subject](site, question) as ReturnType<(typeof QUESTIONS)[Name]>;
      };
      const result = run({
        links: {
          ...links,
          hasOutput: (path) => ask("output", path),
          urlOfSource: (path) => ask("source", path),
          urlOfPost: (name) => ask("post file", name),
        },
        listImages: (path) => ask("images of body", path),
        sizes: { find: (path) => ask("size of image", path) },
      });
      return { result, reads: noted };
    },
    answer(subject, question) {
      if (!Object.hasOwn(QUESTIONS, subject)) return undefined;
      return JSON.stringify(QUESTIONS[subject as Subject](site, question)) ?? "nothing";
    },
  };
}
