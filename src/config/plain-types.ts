/** Types of values that any configuration has: texts, numbers, switches, lists, folders. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import { isNothing, type LocatedValue, toPlain } from "../yaml/located-value.js";
import { type ReadContext, rejectValue, type ValueType } from "./value-type.js";

/** A text as its author wrote it: the number 1.10 is the text `1.10`. */
export const text: ValueType<string> = {
  words: "a text",
  schema: { type: ["string", "number"] },
  read(value, name, context) {
    if (value.kind !== "scalar" || value.value === null) return rejectValue(value, name, "a text", context);
    return typeof value.value === "string" ? value.value : value.source;
  },
};

/** A text without the white space around it, which YAML's `>` and `|` leave at its end. */
export const trimmedText: ValueType<string> = {
  ...text,
  read: (value, name, context) => text.read(value, name, context)?.trim(),
};

export const trueOrFalse: ValueType<boolean> = {
  words: "true or false",
  schema: { type: "boolean" },
  read(value, name, context) {
    const written = toPlain(value);
    if (typeof written === "boolean") return written;
    const quoted = written === "true" || written === "false" ? `Write ${written} without quotes` : "";
    return rejectValue(value, name, "true or false", context, quoted);
  },
};

/** A whole number from 0. */
export const count: ValueType<number> = {
  words: "a whole number",
  schema: { type: "integer", minimum: 0 },
  read: (value, name, context) => readCount(value, name, "a whole number", context),
};

/** A whole number from 0; `false` for none. */
export const countOrNone: ValueType<number | null> = {
  words: "a whole number, or false",
  schema: { anyOf: [{ type: "integer", minimum: 0 }, { const: false }] },
  read(value, name, context) {
    return toPlain(value) === false ? null : readCount(value, name, "a whole number, or false", context);
  },
};

function readCount(
  value: LocatedValue,
  name: string,
  expected: string,
  context: ReadContext,
): number | undefined {
  const written = toPlain(value);
  if (typeof written === "number" && Number.isSafeInteger(written) && written >= 0) return written;
  if (typeof written !== "string" || !/^\d{1,9}$/.test(written))
    return rejectValue(value, name, expected, context);
  context.report.add(createDiagnostic("config-quoted-number", { key: name, text: written }, value.place));
  return Number(written);
}

const LIST_WORDS = "a list of texts";

/** Texts in a list. Items without a value are passed over. */
export const texts: ValueType<readonly string[]> = {
  words: LIST_WORDS,
  schema: { type: "array", items: { type: ["string", "number"] } },
  read(value, name, context) {
    if (value.kind !== "list") {
      const lone = value.kind === "scalar" ? `Write [${JSON.stringify(String(value.value))}]` : "";
      return rejectValue(value, name, LIST_WORDS, context, lone);
    }
    return value.items
      .filter((item) => !isNothing(item))
      .map((item, index) => text.read(item, `${name}[${index}]`, context))
      .filter((item) => item !== undefined);
  },
};

/** File endings: a list, or as Jekyll writes it, one text with commas. Without their dots. */
export const fileEndings: ValueType<readonly string[]> = {
  words: "endings in a list, or in one text with commas between",
  schema: { anyOf: [{ type: "string" }, texts.schema] },
  read(value, name, context) {
    const written =
      value.kind === "list" ? texts.read(value, name, context) : text.read(value, name, context);
    const endings = typeof written === "string" ? written.split(",") : written;
    return endings?.map((ending) => ending.trim().replace(/^\./, "")).filter((ending) => ending !== "");
  },
};

/** A folder inside the site, without slashes or dots at its ends. */
export const folder: ValueType<string> = {
  words: "the name of a folder",
  schema: { type: "string" },
  read(value, name, context) {
    const written = text.read(value, name, context);
    if (written === undefined) return undefined;
    const path = tidyFolder(written);
    if (path !== "" && !path.split("/").includes("..")) return path;
    const facts = { key: name, text: written };
    context.report.add(createDiagnostic("config-folder-outside", facts, value.place));
    return undefined;
  },
};

export const folderOrNone: ValueType<string | null> = {
  words: "the name of a folder, or false",
  schema: { anyOf: [{ type: "string" }, { const: false }] },
  read(value, name, context) {
    const written = toPlain(value);
    if (written === false) return null;
    if (typeof written === "boolean")
      return rejectValue(value, name, "the name of a folder, or false", context);
    return folder.read(value, name, context);
  },
};

/** Any folder that is not the site's own or one around it. */
export const destination: ValueType<string> = {
  words: "the name of a folder",
  schema: { type: "string" },
  read(value, name, context) {
    const written = text.read(value, name, context);
    if (written === undefined) return undefined;
    const path = written
      .trim()
      .replaceAll("\\", "/")
      .replace(/(?<=.)\/+$/, "");
    const isOwn = path.split("/").every((part) => part === "" || part === "." || part === "..");
    if (!isOwn) return path.replace(/^(?:\.\/+)+/, "");
    context.report.add(createDiagnostic("config-destination", { text: written }, value.place));
    return undefined;
  },
};

function tidyFolder(written: string): string {
  return written
    .trim()
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

/** A mapping whose keys are the author's own. */
export const mapping: ValueType<Readonly<Record<string, unknown>>> = {
  words: "a mapping",
  schema: { type: "object" },
  read(value, name, context) {
    if (value.kind !== "mapping") return rejectValue(value, name, "a mapping", context);
    return toPlain(value) as Record<string, unknown>;
  },
};
