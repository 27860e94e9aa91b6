/** Types of values that only a blog has: authors, languages, time zones, TeX macros, code themes. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { nearestName } from "../util/text.js";
import { isNothing, type LocatedValue, toPlain } from "../yaml/located-value.js";
import { text, texts, trueOrFalse } from "./plain-types.js";
import { isTimeZone, nearestTimeZone } from "./time-zone-names.js";
import { type ReadContext, rejectValue, type ValueType } from "./value-type.js";

const AUTHOR_WORDS = "a name, or a mapping with the key name";

/** A name, or a mapping that has one; the name is read, and empty when the mapping has none. */
export const author: ValueType<string> = {
  words: AUTHOR_WORDS,
  schema: {
    anyOf: [
      { type: "string" },
      { type: "object", properties: { name: { type: "string" }, email: { type: "string" } } },
    ],
  },
  read(value, name, context) {
    if (value.kind === "list") return rejectValue(value, name, AUTHOR_WORDS, context);
    if (value.kind === "scalar") return text.read(value, name, context);
    const own = value.entries.get("name")?.value;
    return own === undefined || isNothing(own) ? "" : text.read(own, `${name}.name`, context);
  },
};

/** A BCP 47 tag; `en_US`, as some themes write it, is `en-US`. */
export const language: ValueType<string> = {
  words: "a language tag",
  schema: { type: "string" },
  read(value, name, context) {
    const written = text.read(value, name, context)?.trim();
    if (written === undefined || written === "") return undefined;
    const tag = written.replace(/\.utf-?8$/i, "").replaceAll("_", "-");
    try {
      Intl.getCanonicalLocales(tag);
    } catch {
      context.report.add(createDiagnostic("config-lang", { text: written }, value.place));
      return undefined;
    }
    if (tag !== written) {
      const facts = { key: name, text: written, understood: tag, why: "which is no language tag of the web" };
      context.report.add(createDiagnostic("config-normalized", facts, value.place));
    }
    return tag;
  },
};

/** An IANA name that Node knows. */
export const timeZone: ValueType<string> = {
  words: "the name of a time zone",
  schema: { type: "string" },
  read(value, name, context) {
    const written = text.read(value, name, context)?.trim();
    if (written === undefined || written === "") return undefined;
    if (isTimeZone(written)) return written;
    const facts = { name: written, nearest: nearestTimeZone(written) };
    context.report.add(createDiagnostic("config-time-zone", facts, value.place));
    return undefined;
  },
};

type Macro = string | readonly [string, number];

const MACROS_WORDS = "a mapping from names to definitions";
const MACRO_WORDS = "a definition, or a list of a definition and how many arguments it takes";

/** TeX macros by name; a backslash before the name is dropped. */
export const macros: ValueType<Readonly<Record<string, Macro>>> = {
  words: MACROS_WORDS,
  schema: {
    type: "object",
    additionalProperties: {
      anyOf: [
        { type: ["string", "number"] },
        { type: "array", items: [{ type: "string" }, { type: "integer" }], minItems: 2, maxItems: 2 },
      ],
    },
  },
  read(value, name, context) {
    if (value.kind !== "mapping") return rejectValue(value, name, MACROS_WORDS, context);
    const found: [string, Macro][] = [];
    for (const [key, entry] of value.entries) {
      const macro = key.replace(/^\\/, "");
      if (!/^(?:[A-Za-z]+|[^A-Za-z\s])$/u.test(macro)) {
        context.report.add(createDiagnostic("config-macro-name", { name: key }, entry.keyPlace));
        continue;
      }
      const definition = readMacro(entry.value, `${name}.${key}`, context);
      if (definition !== undefined) found.push([macro, definition]);
    }
    return Object.fromEntries(found);
  },
};

function readMacro(value: LocatedValue, name: string, context: ReadContext): Macro | undefined {
  if (value.kind === "scalar" && value.value !== null) return text.read(value, name, context);
  const [definition, size, ...rest] = value.kind === "list" ? value.items.map(toPlain) : [];
  const isPair = typeof definition === "string" && typeof size === "number" && rest.length === 0;
  if (isPair && Number.isInteger(size) && size >= 0 && size <= 9) return [definition, size];
  return rejectValue(value, name, MACRO_WORDS, context, 'Write for example ["\\\\left| #1 \\\\right|", 1]');
}

/** The name of a Shiki theme; an unknown one is its default. */
export function codeTheme(instead: string): ValueType<string> {
  return {
    words: "the name of a Shiki theme",
    schema: { type: "string" },
    read(value, name, context) {
      const written = text.read(value, name, context)?.trim();
      if (written === undefined || context.codeThemes === null || context.codeThemes.includes(written))
        return written;
      const facts = { name: written, nearest: nearestName(written, context.codeThemes), instead };
      context.report.add(createDiagnostic("config-code-theme", facts, value.place));
      return undefined;
    },
  };
}

/** `true` or `false`; also jekyll-feed's list of categories (or mapping by name), which asks for such feeds. */
export const feedCategories: ValueType<boolean> = {
  words: "true or false",
  schema: { anyOf: [{ type: "boolean" }, texts.schema, { type: "object" }] },
  read(value, name, context) {
    if (value.kind === "list") return value.items.length > 0;
    if (value.kind === "mapping") return value.entries.size > 0;
    return trueOrFalse.read(value, name, context);
  },
};

/** A path below the site's root, without its slash at the start. */
export const sitePath: ValueType<string> = {
  words: "a path",
  schema: { type: "string" },
  read(value, name, context) {
    const written = text
      .read(value, name, context)
      ?.trim()
      .replace(/^(?:\.?\/+)+/, "");
    if (written === undefined) return undefined;
    if (written !== "" && !written.endsWith("/") && !written.split("/").includes("..")) return written;
    return rejectValue(
      value,
      name,
      "the path of a file below the site's root",
      context,
      "Write for example feed.xml",
    );
  },
};
