/** Filters on numbers. Whole numbers divide to whole numbers, as in Ruby. */
import { asNumber, asText, type FilterCall, type FilterTable, isNil } from "./values.js";

export const numberFilters: FilterTable = {
  abs: (input) => Math.abs(asNumber(input)),
  at_least: (input, least) => Math.max(asNumber(input), asNumber(least)),
  at_most: (input, most) => Math.min(asNumber(input), asNumber(most)),
  ceil: (input) => Math.ceil(asNumber(input)),
  floor: (input) => Math.floor(asNumber(input)),
  round: (input, digits) => roundTo(asNumber(input), isNil(digits) ? 0 : asNumber(digits)),
  plus: (input, other) => tidy(asNumber(input) + asNumber(other)),
  minus: (input, other) => tidy(asNumber(input) - asNumber(other)),
  times: (input, other) => tidy(asNumber(input) * asNumber(other)),
  divided_by(input, other) {
    const quotient = asNumber(input) / nonZero(asNumber(other));
    return isWhole(input) && isWhole(other) && !isWrittenAsFloat(this) ? Math.floor(quotient) : quotient;
  },
  modulo(input, other) {
    const divisor = nonZero(asNumber(other));
    return tidy(((asNumber(input) % divisor) + divisor) % divisor);
  },
  to_integer: (input) => (typeof input === "boolean" ? Number(input) : Math.trunc(asNumber(input))),
};

function nonZero(divisor: number): number {
  if (divisor === 0) throw new Error("divided by 0");
  return divisor;
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(asNumber(value)) && !asText(value).includes(".");
}

/** `divided_by: 2.0` asks for a fraction, although 2.0 is the number 2 to JavaScript. */
function isWrittenAsFloat({ token }: FilterCall): boolean {
  const [argument] = token.args as readonly { getText?(): string }[];
  return /^-?\d+\.\d+$/.test(argument?.getText?.() ?? "");
}

/** Ruby's decimals have no binary dust: 0.1 + 0.2 is 0.3. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** Halves are rounded away from zero. */
function roundTo(value: number, digits: number): number {
  const scaled = Number(`${Math.abs(value)}e${digits}`);
  const rounded = Number(`${Math.round(scaled)}e${-digits}`);
  return value < 0 ? -rounded : rounded;
}
