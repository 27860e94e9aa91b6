/** Filters that choose or group items by a property or by an expression, as Jekyll defines them. */
import { type Liquid, toValue } from "liquidjs";
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import { nearestName } from "../../util/text.js";
import { compileFiltered } from "../evaluate/compile-value.js";
import type { Evaluate } from "../evaluate/evaluate.js";
import { MarkupTokenizer } from "../parse/markup-tokenizer.js";
import { isTrue } from "../parse/operators.js";
import { reportHere, stateOf } from "../render-state.js";
import { asItems } from "./arrays.js";
import { asText, type FilterCall, type FilterTable, isNil, readPath } from "./values.js";

type Test = (item: unknown) => boolean;

export function createSelectionFilters(): FilterTable {
  const compile = createExpressionCompiler();
  return {
    where: (input, property, target) => select(input, property, propertyTest(property, target)),
    where_exp(input, variable, expression) {
      return select(input, expression, expressionTest(compile(this, expression, true), this, variable));
    },
    find: (input, property, target) => asItems(input).find(propertyTest(property, target)) ?? null,
    find_exp(input, variable, expression) {
      return asItems(input).find(expressionTest(compile(this, expression, true), this, variable)) ?? null;
    },
    group_by: (input, property) =>
      isNil(input) ? input : group(asItems(input), (item) => asText(readPath(item, asText(property)))),
    group_by_exp(input, variable, expression) {
      const evaluate = evaluatorOf(compile(this, expression, false), this, variable);
      return isNil(input) ? input : group(asItems(input), evaluate);
    },
  };
}

function select(input: unknown, criterion: unknown, test: Test): unknown {
  return isNil(input) || isNil(criterion) ? input : asItems(input).filter(test);
}

/** `nil` finds items without the property; an array property matches when it holds the value. */
function propertyTest(property: unknown, target: unknown): Test {
  const isBlankTarget = typeof target === "object" && target !== null && toValue(target) === "";
  return (item) => {
    const value = readPath(item, asText(property));
    if (isNil(target) || isNil(toValue(target))) return isNil(value);
    if (isBlankTarget) return asText(value) === "";
    const wanted = asText(target);
    if (Array.isArray(value)) return value.some((entry) => asText(entry) === wanted);
    return !isNil(value) && asText(value) === wanted;
  };
}

function expressionTest(evaluate: Evaluate, call: FilterCall, variable: unknown): Test {
  const read = evaluatorOf(evaluate, call, variable);
  return (item) => isTrue(read(item));
}

/** Evaluates with one more variable. */
function evaluatorOf(
  evaluate: Evaluate,
  { context }: FilterCall,
  variable: unknown,
): (item: unknown) => unknown {
  const name = asText(variable);
  return (item) => {
    context.push({ [name]: item });
    try {
      return evaluate(context);
    } finally {
      context.pop();
    }
  };
}

type Compile = (call: FilterCall, expression: unknown, isCondition: boolean) => Evaluate;
type Notice = Parameters<typeof reportHere>[1];

/** Reads a text such as `item.year > 2000` once; what is wrong with it is told wherever it is used. */
function createExpressionCompiler(): Compile {
  const known = new Map<string, { readonly evaluate: Evaluate; readonly notices: readonly Notice[] }>();
  return ({ context, liquid }, expression, isCondition) => {
    const text = asText(expression);
    const key = `${isCondition} ${text}`;
    const compiled = known.get(key) ?? compileExpressionText(text, isCondition, liquid);
    known.set(key, compiled);
    for (const notice of compiled.notices) reportHere(stateOf(context), notice);
    return compiled.evaluate;
  };
}

function compileExpressionText(
  text: string,
  isCondition: boolean,
  liquid: Liquid,
): { readonly evaluate: Evaluate; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const tokenizer = new MarkupTokenizer(
    text,
    [0, text.length],
    { isCondition, ownsRest: true },
    {
      malformed(begin, end, reading) {
        const markup = text.slice(begin, end);
        notices.push((place) => createDiagnostic("liquid-malformed", { markup, reading }, place));
      },
      filter({ name }) {
        if (Object.hasOwn(liquid.filters, name)) return;
        const nearest = nearestName(name, Object.keys(liquid.filters));
        notices.push((place) => createDiagnostic("liquid-unknown-filter", { filter: name, nearest }, place));
      },
    },
  );
  return { evaluate: compileFiltered(tokenizer.readFilteredValue(), liquid), notices };
}

/** Groups in the order of their first items: name, items, size. */
function group(items: readonly unknown[], nameOf: (item: unknown) => unknown): unknown[] {
  const groups = new Map<string, { name: unknown; items: unknown[] }>();
  for (const item of items) {
    const name = nameOf(item);
    const key = asText(name);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, { name, items: [item] });
    else found.items.push(item);
  }
  return [...groups.values()].map(({ name, items: members }) => ({
    name,
    items: members,
    size: members.length,
  }));
}
