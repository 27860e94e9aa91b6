/**
 * GFM's addresses without angle brackets, sought where one can begin. Its constructs for them are tried at the first
 * letter of every word, since any may be that of an e-mail address: half of the time that text takes.
 */
import type { Construct, Extension } from "micromark-util-types";
import { createLookAhead, type SourceText } from "./source-text.js";

/** What each construct needs to find at its first character, by its name. */
const OPENINGS: Readonly<Record<string, RegExp>> = {
  emailAutolink: /[\w.+-]+@/,
  protocolAutolink: /https?:\/\//i,
  wwwAutolink: /www\./i,
};

/** `source` must hold the text that is being parsed. */
export function guardAutolinks(extension: Extension, source: SourceText): Extension {
  const guarded = new Map<Construct, Construct>();
  const guard = (construct: Construct): Construct => {
    const opening = OPENINGS[construct.name ?? ""];
    if (opening === undefined) return construct;
    const known = guarded.get(construct) ?? guardConstruct(construct, createLookAhead(source, opening));
    guarded.set(construct, known);
    return known;
  };
  const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => [
    code,
    Array.isArray(constructs) ? constructs.map(guard) : constructs && guard(constructs),
  ]);
  return { ...extension, text: Object.fromEntries(text) };
}

function guardConstruct(construct: Construct, mayBegin: (offset: number) => boolean): Construct {
  return {
    ...construct,
    previous(code) {
      return (construct.previous?.call(this, code) ?? true) && mayBegin(this.now().offset);
    },
  };
}
