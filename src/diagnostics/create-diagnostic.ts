import type { Diagnostic, Place, RelatedPlace } from "../model/diagnostic.js";
import { catalogue, type DiagnosticCode, type FactsOf } from "./catalogue.js";
import type { CatalogueRow } from "./row.js";

/** Makes a diagnostic from its row in the catalogue, the facts of the case and the place where it stands. */
export function createDiagnostic<Code extends DiagnosticCode>(
  code: Code,
  facts: FactsOf<Code>,
  place?: Place,
  related?: readonly RelatedPlace[],
): Diagnostic {
  // A row's functions take exactly the facts of its own code; TypeScript cannot follow that through the union.
  const { severity, message, hint } = catalogue[code] as CatalogueRow<FactsOf<Code>>;
  return {
    code,
    severity,
    message: message(facts),
    hint: hint(facts),
    ...(place === undefined ? {} : { place }),
    ...(related === undefined ? {} : { related }),
  };
}
