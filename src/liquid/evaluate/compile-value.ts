/** An expression with its filters to a function, made once when a template is parsed. */
import { type Expression, type Liquid, type Token, TypeGuards, toValueSync, type Value } from "liquidjs";
import type { FilteredValueToken, FilterToken, ValueFilters } from "../parse/liquidjs-types.js";
import { operators } from "../parse/operators.js";
import { compileToken } from "./compile-token.js";
import type { Evaluate } from "./evaluate.js";
import { settle } from "./settle.js";

export function compileValue(value: Value, liquid: Liquid): Evaluate {
  const filters = (value as unknown as ValueFilters).filters.map(({ token }) => token);
  return compileChain(value.initial, filters, liquid);
}

/** A value with filters as a token, which LiquidJS gives where a tag takes several. */
export function compileFiltered({ initial, filters }: FilteredValueToken, liquid: Liquid): Evaluate {
  return compileChain(initial, filters, liquid);
}

function compileChain(initial: Expression, filters: readonly FilterToken[], liquid: Liquid): Evaluate {
  const start = compileExpression(initial);
  return filters.reduce((input, token) => compileFilter(input, token, liquid), start);
}

type Handler = (this: unknown, ...values: unknown[]) => unknown;

function compileFilter(input: Evaluate, token: FilterToken, liquid: Liquid): Evaluate {
  const found = liquid.filters[token.name] as Handler | { readonly handler?: Handler } | undefined;
  const handler: Handler = (typeof found === "function" ? found : found?.handler) ?? ((value) => value);
  const args = token.args.map((arg) => compileArgument(arg));
  const [only] = args;
  if (only === undefined) {
    return (context) => {
      const value = input(context);
      return settle(handler.call({ context, token, liquid }, value));
    };
  }
  if (args.length === 1) {
    return (context) => {
      const value = input(context);
      const argument = only(context);
      return settle(handler.call({ context, token, liquid }, value, argument));
    };
  }
  return (context) => {
    const value = input(context);
    const values = args.map((arg) => arg(context));
    return settle(handler.call({ context, token, liquid }, value, ...values));
  };
}

/** A named argument is a pair. */
function compileArgument(arg: FilterToken["args"][number]): Evaluate {
  if (!Array.isArray(arg)) return compileToken(arg as Token);
  const [name, token] = arg as unknown as readonly [string, Token | undefined];
  const read = compileToken(token);
  return (context) => [name, read(context)];
}

/** Both sides of every operator are worked out, left before right, as LiquidJS does. */
export function compileExpression(expression: Expression): Evaluate {
  const operands: Evaluate[] = [];
  for (const token of expression.postfix) {
    const operand = TypeGuards.isOperatorToken(token)
      ? compileOperator(token.operator, operands)
      : compileToken(token);
    // Operators without operands: LiquidJS knows what it makes of them.
    if (operand === null) return (context) => toValueSync(expression.evaluate(context));
    operands.push(operand);
  }
  const [first, ...rest] = operands;
  if (first === undefined) return () => undefined;
  if (rest.length === 0) return first;
  return (context) => {
    const value = first(context);
    // Values that no operator joins count for nothing, but were read.
    for (const operand of rest) operand(context);
    return value;
  };
}

function compileOperator(name: string, operands: Evaluate[]): Evaluate | null {
  const operate = operators[name] as Handler | undefined;
  const right = operands.pop();
  if (operate === undefined || right === undefined) return null;
  if (name === "not") return (context) => operate(right(context), context);
  const left = operands.pop();
  if (left === undefined) return null;
  return (context) => {
    const value = left(context);
    return operate(value, right(context), context);
  };
}
