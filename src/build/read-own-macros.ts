/** TeX macros that a document brings along in its front matter: `math: {macros: …}`, or `macros: …` for short. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { RenderRequest } from "../model/rendered.js";
import type { SiteDocument } from "../model/site.js";
import { positionOfKey } from "../util/key-positions.js";

type Macros = NonNullable<RenderRequest["macros"]>;

/** By name without backslash; `undefined` for a document without any. Adds `front-matter-macro`. */
export function readOwnMacros(document: SiteDocument, report: Report): Macros | undefined {
  const { math, macros } = document.frontMatter;
  const isOfMath = isMapping(math) && isMapping(math.macros);
  const written = isOfMath ? math.macros : macros;
  if (!isMapping(written)) return undefined;
  const found = new Map<string, Macros[string]>();
  for (const [key, value] of Object.entries(written)) {
    const name = key.replace(/^\\/, "");
    const macro = readMacro(value);
    if (macro !== undefined && /^(?:[A-Za-z]+|[^A-Za-z\s])$/u.test(name)) found.set(name, macro);
    else
      report.add(
        createDiagnostic(
          "front-matter-macro",
          { name: key },
          placeOf(document, isOfMath ? "math" : "macros"),
        ),
      );
  }
  return found.size === 0 ? undefined : Object.fromEntries(found);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readMacro(value: unknown): Macros[string] | undefined {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [definition, size]: readonly unknown[] = value;
  const isPair = typeof definition === "string" && typeof size === "number" && Number.isInteger(size);
  return isPair && size >= 0 && size <= 9 ? [definition, size] : undefined;
}

function placeOf({ path, keyPositions }: SiteDocument, key: string) {
  return { path, ...positionOfKey(keyPositions, key) };
}
