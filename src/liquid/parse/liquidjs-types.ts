/** Types of LiquidJS that it does not export by name, taken from what it does export. */
import { type Parser, type TagToken, Token, Tokenizer, TokenKind } from "liquidjs";

export { Token, Tokenizer, TokenKind };
export type FilteredValueToken = ReturnType<Tokenizer["readFilteredValue"]>;
export type FilterToken = FilteredValueToken["filters"][number];
export type QuotedToken = NonNullable<ReturnType<Tokenizer["readQuoted"]>>;
export type RangeToken = Extract<ReturnType<Tokenizer["readGroupOrRange"]>, { lhs: unknown }>;
export type TopLevelToken = Parameters<Parser["parseToken"]>[0];
export type ParsedTag = ReturnType<Parser["parseToken"]>;
export type { TagToken };
