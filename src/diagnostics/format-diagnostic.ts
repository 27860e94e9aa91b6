import { styleText } from "node:util";
import type { Diagnostic, Place, RelatedPlace } from "../model/diagnostic.js";

const FRAME_WIDTH = 100;
const SEVERITY_STYLE = { error: "red", warning: "yellow", note: "cyan" } as const;

export interface FormatOptions {
  /** Whether to colour with terminal escapes. */
  readonly color: boolean;
}

/**
 * A diagnostic for a terminal: severity, code and message, then the place with a frame and a caret, then the hint.
 * Several lines joined by `\n`, none at the end.
 */
export function formatDiagnostic(diagnostic: Diagnostic, { color }: FormatOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const { severity, code, message, hint, place, page, related = [] } = diagnostic;
  const lines = [
    `${paint([SEVERITY_STYLE[severity], "bold"], severity)} ${message} ${paint("dim", `[${code}]`)}`,
  ];
  if (place !== undefined) lines.push(...formatPlace(place, paint));
  if (page !== undefined && page !== place?.path) lines.push(`  ${paint("dim", "while making")} ${page}`);
  for (const { message: note, place: other } of related as readonly RelatedPlace[]) {
    lines.push(`  ${note}`, ...formatPlace(other, paint));
  }
  if (hint !== "") lines.push(`  ${paint("green", "hint")} ${hint}`);
  return lines.join("\n");
}

/** `path:line:column`, with as much of it as is known. */
function formatLocation({ path, line, column }: Place): string {
  return [path, line, column].filter((part) => part !== undefined).join(":");
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

function formatPlace(place: Place, paint: Paint): string[] {
  const location = `  ${paint("dim", "at")} ${paint("cyan", formatLocation(place))}`;
  if (place.lineText === undefined || place.line === undefined || place.column === undefined)
    return [location];
  const { text, column } = cutAround(place.lineText.replaceAll("\t", " "), place.column);
  const gutter = String(place.line);
  const length = Math.max(1, Math.min(place.length ?? 1, text.length - column + 1));
  return [
    location,
    `  ${paint("dim", `${gutter} |`)} ${text}`,
    `  ${paint("dim", `${" ".repeat(gutter.length)} |`)} ${" ".repeat(column - 1)}${paint("yellow", "^".repeat(length))}`,
  ];
}

/** The part of a long line that holds the column, with the column's place in that part. */
function cutAround(text: string, column: number): { text: string; column: number } {
  if (text.length <= FRAME_WIDTH) return { text, column };
  const start = Math.max(0, Math.min(column - 1 - FRAME_WIDTH / 2, text.length - FRAME_WIDTH));
  const cut = text.slice(start, start + FRAME_WIDTH);
  return start === 0
    ? { text: `${cut}…`, column }
    : { text: `…${cut}${start + FRAME_WIDTH < text.length ? "…" : ""}`, column: column - start + 1 };
}
