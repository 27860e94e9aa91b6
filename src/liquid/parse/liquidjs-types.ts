/** Types of LiquidJS that it does not export by name, taken from what it does export. */
import {
  type Parser,
  type PropertyAccessToken,
  type TagToken,
  Token,
  Tokenizer,
  TokenKind,
  type Value,
} from "liquidjs";

export { Token, Tokenizer, TokenKind };
export type FilteredValueToken = ReturnType<Tokenizer["readFilteredValue"]>;
export type FilterToken = FilteredValueToken["filters"][number];
export type QuotedToken = NonNullable<ReturnType<Tokenizer["readQuoted"]>>;
export type RangeToken = Extract<ReturnType<Tokenizer["readGroupOrRange"]>, { lhs: unknown }>;
export type TopLevelToken = Parameters<Parser["parseToken"]>[0];
export type ParsedTag = ReturnType<Parser["parseToken"]>;
export type PropertyToken = PropertyAccessToken;
export type { TagToken };

/** What LiquidJS declares private, and what runs its templates needs: the filters of a value as they were written. */
export interface ValueFilters {
  readonly filters: readonly { readonly token: FilterToken }[];
}

/** The name and the value of an `assign`. */
export interface AssignParts {
  readonly key: string;
  readonly value: Value;
}

/** The innermost scope that knows a name. */
export interface ContextLookup {
  findScope(key: unknown): unknown;
}
