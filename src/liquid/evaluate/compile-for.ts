/** `for`, as LiquidJS runs it. */
import { type Context, type ForTag, toValue } from "liquidjs";
import { compileToken } from "./compile-token.js";
import type { Evaluate, RunPart } from "./evaluate.js";
import { ForloopDrop } from "./forloop-drop.js";
import { renderParts } from "./render-parts.js";

/** By name, what a loop's markup says of which items it takes. */
type Modifiers = Readonly<Record<string, unknown>>;

export function compileFor(tag: ForTag): RunPart {
  const { variable, templates, elseTemplates } = tag;
  const name = tag.collection.getText();
  const evaluate = compileToken(tag.collection);
  const continueKey = `continue-${variable}-${name}`;
  const readModifiers = compileModifiers(tag, continueKey);
  return (context, emitter) => {
    const all = listItems(evaluate(context));
    if (all.length === 0) {
      renderParts(elseTemplates, context, emitter);
      return;
    }
    const modifiers = readModifiers(context);
    const items = chooseItems(all, modifiers);
    context.setRegister(continueKey, ((modifiers.offset || 0) as number) + items.length);
    const forloop = new ForloopDrop(items.length, name, variable);
    const scope: Record<string, unknown> = Object.assign(Object.create(null), { forloop });
    context.push(scope);
    for (const item of items) {
      scope[variable] = item;
      context.continueCalled = false;
      context.breakCalled = false;
      renderParts(templates, context, emitter);
      if (context.breakCalled) break;
      forloop.next();
    }
    context.continueCalled = false;
    context.breakCalled = false;
    context.pop();
  };
}

function compileModifiers({ hash: { hash } }: ForTag, continueKey: string): (context: Context) => Modifiers {
  const readers: (readonly [string, Evaluate])[] = Object.entries(hash).map(([key, token]) => [
    key,
    token === undefined ? () => true : compileToken(token),
  ]);
  if (readers.length === 0) return () => ({});
  return (context) => {
    const scope: object = Object.assign(Object.create(null), {
      continue: context.getRegister(continueKey, {}),
    });
    context.push(scope);
    const modifiers: Record<string, unknown> = {};
    for (const [key, read] of readers) modifiers[key] = read(context);
    context.pop();
    return modifiers;
  };
}

/** In this order, whatever the order of the markup. */
function chooseItems(items: readonly unknown[], { offset, limit, reversed }: Modifiers): readonly unknown[] {
  let chosen = items;
  if (offset !== undefined) chosen = chosen.slice(offset as number);
  if (limit !== undefined) chosen = chosen.slice(0, limit as number);
  return reversed === undefined ? chosen : chosen.toReversed();
}

/** The items of a list, of a text itself, of a hash its pairs. */
function listItems(collection: unknown): readonly unknown[] {
  const value: unknown = toValue(collection);
  if (Array.isArray(value)) return value;
  if (typeof value === "string") return value === "" ? [] : [value];
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return [];
  if (Symbol.iterator in value) return Array.from(value as Iterable<unknown>);
  return Object.keys(value).map((key) => [key, (value as Record<string, unknown>)[key]]);
}
