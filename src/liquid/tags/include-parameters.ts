/** What stands after `include`: a file name, perhaps with variables in it, and `key=value` parameters over any lines. */
import type { Context } from "liquidjs";
import { readPath } from "../filters/values.js";

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
  /\s*([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([^\s"',]+))(?=\s|,|$),?/y;

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
  const pattern = new RegExp(PARAMETER);
  while (pattern.lastIndex < trimmed.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(trimmed);
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

export function readParameters(
  parameters: readonly IncludeParameter[],
  context: Context,
): Record<string, unknown> {
  return Object.fromEntries(
    parameters.map((parameter) => [
      parameter.key,
      "text" in parameter ? parameter.text : readVariable(parameter.variable, context),
    ]),
  );
}

function readVariable(name: string, context: Context): unknown {
  if (Object.hasOwn(LITERALS, name)) return LITERALS[name];
  if (/^-?\d+(?:\.\d+)?$/.test(name)) return Number(name);
  const [first = "", ...rest] = name
    .split(".")
    .flatMap((part) => part.split(/[[\]"']+/).filter((key) => key !== ""));
  const value: unknown = context.getSync([first]);
  return rest.length === 0 ? value : readPath(value, rest.join("."));
}
