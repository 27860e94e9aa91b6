/** The names that our constructs give to tokens. remark-math's tree builder knows all but the last. */
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
  }
}

/** Character codes as micromark gives them: line endings and tabs are negative, the end is `null`. */
export const CODES = {
  virtualSpace: -1,
  tab: -2,
  space: 32,
  dollar: 36,
  colon: 58,
  lessThan: 60,
  backslash: 92,
  openingBrace: 123,
  verticalBar: 124,
} as const;
