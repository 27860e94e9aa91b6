/** Filters that choose or group items by a property or by an expression, as Jekyll defines them. */
import { toValue, toValueSync, Value } from "liquidjs";
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import { nearestName } from "../../util/text.js";
import { MarkupTokenizer } from "../parse/markup-tokenizer.js";
import { reportHere, stateOf } from "../render-state.js";
import { asItems } from "./arrays.js";
import { asText, type FilterCall, type FilterTable, isNil, readPath } from "./values.js";

type Test = (item: unknown) => boolean;

export const selectionFilters: FilterTable = {
  where: (input, property, target) => select(input, property, propertyTest(property, target)),
  where_exp(input, variable, expression) {
    return select(input, expression, expressionTest(this, variable, expression));
  },
  find: (input, property, target) => asItems(input).find(propertyTest(property, target)) ?? null,
  find_exp(input, variable, expression) {
    return asItems(input).find(expressionTest(this, variable, expression)) ?? null;
  },
  group_by: (input, property) =>
    isNil(input) ? input : group(asItems(input), (item) => asText(readPath(item, asText(property)))),
  group_by_exp(input, variable, expression) {
    const evaluate = createEvaluator(this, variable, expression, false);
    return isNil(input) ? input : group(asItems(input), evaluate);
  },
};

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

function expressionTest(call: FilterCall, variable: unknown, expression: unknown): Test {
  const evaluate = createEvaluator(call, variable, expression, true);
  return (item) => {
    const result = toValue(evaluate(item));
    return result !== false && !isNil(result);
  };
}

/** Evaluates a text such as `item.year > 2000` with one more variable. */
function createEvaluator(
  { context, liquid }: FilterCall,
  variable: unknown,
  expression: unknown,
  isCondition: boolean,
): (item: unknown) => unknown {
  const text = asText(expression);
  const state = stateOf(context);
  const tokenizer = new MarkupTokenizer(
    text,
    [0, text.length],
    { isCondition, ownsRest: true },
    {
      malformed: (begin, end, reading) =>
        reportHere(state, (place) =>
          createDiagnostic("liquid-malformed", { markup: text.slice(begin, end), reading }, place),
        ),
      filter: ({ name }) => {
        if (Object.hasOwn(liquid.filters, name)) return;
        const nearest = nearestName(name, Object.keys(liquid.filters));
        reportHere(state, (place) =>
          createDiagnostic("liquid-unknown-filter", { filter: name, nearest }, place),
        );
      },
    },
  );
  const value = new Value(tokenizer.readFilteredValue(), liquid);
  return (item) => {
    context.push({ [asText(variable)]: item });
    try {
      return toValueSync(value.value(context));
    } finally {
      context.pop();
    }
  };
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
