/** The parsers of this folder: Markdown with GFM and our math to mdast, each made once. */
import type { Root } from "mdast";
import type { Extension } from "micromark-util-types";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { MathConfig } from "../../model/config.js";
import { CONTAINER_FROM_MARKDOWN, createContainerFlow } from "../blocks/container-flow.js";
import { createHtmlFlow } from "./html-flow.js";
import { createLiquidText } from "./liquid-text.js";
import { createMathFlow } from "./math-flow.js";
import { createMathText } from "./math-text.js";
import type { SourceText } from "./source-text.js";
import { createTableWithMath } from "./table-with-math.js";
import { CODES } from "./token-types.js";

/** Each takes a text with `\n` as line break and gives a tree whose offsets point into this text. */
export interface Parsers {
  readonly parseBody: (text: string) => Root;
  /** No blocks: one paragraph, whatever the text begins with. */
  readonly parseInline: (text: string) => Root;
  /** A body before Liquid has run: its outputs and tags are plain text. */
  readonly parseTemplate: (text: string) => Root;
}

/** What is read as Markdown: the two standards as they are, or GFM with all that we add to it. */
export type Dialect = "commonmark" | "gfm" | "all";

export function createParsers(math: MathConfig, dialect: Dialect = "all"): Parsers {
  return {
    parseBody: dialect === "all" ? createParser(math, []) : createStandardParser(dialect),
    parseInline: createParser(math, [{ disable: { null: [...BLOCK_CONSTRUCTS] } }]),
    parseTemplate: createParser(math, [{ text: { [CODES.openingBrace]: createLiquidText() } }]),
  };
}

const BLOCK_CONSTRUCTS = [
  ...["list", "blockQuote", "codeFenced", "codeIndented", "headingAtx", "setextUnderline", "thematicBreak"],
  ...[
    "htmlFlow",
    "htmlFlowRegion",
    "definition",
    "table",
    "tableWithMath",
    "gfmFootnoteDefinition",
    "mathFlowBlock",
    "container",
  ],
  ...["gfmFootnoteCall"],
];

function createParser(math: MathConfig, more: readonly Extension[]): (text: string) => Root {
  const source: SourceText = { text: "" };
  const html = {
    flow: { [CODES.lessThan]: createHtmlFlow(source), [CODES.colon]: createContainerFlow(source) },
  };
  const extensions = [html, ...(math.enabled ? mathExtensions(math, source) : []), ...more];
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, GFM_OPTIONS)
    .use(remarkMath)
    .use(function addExtensions() {
      const data = this.data();
      data.micromarkExtensions = [...(data.micromarkExtensions ?? []), NO_REMARK_MATH_SYNTAX, ...extensions];
      data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), CONTAINER_FROM_MARKDOWN];
    })
    .freeze();
  return (text) => {
    source.text = text;
    return processor.parse(text);
  };
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

function mathExtensions(syntax: MathConfig, source: SourceText): readonly Extension[] {
  const flow = createMathFlow(syntax, source);
  const text = createMathText(syntax);
  return [
    createTableWithMath(syntax, source),
    {
      flow: { [CODES.dollar]: flow, [CODES.backslash]: flow },
      text: { [CODES.dollar]: text, [CODES.backslash]: text },
    },
  ];
}
