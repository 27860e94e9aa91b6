/**
 * GFM's addresses without angle brackets, sought where one can begin. Its constructs for them are tried at the first
 * letter of every word, since any may be that of an e-mail address: half of the time that text takes.
 */
import type { Nodes, Root } from "mdast";
import type { Extension as TreeExtension } from "mdast-util-from-markdown";
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

/** What is left to find in the finished tree is sought only where a text may hold an address. */
export function guardAutolinkTransforms(extension: TreeExtension): TreeExtension {
  const { transforms } = extension;
  if (transforms === undefined || transforms === null) return extension;
  return {
    ...extension,
    transforms: transforms.map((transform) => {
      if (transform.name !== "transformGfmAutolinkLiterals") return transform;
      return (tree: Root) => (mayHoldAddress(tree) ? transform(tree) : undefined);
    }),
  };
}

function mayHoldAddress(node: Nodes): boolean {
  if (node.type === "text") return /@|www\.|https?:\/\//i.test(node.value);
  return "children" in node && node.children.some(mayHoldAddress);
}
