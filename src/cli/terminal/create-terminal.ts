import { styleText } from "node:util";

export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

type Style = Parameters<typeof styleText>[0];

/** Where the program speaks: results on standard output, everything else on standard error. */
export interface Terminal {
  /** Writes a line to standard output. */
  print(text: string): void;
  /** Writes a line to standard error. */
  printError(text: string): void;
  /** For standard output. */
  paint(style: Style, text: string): string;
  readonly errorColor: boolean;
  /** For standard error. */
  paintError(style: Style, text: string): string;
  /** Of the window, or 80. */
  readonly columns: number;
  /** A line that is written over; `null` where that cannot be, as in a pipe. */
  readonly statusLine: StatusLine | null;
}

export interface StatusLine {
  show(text: string): void;
  clear(): void;
}

export interface TerminalStreams {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function createTerminal({ stdout, stderr, environment }: TerminalStreams): Terminal {
  const paintFor =
    (stream: OutputStream) =>
    (style: Style, text: string): string =>
      usesColor(stream, environment) ? styleText(style, text, { validateStream: false }) : text;
  const statusLine = createStatusLine(stderr, environment);
  const line =
    (stream: OutputStream) =>
    (text: string): void => {
      statusLine?.clear();
      stream.write(`${text}\n`);
    };
  return {
    print: line(stdout),
    printError: line(stderr),
    paint: paintFor(stdout),
    errorColor: usesColor(stderr, environment),
    paintError: paintFor(stderr),
    columns: stdout.columns ?? stderr.columns ?? 80,
    statusLine,
  };
}

/** FORCE_COLOR before NO_COLOR (https://no-color.org), as Node itself does; else whether a person looks on. */
function usesColor({ isTTY }: OutputStream, environment: TerminalStreams["environment"]): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = environment;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return isTTY === true && term !== "dumb";
}

const CLEAR_LINE = "\r\u001b[2K";

function createStatusLine(
  stream: OutputStream,
  { TERM: term }: TerminalStreams["environment"],
): StatusLine | null {
  if (stream.isTTY !== true || term === "dumb") return null;
  let isShown = false;
  return {
    show(text) {
      // A line that breaks could not be cleared again.
      stream.write(CLEAR_LINE + [...text].slice(0, (stream.columns ?? 80) - 1).join(""));
      isShown = true;
    },
    clear() {
      if (isShown) stream.write(CLEAR_LINE);
      isShown = false;
    },
  };
}
