/** A token of LiquidJS's parser to a function that works out its value, in the order in which LiquidJS would. */
import { evalToken, type Token, TypeGuards, toValue, UndefinedVariableError } from "liquidjs";
import type { ContextLookup, PropertyToken, RangeToken } from "../parse/liquidjs-types.js";
import type { Evaluate } from "./evaluate.js";
import { createMember, type Member, readAny, readMember, readVariable } from "./read-member.js";
import { settle } from "./settle.js";

/** Drops stay drops, so that operators can tell `empty` from a text. */
export function compileToken(token: Token | undefined): Evaluate {
  if (token === undefined) return () => undefined;
  if (hasContent(token)) {
    const { content } = token;
    return () => content;
  }
  if (TypeGuards.isPropertyAccessToken(token)) return compileAccess(token);
  if (TypeGuards.isRangeToken(token)) return compileRange(token);
  return (context) => settle(evalToken(token, context));
}

function hasContent(token: Token): token is Token & { readonly content: unknown } {
  return "content" in token;
}

function compileRange({ lhs, rhs }: RangeToken): Evaluate {
  const [readLow, readHigh] = [compileToken(lhs), compileToken(rhs)];
  return (context) => {
    const low: unknown = toValue(readLow(context));
    const high: unknown = toValue(readHigh(context));
    const numbers: number[] = [];
    for (let number = Number(low); number < Number(high) + 1; number++) numbers.push(number);
    return numbers;
  };
}

/** `page.title`, `posts[0]`, `site.data[name].first`. */
function compileAccess(token: PropertyToken): Evaluate {
  const { variable, props } = token;
  const keys = props.map((prop) => {
    if (!hasContent(prop)) return compileToken(prop);
    const content: unknown = toValue(prop.content);
    return typeof content === "string" ? createMember(content) : () => content;
  });
  const [first, ...rest] = keys.filter((key) => typeof key !== "function");
  const areNames = first !== undefined && rest.length === keys.length - 1;
  if (areNames && variable === undefined) return compileNames(token, first, rest);
  return compileKeys(token, variable === undefined ? null : compileToken(variable), keys);
}

/** A name, and names after dots. */
function compileNames(token: PropertyToken, first: Member, rest: readonly Member[]): Evaluate {
  return (context) => {
    try {
      let value = readVariable(first, context);
      for (const member of rest) value = readMember(value, member, context);
      return value;
    } catch (error) {
      throw new UndefinedVariableError(error as Error, token);
    }
  };
}

/** All keys are worked out before the first one is read; what is wrong with them is no fault of this access. */
function compileKeys(
  token: PropertyToken,
  readBase: Evaluate | null,
  keys: readonly (Member | Evaluate)[],
): Evaluate {
  return (context) => {
    const found = keys.map((key): unknown => (typeof key === "function" ? toValue(key(context)) : key.key));
    try {
      let value =
        readBase === null ? (context as unknown as ContextLookup).findScope(found[0]) : readBase(context);
      for (const key of found) value = readAny(value, key, context);
      return value;
    } catch (error) {
      throw new UndefinedVariableError(error as Error, token);
    }
  };
}
