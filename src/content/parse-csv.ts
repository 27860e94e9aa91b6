/** Comma or tab separated values to rows: RFC 4180, with `\n` line breaks. */

export interface CsvFault {
  readonly problem: string;
  readonly offset: number;
}

/** An unquoted empty field is `null`, a quoted one is empty text, as Ruby's CSV reads them. */
export type CsvField = string | null;

/**
 * One map for each row, keyed by the fields of the first row. Missing fields are `null`, fields beyond the heading are
 * left out, of two columns with one name the first counts. Blank lines are skipped.
 */
export function parseCsv(text: string, separator: "," | "\t"): Record<string, CsvField>[] | CsvFault {
  const rows = readRows(text, separator);
  if (!Array.isArray(rows)) return rows;
  const [heading = [], ...body] = rows;
  return body.map((fields) =>
    Object.fromEntries(
      heading
        .map((name, index): [string, CsvField] => [name ?? "", fields[index] ?? null])
        .filter(([name], index) => heading.findIndex((other) => (other ?? "") === name) === index),
    ),
  );
}

function readRows(text: string, separator: string): CsvField[][] | CsvFault {
  const rows: CsvField[][] = [];
  let row: CsvField[] = [];
  let offset = 0;
  while (offset < text.length) {
    if (row.length === 0 && text[offset] === "\n") {
      offset++;
      continue;
    }
    const field = text[offset] === '"' ? readQuoted(text, offset) : readPlain(text, offset, separator);
    if ("problem" in field) return field;
    row.push(field.value);
    offset = field.end;
    const after = text[offset];
    if (after !== undefined && after !== separator && after !== "\n") {
      return { problem: `"${after}" follows the closing quote of a field`, offset };
    }
    const isLastField = after === separator && (offset + 1 === text.length || text[offset + 1] === "\n");
    if (isLastField) row.push(null);
    offset += isLastField ? 2 : 1;
    if (after !== separator || isLastField) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

type Field = { readonly value: CsvField; readonly end: number } | CsvFault;

function readQuoted(text: string, start: number): Field {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 2)) {
    if (text[end + 1] !== '"') {
      return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
    }
  }
  return { problem: "the quote that is opened here is never closed", offset: start };
}

function readPlain(text: string, start: number, separator: string): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end++;
  const value = text.slice(start, end);
  const quote = value.indexOf('"');
  if (quote >= 0)
    return { problem: "a quote stands inside a field that is not in quotes", offset: start + quote };
  return { value: value === "" ? null : value, end };
}
