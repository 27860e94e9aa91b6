/** Takes code out of a Markdown tree with the settings around it, and tells what is wrong with them. */

import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { nearestName } from "../util/text.js";
import { isLanguageName } from "./code/code-languages.js";
import { parseInfoString, type Setting } from "./code/parse-info-string.js";
import { readCode } from "./code/read-code.js";
import { meaningOf, nearestSetting, type SettingFault } from "./code/read-settings.js";
import { NOTATION_NAMES } from "./code/take-notations.js";
import type { FoundHighlightBlock } from "./highlight-blocks.js";
import type { Code, InlineCode } from "./mdast-nodes.js";
import type { CodePiece, CodeSpanPiece, PieceData } from "./pieces.js";
import type { BodyPlaces } from "./place-in-body.js";

export interface ExtractedCode {
  readonly piece: CodePiece;
  /** Attributes of the author's for the element around it. */
  readonly data: PieceData | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** How far behind a block its attribute list is looked for, in code units. */
const LIST_REACH = 500;

/**
 * A fence, or indented code, with its info string and attribute lists. Adds `code-unknown-option`, `code-option-value`,
 * `code-line-outside` and `code-unknown-notation`.
 */
export function extractCode(node: Code, source: string, places: BodyPlaces): ExtractedCode {
  const offset = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? offset;
  const firstLine = source.slice(offset, end).split("\n", 1)[0] ?? "";
  const info = parseInfoString([node.lang, node.meta].filter(Boolean).join(" "));
  const list = readAttributes(node);
  const languageName = info.language || list.language;
  const settings = [...info.settings, ...list.settings];
  const { marked, faults, unknownNotations } = readCode({ code: node.value, languageName, settings });

  const findOffset = (text: string): number => {
    const inInfo = firstLine.indexOf(text);
    if (inInfo >= 0) return offset + inInfo;
    const behind = source.slice(end, end + LIST_REACH).indexOf(text);
    return behind >= 0 ? end + behind : offset;
  };
  const describe = (fault: SettingFault): Diagnostic => {
    const { name, value = "", start, length } = fault.setting;
    const isInInfo = info.settings.includes(fault.setting);
    const written = isInInfo
      ? [node.lang, node.meta]
          .filter(Boolean)
          .join(" ")
          .slice(start, start + length)
      : fault.kind === "unknown"
        ? name
        : value || name;
    return describeFault(fault, places, findOffset(written), written);
  };
  const languageOffset = languageName === "" ? offset : findOffset(marked.languageName);
  return {
    piece: { kind: "code", marked, offset, languageOffset },
    data: list.data,
    diagnostics: [
      ...faults.map(describe),
      ...unknownNotations.map(({ notation, name }) => {
        const place = places.placeAt(Math.max(offset, source.indexOf(notation, offset)), notation.length);
        const nearest = nearestName(name, NOTATION_NAMES);
        return createDiagnostic("code-unknown-notation", { notation, nearest }, place);
      }),
    ],
  };
}

function describeFault(fault: SettingFault, places: BodyPlaces, offset: number, written: string): Diagnostic {
  const place = places.placeAt(offset, written.length);
  switch (fault.kind) {
    case "unknown":
      return createDiagnostic(
        "code-unknown-option",
        { name: fault.setting.name, nearest: fault.nearest },
        place,
      );
    case "value":
      return createDiagnostic("code-option-value", { option: written, expected: fault.expected }, place);
    case "outside":
      return createDiagnostic("code-line-outside", { line: fault.line, lines: fault.lines }, place);
  }
}

/** The block of a `{% highlight %}`. Adds what `extractCode` adds, at the tag. */
export function extractHighlight(
  { block }: FoundHighlightBlock,
  offset: number,
  places: BodyPlaces,
): ExtractedCode {
  const { marked, faults } = readCode(block);
  return {
    piece: { kind: "code", marked, offset, languageOffset: offset },
    data: undefined,
    diagnostics: faults.map((fault) =>
      describeFault(fault, places, offset, `${fault.setting.name}="${fault.setting.value ?? ""}"`),
    ),
  };
}

interface ListedAttributes {
  readonly language: string;
  readonly settings: readonly Setting[];
  readonly data: PieceData | undefined;
}

/** kramdown's `{: title="a.py" linenos .python #id }`; what is no setting belongs to the element around the block. */
function readAttributes(node: Code): ListedAttributes {
  const lists = node.data?.attributeLists ?? [];
  const settings: Setting[] = [];
  const classes: string[] = [];
  const others: Record<string, string> = {};
  let id: string | undefined;
  const add = (name: string, value?: string): void => {
    settings.push({ name, value, start: 0, length: 0, isForeign: false });
  };
  for (const list of lists) {
    id = list.id ?? id;
    for (const name of list.names) if (meaningOf(name) !== undefined) add(name);
    for (const name of list.classes) {
      if (["numbers", "noNumbers"].includes(meaningOf(name) ?? "")) add(name);
      else classes.push(name);
    }
    for (const [name, value] of Object.entries(list.attributes)) {
      if (meaningOf(name) !== undefined || nearestSetting(name) !== undefined) add(name, value);
      else others[name] = value;
    }
  }
  const language = findLanguageClass(classes);
  const rest = classes.filter((name) => name !== language?.className);
  return { language: language?.name ?? "", settings, data: createData(id, rest, others) };
}

/** `language-python`; else a class that is the name of a language, or the only class there is. */
function findLanguageClass(classes: readonly string[]): { className: string; name: string } | undefined {
  const prefixed = classes.find((name) => name.startsWith("language-"));
  if (prefixed !== undefined) return { className: prefixed, name: prefixed.slice("language-".length) };
  const named = classes.find((name) => isLanguageName(name));
  return named === undefined ? undefined : { className: named, name: named };
}

function createData(
  id: string | undefined,
  classes: readonly string[],
  attributes: Readonly<Record<string, string>>,
): PieceData | undefined {
  const hProperties = {
    ...attributes,
    ...(id === undefined ? {} : { id }),
    ...(classes.length === 0 ? {} : { className: [...classes] }),
  };
  return Object.keys(hProperties).length === 0 ? undefined : { hProperties };
}

/** `` `x = 1`{:.language-python} ``, or `{:.python}`; `undefined` for code in a sentence without a language. */
export function extractCodeSpan(
  node: InlineCode,
  source: string,
): { readonly piece: CodeSpanPiece; readonly data: PieceData | undefined } | undefined {
  const { className, id, ...others } = node.data?.hProperties ?? {};
  const classes = Array.isArray(className) ? className.map(String) : [];
  const language = findLanguageClass(classes);
  if (language === undefined) return undefined;
  const offset = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? offset;
  const behind = source.slice(end, end + LIST_REACH).indexOf(language.className);
  const languageOffset =
    behind < 0 ? offset : end + behind + language.className.length - language.name.length;
  const rest = classes.filter((name) => name !== language.className);
  const attributes = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]));
  return {
    piece: { kind: "codeSpan", code: node.value, language: language.name, offset, languageOffset },
    data: createData(typeof id === "string" ? id : undefined, rest, attributes),
  };
}
