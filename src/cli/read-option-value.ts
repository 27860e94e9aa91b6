import type { Option } from "./command.js";
import { UsageError } from "./usage-error.js";

export interface GivenOption {
  /** As written: `--source`, `-s`. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** Whether the value was written with `=`, or behind the letter. */
  readonly inlineValue?: boolean | undefined;
}

type Value = boolean | string | number | readonly string[];

/** The value of one option as it was given; `before` is what an earlier occurrence gave. Throws a `UsageError`. */
export function readOptionValue(given: GivenOption, option: Option, before: Value | undefined): Value {
  if (option.type === "flag") {
    if (given.value !== undefined)
      throw new UsageError(`${given.rawName} takes no value, but was given "${given.value}"`);
    return true;
  }
  const text = readText(given, option.valueName);
  if (option.type === "list") {
    const items = text.split(",").map((item) => item.trim());
    return [...(Array.isArray(before) ? before : []), ...items.filter((item) => item !== "")];
  }
  if (text === "" && !(option.type === "text" && option.mayBeEmpty)) {
    throw new UsageError(`${given.rawName} needs a value, but was given an empty one`);
  }
  const value = option.type === "integer" ? readInteger(text, given, option) : text;
  if (before !== undefined && before !== value) {
    throw new UsageError(
      `${given.rawName} was given twice, with "${before}" and "${value}"`,
      "Leave one of them out",
    );
  }
  return value;
}

function readText({ rawName, value, inlineValue }: GivenOption, valueName: string): string {
  const isNextOption =
    inlineValue !== true && value !== undefined && /^-./.test(value) && !/^-\d+$/.test(value);
  if (value === undefined || isNextOption) {
    const written = rawName.startsWith("--") ? `${rawName}=${value}` : `${rawName}${value}`;
    const hint = isNextOption ? `A value that starts with a hyphen is written ${written}` : "";
    throw new UsageError(`${rawName} needs a value: ${rawName} ${valueName}`, hint);
  }
  return value;
}

function readInteger(
  text: string,
  { rawName }: GivenOption,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const number = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  const range = max === Number.MAX_SAFE_INTEGER ? `from ${min} on` : `from ${min} to ${max}`;
  throw new UsageError(`${rawName} takes a whole number ${range}, but was given "${text}"`);
}
