/** Asks again what a rendering asked, and says what it would see now. */
import type { TemplateSource } from "../../model/content.js";
import { ScopeObject, type ScopeShape } from "../scope/scope-object.js";
import type { ScopeWorld } from "../scope/scope-world.js";
import { findRelated } from "../scope/site-scope.js";
import {
  CONFIG_SUBJECT,
  documentSubject,
  LINK_SUBJECT,
  POST_URL_SUBJECT,
  relatedSubject,
  SITE_SUBJECT,
} from "../subjects.js";
import { FILE_SUBJECT } from "../tags/include-relative.js";
import { findTarget } from "../tags/link.js";
import { ALL_KEYS, valueAt } from "./create-watch.js";
import { createAnswerWriter } from "./write-answer.js";

/**
 * The answer to a question of `Reads`, as text: the same text means that a rendering which asked no other questions
 * gives the same again. Nothing is noted.
 */
export type Answer = (subject: string, question: string) => string;

export interface AnswerOptions {
  readonly world: ScopeWorld;
  readonly siteScope: ScopeObject;
  readonly layouts: ReadonlyMap<string, TemplateSource>;
  readonly includes: ReadonlyMap<string, TemplateSource>;
}

const GONE = "gone";

export function createAnswerer({ world, siteScope, layouts, includes }: AnswerOptions): Answer {
  const write = createAnswerWriter();
  const site = ScopeObject.shapeOf(siteScope);
  const documents = prefixOf(documentSubject(""));
  const relations = prefixOf(relatedSubject(""));

  const ofDocument = (path: string, question: string): string => {
    const document = world.documentAt(path);
    if (document === undefined) return GONE;
    // A rendered text is known by what it was made from; it may be long, and lie on disk.
    const version = question === valueAt("content") ? world.contentVersion(path) : undefined;
    return version ?? ofShape(ScopeObject.shapeOf(world.scopeOf(document)), question);
  };
  const ofShape = (shape: ScopeShape, question: string): string =>
    write(question === ALL_KEYS ? shape.keys() : shape.read(keyOf(question)));
  const ofTemplates = (templates: ReadonlyMap<string, TemplateSource>, question: string): string =>
    write(question === ALL_KEYS ? [...templates.keys()] : templates.get(keyOf(question)));

  return (subject, question) => {
    const path = documents(subject);
    if (path !== undefined) return ofDocument(path, question);
    const relatedTo = relations(subject);
    if (relatedTo !== undefined) return write(findRelated(world.documentAt(relatedTo) ?? null, world));
    const key = keyOf(question);
    switch (subject) {
      case SITE_SUBJECT:
        return ofShape(site, question);
      case CONFIG_SUBJECT:
        return write(Reflect.get(world.site.config, key));
      case "layout":
        return ofTemplates(layouts, question);
      case "include":
        return ofTemplates(includes, question);
      case FILE_SUBJECT:
        return write(world.services.readRelative(key));
      case LINK_SUBJECT:
      case POST_URL_SUBJECT:
        return write(findTarget(subject, key, world));
      default:
        throw new Error(`nobody answers for "${subject}"`);
    }
  };
}

function prefixOf(prefix: string): (subject: string) => string | undefined {
  return (subject) => (subject.startsWith(prefix) ? subject.slice(prefix.length) : undefined);
}

function keyOf(question: string): string {
  return question.slice(1);
}
