/** What stands after `include`: a file name, perhaps with variables in it, and `key=value` parameters over any lines. */
import type { Context } from "liquidjs";
import type { Evaluate } from "../evaluate/evaluate.js";
import { createMember, readVariable } from "../evaluate/read-member.js";
import { readField } from "../filters/values.js";

export interface IncludeMarkup {
  /** May hold `{{ variable }}`. */
  readonly file: string;
  readonly parameters: readonly IncludeParameter[];
}

type IncludeParameter = { readonly key: string } & (
  | { readonly text: string }
  | { readonly variable: string }
);

const FILE = /^\s*((?:[^\s{]|\{\{[\s\S]*?\}\})+)\s*([\s\S]*)$/;
const PARAMETER =
  /\s*([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([^\s"',=]+))(?=\s|,|$),?/y;

/** Throws what is wrong with the form. Source: Jekyll::Tags::IncludeTag. */
export function parseInclude(markup: string): IncludeMarkup {
  const match = FILE.exec(markup);
  if (match === null) throw new Error("the name of a file is missing");
  const [, file = "", rest = ""] = match;
  return { file: unquote(file), parameters: parseParameters(rest) };
}

function unquote(name: string): string {
  return /^(["']).*\1$/.test(name) ? name.slice(1, -1) : name;
}

function parseParameters(text: string): IncludeParameter[] {
  const parameters: IncludeParameter[] = [];
  const trimmed = text.trim();
  PARAMETER.lastIndex = 0;
  while (PARAMETER.lastIndex < trimmed.length) {
    const from = PARAMETER.lastIndex;
    const match = PARAMETER.exec(trimmed);
    if (match === null)
      throw new Error(`"${trimmed.slice(from).trim()}" is no parameter of the form key="value"`);
    const [, key = "", double, single, variable] = match;
    if (variable !== undefined) parameters.push({ key, variable });
    else
      parameters.push({
        key,
        text: (double ?? single ?? "").replaceAll(
          double === undefined ? "\\'" : '\\"',
          double === undefined ? "'" : '"',
        ),
      });
  }
  return parameters;
}

const LITERALS: Readonly<Record<string, unknown>> = { true: true, false: false, nil: null, null: null };

/** What a template sees as `include`, read anew for each use. */
export function compileParameters(
  parameters: readonly IncludeParameter[],
): (context: Context) => Record<string, unknown> {
  const readers = parameters.map((parameter) => {
    if (!("text" in parameter)) return [parameter.key, compileVariable(parameter.variable)] as const;
    const { key, text } = parameter;
    return [key, () => text] as const;
  });
  return (context) => {
    const values: Record<string, unknown> = {};
    for (const [key, read] of readers) define(values, key, read(context));
    return values;
  };
}

function define(values: Record<string, unknown>, key: string, value: unknown): void {
  // Plainly set, this key would be no entry.
  if (key === "__proto__") Object.defineProperty(values, key, { value, enumerable: true });
  else values[key] = value;
}

function compileVariable(name: string): Evaluate {
  if (Object.hasOwn(LITERALS, name)) return () => LITERALS[name];
  if (/^-?\d+(?:\.\d+)?$/.test(name)) return () => Number(name);
  const [first = "", ...rest] = name
    .split(".")
    .flatMap((part) => part.split(/[[\]"']+/).filter((key) => key !== ""));
  const member = createMember(first);
  return (context) => rest.reduce(readField, readVariable(member, context));
}
