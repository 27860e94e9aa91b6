/**
 * The names that our constructs give to tokens. remark-math's tree builder knows those of math but `mathEscapeMarker`,
 * the others are read by `tree-from-tokens.ts`.
 */
declare module "micromark-util-types" {
  interface TokenTypeMap {
    mathFlow: "mathFlow";
    mathFlowFence: "mathFlowFence";
    mathFlowFenceSequence: "mathFlowFenceSequence";
    mathFlowValue: "mathFlowValue";
    mathText: "mathText";
    mathTextData: "mathTextData";
    mathTextSequence: "mathTextSequence";
    /** A backslash of Markdown's that TeX must not see: no tree builder handles it, so it drops out of the value. */
    mathEscapeMarker: "mathEscapeMarker";
    kramdownBlock: "kramdownBlock";
    kramdownBlockData: "kramdownBlockData";
    kramdownSpan: "kramdownSpan";
    kramdownSpanData: "kramdownSpanData";
    definitionDescription: "definitionDescription";
    definitionDescriptionPrefix: "definitionDescriptionPrefix";
    definitionDescriptionIndent: "definitionDescriptionIndent";
    /** Quotes, dashes and dots that are written as the signs they stand for. */
    smartPunctuation: "smartPunctuation";
  }
}

declare module "micromark-util-types" {
  interface Token {
    /** What a token of smart punctuation is written as: only the tokenizer sees what stands around it. */
    smartReplacement?: string;
  }
}

/** Character codes as micromark gives them: line endings and tabs are negative, the end is `null`. */
export const CODES = {
  virtualSpace: -1,
  tab: -2,
  space: 32,
  doubleQuote: 34,
  dollar: 36,
  singleQuote: 39,
  asterisk: 42,
  dash: 45,
  dot: 46,
  colon: 58,
  lessThan: 60,
  greaterThan: 62,
  backslash: 92,
  caret: 94,
  openingBrace: 123,
  verticalBar: 124,
} as const;
