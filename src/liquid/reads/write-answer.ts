/** What a template saw, as text: equal texts mean that it would see the same again. */
import { describeValue } from "../../util/describe-value.js";
import { ScopeObject } from "../scope/scope-object.js";
import { TimeValue } from "../scope/time-value.js";

export type WriteAnswer = (value: unknown) => string;

/**
 * An object whose reads are noted one by one stands by its name: what was read of it is asked about on its own. All
 * else is written as a whole. Texts of lists and objects are remembered, since one list may be an answer on every page.
 */
export function createAnswerWriter(): WriteAnswer {
  const known = new WeakMap<object, string>();
  const write: WriteAnswer = (value) => {
    if (value === undefined) return "?";
    if (typeof value !== "object" || value === null) return describeValue(value);
    const found = known.get(value);
    if (found !== undefined) return found;
    // YAML can write a list that holds itself.
    known.set(value, "itself");
    const text = describe(value, write);
    known.set(value, text);
    return text;
  };
  return write;
}

function describe(value: object, write: WriteAnswer): string {
  if (value instanceof TimeValue) {
    const { epochMs, offsetMinutes } = TimeValue.timeOf(value);
    return `time ${epochMs} ${offsetMinutes}`;
  }
  if (value instanceof ScopeObject) {
    const shape = ScopeObject.shapeOf(value);
    if (shape.note !== undefined) return `<${shape.name}>`;
    return `{${shape.keys().map((key) => `${JSON.stringify(key)}:${write(shape.read(key))}`)}}`;
  }
  if (Array.isArray(value)) return `[${value.map(write)}]`;
  return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`)}}`;
}
