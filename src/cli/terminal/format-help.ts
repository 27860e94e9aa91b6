import { type Command, type Option, writtenName } from "../command.js";
import type { Terminal } from "./create-terminal.js";

type Page = Pick<Terminal, "paint" | "columns">;

const WIDEST = 100;

/** The help of the program: what it is, its commands. */
export function formatProgramHelp(commands: readonly Command[], page: Page): string {
  const rows = commands.map(({ name, aliases, positional, summary }): [string, string] => [
    positional === null ? name : `${name} ${positional.name}`,
    aliases.length === 0 ? summary : `${summary} (also: ${aliases.join(", ")})`,
  ]);
  return [
    `${page.paint("bold", "postulate")}: a static blog from Jekyll-style posts, with equations and code rendered at build time`,
    "",
    `${page.paint("bold", "Usage")}: postulate COMMAND [options]`,
    "",
    page.paint("bold", "Commands"),
    ...formatRows(rows, page),
    "",
    page.paint("bold", "Options"),
    ...formatRows(
      [
        ["-h, --help", "Explains the program, or with a command before it, that command"],
        ["-v, --version", "Prints the version"],
      ],
      page,
    ),
  ].join("\n");
}

/** The help of one command. */
export function formatCommandHelp(command: Command, page: Page): string {
  const { name, aliases, description, positional, options } = command;
  const usage = ["postulate", name, ...(positional === null ? [] : [positional.name]), "[options]"].join(" ");
  return [
    ...description.flatMap((paragraph) => [...wrap(paragraph, Math.min(page.columns, WIDEST)), ""]),
    `${page.paint("bold", "Usage")}: ${usage}`,
    ...(aliases.length === 0 ? [] : [`Also: ${aliases.map((alias) => `postulate ${alias}`).join(", ")}`]),
    ...(positional === null ? [] : ["", ...formatRows([[positional.name, positional.description]], page)]),
    "",
    page.paint("bold", "Options"),
    ...formatRows([...Object.entries(options).map(describeOption), ["-h, --help", "Prints this"]], page),
  ].join("\n");
}

function describeOption([name, option]: readonly [string, Option]): [string, string] {
  const short = option.short === undefined ? "    " : `-${option.short}, `;
  const negation = option.type === "flag" && option.isNegatable ? "[no-]" : "";
  const value = option.type === "flag" ? "" : ` ${option.valueName}`;
  return [`${short}--${negation}${writtenName(name)}${value}`, option.description];
}

/** Two columns; the second is wrapped below itself. */
function formatRows(rows: readonly (readonly [string, string])[], { columns, paint }: Page): string[] {
  const left = Math.max(...rows.map(([term]) => term.length)) + 4;
  const width = Math.max(30, Math.min(columns, WIDEST) - left);
  return rows.flatMap(([term, text]) =>
    wrap(text, width).map((line, index) =>
      index === 0
        ? `  ${paint("cyan", term)}${" ".repeat(left - 2 - term.length)}${line}`
        : " ".repeat(left) + line,
    ),
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
