/** The parsers of this folder: Markdown with GFM and our math to mdast, each made once. */
import type { Root } from "mdast";
import type { Extension } from "micromark-util-types";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { CONTAINER_FROM_MARKDOWN, createContainerFlow } from "../blocks/container-flow.js";
import { guardAutolinks, guardAutolinkTransforms } from "./guard-autolinks.js";
import { createHtmlFlow, createHtmlFlowButMath } from "./html-flow.js";
import { createKramdownSyntax } from "./kramdown-constructs.js";
import { createLiquidText } from "./liquid-text.js";
import { createMathFlow } from "./math-flow.js";
import type { MathSyntax } from "./math-spans.js";
import { createMathText } from "./math-text.js";
import { createParagraphWithMath } from "./paragraph-with-math.js";
import { createReadAhead, type ReadAhead } from "./read-ahead.js";
import { createSmartPunctuation } from "./smart-punctuation.js";
import type { SourceText } from "./source-text.js";
import { createTableWithMath } from "./table-with-math.js";
import { CODES } from "./token-types.js";
import { createTreeExtension } from "./tree-from-tokens.js";

/** Each takes a text with `\n` as line break and gives a tree whose offsets point into this text. */
export interface Parsers {
  readonly parseBody: (text: string) => Root;
  /** No blocks: one paragraph, whatever the text begins with. */
  readonly parseInline: (text: string) => Root;
  /** A body before Liquid has run: its outputs and tags are plain text. */
  readonly parseTemplate: (text: string) => Root;
}

/** What is read beside GFM, in the dialect `all`. */
export interface SyntaxOptions {
  readonly math: MathSyntax & { readonly enabled: boolean };
  /** kramdown's attribute lists, definition lists, abbreviations, extensions, and Markdown in HTML. */
  readonly kramdown: boolean;
  /** Curly quotes, dashes, ellipses. */
  readonly smartPunctuation: boolean;
  /** Blocks of HTML that reach over blank lines where Jekyll has them so. */
  readonly htmlRegions: boolean;
}

/** What is read as Markdown: the two standards as they are, or GFM with all that we add to it. */
export type Dialect = "commonmark" | "gfm" | "all";

export function createParsers(options: SyntaxOptions, dialect: Dialect = "all"): Parsers {
  return {
    parseBody: dialect === "all" ? createParser(options) : createStandardParser(dialect),
    parseInline: createParser({ ...options, kramdown: false }, () => [
      { disable: { null: [...BLOCK_CONSTRUCTS] } },
    ]),
    parseTemplate: createParser(options, (source, readAhead) => [
      { text: { [CODES.openingBrace]: createLiquidText(source, readAhead) } },
    ]),
  };
}

const BLOCK_CONSTRUCTS = [
  ...["list", "blockQuote", "codeFenced", "codeIndented", "headingAtx", "setextUnderline", "thematicBreak"],
  ...[
    "htmlFlow",
    "htmlFlowButMath",
    "htmlFlowRegion",
    "definition",
    "table",
    "tableWithMath",
    "gfmFootnoteDefinition",
    "mathFlowBlock",
    "kramdownBlock",
    "container",
  ],
  ...["gfmFootnoteCall"],
];

type CreateExtensions = (source: SourceText, readAhead: ReadAhead) => readonly Extension[];

function createParser(options: SyntaxOptions, more: CreateExtensions = () => []): (text: string) => Root {
  const source: SourceText = { text: "" };
  const readAhead = createReadAhead(source);
  const extensions = [...additions(options, source, readAhead), ...more(source, readAhead)];
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, GFM_OPTIONS)
    .use(remarkMath)
    .use(function addExtensions() {
      const data = this.data();
      const theirs = (data.micromarkExtensions ?? []).map((extension) => guardAutolinks(extension, source));
      data.micromarkExtensions = [...theirs, NO_REMARK_MATH_SYNTAX, ...extensions];
      data.fromMarkdownExtensions = [
        ...(data.fromMarkdownExtensions ?? []).flat().map(guardAutolinkTransforms),
        createTreeExtension(),
        CONTAINER_FROM_MARKDOWN,
      ];
    })
    .freeze();
  return (text) => {
    // The parser leaves out a byte order mark, and counts without it.
    source.text = text.startsWith("\uFEFF") ? text.slice(1) : text;
    return processor.parse(text);
  };
}

function additions(options: SyntaxOptions, source: SourceText, readAhead: ReadAhead): readonly Extension[] {
  const { math, kramdown, smartPunctuation, htmlRegions } = options;
  // Of constructs for the same character, those that are added last are tried first.
  return [
    ...(math.enabled ? [replaceHtmlFlow(source)] : []),
    { flow: { [CODES.colon]: createContainerFlow(source) } },
    ...(htmlRegions ? [{ flow: { [CODES.lessThan]: createHtmlFlow(source) } }] : []),
    ...(math.enabled ? mathExtensions(math, source, readAhead) : []),
    ...(kramdown ? [createKramdownSyntax(source, readAhead)] : []),
    ...(smartPunctuation ? [createSmartPunctuation(source, readAhead)] : []),
  ];
}

function createStandardParser(dialect: "commonmark" | "gfm"): (text: string) => Root {
  const processor = unified().use(remarkParse);
  if (dialect === "gfm") processor.use(remarkGfm, GFM_OPTIONS);
  processor.freeze();
  return (text) => processor.parse(text);
}

const GFM_OPTIONS = { singleTilde: true };

/** remark-math's own tokenizers go, its tree builder stays: it makes the nodes from the tokens of ours. */
const NO_REMARK_MATH_SYNTAX: Extension = { disable: { null: ["mathFlow", "mathText"] } };

function replaceHtmlFlow(source: SourceText): Extension {
  return { disable: { null: ["htmlFlow"] }, flow: { [CODES.lessThan]: createHtmlFlowButMath(source) } };
}

function mathExtensions(syntax: MathSyntax, source: SourceText, readAhead: ReadAhead): readonly Extension[] {
  const flow = createMathFlow(syntax, source);
  const text = createMathText(syntax, source, readAhead);
  return [
    createTableWithMath(syntax, source),
    createParagraphWithMath(syntax, source),
    {
      flow: { [CODES.dollar]: flow, [CODES.backslash]: flow, [CODES.lessThan]: flow },
      text: { [CODES.dollar]: text, [CODES.backslash]: text, [CODES.lessThan]: text },
    },
  ];
}
