/**
 * What Ruby's Liquid makes of markup that is not quite right: its lax parser takes the fragments that it recognises
 * and passes over the rest. Source: `Variable#lax_parse` and `If#lax_parse` of Liquid 4 and 5.
 */

/** A quoted text, or a run of characters that no space, comma, pipe or quote interrupts. */
const FRAGMENT = String.raw`"[^"]*"|'[^']*'|(?:[^\s,|'"]|"[^"]*"|'[^']*')+`;
const FIRST_FRAGMENT = new RegExp(`(${FRAGMENT})([\\s\\S]*)`);
const FILTER = new RegExp(`(?:\\s+|${FRAGMENT}|,)+`, "g");
const FILTER_ARGUMENT = new RegExp(`[:,]\\s*((?:\\w+\\s*:\\s*)?(?:${FRAGMENT}))`, "g");
const COMPARISON = new RegExp(`(${FRAGMENT})\\s*([=!<>a-z_]+)?\\s*(${FRAGMENT})?`);
const AND_OR = /\s+(and|or)\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/;
const OPERATORS = new Set(["==", "!=", "<>", "<", ">", "<=", ">=", "contains"]);

/** `{{"a": "b"}}` is read as `"a"`. The result is valid Liquid: a value and its filters. */
export function readLaxValue(markup: string): string {
  const match = FIRST_FRAGMENT.exec(markup);
  if (match === null) return "nil";
  const [, first = "", rest = ""] = match;
  const pipe = rest.indexOf("|");
  const filters = pipe < 0 ? [] : (rest.slice(pipe + 1).match(FILTER) ?? []).flatMap(readLaxFilter);
  return [canonicalExpression(first), ...filters].join(" | ");
}

function readLaxFilter(markup: string): string[] {
  const name = /\w+/.exec(markup)?.[0];
  if (name === undefined) return [];
  const found = [...markup.matchAll(FILTER_ARGUMENT)].map((match) => canonicalArgument(match[1] ?? ""));
  return [found.length === 0 ? name : `${name}: ${found.join(", ")}`];
}

function canonicalArgument(markup: string): string {
  const named = /^(\w+)\s*:\s*([\s\S]+)$/.exec(markup);
  return named === null ? canonicalExpression(markup) : `${named[1]}: ${canonicalExpression(named[2] ?? "")}`;
}

/**
 * `(a == 1) and b` is read as `a == nil and b`. A single `=`, at which Ruby prints an error in place of the whole
 * block, is read as the `==` that was meant.
 */
export function readLaxCondition(markup: string): string {
  const parts = markup.trim().split(AND_OR);
  return parts.map((part, index) => (index % 2 === 1 ? part : readLaxComparison(part))).join(" ");
}

function readLaxComparison(markup: string): string {
  const match = COMPARISON.exec(separateOperator(markup));
  if (match === null) return "false";
  const [, left = "", operator = "", right] = match;
  const known = operator === "=" ? "==" : operator;
  if (!OPERATORS.has(known) || right === undefined) return canonicalExpression(left);
  return `${canonicalExpression(left)} ${known} ${canonicalExpression(right)}`;
}

/** `a=1` is one fragment to Ruby; the author meant three. */
function separateOperator(markup: string): string {
  return markup.replace(/^(\s*[\w.-]+)(==?|!=|<=?|>=?)(?=\S)/, "$1 $2 ");
}

/** A fragment as a value that can be read strictly: brackets and stray characters around names fall away. */
function canonicalExpression(fragment: string): string {
  if (/^(?:"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?)$/.test(fragment)) return fragment;
  if (/^\(\s*\S+\s*\.\.\s*\S+\s*\)$/.test(fragment)) return fragment;
  const names = fragment.match(/\[[^\]]+\]|[\w-]+/g) ?? [];
  if (!/^[A-Za-z_]/.test(names[0] ?? "")) return "nil";
  return names.map((name, index) => (index === 0 || name.startsWith("[") ? name : `.${name}`)).join("");
}
